import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPeriodEnd, formatPeriodStart, GRANULARITIES } from '../../../src/lib/core/granularity.ts';
import { encodeView } from '../../../src/lib/core/view-codec.ts';
import { createDateProblems } from '../../../src/lib/i18n/date-problems.ts';
import { createDateLabels } from '../../../src/lib/i18n/dates.ts';
import { dateProblems } from '../../../src/lib/i18n/en/date-problems.ts';
import { dates } from '../../../src/lib/i18n/en/dates.ts';
import { datetimeOf } from '../../../src/lib/core/datetime.ts';
import { axisWords } from '../../../src/lib/timeline/model.ts';
import { view } from '../support/arbitraries.ts';
import { dateOf, problemOf } from './support.ts';

/** Zero of the digits that each language is written with. */
const ZERO = { en: '0', de: '0', 'ar-EG': '٠', 'fa-IR': '۰', 'th-TH': '0', hi: '0', zh: '0' } as const;
type Locale = keyof typeof ZERO;
const LOCALES = Object.keys(ZERO) as readonly Locale[];

/**
 * Frozen. The words around the dates are English, as their translation is not what is tested; a machine's own calendar would
 * say 1403 or 1404 in Persian, 2568 in Thai and 1446 in Arabic. The last but two is a window, the last a length.
 */
const TEXTS = [
	'2025-03-20',
	'2025-02',
	'2025',
	'-0043-03-15',
	// A day that the calendar of Rome left out.
	'1582-10-10',
	'1984-07-XX',
	'2024-12-08T12:05:07-04:30'
];
const WINDOW = { start: Date.parse('2025-07-01T00:00:00Z'), end: Date.parse('2025-10-16T00:00:00Z') };
const SAID: Readonly<Record<Locale, readonly string[]>> = {
	en: [
		'March 20, 2025',
		'February 2025',
		'2025',
		'March 15, 44 BCE',
		'October 10, 1582',
		'a day in July 1984',
		'December 8, 2024, 12:05:07 UTC-04:30',
		'July 1, 2025 – October 15, 2025',
		'January 1, 1970, 00:00 UTC',
		'3½ months'
	],
	de: [
		'20. März 2025',
		'Februar 2025',
		'2025',
		'15. März 44 BCE',
		'10. Oktober 1582',
		'a day in Juli 1984',
		'8. Dezember 2024, 12:05:07 UTC-04:30',
		'1. Juli – 15. Oktober 2025',
		'1. Januar 1970, 00:00 UTC',
		'3½ Monate'
	],
	'ar-EG': [
		'٢٠ مارس ٢٠٢٥',
		'فبراير ٢٠٢٥',
		'٢٠٢٥',
		'١٥ مارس ٤٤ BCE',
		'١٠ أكتوبر ١٥٨٢',
		'a day in يوليو ١٩٨٤',
		'٨ ديسمبر ٢٠٢٤, ١٢:٠٥:٠٧ UTC-٠٤:٣٠',
		'١ يوليو – ١٥ أكتوبر ٢٠٢٥',
		'١ يناير ١٩٧٠, ٠٠:٠٠ UTC',
		'٣½ شهر'
	],
	'fa-IR': [
		'۲۰ مارس ۲۰۲۵',
		'فوریهٔ ۲۰۲۵',
		'۲۰۲۵',
		'۱۵ مارس ۴۴ BCE',
		'۱۰ اکتبر ۱۵۸۲',
		'a day in ژوئیهٔ ۱۹۸۴',
		'۸ دسامبر ۲۰۲۴, ۱۲:۰۵:۰۷ UTC-۰۴:۳۰',
		'۱ ژوئیهٔ ۲۰۲۵ – ۱۵ اکتبر ۲۰۲۵',
		'۱ ژانویهٔ ۱۹۷۰, ۰۰:۰۰ UTC',
		'۳½ ماه'
	],
	'th-TH': [
		'20 มีนาคม 2025',
		'กุมภาพันธ์ 2025',
		'2025',
		'15 มีนาคม 44 BCE',
		'10 ตุลาคม 1582',
		'a day in กรกฎาคม 1984',
		'8 ธันวาคม 2024, 12:05:07 UTC-04:30',
		'1 กรกฎาคม – 15 ตุลาคม 2025',
		'1 มกราคม 1970, 00:00 UTC',
		'3½ เดือน'
	],
	hi: [
		'20 मार्च 2025',
		'फ़रवरी 2025',
		'2025',
		'15 मार्च 44 BCE',
		'10 अक्टूबर 1582',
		'a day in जुलाई 1984',
		'8 दिसंबर 2024, 12:05:07 UTC-04:30',
		'1 जुलाई – 15 अक्टूबर 2025',
		'1 जनवरी 1970, 00:00 UTC',
		'3½ महीने'
	],
	zh: [
		'2025年3月20日',
		'2025年2月',
		'2025年',
		'44年3月15日 BCE',
		'1582年10月10日',
		'a day in 1984年7月',
		'2024年12月8日, 12:05:07 UTC-04:30',
		'2025年7月1日 – 2025年10月15日',
		'1970年1月1日, 00:00 UTC',
		'3½个月'
	]
};

/** The numbers in a text, all in the digits of the language; those of any other script count as NaN. */
function numbersIn(text: string, locale: Locale): readonly number[] {
	const zero = ZERO[locale].codePointAt(0) ?? 0;
	return (text.match(/\p{Nd}+/gu) ?? []).map((run) => {
		const digits = [...run].map((digit) => (digit.codePointAt(0) ?? 0) - zero);
		return digits.every((digit) => digit >= 0 && digit <= 9) ? Number(digits.join('')) : NaN;
	});
}

const ascending = (numbers: readonly number[]): readonly number[] => numbers.toSorted((a, b) => a - b);
const pad = (value: number, digits: number): string => String(value).padStart(digits, '0');

