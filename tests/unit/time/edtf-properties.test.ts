import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_PIECES } from '../../../src/lib/core/edtf-bounds.ts';
import { parseEdtf, type EdtfDate } from '../../../src/lib/core/edtf.ts';
import type { Interval } from '../../../src/lib/core/interval.ts';
import { dateOf } from './support.ts';

const pad = (value: number, digits: number): string => String(value).padStart(digits, '0');
const yearText = (year: number): string => (year < 0 ? '-' : '') + pad(Math.abs(year), 4);

/** Any day from 9999 BCE to 9999, made by the platform. */
const day = fc
	.date({ min: new Date('-009999-01-01'), max: new Date('+009999-12-31'), noInvalidDate: true })
	.map((date) => ({
		year: date.getUTCFullYear(),
		month: date.getUTCMonth() + 1,
		day: date.getUTCDate(),
		start: Math.floor(date.getTime() / 86_400_000) * 86_400_000
	}));
const qualifier = fc.constantFrom('', '?', '~', '%');
/** Which of the eight digits become `X`. */
const mask = fc.array(fc.boolean(), { minLength: 8, maxLength: 8 });

function masked(digits: string, bits: readonly boolean[]): string {
	return [...digits].map((digit, index) => (bits[index] ? 'X' : digit)).join('');
}

function contains(intervals: readonly Interval[], start: number, end = start + 1): boolean {
	return intervals.some((interval) => interval.start <= start && interval.end >= end);
}

/** Neither list is empty; each is sorted, with gaps between. One assertion a list, as there may be hundreds of intervals. */
function expectSound({ intervals, matches }: EdtfDate): void {
	for (const list of [intervals, matches]) {
		expect(list.length).toBeGreaterThan(0);
		const isUnsound = ({ start, end }: Interval, index: number): boolean =>
			start >= end || (index > 0 && start <= (list[index - 1]?.end ?? Infinity));
		expect(list.filter(isUnsound)).toEqual([]);
	}
}

describe('bounds contain every instant that a text names', () => {
	test('a day in all its coarser, masked and qualified forms', () => {
		fc.assert(
			fc.property(day, mask, qualifier, ({ year, month, day: d, start }, bits, mark) => {
				const digits = masked(pad(Math.abs(year), 4), bits);
				const sign = year < 0 ? '-' : '';
				const monthDigits = masked(pad(month, 2), bits.slice(4));
				const dayDigits = masked(pad(d, 2), bits.slice(6));
				for (const text of [
					`${sign}${digits}${mark}`,
					`${sign}${digits}-${monthDigits}${mark}`,
					`${mark}${sign}${digits}-${monthDigits}-${dayDigits}`
				]) {
					const date = dateOf(text);
					expectSound(date);
					expect(contains(date.intervals, start, start + 86_400_000), text).toBe(true);
					expect(date.matches).toBe(date.intervals);
					expect(date.intervals.length).toBeLessThanOrEqual(MAX_PIECES);
				}
			}),
			{ numRuns: 300 }
		);
	});

	test('a masked day is contained exactly when its digits fit', () => {
		fc.assert(
			fc.property(day, mask, fc.nat(364), fc.integer({ min: -3, max: 3 }), (one, bits, shift, yearShift) => {
				// Few pieces, so that gaps stay gaps.
				const digits = `${masked(pad(Math.abs(one.year), 4), [false, false, ...bits.slice(2, 4)])}`;
				const text = `${one.year < 0 ? '-' : ''}${digits}-${masked(pad(one.month, 2), bits.slice(4))}-${masked(pad(one.day, 2), bits.slice(6))}`;
				const { intervals } = dateOf(text);
				fc.pre(intervals.length > 1);
				const other = new Date(one.start);
				other.setUTCFullYear(one.year + yearShift);
				other.setUTCDate(other.getUTCDate() + shift);
				const start = Math.floor(other.getTime() / 86_400_000) * 86_400_000;
				const plain = `${yearText(other.getUTCFullYear())}-${pad(other.getUTCMonth() + 1, 2)}-${pad(other.getUTCDate(), 2)}`;
				const fits = new RegExp(`^${text.replaceAll('X', '\\d')}$`).test(plain);
				expect(contains(intervals, start), `${plain} in ${text}`).toBe(fits);
			}),
			{ numRuns: 300 }
		);
	});

	test('a season, quarter, third or half holds the days of its months and no others', () => {
		/** By code, the months as one digit each; those after New Year belong to the next year. */
		const MONTHS_OF = new Map([
			...[21, 25, 31].map((code) => [code, '345'] as const),
			...[22, 26, 32].map((code) => [code, '678'] as const),
			...[23, 27, 29].map((code) => [code, '9ab'] as const),
			...[24, 28, 30].map((code) => [code, 'cde'] as const),
			...['123', '456', '789', 'abc'].map((months, index) => [33 + index, months] as const),
			...['1234', '5678', '9abc'].map((months, index) => [37 + index, months] as const),
			...['123456', '789abc'].map((months, index) => [40 + index, months] as const)
		]);
		expect([...MONTHS_OF.keys()].toSorted()).toEqual(Array.from({ length: 21 }, (_, index) => 21 + index));
		fc.assert(
			fc.property(fc.integer({ min: -9998, max: 9997 }), (year) => {
				// Every month of the year and of the next is tried with every code.
				const starts = Array.from({ length: 25 }, (_, month) => new Date(0).setUTCFullYear(year, month, 1));
				for (const [code, months] of MONTHS_OF) {
					const { intervals } = dateOf(`${yearText(year)}-${code}`);
					const held = starts.slice(0, -1).map((start, month) => contains(intervals, start, starts[month + 1]));
					const touched = starts.slice(1).map((end) => contains(intervals, end - 1));
					const expected = held.map((_, month) => [...months].some((digit) => parseInt(digit, 16) === month + 1));
					expect([held, touched], `${year}-${code}`).toEqual([expected, expected]);
				}
			}),
			{ numRuns: 25 }
		);
	});

	test('a time is its second, at whatever offset', () => {
		const instants = fc.integer({ min: -62_167_219_200, max: 253_402_214_400 });
		fc.assert(
			fc.property(instants, fc.integer({ min: -14 * 60, max: 14 * 60 }), (second, offset) => {
				// What a clock shows there, written by the platform.
				const clock = new Date((second + offset * 60) * 1000).toISOString().slice(0, 19);
				fc.pre(/^\d{4}-/.test(clock));
				const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
				const zone = offset === 0 ? 'Z' : `${offset < 0 ? '-' : '+'}${pad(hours, 2)}:${pad(minutes, 2)}`;
				expect(dateOf(clock + zone).intervals).toEqual([{ start: second * 1000, end: second * 1000 + 1000 }]);
			}),
			{ numRuns: 200 }
		);
	});

	test('intervals and sets of days', () => {
		fc.assert(
			fc.property(fc.array(day, { minLength: 2, maxLength: 8 }), fc.boolean(), (days, all) => {
				const sorted = days.toSorted((a, b) => a.start - b.start);
				const texts = sorted.map((one) => `${yearText(one.year)}-${pad(one.month, 2)}-${pad(one.day, 2)}`);
				const set = dateOf(all ? `{${texts.join(',')}}` : `[${texts.join(',')}]`);
				expectSound(set);
				for (const { start } of sorted) expect(contains(set.matches, start, start + 86_400_000)).toBe(true);
				const named = new Set(sorted.map(({ start }) => start));
				const length = set.intervals.reduce((sum, { start, end }) => sum + (end - start), 0);
				expect(length).toBe(named.size * 86_400_000);

				const [first, last] = [sorted[0]?.start ?? NaN, sorted.at(-1)?.start ?? NaN];
				const bounds = [{ start: first, end: last + 86_400_000 }];
				expect(dateOf(`${texts[0]}/${texts.at(-1)}`).intervals).toEqual(bounds);
				expect(dateOf(`[${texts[0]}..${texts.at(-1)}]`).intervals).toEqual(bounds);
			}),
			{ numRuns: 200 }
		);
	});

	test('significant digits', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 1, max: 4 }), (year, digits) => {
				const same = `${String(year).slice(0, digits)}${'X'.repeat(4 - digits)}`;
				expect(dateOf(`${year}S${digits}`).intervals).toEqual(dateOf(same).intervals);
			}),
			{ numRuns: 100 }
		);
	});

	test('years of any size are exact in years', () => {
		fc.assert(
			fc.property(fc.integer({ min: 300_000, max: 999_999_999_999_999 }), fc.boolean(), (size, negative) => {
				const year = negative ? -size : size;
				expect(dateOf(`Y${year}`)).toMatchObject({ unit: 'year', intervals: [{ start: year, end: year + 1 }] });
			}),
			{ numRuns: 100 }
		);
	});
});

