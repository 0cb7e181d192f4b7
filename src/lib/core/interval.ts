/**
 * Half-open intervals `[start, end)` on the number line of UTC milliseconds since 1970 (proleptic Gregorian, no leap
 * seconds). `-Infinity` and `Infinity` stand for sides without a bound.
 */
export interface Interval {
	/** First instant, inclusive. */
	readonly start: number;
	/** First instant after, exclusive. */
	readonly end: number;
}

/** All of time. The window that hides nothing, undated events included. */
export const ALWAYS: Interval = Object.freeze({ start: -Infinity, end: Infinity });

/** True when the two share at least one instant. Empty intervals overlap nothing. */
export function overlaps(a: Interval, b: Interval): boolean {
	return a.start < b.end && a.end > b.start && a.start < a.end && b.start < b.end;
}

export function sameInterval(a: Interval, b: Interval): boolean {
	return a.start === b.start && a.end === b.end;
}

/** The smallest interval that holds all of them; `null` for none. */
export function hull(intervals: Iterable<Interval>): Interval | null {
	let start = Infinity;
	let end = -Infinity;
	for (const interval of intervals) {
		if (interval.start < start) start = interval.start;
		if (interval.end > end) end = interval.end;
	}
	return start < end ? { start, end } : null;
}

/** The part of `a` inside `limits`; `null` when they do not overlap. */
export function clip(a: Interval, limits: Interval): Interval | null {
	const start = Math.max(a.start, limits.start);
	const end = Math.min(a.end, limits.end);
	return start < end ? { start, end } : null;
}
