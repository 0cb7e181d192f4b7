import { scaleUtc } from 'd3-scale';
import { MAX_INSTANT } from '$lib/core/instant.ts';
import { clip, type Interval } from '$lib/core/interval.ts';
import type { Stretch } from './folds.ts';

/** A stretch of the axis: its instants with a little air on both sides, and its px, `x0 < x1` whatever the direction. */
export interface Segment extends Interval {
	readonly content: Interval;
	readonly x0: number;
	readonly x1: number;
}

/** A folded gap; its instants run from what happens before it to what happens after. */
export interface Fold extends Interval {
	readonly x0: number;
	readonly x1: number;
}

/**
 * Piecewise linear in UTC milliseconds: segments with folded gaps between them. The whole axis always belongs to it; zoomed
 * in, a part of it is on screen, from 0 to `widthPx`, and the rest lies beyond. `toPx` and `toInstant` are inverse within
 * `domain` and clamp outside it.
 */
export interface TimeScale {
	/** The whole axis. */
	readonly domain: Interval;
	/** What of it is on screen; the same as `domain` when all is. */
	readonly view: Interval;
	readonly segments: readonly Segment[];
	readonly folds: readonly Fold[];
	readonly widthPx: number;
	readonly foldPx: number;
	readonly rtl: boolean;
	toPx(ms: number): number;
	/** Whole milliseconds. */
	toInstant(px: number): number;
	/** The segment at an instant, else the nearest. */
	segmentAt(ms: number): Segment;
}

export interface ScaleOptions {
	readonly widthPx: number;
	readonly rtl: boolean;
	/** Width of a folded gap. */
	readonly foldPx: number;
	/** The least that a stretch gets, as far as there is room. */
	readonly minPx: number;
	/** Air beside the content of a stretch. */
	readonly airPx: number;
}

/** A segment before it is placed. */
export interface Part extends Interval {
	readonly content: Interval;
	readonly widthPx: number;
}

/** At most this share of the width goes to folded gaps. */
const FOLD_SHARE = 0.4;
/** The air beside a gap takes at most this share of it on each side. */
const AIR_SHARE = 0.25;

export function maxFolds({ widthPx, foldPx }: Pick<ScaleOptions, 'widthPx' | 'foldPx'>): number {
	return Math.floor((widthPx * FOLD_SHARE) / foldPx);
}

/** The whole axis on screen. `null` without stretches: nothing is dated. */
export function createTimeScale(stretches: readonly Stretch[], options: ScaleOptions): TimeScale | null {
	const { foldPx } = options;
	const widthPx = Math.max(1, options.widthPx);
	const room = Math.max(1, widthPx - foldPx * (stretches.length - 1));
	const widths = shareWidth(
		stretches.map(({ weight }) => weight - 1),
		room,
		options.minPx
	);
	const parts = stretches.map((content, i): Part => {
		const width = widths[i] ?? 0;
		const air = airOf(content, width, options.airPx);
		const before = limitAir(air, stretches[i - 1]?.end, content.start);
		const after = limitAir(air, content.end, stretches[i + 1]?.start);
		return {
			start: Math.max(-MAX_INSTANT, Math.floor(content.start - before)),
			end: Math.min(MAX_INSTANT, Math.ceil(content.end + after)),
			content: { start: content.start, end: content.end },
			widthPx: width
		};
	});
	return parts.length === 0 ? null : layOut(parts, 0, { ...options, widthPx });
}

