import { describe, expect, test } from 'vitest';
import {
	addTo,
	floorTo,
	formatPeriodEnd,
	formatPeriodStart,
	parsePeriod,
	periodAt
} from '../../../src/lib/core/granularity.ts';
import { ceilTo, roundTo } from '../../../src/lib/core/rounding.ts';
import { timeOfDay } from '../../../src/lib/core/instant.ts';
import { shiftWindow } from '../../../src/lib/core/window.ts';
import { decodeView, encodeView } from '../../../src/lib/core/view-codec.ts';
import { createDateLabels } from '../../../src/lib/i18n/dates.ts';
import { dates } from '../../../src/lib/i18n/en/dates.ts';
import { layoutAxis } from '../../../src/lib/timeline/axis.ts';
import { axisWords } from '../../../src/lib/timeline/model.ts';
import { createTimeScale } from '../../../src/lib/timeline/time-scale.ts';
import { dateOf } from './support.ts';

/**
 * Days that are not 24 hours long by the clocks of some zone, or begin elsewhere: text, first instant (ms UTC, frozen), label, the
 * zone, and the hours the day has there by the IANA time zone database; 24 where the whole day is shifted.
 */
const ODD: readonly (readonly [text: string, start: number, label: string, zone: string, hours: number])[] = [
	['2024-03-10', 1_710_028_800_000, '10 March 2024', 'America/Los_Angeles', 23],
	['2024-11-03', 1_730_592_000_000, '3 November 2024', 'America/Los_Angeles', 25],
	// No midnight: the clocks went from 23:59:59 to 01:00.
	['2018-11-04', 1_541_289_600_000, '4 November 2018', 'America/Sao_Paulo', 23],
	['2018-02-17', 1_518_825_600_000, '17 February 2018', 'America/Sao_Paulo', 25],
	// Not there at all: Samoa and the Line Islands moved across the date line.
	['2011-12-30', 1_325_203_200_000, '30 December 2011', 'Pacific/Apia', 0],
	['1994-12-31', 788_832_000_000, '31 December 1994', 'Pacific/Kiritimati', 0],
	// Summer time all year round, on the first day that is counted.
	['1970-01-01', 0, '1 January 1970', 'Europe/London', 24],
	['2024-03-31', 1_711_843_200_000, '31 March 2024', 'Europe/London', 23],
	['1972-01-07', 63_590_400_000, '7 January 1972', 'Africa/Monrovia', 24 - 44.5 / 60],
	['1986-01-01', 504_921_600_000, '1 January 1986', 'Asia/Kathmandu', 23.75],
	['2024-04-07', 1_712_448_000_000, '7 April 2024', 'Australia/Lord_Howe', 24.5],
	['2024-10-06', 1_728_172_800_000, '6 October 2024', 'Australia/Lord_Howe', 23.5],
	['2024-10-27', 1_729_987_200_000, '27 October 2024', 'Antarctica/Troll', 26],
	['1969-12-31', -86_400_000, '31 December 1969', 'UTC', 24],
	['-0043-03-15', -63_517_824_000_000, '15 March 44 BCE', 'UTC', 24],
	['0099-12-31', -59_011_545_600_000, '31 December 99 CE', 'UTC', 24]
];

/** Links to days that begin or end something coarser; all others are their own from and to. */
const LINKS: Readonly<Record<string, string>> = {
	'1994-12-31': 'from=1994-12-31&to=1994',
	'1970-01-01': 'from=1970&to=1970-01-01',
	'2024-03-31': 'from=2024-03-31&to=2024-03',
	'1986-01-01': 'from=1986&to=1986-01-01',
	'1969-12-31': 'from=1969-12-31&to=1969',
	'0099-12-31': 'from=0099-12-31&to=0099'
};

const DAY = 86_400_000;
const HOUR = 3_600_000;
const labels = createDateLabels('en-GB', dates);

