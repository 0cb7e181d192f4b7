import { HOUR_MS } from '$lib/core/instant.ts';
import { clip, overlaps, type Interval } from '$lib/core/interval.ts';
import { foldGaps } from './folds.ts';
import { countBelow } from './sorted.ts';
import { layOut, limitAir, partsOf, type Part, type ScaleOptions, type TimeScale } from './time-scale.ts';

/**
 * What of the axis is on screen once a gesture has come to rest. The scale itself follows from it, from the data and from
 * the width there is, so that a window that is resized shows the same time.
 */
export interface Viewport {
	/** ms, half-open. */
	readonly view: Interval;
	/** Gaps folded at this zoom alone, beside those of the whole axis. Sorted, apart. */
	readonly folds: readonly Interval[];
}

/** What a settled axis is made from. */
export interface AxisData {
	/** All that happens, as in `contentOf`; finite. */
	readonly contents: readonly Interval[];
	/** Its different boundaries, sorted: how much a stretch has to show. */
	readonly instants: readonly number[];
	/** How many folded gaps there is room for. */
	readonly maxFolds: number;
	/** Gaps that the reader has unfolded. */
	readonly unfolded: readonly Interval[];
}

/** Nothing shorter fills the screen. */
const MIN_VIEW_MS = HOUR_MS;
/** Of a gap that folds when zoomed in, this share of what lies beside it stays visible as air. */
const AIR_LENGTH = 0.04;

/** Nothing lies outside the screen. */
export function isWhole({ domain, view }: TimeScale): boolean {
	return view.start <= domain.start && view.end >= domain.end;
}

/**
 * The scale with its segments `factor` times as wide, and what is at `anchorPx` left there; folded gaps keep their width.
 * For the length of a gesture: no gap folds or unfolds meanwhile. It stops at the whole axis and at an hour.
 */
export function zoomScale(scale: TimeScale, factor: number, anchorPx: number): TimeScale {
	const { parts, offsetPx } = partsOf(scale);
	const filled = parts.reduce((sum, part) => sum + part.widthPx, 0);
	const least = (scale.widthPx - (parts.length - 1) * scale.foldPx) / filled;
	const { start, end, x0, x1 } = scale.segmentAt(scale.toInstant(anchorPx));
	const most = Math.max(1, (scale.widthPx / MIN_VIEW_MS) * ((end - start) / (x1 - x0)));
	const by = Math.min(Math.max(factor, least), most);
	const anchor = scale.rtl ? scale.widthPx - anchorPx : anchorPx;
	// Walk to the anchor, in the old widths and in the new ones.
	let [before, after] = [offsetPx, 0];
	for (const { widthPx } of parts) {
		if (anchor <= before + widthPx) {
			after += Math.max(0, anchor - before) * by;
			break;
		}
		before += widthPx;
		after += widthPx * by;
		const intoFold = Math.min(scale.foldPx, anchor - before);
		before += intoFold;
		after += intoFold;
		if (intoFold < scale.foldPx) break;
	}
	const wide = parts.map((part) => ({ ...part, widthPx: part.widthPx * by }));
	return place(wide, anchor - after, scale);
}

/** The scale moved by so many px to the right. It stops at the ends of the axis. */
export function panScale(scale: TimeScale, byPx: number): TimeScale {
	const { parts, offsetPx } = partsOf(scale);
	return place(parts, offsetPx + (scale.rtl ? -byPx : byPx), scale);
}

/** Moved as little as brings an interval on screen, its end before its start when it is longer than the screen. */
export function revealed(scale: TimeScale, { start, end }: Interval): TimeScale {
	const at = (ms: number): number => (scale.rtl ? scale.widthPx - scale.toPx(ms) : scale.toPx(ms));
	const [a, b] = [at(start), at(end)];
	const by = a < 0 ? -a : b > scale.widthPx ? Math.max(scale.widthPx - b, -a) : 0;
	return by === 0 ? scale : panScale(scale, scale.rtl ? -by : by);
}