/** Parts in the order of time, laid side by side from `offsetPx` in the direction of writing. There is at least one. */
export function layOut(
	parts: readonly Part[],
	offsetPx: number,
	{ widthPx, rtl, foldPx }: Pick<ScaleOptions, 'widthPx' | 'rtl' | 'foldPx'>
): TimeScale {
	let at = offsetPx;
	const segments = parts.map(({ start, end, content, widthPx: width }): Segment => {
		const [a, b] = [at, at + width];
		at = b + foldPx;
		return { start, end, content, ...(rtl ? { x0: widthPx - b, x1: widthPx - a } : { x0: a, x1: b }) };
	});
	const [first] = segments;
	const last = segments.at(-1);
	if (first === undefined || last === undefined) throw new Error('An axis has at least one part.');
	const scale = scaleUtc()
		.domain(segments.flatMap(({ start, end }) => [start, end]))
		.range(segments.flatMap(({ x0, x1 }) => (rtl ? [x1, x0] : [x0, x1])))
		.clamp(true);
	const domain = { start: first.start, end: last.end };
	const toInstant = (px: number): number => Math.round(scale.invert(px).getTime());
	const [left, right] = [toInstant(0), toInstant(widthPx)];
	return {
		domain,
		view: { start: Math.min(left, right), end: Math.max(left, right) },
		segments,
		folds: segments.slice(1).map((segment, i) => foldBetween(segments[i] ?? segment, segment)),
		widthPx,
		foldPx,
		rtl,
		toPx: (ms) => scale(Math.min(Math.max(ms, domain.start), domain.end)),
		toInstant,
		segmentAt: (ms) => {
			const after = segments.findIndex(({ end }) => ms < end);
			if (after <= 0) return after === 0 ? first : last;
			const [before, next] = [segments[after - 1] ?? first, segments[after] ?? last];
			return ms >= next.start || next.start - ms < ms - before.end ? next : before;
		}
	};
}

/** The segments that are on screen, cut off at its edges. */
export function segmentsInView({ segments, view, widthPx }: TimeScale): readonly Segment[] {
	return segments.flatMap((segment) => {
		const x0 = Math.max(segment.x0, 0);
		const x1 = Math.min(segment.x1, widthPx);
		const part = clip(segment, view);
		if (part === null || x1 <= x0) return [];
		return [{ ...part, content: clip(segment.content, part) ?? part, x0, x1 }];
	});
}

/** The folded gaps that are on screen as a whole. */
export function foldsInView({ folds, widthPx }: TimeScale): readonly Fold[] {
	return folds.filter(({ x0, x1 }) => x0 >= -0.5 && x1 <= widthPx + 0.5);
}

/** The segments of a scale as parts, and where the first one begins, px in the direction of writing. */
export function partsOf({ segments, widthPx, rtl }: TimeScale): {
	readonly parts: readonly Part[];
	readonly offsetPx: number;
} {
	const parts = segments.map(({ start, end, content, x0, x1 }) => ({ start, end, content, widthPx: x1 - x0 }));
	const first = segments[0];
	return { parts, offsetPx: first === undefined ? 0 : rtl ? widthPx - first.x1 : first.x0 };
}

function foldBetween(before: Segment, after: Segment): Fold {
	const inner = before.x1 <= after.x0 ? { x0: before.x1, x1: after.x0 } : { x0: after.x1, x1: before.x0 };
	return { start: before.content.end, end: after.content.start, ...inner };
}

/** Each the least, as far as there is room; the rest by weight. */
function shareWidth(weights: readonly number[], widthPx: number, minPx: number): readonly number[] {
	const least = Math.min(minPx, widthPx / Math.max(1, weights.length));
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	const rest = widthPx - least * weights.length;
	return weights.map((weight) => least + (total > 0 ? (rest * weight) / total : rest / weights.length));
}

/** Milliseconds of air on one side, when `airPx` on both sides come out of `width` px. */
function airOf({ start, end }: Interval, width: number, airPx: number): number {
	const air = Math.min(airPx, width / 4);
	return Math.max(1, ((end - start) * air) / (width - 2 * air));
}

/** Air beside a gap; without one of its sides it is no gap but the end of the axis. */
export function limitAir(air: number, gapStart: number | undefined, gapEnd: number | undefined): number {
	return gapStart === undefined || gapEnd === undefined ? air : Math.min(air, (gapEnd - gapStart) * AIR_SHARE);
}
