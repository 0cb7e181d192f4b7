import { describe, expect, it } from 'vitest';
import { codeWords } from '../../../../src/lib/io/formats/codes.ts';
import { cell, codes, fixture, notationOf, readAs, said, textFile } from './support.ts';

describe('the TimelineJS sheet', () => {
	it('has events with their lines, and neither title nor eras', () => {
		const table = readAs('timelinejs-sheet', fixture('timeline-sheet.csv'));
		expect(table.leftOut).toEqual({ 'title-slide': 1, era: 1 });
		expect(table.about).toEqual({ title: 'Bridges of the Lunn' });
		expect(table.rows.map(({ line }) => line)).toEqual([4, 6]);
		expect(said(table, 0)).toMatchObject({ year: '1912', month: '5', day: '3', time: '14:05', category: 'Stone' });
		expect(said(table, 1)).toEqual({ year: '-44', 'end-year': '12', title: 'A ford' });
	});

	it('keeps a row of a type that is nothing', () => {
		const text = 'Year,Headline,Media,Type\n1900,A,,constructor\n1901,B,,Title\n';
		const table = readAs('timelinejs-sheet', textFile('a', text));
		expect(table.rows).toHaveLength(1);
	});
});

describe('LP-TSV', () => {
	it('has quotes, lists and well-known text', () => {
		const table = readAs('lp-tsv', fixture('places-lp.tsv'));
		expect(said(table, 0)).toEqual({
			id: '007',
			title: 'Orsa',
			source: 'Parish book 3',
			'source-url': 'https://example.org/book/3',
			start: '1611',
			end: '1659',
			longitude: '14.6',
			latitude: '61.1',
			category: 'mill;ruin',
			country: 'SE',
			summary: 'A "water" mill'
		});
		expect(said(table, 1)).toMatchObject({ when: '1702', geometry: 'POINT(13.4 60.9)', country: 'SE;NO' });
		expect(table.columns.find(({ name }) => name === 'types')?.use?.separator).toBe(';');
	});
});

describe('tables of conflict data', () => {
	it('reads ACLED with its precisions', () => {
		const table = readAs('acled', fixture('acled.csv'));
		expect(said(table, 0)).toEqual({
			id: 'LUN12',
			when: '14 March 2022',
			'when-precision': '1',
			category: 'Protests',
			title: 'Peaceful protest',
			actor: ['Protesters (Lunnia)', 'Teachers; Nurses'],
			country: 'Lunnia',
			place: 'Upper Lunn',
			latitude: '51.50',
			longitude: '-2.50',
			'place-precision': '2',
			source: 'Lunn Post; Valley Radio',
			summary: 'Teachers march.'
		});
		expect([notationOf(table, 'when-precision'), notationOf(table, 'place-precision')]).toEqual([
			'acled-time',
			'acled-place'
		]);
	});

	it('reads what the API of ACLED sends', () => {
		const record = { event_id_cnty: 'LUN12', event_date: '2022-03-14', event_type: 'Protests', latitude: '51.50' };
		const table = readAs('acled', textFile('a', JSON.stringify({ status: 200, data: [record] })));
		expect(said(table, 0)).toEqual({ id: 'LUN12', when: '2022-03-14', category: 'Protests', latitude: '51.50' });
	});

	it('reads UCDP GED with its precisions', () => {
		const table = readAs('ucdp-ged', fixture('ucdp-ged.csv'));
		expect(said(table, 0)).toMatchObject({
			id: '00123',
			title: 'Valley - Coast',
			start: '1998-03-01 00:00:00.000',
			end: '1998-03-31 00:00:00.000',
			'when-precision': '4',
			'place-precision': '3',
			actor: ['Valley guard', 'Coast guard'],
			source: 'Shots;More shots',
			'source-publisher': 'Lunn Post;Radio'
		});
		expect(codeWords(table.columns.find(({ use }) => use?.target === 'category')?.use?.notation, '2')).toBe(
			'Non-state conflict'
		);
	});

	it.each(['gdelt.tsv', 'gdelt-1.tsv'])('reads %s by the number of its columns', (name) => {
		const table = readAs('gdelt', fixture(name));
		expect(said(table, 0)).toEqual({
			id: '0401234567',
			when: '20150218',
			actor: ['LUNNIA', 'TEACHER "UNION'],
			title: '14',
			category: '3',
			'place-precision': '1',
			place: 'Upper Lunn, Valley, Lunnia',
			latitude: '51.5',
			longitude: '-2.5',
			'place-id': '-2601234',
			'source-url': 'https://example.org/march'
		});
		expect(codeWords(notationOf(table, 'title') === 'cameo-root' ? 'cameo-root' : undefined, '14')).toBe('Protest');
		expect(notationOf(table, 'place-precision')).toBe('gdelt-place');
		expect(table.problems).toEqual([]);
	});

	it('leaves codes that no book has as they are', () => {
		expect([codeWords('cameo-root', '99'), codeWords('cameo-root', 'constructor'), codeWords(undefined, '1')]).toEqual([
			'99',
			'constructor',
			'1'
		]);
	});
});

