import { describe, expect, test } from 'vitest';
import { createDateProblems } from '../../../src/lib/i18n/date-problems.ts';
import { dateProblems } from '../../../src/lib/i18n/en/date-problems.ts';
import { dates } from '../../../src/lib/i18n/en/dates.ts';
import { createDateLabels } from '../../../src/lib/i18n/dates.ts';
import { GRANULARITIES } from '../../../src/lib/core/granularity.ts';
import { dateOf, problemOf } from './support.ts';

const labels = createDateLabels('en-GB', dates);
const problem = createDateProblems('en-GB', dateProblems, dates);
const at = (iso: string): number => Date.parse(iso);
const window = (start: string, end: string): { start: number; end: number } => ({
	start: start === '' ? -Infinity : at(start),
	end: end === '' ? Infinity : at(end)
});

describe('labels', () => {
	test.each([
		['2025-09-09', '9 September 2025', '9 Sept 2025'],
		['2025-02', 'February 2025', 'Feb 2025'],
		['2025', '2025', '2025'],
		['2000~', 'about 2000', 'about 2000'],
		['2000?', '2000, uncertain', '2000, uncertain'],
		['2000%', 'about 2000, uncertain', 'about 2000, uncertain'],
		['2004-06~-11', '11 June 2004 (year and month approximate)', '11 Jun 2004 (year and month approximate)'],
		[
			'2004?-~06-~04',
			'4 June 2004 (year uncertain, month and day approximate)',
			'4 Jun 2004 (year uncertain, month and day approximate)'
		],
		['2001-~21', 'spring 2001 (season approximate)', 'spring 2001 (season approximate)'],
		['2024-24', 'winter 2024', 'winter 2024'],
		['2024-27', 'autumn 2024 (northern hemisphere)', 'autumn 2024 (northern hemisphere)'],
		['2024-29', 'spring 2024 (southern hemisphere)', 'spring 2024 (southern hemisphere)'],
		['2024-36', 'fourth quarter of 2024', 'fourth quarter of 2024'],
		['2024-38', 'second third of 2024', 'second third of 2024'],
		['2024-41', 'second half of 2024', 'second half of 2024'],
		['198X', '1980s', '1980s'],
		['198X~', 'about 1980s', 'about 1980s'],
		['190X', '1900–1909', '1900–1909'],
		['19XX', '1900–1999', '1900–1999'],
		['XXXX', 'year unknown', 'year unknown'],
		['1999-XX', 'a month in 1999', '1999'],
		['1999-XX-XX', 'a day in 1999', '1999'],
		['1999-01-XX', 'a day in January 1999', 'Jan 1999'],
		['1985-04-1X', 'one of 10 to 19 April 1985', 'one of 10 to 19 Apr 1985'],
		['1985-04-3X', '30 April 1985', '30 Apr 1985'],
		['1984-X0', 'October 1984', 'Oct 1984'],
		['1984-1X', 'one of October to December 1984', 'one of Oct to Dec 1984'],
		['2024-XX-12', 'day 12, month unknown (2024)', 'day 12, month unknown (2024)'],
		['156X-12-25', '25 December, year unknown (1560s)', '25 Dec, year unknown (1560s)'],
		['XXXX-02-29', '29 February, year unknown', '29 Feb, year unknown'],
		['198X-21', 'spring, year unknown (1980s)', 'spring, year unknown (1980s)'],
		['1X55?', '1X55 (each X an unknown digit), uncertain', '1X55 (each X an unknown digit), uncertain'],
		['1950S2', 'about 1950 (1900–1999)', 'about 1950 (1900–1999)'],
		['1950S2%', 'about 1950 (1900–1999), uncertain', 'about 1950 (1900–1999), uncertain'],
		['1950S4~', 'about 1950', 'about 1950'],
		['Y12345S3~', 'about 12,345 CE (12,300–12,399 CE)', 'about 12,345 CE (12,300–12,399 CE)'],
		['1964/2008', '1964 to 2008', '1964 to 2008'],
		['1900/1900', '1900', '1900'],
		['2024-12-01/2024-12-08', '1 to 8 December 2024', '1 to 8 Dec 2024'],
		['2024-06/2024-08', 'June to August 2024', 'Jun to Aug 2024'],
		['2024-06/2025-08', 'June 2024 to August 2025', 'Jun 2024 to Aug 2025'],
		['2004-02-01/2005', '1 February 2004 to 2005', '1 Feb 2004 to 2005'],
		['1984~/2004-06?', 'about 1984 to June 2004 (uncertain)', 'about 1984 to Jun 2004 (uncertain)'],
		['2024-12/', 'from December 2024, end unknown', 'from Dec 2024, end unknown'],
		['/2025-10-14', 'until 14 October 2025, start unknown', 'until 14 Oct 2025, start unknown'],
		['2024/..', 'from 2024 onwards', 'from 2024 onwards'],
		['../2024', 'up to 2024', 'up to 2024'],
		['[2024-12,2025-01]', 'one of December 2024 or January 2025', 'one of Dec 2024 or Jan 2025'],
		['[1667,1668,1670..1672]', 'one of 1667, 1668, 1670 to 1672', 'one of 1667, 1668, 1670 to 1672'],
		['{2020,2022}', '2020 and 2022', '2020 and 2022'],
		['{1667,1668,1670..1672}', 'all of 1667, 1668, 1670 to 1672', 'all of 1667, 1668, 1670 to 1672'],
		['[..1984]', '1984 or earlier', '1984 or earlier'],
		['{1760-12..}', 'December 1760 and later', 'Dec 1760 and later'],
		['[1984]', '1984', '1984'],
		['0000', '1 BCE', '1 BCE'],
		['-0043-03-15', '15 March 44 BCE', '15 Mar 44 BCE'],
		['-01XX', '200–101 BCE', '200–101 BCE'],
		['000X', '1 BCE – 9 CE', '1 BCE – 9 CE'],
		['0079-08-24', '24 August 79 CE', '24 Aug 79 CE'],
		['-0043/0014', '44 BCE to 14 CE', '44 BCE to 14 CE'],
		['Y12000', '12,000 CE', '12,000 CE'],
		['Y-170000002', '170,000,003 BCE', '170,000,003 BCE'],
		['2024-12-08T12:00:00Z', '8 December 2024, 12:00 UTC', '8 Dec 2024, 12:00 UTC'],
		['2024-12-08T12:05:07-04:30', '8 December 2024, 12:05:07 UTC-04:30', '8 Dec 2024, 12:05:07 UTC-04:30'],
		['2024-12-08T12:00:00+05', '8 December 2024, 12:00 UTC+05:00', '8 Dec 2024, 12:00 UTC+05:00'],
		['2024-12-08T24:00:00', '8 December 2024, 24:00', '8 Dec 2024, 24:00']
	])('%s: %s', (text, long, short) => {
		expect(labels.label(dateOf(text))).toBe(long);
		expect(labels.label(dateOf(text), 'short')).toBe(short);
	});
});

