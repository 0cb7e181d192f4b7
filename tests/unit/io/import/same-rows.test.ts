import { expect, it } from 'vitest';
import { importCsv } from './support.ts';

it('of many rows that are the same each gets its id without all before it being tried again', () => {
	const { dataset } = importCsv(`title,date,note\n${`Storm,2024,${'word '.repeat(300)}\n`.repeat(5_000)}`);
	expect(new Set(dataset?.events.map(({ id }) => id)).size).toBe(5_000);
});

it('rows that are the same have the same ids every time, whatever else stands in the file', () => {
	const idsOf = (rows: string) =>
		importCsv(`title,date\n${rows}`)
			.dataset?.events.map(({ id }) => id)
			.filter((id) => id.startsWith('storm'));
	const same = 'Storm,2024\n'.repeat(4);
	const ids = idsOf(same);
	expect(new Set(ids).size).toBe(4);
	expect(idsOf(`Flood,2023\n${same}Fire,2025\n`)).toEqual(ids);
});
