import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Category, CategoryId, PlaceId } from '$lib/core/model.ts';
import {
	countAll,
	countOf,
	createRadius,
	FAINT_RADIUS,
	numberSize,
	placeOrder,
	ringSegments,
	ringWidth,
	type PlaceCount
} from '$lib/map/marks.ts';

const categories: readonly Category[] = ['a', 'b', 'c', 'd'].map((id, slot) => ({
	id: id as CategoryId,
	name: { en: id },
	slot
}));

function countsOf(...events: readonly number[]): PlaceCount {
	return { total: events.reduce((sum, value) => sum + value, 0), byCategory: Uint32Array.from(events) };
}

describe('the size of a mark', () => {
	test('the area is proportional to the number of events', () => {
		const radiusOf = createRadius(9);
		for (const count of [2, 3, 5, 9]) expect(radiusOf(count) ** 2 / radiusOf(1) ** 2).toBeCloseTo(count, 6);
	});

	test('in a large dataset too, wherever the number stays readable', () => {
		const radiusOf = createRadius(20_000);
		expect(radiusOf(20_000) / radiusOf(10_000)).toBeCloseTo(Math.SQRT2, 6);
		expect(radiusOf(20_000)).toBeLessThan(40);
		expect(radiusOf(1)).toBeGreaterThanOrEqual(9);
	});

	test('never shrinks as events are added', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 50_000 }), fc.integer({ min: 0, max: 50_000 }), (largest, count) => {
				const radiusOf = createRadius(largest);
				expect(radiusOf(count + 1)).toBeGreaterThanOrEqual(radiusOf(count));
			})
		);
	});

	test('nothing listed is a faint dot', () => {
		expect(createRadius(9)(0)).toBe(FAINT_RADIUS);
	});

	test('the number fits into the ring', () => {
		const radiusOf = createRadius(1500);
		for (const [count, characters] of [
			[1, 1],
			[12, 2],
			[120, 3],
			[1500, 4]
		] as const) {
			const radius = radiusOf(count);
			expect(numberSize(radius, characters) * 0.6 * characters).toBeLessThanOrEqual(2 * (radius - ringWidth(radius)));
		}
	});
});

describe('the ring of a mark', () => {
	test('its segments follow each other in the order of categories and make one turn', () => {
		const segments = ringSegments(countsOf(3, 0, 1, 4), categories);
		expect(segments).toEqual([
			{ category: 'a', slot: 0, events: 3, start: 0, length: 3 / 8 },
			{ category: 'c', slot: 2, events: 1, start: 3 / 8, length: 1 / 8 },
			{ category: 'd', slot: 3, events: 4, start: 1 / 2, length: 1 / 2 }
		]);
	});

	test('the lengths sum to one whatever the counts', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(500), { minLength: 4, maxLength: 4 }), (counts) => {
				const count = countsOf(...counts);
				const segments = ringSegments(count, categories);
				const sum = segments.reduce((turn, { length }) => turn + length, 0);
				expect(sum).toBeCloseTo(count.total === 0 ? 0 : 1, 9);
				segments.forEach(({ start }, i) => {
					const before = segments[i - 1];
					expect(start).toBeCloseTo(before === undefined ? 0 : before.start + before.length, 9);
				});
			})
		);
	});
});

describe('the events of places', () => {
	const places = ['x', 'y', 'z', 'w'].map((id) => ({ id: id as PlaceId, name: { en: id }, point: null }));
	/** Four events, the first of them at two places. */
	const columns = { place: Uint32Array.of(2, 0, 2, 0, 2) };

	test('are those of one place in the engine’s numbers', () => {
		const result = { places: Uint32Array.of(3, 0, 4), placeCategories: Uint32Array.of(1, 2, 0, 0, 4, 0) };
		expect(countOf(result, 0)).toEqual({ total: 3, byCategory: Uint32Array.of(1, 2) });
		expect(countOf(result, 1)).toEqual({ total: 0, byCategory: Uint32Array.of(0, 0) });
		expect(countOf(result, 2)).toEqual({ total: 4, byCategory: Uint32Array.of(4, 0) });
	});

	test('are counted over the whole dataset, places without any included', () => {
		expect(countAll(columns, places.length)).toEqual(Uint32Array.of(2, 0, 3, 0));
	});

	test('put the places into the order in which they name them', () => {
		expect(placeOrder(columns, places)).toEqual(['z', 'x', 'y', 'w']);
		expect(placeOrder({ place: new Uint32Array() }, places)).toEqual(['x', 'y', 'z', 'w']);
	});
});
