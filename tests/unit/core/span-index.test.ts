import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	besideRows,
	countBelow,
	countUpTo,
	createSpanIndex,
	LastingWalk,
	lastingRows,
	searchRunning
} from '../../../src/lib/core/span-index.ts';

/** Spans by a small generator of its own: with so many of them there are several checkpoints. */
function spansOf(count: number, seed: number) {
	let state = seed >>> 0;
	const random = (below: number): number => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
	const starts = Float64Array.from({ length: count }, () => random(count)).sort();
	const ends = starts.map((start) => start + 1 + random(random(4) === 0 ? count : 20));
	return {
		starts,
		ends,
		index: createSpanIndex(
			Uint32Array.from({ length: count }, (_, i) => i),
			starts,
			ends
		)
	};
}

describe('what was running at an instant', () => {
	it('is found by spans that had begun and not ended, all at once and bit by bit', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 6000 }),
				fc.nat(),
				fc.double({ min: 0, max: 1.2, noNaN: true }),
				fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 8 }),
				(count, seed, share, steps) => {
					const { starts, ends, index } = spansOf(count, seed);
					const instant = Math.round(share * count);
					const expected = [...starts.keys()].filter((i) => (starts[i] ?? NaN) < instant && (ends[i] ?? NaN) > instant);
					const [begun, ended] = [countBelow(index.starts, instant), countUpTo(index.ends, instant)];
					expect([...lastingRows(index, begun, ended)]).toEqual(expected);
					expect(begun - ended).toBe(expected.length);
					const rows = new Uint32Array(searchRunning(index, begun).cost);
					const walk = new LastingWalk(index, begun, ended, besideRows(index), rows);
					let wanted = 0;
					for (const step of [...steps, Infinity]) {
						wanted += step;
						const found = walk.goTo(wanted);
						expect(found).toBeGreaterThanOrEqual(Math.min(wanted, expected.length));
						expect([...rows.subarray(0, found)]).toEqual(expected.slice(0, found));
					}
					expect(walk.found).toBe(expected.length);
				}
			),
			{ numRuns: 150, seed: 20_261_128 }
		);
	});
});
