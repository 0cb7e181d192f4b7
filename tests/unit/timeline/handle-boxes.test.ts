import fc from 'fast-check';
import { expect, it } from 'vitest';
import { handleBoxes } from '../../../src/lib/timeline/handle-boxes.ts';

it('handles can be taken hold of wherever they stand, also both at one instant', () => {
	const place = fc.double({ min: 16, max: 304, noNaN: true });
	fc.assert(
		fc.property(place, place, fc.constantFrom(24, 44), (a, b, hitPx) => {
			const { left, right } = handleBoxes(Math.min(a, b), Math.max(a, b), hitPx, 320);
			expect(left.x).toBeGreaterThanOrEqual(0);
			expect(left.x + hitPx).toBeLessThanOrEqual(right.x);
			expect(right.x + hitPx).toBeLessThanOrEqual(320);
			for (const box of [left, right]) {
				expect(box.gripX).toBeGreaterThanOrEqual(box.x);
				expect(box.gripX).toBeLessThanOrEqual(box.x + hitPx);
			}
		})
	);
});

it('a handle alone is around its place', () => {
	const { left, right } = handleBoxes(100, 200, 24, 320);
	expect([left.x + 12, left.gripX, right.x + 12, right.gripX]).toEqual([100, 100, 200, 200]);
});
