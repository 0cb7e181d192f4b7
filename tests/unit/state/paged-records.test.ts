import { expect, it } from 'vitest';
import type { CatalogueEvent } from '$lib/core/catalogue.ts';
import type { EventId } from '$lib/core/model.ts';
import { PagedRecords, type RecordPages } from '$lib/state/paged-records.svelte.ts';

const record = (row: number): CatalogueEvent => ({ id: `event-${row}`, row }) as unknown as CatalogueEvent;
const idOf = (row: number): EventId => `event-${row}` as EventId;

/** Pages of one row each, of which some do not come. */
function pages(broken: Set<number>) {
	const here = new Set<number>();
	const asked: number[][] = [];
	const made: RecordPages<string> = {
		at: (row) => (here.has(row) ? record(row) : null),
		load(wanted) {
			const rows = [...wanted];
			asked.push(rows);
			for (const row of rows) if (!broken.has(row)) here.add(row);
			const missing = rows.find((row) => broken.has(row));
			return Promise.resolve(
				missing === undefined ? { ok: true, value: null } : { ok: false, fault: `no row ${missing}` }
			);
		},
		async findRow(id) {
			const row = Number(id.slice('event-'.length));
			const answer = await made.load([row]);
			return answer.ok ? { ok: true, value: row } : answer;
		}
	};
	return { records: new PagedRecords(made), asked };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

it('what is wanted in one go is asked for in one go, and once', async () => {
	const { records, asked } = pages(new Set());
	records.want([1, 2]);
	records.want([2, 3]);
	await settled();
	records.want([1, 2, 3]);
	await settled();
	expect(asked).toEqual([[1, 2, 3]]);
	expect(records.at(2)?.id).toBe('event-2');
	expect(records.rowOf(idOf(2))).toBe(2);
});

it('what does not come is a fault, and not asked for again by whoever reads it', async () => {
	const broken = new Set([1]);
	const { records, asked } = pages(broken);
	records.want([1, 2]);
	await settled();
	expect(records.fault).toBe('no row 1');
	expect(records.at(2)).not.toBeNull();
	records.want([1, 2]);
	expect(records.rowOf(idOf(1))).toBeUndefined();
	await settled();
	expect(records.rowOf(idOf(1))).toBeUndefined();
	await settled();
	expect(asked).toEqual([[1, 2], [1]]);
	expect(records.fault).toBe('no row 1');

	broken.clear();
	records.retry();
	expect(records.fault).toBeNull();
	await settled();
	expect(records.at(1)?.id).toBe('event-1');
	expect(records.rowOf(idOf(1))).toBe(1);
	expect(records.fault).toBeNull();
});

it('where something comes, what did not is asked for once more', async () => {
	const broken = new Set([1]);
	const { records, asked } = pages(broken);
	records.want([1]);
	await settled();
	records.want([5]);
	await settled();
	expect(asked).toEqual([[1], [5], [1]]);
	expect(records.fault).toBe('no row 1');
	broken.clear();
	records.want([6]);
	await settled();
	expect(records.at(1)?.id).toBe('event-1');
	expect(records.fault).toBeNull();
});
