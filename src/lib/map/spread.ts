import type { ScreenPoint } from './projection.ts';

/** A circle at its true place. px. */
export interface Disc extends ScreenPoint {
	readonly r: number;
}

interface Body {
	x: number;
	y: number;
	readonly r: number;
	/** The heavier gives way the less. */
	readonly weight: number;
}

const MAX_ROUNDS = 160;
/** px by which two may still be nearer than asked for. */
const TOLERANCE = 0.25;
/** Turns no two circles in a row into the same direction. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Moves circles apart until none overlaps another; one that is alone stays exactly where it is. The same circles always
 * come to the same places, wherever the whole stands on screen; and a small change of scale moves them a little only.
 *
 * Overlapping pairs push each other along the line between them until nothing overlaps. A crowd too dense to settle in
 * time is finished off by setting the rest on the nearest free spot.
 *
 * @param gap px between two circles at least.
 * @returns Where each circle's centre is drawn, in the order given.
 */
export function spread(discs: readonly Disc[], gap: number): readonly ScreenPoint[] {
	const origin = discs[0] ?? { x: 0, y: 0 };
	// Relative to the first and rounded, so that where the whole stands turns no direction by a rounding error.
	const starts = discs.map(({ x, y }) => ({ x: round(x - origin.x), y: round(y - origin.y) }));
	const bodies = discs.map(({ r }, i): Body => ({ ...(starts[i] ?? origin), r, weight: r * r }));
	for (let turn = 0; turn < MAX_ROUNDS; turn++) if (!pushApart(bodies, gap)) break;
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

/** One round; false when nothing overlapped any more. */
function pushApart(bodies: readonly Body[], gap: number): boolean {
	let worst = 0;
	bodies.forEach((a, i) => {
		for (let j = i + 1; j < bodies.length; j++) {
			const b = bodies[j];
			if (b === undefined) continue;
			const reach = a.r + b.r + gap;
			let [dx, dy] = [b.x - a.x, b.y - a.y];
			if (Math.abs(dx) >= reach || Math.abs(dy) >= reach) continue;
			let distance = Math.hypot(dx, dy);
			const overlap = reach - distance;
			if (overlap <= 0) continue;
			worst = Math.max(worst, overlap);
			if (distance < 1e-9) {
				[dx, dy, distance] = [Math.cos(j * GOLDEN_ANGLE), Math.sin(j * GOLDEN_ANGLE), 1];
			}
			const share = overlap / distance / (a.weight + b.weight);
			a.x -= dx * share * b.weight;
			a.y -= dy * share * b.weight;
			b.x += dx * share * a.weight;
			b.y += dy * share * a.weight;
		}
	});
	return worst > TOLERANCE;
}

/** Largest first: each stays where it is if it can, else goes to the nearest free spot on ever wider rings. */
function settle(bodies: readonly Body[], gap: number): void {
	const placed: Body[] = [];
	const isFree = (x: number, y: number, r: number): boolean =>
		placed.every((other) => Math.hypot(other.x - x, other.y - y) >= other.r + r + gap - TOLERANCE);
	for (const body of bodies.toSorted((a, b) => b.r - a.r)) {
		const { x, y, r } = body;
		for (let ring = 1; !isFree(body.x, body.y, r); ring++) {
			const distance = (ring * r) / 2;
			const steps = 6 * ring;
			for (let step = 0; step < steps; step++) {
				const angle = (step / steps) * 2 * Math.PI;
				body.x = x + Math.cos(angle) * distance;
				body.y = y + Math.sin(angle) * distance;
				if (isFree(body.x, body.y, r)) break;
			}
		}
		placed.push(body);
	}
}
