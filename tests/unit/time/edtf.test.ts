import { describe, expect, test } from 'vitest';
import { MAX_EDTF_LENGTH, parseEdtf } from '../../../src/lib/core/edtf.ts';
import { dateOf, daysToInterval, problemOf } from './support.ts';

type Days = readonly [first: string, last: string];

/** Text, then each interval as first and last day. */
const ACCEPTED: readonly (readonly [string, ...Days[]])[] = [
	// Level 0
	['1985-04-12', ['1985-04-12', '1985-04-12']],
	['1985-04', ['1985-04-01', '1985-04-30']],
	['1985', ['1985-01-01', '1985-12-31']],
	['2024-02', ['2024-02-01', '2024-02-29']],
	['1900-02', ['1900-02-01', '1900-02-28']],
	['2000-02-29', ['2000-02-29', '2000-02-29']],
	['0000', ['0000-01-01', '0000-12-31']],
	['0000-02-29', ['0000-02-29', '0000-02-29']],
	['0001', ['0001-01-01', '0001-12-31']],
	['0099-12-31', ['0099-12-31', '0099-12-31']],
	['9999-12-31', ['9999-12-31', '9999-12-31']],
	['1964/2008', ['1964-01-01', '2008-12-31']],
	['2004-06/2006-08', ['2004-06-01', '2006-08-31']],
	['2004-02-01/2005-02-08', ['2004-02-01', '2005-02-08']],
	['2004-02-01/2005-02', ['2004-02-01', '2005-02-28']],
	['2005/2006-02', ['2005-01-01', '2006-02-28']],
	['1900/1900', ['1900-01-01', '1900-12-31']],
	['2004/2004-06', ['2004-01-01', '2004-06-30']],
	['2004-06/2004', ['2004-06-01', '2004-12-31']],
	// Level 1
	['-1985', ['-1985-01-01', '-1985-12-31']],
	['-0001', ['-0001-01-01', '-0001-12-31']],
	['-0044-03-15', ['-0044-03-15', '-0044-03-15']],
	['Y12000', ['12000-01-01', '12000-12-31']],
	['Y-12000', ['-12000-01-01', '-12000-12-31']],
	['2001-21', ['2001-03-01', '2001-05-31']],
	['2001-22', ['2001-06-01', '2001-08-31']],
	['2001-23', ['2001-09-01', '2001-11-30']],
	['2001-24', ['2001-12-01', '2002-02-28']],
	['1984?', ['1984-01-01', '1984-12-31']],
	['2004-06~', ['2004-06-01', '2004-06-30']],
	['2004-06-11%', ['2004-06-11', '2004-06-11']],
	['201X', ['2010-01-01', '2019-12-31']],
	['20XX', ['2000-01-01', '2099-12-31']],
	['2004-XX', ['2004-01-01', '2004-12-31']],
	['1985-04-XX', ['1985-04-01', '1985-04-30']],
	['1985-XX-XX', ['1985-01-01', '1985-12-31']],
	['1985-04-12/..', ['1985-04-12', 'inf']],
	['1985-04/', ['1985-04-01', 'inf']],
	['../1985', ['-inf', '1985-12-31']],
	['/1985-04-12', ['-inf', '1985-04-12']],
	['1984~/2004-06%', ['1984-01-01', '2004-06-30']],
	['2004-06-XX/2004-07-03', ['2004-06-01', '2004-07-03']],
	['2001-21/2003-24', ['2001-03-01', '2004-02-29']],
	// Level 2
	['2001-21/2001-23', ['2001-03-01', '2001-11-30']],
	['2001-25', ['2001-03-01', '2001-05-31']],
	['2001-26', ['2001-06-01', '2001-08-31']],
	['2001-27', ['2001-09-01', '2001-11-30']],
	['2001-28', ['2001-12-01', '2002-02-28']],
	['2001-29', ['2001-09-01', '2001-11-30']],
	['2001-30', ['2001-12-01', '2002-02-28']],
	['2001-31', ['2001-03-01', '2001-05-31']],
	['2001-32', ['2001-06-01', '2001-08-31']],
	['2001-33', ['2001-01-01', '2001-03-31']],
	['2001-34', ['2001-04-01', '2001-06-30']],
	['2001-35', ['2001-07-01', '2001-09-30']],
	['2001-36', ['2001-10-01', '2001-12-31']],
	['2001-37', ['2001-01-01', '2001-04-30']],
	['2001-38', ['2001-05-01', '2001-08-31']],
	['2001-39', ['2001-09-01', '2001-12-31']],
	['2001-40', ['2001-01-01', '2001-06-30']],
	['2001-41', ['2001-07-01', '2001-12-31']],
	['2004-06~-11', ['2004-06-11', '2004-06-11']],
	['2004?-06-11', ['2004-06-11', '2004-06-11']],
	['?2004-06-~11', ['2004-06-11', '2004-06-11']],
	['2004-%06', ['2004-06-01', '2004-06-30']],
	['~-0043', ['-0043-01-01', '-0043-12-31']],
	['198X-21?', ...years(1980, 1989).map((y): Days => [`${y}-03-01`, `${y}-05-31`])],
	['156X-12-25', ...years(1560, 1569).map((y): Days => [`${y}-12-25`, `${y}-12-25`])],
	['2024-XX-12', ...months(2024).map((m): Days => [`${m}-12`, `${m}-12`])],
	['2023-XX-31', ...['01', '03', '05', '07', '08', '10', '12'].map((m): Days => [`2023-${m}-31`, `2023-${m}-31`])],
	['1984-1X', ['1984-10-01', '1984-12-31']],
	['1984-0X', ['1984-01-01', '1984-09-30']],
	['1984-X1', ['1984-01-01', '1984-01-31'], ['1984-11-01', '1984-11-30']],
	['1985-04-1X', ['1985-04-10', '1985-04-19']],
	['1985-04-3X', ['1985-04-30', '1985-04-30']],
	['1X55', ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((c): Days => [`1${c}55-01-01`, `1${c}55-12-31`])],
	['20X0-02-29', ...[2000, 2020, 2040, 2060, 2080].map((y): Days => [`${y}-02-29`, `${y}-02-29`])],
	['XXXX', ['0000-01-01', '9999-12-31']],
	['XXXX-XX-23', ['0000-01-23', '9999-12-23']],
	['XXXX-02-29', ['0000-02-29', '9996-02-29']],
	['1950S2', ['1900-01-01', '1999-12-31']],
	['1950S4', ['1950-01-01', '1950-12-31']],
	['-1950S3', ['-1959-01-01', '-1950-12-31']],
	['Y2E4', ['20000-01-01', '20000-12-31']],
	['Y12345S3', ['12300-01-01', '12399-12-31']],
	['[1667,1668,1670..1672]', ['1667-01-01', '1668-12-31'], ['1670-01-01', '1672-12-31']],
	['[..1760-12-03]', ['-inf', '1760-12-03']],
	['[1760-12..]', ['1760-12-01', 'inf']],
	['[1760-01,1760-02,1760-12..]', ['1760-01-01', '1760-02-29'], ['1760-12-01', 'inf']],
	['[1667,1760-12]', ['1667-01-01', '1667-12-31'], ['1760-12-01', '1760-12-31']],
	['{1667,1668,1670..1672}', ['1667-01-01', '1668-12-31'], ['1670-01-01', '1672-12-31']],
	['{1960,1961-12}', ['1960-01-01', '1960-12-31'], ['1961-12-01', '1961-12-31']],
	['{..1984}', ['-inf', '1984-12-31']],
	['{2020,2022}', ['2020-01-01', '2020-12-31'], ['2022-01-01', '2022-12-31']],
	['[1984]', ['1984-01-01', '1984-12-31']],
	['[2001-21~,198X]', ['1980-01-01', '1989-12-31'], ['2001-03-01', '2001-05-31']],
	['[2024-11..2024-12]', ['2024-11-01', '2024-12-31']],
	['{1990..1995,1992}', ['1990-01-01', '1995-12-31']]
];

