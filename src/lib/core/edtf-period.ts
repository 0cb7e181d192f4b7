import { consecutiveYears, codeIn, daysIn, fitting, maskedYears, piecesOf, trailingMask } from './edtf-bounds.ts';
import type { Years } from './edtf-bounds.ts';
import type { EdtfPeriod, EdtfProblem, EdtfProblemCode, EdtfTime, Precision, Qualifier } from './edtf-types.ts';
import { daysInMonth, HOUR_MS, MINUTE_MS, SECOND_MS, startOf } from './instant.ts';
import type { Interval } from './interval.ts';

/** The largest year, either side of 0: up to here every integer year and the one after are exact in a double. */
export const MAX_YEAR = 999_999_999_999_999;

/** Where the reading of one text stands. A reader that fails returns `null` and leaves the problem here. */
export interface Cursor {
	readonly text: string;
	at: number;
	/** How many intervals the date may still be made of. */
	budget: number;
	problem: EdtfProblem | null;
}

export function fail(c: Cursor, code: EdtfProblemCode, at: number, params: EdtfProblem['params'] = {}): null {
	c.problem ??= { code, at, params };
	return null;
}

/** Nothing that fits stands at the cursor. */
export function unexpected(c: Cursor): null {
	const point = c.text.codePointAt(c.at);
	if (point === undefined) return fail(c, 'incomplete', c.at);
	const escaped = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
	return fail(c, 'unexpected', c.at, { character: point > 32 && point < 127 ? String.fromCodePoint(point) : escaped });
}

/** The text with a part of it replaced, for a suggestion. */
export function replaced(c: Cursor, from: number, to: number, text: string): string {
	return c.text.slice(0, from) + text + c.text.slice(to);
}

function take(c: Cursor, pattern: RegExp): RegExpExecArray | null {
	const found = pattern.exec(c.text.slice(c.at));
	if (found !== null) c.at += found[0].length;
	return found;
}

/** A year, month or day with the qualifiers beside it: one to its left is for it alone, one to its right for all so far. */
interface Component {
	readonly at: number;
	readonly found: RegExpExecArray;
	readonly left: number;
	readonly right: number;
}

const QUALIFIERS: readonly Qualifier[] = ['', '?', '~', '%'];
const UNCERTAIN = 1;
const APPROXIMATE = 2;

function readQualifier(c: Cursor): number {
	const bits = '_?~%'.indexOf(c.text.charAt(c.at) || '_');
	if (bits <= 0) return 0;
	c.at++;
	return bits;
}

function readComponent(c: Cursor, pattern: RegExp): Component | null {
	const left = readQualifier(c);
	const at = c.at;
	const found = take(c, pattern);
	if (found === null) return null;
	const right = readQualifier(c);
	if (left > 0 && right > 0) return fail(c, 'qualifiers', c.at - 1);
	return { at, found, left, right };
}

interface Year {
	readonly part: Component;
	readonly years: Years;
	readonly first: number;
	readonly last: number;
	readonly negative: boolean;
	/** Four digits; empty after `Y` and `S`, which no month may follow. */
	readonly digits: string;
	readonly precision: Precision;
	readonly estimate?: number;
}

const YEAR = /^(Y?)(-?)([\dX]+)(?:E(\d+))?(?:S(\d+))?/;

