import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../../../src/lib/io/formats/index.ts';
import { cell, codes, fixture, notationOf, readAs, said, textFile } from './support.ts';

const collection = (features: readonly unknown[], more: object = {}) =>
	textFile('some.json', JSON.stringify({ type: 'FeatureCollection', features, ...more }));
const feature = (properties: object | null, geometry: object | null = null) => ({
	type: 'Feature',
	properties,
	geometry
});

describe('GeoJSON', () => {
	const table = readAs('geojson', fixture('points.geojson'));

	it('keeps ids and numbers as the file has them', () => {
		expect(table.rows.map((_, index) => cell(table, index, 'id'))).toEqual(['9007199254740993', '007', '1e5', '', '']);
		expect(cell(table, 0, 'depth')).toBe('1.50');
		expect(said(table, 0).geometry).toBe('{"type":"Point","coordinates":[12.10,55.40,3]}');
	});

	it('takes a number of milliseconds for the time', () => {
		expect(said(table, 0).when).toBe('1706493582860');
		expect(said(table, 2).when).toBe('-157766400000');
		expect(notationOf(table, 'when')).toBe('epoch-ms');
	});

	it('has lines, areas, collections and nothing as geometry', () => {
		const types = table.rows.map((_, index) => /"type":"(\w+)"/.exec(String(said(table, index).geometry))?.[1]);
		expect(types).toEqual(['Point', 'LineString', 'Polygon', 'GeometryCollection', undefined]);
	});

	it('makes a column of everything, whatever its name', () => {
		expect(cell(table, 0, 'constructor')).toBe('Harbour office');
		expect(cell(table, 1, 'constructor')).toBe('');
		expect(cell(table, 1, 'seen')).toEqual(['police', 'ferry']);
		expect(cell(table, 2, 'source.name')).toBe('Velm Post');
		expect(cell(table, 2, 'source.page')).toBe('3');
	});

	it('counts what is no feature, and says where it stands', () => {
		expect(table.unreadable).toBe(2);
		expect(table.problems).toMatchObject([
			{ severity: 'error', code: 'type-wrong', pointer: '/features/5', value: 'not a feature' },
			{ severity: 'error', code: 'value-unknown', pointer: '/features/6', field: 'type', value: 'Point' }
		]);
	});

	it('refuses coordinates in another system as a whole', () => {
		const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3857' } };
		const foreign = readAs('geojson', collection([feature({ date: '2024' }), feature(null)], { crs }));
		expect([foreign.rows.length, foreign.unreadable]).toEqual([0, 2]);
		expect(foreign.problems).toMatchObject([{ code: 'crs-unsupported', pointer: '/crs' }]);
	});

	it.each([
		[{ when: '2024' }, { when: '2024' }],
		[{ date: '2024-05-01' }, { when: '2024-05-01' }],
		[
			{ Date: '1 May 2024', time: '14:05' },
			{ when: '1 May 2024', time: '14:05' }
		],
		[{ timestamp: '2024-05-01T00:00:00Z' }, { when: '2024-05-01T00:00:00Z' }],
		[{ datetime: '2024', timestamp: '2025' }, { when: '2024' }],
		[
			{ end: '2025', start: '2024' },
			{ start: '2024', end: '2025' }
		],
		[
			{ start_date: '2024', end_date: '2025' },
			{ start: '2024', end: '2025' }
		],
		[{ startDate: '2024', date: '2023' }, { start: '2024' }],
		[
			{ date: '2024', end_time: '2025' },
			{ start: '2024', end: '2025' }
		],
		[{ when: { start: '2024', end: '2025' } }, { start: '2024', end: '2025' }],
		[{ date: 'unknown', time: 1714521600 }, { when: '1714521600' }],
		[{ start: 'Valley', end: 'Coast' }, {}]
	])('reads the time of %j', (properties, expected) => {
		expect(said(readAs('geojson', collection([feature(properties)])), 0)).toEqual(expected);
	});

	it('reads a single feature and a bare geometry', () => {
		const point = { type: 'Point', coordinates: [1, 2] };
		const one = readAs('geojson', textFile('a', JSON.stringify(feature({ date: '2024' }, point))));
		expect(said(one, 0)).toEqual({ when: '2024', geometry: '{"type":"Point","coordinates":[1,2]}' });
		const bare = readAs('geojson', textFile('a', JSON.stringify(point)));
		expect(said(bare, 0)).toEqual({ geometry: '{"type":"Point","coordinates":[1,2]}' });
	});

	it('hands on coordinates that are none, to be refused with their value', () => {
		const odd = readAs('geojson', collection([feature({ date: '2024' }, { type: 'Point', coordinates: ['x', null] })]));
		expect(said(odd, 0).geometry).toBe('{"type":"Point","coordinates":["x",null]}');
	});
});

