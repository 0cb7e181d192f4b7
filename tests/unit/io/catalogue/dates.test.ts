import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../../../src/lib/core/edtf.ts';
import type { Notation } from '../../../../src/lib/io/formats/format.ts';
import type { ImportResult, Mapping } from '../../../../src/lib/io/import/import.ts';
import { checkWords, importCsv, mappingOf } from '../import/support.ts';

const HEAD = 'id,title,date,source\n';
const dated = (...dates: readonly string[]): ImportResult => {
	const quoted = dates.map((date, index) => `${index},T${index},"${date}",Report`);
	return importCsv(`${HEAD}${quoted.join('\n')}\n`);
};
const whens = ({ dataset }: ImportResult) => dataset?.events.map(({ when }) => when);
const intervalsOf = (text: string) => {
	const result = parseEdtf(text);
	if (!result.ok) throw new Error(`${text} is no date.`);
	return result.date.intervals.map(({ start, end }) => [start, end]);
};
const utc = (...parts: [number, number, number]) => Date.UTC(parts[0], parts[1] - 1, parts[2]);
const as =
	(notation: Notation) =>
	(mapping: Mapping): Mapping => ({
		...mapping,
		columns: mapping.columns.map((column) =>
			column.column === 'date' ? { ...column, use: { target: 'when', notation } } : column
		)
	});

it('B3 a set that reaches over months ends with the last day of its last month', () => {
	expect(whens(dated('[2024-11..2024-12]'))).toEqual(['[2024-11..2024-12]']);
	expect(intervalsOf('[2024-11..2024-12]').at(-1)?.[1]).toBe(utc(2025, 1, 1));
});

it('B4 a set of two years has a gap between them', () => {
	expect(whens(dated('{2020,2022}'))).toEqual(['{2020,2022}']);
	expect(intervalsOf('{2020,2022}')).toEqual([
		[utc(2020, 1, 1), utc(2021, 1, 1)],
		[utc(2022, 1, 1), utc(2023, 1, 1)]
	]);
});

it('B5 what is open has no end, what is unknown is not the same', () => {
	const texts = ['../2024', '2024/..', '2024/', '/2024'];
	expect(whens(dated(...texts))).toEqual(texts);
	const kinds = texts.map((text) => {
		const result = parseEdtf(text);
		return result.ok ? [result.date.startKind, result.date.endKind] : null;
	});
	expect(kinds).toEqual([
		['open', 'known'],
		['known', 'open'],
		['known', 'unknown'],
		['unknown', 'known']
	]);
});

it('B6 a day that its month does not have is refused with how many it has', () => {
	const { problems, counts } = dated('2024-02-30', '2023-02-29', '1900-02-29');
	expect(problems.map(({ code, value, params }) => [code, value, params.days])).toEqual([
		['date-invalid', '2024-02-30', 29],
		['date-invalid', '2023-02-29', 28],
		['date-invalid', '1900-02-29', 28]
	]);
	expect(counts).toMatchObject({ read: 3, rejected: 3 });
});

it('B7 an end before its start suggests the swap and does not make it', () => {
	const { problems, dataset } = dated('2024-12-31/2024-01-01');
	expect(dataset).toBeNull();
	expect(problems).toMatchObject([{ code: 'date-invalid', params: { suggest: '2024-01-01/2024-12-31' } }]);
});

it('B8 years before our era and of any size are counted in years', () => {
	const texts = ['0000', '-0001', '-0044-03-15', 'Y170000002', 'Y-170000002'];
	const result = dated(...texts, 'Y1E400', 'Y99999999999999999999');
	expect(whens(result)).toEqual(texts);
	expect(result.problems.map(({ code, value }) => [code, value])).toEqual([
		['date-invalid', 'Y1E400'],
		['date-invalid', 'Y99999999999999999999']
	]);
	for (const text of texts) expect(intervalsOf(text).flat().every(Number.isFinite)).toBe(true);
});

it('B9 a cell of 100 kB is refused by its length, whatever is in it', () => {
	for (const piece of ['9', '[', '2024-01-01,', '1 Jan '])
		expect(dated(piece.repeat(99_999 / piece.length)).problems).toMatchObject([
			{ code: 'date-invalid', params: { reason: 'too-long', max: 256 } }
		]);
});

