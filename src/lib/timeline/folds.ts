import type { Interval } from '$lib/core/interval.ts';
import { countBelow } from './sorted.ts';

/** A part of the axis with something on it; between two of them lies a folded gap. ms UTC, half-open. */
export interface Stretch extends Interval {
	/** How much it has to show: the number of different boundaries in it, less one; at least 1. */
	readonly weight: number;
}

/** A gap folds when it takes this share of the axis that is left and is so many times as long as all that happens … */
const SHARE = 0.3;
const TIMES = 4;
/** … or is this many times as long. */
const TIMES_ALONE = 8;
/** Something this many times as long as all that begins within it counts at its ends alone: days stay reachable in it. */
const OVERSIZE = 200;
/** So does something this many times as long as what the data has otherwise: a century among months. */
const OVERSIZE_OF_MEDIAN = 1000;
/** What stays of its ends, as a share of it. */
const END_SHARE = 0.002;

/**
 * Divides the axis into stretches with folded gaps between them, the longest gaps first, at most `maxFolds`. Contents
 * are finite; their order does not matter. A gap that lies within one of `unfolded` stays open. No contents: no stretches.
 */
export function foldGaps(
	contents: readonly Interval[],
	maxFolds: number,
	unfolded: readonly Interval[] = []
): readonly Stretch[] {
	const spans = unite(maxFolds > 0 ? endsOfOversized(distinct(contents)) : contents);
	const [first] = spans;
	const last = spans.at(-1);
	if (first === undefined || last === undefined) return [];
	const filled = spans.reduce((sum, span) => sum + span.end - span.start, 0);
	let left = last.end - first.start;
	const breaks = new Set<number>();
	for (const { after, length } of gapsBetween(spans)) {
		const isLong = length > filled * TIMES_ALONE || (length > filled * TIMES && length > left * SHARE);
		if (breaks.size >= maxFolds || !isLong) break;
		const gap = { start: spans[after]?.end ?? 0, end: spans[after + 1]?.start ?? 0 };
		if (unfolded.some(({ start, end }) => start <= gap.start && end >= gap.end)) continue;
		breaks.add(after);
		left -= length;
	}
	const stretches: Interval[] = [];
	let start = first.start;
	spans.forEach((span, i) => {
		if (i !== spans.length - 1 && !breaks.has(i)) return;
		stretches.push({ start, end: span.end });
		start = spans[i + 1]?.start ?? start;
	});
	return weigh(stretches, contents);
}

/** Longest first; of equal ones the earliest. */
function gapsBetween(spans: readonly Interval[]): readonly { readonly after: number; readonly length: number }[] {
	return spans
		.slice(1)
		.map((next, after) => ({ after, length: next.start - (spans[after]?.end ?? next.start) }))
		.sort((a, b) => b.length - a.length || a.after - b.after);
}

function distinct(contents: readonly Interval[]): readonly Interval[] {
	return [...new Map(contents.map((span) => [`${span.start}/${span.end}`, span])).values()];
}

function endsOfOversized(contents: readonly Interval[]): readonly Interval[] {
	const sorted = [...contents].sort((a, b) => a.start - b.start);
	const starts = sorted.map(({ start }) => start);
	const sums = [0];
	for (const { start, end } of sorted) sums.push((sums.at(-1) ?? 0) + end - start);
	const lengths = sorted.map(({ start, end }) => end - start).sort((a, b) => a - b);
	const median = lengths[lengths.length >> 1] ?? 0;
	return sorted.flatMap((span) => {
		const length = span.end - span.start;
		const begun = (sums[countBelow(starts, span.end)] ?? 0) - (sums[countBelow(starts, span.start)] ?? 0);
		const within = begun - length;
		const isOversized = within > 0 && length > within * OVERSIZE;
		if (!isOversized && length <= median * OVERSIZE_OF_MEDIAN) return [span];
		const end = isOversized ? within / OVERSIZE : length * END_SHARE;
		return [
			{ start: span.start, end: span.start + end },
			{ start: span.end - end, end: span.end }
		];
	});
}

/** Sorted; what touches or overlaps is one. */
function unite(contents: readonly Interval[]): readonly Interval[] {
	const united: { start: number; end: number }[] = [];
	for (const { start, end } of [...contents].sort((a, b) => a.start - b.start)) {
		const last = united.at(-1);
		if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
		else united.push({ start, end });
	}
	return united;
}

function weigh(stretches: readonly Interval[], contents: readonly Interval[]): readonly Stretch[] {
	const instants = [...new Set(contents.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
	let at = 0;
	return stretches.map((stretch) => {
		let boundaries = 0;
		for (; at < instants.length && (instants[at] ?? Infinity) <= stretch.end; at++) {
			if ((instants[at] ?? -Infinity) >= stretch.start) boundaries++;
		}
		return { ...stretch, weight: Math.max(1, boundaries - 1) };
	});
}