function readYear(c: Cursor): Year | null {
	const part = readComponent(c, YEAR);
	if (part === null) {
		take(c, /^Y?-?/);
		return unexpected(c);
	}
	const [body, prefix = '', sign = '', digits = '', exponent = '', significant] = part.found;
	const negative = sign !== '';
	const end = part.at + body.length;
	if (prefix === '' && digits.length !== 4) return failYearDigits(c, part, sign, digits);
	const masked = digits.includes('X');
	const odd =
		masked && (prefix !== '' || significant !== undefined) ? 'X' : prefix === '' && exponent !== '' ? 'E' : '';
	if (odd !== '') {
		c.at = part.at + body.indexOf(odd);
		return unexpected(c);
	}
	if (masked) {
		const years = maskedYears(digits, negative);
		const [first, last] = [years.at(0), years.at(years.count - 1)];
		const precision = precisionOfYears(trailingMask(digits));
		return { part, years, first, last: negative ? Math.min(last, -1) : last, negative, digits, precision };
	}
	const value = Number(exponent === '' ? digits : `${digits}e${exponent}`);
	if (negative && value === 0) return fail(c, 'year-zero', part.at, { suggest: replaced(c, part.at, end, '0000') });
	if (value > MAX_YEAR) return fail(c, 'year-range', part.at, { max: MAX_YEAR });
	if (prefix !== '' && (value < 10_000 || digits.startsWith('0'))) {
		const plain = `${value < 10_000 ? sign : `Y${sign}`}${String(value).padStart(4, '0')}`;
		const tail = significant === undefined ? '' : `S${significant}`;
		return fail(c, 'year-prefix', part.at, { suggest: replaced(c, part.at, end, plain + tail) });
	}
	const year = negative ? -value : value;
	const known = { part, negative: false };
	if (significant === undefined) {
		const only = prefix === '' ? digits : '';
		return { ...known, years: consecutiveYears(year, year), first: year, last: year, digits: only, precision: 'year' };
	}
	const max = Math.max(digits.length, String(value).length);
	const count = Number(significant);
	if (count < 1 || count > max) return fail(c, 'significant-digits', end - significant.length, { max });
	const places = Math.max(0, String(value).length - count);
	const low = Math.floor(value / 10 ** places) * 10 ** places;
	const high = low + 10 ** places - 1;
	const [first, last] = negative ? [-high, -low] : [low, high];
	const precision = precisionOfYears(places);
	return { ...known, digits: '', years: consecutiveYears(first, last), first, last, precision, estimate: year };
}

function precisionOfYears(digits: number): Precision {
	return digits === 0 ? 'year' : digits === 1 ? 'decade' : digits === 2 ? 'century' : 'millennium';
}

