import type { InlineCatalogue } from './catalogue.ts';
import { activeRules, compileFilter, NO_FILTER, RULE, type Filter, type Rule } from './filter.ts';
import { DAY_MS, MAX_INSTANT } from './instant.ts';
import { overlaps, type Interval } from './interval.ts';

/** One step out of an empty result, and how many events it brings (at least one). */
export type Widening = { readonly gain: number } & (
	| { readonly kind: 'window'; readonly window: Interval }
	| { readonly kind: 'drop'; readonly rule: Rule }
	/** All filters; the window stays. */
	| { readonly kind: 'clear' }
	/** All filters and the window. */
	| { readonly kind: 'everything' }
);

/** A longer period is not taken in whole when the window is widened, only the day of it that is nearest. */
const WHOLE_MS = 366 * DAY_MS;

/**
 * The smallest widening of a filter that lists nothing: the window extended to the nearest event that passes all else; or
 * the one rule without which the fewest events appear, the first in the order of the URL among equals; or all filters;
 * or everything. `null` when the filter lists something or there is nothing to list.
 */
export function smallestWidening(filter: Filter, catalogue: InlineCatalogue): Widening | null {
	const broken = compileFilter(filter, catalogue);
	const brokenBy = new Map<number, number>();
	let nearest: Interval | null = null;
	for (const item of catalogue.events) {
		const rules = broken(item);
		if (rules === 0) return null;
		brokenBy.set(rules, (brokenBy.get(rules) ?? 0) + 1);
		if (rules !== RULE.window) continue;
		for (const interval of item.matches) {
			if (nearest === null || closer(interval, nearest, filter.window)) nearest = interval;
		}
	}
	if (nearest !== null) {
		const window = extend(filter.window, nearest);
		const gain = catalogue.events.filter(
			(item) => broken(item) === RULE.window && item.matches.some((interval) => overlaps(interval, window))
		).length;
		return { kind: 'window', window, gain };
	}
	const drops = activeRules(filter).flatMap((rule) => ({ rule, gain: brokenBy.get(RULE[rule]) ?? 0 }));
	const [least] = drops.filter(({ gain }) => gain > 0).sort((a, b) => a.gain - b.gain);
	if (least !== undefined) return { kind: 'drop', ...least };
	const inWindow = compileFilter({ ...NO_FILTER, window: filter.window }, catalogue);
	const gain = catalogue.events.filter((item) => inWindow(item) === 0).length;
	if (gain > 0) return { kind: 'clear', gain };
	return catalogue.events.length === 0 ? null : { kind: 'everything', gain: catalogue.events.length };
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
