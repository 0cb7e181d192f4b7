import { addTo } from './granularity.ts';
import { civilOf, MAX_INSTANT, SECOND_MS, timeOfDay } from './instant.ts';
import type { Interval } from './interval.ts';

/**
 * The window moved by its own length: a window of whole calendar months by as many months, any other by its length in
 * milliseconds. An open side stands at the edge of `extent` (ms UTC, half-open, the dates that the data bounds). A window
 * that has no room for a whole move before ±`MAX_INSTANT` stays as it is.
 */
export function shiftWindow(window: Interval, extent: Interval, direction: -1 | 1): Interval {
	const { start, end } = closeWindow(window, extent);
	const months = wholeMonths({ start, end });
	const by = (ms: number): number =>
		months > 0 ? addTo(ms, 'month', months * direction) : ms + (end - start) * direction;
	const moved = { start: by(start), end: by(end) };
	return moved.start >= -MAX_INSTANT && moved.end <= MAX_INSTANT ? moved : window;
}

/**
 * The window (without open sides) moved to begin at `start`: as many whole months where both begin one, else as long. It
 * stops at ±`MAX_INSTANT`.
 */
export function moveWindow(window: Interval, start: number): Interval {
	const months = beginsMonth(start) ? wholeMonths(window) : 0;
	const length = window.end - window.start;
	const end = months > 0 ? addTo(start, 'month', months) : start + length;
	if (start < -MAX_INSTANT) return { start: -MAX_INSTANT, end: length - MAX_INSTANT };
	if (end > MAX_INSTANT) return { start: MAX_INSTANT - length, end: MAX_INSTANT };
	return { start, end };
}

/** The window with open sides put at the edge of `extent`, or a second past its own other side where that lies beyond. */
export function closeWindow({ start, end }: Interval, extent: Interval): Interval {
	if (start === -Infinity && end === Infinity) return extent;
	if (start === -Infinity) return { start: Math.min(extent.start, end - SECOND_MS), end };
	if (end === Infinity) return { start, end: Math.max(extent.end, start + SECOND_MS) };
	return { start, end };
}

/** How many calendar months (UTC) the interval is exactly; 0 when it does not begin and end with one. */
function wholeMonths({ start, end }: Interval): number {
	if (!beginsMonth(start) || !beginsMonth(end)) return 0;
	const [first, last] = [civilOf(start), civilOf(end)];
	return (last.year - first.year) * 12 + last.month - first.month;
}

function beginsMonth(ms: number): boolean {
	return timeOfDay(ms) === 0 && civilOf(ms).day === 1;
}
