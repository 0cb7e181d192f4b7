import { describe, expect, it } from 'vitest';
import { csv } from '../../../../src/lib/io/formats/csv.ts';
import { readDelimited, type DelimitedOptions } from '../../../../src/lib/io/formats/delimited.ts';

const fileOf = (text: string) => ({ name: 'a.csv', text, json: undefined });
const read = (text: string, options?: DelimitedOptions) => readDelimited(fileOf(text), options);
const names = (text: string, options?: DelimitedOptions) => read(text, options).columns.map(({ name }) => name);
const cells = (text: string, options?: DelimitedOptions) => read(text, options).rows.map((row) => row.cells);
const problems = (text: string, options?: DelimitedOptions) =>
	read(text, options).problems.map(({ code, line, params }) => ({ code, line, params }));

describe('delimiters', () => {
	it.each([',', ';', '\t', '|', '^', '~'])('finds %j', (delimiter) => {
		const text = ['id,title,when', '1,A,2024', '2,B,2025'].join('\n').replaceAll(',', delimiter);
		expect(read(text).dialect).toEqual({ delimiter, hasHeader: true });
		expect(cells(text)).toEqual([
			['1', 'A', '2024'],
			['2', 'B', '2025']
		]);
	});

	it('takes decimal commas for no delimiter', () => {
		const text = 'Datum;Ort;Breite;Länge\n01.02.2024;Köln;50,94;6,96\n02.02.2024;Bonn;50,73;7,1\n';
		expect(read(text).dialect?.delimiter).toBe(';');
		expect(cells(text)[0]).toEqual(['01.02.2024', 'Köln', '50,94', '6,96']);
	});

	it('obeys sep= and still counts its line', () => {
		const table = read('sep=;\na;b,c\n1;2,3\n');
		expect(table.columns.map(({ name }) => name)).toEqual(['a', 'b,c']);
		expect(table.rows).toEqual([{ line: 3, pointer: '', cells: ['1', '2,3'] }]);
	});

	it('takes any delimiter that is named', () => {
		expect(cells('a::b\n1::2\n', { delimiter: '::' })).toEqual([['1', '2']]);
	});

	it('reads a single column', () => {
		expect(cells('when\n2024\n2025\n')).toEqual([['2024'], ['2025']]);
	});
});

describe('headers', () => {
	it('keeps names in any language, and makes white space in them plain', () => {
		expect(names('التاريخ, Дата \n1,2')).toEqual(['التاريخ', 'Дата']);
		expect(names('"first\n  date",b\n1,2')).toEqual(['first date', 'b']);
	});

	it('names what is blank or repeated, apart from names that are there', () => {
		const text = 'a,,a,a (2),A,constructor,__proto__\n1,2,3,4,5,6,7\n';
		expect(names(text)).toEqual(['a', 'Column 2', 'a (3)', 'a (2)', 'A', 'constructor', '__proto__']);
		expect(problems(text)).toEqual([
			{ code: 'header-blank', line: 1, params: { column: 2 } },
			{ code: 'header-repeated', line: 1, params: { column: 3, first: 1 } }
		]);
	});

	it('says when the first row looks like data, and reads it', () => {
		const text = '2024-01-02,33.5,36.2,Strike\n2024-01-03,33.6,36.3,Fire\n';
		expect(names(text)).toEqual(['Column 1', 'Column 2', 'Column 3', 'Column 4']);
		expect(cells(text)).toHaveLength(2);
		expect(problems(text)).toEqual([{ code: 'header-missing', line: 1, params: {} }]);
		expect(problems(text, { hasHeader: false })).toEqual([]);
		expect(names(text, { hasHeader: true })[0]).toBe('2024-01-02');
	});

	it('does not take names for data', () => {
		expect(read('1990,title\n5,x\n6,y\n').dialect?.hasHeader).toBe(false);
		expect(read('date,2024\n2024-01-01,5\n2024-01-02,6\n').dialect?.hasHeader).toBe(true);
		expect(read('title,place\nA,B\n').dialect?.hasHeader).toBe(true);
	});

	it('takes names and uses from the format', () => {
		const table = read('1\t2\n', {
			delimiter: '\t',
			columns: ['GlobalEventID', 'Day'],
			use: (name) => (name === 'Day' ? { target: 'when', notation: 'compact' } : undefined)
		});
		expect(table.columns).toEqual([
			{ name: 'GlobalEventID' },
			{ name: 'Day', use: { target: 'when', notation: 'compact' } }
		]);
		expect(table.rows).toHaveLength(1);
	});
});

