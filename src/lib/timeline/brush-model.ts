import { periodAt } from '$lib/core/granularity.ts';
import { meanLength } from '$lib/core/rounding.ts';
import { sameInterval, type Interval } from '$lib/core/interval.ts';
import { closeWindow, moveWindow } from '$lib/core/window.ts';
import type { Steps } from './steps.ts';
import type { TimeScale } from './time-scale.ts';

/** What of the window is held. */
export type Part = 'from' | 'to' | 'body';

/** All that a drag needs to know of the axis. */
export interface BrushAxis {
	readonly scale: Pick<TimeScale, 'domain' | 'segments' | 'widthPx' | 'toPx' | 'toInstant' | 'segmentAt'>;
	readonly steps: Pick<Steps, 'limits' | 'unitAt' | 'snap' | 'next'>;
}

/** A drag under way: where it began, never where it is, so that each move is worked out afresh. */
export interface Drag {
	readonly part: Part;
	/** The window at the beginning, ms, half-open. */
	readonly found: Interval;
	/** The same; for the body without open sides. */
	readonly origin: Interval;
	/** From the pointer to what it holds, px. */
	readonly offsetPx: number;
}

export interface Dragged {
	/** ms, half-open; `-Infinity` and `Infinity` where a handle stands at the edge of the axis. */
	readonly window: Interval;
	/** What is held now: a handle that has passed the other one has become the other one. */
	readonly part: Part;
}

/** What a key does to a handle. */
export type Move = 'home' | 'end' | { readonly direction: -1 | 1; readonly size: 'unit' | 'larger' };

/** As near to the edge of the axis as this counts as the edge. */
const EDGE_PX = 1;

export function beginDrag(part: Part, window: Interval, pointerPx: number, { scale, steps }: BrushAxis): Drag {
	if (part === 'body') {
		const origin = closeWindow(window, steps.limits);
		return { part, found: window, origin, offsetPx: scale.toPx(origin.start) - pointerPx };
	}
	return { part, found: window, origin: window, offsetPx: handlePx(part, window, scale) - pointerPx };
}

/** The handle on the nearer side of a point on the track comes to it, and is held from there on. */
export function grabNearest(window: Interval, pointerPx: number, { scale }: BrushAxis): Drag {
	// Where they really are, so that of two that stand at one edge of the screen the nearer comes.
	const [from, to] = [scale.toPx(window.start), scale.toPx(window.end)];
	const part = Math.abs(pointerPx - from) <= Math.abs(pointerPx - to) ? 'from' : 'to';
	return { part, found: window, origin: window, offsetPx: 0 };
}

/** A window drawn from a point on: its other side is held. */
export function beginWindow(window: Interval, pointerPx: number, axis: BrushAxis, free = false): Drag {
	const at = instantAt(pointerPx, axis, free);
	// At the end of the axis there is only what comes before.
	const part = at === Infinity ? 'from' : 'to';
	return { part, found: window, origin: { start: at, end: at }, offsetPx: 0 };
}

/** Where a drag has come to. `free`: to the pixel and not to the unit shown. */
export function dragTo(drag: Drag, pointerPx: number, axis: BrushAxis, free = false): Dragged {
	const px = pointerPx + drag.offsetPx;
	if (drag.part === 'body') {
		const window = slide(drag.origin, px, axis, free);
		// What has not moved keeps its open sides.
		return { window: sameInterval(window, drag.origin) ? drag.found : window, part: 'body' };
	}
	return place(drag.part, drag.origin, instantAt(px, axis, free), axis);
}

/** A handle moved by keys: it stops one step before the other, and at the edges of the axis its side is open. */
export function stepHandle(part: 'from' | 'to', window: Interval, move: Move, { scale, steps }: BrushAxis): Interval {
	const { domain } = scale;
	const current = Math.min(Math.max(part === 'from' ? window.start : window.end, domain.start), domain.end);
	const wanted =
		move === 'home' ? domain.start : move === 'end' ? domain.end : steps.next(current, move.direction, move.size);
	if (part === 'from') {
		const last = Math.max(Math.min(steps.next(window.end, -1), domain.end), domain.start);
		const start = Math.min(wanted, last);
		return { start: start <= domain.start ? -Infinity : start, end: window.end };
	}
	const first = Math.min(Math.max(steps.next(window.start, 1), domain.start), domain.end);
	const end = Math.max(wanted, first);
	return { start: window.start, end: end >= domain.end ? Infinity : end };
}

