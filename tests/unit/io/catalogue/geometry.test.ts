import { describe, expect, it } from 'vitest';
import type { ImportResult, Mapping } from '../../../../src/lib/io/import/import.ts';
import { checkWords, importCsv, importTexts, mappingOf, ofRows } from '../import/support.ts';

const HEAD = 'id,title,date,lat,lon,source\n';
const at = (...pairs: readonly (readonly [string, string])[]): ImportResult =>
	importCsv(
		`${HEAD}${pairs.map(([lat, lng], index) => `${index},T${index},2024,"${lat}","${lng}",Report\n`).join('')}`
	);

const properties = { title: 'A', date: '2024', source: 'Report' };
const shaped = (...geometries: readonly unknown[]): ImportResult =>
	importTexts({
		'a.geojson': JSON.stringify({
			type: 'FeatureCollection',
			features: geometries.map((geometry, id) => ({ type: 'Feature', id, properties, geometry }))
		})
	});

/** Of each event in turn; `null`: it has no position. */
const pointsOf = ({ dataset }: ImportResult) =>
	dataset?.events.map(({ places }) => dataset.places.find(({ id }) => id === places[0]?.place)?.point ?? null) ?? [];
const codes = ({ problems }: ImportResult) => problems.map(({ severity, code }) => `${severity} ${code}`);

/** Each is no geometry of GeoJSON; none may become a point without a word. */
const INVALID: readonly unknown[] = [
	...[7, true, 'POINT(1 2)', [], [1, 2], {}, { type: 'Point' }, { type: 'Blob', coordinates: [1, 2] }],
	...[{ coordinates: [1, 2] }, { type: 'point' + 's', coordinates: [1, 2] }, { type: 7, coordinates: [1, 2] }],
	...[
		{ type: 'Point', coordinates: [1] },
		{ type: 'Point', coordinates: ['1', '2'] }
	],
	...[
		{ type: 'Point', coordinates: [1, null] },
		{ type: 'Point', coordinates: '1,2' },
		{ type: 'Point', coordinates: null }
	],
	...[
		{ type: 'Point', coordinates: { lng: 1, lat: 2 } },
		{ type: 'Point', coordinates: [[1, 2]] }
	],
	...[{ type: 'LineString', coordinates: [1, 2] }],
	...[
		{ type: 'LineString', coordinates: [[1, 2], [3]] },
		{ type: 'LineString' },
		{ type: 'MultiPoint', coordinates: [1, 2] }
	],
	...[
		{ type: 'Polygon', coordinates: [[1, 2]] },
		{ type: 'Polygon', coordinates: [1, 2] },
		{ type: 'Polygon', coordinates: {} }
	],
	...[{ type: 'GeometryCollection', geometries: {} }, { type: 'GeometryCollection' }],
	...[
		{ type: 'GeometryCollection', geometries: [7] },
		{ type: 'Feature', geometry: { type: 'Point', coordinates: [1, 2] } }
	],
	...[
		{ type: 'Point', coordinates: [1, 91] },
		{ type: 'Point', coordinates: [500_000, 4_649_776] }
	]
];

it('C1 what is no geometry is an error of its record, never a place', () => {
	for (const geometry of INVALID) {
		const { problems, counts } = shaped(geometry, { type: 'Point', coordinates: [1.5, 2.5] });
		expect([geometry, counts.rejected, counts.accepted]).toEqual([geometry, 1, 1]);
		expect([geometry, problems.filter(({ severity }) => severity === 'error').length]).toEqual([geometry, 1]);
		expect(problems).toMatchObject([{ file: 'a.geojson', pointer: '/features/0', field: 'geometry' }]);
	}
});

it('C2 no geometry at all is an event without a place, listed and counted', () => {
	const result = shaped(null);
	expect(pointsOf(result)).toEqual([null]);
	expect(result.counts).toMatchObject({ read: 1, accepted: 1, unplaced: 1 });
	expect(codes(result)).toEqual([]);
});

it('C3 an empty cell is never 0', () => {
	const result = at(['', ''], ['', '2.5'], ['1.5', ' ']);
	expect(pointsOf(result)).toEqual([null]);
	expect(ofRows(result)).toEqual(['3 coordinates-incomplete lat', '4 coordinates-incomplete lon']);
});

it('C4 exactly 0, 0 is loaded with a warning', () => {
	const result = at(['0', '0'], ['0', '0.5']);
	expect(pointsOf(result)).toEqual([
		[0, 0],
		[0.5, 0]
	]);
	expect(ofRows(result)).toEqual(['2 null-island lat']);
});

