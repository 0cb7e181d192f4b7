import type { LngLat } from '$lib/core/model.ts';
import { toWorld, type ScreenPoint, type WorldPoint } from './projection.ts';

const RADIANS = Math.PI / 180;
/** px from one line to the next between the same two places, in their middle. */
const LANE_PX = { least: 12, most: 46 };
const LANE_OF_CHORD = 0.15;
/** Of the chord: how far the outermost line may swing out. */
const MAX_SWING = 0.6;
/** px that stay free between a line and the mark it begins or ends at. */
const MARK_GAP = 3;
const HEAD = { length: 9, width: 8 };

/**
 * Points along the great circle from `a` to `b`, both included, denser the longer it is. One unbroken line: across the
 * antimeridian x runs on beyond 0 or 1.
 */
export function greatCircle(a: LngLat, b: LngLat): readonly WorldPoint[] {
	const [from, to] = [toVector(a), toVector(b)];
	const angle = Math.atan2(Math.hypot(...cross(from, to)), dot(from, to));
	const steps = Math.min(Math.max(Math.ceil(angle / RADIANS), 12), 90);
	const points: WorldPoint[] = [];
	for (let step = 0; step <= steps; step++) {
		const share = step / steps;
		const at = step === 0 ? a : step === steps ? b : between(from, to, angle, share, a, b);
		const point = toWorld(at);
		const last = points.at(-1);
		points.push(last === undefined ? point : { x: point.x + Math.round(last.x - point.x), y: point.y });
	}
	return points;
}

/** The two ends of a line as they are drawn. px. */
export interface End extends ScreenPoint {
	/** Where the mark is drawn less where its place is. */
	readonly dx: number;
	readonly dy: number;
	/** Of the mark; negative when no mark is there, and the line runs on to its very end. */
	readonly r: number;
}

/**
 * Draws a line between two marks where they really are: its ends follow marks that were moved aside, and it begins and
 * ends at their edges. Ties between the same two places swing out to different sides.
 *
 * @param line From `from` to `to`, px, between the true places.
 * @param swing px from the line in its middle, to the left of the way from `from` to `to`.
 * @returns The points to draw; empty when the marks leave no room for a line.
 */
export function bend(line: readonly ScreenPoint[], from: End, to: End, swing: number): readonly ScreenPoint[] {
	const [dx, dy] = [to.x + to.dx - from.x - from.dx, to.y + to.dy - from.y - from.dy];
	const chord = Math.hypot(dx, dy);
	const [leftX, leftY] = chord === 0 ? [0, 0] : [dy / chord, -dx / chord];
	const last = Math.max(line.length - 1, 1);
	const drawn = line.map(({ x, y }, i) => {
		const t = i / last;
		const [first, second] = [(1 - t) ** 2, t ** 2];
		const bow = swing * 4 * t * (1 - t);
		return {
			x: x + from.dx * first + to.dx * second + leftX * bow,
			y: y + from.dy * first + to.dy * second + leftY * bow
		};
	});
	const start = { x: from.x + from.dx, y: from.y + from.dy, r: from.r };
	const end = { x: to.x + to.dx, y: to.y + to.dy, r: to.r };
	return outside(outside(drawn, start).toReversed(), end).toReversed();
}

/** How far a lane swings out, px, to the left of the way from the place whose id comes first. */
export function swingOf(lane: number, lanes: number, chordPx: number): number {
	if (lanes < 2) return 0;
	const step = Math.min(Math.max(chordPx * LANE_OF_CHORD, LANE_PX.least), LANE_PX.most);
	const widest = Math.max(MAX_SWING * chordPx, LANE_PX.least * 1.5);
	const fitting = Math.min(step, (2 * widest) / (lanes - 1));
	return (lane - (lanes - 1) / 2) * fitting;
}

/** The head of an arrow at the end of a line, as an SVG path; the line itself is to stop at its base. */
export function arrowHead(line: readonly ScreenPoint[]): {
	readonly d: string;
	readonly shaft: readonly ScreenPoint[];
} {
	const tip = line.at(-1);
	if (tip === undefined || lengthOf(line) < HEAD.length * 1.5) return { d: '', shaft: line };
	const shaft = outside(line.toReversed(), { ...tip, r: HEAD.length - MARK_GAP }).toReversed();
	const base = shaft.at(-1) ?? tip;
	const length = Math.hypot(tip.x - base.x, tip.y - base.y);
	if (length === 0) return { d: '', shaft: line };
	const [ux, uy] = [(tip.x - base.x) / length, (tip.y - base.y) / length];
	const half = HEAD.width / 2;
	const corners = [
		tip,
		{ x: base.x - uy * half, y: base.y + ux * half },
		{ x: base.x + uy * half, y: base.y - ux * half }
	];
	return { d: `${toPath(corners)}Z`, shaft };
}

/** `d` of an SVG path. */
export function toPath(points: readonly ScreenPoint[]): string {
	return points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
}

export function lengthOf(line: readonly ScreenPoint[]): number {
	return line.reduce((sum, { x, y }, i) => {
		const before = line[i - 1];
		return before === undefined ? 0 : sum + Math.hypot(x - before.x, y - before.y);
	}, 0);
}

/** The part of a line from where it leaves a circle about its beginning. */
function outside(
	line: readonly ScreenPoint[],
	{ x, y, r }: ScreenPoint & { readonly r: number }
): readonly ScreenPoint[] {
	const reach = r + MARK_GAP;
	if (r < 0) return line;
	const distance = (point: ScreenPoint): number => Math.hypot(point.x - x, point.y - y);
	const first = line.findLastIndex((point) => distance(point) < reach) + 1;
	const [inner, outer] = [line[first - 1], line[first]];
	if (outer === undefined) return [];
	if (inner === undefined) return line;
	// Where the piece crosses the circle: halving is exact enough after a dozen steps, and needs no case of its own.
	let [low, high] = [0, 1];
	const at = (t: number): ScreenPoint => ({
		x: inner.x + (outer.x - inner.x) * t,
		y: inner.y + (outer.y - inner.y) * t
	});
	for (let i = 0; i < 12; i++) {
		const middle = (low + high) / 2;
		if (distance(at(middle)) < reach) low = middle;
		else high = middle;
	}
	return [at(high), ...line.slice(first)];
}

type Vector = readonly [number, number, number];

function toVector([lng, lat]: LngLat): Vector {
	const [lambda, phi] = [lng * RADIANS, lat * RADIANS];
	return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}

function between(from: Vector, to: Vector, angle: number, share: number, a: LngLat, b: LngLat): LngLat {
	const sin = Math.sin(angle);
	// The same point, or its antipode, from which every way is a great circle: straight on in degrees.
	if (sin < 1e-9) return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
	const [p, q] = [Math.sin((1 - share) * angle) / sin, Math.sin(share * angle) / sin];
	const [x, y, z] = [from[0] * p + to[0] * q, from[1] * p + to[1] * q, from[2] * p + to[2] * q];
	return [Math.atan2(y, x) / RADIANS, Math.atan2(z, Math.hypot(x, y)) / RADIANS];
}

function dot(a: Vector, b: Vector): number {
	return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function cross(a: Vector, b: Vector): Vector {
	return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}
