import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimal } from '../../../../src/lib/io/export/decimal.ts';
import {
	joinNames,
	neutralised,
	originalName,
	rejectedName,
	restored,
	splitNames
} from '../../../../src/lib/io/exported.ts';
import { text } from './arbitraries.ts';

describe('a cell that a spreadsheet would calculate', () => {
	test.each([
		'=1+1',
		'+1',
		'+49 30 123',
		'-1-1',
		'-',
		'--1',
		'-1e5',
		'-1,5',
		'-a',
		'@SUM(A1)',
		'\t=1',
		'\r=1',
		'\n=1',
		'\0=1',
		'＝1',
		'＋1',
		'－1',
		'＠a',
		"'=1",
		"''@a",
		"'-5"
	])('%j gets an apostrophe', (cell) => {
		expect(neutralised(cell)).toBe(`'${cell}`);
		expect(restored(`'${cell}`)).toBe(cell);
	});

	test.each([
		'',
		'a',
		'-5',
		'-70.25',
		'-0',
		'-0044-03-15',
		'-0499',
		'-0044/-0043',
		'-0044~',
		"'tis",
		"'",
		'1+1',
		'007',
		'a=b'
	])('%j stays as it is', (cell) => {
		expect(neutralised(cell)).toBe(cell);
		expect(restored(cell)).toBe(cell);
	});

	test('and any other is the same afterwards', () => {
		fc.assert(
			fc.property(fc.oneof(text, fc.string({ unit: fc.constantFrom(..."'=-@0a\t") })), (cell) => {
				expect(restored(neutralised(cell))).toBe(cell);
				if (/^[=+@\t\r\n\0]/.test(cell)) expect(neutralised(cell)).toBe(`'${cell}`);
			}),
			{ seed: 3, numRuns: 1_000 }
		);
	});
});

test('names in one cell are the same afterwards', () => {
	fc.assert(
		fc.property(fc.array(fc.string({ unit: fc.constantFrom(...'a;\\ '), minLength: 1 })), (names) => {
			expect(splitNames(joinNames(names))).toEqual(names);
		}),
		{ seed: 3, numRuns: 500 }
	);
	expect(splitNames('C:\\dir;b')).toEqual(['C:\\dir', 'b']);
});

test('numbers are written without an exponent, and are the same afterwards', () => {
	expect(
		['1e-7', '-1.25e-9', '1.5e21', '123e20', '1e21', '0', '-70.25'].map((value) => decimal(Number(value)))
	).toEqual([
		'0.0000001',
		'-0.00000000125',
		'1500000000000000000000',
		'12300000000000000000000',
		'1000000000000000000000',
		'0',
		'-70.25'
	]);
	fc.assert(
		fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
			expect(decimal(value)).not.toContain('e');
			expect(Number(decimal(value)) + 0).toBe(value + 0);
		}),
		{ seed: 3, numRuns: 1_000 }
	);
});

test.each([
	['events.csv', 'events-rejected.csv'],
	['events-rejected.csv', 'events-rejected.csv'],
	['events-rejected (2).csv', 'events-rejected.csv'],
	['a.b/events', 'a.b/events-rejected'],
	['.hidden', '.hidden-rejected'],
	['my.map.geojson', 'my.map-rejected.geojson']
])('rejected rows of %j are in %j', (file, rejected) => {
	expect(rejectedName(file)).toBe(rejected);
	expect(originalName(rejected)).toBe(file.replace(/-rejected(?: \(2\))?/, ''));
});
