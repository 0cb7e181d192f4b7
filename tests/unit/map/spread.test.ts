import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toWorld } from '$lib/map/projection.ts';
import { spread, type Disc } from '$lib/map/spread.ts';

const GAP = 4;
/** px by which two may be nearer than the gap. */
const TOLERANCE = 0.3;

const disc = fc.record({
	x: fc.double({ min: 0, max: 300, noNaN: true }),
	y: fc.double({ min: 0, max: 200, noNaN: true }),
	r: fc.double({ min: 5, max: 30, noNaN: true })
});
const discs = fc.array(disc, { maxLength: 40 });

function nearest(placed: readonly Disc[]): number {
	let least = Infinity;
	placed.forEach((a, i) => {
		for (const b of placed.slice(i + 1)) least = Math.min(least, Math.hypot(a.x - b.x, a.y - b.y) - a.r - b.r);
	});
	return least;
}

function placed(given: readonly Disc[]): readonly Disc[] {
	return spread(given, GAP).map(({ x, y }, i) => ({ x, y, r: given[i]?.r ?? 0 }));
}

describe('spreading marks apart', () => {
	test('no two overlap, however crowded', () => {
		fc.assert(
			fc.property(discs, (given) => {
				expect(nearest(placed(given))).toBeGreaterThanOrEqual(GAP - TOLERANCE);
			})
		);
	});

	test('C15 two hundred at one point find room too', () => {
		const given = Array.from({ length: 200 }, (_, i) => ({ x: 100, y: 100, r: 8 + (i % 5) }));
		const result = placed(given);
		expect(nearest(result)).toBeGreaterThanOrEqual(GAP - TOLERANCE);
		// A disc of the same area, packed loosely.
		const area = given.reduce((sum, { r }) => sum + (2 * (r + GAP)) ** 2, 0);
		const reach = Math.max(...result.map(({ x, y }) => Math.hypot(x - 100, y - 100)));
		expect(reach).toBeLessThan(Math.sqrt(area));
	});

	test('none goes further than all of them side by side would reach', () => {
		fc.assert(
			fc.property(discs, (given) => {
				const reach = given.reduce((sum, { r }) => sum + 2 * r + GAP, 0);
				spread(given, GAP).forEach(({ x, y }, i) => {
					const { x: trueX, y: trueY } = given[i] ?? { x, y };
					expect(Math.hypot(x - trueX, y - trueY)).toBeLessThanOrEqual(reach);
				});
			})
		);
	});

	test('where nothing overlaps, all stay exactly in place', () => {
		fc.assert(
			fc.property(discs, (given) => {
				const apart = given.map((item, i) => ({ ...item, x: item.x + i * 400 }));
				expect(spread(apart, GAP)).toEqual(apart.map(({ x, y }) => ({ x, y })));
			})
		);
	});

	test('one that is alone stays exactly in place beside a crowd', () => {
		const alone = { x: 900, y: 40, r: 20 };
		const crowd = Array.from({ length: 12 }, (_, i) => ({ x: 100 + i, y: 100, r: 14 }));
		expect(spread([...crowd, alone], GAP).at(-1)).toEqual({ x: 900, y: 40 });
	});

	test('moving the map moves all of them alike', () => {
		fc.assert(
			fc.property(discs, fc.integer({ min: -2000, max: 2000 }), (given, by) => {
				const before = spread(given, GAP);
				const after = spread(
					given.map((item) => ({ ...item, x: item.x + by, y: item.y - by })),
					GAP
				);
				after.forEach(({ x, y }, i) => {
					expect(x - by).toBeCloseTo(before[i]?.x ?? NaN, 2);
					expect(y + by).toBeCloseTo(before[i]?.y ?? NaN, 2);
				});
			})
		);
	});

	test('the three places of Syria glide from world zoom to street zoom, each on its side of the others', () => {
		const world = [
			{ ...toWorld([36.2765, 33.5138]), r: 28 },
			{ ...toWorld([35.9487, 35.4011]), r: 14 },
			{ ...toWorld([35.874, 34.915]), r: 14 },
			{ ...toWorld([37.6173, 55.7558]), r: 23 }
		];
		let last: readonly { x: number; y: number }[] | null = null;
		for (let zoom = 0; zoom <= 9; zoom += 0.02) {
			const scale = 512 * 2 ** zoom;
			const given = world.map(({ x, y, r }) => ({ x: (x - 0.6) * scale, y: (y - 0.4) * scale, r }));
			const now = spread(given, GAP).map(({ x, y }, i) => ({ x: x - (given[i]?.x ?? 0), y: y - (given[i]?.y ?? 0) }));
			const before: typeof now = last === null ? now : [...last];
			now.forEach(({ x, y }, i) => {
				const jump = Math.hypot(x - (before[i]?.x ?? x), y - (before[i]?.y ?? y));
				expect(jump, `place ${i} at zoom ${zoom.toFixed(2)}`).toBeLessThan(6);
			});
			last = now;
		}
		expect(last?.every(({ x, y }) => x === 0 && y === 0)).toBe(true);
	});
});