describe('windows, by their last period', () => {
	test.each([
		['2025-07-01', '2025-10-16', '1 July – 15 October 2025', '1 Jul – 15 Oct 2025'],
		['2025-07-01', '2025-11-01', 'July – October 2025', 'Jul – Oct 2025'],
		['2025-07-01', '2025-08-01', 'July 2025', 'Jul 2025'],
		['2024-01-01', '2025-01-01', '2024', '2024'],
		['2024-01-01', '2026-01-01', '2024–2025', '2024–2025'],
		['2024-12-01', '2025-03-01', 'December 2024 – February 2025', 'Dec 2024 – Feb 2025'],
		['2025-07-01', '2025-07-16', '1 – 15 July 2025', '1 – 15 Jul 2025'],
		['2025-07-01', '2025-07-02', '1 July 2025', '1 Jul 2025'],
		['-000043-03-15', '-000043-03-17', '15 – 16 March 44 BCE', '15 – 16 Mar 44 BCE'],
		['', '2025-10-16', 'until 15 October 2025', 'until 15 Oct 2025'],
		['2025-07-01', '', 'from July 2025', 'from Jul 2025'],
		['', '2025-01-01', 'until 2024', 'until 2024'],
		['', '', 'all time', 'all time'],
		['2025-07-01T12:00:00Z', '2025-07-01T15:30:00Z', '1 July 2025, 12:00 – 15:30 UTC', '1 Jul 2025, 12:00 – 15:30 UTC'],
		[
			'2025-07-01',
			'2025-07-02T06:00:05Z',
			'1 July 2025, 00:00 – 2 July 2025, 06:00:05 UTC',
			'1 Jul 2025, 00:00 – 2 Jul 2025, 06:00:05 UTC'
		],
		['2025-07-01T12:00:00Z', '', 'from 1 July 2025, 12:00 UTC', 'from 1 Jul 2025, 12:00 UTC']
	])('[%s, %s)', (start, end, long, short) => {
		expect(labels.range(window(start, end))).toBe(long);
		expect(labels.range(window(start, end), 'short')).toBe(short);
	});
});