function place(parts: readonly Part[], offsetPx: number, scale: TimeScale): TimeScale {
	const total = parts.reduce((sum, part) => sum + part.widthPx, (parts.length - 1) * scale.foldPx);
	return layOut(parts, Math.min(0, Math.max(offsetPx, scale.widthPx - total)), scale);
}

/**
 * Where a gesture has come to: the gaps between what is in view are folded anew, by what is in view. A gap that is cut by
 * the edge of the screen stays as it is, so that nothing jumps. `null`: the whole axis is in view.
 */
export function settle(live: TimeScale, whole: TimeScale, data: AxisData): Viewport | null {
	if (isWhole(live)) return null;
	const { view } = live;
	const found = insideFolds(view, whole, data);
	const kept = live.folds.filter(
		(fold) => overlaps(fold, view) && (fold.start < view.start || fold.end > view.end) && !isFoldOf(whole, fold)
	);
	const folds = [...found, ...kept.map(({ start, end }) => ({ start, end }))].sort((a, b) => a.start - b.start);
	return { view: outsideFolds(view, live), folds };
}

/** As `settle` after the axis has been shown from `view.start` to `view.end`: for jumps, which no gesture leads to. */
export function viewportAt(view: Interval, whole: TimeScale, data: AxisData): Viewport | null {
	const start = Math.max(view.start, whole.domain.start);
	const end = Math.min(Math.max(view.end, start + MIN_VIEW_MS), whole.domain.end);
	if (start <= whole.domain.start && end >= whole.domain.end) return null;
	const clipped = outsideFolds({ start: Math.min(start, end - MIN_VIEW_MS), end }, whole);
	return { view: clipped, folds: insideFolds(clipped, whole, data) };
}

/** Gaps that fold between the contents in view, without those that the whole axis folds anyhow. */
function insideFolds(view: Interval, whole: TimeScale, data: AxisData): readonly Interval[] {
	const inView = data.contents.flatMap((content) => clip(content, view) ?? []);
	const stretches = foldGaps(inView, data.maxFolds, data.unfolded);
	return stretches
		.slice(1)
		.map(({ start }, i) => ({ start: stretches[i]?.end ?? start, end: start }))
		.filter((gap) => whole.folds.every((fold) => !overlaps(fold, gap)));
}

function isFoldOf({ folds }: TimeScale, fold: Interval): boolean {
	return folds.some(({ start, end }) => start === fold.start && end === fold.end);
}

/** An edge that lies in a folded gap moves inwards, out of it. */
function outsideFolds({ start, end }: Interval, { segments }: TimeScale): Interval {
	const first = segments.find((segment) => segment.end > start);
	const last = segments.findLast((segment) => segment.start < end);
	const [inner, outer] = [Math.max(start, first?.start ?? start), Math.min(end, last?.end ?? end)];
	return inner < outer ? { start: inner, end: outer } : { start, end };
}

/**
 * The scale of a viewport. What is in view fills the screen: each segment in proportion to its width on the whole axis, so
 * that zooming only magnifies; one that folds further is shared by what its parts have to show. A viewport within a
 * folded gap of the whole axis shows nothing: that is the whole axis then.
 */
