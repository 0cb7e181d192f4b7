import { describe, expect, test } from 'vitest';
import { dateOf, dayStart, daysToInterval, problemOf } from './support.ts';

// One test for each numbered decision in the header of `src/lib/core/edtf.ts`, in the same order.
describe('B1, B2 decisions', () => {
	test('1. the season around New Year begins in December of the year named', () => {
		expect(dateOf('2010-24').intervals).toEqual([daysToInterval(['2010-12-01', '2011-02-28'])]);
		expect(dateOf('2011-28').intervals).toEqual([daysToInterval(['2011-12-01', '2012-02-29'])]);
		expect(dateOf('2010-30').intervals).toEqual([daysToInterval(['2010-12-01', '2011-02-28'])]);
		expect(dateOf('2010-21').intervals).toEqual(dateOf('2010-25').intervals);
		expect(dateOf('2010-21').intervals).toEqual(dateOf('2010-31').intervals);
		expect(problemOf('2010-24-01').code).toBe('code-day');
		// South: half a year from the north; the one that begins in December reaches into the next year too.
		const south = ['29', '30', '31', '32'].map((code) => dateOf(`2010-${code}`).intervals);
		expect(south).toEqual(['23', '24', '21', '22'].map((code) => dateOf(`2010-${code}`).intervals));
		// Quarters, thirds and halves follow each other without a gap and fill the year.
		for (const codes of ['33 34 35 36', '37 38 39', '40 41']) {
			const parts = codes.split(' ').flatMap((code) => dateOf(`2010-${code}`).intervals);
			parts.slice(1).forEach(({ start }, index) => expect(parts[index]?.end).toBe(start));
			expect([parts[0]?.start, parts.at(-1)?.end]).toEqual([dayStart('2010-01-01'), dayStart('2011-01-01')]);
		}
		for (const code of ['20', '42']) expect(problemOf(`2010-${code}`).code).toBe('month');
	});

	test('2. open reaches without end, unknown does not reach', () => {
		const open = dateOf('2024/..');
		const unknown = dateOf('2024/');
		const year = daysToInterval(['2024-01-01', '2024-12-31']);
		expect(open.intervals).toEqual(unknown.intervals);
		expect([open.endKind, unknown.endKind, open.startKind]).toEqual(['open', 'unknown', 'known']);
		expect(open.matches).toEqual([{ start: year.start, end: Infinity }]);
		expect(unknown.matches).toEqual([year]);
		expect(dateOf('../2024').matches).toEqual([{ start: -Infinity, end: year.end }]);
		expect(dateOf('/2024')).toMatchObject({ startKind: 'unknown', endKind: 'known', matches: [year] });
		expect(dateOf('/2024-XX-12').matches).toHaveLength(12);
		expect(problemOf('../..').code).toBe('no-known-end');
	});

	test('3. sets keep their gaps and reach over whole periods', () => {
		const date = dateOf('{2020,2022}');
		expect(date.matches).toEqual(date.intervals);
		expect(date.matches.some(({ start, end }) => start < dayStart('2021-06-01') && end > dayStart('2021-06-01'))).toBe(
			false
		);
		expect(dateOf('[2024-11..2024-12]').intervals.at(-1)?.end).toBe(dayStart('2025-01-01'));
		expect(dateOf('[..1984,1990]')).toMatchObject({ startKind: 'open', endKind: 'known' });
		expect(dateOf('[1984,1990..]')).toMatchObject({ startKind: 'known', endKind: 'open' });
		expect(problemOf('[1990..,1984]').code).toBe('open-inside');
	});

	test('4. qualifiers never change the bounds, one to a component', () => {
		for (const text of ['2004-06-11?', '2004-06-11~', '2004-06-11%', '?2004-06-11', '2004-~06-11%']) {
			expect(dateOf(text).intervals, text).toEqual(dateOf('2004-06-11').intervals);
		}
		expect(problemOf('~2004?').code).toBe('qualifiers');
	});

	test('5. significant digits bound the year by all that it may be', () => {
		expect(dateOf('1950S2').intervals).toEqual(dateOf('19XX').intervals);
		expect(dateOf('1953S3').intervals).toEqual(dateOf('195X').intervals);
		expect(dateOf('Y3388E2S3')).toMatchObject({ unit: 'year', intervals: [{ start: 338_000, end: 339_000 }] });
		expect(dateOf('0950S2').intervals).toEqual(dateOf('095X').intervals);
		expect(dateOf('0950S4').intervals).toEqual(dateOf('0950').intervals);
		expect(problemOf('0950S5')).toMatchObject({ code: 'significant-digits', params: { max: 4 } });
	});

	test('6. one space after a comma, no other', () => {
		expect(dateOf('[1667, 1668]').intervals).toEqual(dateOf('[1667,1668]').intervals);
		for (const text of ['[1667,  1668]', '[1667 ,1668]', '[ 1667]', '2004 /2005', '2004-06-11 ']) {
			expect(problemOf(text), text).toMatchObject({ code: 'unexpected', params: { character: 'U+0020' } });
		}
	});

	test('7. no year -0000', () => {
		expect(problemOf('-0000')).toMatchObject({ code: 'year-zero', params: { suggest: '0000' } });
		expect(dateOf('0000').node).toMatchObject({ year: 0 });
	});

	test('8. 24:00:00 is the next day, :60 is refused, times are whole and alone', () => {
		const midnight = dayStart('2024-12-09');
		expect(dateOf('2024-12-08T24:00:00Z').intervals).toEqual([{ start: midnight, end: midnight + 1000 }]);
		expect(dateOf('2024-12-31T24:00:00').intervals[0]?.start).toBe(dayStart('2025-01-01'));
		expect(dateOf('2024-12-08T12:00:00').intervals).toEqual(dateOf('2024-12-08T12:00:00Z').intervals);
		expect(problemOf('2016-12-31T23:59:60Z').code).toBe('second');
		expect(problemOf('2016-12-31T23:59:59.5Z').code).toBe('unexpected');
		expect(problemOf('2016-12-31T23:59:59/2017').code).toBe('time-in-range');
		expect(problemOf('2016/2016-12-31T23:59:59')).toMatchObject({ code: 'time-in-range', at: 5 });
		expect(problemOf('[2016-12-31T23:59:59]').code).toBe('time-in-range');
		expect(problemOf('[2016..2016-12-31T23:59:59]').code).toBe('time-in-range');
	});

	test('9. offsets to 14 hours, none of -00:00', () => {
		const noon = Date.parse('2024-12-08T12:00:00Z');
		const hours = (text: string): number | undefined => dateOf(text).intervals[0]?.start;
		expect(hours('2024-12-08T12:00:00+14:00')).toBe(noon - 14 * 3_600_000);
		expect(hours('2024-12-08T12:00:00-14:00')).toBe(noon + 14 * 3_600_000);
		expect(hours('2024-12-08T12:00:00+05')).toBe(noon - 5 * 3_600_000);
		expect(hours('2024-12-08T12:00:00+00:00')).toBe(noon);
		for (const offset of ['+14:01', '+15:00', '-15:00', '+99', '+05:60']) {
			expect(problemOf(`2024-12-08T12:00:00${offset}`), offset).toMatchObject({ code: 'offset', params: { offset } });
		}
		expect(problemOf('2024-12-08T12:00:00-00:00').params.suggest).toBe('2024-12-08T12:00:00Z');
		expect(problemOf('2024-12-08T12:00:00+0530').code).toBe('unexpected');
	});

	test('10. reversed intervals are refused with the swap, overlapping ends are not reversed', () => {
		expect(problemOf('2024-12-31/2024-01-01')).toEqual({
			code: 'reversed',
			at: 11,
			params: { suggest: '2024-01-01/2024-12-31' }
		});
		expect(problemOf('2005/2004-12').params.suggest).toBe('2004-12/2005');
		expect(problemOf('-0043/-0044').params.suggest).toBe('-0044/-0043');
		expect(dateOf('2004-06-XX/2004-06-03').intervals).toEqual([daysToInterval(['2004-06-01', '2004-06-03'])]);
	});

	test('11. masked negative years count away from zero and leave out -0000', () => {
		expect(dateOf('-01XX').intervals).toEqual([daysToInterval(['-0199-01-01', '-0100-12-31'])]);
		expect(dateOf('-000X').intervals).toEqual([daysToInterval(['-0009-01-01', '-0001-12-31'])]);
		expect(dateOf('-000X').node).toMatchObject({ year: -9, lastYear: -1 });
		expect(dateOf('-000X-03-15').intervals).toHaveLength(9);
		expect(dateOf('-0X00').intervals).toHaveLength(9);
	});

	test('12. the bare decade is refused, Y is for long years alone', () => {
		expect(problemOf('198')).toMatchObject({ code: 'year-digits', params: { suggest: '198X' } });
		expect(problemOf('Y1984')).toMatchObject({ code: 'year-prefix', params: { suggest: '1984' } });
		expect(problemOf('Y17E2').params.suggest).toBe('1700');
		expect(problemOf('Y12000-05').code).toBe('year-only');
	});

	test('13. years beyond a Date are counted in years, matched in milliseconds', () => {
		expect(dateOf('Y170000002')).toMatchObject({ unit: 'year', intervals: [{ start: 170_000_002, end: 170_000_003 }] });
		expect(dateOf('Y-17E7')).toMatchObject({ unit: 'year', intervals: [{ start: -170_000_000, end: -169_999_999 }] });
		expect(dateOf('Y275759').unit).toBe('ms');
		expect(dateOf('Y275760').unit).toBe('year');
		expect(dateOf('Y-271820').unit).toBe('ms');
		expect(dateOf('Y-271821').unit).toBe('year');
		const mixed = dateOf('Y-400000/2024-06');
		expect(mixed).toMatchObject({ unit: 'year', intervals: [{ start: -400_000, end: 2025 }] });
		expect(mixed.matches[0]?.end).toBe(dayStart('2024-07-01'));
		expect(dateOf('[Y400000,1X55]').intervals).toHaveLength(11);
		expect(dateOf('Y400000/..')).toMatchObject({ intervals: [{ start: 400_000, end: Infinity }], endKind: 'open' });
		expect(dateOf('Y999999999999999').intervals).toEqual([{ start: 999_999_999_999_999, end: 1e15 }]);
		expect(dateOf('Y9E14').matches.every(({ start, end }) => Number.isFinite(start) && end > start)).toBe(true);
		expect(problemOf('Y1E15').code).toBe('year-range');
	});

	test('14. unspecified digits are each of their values, up to a bound', () => {
		expect(dateOf('2024-XX-12').intervals).toHaveLength(12);
		expect(dateOf('156X-XX-25').intervals).toHaveLength(120);
		expect(dateOf('15XX-XX-25').intervals).toEqual([daysToInterval(['1500-01-25', '1599-12-25'])]);
	});
});