it.each([
	['２０２４-01-01', 'U+FF12', '2024-01-01'],
	['2024–01–01', 'U+2013', '2024-01-01'],
	['2024\u00a0-01', 'U+00A0', '2024-01'],
	['2024-\u200f01', 'U+200F', '2024-01']
])('B10 %j has a character that is named, with what is perhaps meant', (text, character, mended) => {
	const { problems, dataset } = dated(text);
	expect(dataset).toBeNull();
	expect(problems).toMatchObject([{ code: 'date-invalid', params: { character, suggest: mended } }]);
});

it('B10 digits of Arabic are read where people write tables, and named in the native format', () => {
	expect(whens(dated('٢٠٢٤-٠١-٠١'))).toEqual(['2024-01-01']);
	const native = parseEdtf('٢٠٢٤-٠١-٠١');
	expect(native).toMatchObject({ ok: false, problem: { params: { character: 'U+0662', suggest: '2024-01-01' } } });
});

describe('B11 the order of day and month', () => {
	it('is asked once for a column, and no row is read before', () => {
		const text = `${HEAD}a,A,03/04/2024,R\nb,B,05/06/2024,R\n`;
		expect(mappingOf(text).questions).toMatchObject([
			{ kind: 'date-order', column: 'date', options: ['day-first', 'month-first'] }
		]);
		const { problems } = importCsv(text);
		expect(problems.map(({ code, params }) => [code, params.first, params.second])).toEqual([
			['date-order-unknown', '2024-04-03', '2024-03-04'],
			['date-order-unknown', '2024-06-05', '2024-05-06']
		]);
		expect(whens(importCsv(text, as('day-first')))).toEqual(['2024-04-03', '2024-06-05']);
		expect(whens(importCsv(text, as('month-first')))).toEqual(['2024-03-04', '2024-05-06']);
	});

	it('is proved by one value for all', () => {
		const text = `${HEAD}a,A,03/04/2024,R\nb,B,13/06/2024,R\n`;
		expect(mappingOf(text).questions).toEqual([]);
		expect(whens(importCsv(text))).toEqual(['2024-04-03', '2024-06-13']);
	});
});

describe('B12 what spreadsheets make of dates', () => {
	it('is asked, with what it would be', () => {
		const { problems } = dated('45292', '45292.5');
		expect(problems).toMatchObject([
			{ code: 'date-kind-unknown', value: '45292', params: { excel: '2024-01-01' } },
			{ code: 'date-kind-unknown', value: '45292.5', params: { excel: '2024-01-01' } }
		]);
		expect(mappingOf(`${HEAD}a,A,45292,R\n`).questions).toMatchObject([{ kind: 'date-kind' }]);
	});

	it('is read as a person says, from 1900 or from 1904', () => {
		const text = `${HEAD}a,A,45292,R\nb,B,45292.5,R\n`;
		expect(whens(importCsv(text, as('excel')))).toEqual(['2024-01-01', '2024-01-01T12:00:00']);
		expect(whens(importCsv(text, as('excel-1904')))).toEqual(['2028-01-02', '2028-01-02T12:00:00']);
	});

	it('is a month and two digits of a year in Dec-24, which is said', () => {
		const { problems } = dated('Dec-24', 'Jan 25', "Mar '99");
		expect(problems).toMatchObject([
			{ code: 'date-year-short', value: 'Dec-24', params: { year: '24' } },
			{ code: 'date-year-short', value: 'Jan 25', params: { year: '25' } },
			{ code: 'date-year-short', value: "Mar '99", params: { year: '99' } }
		]);
		const text = `${HEAD}a,A,Dec-24,R\nb,B,Mar-99,R\n`;
		expect(mappingOf(text).questions).toMatchObject([{ kind: 'century', column: 'date' }]);
		const from = (yearsFrom: number) => (mapping: Mapping) => ({
			...mapping,
			columns: mapping.columns.map((column) =>
				column.use?.target === 'when' ? { ...column, use: { ...column.use, yearsFrom } } : column
			)
		});
		expect(whens(importCsv(text, from(2000)))).toEqual(['2024-12', '2099-03']);
		expect(whens(importCsv(text, from(1930)))).toEqual(['2024-12', '1999-03']);
	});
});