describe('total on garbage', () => {
	const likely = fc.string({ unit: fc.constantFrom(...'0123456789XYESTZ-/.,[]{}?~%+: xé–'), maxLength: 40 });
	const similar = fc.string({ unit: fc.constantFrom(...'２٢۲२2-–−/\u00a0\u200f\ufeff\0\ud800x[],. '), maxLength: 14 });
	const pieces = fc
		.array(
			fc.constantFrom(
				'2024',
				'-02',
				'-29',
				'19XX',
				'/',
				'..',
				'[',
				']',
				',',
				'~',
				'Y',
				'E9',
				'S2',
				'198',
				'1990..1980',
				'T',
				'24:00:00',
				'Z'
			),
			{
				maxLength: 9
			}
		)
		.map((parts) => parts.join(''));

	test.each([
		['any text', fc.string({ unit: 'binary', maxLength: 300 })],
		['letters of the notation', likely],
		['letters that look like those of the notation', similar],
		['its words in any order', pieces]
	])('%s', (_, texts) => {
		fc.assert(
			fc.property(texts, (text) => {
				const result = parseEdtf(text);
				if (result.ok) {
					expect(result.date.text).toBe(text);
					expectSound(result.date);
				} else {
					expect(result.problem.at).toBeGreaterThanOrEqual(0);
					expect(result.problem.at).toBeLessThanOrEqual(text.length);
					const { suggest } = result.problem.params;
					if (suggest !== undefined) expect(parseEdtf(String(suggest)).ok, `${suggest} for ${text}`).toBe(true);
				}
			}),
			{ numRuns: 500 }
		);
	});

	test('every beginning of a good text is a date or a problem', () => {
		for (const text of [
			'2004-06-~11T',
			'[1667, 1668, 1670..1672]',
			'1984-06-02?/2004-08-08~',
			'Y-17101E4S3',
			'2024-12-08T12:00:00+05:30'
		]) {
			for (let length = 0; length <= text.length; length++) {
				const result = parseEdtf(text.slice(0, length));
				if (!result.ok) expect(result.problem.at).toBeLessThanOrEqual(length);
			}
		}
	});
});
