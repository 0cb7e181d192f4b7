import { civilOf, daysInMonth, DAY_MS, HOUR_MS, MAX_INSTANT, MINUTE_MS, mod, SECOND_MS, startOf } from './instant.ts';
import { timeOfDay } from './instant.ts';
import type { Interval } from './interval.ts';

/** The step ladder of axis, bins and handles: periods of the UTC calendar, finest first. */
export const GRANULARITIES = [
	'second',
	'minute',
	'hour',
	'day',
	'month',
	'quarter',
	'year',
	'decade',
	'century',
	'millennium'
] as const;
export type Granularity = (typeof GRANULARITIES)[number];

type Clock = 'second' | 'minute' | 'hour' | 'day';

export const CLOCK_MS: Readonly<Record<Clock, number>> = {
	second: SECOND_MS,
	minute: MINUTE_MS,
	hour: HOUR_MS,
	day: DAY_MS
};
/** In calendar months. */
export const MONTHS: Readonly<Record<Exclude<Granularity, Clock>, number>> = {
	month: 1,
	quarter: 3,
	year: 12,
	decade: 120,
	century: 1200,
	millennium: 12_000
};

export function isClock(unit: Granularity): unit is Clock {
	return unit in CLOCK_MS;
}

/**
 * Start (ms) of the period that an instant lies in. Decades, centuries and millennia begin with the astronomical years that
 * they divide: 1900 to 1999, and 0 (1 BCE) to 99.
 */
export function floorTo(ms: number, unit: Granularity): number {
	if (isClock(unit)) return ms - mod(ms, CLOCK_MS[unit]);
	const month = monthIndex(ms);
	return startOf(0, month - mod(month, MONTHS[unit]) + 1);
}

/**
 * An instant (ms) `count` steps of the calendar later, or earlier when negative. The time of day is kept, and the day of the
 * month as far as the month has it: a month after 31 January is the last day of February.
 */
export function addTo(ms: number, unit: Granularity, count: number): number {
	if (isClock(unit)) return ms + count * CLOCK_MS[unit];
	const month = monthIndex(ms) + count * MONTHS[unit];
	const day = Math.min(civilOf(ms).day, daysInMonth(Math.floor(month / 12), mod(month, 12) + 1));
	return startOf(0, month + 1, day) + timeOfDay(ms);
}

/** How often a step of `months` calendar months fits between two instants (ms), the rest as a fraction of the step it lies in. */
export function calendarSteps(start: number, end: number, months: number): number {
	let steps = Math.floor((monthIndex(end) - monthIndex(start)) / months);
	if (addTo(start, 'month', steps * months) > end) steps--;
	const [before, after] = [addTo(start, 'month', steps * months), addTo(start, 'month', (steps + 1) * months)];
	return steps + (end - before) / (after - before);
}

/** The period (ms, half-open) that an instant lies in. */
export function periodAt(ms: number, unit: Granularity): Interval {
	const start = floorTo(ms, unit);
	return { start, end: addTo(start, unit, 1) };
}

/** Months since the start of year 0. */
function monthIndex(ms: number): number {
	const { year, month } = civilOf(ms);
	return year * 12 + month - 1;
}

const PERIOD = /^(-?\d{4}|Y-?[1-9]\d{4,5})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d):(\d\d)Z)?)?)?$/;

/**
 * A period as a URL has it: an EDTF year, month or day, or a time with `Z`, which is one second. Years beyond four digits
 * have `Y`, and here alone may have a month, day and time too (`Y12000-05-01`), so that every instant can be linked to.
 * `null` for everything else, and for what a `Date` could not hold.
 */
export function parsePeriod(text: string): Interval | null {
	const found = PERIOD.exec(text);
	if (found === null) return null;
	const [, yearText = '', monthText, dayText, hours, minutes, seconds] = found;
	const [year, month, day] = [Number(yearText.replace('Y', '')), Number(monthText ?? 1), Number(dayText ?? 1)];
	if (yearText === '-0000' || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
	const [hour, minute, second] = [Number(hours ?? 0), Number(minutes ?? 0), Number(seconds ?? 0)];
	if (hour > 23 || minute > 59 || second > 59) return null;
	const start = startOf(year, month, day) + hour * HOUR_MS + minute * MINUTE_MS + second * SECOND_MS;
	const unit =
		monthText === undefined ? 'year' : dayText === undefined ? 'month' : hours === undefined ? 'day' : 'second';
	const end = addTo(start, unit, 1);
	return start >= -MAX_INSTANT && end <= MAX_INSTANT ? { start, end } : null;
}

/** As `parsePeriod`, but a year, month or day only: `null` for a time. */
export function parseDayPeriod(text: string): Interval | null {
	return text.includes('T') ? null : parsePeriod(text);
}

/**
 * The coarsest period (year, month, day, second) that begins at an instant. The instant is floored to the second and kept
 * within what a `Date` holds; `parsePeriod(...).start` gives it back.
 */
export function formatPeriodStart(ms: number): string {
	const start = wholeSecond(ms, -MAX_INSTANT, MAX_INSTANT - SECOND_MS);
	const { year, month, day } = civilOf(start);
	if (timeOfDay(start) > 0) return `${formatDay(start)}T${formatClock(start)}Z`;
	if (day > 1 || startOf(year, month + 1) > MAX_INSTANT) return formatDay(start);
	if (month > 1 || startOf(year + 1) > MAX_INSTANT) return formatMonth(start);
	return formatYear(start);
}

/**
 * The coarsest period (year, month, day, second) whose exclusive end is an instant, floored and kept within bounds as in
 * `formatPeriodStart`; `parsePeriod(...).end` gives it back.
 */
export function formatPeriodEnd(ms: number): string {
	const end = wholeSecond(ms, SECOND_MS - MAX_INSTANT, MAX_INSTANT);
	const last = end - SECOND_MS;
	const { year, month, day } = civilOf(end);
	if (timeOfDay(end) > 0) return `${formatDay(last)}T${formatClock(last)}Z`;
	if (day > 1 || startOf(year, month - 1) < -MAX_INSTANT) return formatDay(last);
	if (month > 1 || startOf(year - 1) < -MAX_INSTANT) return formatMonth(last);
	return formatYear(last);
}

function wholeSecond(ms: number, min: number, max: number): number {
	if (Number.isNaN(ms)) throw new RangeError('A period cannot begin or end at NaN milliseconds.');
	return floorTo(Math.min(max, Math.max(min, ms)), 'second');
}

function formatYear(ms: number): string {
	const { year } = civilOf(ms);
	if (Math.abs(year) > 9999) return `Y${year}`;
	return (year < 0 ? '-' : '') + pad(Math.abs(year), 4);
}

function formatMonth(ms: number): string {
	return `${formatYear(ms)}-${pad(civilOf(ms).month, 2)}`;
}

function formatDay(ms: number): string {
	return `${formatMonth(ms)}-${pad(civilOf(ms).day, 2)}`;
}

function formatClock(ms: number): string {
	const seconds = timeOfDay(ms) / SECOND_MS;
	return [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => pad(Math.floor(part), 2)).join(':');
}

function pad(value: number, digits: number): string {
	return String(value).padStart(digits, '0');
}
