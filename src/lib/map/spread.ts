import type { ScreenPoint } from './projection.ts';

/** A circle at its true place. px. */
export interface Disc extends ScreenPoint {
	readonly r: number;
}

interface Body {
	readonly index: number;
	x: number;
	y: number;
	readonly r: number;
	/** The heavier gives way the less. */
	readonly weight: number;
}

/** How finely circles are grown: by which factor from size to size, with how many rounds at each and at the last. */
const FINE = { growth: 1.2, rounds: 6, lastRounds: 120 };
/** For a crowd, which is drawn anew in every frame of a zoom, and in which nobody follows a single one. */
const COARSE = { growth: 1.5, rounds: 2, lastRounds: 40 };
const CROWD = 60;
/** Of the full size: even circles at one point have something to begin with. */
const LEAST_SIZE = 1 / 256;
/** After so many rounds it is looked up again who is near whom: nearer than so many times their reach. */
const ROUNDS_PER_LOOK = 10;
const NEAR = 1.6;
/** px by which two may still be nearer than asked for. */
const TOLERANCE = 0.25;
/** Turns no two circles in a row into the same direction. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Moves circles apart until none overlaps another; one that is alone stays exactly where it is. The same circles always
 * come to the same places, wherever the whole stands on screen; and a small change of scale moves them a little only.
 *
 * The circles grow from a size at which none overlaps, pushing each other along the line between them as they go: so each
 * keeps the side of the others on which it really is. A crowd too dense to settle in time is finished off by setting the
 * rest on the nearest free spot.
 *
 * @param gap px between two circles at least.
 * @returns Where each circle's centre is drawn, in the order given.
 */
export function spread(discs: readonly Disc[], gap: number): readonly ScreenPoint[] {
	const origin = discs[0] ?? { x: 0, y: 0 };
	// Relative to the first and rounded, so that where the whole stands turns no direction by a rounding error.
	const starts = discs.map(({ x, y }) => ({ x: round(x - origin.x), y: round(y - origin.y) }));
	const bodies = discs.map(({ r }, index): Body => ({ ...(starts[index] ?? origin), r, weight: r * r, index }));
	pushApart(bodies, gap);
	settle(bodies, gap);
	return discs.map(({ x, y }, i) => {
		const [body, start] = [bodies[i], starts[i]];
		if (body === undefined || start === undefined) return { x, y };
		return { x: x + (body.x - start.x), y: y + (body.y - start.y) };
	});
}

/** To 1/1024 px. */
function round(px: number): number {
	return Math.round(px * 1024) / 1024;
}

function pushApart(bodies: readonly Body[], gap: number): void {
	const { growth, rounds, lastRounds } = bodies.length < CROWD ? FINE : COARSE;
	let size = Math.max(freeSize(bodies, gap), LEAST_SIZE);
	while (size < 1) {
		size = Math.min(size * growth, 1);
		relax(bodies, gap, size, size < 1 ? rounds : lastRounds);
	}
}

/** The largest size, as a share of the full one, at which nothing overlaps. */
function freeSize(bodies: readonly Body[], gap: number): number {
	let size = 1;
	bodies.forEach((a, i) => {
		for (const b of bodies.slice(i + 1)) {
			size = Math.min(size, Math.hypot(b.x - a.x, b.y - a.y) / (a.r + b.r + gap));
		}
	});
	return size;
}

/** Rounds of pushing at one size, until nothing overlaps or the rounds are used up. */
function relax(bodies: readonly Body[], gap: number, size: number, rounds: number): void {
	let pairs: readonly Pair[] = [];
	for (let round = 0; round < rounds; round++) {
		if (round % ROUNDS_PER_LOOK === 0) pairs = nearPairs(bodies, gap, size);
		let worst = 0;
		for (const { a, b, reach } of pairs) worst = Math.max(worst, push(a, b, reach));
		if (worst <= TOLERANCE * size) return;
	}
}

interface Pair {
	readonly a: Body;
	readonly b: Body;
	/** px from middle to middle that they are to be apart. */
	readonly reach: number;
}

/** Every pair that may meet in the rounds until the next look, always in the same order. */
function nearPairs(bodies: readonly Body[], gap: number, size: number): readonly Pair[] {
	const pairs: Pair[] = [];
	bodies.forEach((a, i) => {
		for (let j = i + 1; j < bodies.length; j++) {
			const b = bodies[j];
			if (b === undefined) continue;
			const reach = (a.r + b.r + gap) * size;
			const near = reach * NEAR;
			if (Math.abs(b.x - a.x) < near && Math.abs(b.y - a.y) < near) pairs.push({ a, b, reach });
		}
	});
	return pairs;
}

/** Moves two `reach` px apart, the lighter one further; returns by how much they were nearer. */
function push(a: Body, b: Body, reach: number): number {
	let [dx, dy] = [b.x - a.x, b.y - a.y];
	if (Math.abs(dx) >= reach || Math.abs(dy) >= reach) return 0;
	let distance = Math.hypot(dx, dy);
	const overlap = reach - distance;
	if (overlap <= 0) return 0;
	if (distance < 1e-9) {
		const angle = Math.max(a.index, b.index) * GOLDEN_ANGLE;
		[dx, dy, distance] = [Math.cos(angle), Math.sin(angle), 1];
	}
	const share = overlap / distance / (a.weight + b.weight);
	a.x -= dx * share * b.weight;
	a.y -= dy * share * b.weight;
	b.x += dx * share * a.weight;
	b.y += dy * share * a.weight;
	return overlap;
}

/** Largest first: each stays where it is if it can, else goes to the nearest free spot on ever wider rings. */
function settle(bodies: readonly Body[], gap: number): void {
	const cellPx = 2 * Math.max(1, ...bodies.map(({ r }) => r)) + gap;
	const cells = new Map<number, Body[]>();
	const keyOf = (column: number, row: number): number => column * 65_536 + row;
	const cellOf = (px: number): number => Math.floor(px / cellPx);
	const isHit = (others: readonly Body[] | undefined, x: number, y: number, r: number): boolean => {
		if (others === undefined) return false;
		return others.some((other) => Math.hypot(other.x - x, other.y - y) < other.r + r + gap - TOLERANCE);
	};
	const isFree = (x: number, y: number, r: number): boolean => {
		const [column, row] = [cellOf(x), cellOf(y)];
		for (let i = column - 1; i <= column + 1; i++) {
			for (let j = row - 1; j <= row + 1; j++) if (isHit(cells.get(keyOf(i, j)), x, y, r)) return false;
		}
		return true;
	};
	for (const body of bodies.toSorted((a, b) => b.r - a.r || a.index - b.index)) {
		const { x, y, r } = body;
		for (let ring = 1; !isFree(body.x, body.y, r); ring++) {
			const steps = 6 * ring;
			for (let step = 0; step < steps; step++) {
				const angle = (step / steps) * 2 * Math.PI;
				body.x = x + (Math.cos(angle) * ring * r) / 2;
				body.y = y + (Math.sin(angle) * ring * r) / 2;
				if (isFree(body.x, body.y, r)) break;
			}
		}
		const key = keyOf(cellOf(body.x), cellOf(body.y));
		const others = cells.get(key);
		if (others === undefined) cells.set(key, [body]);
		else others.push(body);
	}
}
