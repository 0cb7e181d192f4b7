import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeDataset } from '../../../src/cli/data-generate.mjs';
import { checkFolder } from '../../../src/lib/io/folder.server.ts';
import { loadDataset, type DatasetTexts } from '../../../src/lib/io/load.ts';
import { readTexts, SMALL } from './support.ts';

const small = readTexts(SMALL);
const events = JSON.parse(small['events.json'] ?? '[]') as { id: string; category: string }[];
const scratch = mkdtempSync(join(tmpdir(), 'chronotope-parts-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const inParts = (...parts: readonly unknown[]): DatasetTexts => ({
	...small,
	'events.json': null,
	parts: parts.map((part, i) => ({
		file: `events/000${i + 1}.json` as const,
		text: () => (typeof part === 'string' ? part : JSON.stringify(part))
	}))
});

describe('events in parts', () => {
	it('load as those of one file do', () => {
		const whole = loadDataset(small);
		const parts = loadDataset(inParts(events.slice(0, 3), [], events.slice(3)));
		expect(parts.dataset).toEqual(whole.dataset);
		expect(parts.counts).toEqual(whole.counts);
	});

	it('have problems that name the part, in order', () => {
		const [first, second] = events;
		const { problems } = loadDataset(
			inParts(
				[first, { ...second, category: 'none' }],
				[
					{ ...first, id: 'y', status: 'maybe' },
					{ ...second, id: 'x', category: 'no' }
				]
			)
		);
		expect(problems.map(({ file, pointer, code }) => `${file} ${pointer} ${code}`)).toEqual([
			'events/0001.json /1/category reference-missing',
			'events/0002.json /0/status value-unknown',
			'events/0002.json /1/category reference-missing'
		]);
	});

	it('share one set of ids', () => {
		const [first, second] = events;
		const { problems, counts, dataset } = loadDataset(
			inParts([first, second], [first, { ...second, added: '2020-01-01' }])
		);
		expect(problems.map(({ file, pointer, code, params }) => `${file} ${pointer} ${code} ${params.others}`)).toEqual([
			'events/0001.json /1/id id-repeated events/0002.json /1',
			'events/0002.json /0/id record-repeated events/0001.json /0',
			'events/0002.json /1/id id-repeated events/0001.json /1'
		]);
		expect(counts.events).toEqual({ read: 4, accepted: 1, repaired: 0, rejected: 3 });
		expect(dataset?.events.map(({ id }) => id)).toEqual([first?.id]);
	});

	it('are of no use when one of them is none', () => {
		const { dataset, problems } = loadDataset(inParts(events, '[{'));
		expect(dataset).toBe(null);
		expect(problems).toMatchObject([{ code: 'json-invalid', file: 'events/0002.json' }]);
	});

	it('are read from a folder, in the order of their names', () => {
		const [one, many] = [join(scratch, 'one'), join(scratch, 'many')];
		expect(writeDataset(one, { events: 300 })).toEqual(['events.json']);
		expect(writeDataset(many, { events: 300 }, 30_000).length).toBeGreaterThan(3);
		expect(readdirSync(many)).not.toContain('events.json');
		const whole = checkFolder(one);
		expect(whole.problems).toEqual([]);
		expect(checkFolder(many)).toEqual(whole);
		writeFileSync(join(many, 'events', '0000.json'), '[]');
		writeFileSync(join(many, 'events', 'notes.txt'), 'of no concern');
		expect(checkFolder(many)).toEqual(whole);
	});
});

describe('data:generate', () => {
	it('writes the same each time, and another seed other events', () => {
		const [a, b, c] = ['a', 'b', 'c'].map((name) => join(scratch, name)) as [string, string, string];
		writeDataset(a, { events: 50 });
		writeDataset(b, { events: 50 });
		writeDataset(c, { events: 50, seed: 2 });
		const titles = (folder: string) => checkFolder(folder).dataset?.events.map(({ title }) => title.en);
		expect(checkFolder(a)).toEqual(checkFolder(b));
		expect(titles(a)).not.toEqual(titles(c));
	});

	it('writes over nothing but its own', () => {
		const folder = join(scratch, 'a');
		writeDataset(folder, { events: 1 });
		const own = mkdtempSync(join(scratch, 'own-'));
		writeFileSync(join(own, 'events.json'), '[]');
		expect(() => writeDataset(own, { events: 1 })).toThrow('not empty');
	});
});