describe('Linked Places', () => {
	const table = readAs('linked-places', fixture('places.lp.json'));

	it('has several time spans as parallel lists, with what is uncertain of each side', () => {
		expect(said(table, 0)).toMatchObject({
			id: 'https://example.org/mills/1',
			title: 'Mill of Orsa',
			place: 'Orsa kvarn',
			country: 'SE',
			start: ['1611', '1702'],
			'start-latest': ['', '1705'],
			'end-earliest': ['', '1790-05'],
			end: ['1659', '1791'],
			category: 'mill',
			summary: 'A water mill.',
			'source-url': 'https://example.org/about/1',
			says: 'A water mill.'
		});
	});

	it('finds the time in the properties, with a warning, and on parts of the geometry', () => {
		expect(said(table, 1).start).toBe('1538.02.09');
		expect(said(table, 1).end).toBeUndefined();
		expect(said(table, 2).start).toEqual(['1800', '1850']);
		expect(said(table, 2).geometry).not.toContain('when');
		expect(codes(table)).toEqual(['warning when-misplaced']);
		expect(table.problems[0]?.params).toEqual({ count: 1 });
	});

	it.each([
		[{ start: { in: '1200/1300' } }, { start: '1200', 'start-latest': '1300' }],
		[
			{ start: { in: '1200' }, end: { in: '1538/1540' } },
			{ start: '1200', 'end-earliest': '1538', end: '1540' }
		],
		[{ start: { earliest: '1200', latest: '1300' } }, { start: '1200', 'start-latest': '1300' }],
		[
			{ start: '1200', end: '1300' },
			{ start: '1200', end: '1300' }
		],
		[{ start: { in: '' }, end: { latest: 1300 } }, { end: '1300' }],
		[{ start: null, end: {} }, {}]
	])('reads the span %j', (span, expected) => {
		const when = { timespans: [span] };
		const lp = readAs('linked-places', collection([{ ...feature({ title: 'A' }), '@id': 'a', types: [1], when }]));
		const { id: _, title: __, place: ___, category: ____, ...times } = said(lp, 0);
		expect(times).toEqual(expected);
	});

	it('calls a place without names by its title', () => {
		expect(said(table, 2).place).toBe('Mill of Rot');
	});
});

describe('TimelineJS', () => {
	const table = readAs('timelinejs', fixture('timeline.json'));

	it('leaves out title slide and eras', () => {
		expect(table.leftOut).toEqual({ 'title-slide': 1, era: 1 });
		expect(table.about).toEqual({ title: 'Bridges of the Lunn' });
		expect([table.rows.length, table.unreadable]).toEqual([3, 1]);
		expect(table.problems).toMatchObject([
			{ severity: 'error', code: 'type-wrong', pointer: '/events/3', value: 'null' }
		]);
	});

	it('has dates in parts', () => {
		expect(said(table, 0)).toMatchObject({ id: 'old-bridge', year: '1912', month: '5', day: '3', time: '14:05' });
		expect(said(table, 1)).toMatchObject({ year: '-44', 'end-year': '12' });
		expect(said(table, 2)).toEqual({ title: 'A ferry that nobody dated' });
	});

	it('marks texts that are HTML', () => {
		expect(said(table, 0).title).toBe('The <em>old</em> bridge opens');
		expect([notationOf(table, 'title'), notationOf(table, 'summary')]).toEqual(['html', 'html']);
	});
});

describe('StoryMapJS', () => {
	it('reads slides with their places, without the overview', () => {
		const table = readAs('storymapjs', fixture('storymap.json'));
		expect(table.leftOut).toEqual({ 'overview-slide': 1 });
		expect(table.about).toEqual({ title: 'A walk along the Lunn' });
		expect(said(table, 0)).toEqual({
			when: 'Spring of 1912',
			place: 'Upper Lunn',
			latitude: '51.50',
			longitude: '-2.5',
			title: 'The source',
			summary: '<p>Cold water.</p>',
			media: 'https://example.org/spring.jpg',
			'media-alt': 'A spring'
		});
		expect(said(table, 1)).toEqual({ title: 'Somewhere' });
	});
});

