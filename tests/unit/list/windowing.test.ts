import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { around, BEYOND, covers, heightOf, MAX_HEIGHT, pageFrom, pointAt, scrollOf } from '$lib/list/windowing.ts';

const counts = fc.oneof(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 500, max: 1_000_000 }));
const views = fc.integer({ min: 100, max: 2000 });
const rowHeights = fc.double({ min: 20, max: 300, noNaN: true });
const fractions = fc.double({ min: 0, max: 1, noNaN: true });

describe('the box that scrolls', () => {
	it('is as high as its rows, and never higher than browsers lay out', () => {
		expect(heightOf(300, 50)).toBe(15_000);
		expect(heightOf(1_000_000, 60)).toBe(MAX_HEIGHT);
		expect(MAX_HEIGHT).toBeLessThan(2 ** 24);
	});

	it('has its ends where the list has its ends, whatever the heights', () => {
		fc.assert(
			fc.property(counts, views, rowHeights, (count, view, rowHeight) => {
				const height = heightOf(count, rowHeight);
				expect(pointAt(0, view, height, count)).toEqual({ row: 0, down: 0 });
				expect(pointAt(-1e6, view, height, count)).toEqual({ row: 0, down: 0 });
				if (height > view) {
					expect(pointAt(height - view, view, height, count)).toEqual({ row: count, down: view });
					expect(pointAt(1e9, view, height, count)).toEqual({ row: count, down: view });
				}
			})
		);
	});

	it('goes down the list as one scrolls down, and every row is drawn somewhere', () => {
		fc.assert(
			fc.property(counts, views, rowHeights, fractions, fractions, (count, view, rowHeight, at, other) => {
				const height = heightOf(count, rowHeight);
				const most = Math.max(0, height - view);
				const [a, b] = [Math.min(at, other) * most, Math.max(at, other) * most];
				expect(pointAt(a, view, height, count).row).toBeLessThanOrEqual(pointAt(b, view, height, count).row);
				// Where the row begins that `at` picks, a row of this height is seen.
				const index = Math.min(count - 1, Math.floor(at * count));
				const seen = view / rowHeight;
				if (count <= seen) return;
				const top = Math.min(index, count - seen);
				const scroll = scrollOf(top, top + seen, view, height, count);
				const { row, down } = pointAt(scroll, view, height, count);
				expect(scroll).toBeGreaterThanOrEqual(0);
				expect(scroll).toBeLessThanOrEqual(most);
				const first = row - down / rowHeight;
				expect(first).toBeLessThanOrEqual(index + 1e-4);
				expect(first + seen).toBeGreaterThanOrEqual(index + 1e-4);
			})
		);
	});

	it('stands for the rows that it was scrolled to', () => {
		fc.assert(
			fc.property(counts, views, rowHeights, fractions, (count, view, rowHeight, at) => {
				const height = heightOf(count, rowHeight);
				if (height <= view) return;
				const scroll = at * (height - view);
				const { row, down } = pointAt(scroll, view, height, count);
				const top = row - down / rowHeight;
				expect(scrollOf(top, top + view / rowHeight, view, height, count)).toBeCloseTo(scroll, 2);
			})
		);
	});

	it('does not scroll where all rows are seen', () => {
		expect(scrollOf(0, 5, 900, 300, 5)).toBe(0);
		expect(pointAt(40, 900, 300, 5)).toEqual({ row: 0, down: 0 });
	});
});

describe('what is drawn', () => {
	it('holds what is seen with rows to spare on both sides, as far as there are any', () => {
		fc.assert(
			fc.property(counts, fractions, fc.integer({ min: 0, max: 40 }), (count, at, seen) => {
				const from = Math.floor(at * count);
				const drawn = around({ from, to: Math.min(count, from + seen) }, count);
				expect(drawn.from).toBe(Math.max(0, from - BEYOND));
				expect(drawn.to).toBe(Math.min(count, Math.min(count, from + seen) + BEYOND));
				expect(covers(drawn, { from, to: Math.min(count, from + seen) }, count)).toBe(true);
				expect(drawn.to - drawn.from).toBeLessThanOrEqual(seen + 2 * BEYOND);
			})
		);
	});

	it('is drawn anew when half of what is to spare is used up', () => {
		const drawn = { from: 100, to: 140 };
		expect(covers(drawn, { from: 106, to: 134 }, 1000)).toBe(true);
		expect(covers(drawn, { from: 105, to: 130 }, 1000)).toBe(false);
		expect(covers(drawn, { from: 110, to: 135 }, 1000)).toBe(false);
		expect(covers({ from: 0, to: 40 }, { from: 0, to: 12 }, 1000)).toBe(true);
		expect(covers({ from: 960, to: 1000 }, { from: 985, to: 1000 }, 1000)).toBe(true);
		expect(covers(drawn, { from: 100, to: 140 }, 1000, 0)).toBe(true);
	});
});

it('pages follow one another without a gap; the last one fills a view', () => {
	fc.assert(
		fc.property(counts, (count) => {
			let to = 0;
			for (let page = 0; to < count && page < 10; page++) {
				const next = pageFrom(to, 200, count);
				expect(next.from).toBeLessThanOrEqual(to);
				expect(next.to).toBe(Math.min(count, next.from + 200));
				expect(next.to).toBeGreaterThan(to);
				expect(next.to - next.from).toBeGreaterThanOrEqual(Math.min(count, 3 * BEYOND));
				to = next.to;
			}
		})
	);
});
