import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	addTo,
	floorTo,
	formatPeriodEnd,
	formatPeriodStart,
	GRANULARITIES,
	parseDayPeriod,
	parsePeriod,
	periodAt
} from '../../../src/lib/core/granularity.ts';
import { ceilTo, meanLength, roundTo } from '../../../src/lib/core/rounding.ts';
import { MAX_INSTANT } from '../../../src/lib/core/instant.ts';
import { dateOf, dayStart } from './support.ts';

const unit = fc.constantFrom(...GRANULARITIES);
const instant = fc.oneof(
	fc.integer({ min: -8e15, max: 8e15 }),
	fc.integer({ min: -100_000_000, max: 4_000_000_000 }).map((s) => s * 1000)
);
const at = (iso: string): number => Date.parse(iso);

describe('the step ladder', () => {
	test.each([
		['second', '2024-05-06T07:08:09.500Z', '2024-05-06T07:08:09Z', '2024-05-06T07:08:10Z'],
		['minute', '2024-05-06T07:08:09Z', '2024-05-06T07:08:00Z', '2024-05-06T07:09:00Z'],
		['hour', '2024-05-06T07:08:09Z', '2024-05-06T07:00:00Z', '2024-05-06T08:00:00Z'],
		['day', '2024-05-06T07:08:09Z', '2024-05-06', '2024-05-07'],
		['month', '2024-02-29T07:08:09Z', '2024-02-01', '2024-03-01'],
		['quarter', '2024-05-06', '2024-04-01', '2024-07-01'],
		['year', '2024-05-06', '2024-01-01', '2025-01-01'],
		['decade', '2024-05-06', '2020-01-01', '2030-01-01'],
		['century', '1999-12-31', '1900-01-01', '2000-01-01'],
		['millennium', '1999-12-31', '1000-01-01', '2000-01-01'],
		['decade', '-000001-05-06', '-000010-01-01', '+000000-01-01'],
		['day', '1969-12-31T23:00:00Z', '1969-12-31', '1970-01-01']
	] as const)('%s of %s', (step, text, start, end) => {
		expect(periodAt(at(text), step)).toEqual({ start: at(start), end: at(end) });
	});

	test('floor and ceiling embrace the instant; both stay on a boundary', () => {
		fc.assert(
			fc.property(instant, unit, (ms, step) => {
				const [before, after] = [floorTo(ms, step), ceilTo(ms, step)];
				expect(before).toBeLessThanOrEqual(ms);
				expect(after).toBeGreaterThanOrEqual(ms);
				expect(floorTo(before, step)).toBe(before);
				expect(ceilTo(before, step)).toBe(before);
				expect(after === before ? ms : addTo(before, step, 1)).toBe(after);
				expect([before, after]).toContain(roundTo(ms, step));
			})
		);
	});

	test('steps from a boundary go there and back', () => {
		fc.assert(
			fc.property(instant, unit, fc.integer({ min: -50, max: 50 }), (ms, step, count) => {
				const start = floorTo(ms, step);
				const there = addTo(start, step, count);
				expect(floorTo(there, step)).toBe(there);
				expect(addTo(there, step, -count)).toBe(start);
			})
		);
	});

	test('a month later keeps the day as far as there is one, and the time', () => {
		expect(addTo(at('2024-01-31T12:30:00Z'), 'month', 1)).toBe(at('2024-02-29T12:30:00Z'));
		expect(addTo(at('2024-02-29'), 'year', -1)).toBe(at('2023-02-28'));
		expect(addTo(at('2024-03-31'), 'quarter', 1)).toBe(at('2024-06-30'));
	});

	test('mean lengths ascend', () => {
		const lengths = GRANULARITIES.map(meanLength);
		expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
		expect(meanLength('year') / 86_400_000).toBe(365.2425);
	});
});