describe('iCalendar', () => {
	const table = readAs('icalendar', fixture('calendar.ics'));

	it('reads whole days with an end that no longer belongs to it', () => {
		expect(said(table, 0)).toEqual({
			id: '007',
			start: '2024-05-01',
			end: '2024-05-03',
			title: 'May fair, with a band',
			place: 'Upper Lunn',
			latitude: '51.50',
			longitude: '-2.5',
			'source-url': 'https://example.org/may',
			category: ['FAIR', 'MUSIC']
		});
		expect([notationOf(table, 'start'), notationOf(table, 'end')]).toEqual(['iso', 'iso-exclusive']);
		expect(table.about).toEqual({ title: 'Valley fairs' });
	});

	it('reads the first occurrence of what repeats, in its zone, and says so', () => {
		expect(said(table, 1)).toMatchObject({ start: '2024-07-05T18:00:00+02:00', end: '2024-07-05T19:30:00+02:00' });
		expect(table.leftOut).toEqual({ 'changed-occurrence': 1, 'to-do': 1 });
		expect(table.problems.find(({ code }) => code === 'recurrence-ignored')?.line).toBe(table.rows[1]?.line);
	});

	it('says that it does not know a zone', () => {
		expect(said(table, 2)).toMatchObject({ start: '2024-07-05T18:00:00', end: '2024-07-05T20:00:00Z' });
		expect(table.problems.find(({ code }) => code === 'zone-unknown')).toMatchObject({
			severity: 'warning',
			field: 'DTSTART',
			params: { zone: 'Mars/Olympus' }
		});
	});

	it('loses no event to another that cannot be read, and mends no date', () => {
		expect([table.rows.length, table.unreadable]).toEqual([4, 1]);
		expect(table.problems.find(({ code }) => code === 'calendar-invalid')).toMatchObject({
			severity: 'error',
			line: 55
		});
		expect(said(table, 3).start).toBe('2024-02-30');
		expect(codes(table)).toHaveLength(3);
	});

	it('hands on dates and positions that are none as they are written', () => {
		const text = 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:soon\nGEO:north;5e\nEND:VEVENT\nEND:VCALENDAR\n';
		const odd = readAs('icalendar', textFile('a', text));
		expect(said(odd, 0)).toEqual({ start: 'soon', latitude: 'north', longitude: '5e' });
	});

	it('counts an event that is cut off', () => {
		const text = 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nBEGIN:VEVENT\nUID:2\nEND:VEVENT\nBEGIN:VEVENT\nUID:3';
		const cut = readAs('icalendar', textFile('a', text));
		expect([cut.rows.length, cut.unreadable]).toEqual([1, 2]);
		expect(cut.problems.map(({ line }) => line)).toEqual([2, 7]);
	});
});

describe('KML', () => {
	const table = readAs('kml', fixture('places.kml'));

	it('inherits time, keeps data of any name and drops an altitude of nothing', () => {
		expect(said(table, 0)).toEqual({
			id: 'p1',
			title: 'The source',
			summary: '<b>Cold</b> water',
			category: 'Winter walks',
			start: '2007-12',
			end: '..',
			geometry: '{"type":"Point","coordinates":[-2.50,51.5]}'
		});
		expect(cell(table, 0, 'mood')).toBe('merry & wet');
		expect(cell(table, 0, '__proto__')).toBe('12');
		expect(cell(table, 0, 'my:guide')).toBe('Anna');
	});

	it('prefers a time of its own', () => {
		expect(said(table, 1)).toEqual({
			title: 'Along the river',
			category: 'Winter walks',
			when: '2008-01-14T21:05:02Z',
			geometry: '{"type":"LineString","coordinates":[[-2.5,51.5,10],[-2.6,51.6,12]]}'
		});
	});

	it('has areas with holes, collections, and coordinates that are none as texts', () => {
		expect(JSON.parse(String(said(table, 2).geometry))).toEqual({
			type: 'GeometryCollection',
			geometries: [
				{
					type: 'Polygon',
					coordinates: [
						[
							[0, 0],
							[4, 0],
							[4, 4],
							[0, 0]
						],
						[
							[1, 1],
							[2, 1],
							[2, 2],
							[1, 1]
						]
					]
				},
				{ type: 'Point', coordinates: ['north', 51.5] }
			]
		});
	});

	it('says which extension it does not read, and what is no place', () => {
		expect(said(table, 3)).toEqual({ title: 'A track' });
		expect(table.problems).toMatchObject([
			{ severity: 'warning', code: 'extension-ignored', params: { name: 'gx:Track', count: 1 } }
		]);
		expect(table.leftOut).toEqual({ overlay: 1, tour: 1 });
		expect(table.about).toEqual({ title: 'Walks in the Lunn valley' });
		expect(table.rows.map(({ line }) => line)).toEqual([8, 18, 26, 36]);
	});

	it.each([
		'<kml><Placemark><Point><coordinates> .5,+5. </coordinates></Point></Placemark></kml>',
		'<kml xmlns="http://earth.google.com/kml/2.1"><Placemark><Point><coordinates>0.5,5</coordinates></Point></Placemark></kml>'
	])('reads old and careless files: %s', (text) => {
		expect(said(readAs('kml', textFile('a', text)), 0).geometry).toBe('{"type":"Point","coordinates":[0.5,5]}');
	});
});
