import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Interval } from '../../../src/lib/core/interval.ts';
import { createDateLabels } from '../../../src/lib/i18n/dates.ts';
import { dates } from '../../../src/lib/i18n/en/dates.ts';
import { dateOf, dayStart } from './support.ts';

// A reader of English labels that knows nothing of EDTF: what a label says is what the bounds are, no less and no more.

const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December'
];
const pad = (value: number, digits: number): string => String(value).padStart(digits, '0');
const isoYear = (year: number): string => (year < 0 ? '-' : '') + pad(Math.abs(year), 4);
/** First instant of a day, by the platform; months and days may carry over. */
function at(year: number, month: number, day: number): number {
	const date = new Date(dayStart(`${isoYear(year)}-01-01`));
	return date.setUTCMonth(month, day);
}

/** `9 September 44 BCE`, `June 2024`, `1999`, `1980s`, `1900–1999`, `200–101 BCE`, `1 BCE – 9 CE`. */
function readPeriod(text: string): Interval {
	const plain = text.replace(/^about /, '').replace(/, uncertain$| \([^)]*(?:uncertain|approximate)\)$/, '');
	const estimate = /^.* \((.*)\)$/.exec(plain)?.[1];
	if (estimate !== undefined) return readPeriod(estimate);
	const inside = /^a (?:day|month) in (.*)$/.exec(plain)?.[1];
	if (inside !== undefined) return readPeriod(inside);
	const decade = /^(\d+)s$/.exec(plain)?.[1];
	if (decade !== undefined) return { start: at(Number(decade), 0, 1), end: at(Number(decade) + 10, 0, 1) };
	const years = /^([\d,]+)(?: (BCE|CE))? ?– ?([\d,]+)(?: (BCE|CE))?$/.exec(plain);
	if (years !== null) {
		const [, first = '', era, last = '', lastEra] = years;
		return {
			start: readPeriod(`${first} ${era ?? lastEra ?? ''}`.trim()).start,
			end: readPeriod(`${last} ${lastEra ?? ''}`.trim()).end
		};
	}
	const found = /^(?:(\d+) )?(?:([A-Z][a-z]+) )?([\d,]+)(?: (BCE|CE))?$/.exec(plain);
	if (found === null) throw new Error(`The label says no period: ${text}`);
	const [, day, monthName, yearText = '', era] = found;
	const ofEra = Number(yearText.replaceAll(',', ''));
	const year = era === 'BCE' ? 1 - ofEra : ofEra;
	if (monthName === undefined) return { start: at(year, 0, 1), end: at(year + 1, 0, 1) };
	const month = MONTHS.indexOf(monthName);
	expect(month, text).toBeGreaterThanOrEqual(0);
	if (day === undefined) return { start: at(year, month, 1), end: at(year, month + 1, 1) };
	return { start: at(year, month, Number(day)), end: at(year, month, Number(day) + 1) };
}

/** `1 to 8 December 2024`: what the first leaves out is what the last one says. */
function readSpan(text: string): Interval {
	const [first = '', last] = text.split(' to ');
	if (last === undefined) return readPeriod(text);
	const words = last.split(' ');
	const isWhole = /\d{3}|BCE|CE|s$/.test(first);
	const tail = words.slice(words.findIndex((word) => MONTHS.includes(word)) + (/^\d+$/.test(first) ? 0 : 1));
	return { start: readPeriod(isWhole ? first : `${first} ${tail.join(' ')}`).start, end: readPeriod(last).end };
}

function readLabel(text: string): readonly Interval[] {
	const [, from] = /^from (.*)(?: onwards|, end unknown)$/.exec(text) ?? [];
	if (from !== undefined) return [{ start: readSpan(from).start, end: Infinity }];
	const [, until] = /^(?:up to (.*)|until (.*), start unknown)$/.exec(text)?.filter((part) => part !== undefined) ?? [];
	if (until !== undefined) return [{ start: -Infinity, end: readSpan(until).end }];
	const [, members] = /^(?:one|all) of (.*)$/.exec(text) ?? [undefined, text];
	return (members ?? '')
		.split(/, (?!uncertain)| or (?!earlier|later)| and (?!earlier|later|month|day)/)
		.map((member) => {
			const [, end] = /^(.*) (?:or|and) earlier$/.exec(member) ?? [];
			if (end !== undefined) return { start: -Infinity, end: readSpan(end).end };
			const [, start] = /^(.*) (?:or|and) later$/.exec(member) ?? [];
			return start === undefined ? readSpan(member) : { start: readSpan(start).start, end: Infinity };
		});
}

