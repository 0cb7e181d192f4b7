/**
 * Extended Date/Time Format, ISO 8601-2:2019 Annex A (https://www.loc.gov/standards/datetime/), levels 0, 1 and 2.
 *
 * Where the standard leaves room or the public test suites disagree, this is what holds here:
 * 1. Seasons 21-24 and 25-28 are the meteorological ones of the north (spring from 1 March), 29-32 those of the south
 *    (spring from 1 September). The season around New Year begins in December of the year named: `2010-24` ends with
 *    February 2011. 33-36 are quarters, 37-39 thirds, 40-41 halves of the year. No day follows any of them.
 * 2. `..` is an open side: it goes on without end. An empty side is unknown: it has an end that nobody knows. Both stand as
 *    infinite bounds, told apart by `startKind` and `endKind`; an unknown side never matches a window. One side is a date.
 * 3. `[...]` is one of its members, `{...}` all of them. Both keep their gaps. `a..b` is everything from the first instant
 *    of a to the last of b. `..` stands before the first or after the last member only.
 * 4. Qualifiers (`? ~ %`) say how the date is drawn and worded; they never change its bounds. One to a component.
 * 5. `1950S2` is some year from 1900 to 1999, thought to be 1950: its bounds are the whole century. Digits are counted from
 *    the first that is not 0 (`0950S2` is 0950 to 0959); no more of them may be asked for than are written.
 * 6. One space after a comma in a set is allowed, and no other space anywhere.
 * 7. `-0000` is refused; the year before 0001 is `0000`, 1 BCE.
 * 8. Times are complete to the second, without fractions, and stand in no interval or set. `24:00:00` is the first second of
 *    the next day. `:60` is refused: leap seconds have no place on this line. Without a zone a time is read as UTC, as a
 *    day is.
 * 9. Offsets reach from -14:00 to +14:00, as hours or as hours and minutes; `-00:00` is refused.
 * 10. An interval whose end lies wholly before its start is refused with the swap as a suggestion, never swapped.
 * 11. A masked negative year counts away from zero: `-01XX` is -0199 to -0100. `-000X` ends with -0001.
 * 12. The bare decade `198` is refused in favour of `198X`. `Y` is for years of more than four digits alone, counted after
 *    its exponent, and takes no month.
 * 13. Years up to fifteen digits are kept. When a side lies beyond what a `Date` can hold (about ±271821), `intervals`
 *    count whole years; `matches` stay in milliseconds.
 * 14. Unspecified digits stand for each of their values: `2024-XX-12` is twelve days. Past `MAX_PIECES` pieces in one date
 *    they are one interval, from the first to the last.
 */

import { MAX_PIECES, union } from './edtf-bounds.ts';
import { withSuggestion } from './edtf-mend.ts';
import { fail, readPeriod, replaced, unexpected, type Cursor } from './edtf-period.ts';
import type { BoundKind, EdtfDate, EdtfInterval, EdtfNode, EdtfPeriod, EdtfProblem } from './edtf-types.ts';
import type { EdtfRange, EdtfResult, EdtfSet } from './edtf-types.ts';
import { civilOf, MAX_INSTANT } from './instant.ts';
import { hull, type Interval } from './interval.ts';

export type * from './edtf-types.ts';

/** Longest text that is read, in characters. Longer ones are refused unread. */
export const MAX_EDTF_LENGTH = 256;

/**
 * Reads a text as EDTF, strictly: no trimming, no other notation. Never throws; the work is bounded whatever the text.
 */
export function parseEdtf(text: string): EdtfResult {
	// Callers without types may hand over anything.
	if (typeof text !== 'string' || text === '') return { ok: false, problem: { code: 'empty', at: 0, params: {} } };
	if (text.length > MAX_EDTF_LENGTH) {
		const params = { length: text.length, max: MAX_EDTF_LENGTH };
		return { ok: false, problem: { code: 'too-long', at: MAX_EDTF_LENGTH, params } };
	}
	const read = readText(text, MAX_PIECES);
	if ('type' in read) return { ok: true, date: finish(text, read) };
	return { ok: false, problem: withSuggestion(text, read, problemOf) };
}