describe('B13 seconds and milliseconds since 1970', () => {
	const notation = (text: string) => mappingOf(`${HEAD}a,A,${text},R\n`).columns[2]?.use?.notation;

	it('are told by their length, which is said with the column', () => {
		expect(notation('1704067200')).toBe('epoch-s');
		expect(notation('1704067200000')).toBe('epoch-ms');
		expect(whens(dated('1704067200', '1704153600'))).toEqual(['2024-01-01T00:00:00Z', '2024-01-02T00:00:00Z']);
		expect(whens(dated('1704067200000'))).toEqual(['2024-01-01T00:00:00Z']);
	});

	it('are asked where a column has both', () => {
		const { problems, dataset } = dated('1704067200', '1704067200000');
		expect(dataset).toBeNull();
		expect(problems.map(({ code }) => code)).toEqual(['date-kind-unknown', 'date-kind-unknown']);
		problems.forEach(checkWords);
	});

	it('are told of once where all years are far off, with the unit that would be nearer', () => {
		const rows = 'a,A,170406720000,R\nb,B,170406720001,R\n';
		const { problems, counts } = importCsv(`${HEAD}${rows}`, as('epoch-s'));
		expect(counts).toMatchObject({ read: 2, accepted: 2 });
		expect(problems).toMatchObject([
			{ code: 'epoch-implausible', field: 'date', value: '170406720000', params: { unit: 's', other: 'ms' } }
		]);
		problems.forEach(checkWords);
		expect(importCsv(`${HEAD}a,A,1704067200,R\n`, as('epoch-ms')).problems).toMatchObject([
			{ code: 'epoch-implausible', line: null, params: { unit: 'ms', date: '1970-01-20', other: 's' } }
		]);
		expect(importCsv(`${HEAD}${rows}c,C,1704067200,R\n`, as('epoch-s')).problems).toEqual([]);
	});

	it('are refused where they lead beyond the year 9999: it is the other unit', () => {
		const { problems } = importCsv(`${HEAD}a,A,1704067200000,R\n`, as('epoch-s'));
		expect(problems).toMatchObject([{ severity: 'error', code: 'date-kind-unknown', value: '1704067200000' }]);
		problems.forEach(checkWords);
	});
});

it('B14 offsets are honoured, times that are none are refused', () => {
	const good = ['2024-01-01T00:00:00+14:00', '2024-01-01T24:00:00Z'];
	const result = dated(...good, '2024-01-01T00:00:00.123Z', '2024-01-01T00:00:00+15:00', '2024-01-01T00:00:60Z');
	expect(whens(result)).toEqual([...good, '2024-01-01T00:00:00Z']);
	expect(result.problems.map(({ code, record }) => [code, record])).toEqual([
		['date-invalid', '3'],
		['date-invalid', '4']
	]);
	expect(intervalsOf('2024-01-01T00:00:00+14:00')[0]?.[0]).toBe(Date.UTC(2023, 11, 31, 10));
	expect(intervalsOf('2024-01-01T24:00:00Z')[0]?.[0]).toBe(utc(2024, 1, 2));
});

it('B17 a source that was published before the event is a warning on the event', () => {
	const { problems, counts } = importCsv(
		'id,title,date,source,source date\na,A,2024-05-01,Report,2024-01-01\nb,B,2024-01-01,Report,2024-01-01\n'
	);
	expect(problems).toMatchObject([{ severity: 'warning', code: 'source-predates-event', record: 'a' }]);
	expect(counts).toMatchObject({ read: 2, rejected: 0 });
});

it('B21 seasons, quarters and halves are dates', () => {
	const texts = ['2024-21', '2024-33', '2024-37', '2024-40'];
	expect(whens(dated(...texts))).toEqual(texts);
	expect(dated('2024-42').problems).toMatchObject([{ code: 'date-invalid' }]);
});