test(`B15 the days of this zone are as odd as is said (${process.env.TZ})`, () => {
	const ofZone = ODD.filter(([, , , zone]) => zone === process.env.TZ);
	expect(ofZone.length).toBeGreaterThan(0);
	for (const [text, , , , hours] of ofZone) {
		const [year = 0, month = 0, date = 0] = text.split(/(?<=\d)-/).map(Number);
		const local = (offset: number): number => new Date(2000, 0, 1).setFullYear(year, month - 1, date + offset);
		expect((local(1) - local(0)) / HOUR, text).toBeCloseTo(hours, 6);
	}
});

describe.each(ODD)('%s', (text, start, label) => {
	const day = { start, end: start + DAY };
	const link = `from=${text}&to=${text}`;

	test('is 24 hours of UTC, as a date, as a window and in a link', () => {
		expect(dateOf(text).intervals).toEqual([day]);
		expect(parsePeriod(text)).toEqual(day);
		expect(decodeView(link)).toMatchObject({ view: { filter: { window: day } }, notices: [] });
		expect(encodeView(decodeView(link).view)).toBe(LINKS[text] ?? link);
		expect(parsePeriod(formatPeriodStart(start))?.start).toBe(start);
		expect(parsePeriod(formatPeriodEnd(start + DAY))?.end).toBe(start + DAY);
	});

	test('says the same everywhere', () => {
		expect(labels.label(dateOf(text))).toBe(label);
		expect(labels.range(day)).toBe(label);
		expect(labels.duration(day)).toBe('1 day');
		for (const ms of [start, start + 1, start + 12 * HOUR, start + DAY - 1]) expect(labels.day(ms)).toBe(label);
		expect(labels.day(start - 1)).not.toBe(label);
		expect(labels.day(start + DAY)).not.toBe(label);
	});

	test('B22 is one bin of days and 24 of hours', () => {
		for (let ms = start; ms < start + DAY; ms += HOUR / 4) {
			expect(periodAt(ms, 'day')).toEqual(day);
			expect(floorTo(ms, 'day')).toBe(start);
			expect(ceilTo(ms, 'day')).toBe(ms === start ? start : start + DAY);
			expect(floorTo(ms, 'hour')).toBe(start + Math.floor((ms - start) / HOUR) * HOUR);
		}
		expect(roundTo(start + 12 * HOUR - 1, 'day')).toBe(start);
		expect(roundTo(start + 12 * HOUR, 'day')).toBe(start + DAY);
		expect(addTo(start, 'hour', 24)).toBe(start + DAY);
	});

	test('has its neighbours a day away, and keeps its time over a month', () => {
		for (let count = -3; count <= 3; count++) expect(addTo(start, 'day', count)).toBe(start + count * DAY);
		expect(shiftWindow(day, day, 1)).toEqual({ start: start + DAY, end: start + 2 * DAY });
		expect(shiftWindow(day, day, -1)).toEqual({ start: start - DAY, end: start });
		expect(timeOfDay(addTo(start + 5 * HOUR, 'month', -1))).toBe(5 * HOUR);
	});

	test('has ticks of the axis at midnight', () => {
		const whole = { start: start - 2 * DAY, end: start + 3 * DAY, weight: 1 };
		const scale = createTimeScale([whole], { widthPx: 1000, rtl: false, foldPx: 40, minPx: 40, airPx: 0 });
		if (scale === null) return expect.fail('There is a stretch.');
		const measure = (word: string): number => word.length * 7;
		const axis = layoutAxis(scale, [], axisWords(labels), { stacked: false, precision: 'day', edgePx: 8, measure });
		const atDays = [-2, -1, 0, 1, 2, 3].map((count) => scale.toPx(start + count * DAY));
		expect(axis.ticks.length).toBeGreaterThan(3);
		for (const px of axis.ticks) expect(Math.min(...atDays.map((other) => Math.abs(other - px)))).toBeLessThan(1);
	});
});
