import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importNow, openFiles, suggestMapping } from '../../../../src/lib/io/import/import.ts';
import { hasCorpus } from './support.ts';

function importFiles(folder: string, ...names: string[]) {
	const files = names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(`${folder}/${name}`)) }));
	const { tables, problems, files: order } = openFiles(files);
	return importNow(tables, tables.map(suggestMapping), { added: '2026-11-27', problems, files: order });
}

const FIXTURES = 'tests/fixtures/import';
const events = (...names: string[]) => importFiles(FIXTURES, ...names).dataset?.events ?? [];

describe('what formats know, as events', () => {
	it('has several intervals as a set, and what is uncertain of a side as approximate', () => {
		const [first, second, third] = events('places.lp.json');
		expect(first?.when).toBe('{1611..1659,1702~..1791~}');
		expect(second?.when).toBe('1538-02-09');
		expect(third?.when).toBe('{1800,1850}');
	});

	it('has an open side of a span, and the last day of an exclusive end', () => {
		expect(events('places.kml')[0]?.when).toBe('2007-12/..');
		expect(events('calendar.ics')[0]?.when).toBe('2024-05-01/2024-05-02');
	});

	it('has words for codes', () => {
		expect(importFiles(FIXTURES, 'gdelt.tsv').dataset).toMatchObject({
			categories: [{ name: { und: 'Verbal conflict' } }],
			events: [{ title: { und: 'Protest' } }]
		});
		expect(importFiles(FIXTURES, 'ucdp-ged.csv').dataset?.categories).toMatchObject([
			{ name: { und: 'Non-state conflict' } }
		]);
	});

	it('has what each source says', () => {
		const [first] = events('timemap-events.json', 'timemap-sources.json', 'timemap-associations.json');
		expect(first?.claims.map(({ says }) => says)).toEqual([
			{ und: 'Shows the truck.' },
			{ und: 'A truck drives through the gate.' }
		]);
	});

	it('has the first of several categories, and a place by the name that its record has', () => {
		const { dataset } = importFiles(FIXTURES, 'places-lp.tsv');
		expect(dataset?.categories).toMatchObject([{ name: { und: 'mill' } }]);
		expect(dataset?.places).toMatchObject([{ name: { und: 'Orsa' }, country: 'SE' }, { name: { und: 'Lima' } }]);
	});
});

describe.skipIf(!hasCorpus)('real files of others, imported (skipped where ../shared/corpora is not there)', () => {
	it.each([
		['monastery-quest.lp.json', { read: 583, rejected: 6, undated: 0, unplaced: 0 }],
		['police-brutality-2020.json', { read: 1_340, rejected: 0, undated: 3, unplaced: 4 }],
		['timelinejs-women-in-computing.csv', { read: 10, rejected: 0, undated: 0, unplaced: 10 }],
		['timelinejs-women-in-computing.json', { read: 10, rejected: 0, undated: 0, unplaced: 10 }],
		['usgs-feed.geojson', { read: 352, rejected: 0, undated: 0, unplaced: 0 }],
		['time-stamp-point.kml', { read: 361, rejected: 0, undated: 0, unplaced: 0 }]
	])('adds up for %s', (name, expected) => {
		const { counts } = importFiles('../shared/corpora/datasets', name);
		expect(counts).toMatchObject(expected);
		expect(counts.accepted + counts.repaired + counts.rejected).toBe(counts.read);
	});

	it('reads 23,412 earthquakes', () => {
		expect(importFiles('../shared/corpora/datasets', 'earthquakes-23k.csv').counts).toMatchObject({
			read: 23_412,
			accepted: 23_412,
			undated: 0,
			unplaced: 0
		});
	});
});