test('an instant by the period it lies in', () => {
	const ms = at('2025-02-01T13:14:15Z');
	expect(GRANULARITIES.map((unit) => labels.instant(ms, unit))).toEqual([
		'1 February 2025, 13:14:15 UTC',
		'1 February 2025, 13:14 UTC',
		'1 February 2025, 13:00 UTC',
		'1 February 2025',
		'February 2025',
		'first quarter of 2025',
		'2025',
		'2020s',
		'2000–2099',
		'2000–2999'
	]);
	expect(labels.day(ms)).toBe('1 February 2025');
	expect(labels.instant(at('-000043-03-15'), 'day')).toBe('15 March 44 BCE');
});

test('the ends of time, where the first month and the last decade are cut short', () => {
	expect(labels.instant(Infinity, 'year')).toBe('275,760 CE');
	expect(labels.instant(Infinity, 'decade')).toBe('275,760–275,769 CE');
	expect(labels.instant(-Infinity, 'month')).toBe('April 271822 BCE');
	expect(labels.instant(-Infinity, 'day', 'short')).toBe('20 Apr 271822 BCE');
	expect(labels.range({ start: -8.64e15, end: 8.64e15 })).toBe('20 April 271822 BCE – 12 September 275760 CE');
	for (const unit of GRANULARITIES) {
		for (const ms of [-8.64e15, 8.64e15]) expect(labels.instant(ms, unit), unit).not.toMatch(/undefined|NaN|CEs/);
	}
});

describe('lengths', () => {
	test.each([
		['2025-07-01', '2025-10-16', '3½ months'],
		['2000-02-01', '2024-02-01', '24 years'],
		['2024-02-01', '2025-02-01', '1 year'],
		['2024-07-01', '2025-07-02', '1 year'],
		['2000-01-01', '2002-07-01', '2½ years'],
		['2025-02-01', '2025-03-01', '1 month'],
		['2025-07-01', '2025-07-06', '5 days'],
		['2025-07-01', '2025-08-15', '45 days'],
		['2025-07-01', '2025-07-02', '1 day'],
		['2025-07-01', '2025-07-02T12:00:00Z', '1½ days'],
		['2025-07-01T12:00:00Z', '2025-07-01T15:30:00Z', '3½ hours'],
		['2025-07-01T12:00:00Z', '2025-07-01T12:00:01Z', '1 second'],
		['-000500-01-01', '1500-01-01', '2,000 years'],
		['', '2025-01-01', 'without end']
	])('[%s, %s): %s', (start, end, words) => {
		expect(labels.duration(window(start, end))).toBe(words);
	});
});