function years(first: number, last: number): readonly number[] {
	return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function months(year: number): readonly string[] {
	return Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
}

/** Text, code, offset of the fault, suggestion. */
const REFUSED: readonly (readonly [string, string, number, string?])[] = [
	['', 'empty', 0],
	[' 2024', 'unexpected', 0, '2024'],
	['2024 ', 'unexpected', 4, '2024'],
	['2024\n', 'unexpected', 4, '2024'],
	['not a date', 'unexpected', 0],
	['2024–12', 'unexpected', 4, '2024-12'],
	['2024–2025', 'unexpected', 4, '2024/2025'],
	['2024–12–08', 'unexpected', 4, '2024-12-08'],
	['−0043', 'unexpected', 0, '-0043'],
	['1914–18', 'unexpected', 4],
	['２０２４', 'unexpected', 0, '2024'],
	['𝟤𝟢𝟤𝟦', 'unexpected', 0, '2024'],
	['٢٠٢٤', 'unexpected', 0, '2024'],
	['۲۰۲۴-۱۲', 'unexpected', 0, '2024-12'],
	['१९८X', 'unexpected', 0, '198X'],
	['2024-\u200f12', 'unexpected', 5, '2024-12'],
	['2024\u00a0', 'unexpected', 4, '2024'],
	['\ufeff2024', 'unexpected', 0, '2024'],
	['2024\u202e-12', 'unexpected', 4, '2024-12'],
	['2024\0', 'unexpected', 4],
	['2024\ud800', 'unexpected', 4],
	['\udc00', 'unexpected', 0],
	['198x', 'unexpected', 3, '198X'],
	['2024-12-08t12:00:00z', 'unexpected', 10, '2024-12-08T12:00:00Z'],
	['2024 / 2025', 'unexpected', 4, '2024/2025'],
	['+2024', 'unexpected', 0],
	['2024-', 'incomplete', 5],
	['2024-1', 'incomplete', 6],
	['2024-1-5', 'unexpected', 6],
	['2024-123', 'unexpected', 7],
	['2024-12-081', 'unexpected', 10],
	['2024-12-08-01', 'unexpected', 10],
	['5', 'year-digits', 0],
	['03/04/2024', 'year-digits', 0],
	['198', 'year-digits', 0, '198X'],
	['12000', 'year-digits', 0, 'Y12000'],
	['-12000/2024', 'year-digits', 0, 'Y-12000/2024'],
	['20241208', 'year-digits', 0, '2024-12-08'],
	['12000-05', 'year-digits', 0],
	// Two faults, one after the other; three are too many to guess at.
	['198/199', 'year-digits', 0, '198X/199X'],
	['[198,199,200]', 'year-digits', 1],
	['198/5', 'year-digits', 0],
	['-0000/x', 'year-zero', 0],
	['Y1984/5', 'year-prefix', 0],
	['2005/2004/', 'reversed', 5],
	['[1672..1670,x]', 'reversed', 7],
	['[1672..1670,198]', 'reversed', 7, '[1670..1672,198X]'],
	['Y1984', 'year-prefix', 0, '1984'],
	['Y-44', 'year-prefix', 0, '-0044'],
	['Y012000', 'year-prefix', 0, 'Y12000'],
	['Y17E1', 'year-prefix', 0, '0170'],
	['Y', 'incomplete', 1],
	['Y1E400', 'year-range', 0],
	[`Y${'9'.repeat(200)}`, 'year-range', 0],
	['Y1000000000000000', 'year-range', 0],
	['-0000', 'year-zero', 0, '0000'],
	['-0000-01-01', 'year-zero', 0, '0000-01-01'],
	['Y17E7-12-26', 'year-only', 5],
	['1950S2-06', 'year-only', 6],
	['1950S0', 'significant-digits', 5],
	['1950S5', 'significant-digits', 5],
	['1950E2', 'unexpected', 4],
	['19XXS2', 'unexpected', 2],
	['Y12XXX', 'unexpected', 3],
	['2024-00', 'month', 5],
	['2024-13', 'month', 5],
	['2024-20', 'month', 5],
	['2024-42', 'month', 5],
	['2024-2X', 'month', 5],
	['2024-21-01', 'code-day', 7],
	['2023-02-29', 'day', 8],
	['1900-02-29', 'day', 8],
	['2024-02-30', 'day', 8],
	['2024-04-31', 'day', 8],
	['2024-12-00', 'day', 8],
	['2024-12-32', 'day', 8],
	['2024-12-4X', 'day', 8],
	['XXXX-02-30', 'day', 8],
	['2024-XX-32', 'day', 8],
	['20X1-02-29', 'no-such-day', 8],
	['?2004~', 'qualifiers', 5],
	['2004-06-?11~', 'qualifiers', 11],
	['2004??', 'unexpected', 5],
	['2004-06?T10:10:10', 'time-part', 8],
	['2004T10:10:10', 'time-part', 4],
	['2004-01-0XT10:10:10', 'time-part', 10],
	['2004-01-01T10:10:10?', 'time-part', 19],
	['2004-01-01T25:00:00', 'hour', 11],
	['2004-01-01T24:00:01', 'hour', 11],
	['2004-01-01T10:60:00', 'minute', 14],
	['2004-01-01T10:10:61', 'second', 17],
	['2004-01-01T10:10', 'incomplete', 16],
	['2004-01-01T1:10:10', 'unexpected', 12],
	['2004-01-01 10:10:10', 'unexpected', 10],
	['2004-01-01T10:10:10+05:60', 'offset', 19],
	['/', 'no-known-end', 0],
	['../..', 'no-known-end', 0],
	['../', 'no-known-end', 0],
	['/..', 'no-known-end', 0],
	['..', 'incomplete', 2],
	['2004/2005/2006', 'unexpected', 9],
	['2004...', 'unexpected', 4],
	['2004/...', 'unexpected', 7],
	['[]', 'unexpected', 1],
	['[..]', 'no-known-end', 1],
	['[1667,]', 'unexpected', 6],
	['[1667', 'incomplete', 5],
	['[1667}', 'unexpected', 5],
	['[1667]~', 'unexpected', 6],
	['[1667]/1668', 'unexpected', 6],
	['[1667/1668]', 'unexpected', 5],
	['[1667..,1668]', 'open-inside', 5],
	['[1667,..1668]', 'open-inside', 6],
	['[1672..1670]', 'reversed', 7, '[1670..1672]'],
	['2004-(06)?-11', 'unexpected', 5]
];

describe('every form', () => {
	for (const [text, ...days] of ACCEPTED) {
		test(text, () => {
			const date = dateOf(text);
			expect(date.text).toBe(text);
			expect(date.unit).toBe('ms');
			expect(date.intervals).toEqual(days.map(daysToInterval));
		});
	}
});

describe('every refusal, with the place of the fault', () => {
	for (const [text, code, at, suggest] of REFUSED) {
		test(`${JSON.stringify(text)}: ${code} at ${at}`, () => {
			const problem = problemOf(text);
			expect(problem).toMatchObject({ code, at });
			expect(problem.params.suggest).toBe(suggest);
			// A suggestion is only worth something when it is a date.
			if (suggest !== undefined) expect(dateOf(suggest).text).toBe(suggest);
		});
	}
});

describe('times', () => {
	test.each([
		['2001-02-03T09:30:01', '2001-02-03T09:30:01Z', null],
		['2004-01-01T10:10:10Z', '2004-01-01T10:10:10Z', 0],
		['2004-01-01T10:10:10+05:00', '2004-01-01T05:10:10Z', 300],
		['2004-01-01T10:10:10-04', '2004-01-01T14:10:10Z', -240],
		['2004-01-01T00:10:10+05:45', '2003-12-31T18:25:10Z', 345]
	])('%s', (text, instant, offsetMinutes) => {
		const { intervals, node } = dateOf(text);
		expect(intervals).toEqual([{ start: Date.parse(instant), end: Date.parse(instant) + 1000 }]);
		expect(node).toMatchObject({ precision: 'second', time: { offsetMinutes } });
	});
});

describe('what is said of a date', () => {
	test.each([
		['1XXX', 'millennium'],
		['19XX', 'century'],
		['198X', 'decade'],
		['1985', 'year'],
		['1999-XX-XX', 'year'],
		['1950S2', 'century'],
		['2001-40', 'half'],
		['2001-38', 'third'],
		['2001-34', 'quarter'],
		['2001-21', 'season'],
		['1999-01-XX', 'month'],
		['156X-12', 'month'],
		['2024-XX-12', 'day']
	])('%s is written to the %s', (text, precision) => {
		expect(dateOf(text).node).toMatchObject({ type: 'period', precision });
	});

	test.each([
		['2004-06-11', false, false, ['', '', '']],
		['2004-06-11?', true, false, ['?', '?', '?']],
		['2004-06~-11', false, true, ['~', '~', '']],
		['2004-06-~11', false, true, ['', '', '~']],
		['2004-%06', true, true, ['', '%']],
		['2004?-~06-~04', true, true, ['?', '~', '~']],
		['?2004-06-04~', true, true, ['%', '~', '~']]
	])('qualifiers of %s', (text, uncertain, approximate, qualifiers) => {
		expect(dateOf(text)).toMatchObject({ uncertain, approximate, node: { uncertain, approximate, qualifiers } });
	});

	test('an interval or set is as uncertain as any of its dates', () => {
		expect(dateOf('1984/2004~')).toMatchObject({ uncertain: false, approximate: true });
		expect(dateOf('[1667,1668?]')).toMatchObject({ uncertain: true, approximate: false });
	});

	test('the fields of a period', () => {
		expect(dateOf('-0043-03-15').node).toMatchObject({ year: -43, lastYear: -43, month: 3, day: 15 });
		expect(dateOf('156X-12-25').node).toMatchObject({ year: 1560, lastYear: 1569, mask: ['156X', '12', '25'] });
		expect(dateOf('1950S2').node).toMatchObject({ year: 1900, lastYear: 1999, estimate: 1950 });
		expect(dateOf('2001-21').node).toMatchObject({ year: 2001, code: 21 });
		expect(dateOf('2001-21').node).not.toHaveProperty('month');
		expect(dateOf('2024-XX-12').node).not.toHaveProperty('month');
	});

	test('the text of each part is its own', () => {
		expect(dateOf('1984~/2004-06').node).toMatchObject({ start: { text: '1984~' }, end: { text: '2004-06' } });
	});

	test('a day of a month that does not have it says how many there are', () => {
		expect(problemOf('2023-02-29').params).toEqual({ day: '29', days: 28, month: 2, year: 2023 });
		expect(problemOf('XXXX-02-30').params).toEqual({ day: '30', days: 29, month: 2 });
		expect(problemOf('2024-XX-32').params).toEqual({ day: '32', days: 31 });
	});
});

describe('bounded work', () => {
	test('a long text is refused by its length alone', () => {
		const problem = problemOf('['.repeat(100_000));
		expect(problem).toEqual({ code: 'too-long', at: MAX_EDTF_LENGTH, params: { length: 100_000, max: 256 } });
	});

	test('the longest text that is read', () => {
		const set = `[${Array.from({ length: 50 }, () => '1984').join(',')},198X]`;
		expect(set.length).toBeLessThanOrEqual(MAX_EDTF_LENGTH);
		expect(dateOf(set).intervals).toHaveLength(1);
	});

	test('a set of masked days stays within its bound of intervals', () => {
		const members = Array.from({ length: 22 }, (_, index) => `15${String(index).padStart(2, '0').charAt(1)}X-XX-X5`);
		const { intervals } = dateOf(`[${members.join(',')}]`);
		expect(intervals.length).toBeLessThanOrEqual(366 + members.length);
	});

	test('what is no text at all', () => {
		for (const value of [null, undefined, 2024, {}, ['2024']]) {
			expect(Reflect.apply(parseEdtf, null, [value])).toMatchObject({ ok: false, problem: { code: 'empty' } });
		}
	});
});