describe.each(LOCALES)('%s', (locale) => {
	const labels = createDateLabels(locale, dates);
	// Only Chinese writes months as numbers.
	const monthNumbers = (...months: readonly number[]): readonly number[] => (locale === 'zh' ? months : []);

	test('says what it always said, whatever the language and zone of the machine', () => {
		const said = [
			...TEXTS.map((text) => labels.label(dateOf(text))),
			labels.range(WINDOW),
			labels.instant(0, 'minute'),
			labels.duration(WINDOW)
		];
		expect(said).toEqual(SAID[locale]);
	});

	test('B16 has the Gregorian year, month and day of any date, in its own digits', () => {
		const day = fc.date({ min: new Date('-009998-01-01'), max: new Date('+009999-12-31'), noInvalidDate: true });
		fc.assert(
			fc.property(day, fc.constantFrom('long' as const, 'short' as const), (date, style) => {
				const [year, month, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
				const text = `${year < 0 ? '-' : ''}${pad(Math.abs(year), 4)}`;
				const ofEra = year > 0 ? year : 1 - year;
				const said = labels.label(dateOf(`${text}-${pad(month, 2)}-${pad(d, 2)}`), style);
				expect(ascending(numbersIn(said, locale))).toEqual(ascending([ofEra, d, ...monthNumbers(month)]));
				expect(labels.instant(date.getTime(), 'day', style)).toBe(said);
				expect(said.includes('BCE')).toBe(year <= 0);
				const ofMonth = labels.label(dateOf(`${text}-${pad(month, 2)}`), style);
				expect(ascending(numbersIn(ofMonth, locale))).toEqual(ascending([ofEra, ...monthNumbers(month)]));
				expect(numbersIn(labels.label(dateOf(text), style), locale)).toEqual([ofEra]);
			}),
			{ numRuns: 100 }
		);
	});

	test('has the same name for a month in every year: no month of another calendar', () => {
		const named = (year: number, month: number): string =>
			labels.label(dateOf(`${year}-${pad(month, 2)}-05`)).replace(digitsOf(year, locale), '#');
		const names = Array.from({ length: 12 }, (_, index) => named(2000, index + 1));
		expect(new Set(names).size).toBe(12);
		for (const year of [1066, 1500, 1582, 1583, 1900, 1970, 2025, 2040]) {
			expect(Array.from({ length: 12 }, (_, index) => named(year, index + 1))).toEqual(names);
		}
	});

	test('has no digits but its own in any form', () => {
		const forms = [
			'2000~',
			'198X',
			'190X',
			'-01XX',
			'1950S2',
			'Y12000',
			'Y-170000002',
			'2024-24',
			'2024-36',
			'2024-XX-12',
			'1985-04-1X',
			'156X-12-25',
			'2024-12/',
			'../2024',
			'2024-12-01/2024-12-08',
			'[1667,1668,1670..1672]',
			'{2020,2022}',
			'2024-12-08T12:00:00+05:30'
		];
		const said = [
			...forms.flatMap((text) => [labels.label(dateOf(text)), labels.label(dateOf(text), 'short')]),
			...GRANULARITIES.map((unit) => labels.instant(WINDOW.start, unit)),
			...[WINDOW, { ...WINDOW, start: -Infinity }, { ...WINDOW, end: WINDOW.end + 5_400_000 }].map((window) =>
				labels.range(window)
			),
			createDateProblems(locale, dateProblems, dates)(problemOf('XXXX-02-30')).replace('30', '')
		];
		for (const text of said) {
			expect(numbersIn(text, locale), text).not.toContain(NaN);
			expect(text).not.toMatch(/undefined|NaN|[\u00a0\u202f]/);
		}
	});

	test('has the same days and hours on the axis', () => {
		const words = axisWords(labels);
		const at = Date.parse('2025-03-20T13:45:00Z');
		expect(numbersIn(words.year(at), locale)).toEqual([2025]);
		expect(ascending(numbersIn(words.monthYear(at), locale))).toEqual(ascending([2025, ...monthNumbers(3)]));
		expect(numbersIn(words.month(at), locale)).toEqual(monthNumbers(3));
		expect(numbersIn(words.day(at), locale)).toEqual([20]);
		expect(numbersIn(words.time(at), locale)).toEqual([13, 45]);
	});
});

describe('B16 what machines read is ASCII, whatever the language of this one', () => {
	test('links', () => {
		fc.assert(
			fc.property(view, (one) => /^[\x21-\x7e]*$/.test(encodeView(one))),
			{ numRuns: 300 }
		);
	});

	test('periods of links', () => {
		fc.assert(
			fc.property(fc.integer({ min: -8_639e12, max: 8_639e12 }), (ms) => {
				expect(formatPeriodStart(ms)).toMatch(/^[-\dTZ:Y]+$/);
				expect(formatPeriodEnd(ms)).toMatch(/^[-\dTZ:Y]+$/);
			})
		);
	});

	test('datetime attributes', () => {
		const plain = ['2025', '2025-03', '2025-03-20', '0079-08-24', '2024-12-08T12:00:00Z', '2024-12-08T12:00:00+05:30'];
		for (const text of plain) expect(datetimeOf(dateOf(text))).toBe(text);
		for (const text of ['198X', '2000~', '2024-24', '0000', '-0043-03-15', 'Y12000', '2024/2025', '{2020,2022}']) {
			expect(datetimeOf(dateOf(text)), text).toBeUndefined();
		}
	});
});

function digitsOf(value: number, locale: Locale): string {
	const zero = ZERO[locale].codePointAt(0) ?? 0;
	return [...String(value)].map((digit) => String.fromCodePoint(zero + Number(digit))).join('');
}