describe('problems say why and how to mend', () => {
	test.each([
		['2023-02-29', 'February 2023 has 28 days, not 29.'],
		['-0043-02-30', 'February 44 BCE has 28 days, not 30.'],
		['XXXX-02-30', 'February has at most 29 days, not 30.'],
		['2024-XX-32', 'There is no day 32: a month has at most 31 days.'],
		['2023-02-00', 'There is no day 00: days begin with 01.'],
		['2024-12-31/2024-01-01', /swap.*Perhaps 2024-01-01\/2024-12-31 is meant\.$/],
		['198', /four digits.*Perhaps 198X is meant\.$/],
		['-0000', /1 BCE is 0000.*Perhaps 0000 is meant\.$/],
		['2024–12', /^An en dash \(U\+2013\) at position 5 .*Perhaps 2024-12 is meant\.$/],
		['2024-\u200f12', /^An invisible right-to-left mark \(U\+200F\) at position 6 .*Perhaps 2024-12 is meant\.$/],
		['2024\u202e', /^An invisible mark of writing direction \(U\+202E\) at position 5 .*Perhaps 2024 is meant\.$/],
		['٢٠٢٤', /^A digit of another script \(U\+0662\) at position 1 .*Perhaps 2024 is meant\.$/],
		['２０２４', /^A digit of another script \(U\+FF12\) at position 1 .*Perhaps 2024 is meant\.$/],
		['2024-12-08 ', /^A space \(U\+0020\) at position 11 .*Perhaps 2024-12-08 is meant\.$/],
		['2024\u00a0', /^A no-break space \(U\+00A0\) at position 5 .*Perhaps 2024 is meant\.$/],
		['2024\0', /^An invisible null character \(U\+0000\) at position 5 does not belong in a date\.$/],
		['2024\ud800', /^U\+D800 at position 5 /],
		['2024☃', /^U\+2603 at position 5 /],
		['not', /^“n” at position 1 /],
		['2024-13', /^There is no month 13: months are 01 to 12/],
		['2024-12-08T12:00:00+15:00', /^There is no offset \+15:00/],
		['2024-12-08T12:00:60', /^There is no second 60/],
		['Y1E400', /at most 999,999,999,999,999 /],
		['9'.repeat(100_000), 'The date has 100,000 characters; at most 256 are read.'],
		['1950S9', /from 1 to 4\.$/]
	])('%j', (text, words) => {
		const said = problem(problemOf(text));
		if (typeof words === 'string') expect(said).toBe(words);
		else expect(said).toMatch(words);
	});

	test('every code has a sentence', () => {
		for (const write of Object.values(dateProblems.problems)) {
			const said = write({ position: 1, value: '1', max: '2', month: 'May', hasYear: false, days: '31' });
			expect(said).toMatch(/^[A-Z“].*\.$/);
			expect(said).not.toMatch(/undefined|NaN/);
		}
	});
});

describe('other locales', () => {
	const texts = [
		'2025-09-09',
		'2025-02',
		'2025',
		'-0043-03-15',
		'198X',
		'2024-12-01/2024-12-08',
		'2024-12-08T12:05:07Z'
	];

	test.each(['en-US', 'de', 'ar', 'ar-EG', 'fa-IR', 'th-TH', 'hi', 'zh', 'ru', 'ja-JP-u-ca-japanese'])(
		'%s: Gregorian years and plain spaces',
		(locale) => {
			const other = createDateLabels(locale, dates);
			const digits = new Intl.NumberFormat(locale, { useGrouping: false });
			expect(other.label(dateOf('2025-09-09'))).toContain(digits.format(2025));
			const said = [
				...texts.flatMap((text) => [other.label(dateOf(text)), other.label(dateOf(text), 'short')]),
				other.range(window('2025-07-01', '2025-10-16'), 'short'),
				other.duration(window('2025-07-01', '2025-10-16')),
				other.instant(at('2025-02-01'), 'minute')
			];
			for (const text of said) expect(text).not.toMatch(/[\u00a0\u202f]|undefined|NaN/);
		}
	);

	test('a year is left out only where what remains is how the language writes it', () => {
		const range = (locale: string): string => createDateLabels(locale, dates).range(window('2025-07-01', '2025-10-16'));
		expect(range('ru')).toBe('1 июля – 15 октября 2025 г.');
		expect(range('zh')).toBe('2025年7月1日 – 2025年10月15日');
		expect(createDateLabels('de', dates).range(window('2025-07-01', '2025-07-16'))).toBe(
			'1. Juli 2025 – 15. Juli 2025'
		);
	});
});
