import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RING, TURN, writeRing } from '../../../src/lib/map/many/rings.ts';
import { ringWidth } from '../../../src/lib/map/marks.ts';
import { SLOTS } from '../../../src/lib/ui/shapes.ts';

/** Length of each part, px along the middle of the ring. */
function partsOf(events: readonly number[], radius: number): readonly number[] {
	// Between two others, which nobody may touch.
	const ends = new Uint16Array(3 * SLOTS).fill(7);
	writeRing(ends, SLOTS, Uint32Array.from([9, ...events, 9]), 1, events.length, radius);
	expect([...ends.subarray(0, SLOTS), ...ends.subarray(2 * SLOTS)]).toEqual(new Array(2 * SLOTS).fill(7));
	const turn = 2 * Math.PI * (radius - ringWidth(radius) / 2);
	const own = [0, ...ends.subarray(SLOTS, 2 * SLOTS)];
	return own.slice(1).map((end, i) => ((end - (own[i] ?? 0)) / TURN) * turn);
}

const turnOf = (radius: number): number => 2 * Math.PI * (radius - ringWidth(radius) / 2);
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const PART_PX = RING.gap + RING.least;

describe('the ring of a mark', () => {
	it('is shared as the events are, where every part can be seen', () => {
		const parts = partsOf([5, 0, 3, 2], 13);
		expect(parts[0]).toBeCloseTo(turnOf(13) / 2, 1);
		expect(parts[2]).toBeCloseTo(turnOf(13) * 0.3, 1);
		expect(parts[3]).toBeCloseTo(turnOf(13) * 0.2, 1);
		expect([1, 4, 5, 6, 7].map((part) => parts[part])).toEqual([0, 0, 0, 0, 0]);
	});

	it('is one part of a whole turn where all events are of one category', () => {
		for (const category of [0, 3, 7]) {
			const events = new Array<number>(SLOTS).fill(0).with(category, 12);
			expect(partsOf(events, 9).map((part) => Math.round(part * 100))).toEqual(
				events.map((own) => (own > 0 ? Math.round(turnOf(9) * 100) : 0))
			);
		}
	});

	it('gives one in ten thousand what can be seen, the last one before the top too', () => {
		for (const events of [
			[9999, 1],
			[1, 9999],
			[5000, 1, 4998, 1]
		]) {
			const parts = partsOf(events, 11);
			events.forEach((own, i) => expect(parts[i]).toBeGreaterThan(own === 1 ? PART_PX - 0.01 : PART_PX));
			expect(sum(parts)).toBeCloseTo(turnOf(11), 5);
		}
	});

	it('shows every category that has events, in a whole turn, whatever they are and however small the mark', () => {
		fc.assert(
			fc.property(
				fc.array(fc.oneof(fc.constant(0), fc.nat(3), fc.nat(1_000_000)), { minLength: 1, maxLength: SLOTS }),
				fc.double({ min: 4.5, max: 28, noNaN: true }),
				(events, radius) => {
					const parts = partsOf(events, radius);
					const present = events.filter((own) => own > 0).length;
					if (present === 0) {
						expect(sum(parts)).toBe(0);
						return;
					}
					expect(sum(parts)).toBeCloseTo(turnOf(radius), 5);
					const least = Math.min(PART_PX, turnOf(radius) / present);
					parts.forEach((part, i) => {
						if ((events[i] ?? 0) > 0) expect(part).toBeGreaterThan(least - 0.01);
						else expect(part).toBe(0);
					});
				}
			),
			{ numRuns: 500, seed: 20_261_128 }
		);
	});
});
