import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LngLat } from '$lib/core/model.ts';
import { arrowHead, bend, greatCircle, lengthOf, swingOf } from '$lib/map/arcs.ts';
import { toLngLat, toWorld, type ScreenPoint } from '$lib/map/projection.ts';

const DAMASCUS: LngLat = [36.2765, 33.5138];
const NEW_YORK: LngLat = [-73.968, 40.7489];

type Vector = readonly [number, number, number];

function toVector([lng, lat]: LngLat): Vector {
	const [lambda, phi] = [(lng * Math.PI) / 180, (lat * Math.PI) / 180];
	return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}

/** Degrees by which a point lies off the great circle through two others. */
function offCircle(a: LngLat, b: LngLat, point: LngLat): number {
	const [[ax, ay, az], [bx, by, bz], [px, py, pz]] = [toVector(a), toVector(b), toVector(point)];
	const normal: Vector = [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx];
	const length = Math.hypot(...normal);
	return Math.abs(Math.asin((normal[0] * px + normal[1] * py + normal[2] * pz) / length) * 180) / Math.PI;
}

const lngLat = fc.tuple(
	fc.double({ min: -180, max: 180, noNaN: true }),
	fc.double({ min: -80, max: 80, noNaN: true })
) satisfies fc.Arbitrary<LngLat>;

describe('great circles', () => {
	test('from Damascus to New York the way leads over the north of France, not over the Atlantic’s middle', () => {
		const points = greatCircle(DAMASCUS, NEW_YORK).map(toLngLat);
		expect(points[0]).toEqual([expect.closeTo(DAMASCUS[0], 9), expect.closeTo(DAMASCUS[1], 9)]);
		expect(points.at(-1)).toEqual([expect.closeTo(NEW_YORK[0], 9), expect.closeTo(NEW_YORK[1], 9)]);
		for (const point of points) expect(offCircle(DAMASCUS, NEW_YORK, point)).toBeLessThan(1e-6);
		expect(Math.max(...points.map(([, lat]) => lat))).toBeGreaterThan(52);
		expect(points.length).toBeGreaterThan(60);
	});

	test('every point of every way lies on its circle, and no step jumps round the world', () => {
		fc.assert(
			fc.property(lngLat, lngLat, (a, b) => {
				const [start, end] = [toVector(a), toVector(b)];
				const cos = start[0] * end[0] + start[1] * end[1] + start[2] * end[2];
				fc.pre(Math.abs(cos) < 0.9999);
				const points = greatCircle(a, b);
				points.forEach((point, i) => {
					// Next to a pole the projection ends, and the line runs along its edge.
					if (point.y > 0 && point.y < 1) expect(offCircle(a, b, toLngLat(point))).toBeLessThan(1e-4);
					const before = points[i - 1];
					if (before !== undefined) expect(Math.abs(point.x - before.x)).toBeLessThan(0.5);
				});
			})
		);
	});

	test('across the antimeridian the line runs on', () => {
		const points = greatCircle([170, -17], [-170, -17]);
		expect(points[0]?.x).toBeCloseTo(350 / 360, 9);
		expect(points.at(-1)?.x).toBeCloseTo(370 / 360, 9);
		const back = greatCircle([-170, -17], [170, -17]);
		expect(back.at(-1)?.x).toBeCloseTo(-10 / 360, 9);
	});

	test('the same point, and two opposite ones, still give a line', () => {
		for (const [a, b] of [
			[DAMASCUS, DAMASCUS],
			[
				[10, 20],
				[-170, -20]
			]
		] as const) {
			const points = greatCircle(a, b);
			expect(points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
			expect(points[0]).toEqual(toWorld(a));
		}
	});
});

describe('lines between marks', () => {
	const straight = Array.from({ length: 41 }, (_, i) => ({ x: i * 10, y: 0 }));
	const at = (x: number, y: number, r: number, dx = 0, dy = 0) => ({ x, y, dx, dy, r });
	const distance = (a: ScreenPoint | undefined, b: ScreenPoint): number =>
		Math.hypot((a?.x ?? NaN) - b.x, (a?.y ?? NaN) - b.y);

	test('begin and end at the edges of the marks, where the marks are drawn', () => {
		const [from, to] = [at(0, 0, 20, 6, -30), at(400, 0, 10, -8, 25)];
		const line = bend(straight, from, to, 0);
		const [start, end] = [
			{ x: 6, y: -30 },
			{ x: 392, y: 25 }
		];
		expect(distance(line[0], start)).toBeCloseTo(23, 1);
		expect(distance(line.at(-1), end)).toBeCloseTo(13, 1);
		for (const point of line) {
			expect(distance(point, start)).toBeGreaterThan(22.9);
			expect(distance(point, end)).toBeGreaterThan(12.9);
		}
	});

	test('run to the very end where there is no mark', () => {
		expect(bend(straight, at(0, 0, -1), at(400, 0, -1), 0)).toEqual(straight);
	});

	test('are not drawn where marks leave no room', () => {
		expect(bend(straight, at(0, 0, 300), at(400, 0, 300), 0)).toEqual([]);
	});

	test('swing out by what is asked, to the left of the way', () => {
		const line = bend(straight, at(0, 0, 0), at(400, 0, 0), 40);
		expect(Math.min(...line.map(({ y }) => y))).toBeCloseTo(-40, 6);
		const back = bend(straight.toReversed(), at(400, 0, 0), at(0, 0, 0), 40);
		expect(Math.max(...back.map(({ y }) => y))).toBeCloseTo(40, 6);
	});

	test('several between two places fan out evenly about the middle, one alone does not swing', () => {
		expect(swingOf(0, 1, 300)).toBe(0);
		for (const lanes of [2, 3, 4, 9]) {
			const swings = Array.from({ length: lanes }, (_, lane) => swingOf(lane, lanes, 300));
			expect(swings.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 9);
			const steps = swings.slice(1).map((swing, i) => swing - (swings[i] ?? NaN));
			for (const step of steps) expect(step).toBeCloseTo(steps[0] ?? NaN, 9);
			expect(steps[0]).toBeGreaterThanOrEqual(12);
		}
	});

	test('hundreds between two places stay within a fan', () => {
		for (const chord of [20, 300, 2000]) {
			expect(Math.abs(swingOf(0, 400, chord))).toBeLessThanOrEqual(Math.max(chord * 0.6, 18));
		}
	});
});

describe('the head of an arrow', () => {
	test('points where the line goes, and the line stops at its base', () => {
		const line = Array.from({ length: 11 }, (_, i) => ({ x: 0, y: i * 10 }));
		const { d, shaft } = arrowHead(line);
		expect(d).toBe('M0.0 100.0L-4.0 91.0L4.0 91.0Z');
		expect(lengthOf(shaft)).toBeCloseTo(91, 1);
	});

	test('is left out where there is no room for it', () => {
		const line = [
			{ x: 0, y: 0 },
			{ x: 8, y: 0 }
		];
		expect(arrowHead(line)).toEqual({ d: '', shaft: line });
		expect(arrowHead([])).toEqual({ d: '', shaft: [] });
	});
});
