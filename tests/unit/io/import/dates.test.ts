import { describe, expect, it } from 'vitest';
import type { Notation } from '../../../../src/lib/io/formats/format.ts';
import { readDate, readTime } from '../../../../src/lib/io/import/dates.ts';

const read = (text: string, notation?: Notation) => {
	const result = readDate(text, notation === undefined ? {} : { notation });
	return result.ok ? result.value.text : result.code;
};

describe('dates that can mean one thing only', () => {
	it.each([
		['2024', '2024'],
		['2024-05', '2024-05'],
		[' 2024-05-01 ', '2024-05-01'],
		['2024-05-01T12:00:00Z', '2024-05-01T12:00:00Z'],
		['2024-05-01 12:00', '2024-05-01T12:00:00'],
		['2024-05-01T12:00:00.123+03:00', '2024-05-01T12:00:00+03:00'],
		['2024-05-01 12:00:00.000', '2024-05-01T12:00:00'],
		['2024-05-01T12:00:00+0300', '2024-05-01T12:00:00+03:00'],
		['2024/5/1', '2024-05-01'],
		['1538.02.09', '1538-02-09'],
		['1984~', '1984~'],
		['2024-05/2024-06', '2024-05/2024-06'],
		['-0044-03-15', '-0044-03-15'],
		['12 March 2024', '2024-03-12'],
		['12-Mar-2024', '2024-03-12'],
		['March 12, 2024', '2024-03-12'],
		['12th March 2024', '2024-03-12'],
		['12. März 2024', '2024-03-12'],
		['12 mars 2024', '2024-03-12'],
		['12 de marzo de 2024', '2024-03-12'],
		['12 марта 2024', '2024-03-12'],
		['١٢', 'date-invalid'],
		['12 مارس 2024', '2024-03-12'],
		['March 2024', '2024-03'],
		['31/12/2024', '2024-12-31'],
		['12/31/2024 14:05', '2024-12-31T14:05:00'],
		['05/05/2024', '2024-05-05']
	])('%s is %s', (text, expected) => expect(read(text)).toBe(expected));

	it('says so when one is written otherwise than its column', () => {
		expect(readDate('1975-02-23T02:58:41.000Z', { notation: 'month-first' })).toEqual({
			ok: true,
			value: { text: '1975-02-23T02:58:41Z', differs: true }
		});
		expect(readDate('1975', { notation: 'month-first' })).toMatchObject({ value: { differs: false } });
	});
});

describe('dates that can mean several things', () => {
	it('are refused without a notation, with both readings', () => {
		expect(readDate('03/04/2024')).toEqual({
			ok: false,
			code: 'date-order-unknown',
			params: { first: '2024-04-03', second: '2024-03-04' }
		});
		expect(readDate('45292')).toEqual({ ok: false, code: 'date-kind-unknown', params: { excel: '2024-01-01' } });
		expect(read('Dec-24')).toBe('date-year-short');
		expect(read('03/04/24')).toBe('date-year-short');
		expect(read('15-Oct-25')).toBe('date-year-short');
	});

	it.each<[string, number, string]>([
		['13/04/24', 2000, '2024-04-13'],
		['13/04/24', 1900, '1924-04-13'],
		['13/04/29 14:05', 1930, '2029-04-13T14:05:00'],
		['13/04/30', 1930, '1930-04-13'],
		['13/04/00', 2000, '2000-04-13'],
		['13/04/99', 0, '0099-04-13'],
		['04/04/24', 2000, '2024-04-04'],
		['Dec-24', 2000, '2024-12'],
		["Mar '99", 1900, '1999-03'],
		['15-Oct-25', 2000, '2025-10-15'],
		["15 Oct '25", 2000, '2025-10-15'],
		['13/04/24 - 15/04/24', 2000, '2024-04-13/2024-04-15'],
		['13/04/1824', 2000, '1824-04-13'],
		['31/02/24', 2000, 'date-invalid'],
		['03/04/24', 2000, 'date-order-unknown']
	])('%s is read with its years from %i', (text, yearsFrom, expected) => {
		const result = readDate(text, { yearsFrom });
		expect(result.ok ? result.value.text : result.code).toBe(expected);
	});

	it('have their order and their years told apart', () => {
		expect(readDate('03/04/24', { yearsFrom: 1900, notation: 'month-first' })).toMatchObject({
			value: { text: '1924-03-04' }
		});
		expect(readDate('03/04/24', { yearsFrom: 2000 })).toMatchObject({ params: { first: '2024-04-03' } });
	});

	it.each<[string, Notation, string]>([
		['03/04/2024', 'day-first', '2024-04-03'],
		['03/04/2024', 'month-first', '2024-03-04'],
		['3.4.2024 5:06', 'day-first', '2024-04-03T05:06:00'],
		['12/31/2024', 'day-first', 'date-order-contradicted'],
		['31/12/2024', 'month-first', 'date-order-contradicted'],
		['30/02/2024', 'day-first', 'date-invalid'],
		['45292', 'excel', '2024-01-01'],
		['45292.5', 'excel', '2024-01-01T12:00:00'],
		['60', 'excel', 'date-unreadable'],
		['43830', 'excel-1904', '2024-01-01'],
		['1704067200', 'epoch-s', '2024-01-01T00:00:00Z'],
		['1704067200999', 'epoch-ms', '2024-01-01T00:00:00Z'],
		['-1', 'epoch-ms', '1969-12-31T23:59:59Z'],
		['20240501', 'compact', '2024-05-01'],
		['20240500', 'compact', '2024-05'],
		['20240000', 'compact', '2024'],
		['20241301', 'compact', 'date-invalid']
	])('%s as %s is %s', (text, notation, expected) => expect(read(text, notation)).toBe(expected));
});

describe('what is no date', () => {
	it.each([
		['2023-02-29', 'date-invalid'],
		['2024-13-01', 'date-invalid'],
		['2024-12-31/2024-01-01', 'date-invalid'],
		['sometime', 'date-unreadable'],
		['12 Foo 2024', 'date-unreadable'],
		['0x10', 'date-invalid'],
		['２０２４', 'date-invalid']
	])('%s is %s', (text, code) => expect(read(text)).toBe(code));

	it('keeps the most exact reason that there is', () => {
		expect(readDate('29.02.2023')).toMatchObject({ params: { reason: 'day', days: 28 } });
		expect(readDate('2024–05')).toMatchObject({ params: { reason: 'unexpected', character: 'U+2013' } });
	});

	it('is refused unread when it is longer than any date', () => {
		for (const notation of [undefined, 'day-first', 'excel', 'epoch-ms', 'compact'] as const)
			expect(readDate('1'.repeat(100_000), notation === undefined ? {} : { notation })).toMatchObject({
				code: 'date-invalid',
				params: { length: 100_000 }
			});
	});
});

it.each([
	['14:30', '14:30:00'],
	['9:05:07', '09:05:07'],
	['9:05 pm', '21:05:00'],
	['12:00 a.m.', '00:00:00'],
	['14:30Z', '14:30:00Z'],
	['14:30 +0300', '14:30:00+03:00'],
	['1975-02-23T02:58:41.000Z', '02:58:41Z'],
	['13:00 pm', null],
	['noon', null],
	['1430', null]
])('the time %s is %s', (text, expected) => {
	const result = readTime(text);
	expect(result.ok ? result.value : null).toBe(expected);
});
