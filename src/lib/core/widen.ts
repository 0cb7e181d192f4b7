import { touches, type Columns } from './columns.ts';
import type { Result } from './engine.ts';
import type { Filter, Rule } from './filter.ts';
import { activeRules } from './rules.ts';
import { DAY_MS, MAX_INSTANT } from './instant.ts';
import { ALWAYS, sameInterval, type Interval } from './interval.ts';

/** One step out of an empty result, and how many events it brings (at least one). */
export type Widening = { readonly gain: number } & (
	| { readonly kind: 'window'; readonly window: Interval }
	| { readonly kind: 'drop'; readonly rule: Rule }
	/** All filters; the window stays. */
	| { readonly kind: 'clear' }
	/** All filters and the window. */
	| { readonly kind: 'everything' }
);

/** What of a result says how it may be widened. */
export type Widenable = Pick<Result, 'count' | 'broken' | 'gain'>;

/** A longer period is not taken in whole when the window is widened, only the day of it that is nearest. */
const WHOLE_MS = 366 * DAY_MS;

/**
 * The smallest widening of a filter that lists nothing: the window extended to the nearest event that passes all else; or
 * the one rule without which the fewest events appear, the first in the order of the URL among equals; or all filters;
 * or everything. `null` when the filter lists something or there is nothing to list. `result`: the filter's own. One or two
 * passes over the rows.
 */
export function smallestWidening(filter: Filter, result: Widenable, columns: Columns): Widening | null {
	if (result.count > 0) return null;
	const nearest = nearestMatch(filter.window, result.broken, columns);
	if (nearest !== null) {
		const window = extend(filter.window, nearest);
		return { kind: 'window', window, gain: countRows(columns, window, result.broken) };
	}
	const drops = activeRules(filter).map((rule) => ({ rule, gain: result.gain(rule) }));
	const [least] = drops.filter(({ gain }) => gain > 0).sort((a, b) => a.gain - b.gain);
	if (least !== undefined) return { kind: 'drop', ...least };
	const gain = countRows(columns, filter.window, null);
	if (gain > 0) return { kind: 'clear', gain };
	return columns.rows === 0 ? null : { kind: 'everything', gain: columns.rows };
}

/** The match nearest to a window, of rows that break nothing else; the shortest of equals, the first of those. */
function nearestMatch(window: Interval, broken: Uint16Array, columns: Columns): Interval | null {
	const { rows, matchAt, matchStart, matchEnd } = columns;
	let nearest: Interval | null = null;
	for (let row = 0; row < rows; row++) {
		if (broken[row] !== 0) continue;
		const last = matchAt[row + 1] ?? 0;
		for (let at = matchAt[row] ?? 0; at < last; at++) {
			const match = { start: matchStart[at] ?? NaN, end: matchEnd[at] ?? NaN };
			if (nearest === null || closer(match, nearest, window)) nearest = match;
		}
	}
	return nearest;
}

/** How many rows a window lists, of those that break nothing else; `null`: of all. */
function countRows(columns: Columns, window: Interval, broken: Uint16Array | null): number {
	const isOpen = sameInterval(window, ALWAYS);
	let count = 0;
	for (let row = 0; row < columns.rows; row++)
		if ((broken === null || broken[row] === 0) && (isOpen || touches(columns, row, window))) count++;
	return count;
}

/** How far a window has to reach out to touch an interval that it does not overlap, in ms; neither overlaps at 0. */
export function gapTo(interval: Interval, window: Interval): number {
	return interval.end <= window.start ? window.start - interval.end : interval.start - window.end;
}

function closer(a: Interval, b: Interval, window: Interval): boolean {
	const [gapA, gapB] = [gapTo(a, window), gapTo(b, window)];
	return gapA < gapB || (gapA === gapB && a.end - a.start < b.end - b.start);
}

/** The window with the nearest interval in it: whole when that is at most a year long, else the nearest day of it. */
function extend(window: Interval, { start, end }: Interval): Interval {
	const isWhole = end - start <= WHOLE_MS;
	if (end <= window.start) return { start: reachable(isWhole ? start : end - DAY_MS), end: window.end };
	return { start: window.start, end: reachable(isWhole ? end : start + DAY_MS) };
}

/** Open beyond what a link can name. */
function reachable(ms: number): number {
	return Math.abs(ms) <= MAX_INSTANT ? ms : Math.sign(ms) * Infinity;
}
