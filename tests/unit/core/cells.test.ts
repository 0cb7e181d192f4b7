import { expect, test } from 'vitest';
import { cellsAt, LAST_LEVEL, mortonCode, orderPlaces, splitLevel } from '$lib/core/cells.ts';
import type { LngLat } from '$lib/core/model.ts';
import { mulberry32 } from '../../support/random.ts';

/** Degrees straight to units: what the projection is does not matter here. */
const toWorld = ([lng, lat]: LngLat) => ({ x: (lng + 180) / 360, y: (90 - lat) / 180 });

/** Random places, some at one point, some nowhere. */
function made(seed: number, size: number) {
	const random = mulberry32(seed);
	const points: (LngLat | null)[] = [];
	for (let i = 0; i < size; i++) {
		const again = points[Math.floor(random() * i)];
		if (random() < 0.1) points.push(null);
		else if (random() < 0.2 && again) points.push(again);
		else points.push([random() * 360 - 180, random() * 180 - 90]);
	}
	return {
		points,
		order: orderPlaces(
			points.map((point) => ({ point })),
			toWorld
		)
	};
}

/** The same by a map from the column and row of a cell to its places. */
function bruteForce(points: readonly (LngLat | null)[], level: number): ReadonlyMap<string, readonly number[]> {
	const cells = new Map<string, number[]>();
	points.forEach((point, index) => {
		if (point === null) return;
		const { x, y } = toWorld(point);
		const side = (unit: number) => Math.min(Math.floor((unit === 1 ? 0 : unit) * 2 ** level), 2 ** level - 1);
		const key = `${side(x)} ${Math.min(Math.floor(y * 2 ** level), 2 ** level - 1)}`;
		cells.set(key, [...(cells.get(key) ?? []), index]);
	});
	return cells;
}

test('the bits of a code are those of the column and the row, in turn', () => {
	expect(mortonCode(0, 0)).toBe(0);
	expect(mortonCode(1 - 2 ** -16, 1 - 2 ** -16)).toBe(2 ** 32 - 1);
	expect(mortonCode(0.5, 0)).toBe(2 ** 30);
	expect(mortonCode(0, 0.5)).toBe(2 ** 31);
	expect(mortonCode(2 ** -16, 2 ** -15)).toBe(0b1001);
	expect(mortonCode(-3, 7), 'beyond the world').toBe(mortonCode(0, 1));
});

test('at every level each placed place is in one cell, the one in which it lies', () => {
	for (const seed of [1, 2, 3]) {
		const { points, order } = made(seed, 300);
		expect([...order.place].sort((a, b) => a - b)).toEqual(points.flatMap((point, i) => (point === null ? [] : [i])));
		for (let level = 0; level <= LAST_LEVEL; level++) {
			const cells = cellsAt(order, level);
			const found = Array.from({ length: cells.size }, (_, i) =>
				[...order.place.slice(cells.at[i], cells.at[i + 1])].sort((a, b) => a - b)
			);
			const byFirst = (a: readonly number[], b: readonly number[]) => (a[0] ?? 0) - (b[0] ?? 0);
			expect(found.toSorted(byFirst)).toEqual([...bruteForce(points, level).values()].toSorted(byFirst));
		}
	}
});

test('a place alone is drawn where it is, several well inside their cell', () => {
	const { order } = made(7, 400);
	for (const level of [0, 2, 5, 16]) {
		const cells = cellsAt(order, level);
		for (let i = 0; i < cells.size; i++) {
			const [from = 0, to = 0] = [cells.at[i], cells.at[i + 1]];
			const [x = NaN, y = NaN] = [cells.x[i], cells.y[i]];
			if (to - from === 1) {
				expect([x, y]).toEqual([order.x[from], order.y[from]]);
				continue;
			}
			for (const [drawn, own] of [
				[x, order.x[from] ?? 0],
				[y, order.y[from] ?? 0]
			] as const) {
				const within = drawn * 2 ** level - Math.floor(own * 2 ** level);
				expect(within).toBeGreaterThanOrEqual(0.25 - 1e-9);
				expect(within).toBeLessThanOrEqual(0.75 + 1e-9);
			}
		}
	}
});

test('a cell splits at the level that is said, and not before; places at one point never do', () => {
	const { order } = made(8, 300);
	const cells = cellsAt(order, 2);
	for (let i = 0; i < cells.size; i++) {
		const [from = 0, to = 0] = [cells.at[i], cells.at[i + 1]];
		const level = splitLevel(order, from, to);
		const together = (at: number) => {
			const finer = cellsAt(order, at);
			return [...finer.at].every((start) => start <= from || start >= to);
		};
		if (level === null) {
			expect(together(LAST_LEVEL)).toBe(true);
			continue;
		}
		expect(together(level)).toBe(false);
		expect(together(level - 1)).toBe(true);
	}
	const twice = orderPlaces([{ point: [10, 20] }, { point: [10, 20] }], toWorld);
	expect(splitLevel(twice, 0, 2)).toBeNull();
	expect(splitLevel(twice, 0, 1)).toBeNull();
});

test('without a placed place there is no cell', () => {
	const none = orderPlaces([{ point: null }], toWorld);
	expect(cellsAt(none, 3).size).toBe(0);
});
