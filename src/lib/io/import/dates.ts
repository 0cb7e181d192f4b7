import { parseEdtf } from '../../core/edtf.ts';
import { civilFromDays, civilOf, DAY_MS, daysFromCivil, daysInMonth, mod, timeOfDay } from '../../core/instant.ts';
import type { ColumnUse } from '../formats/format.ts';
import type { ProblemCode, ProblemParams } from '../problems.ts';
import { plainDigits } from './digits.ts';
import { everydayDate, sidesOf, type Sides } from './everyday-dates.ts';
import { MONTH_WORDS, monthOf } from './months.ts';
import { leadingWeekday, type Weekday } from './weekdays.ts';

/** A cell as a value, or why it is none. Nothing is ever guessed. */
export type CellResult<T> =
	| { readonly ok: true; readonly value: T }
	| { readonly ok: false; readonly code: ProblemCode; readonly params: ProblemParams };

export interface DateValue {
	/** EDTF. */
	readonly text: string;
	/** Written in another way than the rest of its column, but so that it can mean only one thing. */
	readonly differs: boolean;
}

/** Longer cells are no dates; they are refused unread. */
const MAX_DATE_LENGTH = 256;

/** How the dates of a column are written; what is left out is not known. */
export type Written = Pick<ColumnUse, 'notation' | 'yearsFrom'>;

/** A cell that is not empty as a date. Fractions of a second are cut off: the time line has whole seconds. */
export function readDate(cell: string, written: Written = {}): CellResult<DateValue> {
	const { length } = cell.trim();
	if (length > MAX_DATE_LENGTH)
		return failed('date-invalid', { reason: 'too-long', at: 0, length, max: MAX_DATE_LENGTH });
	const text = tidied(cell);
	const read = readOne(text, written);
	const sides = read.ok ? null : sidesOf(text);
	return sides === null ? read : readSides(sides, written, read);
}

/** Without what says only that it is a year or a time: `2024 г.`, `14:30 Uhr`. */
function tidied(cell: string): string {
	const text = plainDigits(cell).trim();
	if (!/[\u0400-\u06ff]|uhr$/i.test(text)) return text;
	return text.replace(/\s*Uhr$/i, '').replace(/(\d{4})\s?(?:гг?\.|гг?(?![.\p{L}])|года|год|م(?!\p{L}))/gu, '$1');
}

/** An interval in words. `whole`: why the text is none that can be read otherwise. */
function readSides(
	{ first, last, areDays, yearBefore }: Sides,
	written: Written,
	whole: CellResult<DateValue>
): CellResult<DateValue> {
	const [start, end] = [readOne(first, written), readOne(last, written)];
	const joined = start.ok && end.ok ? joinedSides(start.value, end.value) : null;
	if (joined?.ok) return joined;
	const before = yearBefore === undefined || !end.ok ? null : textOf(readOne(yearBefore, written));
	const isTurn = joined !== null || (!start.ok && start.code === 'date-weekday-differs');
	// Over the turn of a year; nobody chooses for the writer.
	if (isTurn && before !== null && end.ok)
		return failed('date-unreadable', { suggestion: `${before}/${end.value.text}` });
	if (joined !== null) return joined;
	const fault = start.ok ? end : start;
	const isExact =
		!fault.ok && (/^date-(?:order|year|kind|weekday)/.test(fault.code) || (areDays && fault.code === 'date-invalid'));
	const isTime = !whole.ok && whole.code === 'time-unreadable';
	return isExact || (isTime && !readTime(last).ok) ? fault : whole;
}

function joinedSides(from: DateValue, to: DateValue): CellResult<DateValue> {
	const read = checked(from.text === to.text ? from.text : `${from.text}/${to.text}`);
	return read.ok ? { ok: true, value: { ...read.value, differs: from.differs || to.differs } } : read;
}

function readOne(text: string, written: Written): CellResult<DateValue> {
	const read = readBare(text, written);
	// Some short forms are those of months as well: `Mar 8, 2024`, `mar 8 diciembre 2024`.
	const weekday = read.ok || read.code !== 'date-unreadable' ? null : leadingWeekday(text);
	return weekday === null ? read : confirmed(readBare(weekday.rest, written), weekday);
}

