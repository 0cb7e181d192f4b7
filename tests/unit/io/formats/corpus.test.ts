import { describe, expect, it } from 'vitest';
import { cell, codes, corpus, hasCorpus, readAs, said } from './support.ts';

/** Files that others made. `rows` are event records, and no file has one that cannot be read at all. */
const FILES = [
	{ name: 'earthquakes-23k.csv', format: 'csv', rows: 23_412, leftOut: {} },
	{ name: 'monastery-quest.lp.json', format: 'linked-places', rows: 583, leftOut: {} },
	{ name: 'police-brutality-2020.json', format: 'json-records', rows: 1_340, leftOut: {} },
	{ name: 'timelinejs-women-in-computing.csv', format: 'timelinejs-sheet', rows: 10, leftOut: { 'title-slide': 1 } },
	{ name: 'timelinejs-women-in-computing.json', format: 'timelinejs', rows: 10, leftOut: { 'title-slide': 1 } },
	{ name: 'usgs-feed.geojson', format: 'geojson', rows: 352, leftOut: {} },
	{ name: 'time-stamp-point.kml', format: 'kml', rows: 361, leftOut: {} }
] as const;

describe.skipIf(!hasCorpus)('real files of others (skipped where ../shared/corpora is not there)', () => {
	it.each(FILES)('reads every record of $name', ({ name, format, rows, leftOut }) => {
		const table = readAs(format, corpus(name));
		expect(table.rows).toHaveLength(rows);
		expect(table.unreadable).toBe(0);
		expect(table.leftOut).toEqual(leftOut);
		expect(table.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
	});

	it('finds three incidents without a date, four without a position, and 3,883 links with their titles', () => {
		const table = readAs('json-records', corpus('police-brutality-2020.json'));
		const indexes = [...table.rows.keys()];
		const empty = (name: string) => indexes.filter((index) => cell(table, index, name) === '').length;
		expect(empty('date')).toBe(3);
		expect(empty('geolocation')).toBe(4);
		const links = indexes.map((index) => [
			cell(table, index, 'links.url') ?? '',
			cell(table, index, 'links.text') ?? ''
		]);
		expect(links.every(([urls, texts]) => [urls].flat().length === [texts].flat().length)).toBe(true);
		expect(links.flatMap(([urls]) => urls ?? []).filter((url) => url !== '')).toHaveLength(3_883);
	});

	it('reads the times of monasteries where they do not belong, and says so once', () => {
		const table = readAs('linked-places', corpus('monastery-quest.lp.json'));
		expect(codes(table)).toEqual(['warning when-misplaced']);
		expect(table.problems[0]?.params).toEqual({ count: 583 });
		expect(said(table, 0)).toMatchObject({ title: 'Abingdon', place: 'Abingdon', start: '950', end: '1538.02.09' });
	});

	it('says the same of an event in both forms of TimelineJS', () => {
		const sheet = readAs('timelinejs-sheet', corpus('timelinejs-women-in-computing.csv'));
		const json = readAs('timelinejs', corpus('timelinejs-women-in-computing.json'));
		expect(sheet.about).toEqual({ title: 'Women in Computing' });
		expect(json.about).toEqual(sheet.about);
		for (const index of sheet.rows.keys()) {
			const { 'media-alt': _, ...ofSheet } = said(sheet, index);
			const { 'media-alt': __, ...ofJson } = said(json, index);
			expect(ofJson).toEqual(ofSheet);
		}
	});
});
