import type { Interval } from './interval.ts';

/**
 * The window moved by its own length: a window of whole calendar months by as many months, any other by its length in
 * milliseconds. An open side stands at the edge of `extent` (ms UTC, half-open, the dates that the data bounds).
 */
export function shiftWindow(window: Interval, extent: Interval, direction: -1 | 1): Interval {
	const closed = closeWindow(window, extent);
	const months = wholeMonths(closed);
	if (months > 0) {
		return { start: addMonths(closed.start, months * direction), end: addMonths(closed.end, months * direction) };
	}
	const length = (closed.end - closed.start) * direction;
	return { start: closed.start + length, end: closed.end + length };
}

/** The window (without open sides) moved to begin at `start`: as many whole months where both begin one, else as long. */
export function moveWindow(window: Interval, start: number): Interval {
	const months = beginsMonth(start) ? wholeMonths(window) : 0;
	return { start, end: months > 0 ? addMonths(start, months) : start + window.end - window.start };
}

/** The window with open sides put at the edge of `extent`, or a second past its own other side where that lies beyond. */
export function closeWindow({ start, end }: Interval, extent: Interval): Interval {
	if (start === -Infinity && end === Infinity) return extent;
	if (start === -Infinity) return { start: Math.min(extent.start, end - 1000), end };
	if (end === Infinity) return { start, end: Math.max(extent.end, start + 1000) };
	return { start, end };
}

/** The window widened to whole seconds, which is what a link can say; at least one. */
export function wholeSeconds({ start, end }: Interval): Interval {
	const first = Math.floor(start / 1000) * 1000;
	return { start: first, end: Math.max(Math.ceil(end / 1000) * 1000, first + 1000) };
}

/** How many calendar months (UTC) the interval is exactly; 0 when it does not begin and end with one. */
function wholeMonths({ start, end }: Interval): number {
	if (!beginsMonth(start) || !beginsMonth(end)) return 0;
	const [first, last] = [new Date(start), new Date(end)];
	return (last.getUTCFullYear() - first.getUTCFullYear()) * 12 + last.getUTCMonth() - first.getUTCMonth();
}

function beginsMonth(ms: number): boolean {
	return ms % 86_400_000 === 0 && new Date(ms).getUTCDate() === 1;
}

function addMonths(ms: number, months: number): number {
	return new Date(ms).setUTCMonth(new Date(ms).getUTCMonth() + months);
}