describe('rows', () => {
	it.each(['\n', '\r\n', '\r'])('ends lines with %j and counts those within quotes', (end) => {
		const table = read(['a,b', '1,"x', 'y"', '', '2,z'].join(end));
		expect(table.rows).toEqual([
			{ line: 2, pointer: '', cells: ['1', 'x\ny'] },
			{ line: 5, pointer: '', cells: ['2', 'z'] }
		]);
	});

	it('reads lines that end in several ways', () => {
		expect(cells('a,b\r\n1,2\n3,4\r5,6')).toEqual([
			['1', '2'],
			['3', '4'],
			['5', '6']
		]);
	});

	it('says how many fields there are and how many there should be', () => {
		const text = 'a,b,c\n1,2\n1,2,3\n1,2,3,4\n1,2,3,,\n';
		expect(problems(text)).toEqual([
			{ code: 'row-too-short', line: 2, params: { fields: 2, columns: 3 } },
			{ code: 'row-too-long', line: 4, params: { fields: 4, columns: 3 } },
			{ code: 'row-too-long', line: 5, params: { fields: 5, columns: 3 } }
		]);
		expect(read(text).problems.map(({ severity }) => severity)).toEqual(['warning', 'error', 'warning']);
		expect(problems('a,b,c\n1,2,3,\n4,5,6,\n')).toEqual([]);
		expect(read(text).rows.map(({ cells: row, overflow }) => [row, overflow])).toEqual([
			[['1', '2', ''], undefined],
			[['1', '2', '3'], undefined],
			[['1', '2', '3'], ['4']],
			[['1', '2', '3'], undefined]
		]);
	});

	it('refuses a cell that is too long', () => {
		expect(problems(`a,b\n1,${'x'.repeat(100_001)}\n2,y\n`)).toEqual([
			{ code: 'limit-cell', line: 2, params: { limit: 100_000, length: 100_001 } }
		]);
	});

	it('refuses too many columns and counts the rows', () => {
		const table = read(`${Array.from({ length: 1_001 }, (_, index) => `c${index}`).join(',')}\n1\n2\n`);
		expect(table.problems.map(({ code }) => code)).toEqual(['limit-columns']);
		expect(table).toMatchObject({ columns: [], rows: [], unreadable: 2 });
	});
});

describe('quotes', () => {
	it('names the line of the one that opens and never closes, and goes on after it', () => {
		const table = read('a,b,c\n1,2,3\n4,"5,6\n7,8,9\n10,11,12\n');
		expect(table.problems).toMatchObject([{ severity: 'error', code: 'quote-unclosed', line: 3, pointer: '3:3' }]);
		expect(table.rows.map(({ line }) => line)).toEqual([2, 3, 4, 5]);
		expect(table.rows.at(-1)?.cells).toEqual(['10', '11', '12']);
	});

	it('does so too when a later text in quotes seems to close it', () => {
		const table = read('a,b\n"1,x\n2,"y"\n"3","z"\n');
		expect(table.problems.map(({ code, line }) => ({ code, line }))).toEqual([{ code: 'quote-unclosed', line: 2 }]);
		expect(table.rows.map(({ cells: row }) => row.at(-1))).toEqual(['x', 'y', 'z']);
	});

	it('names the line of the quote and not of the row', () => {
		const table = read('a,b,c\n"x\ny",2,"3\n4,5,6\n');
		expect(table.problems.map(({ code, line }) => ({ code, line }))).toEqual([{ code: 'quote-unclosed', line: 3 }]);
		expect(table.rows.at(-1)).toMatchObject({ line: 4, cells: ['4', '5', '6'] });
	});

	it('reads one that is not doubled as part of the text, and says so', () => {
		const table = read('a,b\n"x "y" z",2\n3,4\n');
		expect(table.rows[0]?.cells).toEqual(['x "y" z', '2']);
		expect(table.problems.map(({ code, line }) => ({ code, line }))).toEqual([{ code: 'quote-stray', line: 2 }]);
	});

	it('gives up after many and counts the rest', () => {
		const table = read(`a,b\n${'"x,1\n'.repeat(60)}`);
		expect(table.rows.length + table.unreadable).toBe(60);
		expect(table.unreadable).toBe(10);
	});

	it('can be letters like any other', () => {
		expect(cells('a\tb\n"x\t"y"\n', { delimiter: '\t', quotes: false })).toEqual([['"x', '"y"']]);
	});
});

describe('detection', () => {
	it('claims tables, and nothing that is something else', () => {
		expect(csv.detect(fileOf('a,b\n1,2\n'))).toBe(0.5);
		expect(csv.detect(fileOf('sep=;\na\n'))).toBe(0.5);
		expect(csv.detect(fileOf('title\nA\n'))).toBeGreaterThan(0);
		expect(csv.detect(fileOf('A letter\nto you\n'))).toBe(0);
		for (const text of ['', ' \n', '<kml>,</kml>', 'BEGIN:VCALENDAR\nA,B', '{"a":1,', '[{"a":1,'])
			expect(csv.detect(fileOf(text))).toBe(0);
		expect(csv.detect({ name: 'a', text: '1,2', json: 5 })).toBe(0);
	});
});
