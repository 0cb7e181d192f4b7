import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countStretch, orderedValues } from '../../../src/lib/core/ordered-values.ts';

const SIZE = 5;
/** Of several lengths about the places where checks are. */
const values = fc
	.tuple(fc.integer({ min: 0, max: 700 }), fc.nat())
	.map(([length, seed]) =>
		Uint8Array.from({ length }, (_, i) => Math.imul(i + seed, 0x9e3779b1) >>> 29).map((n) => n % SIZE)
	);

describe('values in the order in which they are counted', () => {
	it('counts any stretch as one by one', () => {
		fc.assert(
			fc.property(values, fc.nat(), fc.nat(), fc.constantFrom(1, -1), (list, a, b, sign) => {
				const [one, other] = [a % (list.length + 1), b % (list.length + 1)];
				const [from, to] = [Math.min(one, other), Math.max(one, other)];
				const counts = new Int32Array(SIZE).fill(7);
				countStretch(counts, orderedValues(list, SIZE), from, to, sign);
				const right = new Int32Array(SIZE).fill(7);
				for (const value of list.subarray(from, to)) right[value] = (right[value] ?? 0) + sign;
				expect(counts).toEqual(right);
			}),
			{ numRuns: 500, seed: 20_261_127 }
		);
	});

	it('takes no more room for its checks than for the values', () => {
		for (const size of [1, 8, 120, 256]) {
			const { checks } = orderedValues(new Uint8Array(100_000), size);
			expect(checks.byteLength).toBeLessThanOrEqual(100_000 + 4 * size);
		}
	});
});