it('C5 swapped latitude and longitude are offered once for the file, with the evidence, and swapped only then', () => {
	const text = `${HEAD}a,A,2024,136.2,33.5,R\nb,B,2024,139.2,35.5,R\n`;
	const result = importCsv(text);
	expect(result.counts).toMatchObject({ read: 2, rejected: 2 });
	expect(result.problems[0]).toMatchObject({
		code: 'coordinates-maybe-swapped',
		value: '136.2, 33.5',
		params: { rows: 2, of: 2 }
	});
	expect(mappingOf(text).questions).toMatchObject([{ kind: 'swapped', columns: ['lat', 'lon'], rows: 2, of: 2 }]);
	const swapped = importCsv(text, (mapping: Mapping) => ({ ...mapping, swapped: true, questions: [] }));
	expect(pointsOf(swapped)).toEqual([
		[136.2, 33.5],
		[139.2, 35.5]
	]);
	expect(codes(swapped)).toEqual([]);
});

it('C6 metres and other reference systems are refused, with the name and the command that converts', () => {
	expect(ofRows(at(['4649776', '500000']))).toEqual(['2 coordinates-projected lat']);
	const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3857' } };
	const feature = { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [1, 2] } };
	const { problems, dataset } = importTexts({
		'a.geojson': JSON.stringify({ type: 'FeatureCollection', crs, features: [feature] })
	});
	expect(dataset).toBeNull();
	expect(problems).toMatchObject([
		{ severity: 'error', code: 'crs-unsupported', pointer: '/crs', value: 'urn:ogc:def:crs:EPSG::3857' }
	]);
});

describe('C7 degrees are read in documented forms alone', () => {
	it.each([
		['34.5°N', '2.5°E', [2.5, 34.5]],
		['34°30\'00"N', "2°30'E", [2.5, 34.5]],
		['\u221234.5', '2.5', [2.5, -34.5]],
		['34.5 S', '2.5 W', [-2.5, -34.5]]
	])('%s, %s', (lat, lng, point) => {
		const sheet = importCsv(`id;title;date;lat;lon;source\n0;A;2024;${lat.replaceAll('"', '″')};${lng};R\n`);
		expect(pointsOf(sheet)).toEqual([point]);
	});

	it.each(['0x10', '1e3', '1e1', '34.5.1', '34,5,1', 'north', '34.5°X', '３４'])('%s is no number of degrees', (lat) =>
		expect(ofRows(at(['1.5', '2.5'], [lat, '2.5']))).toEqual(['3 number-unreadable lat'])
	);

	it('34,5 is one where the column is written so', () => {
		const sheet = importCsv('id;title;date;lat;lon;source\n0;A;2024;34,5;2,5;R\n');
		expect(pointsOf(sheet)).toEqual([[2.5, 34.5]]);
	});
});

it('C8 a longitude around the world is wrapped and said, a latitude beyond the pole is refused', () => {
	const result = at(['1.5', '190'], ['1.5', '-540'], ['90.0001', '120']);
	expect(pointsOf(result)).toEqual([
		[-170, 1.5],
		[-180, 1.5]
	]);
	expect(result.counts).toMatchObject({ repaired: 2, rejected: 1 });
	expect(ofRows(result)).toEqual(['2 longitude-wrapped lat', '3 longitude-wrapped lat', '4 latitude-out-of-range lat']);
});

it('C9 what is not finite is refused', () => {
	const result = at(['NaN', '1'], ['Infinity', '1'], ['1e400', '1'], ['1', '-Infinity']);
	expect(result.counts).toMatchObject({ read: 4, rejected: 4 });
	const json = importTexts({
		'a.geojson': `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"title":"A","date":"2024","source":"R"},"geometry":{"type":"Point","coordinates":[1e400,2]}}]}`
	});
	expect(json.counts).toMatchObject({ read: 1, rejected: 1 });
});

it('C10 heights and measures are left out, and that is said once for the file', () => {
	const result = shaped(
		{ type: 'Point', coordinates: [1.234_567_890_123_456_7, 2.5, 100] },
		{ type: 'Point', coordinates: [1.5, 2.5, 100, 7] },
		{ type: 'Point', coordinates: [1.5, 2.5] }
	);
	expect(pointsOf(result)[0]?.[0]).toBe(1.234_567_890_123_456_7);
	expect(result.counts).toMatchObject({ read: 3, accepted: 3 });
	expect(result.problems).toMatchObject([
		{ severity: 'warning', code: 'coordinates-extra', record: null, params: { dropped: '100, …', count: 2 } }
	]);
});

it('C11 what crosses the date line has its middle there', () => {
	const result = shaped(
		{
			type: 'LineString',
			coordinates: [
				[177, -18],
				[-178, -16]
			]
		},
		{
			type: 'MultiPoint',
			coordinates: [
				[179, -16],
				[-179, -16]
			]
		},
		{
			type: 'Polygon',
			coordinates: [
				[
					[170, 0],
					[-170, 0],
					[-170, 10],
					[170, 10],
					[170, 0]
				]
			]
		},
		{
			type: 'MultiPolygon',
			coordinates: [
				[
					[
						[178, 0],
						[180, 0],
						[180, 2],
						[178, 0]
					]
				],
				[
					[
						[-180, 0],
						[-178, 0],
						[-180, 2],
						[-180, 0]
					]
				]
			]
		}
	);
	expect(pointsOf(result)).toEqual([
		[179.5, -17],
		[180, -16],
		[180, 5],
		[180, 1]
	]);
});

