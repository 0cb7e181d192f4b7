import { DAY_MS, daysInMonth, startOf } from './instant.ts';
import { hull, type Interval } from './interval.ts';

/** The most intervals that unspecified digits make of one date; past it a period is one, from first start to last end. */
export const MAX_PIECES = 366;

/** The years a period may lie in: `count` of them, in ascending order. */
export interface Years {
	readonly count: number;
	readonly at: (index: number) => number;
	/** How many follow each other without a gap, from any multiple of it. */
	readonly block: number;
}

/** First month and length in months of the codes 21 to 41; past December they reach into the next year. */
export function monthsOfCode(code: number): readonly [first: number, length: number] {
	if (code < 29) return [((code - 21) % 4) * 3 + 3, 3];
	if (code < 33) return [((code - 27) % 4) * 3 + 3, 3];
	if (code < 37) return [(code - 33) * 3 + 1, 3];
	return code < 40 ? [(code - 37) * 4 + 1, 4] : [(code - 40) * 6 + 1, 6];
}

export function consecutiveYears(first: number, last: number): Years {
	const count = last - first + 1;
	return { count, at: (index) => first + index, block: count };
}

/** The years that fit four digits of which some are `X`. There is no year -0000: it is left out by `piecesOf`. */
export function maskedYears(digits: string, negative: boolean): Years {
	const written = Number(digits.replaceAll('X', '0'));
	/** What a digit counts where it is unspecified: 1, 10, 100, 1000. */
	const units = [1, 10, 100, 1000].filter((_, place) => digits.charAt(3 - place) === 'X');
	const count = 10 ** units.length;
	const magnitude = (index: number): number => {
		let rest = index;
		let value = written;
		for (const unit of units) {
			value += (rest % 10) * unit;
			rest = Math.floor(rest / 10);
		}
		return value;
	};
	return {
		count,
		at: negative ? (index) => -magnitude(count - 1 - index) : magnitude,
		block: 10 ** trailingMask(digits)
	};
}

/** How many digits at the end are unspecified. */
export function trailingMask(digits: string): number {
	let count = 0;
	while (digits.charAt(digits.length - 1 - count) === 'X') count++;
	return count;
}

/** The numbers from 1 to `max` that fit two digits of which some may be `X`. */
export function fitting(digits: string, max: number): readonly number[] {
	const [tens, ones] = [digits.charAt(0), digits.charAt(1)];
	const numbers: number[] = [];
	for (let n = 1; n <= max; n++) {
		if ((tens === 'X' || Number(tens) === Math.floor(n / 10)) && (ones === 'X' || Number(ones) === n % 10))
			numbers.push(n);
	}
	return numbers;
}

/** What a season or another code covers in one year, in ms. */
export function codeIn(year: number, code: number): readonly Interval[] {
	const [month, length] = monthsOfCode(code);
	return [{ start: startOf(year, month), end: startOf(year, month + length) }];
}

/** The given days (`null`: all) of the given months of one year, in ms; empty when no month has such a day. */
export function daysIn(year: number, months: readonly number[], days: readonly number[] | null): readonly Interval[] {
	const pieces: Interval[] = [];
	for (const month of months) {
		const start = startOf(year, month);
		const length = daysInMonth(year, month);
		if (days === null) pieces.push({ start, end: start + length * DAY_MS });
		for (const day of days ?? []) {
			if (day <= length) pieces.push({ start: start + (day - 1) * DAY_MS, end: start + day * DAY_MS });
		}
	}
	return merge(pieces);
}

/**
 * The intervals (ms) of a period: whole years, or the part of each that `inYear` gives. At most `budget` of them, else
 * one from the first start to the last end; the years between are never listed. Empty when no year has such a part.
 */
export function piecesOf(
	years: Years,
	negative: boolean,
	inYear: ((year: number) => readonly Interval[]) | null,
	budget: number
): readonly Interval[] {
	const block = inYear === null ? years.block : 1;
	const count = years.count / block;
	const piece = (index: number): readonly Interval[] => {
		const first = years.at(index * block);
		const last = first + block - 1;
		if (negative && first >= 0) return [];
		if (inYear !== null) return inYear(first);
		return [{ start: startOf(first), end: startOf(negative ? Math.min(last, -1) + 1 : last + 1) }];
	};
	let head = piece(0);
	if (count * Math.max(1, head.length) <= budget) {
		return merge(Array.from({ length: count }, (_, index) => (index === 0 ? head : piece(index))).flat());
	}
	let [first, last] = [0, count - 1];
	let tail = piece(last);
	while (head.length === 0 && first < last) head = piece(++first);
	while (tail.length === 0 && first < last) tail = piece(--last);
	const whole = hull([...head, ...tail]);
	return whole === null ? [] : [whole];
}

/** Sorted, with those merged that touch or overlap. */
export function union(intervals: readonly Interval[]): readonly Interval[] {
	return merge(intervals.toSorted((a, b) => a.start - b.start || a.end - b.end));
}

/** `union` of intervals that are sorted already. */
function merge(intervals: readonly Interval[]): readonly Interval[] {
	const merged: Interval[] = [];
	let last: Interval | null = null;
	for (const next of intervals) {
		if (last !== null && next.start <= last.end) {
			merged.pop();
			last = { start: last.start, end: Math.max(last.end, next.end) };
		} else last = next;
		merged.push(last);
	}
	return merged;
}
