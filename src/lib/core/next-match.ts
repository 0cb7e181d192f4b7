import { touches, type Columns } from './columns.ts';
import type { Interval } from './interval.ts';
import { countBelow } from './span-index.ts';
import { Reach, type WindowIndex } from './window-index.ts';

/**
 * `null` when an event that breaks nothing (see `Result.broken`) matches `window`, else the first instant after it at which
 * a match of such an event begins; `Infinity`: none. It stops at the first that it finds.
 */
export function nextMatch(columns: Columns, index: WindowIndex, broken: Uint16Array, window: Interval): number | null {
	const { spans, gaps } = index;
	const reach = new Reach(index, window);
	for (let at = reach.begun; at < reach.started; at++) if (broken[spans.startRow[at] ?? 0] === 0) return null;
	for (const row of reach.runningRows().subarray(0, reach.running))
		if (broken[row] === 0 && touches(columns, row, window)) return null;
	let next = Infinity;
	for (let at = countBelow(spans.starts, window.end); at < spans.size && next === Infinity; at++)
		if (broken[spans.startRow[at] ?? 0] === 0) next = spans.starts[at] ?? Infinity;
	// After a gap comes the next match of a row that has begun before.
	for (let at = countBelow(gaps.ends, window.end); at < gaps.size; at++) {
		const start = gaps.ends[at] ?? Infinity;
		if (start >= next) break;
		if (broken[gaps.endRow[at] ?? 0] === 0) return start;
	}
	return next;
}
