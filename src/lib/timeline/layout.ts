import type { EventId } from '$lib/core/model.ts';
import { packLanes, type Extent } from './lanes.ts';
import { fadedSpan, type Drawing, type Piece } from './pieces.ts';
import type { TimeScale } from './time-scale.ts';
import { isWhole } from './viewport.ts';

/** One event to lay out. */
export interface MarkInput {
	readonly id: EventId;
	readonly drawing: Drawing;
	/** Short title, and its width in px; width 0 for no label. */
	readonly label: string;
	readonly labelPx: number;
}

export interface Sign {
	readonly x: number;
	readonly claimed: boolean;
}

export interface Bar extends Extent {
	readonly faded: boolean;
	readonly claimed: boolean;
}

export interface Line extends Extent {
	/** `run`: lasted all along. `tie`: belongs together. `unknown`: fades into what nobody knows. */
	readonly kind: 'run' | 'tie' | 'link' | 'unknown';
}

/** One event on screen: all px, left to right whatever the direction of writing. */
export interface MarkShape {
	readonly id: EventId;
	readonly lane: number;
	readonly extent: Extent;
	readonly bars: readonly Bar[];
	readonly signs: readonly Sign[];
	/** Ends of runs that carry no sign of their own. */
	readonly caps: readonly number[];
	readonly lines: readonly Line[];
	readonly arrows: readonly { readonly x: number; readonly toRight: boolean }[];
	/** Question marks: beside an uncertain date, or large at the unknown side. */
	readonly queries: readonly { readonly x: number; readonly large: boolean }[];
	readonly label: { readonly text: string; readonly x: number; readonly toRight: boolean } | null;
}

export interface LayoutOptions {
	readonly lanes: number;
	readonly radiusPx: number;
	readonly gapPx: number;
}

/** How far the dotted line towards an unknown side goes, and the room of a question mark. */
const TAIL_PX = 22;
const QUERY_PX = 7;
const ARROW_PX = 6;
const LABEL_GAP_PX = 5;

/** From this width on a day is no dot any more. */
const DEEP_PX = 40;
/** A bar that takes this share of the screen has its words inside. */
const WIDE_SHARE = 0.4;
const SIGN_PX = 10;
/** A bar with more than this on each side of its middle gives up a little there. */
const ROOMY_PX = 12;
const INSET_PX = 2;
/** What lies further outside the screen than this is not drawn. */
const OUTSIDE_PX = 40;

type Parts = Omit<MarkShape, 'lane' | 'label'> & { readonly inner: Extent | null };

/** A mark that has its px, but no lane yet. */
export interface LooseMark {
	readonly input: MarkInput;
	readonly parts: Parts;
}

/** What of the events is on screen, in the order given. */
export function looseMarks(inputs: readonly MarkInput[], scale: TimeScale, radiusPx: number): readonly LooseMark[] {
	return inputs.flatMap((input) => {
		const parts = partsOf(input, scale, radiusPx);
		return parts === null ? [] : [{ input, parts }];
	});
}

/** Where the middle of what a mark begins with stands, px. */
export function anchorOf({ parts }: LooseMark): number {
	return parts.signs[0]?.x ?? (parts.extent.x0 + parts.extent.x1) / 2;
}

/** Shapes for what finds room, in the order given; `overflow`: the rest. */
export function layoutMarks(
	loose: readonly LooseMark[],
	scale: TimeScale,
	options: LayoutOptions
): { readonly marks: readonly MarkShape[]; readonly overflow: readonly LooseMark[] } {
	// Packed in the direction of writing: the earliest first, with words behind it as long as there is room.
	const { widthPx, rtl } = scale;
	const places = packLanes(
		loose.map(({ parts, input: { labelPx } }) => ({
			...(rtl ? { x0: widthPx - parts.extent.x1, x1: widthPx - parts.extent.x0 } : parts.extent),
			labelPx: fitsInside(parts, labelPx) ? 0 : labelPx
		})),
		{ lanes: options.lanes, widthPx, gapPx: options.gapPx, labelGapPx: LABEL_GAP_PX }
	);
	const marks: MarkShape[] = [];
	const overflow: LooseMark[] = [];
	loose.forEach((mark, i) => {
		const place = places[i];
		if (place === undefined || place === null) overflow.push(mark);
		else marks.push(shapeOf(mark.parts, mark.input, place, rtl));
	});
	return { marks, overflow };
}

