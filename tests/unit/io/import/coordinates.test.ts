import { describe, expect, it } from 'vitest';
import { pairText, readDegrees, readPair } from '../../../../src/lib/io/import/coordinates.ts';
import { readShape } from '../../../../src/lib/io/import/shapes.ts';

const degrees = (text: string, axis: 'latitude' | 'longitude' = 'latitude', notation?: 'decimal-comma') => {
	const result = readDegrees(text, axis, notation);
	return result.ok ? Math.round(result.value * 1e6) / 1e6 : null;
};

describe('degrees', () => {
	it.each([
		['33.5138', 33.5138],
		[' -70.25 ', -70.25],
		['+5', 5],
		['\u221270.25', -70.25],
		['.5', 0.5],
		['34.5°N', 34.5],
		['34.5 S', -34.5],
		['N 34.5', 34.5],
		['33°30\'49"N', 33.513611],
		['33° 30′ 49″ S', -33.513611],
		["33°30'", 33.5],
		['1234567.8', 1234567.8],
		['٣٣٫٥', 33.5],
		['-۷۰٫۲۵', -70.25]
	])('%s is read', (text, expected) => expect(degrees(text)).toBe(expected));

	it.each([
		'34,5',
		'0x10',
		'1e3',
		'NaN',
		'Infinity',
		'1 2',
		'',
		'N',
		'34.5E',
		'-34.5 N',
		"33°60'N",
		'３３',
		'1'.repeat(100)
	])('%s is refused', (text) => expect(degrees(text)).toBeNull());

	it('have a comma where the column has one', () => {
		expect(degrees('34,5', 'latitude', 'decimal-comma')).toBe(34.5);
		expect(degrees('1,234,5', 'latitude', 'decimal-comma')).toBeNull();
	});

	it('have letters of their own axis', () => {
		expect(degrees('36.2 W', 'longitude')).toBe(-36.2);
		expect(degrees('36.2 N', 'longitude')).toBeNull();
	});
});

describe('pairs', () => {
	it('are written so that they can be read', () => {
		expect(pairText('33.5', '36.2')).toBe('33.5, 36.2');
		expect(pairText('507,374', '7,0982')).toBe('507,374; 7,0982');
	});

	const pair = (text: string, notation?: 'lat-lng' | 'lng-lat') => {
		const result = readPair(text, notation);
		return result.ok ? result.value : result.code;
	};

	it('are read in the order that is known', () => {
		expect(pair('33.5, 36.2', 'lat-lng')).toEqual([36.2, 33.5]);
		expect(pair('[33.5; 36.2]', 'lng-lat')).toEqual([33.5, 36.2]);
		expect(pair('33.5 36.2', 'lat-lng')).toEqual([36.2, 33.5]);
	});

	it('are read without one where there is one reading only', () => {
		expect(pair('33.5, 136.2')).toEqual([136.2, 33.5]);
		expect(pair('136.2, 33.5')).toEqual([136.2, 33.5]);
		expect(pair('36.2E, 33.5N')).toEqual([36.2, 33.5]);
		expect(pair('33.5, 36.2')).toBe('coordinates-order-unknown');
	});

	it.each(['33.5', '1, 2, 3', 'a, b', '', '9'.repeat(1_000)])('%s is none', (text) =>
		expect(pair(text)).toBe('coordinates-unreadable')
	);
});

describe('shapes', () => {
	const shape = (text: string) => {
		const result = readShape(text);
		return result.ok ? result.value : result.code;
	};

	it('are points, or the middle of what they span', () => {
		expect(shape('{"type":"Point","coordinates":[36.2,33.5,700]}')).toMatchObject({
			point: [36.2, 33.5],
			type: null,
			extra: 700
		});
		expect(shape('POINT Z (36.2 33.5 700)')).toMatchObject({ point: [36.2, 33.5], type: null, extra: 700 });
		expect(shape('LINESTRING(0 0, 10 4)')).toMatchObject({ point: [5, 2], type: 'LINESTRING', extra: null });
		expect(shape('MULTIPOLYGON(((0 0,4 0,4 4,0 0)),((8 8,9 8,9 9,8 8)))')).toMatchObject({ point: [4.5, 4.5] });
		expect(shape('{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[2,2]}]}')).toMatchObject({
			point: [2, 2]
		});
	});

	it.each([
		['MULTIPOINT((1 2),(x 2),3 4)', [2, 3], ['2']],
		['MULTIPOINT(1 2,3 200)', [1, 2], ['2']],
		['GEOMETRYCOLLECTION(POINT(x 1),GEOMETRYCOLLECTION(POINT(1 2),CIRCLE(3 4)),POINT EMPTY)', [1, 2], ['1', '2.2']],
		['{"type":"MultiPolygon","coordinates":[[[[0,0],[4,0],[4,4],[0,0]]],[[[8,8],[9]]],7]}', [2, 2], ['2', '3']],
		['{"type":"GeometryCollection","geometries":[null,{"type":"Point","coordinates":[1,2]}]}', [1, 2], ['1']]
	])('C14 of %s the good parts are used and the bad are named', (text, point, bad) =>
		expect(shape(text)).toMatchObject({ point, bad })
	);

	it.each([
		'MULTIPOINT(x 1,2)',
		'GEOMETRYCOLLECTION(POINT EMPTY,POINT(x 1))',
		'MULTIPOINT((1 2),(3 4)',
		'{"type":"GeometryCollection","geometries":[{"type":"MultiPoint","coordinates":[["x",2]]}]}'
	])('C14 of %s no part is good', (text) => expect(shape(text)).toBe('coordinates-unreadable'));

	it('C14 of metres no part is better than the others', () => {
		expect(shape('MULTIPOINT(500000 4000000,500100 4000100)')).toMatchObject({ bad: [] });
	});

	it('C13 a hole outside of its area does not move the middle', () => {
		expect(shape('POLYGON((0 0,4 0,4 4,0 0),(50 50,51 50,51 51,50 50))')).toMatchObject({ point: [2, 2] });
	});

	it('C13 rings are counted that are not closed, or enclose nothing', () => {
		expect(shape('POLYGON((0 0,4 0,4 4),(1 1,2 1,2 2,1 1),(1 1,2 2,1 1),(1 1))')).toMatchObject({
			unclosed: 1,
			short: 2
		});
		expect(shape('MULTIPOLYGON(((0 0,4 0,4 4,0 0)),((8 8,9 8,9 9)))')).toMatchObject({ unclosed: 1, short: 0 });
	});

	it('span the date line where that is shorter', () => {
		expect(shape('LINESTRING(177 -20,-178 -16)')).toMatchObject({ point: [179.5, -18] });
	});

	it('may be empty', () => {
		expect(shape('POINT EMPTY')).toBeNull();
		expect(shape('{"type":"Polygon","coordinates":[]}')).toBeNull();
	});

	it.each(['{', 'CIRCLE(1 2)', 'POINT(a b)', '{"type":"Point","coordinates":"1,2"}', '{"type":"Feature"}', '36 33'])(
		'%s is none',
		(text) => expect(shape(text)).toBe('coordinates-unreadable')
	);
});