describe('periods of the URL', () => {
	test.each([
		['2024', '2024-01-01T00:00:00Z', '2025-01-01T00:00:00Z'],
		['2024-12', '2024-12-01T00:00:00Z', '2025-01-01T00:00:00Z'],
		['2024-12-08', '2024-12-08T00:00:00Z', '2024-12-09T00:00:00Z'],
		['2024-12-08T12:00:00Z', '2024-12-08T12:00:00Z', '2024-12-08T12:00:01Z'],
		['-0043', '-000043-01-01T00:00:00Z', '-000042-01-01T00:00:00Z'],
		['0000', '+000000-01-01T00:00:00Z', '0001-01-01T00:00:00Z'],
		['-0043-03-15', '-000043-03-15T00:00:00Z', '-000043-03-16T00:00:00Z'],
		['Y12000', '+012000-01-01T00:00:00Z', '+012001-01-01T00:00:00Z'],
		['Y-12000', '-012000-01-01T00:00:00Z', '-011999-01-01T00:00:00Z'],
		['Y12000-05-01', '+012000-05-01T00:00:00Z', '+012000-05-02T00:00:00Z'],
		['Y275759', '+275759-01-01T00:00:00Z', '+275760-01-01T00:00:00Z'],
		['Y-271821-04-20', '-271821-04-20T00:00:00Z', '-271821-04-21T00:00:00Z'],
		['Y275760-09-12', '+275760-09-12T00:00:00Z', '+275760-09-13T00:00:00Z']
	])('%s', (text, start, end) => {
		expect(parsePeriod(text)).toEqual({ start: at(start), end: at(end) });
	});

	test.each([
		'',
		'24',
		'-0000',
		'-0000-01',
		'Y2024',
		'Y012000',
		'12000',
		'2024-13',
		'2024-00',
		'2024-1',
		'2023-02-29',
		'2024-12-00',
		'2024-12-08T12:00:00',
		'2024-12-08T12:00Z',
		'2024-12-08T24:00:00Z',
		'2024-12-08T12:60:00Z',
		'2024-12-08T12:00:00+01:00',
		'2024-21',
		'2024~',
		'202X',
		'2024/2025',
		'2024 ',
		'Y275760',
		'Y-271821',
		'Y-271821-04',
		'Y275760-09-13',
		'Y999999',
		'Y1E5'
	])('refuses %j', (text) => {
		expect(parsePeriod(text)).toBeNull();
	});

	test.each([
		['2024-01-01T00:00:00Z', '2024', '2023'],
		['2024-12-01T00:00:00Z', '2024-12', '2024-11'],
		['2024-12-08T00:00:00Z', '2024-12-08', '2024-12-07'],
		['2024-12-08T12:00:00Z', '2024-12-08T12:00:00Z', '2024-12-08T11:59:59Z'],
		['2024-12-08T00:00:01Z', '2024-12-08T00:00:01Z', '2024-12-08T00:00:00Z'],
		['2024-12-08T12:00:00.999Z', '2024-12-08T12:00:00Z', '2024-12-08T11:59:59Z'],
		['+000000-01-01T00:00:00Z', '0000', '-0001'],
		['0001-01-01T00:00:00Z', '0001', '0000'],
		['-000043-03-15T00:00:00Z', '-0043-03-15', '-0043-03-14'],
		['+010000-01-01T00:00:00Z', 'Y10000', '9999'],
		['-009999-01-01T00:00:00Z', '-9999', 'Y-10000'],
		['+012000-05-01T00:00:00Z', 'Y12000-05', 'Y12000-04']
	])('%s begins %s and ends %s', (iso, begins, ends) => {
		expect(formatPeriodStart(at(iso))).toBe(begins);
		expect(formatPeriodEnd(at(iso))).toBe(ends);
	});

	test('the ends of time, where whole months and years no longer fit', () => {
		expect(formatPeriodStart(-MAX_INSTANT)).toBe('Y-271821-04-20');
		expect(formatPeriodEnd(MAX_INSTANT)).toBe('Y275760-09-12');
		for (const iso of ['+275760-01-01', '+275760-08-01', '+275760-09-01', '+275760-09-12', '+275760-09-12T23:59:59Z']) {
			expect(parsePeriod(formatPeriodStart(at(iso)))?.start, iso).toBe(at(iso));
		}
		for (const iso of ['-271820-01-01', '-271821-05-01', '-271821-06-01', '-271821-04-21', '-271821-04-20T00:00:01Z']) {
			expect(parsePeriod(formatPeriodEnd(at(iso)))?.end, iso).toBe(at(iso));
		}
		// Beyond what a period can begin or end with, the nearest that it can.
		expect(formatPeriodStart(Infinity)).toBe('Y275760-09-12T23:59:59Z');
		expect(formatPeriodEnd(-Infinity)).toBe('Y-271821-04-20T00:00:00Z');
		expect(() => formatPeriodStart(NaN)).toThrow(RangeError);
	});

	test('printing and reading are inverse for every second a Date holds', () => {
		const seconds = fc.oneof(
			fc.integer({ min: -8.64e12, max: 8.64e12 - 1 }),
			fc.integer({ min: -8.64e12, max: -8.64e12 + 1e8 }),
			fc.integer({ min: 8.64e12 - 1e8, max: 8.64e12 - 1 }),
			fc.integer({ min: -1e8, max: 1e8 - 1 }).map((days) => days * 86_400),
			fc.integer({ min: -271_820, max: 275_759 }).map((year) => Date.UTC(year, 11) / 1000)
		);
		fc.assert(
			fc.property(seconds, fc.nat(999), (second, fraction) => {
				const ms = second * 1000;
				expect(parsePeriod(formatPeriodStart(ms + fraction))?.start).toBe(ms);
				expect(parsePeriod(formatPeriodEnd(ms + 1000 + (second < 8.64e12 - 1 ? fraction : 0)))?.end).toBe(ms + 1000);
			}),
			{ numRuns: 2000 }
		);
	});

	test('a day, month or year alone, where a time has no place', () => {
		for (const text of ['2024', '2024-12', '2024-12-08', '-0043', 'Y12000-05-01']) {
			expect(parseDayPeriod(text), text).not.toBeNull();
			expect(parseDayPeriod(text), text).toEqual(parsePeriod(text));
		}
		for (const text of ['2025-10-14T12:00:00Z', '2025-10-14T00:00:00Z', '2024-13', '']) {
			expect(parseDayPeriod(text), text).toBeNull();
		}
	});

	test('a period that is read is written as itself', () => {
		for (const text of ['2024', '2024-11', '2024-12-08', '2024-12-08T12:00:00Z', '-0043', 'Y12000', 'Y-12000']) {
			const period = parsePeriod(text);
			expect(formatPeriodStart(period?.start ?? NaN)).toBe(text);
			expect(formatPeriodEnd(period?.end ?? NaN)).toBe(text);
		}
	});

	test('agrees with EDTF on what both can read', () => {
		for (const text of ['2024', '2024-02', '2024-02-29', '-0043-03-15', 'Y12000', '2024-12-08T12:00:00Z']) {
			expect([parsePeriod(text)]).toEqual(dateOf(text).intervals);
		}
		expect(parsePeriod('2024-12-08')?.start).toBe(dayStart('2024-12-08'));
	});
});