/** Where a handle stands, px; at the edge for an open side and for one that lies outside what is on screen. */
export function handlePx(part: 'from' | 'to', window: Interval, scale: Pick<TimeScale, 'toPx' | 'widthPx'>): number {
	return Math.min(Math.max(scale.toPx(part === 'from' ? window.start : window.end), 0), scale.widthPx);
}

/** The period of the unit shown that an instant lies in: what a window of a single moment is. */
export function momentAt(ms: number, { scale, steps }: BrushAxis): Interval {
	const { content } = scale.segmentAt(ms);
	const inside = Math.min(Math.max(ms, content.start), content.end - 1);
	return periodAt(inside, steps.unitAt(inside));
}

/** The moment that a pointer is at. */
export function momentAtPx(px: number, axis: BrushAxis): Interval {
	return momentAt(axis.scale.toInstant(Math.min(Math.max(px, 0), axis.scale.widthPx)), axis);
}

/** The next moment in a direction, over folded gaps in one step; at the end of the axis the same one. */
export function stepMoment(window: Interval, move: Move, axis: BrushAxis): Interval {
	const { limits, next } = axis.steps;
	const { segments } = axis.scale;
	if (move === 'home') return momentAt(limits.start, axis);
	if (move === 'end') return momentAt(limits.end - 1, axis);
	const isUnit = move.size === 'unit';
	if (move.direction === 1) {
		const at = isUnit ? window.end : next(window.start, 1, 'larger');
		const segment = segments.find(({ content }) => content.end > at);
		return momentAt(segment === undefined ? limits.end - 1 : Math.max(at, segment.content.start), axis);
	}
	const at = isUnit ? window.start - 1 : next(window.start, -1, 'larger');
	const segment = segments.findLast(({ content }) => content.start <= at);
	return momentAt(segment === undefined ? limits.start : Math.min(at, segment.content.end - 1), axis);
}

function instantAt(px: number, { scale, steps }: BrushAxis, free: boolean): number {
	const raw = scale.toInstant(Math.min(Math.max(px, 0), scale.widthPx));
	const at = scale.toPx(raw);
	if (Math.abs(at - scale.toPx(scale.domain.start)) <= EDGE_PX) return -Infinity;
	if (Math.abs(at - scale.toPx(scale.domain.end)) <= EDGE_PX) return Infinity;
	return free ? raw : steps.snap(raw);
}

function place(part: 'from' | 'to', origin: Interval, instant: number, { steps }: BrushAxis): Dragged {
	const fixed = part === 'from' ? origin.end : origin.start;
	if (instant === fixed) {
		// One step is the least a window holds, on the side that the handle came from, unless the axis ends there.
		const [before, after] = [steps.next(fixed, -1), steps.next(fixed, 1)];
		const isBefore = part === 'from' ? before < fixed : after <= fixed;
		return { window: isBefore ? { start: before, end: fixed } : { start: fixed, end: after }, part };
	}
	return instant < fixed
		? { window: { start: instant, end: fixed }, part: 'from' }
		: { window: { start: fixed, end: instant }, part: 'to' };
}

/** The window moved whole: never past the content, unless it already was. */
function slide(origin: Interval, px: number, { scale, steps }: BrushAxis, free: boolean): Interval {
	const raw = scale.toInstant(px);
	if (Math.abs(scale.toPx(raw) - scale.toPx(origin.start)) < EDGE_PX) return origin;
	// A step is taken halfway to it, from wherever between two the window begins.
	if (!free && 2 * Math.abs(raw - origin.start) < meanLength(steps.unitAt(origin.start))) return origin;
	const limits = {
		start: Math.min(steps.limits.start, origin.start),
		end: Math.max(steps.limits.end, origin.end)
	};
	const moved = moveWindow(origin, Math.max(free ? raw : steps.snap(raw), limits.start));
	if (moved.end <= limits.end) return moved;
	return { start: Math.max(limits.start, limits.end - (origin.end - origin.start)), end: limits.end };
}