describe('timemap', () => {
	const [events, associations, sources] = ['events', 'associations', 'sources'].map((name) =>
		fixture(`timemap-${name}.json`)
	);
	if (events === undefined || associations === undefined || sources === undefined) throw new Error('Three files.');

	it('joins events, associations and sources by their ids', () => {
		const format = FORMATS.find(({ id }) => id === 'timemap');
		expect(format?.read(events, [associations, sources]).uses).toEqual([sources.name, associations.name]);
		const table = readAs('timemap', events, [associations, sources]);
		expect(said(table, 0)).toEqual({
			id: '1',
			summary: 'A truck drives through the gate.',
			start: '7/4/2021',
			time: '06:30',
			place: 'North gate',
			latitude: '51.50',
			longitude: '-2.5',
			category: ['vehicle', 'Vehicles'],
			'media-graphic': 'true',
			source: ['Gate camera', 'A letter'],
			'source-url': ['https://example.org/gate', ''],
			'source-publisher': ['Town hall', ''],
			'source-date': ['7/5/2021', ''],
			says: ['Shows the truck.', ''],
			media: 'https://example.org/gate.mp4'
		});
		expect(notationOf(table, 'start')).toBe('month-first');
		expect(table.leftOut).toEqual({ association: 2 });
	});

	it('names a source that is missing, and no member that every object has', () => {
		const table = readAs('timemap', events, [associations, sources]);
		expect(said(table, 1)).toMatchObject({ id: 'toString', source: 'constructor' });
		expect(table.problems).toMatchObject([
			{
				severity: 'warning',
				code: 'reference-missing',
				pointer: '/1',
				field: 'sources',
				value: 'constructor',
				params: { to: 'timemap-sources.json' }
			}
		]);
	});

	it('reads events alone, and all in one file', () => {
		const alone = readAs('timemap', events);
		expect(said(alone, 0).source).toEqual(['s1', 's2']);
		expect(codes(alone)).toEqual(['warning sources-apart']);
		const text = `{"events": ${events.text}, "associations": ${associations.text}, "sources": ${sources.text}}`;
		const whole = readAs('timemap', textFile('all.json', text));
		expect(said(whole, 0)).toEqual(said(readAs('timemap', events, [associations, sources]), 0));
	});
});

describe('Bellingcat', () => {
	it('has sources as parallel lists and a column for each kind of filter', () => {
		const table = readAs('bellingcat', fixture('bellingcat.json'));
		expect(said(table, 0)).toEqual({
			id: 'LN001',
			when: '07/04/2021',
			latitude: '51.50',
			longitude: '-2.5',
			place: 'Lower Lunn',
			summary: 'A roof is damaged.',
			'source-url': ['https://example.org/roof', 'https://example.org/letter'],
			source: ['A photograph', '']
		});
		expect(cell(table, 0, 'filters.Type of building')).toEqual(['School', 'Library']);
		expect(cell(table, 0, 'filters.__proto__')).toBe('Wind');
	});
});

describe('a list of records', () => {
	const table = readAs('json-records', fixture('records.json'));

	it('is found wherever it stands', () => {
		expect(table.rows.map(({ pointer }) => pointer)).toEqual(['/response/data/0', '/response/data/1']);
		expect(table.unreadable).toBe(1);
		expect(table.problems).toMatchObject([{ code: 'type-wrong', pointer: '/response/data/2', value: '17' }]);
	});

	it('keeps ids as they are written, and members of any name', () => {
		expect([cell(table, 0, 'id'), cell(table, 1, 'id')]).toEqual(['9007199254740993', '007']);
		expect(cell(table, 1, '__proto__')).toBe('a name like any other');
		expect(cell(table, 0, 'where.geolocation')).toBe('51.5, -2.5');
		expect(cell(table, 0, 'tags')).toEqual(['barn', 'wind']);
	});

	it('knows links with titles', () => {
		expect(said(table, 0)).toEqual({
			'source-url': ['https://example.org/barn', 'https://example.org/barn-2'],
			source: ['Barn burns', '']
		});
	});

	it('is not a single object, a text, or a list of numbers', () => {
		const json = FORMATS.filter(({ id }) => id !== 'csv');
		for (const text of ['{"a": 1}', '"text"', '[1, 2]', '[]', 'null', '{"a": {"b": []}}'])
			for (const format of json)
				expect([text, format.id, format.detect(textFile('a', text))]).toEqual([text, format.id, 0]);
	});
});