function shapeOf(
	{ inner, ...part }: Parts,
	{ label, labelPx }: MarkInput,
	{ lane, label: side }: { readonly lane: number; readonly label: 'none' | 'right' | 'left' },
	rtl: boolean
): MarkShape {
	const { x0, x1 } = part.extent;
	if (side !== 'none') {
		const toRight = (side === 'right') !== rtl;
		return { ...part, lane, label: { text: label, x: toRight ? x1 + LABEL_GAP_PX : x0 - LABEL_GAP_PX, toRight } };
	}
	if (inner === null || !fitsInside({ inner }, labelPx)) return { ...part, lane, label: null };
	// A label on a long line interrupts it, at the side that is read first.
	const gap = labelPx + 2 * LABEL_GAP_PX;
	const cut = rtl ? { x0: inner.x1 - gap, x1: inner.x1 } : { x0: inner.x0, x1: inner.x0 + gap };
	const lines = part.lines.flatMap((line) => (line.kind === 'run' ? withoutPart(line, cut) : [line]));
	const x = rtl ? cut.x1 - LABEL_GAP_PX : cut.x0 + LABEL_GAP_PX;
	return { ...part, lines, lane, label: { text: label, x, toRight: !rtl } };
}

function withoutPart(line: Line, cut: Extent): readonly Line[] {
	return [
		{ ...line, x1: Math.min(line.x1, cut.x0) },
		{ ...line, x0: Math.max(line.x0, cut.x1) }
	].filter(({ x0, x1 }) => x1 > x0);
}

function fitsInside({ inner }: Pick<Parts, 'inner'>, labelPx: number): boolean {
	return labelPx > 0 && inner !== null && inner.x1 - inner.x0 >= labelPx + 4 * LABEL_GAP_PX;
}

/** `null`: nothing of it is on screen. */
function partsOf({ id, drawing }: MarkInput, scale: TimeScale, radius: number): Parts | null {
	const { pieces, join, before, after } = drawing;
	const boxes = pieces.map((piece) => boxOf(piece, scale, radius));
	const isRun = join === 'run';
	const signed = isRun ? boxes.slice(0, 1) : boxes;
	const last = boxes.at(-1);
	const first = boxes[0];
	const lines: Line[] = [];
	const arrows: { x: number; toRight: boolean }[] = [];
	const queries: { x: number; large: boolean }[] = [];
	if (first !== undefined && last !== undefined && boxes.length > 1) {
		const kind = isRun ? 'run' : join === 'all' ? 'link' : 'tie';
		lines.push({ x0: Math.min(first.x, last.x), x1: Math.max(first.x, last.x), kind });
	}
	for (const { piece, x, signed: hasSign } of boxes.map((box, i) => ({ ...box, signed: !isRun || i === 0 }))) {
		const onward = scale.rtl ? -1 : 1;
		if (piece.uncertain) queries.push({ x: x + onward * ((hasSign ? radius : 3) + QUERY_PX / 2 + 1), large: false });
	}
	const { widthPx, domain } = scale;
	const edgeAt = (ms: number): number => Math.min(Math.max(scale.toPx(ms), 0), widthPx);
	const sides = [
		{ side: before, box: first, toRight: scale.rtl, edge: edgeAt(domain.start) },
		{ side: after, box: last, toRight: !scale.rtl, edge: edgeAt(domain.end) }
	];
	for (const { side, box, toRight, edge } of sides) {
		if (box === undefined || side === 'none') continue;
		const sign = toRight ? 1 : -1;
		const begin = toRight
			? Math.max(box.x + radius, box.bar?.x1 ?? 0)
			: Math.min(box.x - radius, box.bar?.x0 ?? Infinity);
		if (side === 'open') {
			const tip = edge - sign * 1;
			if (sign * (tip - box.x) < 0) continue;
			lines.push({ x0: Math.min(box.x, tip), x1: Math.max(box.x, tip), kind: 'run' });
			arrows.push({ x: tip, toRight });
		} else {
			const room = Math.max(2, Math.min(TAIL_PX, Math.abs(edge - begin) - QUERY_PX - 2));
			const end = begin + sign * room;
			lines.push({ x0: Math.min(begin, end), x1: Math.max(begin, end), kind: 'unknown' });
			queries.push({ x: end + sign * (QUERY_PX / 2 + 1), large: true });
		}
	}
	const isNear = ({ x }: { readonly x: number }): boolean => x >= -OUTSIDE_PX && x <= widthPx + OUTSIDE_PX;
	const cut = <T extends Extent>(extents: readonly T[], outside = OUTSIDE_PX): readonly T[] =>
		extents.flatMap((extent) => {
			const [x0, x1] = [Math.max(extent.x0, -outside), Math.min(extent.x1, widthPx + outside)];
			return x0 < x1 ? [{ ...extent, x0, x1 }] : [];
		});
	const seen = {
		bars: cut(boxes.flatMap(({ bar }) => (bar === null ? [] : [bar]))),
		lines: cut(lines),
		signs: signed.map(({ x, piece }) => ({ x, claimed: piece.claimed })).filter(isNear),
		caps: (isRun ? boxes.slice(1) : []).filter(isNear).map(({ x }) => x),
		queries: queries.filter(isNear),
		arrows: arrows.filter(isNear)
	};
	const extents = [
		...seen.bars,
		...seen.lines,
		...seen.signs.map(({ x }) => ({ x0: x - radius, x1: x + radius })),
		...seen.caps.map((x) => ({ x0: x - 3, x1: x + 3 })),
		...seen.queries.map(({ x }) => ({ x0: x - QUERY_PX / 2, x1: x + QUERY_PX / 2 })),
		...seen.arrows.map(({ x, toRight }) => ({ x0: toRight ? x - ARROW_PX : x, x1: toRight ? x : x + ARROW_PX }))
	];
	if (extents.every(({ x0, x1 }) => x1 < 0 || x0 > widthPx)) return null;
	const inner = innerOf(cut(lines, 0), seen.bars, seen.queries, radius, widthPx);
	return { id, extent: around(extents), ...seen, inner };
}

