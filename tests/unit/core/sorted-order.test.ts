import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sortedOrder } from '../../../src/lib/core/sorted-order.ts';

it('puts doubles of all sizes in order, equal ones as they stood', () => {
	const value = fc.oneof(
		fc.double({ noNaN: true }),
		fc.integer({ min: -3, max: 3 }),
		fc.constantFrom(0, -0, 1e13, -1e13)
	);
	fc.assert(
		fc.property(fc.array(value, { maxLength: 60 }), (values) => {
			const expected = [...values.keys()].sort((a, b) => {
				const [x, y] = [values[a] ?? 0, values[b] ?? 0];
				return x < y ? -1 : x > y ? 1 : a - b;
			});
			expect([...sortedOrder(Float64Array.from(values))]).toEqual(expected);
		}),
		{ numRuns: 1000, seed: 20_261_127 }
	);
});