it('C12 a pole is a position like any other', () => {
	expect(pointsOf(at(['90', '0'], ['-90', '10'], ['85.06', '10']))).toEqual([
		[0, 90],
		[10, -90],
		[10, 85.06]
	]);
});

it('C13 rings that do not close, cross or wind the wrong way are reduced to their middle, which is said', () => {
	const result = shaped(
		{
			type: 'Polygon',
			coordinates: [
				[
					[0, 0],
					[4, 0],
					[4, 4],
					[0, 4]
				]
			]
		},
		{
			type: 'Polygon',
			coordinates: [
				[
					[0, 0],
					[4, 4],
					[4, 0],
					[0, 4],
					[0, 0]
				]
			]
		},
		{
			type: 'Polygon',
			coordinates: [
				[
					[0, 0],
					[0, 4],
					[4, 4],
					[4, 0],
					[0, 0]
				]
			]
		},
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
		}
	);
	expect(pointsOf(result)).toEqual([
		[2, 2],
		[2, 2],
		[2, 2],
		[2, 2]
	]);
	expect(result.counts).toMatchObject({ read: 4, repaired: 4 });
	const reduced = 'warning geometry-reduced';
	expect(codes(result)).toEqual([reduced, 'warning ring-unclosed', reduced, reduced, reduced]);
	result.problems.forEach(checkWords);
});

it('C14 collections, nested, empty or with a bad part', () => {
	const point = { type: 'Point', coordinates: [1, 2] };
	const nested = {
		type: 'GeometryCollection',
		geometries: [point, { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [3, 4] }] }]
	};
	const bad = { type: 'GeometryCollection', geometries: [point, { type: 'Point', coordinates: ['x', 2] }] };
	const hopeless = { type: 'MultiPoint', coordinates: [['x', 2]] };
	const result = shaped(nested, { type: 'GeometryCollection', geometries: [] }, bad, hopeless);
	expect(pointsOf(result)).toEqual([[2, 3], null, [1, 2]]);
	expect(result.counts).toMatchObject({ read: 4, accepted: 1, repaired: 2, rejected: 1, unplaced: 1 });
	expect(result.problems).toMatchObject([
		{ code: 'geometry-reduced', pointer: '/features/0' },
		{ code: 'geometry-reduced', pointer: '/features/2' },
		{ severity: 'warning', code: 'geometry-part-unreadable', pointer: '/features/2', params: { parts: '2', count: 1 } },
		{ severity: 'error', code: 'coordinates-unreadable', pointer: '/features/3' }
	]);
});

it('C15 a shape of 100,000 corners, and 5,000 events on one spot', () => {
	const ring = Array.from({ length: 100_000 }, (_, index) => [
		Math.cos((index / 50_000) * Math.PI) * 10,
		Math.sin((index / 50_000) * Math.PI) * 10
	]);
	const [point] = pointsOf(shaped({ type: 'Polygon', coordinates: [[...ring, ring[0]]] }));
	expect(point?.map(Math.round)).toEqual([0, 0]);
	const spot = at(...Array.from({ length: 5_000 }, () => ['33.5', '36.2'] as const));
	expect(spot.counts).toMatchObject({ read: 5_000, accepted: 5_000, places: 1 });
});

it('C16 ids are texts, and those that collide are both named', () => {
	const rows = [
		'1,A',
		'1,B',
		'9007199254740993,C',
		'9007199254740992,D',
		'caf\u00e9,E',
		'cafe\u0301,F',
		'007,G',
		'7,H'
	];
	const result = importCsv(`${HEAD}${rows.map((row) => `${row},2024,1.5,2.5,R\n`).join('')}`);
	expect(result.counts).toMatchObject({ read: 8, accepted: 8 });
	expect(new Set(result.dataset?.events.map(({ id }) => id)).size).toBe(8);
	expect(result.dataset?.events.map(({ sourceId }) => sourceId)).toEqual(
		expect.arrayContaining(['9007199254740993', '007', '7'])
	);
	expect(result.problems.map(({ code, line, record, params }) => [code, line, record, params.others])).toEqual([
		['id-conflict', 3, '1', '2'],
		['id-conflict', 7, 'cafe\u0301', '6']
	]);
	const json = importTexts({ 'a.json': '[{"id":9007199254740993,"title":"A","date":"2024","source":"R"}]' });
	expect(json.dataset?.events[0]?.sourceId).toBe('9007199254740993');
});