/** Why a text cannot be read, `null` when it can. Its bounds are nobody's business here: as few pieces as there may be. */
function problemOf(text: string): EdtfProblem | null {
	const read = readText(text, 1);
	return 'type' in read ? null : read;
}

function readText(text: string, budget: number): EdtfNode | EdtfProblem {
	const c: Cursor = { text, at: 0, budget, problem: null };
	const node = /^[[{]/.test(text) ? readSet(c) : readDateOrInterval(c);
	if (node !== null && c.at < text.length) unexpected(c);
	if (c.problem !== null) return c.problem;
	return node ?? { code: 'incomplete', at: c.at, params: {} };
}

function readDateOrInterval(c: Cursor): EdtfPeriod | EdtfInterval | null {
	const start = readSide(c, '/');
	if (start === null || (typeof start !== 'string' && c.at === c.text.length)) return start;
	if (c.text.charAt(c.at) !== '/') return unexpected(c);
	if (typeof start !== 'string' && start.time !== undefined) return fail(c, 'time-in-range', 0);
	c.at++;
	const endAt = c.at;
	const end = readSide(c, '');
	if (end === null) return null;
	if (typeof start === 'string' && typeof end === 'string') return fail(c, 'no-known-end', 0);
	if (typeof end !== 'string' && end.time !== undefined) return fail(c, 'time-in-range', endAt);
	if (isReversed(start, end)) {
		return fail(c, 'reversed', endAt, { suggest: `${c.text.slice(endAt)}/${c.text.slice(0, endAt - 1)}` });
	}
	return { type: 'interval', start, end };
}

/** One side of an interval, up to `stop` (empty: the end of the text). */
function readSide(c: Cursor, stop: string): EdtfPeriod | 'open' | 'unknown' | null {
	if (c.text.charAt(c.at) === stop) return 'unknown';
	if (!c.text.startsWith('..', c.at)) return readPeriod(c);
	c.at += 2;
	return c.text.charAt(c.at) === stop ? 'open' : unexpected(c);
}

function readSet(c: Cursor): EdtfSet | null {
	const [choice, close] = c.text.startsWith('[') ? (['one', ']'] as const) : (['all', '}'] as const);
	const members: (EdtfPeriod | EdtfRange)[] = [];
	for (let separator = ''; separator !== close;) {
		c.at++;
		if (separator === ',' && c.text.charAt(c.at) === ' ') c.at++;
		const member = readMember(c, members.length === 0);
		if (member === null) return null;
		members.push(member);
		separator = c.text.charAt(c.at);
		if (separator !== ',' && separator !== close) return unexpected(c);
		if (separator === ',' && member.type === 'range' && member.end === 'open') return fail(c, 'open-inside', c.at - 2);
	}
	c.at++;
	return { type: 'set', choice, members };
}

function readMember(c: Cursor, isFirst: boolean): EdtfPeriod | EdtfRange | null {
	const at = c.at;
	const isEarlier = c.text.startsWith('..', at);
	if (isEarlier) c.at += 2;
	if (isEarlier && /^[,\]}]?$/.test(c.text.charAt(c.at))) return fail(c, 'no-known-end', at);
	if (isEarlier && !isFirst) return fail(c, 'open-inside', at);
	const first = readPeriod(c);
	if (first === null) return null;
	if (first.time !== undefined) return fail(c, 'time-in-range', at);
	if (isEarlier) return { type: 'range', start: 'open', end: first };
	if (!c.text.startsWith('..', c.at)) return first;
	const firstEnd = c.at;
	c.at += 2;
	if (/^[,\]}]?$/.test(c.text.charAt(c.at))) return { type: 'range', start: first, end: 'open' };
	const lastAt = c.at;
	const last = readPeriod(c);
	if (last === null) return null;
	if (last.time !== undefined) return fail(c, 'time-in-range', lastAt);
	if (isReversed(first, last)) {
		const swapped = `${c.text.slice(lastAt, c.at)}..${c.text.slice(at, firstEnd)}`;
		return fail(c, 'reversed', lastAt, { suggest: replaced(c, at, c.at, swapped) });
	}
	return { type: 'range', start: first, end: last };
}