export function zoomedScale(
	whole: TimeScale,
	{ view, folds }: Viewport,
	{ instants }: Pick<AxisData, 'instants'>,
	options: ScaleOptions
): TimeScale {
	const cut = whole.segments.flatMap((segment) => cutAt(segment, folds));
	const shown = cut.map((part) => clip(part, view));
	const areShown = shown.filter((part) => part !== null);
	// At another width, or once folded, the axis may have a gap where the screen was.
	if (areShown.reduce((sum, { start, end }) => sum + end - start, 0) < MIN_VIEW_MS / 2) return whole;
	const gaps = Math.max(0, areShown.length - 1);
	const roomPx = Math.max(1, options.widthPx - gaps * options.foldPx);
	const shares = shown.map((part, i) => {
		const { segment } = cut[i] ?? {};
		if (part === null || segment === undefined) return 0;
		const parts = shown.filter((other, j): other is Interval => other !== null && cut[j]?.segment === segment);
		const [first, last] = [parts[0] ?? part, parts.at(-1) ?? part];
		const base = basePx(segment, { start: first.start, end: last.end });
		const weights = parts.map((other) => Math.max(1, countWithin(instants, other) - 1));
		const total = weights.reduce((sum, weight) => sum + weight, 0);
		return (base * (weights[parts.indexOf(part)] ?? 1)) / total;
	});
	const isCut = (i: number): boolean => shown[i]?.start !== cut[i]?.start || shown[i]?.end !== cut[i]?.end;
	const widths = magnify(shares, (i) => (isCut(i) ? 0 : options.minPx), roomPx);
	const magnified = roomPx / shares.reduce((sum, share) => sum + share, 0);
	let beforePx = 0;
	let offsetPx: number | null = null;
	const parts = cut.map((part, i): Part => {
		const clipped = shown[i];
		const length = part.end - part.start;
		const isShown = clipped !== undefined && clipped !== null;
		const widthPx = isShown
			? ((widths[i] ?? 1) * length) / (clipped.end - clipped.start)
			: Math.max(1e-3, basePx(part.segment, part) * magnified);
		if (isShown) offsetPx ??= -(beforePx + (widthPx * (clipped.start - part.start)) / length);
		beforePx += widthPx + options.foldPx;
		return { start: part.start, end: part.end, content: part.content, widthPx };
	});
	return layOut(parts, offsetPx ?? 0, options);
}

/** Widths in proportion, `roomPx` together; what falls short of its least width gets that, as far as there is room. */
function magnify(shares: readonly number[], leastPx: (i: number) => number, roomPx: number): readonly number[] {
	const count = shares.filter((share) => share > 0).length;
	const least = (i: number): number => Math.min(leastPx(i), roomPx / (2 * count));
	const short = new Set<number>();
	for (;;) {
		const rest = roomPx - [...short].reduce((sum, i) => sum + least(i), 0);
		const total = shares.reduce((sum, share, i) => (short.has(i) ? sum : sum + share), 0);
		const widths = shares.map((share, i) => (short.has(i) ? least(i) : (rest * share) / total));
		const more = widths.flatMap((width, i) => ((shares[i] ?? 0) > 0 && width < least(i) - 1e-9 ? [i] : []));
		if (more.length === 0) return widths;
		for (const i of more) short.add(i);
	}
}

interface Cut extends Interval {
	readonly content: Interval;
	/** Of the whole axis. */
	readonly segment: TimeScale['segments'][number];
}

function cutAt(segment: TimeScale['segments'][number], folds: readonly Interval[]): readonly Cut[] {
	const { start, end, content } = segment;
	const inside = folds.filter((fold) => fold.start > start && fold.end < end);
	const contents = [...inside, { start: content.end }].map(({ start: to }, i) => ({
		start: inside[i - 1]?.end ?? content.start,
		end: to
	}));
	return contents.map((part, i) => {
		const air = (part.end - part.start) * AIR_LENGTH;
		const before = i === 0 ? start : part.start - limitAir(air, contents[i - 1]?.end, part.start);
		const after = i === inside.length ? end : part.end + limitAir(air, part.end, contents[i + 1]?.start);
		return { start: Math.floor(before), end: Math.ceil(after), content: part, segment };
	});
}

/** Px of a part of a segment on the whole axis. */
function basePx({ start, end, x0, x1 }: TimeScale['segments'][number], part: Interval): number {
	return ((x1 - x0) * (part.end - part.start)) / (end - start);
}

/** How many of the sorted instants lie in an interval, its end included. */
function countWithin(instants: readonly number[], { start, end }: Interval): number {
	return countBelow(instants, end + 1) - countBelow(instants, start);
}