/** Sorted and merged, by brute force. */
function joined(intervals: readonly Interval[]): readonly Interval[] {
	const sorted = intervals.toSorted((a, b) => a.start - b.start);
	return sorted.reduce<readonly Interval[]>((done, next) => {
		const last = done.at(-1);
		if (last === undefined || next.start > last.end) return [...done, next];
		return [...done.slice(0, -1), { start: last.start, end: Math.max(last.end, next.end) }];
	}, []);
}

const labels = createDateLabels('en-GB', dates);

const day = fc
	.date({ min: new Date('-009998-01-01'), max: new Date('+009998-12-31'), noInvalidDate: true })
	.map((date) => `${isoYear(date.getUTCFullYear())}${date.toISOString().slice(-20, -14)}`);
const near = fc
	.date({ min: new Date('2024-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));
/** A day or what it lies in, as it is written when less is known. */
const coarser = (days: fc.Arbitrary<string>): fc.Arbitrary<string> =>
	fc.tuple(days, fc.integer({ min: 0, max: 7 })).map(([text, form]) => {
		const [, year = '', month = ''] = /^(-?\d{4})-(\d\d)-/.exec(text) ?? [];
		const forms = [`${year}-${month}`, year, `${year}-${month}-XX`, `${year}-XX`, `${year}-XX-XX`];
		return [text, ...forms, `${year.slice(0, -1)}X`, `${year.slice(0, -2)}XX`][form] ?? text;
	});
const period = fc
	.tuple(fc.oneof(coarser(day), coarser(near)), fc.constantFrom('', '', '', '~', '?', '%'))
	.map(([text, qualifier]) => text + qualifier);
const estimate = fc
	.tuple(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 1, max: 3 }))
	.map(([year, digits]) => `${year}S${digits}`);

describe('a label says what the bounds are, no less and no more', () => {
	const agree = (text: string): void => {
		const date = dateOf(text);
		const label = labels.label(date);
		expect(joined(readLabel(label)), `${text}: ${label}`).toEqual(date.intervals);
	};

	test('of one period, whole or in part unknown', () => {
		fc.assert(fc.property(fc.oneof({ weight: 4, arbitrary: period }, estimate), agree), { numRuns: 400 });
	});

	test('of intervals, with ends and without', () => {
		const two = fc.oneof(fc.tuple(day, day), fc.tuple(near, near));
		const interval = fc
			.tuple(two, fc.nat(2), fc.nat(2), fc.constantFrom('', 'a../', 'a/', '../b', '/b'))
			.map(([days, cutA, cutB, form]) => {
				const [a = '', b = ''] = days.toSorted((x, y) => dayStart(x) - dayStart(y));
				const [start, end] = [a.slice(0, a.length - cutA * 3), b.slice(0, b.length - cutB * 3)];
				if (form === '') return `${start}/${end}`;
				return form === 'a../' ? `${start}/..` : form.replace('a', start).replace('b', end);
			});
		fc.assert(fc.property(interval, agree), { numRuns: 300 });
	});

	test('of sets, with their gaps', () => {
		const sets = fc
			.tuple(
				fc.uniqueArray(near, { minLength: 2, maxLength: 6 }),
				fc.nat(2),
				fc.constantFrom('', '..', 'range'),
				fc.boolean()
			)
			.map(([days, cut, form, isAll]) => {
				const members = days.toSorted().map((text) => text.slice(0, text.length - cut * 3));
				if (form === '..') members.push(`${members.pop()}..`);
				if (form === 'range') members.push(`${members.pop()}..2026-05`);
				return isAll ? `{${members.join(',')}}` : `[${members.join(',')}]`;
			});
		fc.assert(fc.property(sets, agree), { numRuns: 300 });
	});

	test('of windows, by their last day, month or year', () => {
		const boundary = fc.oneof(
			near,
			near.map((text) => `${text.slice(0, 7)}-01`),
			near.map((text) => `${text.slice(0, 4)}-01-01`)
		);
		fc.assert(
			fc.property(boundary, boundary, (a, b) => {
				fc.pre(a !== b);
				const [start = NaN, end = NaN] = [Date.parse(a), Date.parse(b)].toSorted((x, y) => x - y);
				const label = labels.range({ start, end });
				expect(readSpan(label.replace(' – ', ' to ')), label).toEqual({ start, end });
			}),
			{ numRuns: 300 }
		);
	});
});