/** True when even the last instant of `end` is before the first of `start`. */
function isReversed(start: EdtfPeriod | string, end: EdtfPeriod | string): boolean {
	if (typeof start === 'string' || typeof end === 'string') return false;
	return firstOf(start.intervals) >= lastOf(end.intervals);
}

function firstOf(intervals: readonly Interval[]): number {
	return hull(intervals)?.start ?? -Infinity;
}

function lastOf(intervals: readonly Interval[]): number {
	return hull(intervals)?.end ?? Infinity;
}

function finish(text: string, read: EdtfNode): EdtfDate {
	const periods = periodsOf(read);
	const isWithinDate = periods.every(({ intervals }) =>
		intervals.every(({ start, end }) => start >= -MAX_INSTANT && end <= MAX_INSTANT)
	);
	const node = isWithinDate ? read : mapPeriods(read, inYears);
	const [startKind, endKind] = [kindOf(node, 'start'), kindOf(node, 'end')];
	const intervals = boundsOf(node, true);
	const isSame = isWithinDate && startKind !== 'unknown' && endKind !== 'unknown';
	return {
		text,
		unit: isWithinDate ? 'ms' : 'year',
		node,
		intervals,
		startKind,
		endKind,
		matches: isSame ? intervals : boundsOf(read, false),
		uncertain: periods.some((period) => period.uncertain),
		approximate: periods.some((period) => period.approximate)
	};
}

function periodsOf(node: EdtfNode | EdtfRange): readonly EdtfPeriod[] {
	if (node.type === 'period') return [node];
	if (node.type === 'set') return node.members.flatMap(periodsOf);
	return [node.start, node.end].filter((side) => typeof side !== 'string');
}

function mapPeriods(node: EdtfNode, map: (period: EdtfPeriod) => EdtfPeriod): EdtfNode {
	const side = <T extends string>(value: EdtfPeriod | T): EdtfPeriod | T =>
		typeof value === 'string' ? value : map(value);
	if (node.type === 'period') return map(node);
	if (node.type === 'interval') return { ...node, start: side(node.start), end: side(node.end) };
	const member = (value: EdtfPeriod | EdtfRange): EdtfPeriod | EdtfRange =>
		value.type === 'period' ? map(value) : { ...value, start: side(value.start), end: side(value.end) };
	return { ...node, members: node.members.map(member) };
}

/** The same period with its bounds in whole years; where milliseconds lose precision there are only whole years anyway. */
function inYears(period: EdtfPeriod): EdtfPeriod {
	const { intervals, year, lastYear } = period;
	const isExact = intervals.every(({ start, end }) => start >= -MAX_INSTANT && end <= MAX_INSTANT);
	if (!isExact) return { ...period, intervals: [{ start: year, end: lastYear + 1 }] };
	const years = intervals.map(({ start, end }) => ({ start: civilOf(start).year, end: civilOf(end - 1).year + 1 }));
	return { ...period, intervals: union(years) };
}

/** `unknownReaches`: whether an unknown side stands as infinite, or only the period of the known side. */
function boundsOf(node: EdtfNode | EdtfRange, unknownReaches: boolean): readonly Interval[] {
	if (node.type === 'period') return node.intervals;
	if (node.type === 'set') return union(node.members.flatMap((member) => boundsOf(member, unknownReaches)));
	const { start, end } = node;
	if (!unknownReaches && start === 'unknown' && typeof end !== 'string') return end.intervals;
	if (!unknownReaches && end === 'unknown' && typeof start !== 'string') return start.intervals;
	return [
		{
			start: typeof start === 'string' ? -Infinity : firstOf(start.intervals),
			end: typeof end === 'string' ? Infinity : lastOf(end.intervals)
		}
	];
}

function kindOf(node: EdtfNode | EdtfRange | undefined, side: 'start' | 'end'): BoundKind {
	if (node === undefined || node.type === 'period') return 'known';
	if (node.type === 'set') return kindOf(node.members.at(side === 'start' ? 0 : -1), side);
	const value = node[side];
	return typeof value === 'string' ? value : 'known';
}
