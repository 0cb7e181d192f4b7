import { civilOf, DAY_MS, HOUR_MS, MAX_INSTANT, MINUTE_MS, mod, startOf } from './instant.ts';
import type { Interval } from './interval.ts';

/**
 * Steps of a histogram's bins, finest first: periods of the UTC calendar. Closer together than `GRANULARITIES`, so that a
 * step further never makes a bar more than seven times as wide.
 */
export const BIN_STEPS = [
	'minute',
	'5-minutes',
	'15-minutes',
	'hour',
	'6-hours',
	'day',
	'week',
	'month',
	'quarter',
	'year',
	'5-years',
	'decade',
	'50-years',
	'century',
	'500-years',
	'millennium'
] as const;
export type BinStep = (typeof BIN_STEPS)[number];

/** Sorted edges (ms) of bins that follow each other, a list for each stretch of an axis without a fold. */
export type BinEdges = readonly Float64Array[];

/** The most bins that are made at once; a screen has fewer pixels. */
export const MAX_BINS = 4096;

/** In ms, as far as every step is as long as any other. */
const FIXED_MS: Partial<Readonly<Record<BinStep, number>>> = {
	minute: MINUTE_MS,
	'5-minutes': 5 * MINUTE_MS,
	'15-minutes': 15 * MINUTE_MS,
	hour: HOUR_MS,
	'6-hours': 6 * HOUR_MS,
	day: DAY_MS,
	week: 7 * DAY_MS
};
/** In months; decades and the like begin with the astronomical years that they divide, as in `floorTo`. */
const MONTHS: Partial<Readonly<Record<BinStep, number>>> = {
	month: 1,
	quarter: 3,
	year: 12,
	'5-years': 60,
	decade: 120,
	'50-years': 600,
	century: 1200,
	'500-years': 6000,
	millennium: 12_000
};
const MEAN_MONTH_MS = (146_097 / 4800) * DAY_MS;
/** 1970-01-05, a Monday: weeks are those of ISO 8601. */
const FIRST_MONDAY = startOf(1970, 1, 5);

/** Mean length of a step in ms: exact up to the week, over the Gregorian cycle of 400 years beyond. */
export function meanBinLength(step: BinStep): number {
	return FIXED_MS[step] ?? monthsOf(step) * MEAN_MONTH_MS;
}

/** Start (ms) of the bin that an instant (ms, finite) lies in. It may lie before what a `Date` can hold. */
export function binStart(ms: number, step: BinStep): number {
	const length = FIXED_MS[step];
	if (length !== undefined) return ms - mod(step === 'week' ? ms - FIRST_MONDAY : ms, length);
	const { year, month } = civilOf(ms);
	const index = year * 12 + month - 1;
	return startOf(0, index - mod(index, monthsOf(step)) + 1);
}

/** End (ms, exclusive) of the bin that begins at `start`, which is the start of the next one. */
export function nextBin(start: number, step: BinStep): number {
	const length = FIXED_MS[step];
	if (length !== undefined) return start + length;
	const { year, month } = civilOf(start);
	return startOf(year, month + monthsOf(step));
}

/** The finest step, from `finest` on, whose mean length is at least `minMs`; the coarsest when none is that long. */
export function finestStep(minMs: number, finest: BinStep = BIN_STEPS[0]): BinStep {
	const steps = BIN_STEPS.slice(BIN_STEPS.indexOf(finest));
	return steps.find((step) => meanBinLength(step) >= minMs) ?? 'millennium';
}

/**
 * The sorted edges (ms) of all bins that a span overlaps, one more than there are bins: bin `i` is
 * `[edges[i], edges[i + 1])`. The first edge is at or before the start of the span, the last at or after its end; a bin
 * that would reach beyond what a `Date` holds is cut there, so that a bin can always be linked to. An empty span, one
 * beyond `MAX_INSTANT` and one of more than `MAX_BINS` bins throw a sentence.
 */
export function binEdges(span: Interval, step: BinStep): Float64Array {
	const { start, end } = span;
	// Written so that NaN fails too.
	if (!(start < end && start >= -MAX_INSTANT && end <= MAX_INSTANT))
		throw new RangeError(`Bins need a span within ±${MAX_INSTANT} ms, and not one from ${start} to ${end}.`);
	// Looked at before the loop, which would take its time over the minutes of a million years.
	const estimate = Math.floor((end - start) / meanBinLength(step));
	if (estimate > MAX_BINS) throw tooMany(estimate, step);
	const edges: number[] = [];
	let edge = binStart(start, step);
	for (; edge < end; edge = nextBin(edge, step)) edges.push(Math.max(edge, -MAX_INSTANT));
	if (edges.length > MAX_BINS) throw tooMany(edges.length, step);
	edges.push(Math.min(edge, MAX_INSTANT));
	return Float64Array.from(edges);
}

/**
 * The edges of several spans (sorted, apart): those between the folds of an axis, each with its own step, a list for each.
 * Two spans may reach into one and the same bin: it is parted between them, at a boundary of the calendar where there is
 * one. At most `MAX_BINS` bins in each; throws as `binEdges` does.
 */
export function segmentEdges(spans: readonly Interval[], steps: readonly BinStep[]): BinEdges {
	const lists = spans.map((span, i) => binEdges(span, steps[i] ?? 'millennium'));
	lists.forEach((list, i) => {
		const [before, span] = [lists[i - 1], spans[i - 1]];
		const last = (before?.length ?? 0) - 1;
		if (before === undefined || span === undefined || at(before, last) <= at(list, 0)) return;
		before[last] = list[0] = boundaryBetween(span.end, spans[i]?.start ?? span.end, at(list, 0));
	});
	return lists;
}

/** An instant from `from` to `to`: `wanted` where it is one, else where the coarsest bin begins that begins there. */
function boundaryBetween(from: number, to: number, wanted: number): number {
	if (wanted >= from && wanted <= to) return wanted;
	const starts = [...BIN_STEPS].reverse().map((step) => binStart(to, step));
	return starts.find((start) => start >= from) ?? Math.max(from, Math.floor(to / 1000) * 1000);
}

function at(values: Float64Array, index: number): number {
	return values[index] ?? 0;
}

function monthsOf(step: BinStep): number {
	const months = MONTHS[step];
	if (months === undefined) throw new Error(`The step "${step}" has no length.`);
	return months;
}

function tooMany(bins: number, step: BinStep): RangeError {
	return new RangeError(`${bins} bins (${step}) are more than ${MAX_BINS}: take a coarser step.`);
}