/** A day of the week tells nothing new, but it has to be the one of the date. */
function confirmed(read: CellResult<DateValue>, { name, numbers }: Weekday): CellResult<DateValue> {
	if (!read.ok) return read;
	const [date, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(read.value.text) ?? [];
	if (date === undefined) return failed('date-unreadable');
	// Day 0 was a Thursday.
	const number = mod(daysFromCivil(Number(year), Number(month), Number(day)) + 3, 7) + 1;
	if (numbers.includes(number)) return read;
	// The last country to change its calendar did so in 1923.
	return failed('date-weekday-differs', { weekday: name, date, ...(date < '1924' && { calendar: 'julian' }) });
}

function readBare(text: string, written: Written): CellResult<DateValue> {
	const { notation, yearsFrom } = written;
	switch (notation) {
		case 'day-first':
		case 'month-first':
			return readOrdered(text, notation, yearsFrom);
		case 'epoch-s':
		case 'epoch-ms':
			return readEpoch(text, notation === 'epoch-s' ? 1_000 : 1);
		case 'excel':
		case 'excel-1904':
			return readSerial(text, notation === 'excel' ? EXCEL_1900 : EXCEL_1904);
		case 'compact':
			return readCompact(text);
		case 'iso':
		case 'iso-exclusive':
			// Where a format has years, 950 is one and no decade.
			return readPlain(/^-?\d{1,3}$/.test(text) ? yearText(Number(text)) : text);
		default:
			return readPlain(text, yearsFrom);
	}
}

/** `12/31/2024`, `31.12.2024 14:05`, `31-12-2024`. Only the pattern; the parts may be no date. */
const NUMERIC = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:,?[T ]+(\S.*))?$/;

export interface NumericDate {
	readonly first: number;
	readonly second: number;
	readonly separator: string;
	readonly year: string;
	readonly time: string;
}

/** The parts of a date of which day and month cannot be told by their form; `null` for all else. */
export function numericDate(text: string): NumericDate | null {
	const tidy = text.length > MAX_DATE_LENGTH ? '' : tidied(text);
	return numericParts(leadingWeekday(tidy)?.rest ?? tidy);
}

function numericParts(text: string): NumericDate | null {
	const match = NUMERIC.exec(text);
	if (match === null) return null;
	const [, first = '', separator = '', second = '', year = '', time = ''] = match;
	return { first: Number(first), second: Number(second), separator, year, time };
}

function readOrdered(text: string, order: 'day-first' | 'month-first', yearsFrom?: number): CellResult<DateValue> {
	const parts = numericParts(text);
	if (parts === null) {
		const other = readPlain(text, yearsFrom);
		return other.ok ? { ok: true, value: { ...other.value, differs: !isWhole(other.value.text) } } : other;
	}
	const [day, month] = order === 'day-first' ? [parts.first, parts.second] : [parts.second, parts.first];
	if (month > 12 && day <= 12) return failed('date-order-contradicted', { order });
	return dated(parts, day, month, yearsFrom);
}

/** Years and months are the same in every order. */
function isWhole(text: string): boolean {
	return /^\d{4}(?:-\d\d)?$/.test(text);
}

function dated(
	{ year: written, time }: NumericDate,
	day: number,
	month: number,
	yearsFrom: number | undefined
): CellResult<DateValue> {
	const year = fullYear(written, yearsFrom);
	if (year === null) return failed('date-year-short', { year: written });
	return withTime(`${year}-${two(month)}-${two(day)}`, time);
}

/** `24` in the hundred years that are meant; `null` where nobody said which. */
function fullYear(year: string, yearsFrom: number | undefined): string | null {
	if (year.length > 2) return year;
	if (yearsFrom === undefined) return null;
	return yearText(yearsFrom + ((Number(year) - (yearsFrom % 100) + 100) % 100));
}

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?(?:,?([T ]+)(\S.*))?$/;
const DAY_NAME_MONTH = new RegExp(
	String.raw`^(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[-\s/]*(?:de\s+|of\s+)?(${MONTH_WORDS})\.?[,\u060c]?[-\s/]*(?:de\s+)?(\d{4}|['\u2019]?\d{2})(?:,?[T ]+(\S.*))?$`,
	'iu'
);
const MONTH_NAME_DAY = /^(\p{L}[\p{L}\p{M}]*)\.?\s+(\d{1,2})(?:st|nd|rd|th)?[,\u060c]?\s+(\d{4})(?:,?[T ]+(\S.*))?$/iu;
const MONTH_NAME = new RegExp(String.raw`^(${MONTH_WORDS})\.?[,\u060c]?[-\s/]*(?:de\s+)?(\d{4})$`, 'iu');

