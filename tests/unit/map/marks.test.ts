import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlaceCount } from '$lib/core/engine.ts';
import type { Category, CategoryId, PlaceId } from '$lib/core/model.ts';
import {
	choosePlaces,
	createRadius,
	FAINT_RADIUS,
	MAX_MARKS,
	numberSize,
	ringSegments,
	ringWidth
} from '$lib/map/marks.ts';

const categories: readonly Category[] = ['a', 'b', 'c', 'd'].map((id, slot) => ({
	id: id as CategoryId,
	name: { en: id },
	slot
}));

function countOf(...events: readonly number[]): PlaceCount {
	const byCategory = new Map(categories.flatMap(({ id }, i) => ((events[i] ?? 0) > 0 ? [[id, events[i] ?? 0]] : [])));
	return { total: events.reduce((sum, value) => sum + value, 0), byCategory };
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
		const segments = ringSegments(countOf(3, 0, 1, 4), categories);
		expect(segments).toEqual([
			{ category: 'a', slot: 0, events: 3, start: 0, length: 3 / 8 },
			{ category: 'c', slot: 2, events: 1, start: 3 / 8, length: 1 / 8 },
			{ category: 'd', slot: 3, events: 4, start: 1 / 2, length: 1 / 2 }
		]);
	});

	test('the lengths sum to one whatever the counts', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(500), { minLength: 4, maxLength: 4 }), (counts) => {
				const count = countOf(...counts);
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

describe('which places get a mark of their own', () => {
	const ids = (length: number): PlaceId[] =>
		Array.from({ length }, (_, i) => `p${String(i).padStart(4, '0')}` as PlaceId);

	test('all of them while they are few, in view or not', () => {
		const few = ids(MAX_MARKS);
		expect(choosePlaces(few, new Map(), () => false)).toEqual({ shown: few, hidden: 0 });
	});

	test('else those in view with the most events, and the rest are counted', () => {
		const many = ids(1000);
		const counts = new Map(many.map((id, i) => [id, { total: i, byCategory: new Map() }]));
		const { shown, hidden } = choosePlaces(many, counts, (id) => id < 'p0500');
		expect(shown).toEqual(many.slice(300, 500));
		expect(hidden).toBe(300);
	});

	test('a tie goes to the first id, so that the choice is the same every time', () => {
		const many = ids(300);
		const { shown } = choosePlaces(many, new Map(), () => true);
		expect(shown).toEqual(many.slice(0, MAX_MARKS));
	});
});
