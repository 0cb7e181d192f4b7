import { MAX_INSTANT, SECOND_MS } from './instant.ts';
import type { Interval } from './interval.ts';

/** The window widened to whole seconds within ±`MAX_INSTANT`, which is what a link can say; at least one. */
export function wholeSeconds({ start, end }: Interval): Interval {
	const floored = Math.floor(start / SECOND_MS) * SECOND_MS;
	const first = start === -Infinity ? start : clamp(floored, -MAX_INSTANT, MAX_INSTANT - SECOND_MS);
	// Never -0.
	const ceiled = Math.max(Math.ceil(end / SECOND_MS) * SECOND_MS + 0, first + SECOND_MS);
	return { start: first, end: end === Infinity ? end : clamp(ceiled, SECOND_MS - MAX_INSTANT, MAX_INSTANT) };
}

function clamp(value: number, min: number, max: number): number {
	return Math.min(Math.max(value, min), max);
}