function failYearDigits(c: Cursor, part: Component, sign: string, digits: string): null {
	const isAtEnd = c.at === c.text.length || '-/,.]}'.includes(c.text.charAt(c.at));
	if (digits.length < 4 && !isAtEnd) return unexpected(c);
	const suggestion = /^\d{3}$/.test(digits)
		? `${sign}${digits}X`
		: /^\d{8}$/.test(digits)
			? `${sign}${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
			: /^[1-9]\d{4,14}$/.test(digits)
				? `Y${sign}${digits}`
				: null;
	if (suggestion === null || c.text.charAt(c.at) === '-') return fail(c, 'year-digits', part.at);
	return fail(c, 'year-digits', part.at, { suggest: replaced(c, part.at, part.at + part.found[0].length, suggestion) });
}

/** Two digits after a hyphen; `undefined` when no hyphen stands there. */
function readTwoDigits(c: Cursor): Component | null | undefined {
	if (c.text.charAt(c.at) !== '-') return undefined;
	c.at++;
	const part = readComponent(c, /^[\dX]{2}(?![\dX])/);
	if (part !== null || c.problem !== null) return part;
	take(c, /^[\dX]{0,2}/);
	return unexpected(c);
}

/** Reads one period at the cursor and moves behind it. Time on the side: `24:00:00` is the first second of the next day. */
export function readPeriod(c: Cursor): EdtfPeriod | null {
	const from = c.at;
	const year = readYear(c);
	if (year === null) return null;
	if (year.digits === '' && c.text.charAt(c.at) === '-') return fail(c, 'year-only', c.at);
	const month = readTwoDigits(c);
	if (month === null) return null;
	const monthText = month?.found[0] ?? 'XX';
	const code = codeOf(monthText);
	const months = month === undefined ? [] : fitting(monthText, 12);
	if (month !== undefined && code === null && months.length === 0) {
		return fail(c, 'month', month.at, { month: monthText });
	}
	if (code !== null && c.text.charAt(c.at) === '-') return fail(c, 'code-day', c.at, { code });
	const day = month === undefined ? undefined : readTwoDigits(c);
	if (day === null) return null;
	const dayText = day?.found[0] ?? 'XX';
	const days = dayText === 'XX' ? null : fitting(dayText, 31);
	const parts = [year.part, month, day].filter((part) => part !== undefined);
	const mask = [year.digits, ...(month === undefined ? [] : [monthText]), ...(day === undefined ? [] : [dayText])];
	const isMasked = mask.some((digits) => digits.includes('X'));

	const inYear =
		code !== null
			? (y: number) => codeIn(y, code)
			: monthText === 'XX' && days === null
				? null
				: (y: number) => daysIn(y, months, days);
	let intervals = piecesOf(year.years, year.negative, inYear, c.budget);
	if (intervals.length === 0) return failDay(c, day?.at ?? from, year, monthText, dayText, days ?? []);
	c.budget -= intervals.length;

	const bits = qualify(parts);
	let time: EdtfTime | null = null;
	if (c.text.charAt(c.at) === 'T') {
		if (day === undefined || isMasked || bits.some((bit) => bit > 0)) return fail(c, 'time-part', c.at);
		time = readTime(c);
		if (time === null) return null;
		intervals = [secondOf(startOf(year.first, Number(monthText), Number(dayText)), time)];
	}
	return {
		type: 'period',
		text: c.text.slice(from, c.at),
		intervals,
		precision: time === null ? precisionOf(year, code, monthText, dayText) : 'second',
		year: year.first,
		lastYear: year.last,
		...(code === null && !monthText.includes('X') ? { month: Number(monthText) } : {}),
		...(dayText.includes('X') ? {} : { day: Number(dayText) }),
		...(time === null ? {} : { time }),
		...(code === null ? {} : { code }),
		...(year.estimate === undefined ? {} : { estimate: year.estimate }),
		...(isMasked ? { mask } : {}),
		qualifiers: bits.map((bit) => QUALIFIERS[bit] ?? ''),
		uncertain: bits.some((bit) => (bit & UNCERTAIN) > 0),
		approximate: bits.some((bit) => (bit & APPROXIMATE) > 0)
	};
}

function codeOf(digits: string): number | null {
	const value = digits.includes('X') ? 0 : Number(digits);
	return value >= 21 && value <= 41 ? value : null;
}

function precisionOf(year: Year, code: number | null, month: string, day: string): Precision {
	if (code !== null) return code < 33 ? 'season' : code < 37 ? 'quarter' : code < 40 ? 'third' : 'half';
	if (!day.endsWith('X')) return 'day';
	return month.endsWith('X') ? year.precision : 'month';
}

/** Each component's own qualifier joined with those to the right of it or of a later one. */
function qualify(parts: readonly Component[]): readonly number[] {
	return parts.map((part, index) => parts.slice(index).reduce((bits, later) => bits | later.right, part.left));
}

function failDay(c: Cursor, at: number, year: Year, monthText: string, dayText: string, fits: readonly number[]): null {
	const month = monthText.includes('X') ? null : Number(monthText);
	const isOneYear = year.years.count === 1;
	const days = month === null ? 31 : daysInMonth(isOneYear ? year.first : 0, month);
	if (fits.some((day) => day <= days)) return fail(c, 'no-such-day', at);
	if (month === null) return fail(c, 'day', at, { day: dayText, days });
	return fail(c, 'day', at, { day: dayText, days, month, ...(isOneYear ? { year: year.first } : {}) });
}

const MAX_OFFSET_MINUTES = 14 * 60;

function readTime(c: Cursor): EdtfTime | null {
	const at = c.at + 1;
	const found = take(c, /^T(\d\d):(\d\d):(\d\d)(Z|([+-])(\d\d)(?::(\d\d))?(?![\d:]))?/);
	if (found === null) {
		c.at = at;
		for (const kind of '00:00:00') {
			const next = c.text.charAt(c.at);
			if (kind === '0' ? !/\d/.test(next) : next !== kind) break;
			c.at++;
		}
		return unexpected(c);
	}
	const [, hours = '', minutes = '', seconds = '', zone = '', sign = '', zoneHours = '0', zoneMinutes = '0'] = found;
	const [hour, minute, second] = [Number(hours), Number(minutes), Number(seconds)];
	if (hour > 24 || (hour === 24 && minute + second > 0)) return fail(c, 'hour', at, { hour: hours });
	if (minute > 59) return fail(c, 'minute', at + 3, { minute: minutes });
	if (second > 59) return fail(c, 'second', at + 6, { second: seconds });
	const offset = Number(zoneHours) * 60 + Number(zoneMinutes);
	if (offset > MAX_OFFSET_MINUTES || Number(zoneMinutes) > 59) return fail(c, 'offset', at + 8, { offset: zone });
	if (sign === '-' && offset === 0) {
		return fail(c, 'offset', at + 8, { offset: zone, suggest: replaced(c, at + 8, c.at, 'Z') });
	}
	if (readQualifier(c) > 0) return fail(c, 'time-part', c.at - 1);
	return { hour, minute, second, offsetMinutes: zone === '' ? null : sign === '-' ? -offset : offset };
}

function secondOf(day: number, { hour, minute, second, offsetMinutes }: EdtfTime): Interval {
	const start = day + hour * HOUR_MS + (minute - (offsetMinutes ?? 0)) * MINUTE_MS + second * SECOND_MS;
	return { start, end: start + SECOND_MS };
}
