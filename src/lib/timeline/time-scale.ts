import { scaleUtc } from 'd3-scale';
import { MAX_INSTANT } from '$lib/core/instant.ts';
import type { Interval } from '$lib/core/interval.ts';
import type { Stretch } from './folds.ts';

/** A stretch on screen: its instants with a little air on both sides, and its px, `x0 < x1` whatever the direction. */
export interface Segment extends Interval {
	readonly content: Interval;
	readonly x0: number;
	readonly x1: number;
}

/** A folded gap on screen; its instants run from what happens before it to what happens after. */
export interface Fold extends Interval {
	readonly x0: number;
	readonly x1: number;
}

/** Piecewise linear in UTC milliseconds; `toPx` and `toInstant` are inverse within `domain` and clamp outside it. */
export interface TimeScale {
	readonly domain: Interval;
	readonly segments: readonly Segment[];
	readonly folds: readonly Fold[];
	readonly widthPx: number;
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

/** At most this share of the width goes to folded gaps. */
const FOLD_SHARE = 0.5;
/** The air beside a gap takes at most this share of it on each side. */
const AIR_SHARE = 0.25;

export function maxFolds({ widthPx, foldPx }: Pick<ScaleOptions, 'widthPx' | 'foldPx'>): number {
	return Math.floor((widthPx * FOLD_SHARE) / foldPx);
}

/** `null` without stretches: nothing is dated. */
export function createTimeScale(stretches: readonly Stretch[], options: ScaleOptions): TimeScale | null {
	const { rtl, foldPx } = options;
	const widthPx = Math.max(1, options.widthPx);
	const widths = shareWidth(stretches, Math.max(1, widthPx - foldPx * (stretches.length - 1)), options.minPx);
	const mirror = (px: number): number => (rtl ? widthPx - px : px);
	let at = 0;
	const segments = stretches.map((content, i): Segment => {
		const width = widths[i] ?? 0;
		const air = airOf(content, width, options.airPx);
		const before = limitAir(air, stretches[i - 1]?.end, content.start);
		const after = limitAir(air, content.end, stretches[i + 1]?.start);
		const [x0, x1] = [mirror(at), mirror(at + width)];
		at += width + foldPx;
		return {
			start: Math.max(-MAX_INSTANT, Math.floor(content.start - before)),
			end: Math.min(MAX_INSTANT, Math.ceil(content.end + after)),
			content: { start: content.start, end: content.end },
			x0: Math.min(x0, x1),
			x1: Math.max(x0, x1)
		};
	});
	const [first] = segments;
	const last = segments.at(-1);
	if (first === undefined || last === undefined) return null;
	const scale = scaleUtc()
		.domain(segments.flatMap(({ start, end }) => [start, end]))
		.range(segments.flatMap(({ x0, x1 }) => (rtl ? [x1, x0] : [x0, x1])))
		.clamp(true);
	const domain = { start: first.start, end: last.end };
	return {
		domain,
		segments,
		folds: segments.slice(1).map((segment, i) => foldBetween(segments[i] ?? segment, segment)),
		widthPx,
		rtl,
		toPx: (ms) => scale(Math.min(Math.max(ms, domain.start), domain.end)),
		toInstant: (px) => Math.round(scale.invert(px).getTime()),
		segmentAt: (ms) => {
			const after = segments.findIndex(({ end }) => ms < end);
			if (after <= 0) return after === 0 ? first : last;
			const [left, right] = [segments[after - 1] ?? first, segments[after] ?? last];
			return ms >= right.start || right.start - ms < ms - left.end ? right : left;
		}
	};
}

function foldBetween(before: Segment, after: Segment): Fold {
	const inner = before.x1 <= after.x0 ? { x0: before.x1, x1: after.x0 } : { x0: after.x1, x1: before.x0 };
	return { start: before.content.end, end: after.content.start, ...inner };
}

/** Each the least, as far as there is room; the rest by weight. */
function shareWidth(stretches: readonly Stretch[], widthPx: number, minPx: number): readonly number[] {
	const least = Math.min(minPx, widthPx / Math.max(1, stretches.length));
	const weights = stretches.map(({ weight }) => weight - 1);
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	const rest = widthPx - least * stretches.length;
	return weights.map((weight) => least + (total > 0 ? (rest * weight) / total : rest / stretches.length));
}

/** Milliseconds of air on one side, when `airPx` on both sides come out of `width` px. */
function airOf({ start, end }: Interval, width: number, airPx: number): number {
	const air = Math.min(airPx, width / 4);
	return Math.max(1, ((end - start) * air) / (width - 2 * air));
}

function limitAir(air: number, gapStart: number | undefined, gapEnd: number | undefined): number {
	return gapStart === undefined || gapEnd === undefined ? air : Math.min(air, (gapEnd - gapStart) * AIR_SHARE);
}