/** `Dec-24`, as spreadsheets write a month. */
const MONTH_NAME_SHORT = /^(\p{L}[\p{L}\p{M}]*)\.?[-\s/]*['\u2019]?(\d{2})$/u;

/** What can be read without knowing the column. */
function readPlain(text: string, yearsFrom?: number): CellResult<DateValue> {
	if (isPlainDay(text)) return good(text);
	const edtf = parseEdtf(text);
	if (edtf.ok) return good(text);
	const everyday = everydayDate(text, (inner) => textOf(readPlain(inner, yearsFrom)));
	if (everyday !== null)
		return 'text' in everyday ? checked(everyday.text) : failed('date-unreadable', { suggestion: everyday.suggestion });
	const yearFirst = YEAR_FIRST.exec(text);
	if (yearFirst !== null) {
		const [, year = '', , month = '', day, between = '', time = ''] = yearFirst;
		const date = `${year}-${two(month)}${day === undefined ? '' : `-${two(day)}`}`;
		return withTime(date, between.includes('T') ? withSeconds(time) : time);
	}
	const numeric = numericParts(text);
	if (numeric !== null) return readUnordered(numeric, yearsFrom);
	const named = readNamed(text, yearsFrom);
	if (named !== null) return named;
	if (/^\d+(?:\.\d+)?$/.test(text) && !/^\d{1,4}$/.test(text))
		return failed('date-kind-unknown', { excel: serialHint(Number(text)) });
	// Its own reason is the most exact where it was meant as EDTF.
	return /^[-Y\d[{.]|\p{Nd}/u.test(text) && !/\p{L}{2}/u.test(text)
		? failed('date-invalid', { ...edtf.problem.params, reason: edtf.problem.code, at: edtf.problem.at })
		: failed('date-unreadable');
}

function textOf(read: CellResult<DateValue>): string | null {
	return read.ok ? read.value.text : null;
}

/** Only a number above 12 tells a day from a month. */
function readUnordered(parts: NumericDate, yearsFrom: number | undefined): CellResult<DateValue> {
	const { first, second } = parts;
	if (first > 12 && second <= 12) return dated(parts, first, second, yearsFrom);
	if (second > 12 && first <= 12) return dated(parts, second, first, yearsFrom);
	if (first === second && first <= 12) return dated(parts, first, second, yearsFrom);
	const year = fullYear(parts.year, yearsFrom);
	if (year === null) return failed('date-year-short', { year: parts.year });
	const [dayFirst, monthFirst] = [`${year}-${two(second)}-${two(first)}`, `${year}-${two(first)}-${two(second)}`];
	return failed('date-order-unknown', { first: dayFirst, second: monthFirst });
}

function readNamed(text: string, yearsFrom: number | undefined): CellResult<DateValue> | null {
	const dayFirst = DAY_NAME_MONTH.exec(text);
	const monthFirst = MONTH_NAME_DAY.exec(text);
	const whole = MONTH_NAME.exec(text);
	const [, short = '', shortYear = ''] = MONTH_NAME_SHORT.exec(text) ?? [];
	const [day, name, year, time = ''] =
		dayFirst !== null
			? [dayFirst[1], dayFirst[2], dayFirst[3], dayFirst[4]]
			: monthFirst !== null
				? [monthFirst[2], monthFirst[1], monthFirst[3], monthFirst[4]]
				: whole !== null
					? [undefined, whole[1], whole[2], '']
					: [undefined, short, shortYear, ''];
	const month = name === undefined ? null : monthOf(name);
	if (month === null || year === undefined) return null;
	const digits = year.replace(/\D/u, '');
	const full = fullYear(digits, yearsFrom);
	if (full === null) return failed('date-year-short', { year: digits });
	return withTime(`${full}-${two(month)}${day === undefined ? '' : `-${two(day)}`}`, time);
}

/** A day with a time of day after it. */
function withTime(date: string, time: string): CellResult<DateValue> {
	if (time.trim() === '') return checked(date);
	const read = readTime(time);
	if (!read.ok) return read;
	return checked(`${date}T${read.value}`);
}

const TIME =
	/^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*([ap]\.?m\.?)?\s*(?:(Z|UTC|GMT)|(?:UTC|GMT)?([-+\u2212]\d{2}(?::?\d{2})?)(?:\s*\([^()]*\))?)?$/i;

/** `14:30-05:00` may be a span of time; of ISO 8601, behind a `T`, it has an offset, and is as plain with its seconds. */
function withSeconds(time: string): string {
	return time.replace(/^(\d{1,2}:\d\d)(?=[-+\u2212])/, '$1:00');
}

/** `08:00-12:00`, which may be a span or have an offset. */
const SPAN = /^\d{1,2}:\d\d\s*(?:[ap]\.?m\.?)?\s*[-\u2212]\s*\d/i;

/** A time of day as EDTF has it after its `T`: `14:30:00`, with `Z` or an offset where there is one. */
export function readTime(cell: string): CellResult<string> {
	if (cell.length > 60) return failed('time-unreadable');
	const text = plainDigits(cell)
		.trim()
		.replace(/\s*Uhr$/i, '');
	const [, mark] = /^\d{4}-\d\d-\d\d(T| )/.exec(text) ?? [];
	const time = mark === undefined ? text : mark === 'T' ? withSeconds(text.slice(11)) : text.slice(11);
	const match = SPAN.test(time) ? null : TIME.exec(time);
	if (match === null) return failed('time-unreadable');
	const [, hourText = '', minute = '', second = '00', half = '', name, offset] = match;
	let hour = Number(hourText);
	if (half !== '') {
		if (hour < 1 || hour > 12) return failed('time-unreadable');
		hour = (hour % 12) + (/^p/i.test(half) ? 12 : 0);
	}
	return { ok: true, value: `${two(hour)}:${minute}:${second}${zoneOf(name ?? offset ?? '')}` };
}

function zoneOf(zone: string): string {
	if (/^(?:Z|UTC|GMT)$/i.test(zone)) return 'Z';
	const plain = zone.replace('\u2212', '-');
	return /^[-+]\d{4}$/.test(plain) ? `${plain.slice(0, 3)}:${plain.slice(3)}` : plain;
}

function readEpoch(text: string, unitMs: number): CellResult<DateValue> {
	if (!/^-?\d{1,16}(?:\.\d{1,9})?$/.test(text)) return readPlain(text);
	const ms = Math.floor((Number(text) * unitMs) / 1_000) * 1_000;
	// Beyond all years of four digits it is the other unit, or no time at all.
	if (ms < FIRST_MS || ms > LAST_MS) return failed('date-kind-unknown', { excel: serialHint(Number(text)) });
	return good(instantText(ms));
}

const FIRST_MS = -62_167_219_200_000;
const LAST_MS = 253_402_300_799_000;

/** Days before 1970-01-01 of the day that a spreadsheet counts as 0. */
const EXCEL_1900 = 25_569;
const EXCEL_1904 = 24_107;

function readSerial(text: string, epoch: number): CellResult<DateValue> {
	if (!/^\d{1,7}(?:[.,]\d{1,15})?$/.test(text)) return readPlain(text);
	const days = Number(text.replace(',', '.'));
	// Spreadsheets have a 29 February 1900 that never was: before it they count otherwise.
	if (epoch === EXCEL_1900 && days < 61) return failed('date-unreadable');
	const ms = Math.round((days - epoch) * 86_400) * 1_000;
	return good(Number.isInteger(days) ? dayText(ms) : instantText(ms).slice(0, -1));
}

function serialHint(value: number): string {
	return value >= 61 && value < 100_000 ? dayText((Math.floor(value) - EXCEL_1900) * DAY_MS) : '?';
}

function readCompact(text: string): CellResult<DateValue> {
	const match = /^(\d{4})(\d\d)?(\d\d)?$/.exec(text);
	if (match === null) return readPlain(text);
	const parts = match.slice(1).filter((part): part is string => part !== undefined);
	// Zeros stand for what is not known.
	while (parts.length > 1 && parts.at(-1) === '00') parts.pop();
	return checked(parts.join('-'));
}

/** The day of an instant, ms since 1970 UTC. */
export function dayText(ms: number): string {
	const { year, month, day } = civilFromDays(Math.floor(ms / DAY_MS));
	return `${yearText(year)}-${two(month)}-${two(day)}`;
}

function instantText(ms: number): string {
	const { year, month, day } = civilOf(ms);
	const seconds = Math.floor(timeOfDay(ms) / 1_000);
	const time = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');
	return `${yearText(year)}-${two(month)}-${two(day)}T${time}Z`;
}

/** A year as EDTF has it: 79 is `0079`, -44 `-0044`, 12000 `Y12000`. */
export function yearText(year: number): string {
	const digits = String(Math.abs(year)).padStart(4, '0');
	const sign = year < 0 ? '-' : '';
	return digits.length > 4 ? `Y${sign}${digits}` : `${sign}${digits}`;
}

function two(part: string | number): string {
	return String(part).padStart(2, '0');
}

const good = (text: string): CellResult<DateValue> => ({ ok: true, value: { text, differs: false } });

function checked(text: string): CellResult<DateValue> {
	if (isPlainDay(text)) return good(text);
	const result = parseEdtf(text);
	if (result.ok) return good(text);
	const { code: reason, at, params } = result.problem;
	return failed('date-invalid', { ...params, reason, at });
}

/** What nearly every date is, read at a glance. */
function isPlainDay(text: string): boolean {
	if (!/^\d{4}-(?:0[1-9]|1[0-2])-\d\d$/.test(text)) return false;
	const day = Number(text.slice(8));
	return day >= 1 && day <= daysInMonth(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
}

function failed(code: ProblemCode, params: ProblemParams = {}): CellResult<never> {
	return { ok: false, code, params };
}