/** The part of a long line that is free of bars, signs and question marks. */
function innerOf(
	lines: readonly Line[],
	bars: readonly Bar[],
	queries: readonly { readonly x: number }[],
	radius: number,
	widthPx: number
): Extent | null {
	const run = lines.find(({ kind }) => kind === 'run');
	if (run === undefined) return insideBar(bars, widthPx);
	const middle = (run.x0 + run.x1) / 2;
	let x0 = run.x0 + radius + 2;
	let x1 = run.x1 - radius - ARROW_PX;
	for (const taken of [...bars, ...queries.map(({ x }) => ({ x0: x - QUERY_PX, x1: x + QUERY_PX }))]) {
		if (taken.x0 <= middle && taken.x1 >= middle) return null;
		if (taken.x1 <= middle) x0 = Math.max(x0, taken.x1);
		else x1 = Math.min(x1, taken.x0);
	}
	return x1 > x0 ? { x0, x1 } : null;
}

/** A bar so wide that beside it there may be no room: its words stand inside, clear of its sign. */
function insideBar(bars: readonly Bar[], widthPx: number): Extent | null {
	const [bar] = bars;
	if (bars.length !== 1 || bar === undefined) return null;
	const [x0, x1] = [Math.max(0, bar.x0), Math.min(widthPx, bar.x1)];
	if (x1 - x0 < widthPx * WIDE_SHARE) return null;
	const sign = (bar.x0 + bar.x1) / 2;
	const sides = [
		{ x0, x1: Math.min(x1, sign - SIGN_PX) },
		{ x0: Math.max(x0, sign + SIGN_PX), x1 }
	];
	return sides.find((side) => side.x1 - side.x0 >= (x1 - x0) / 3) ?? null;
}

interface Box {
	readonly piece: Piece;
	/** Where its sign stands. */
	readonly x: number;
	readonly bar: Bar | null;
}

function boxOf(piece: Piece, scale: TimeScale, radius: number): Box {
	const x = (scale.toPx(piece.start) + scale.toPx(piece.end)) / 2;
	// Come near enough, a day is as wide as the day: it happened some time within.
	const isDeep = !isWhole(scale) && Math.abs(scale.toPx(piece.end) - scale.toPx(piece.start)) > DEEP_PX;
	if (piece.kind === 'point' && !isDeep) {
		if (!piece.approximate) return { piece, x, bar: null };
		return { piece, x, bar: { x0: x - 2.5 * radius, x1: x + 2.5 * radius, faded: true, claimed: piece.claimed } };
	}
	const span = fadedSpan(piece);
	const [a, b] = [scale.toPx(span.start), scale.toPx(span.end)];
	// A period stays wider than its sign, else a month would pass for a day.
	const whole = Math.abs(b - a) / 2;
	// Two that follow each other stand side by side in one lane.
	const half = Math.max(whole > ROOMY_PX ? whole - INSET_PX : whole, radius + 3);
	const middle = (a + b) / 2;
	return { piece, x, bar: { x0: middle - half, x1: middle + half, faded: piece.approximate, claimed: piece.claimed } };
}

function around(extents: readonly Extent[]): Extent {
	return { x0: Math.min(...extents.map(({ x0 }) => x0)), x1: Math.max(...extents.map(({ x1 }) => x1)) };
}
