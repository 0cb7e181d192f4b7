import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALWAYS, clip, hull, overlaps, sameInterval, type Interval } from '../../../src/lib/core/interval.ts';

const of = (start: number, end: number): Interval => ({ start, end });
/** Small numbers, so that sides meet often; empty and reversed ones too. */
const side = fc.oneof(fc.integer({ min: -4, max: 4 }), fc.constantFrom(-Infinity, Infinity));
const interval = fc.tuple(side, side).map(([start, end]) => of(start, end));
/** Every instant there is between and beyond the sides: halves stand for all that lies between two whole ones. */
const INSTANTS = Array.from({ length: 23 }, (_, i) => i / 2 - 5.5);
const holds = ({ start, end }: Interval, instant: number): boolean => start <= instant && instant < end;

describe('overlaps', () => {
	it('takes the end for the first instant after', () => {
		expect(overlaps(of(0, 2), of(2, 3))).toBe(false);
		expect(overlaps(of(0, 2), of(1, 3))).toBe(true);
		expect(overlaps(of(0, 9), of(3, 4))).toBe(true);
		expect(overlaps(ALWAYS, of(3, 4))).toBe(true);
	});

	it('is never so of an empty interval', () => {
		expect(overlaps(of(1, 1), of(0, 2))).toBe(false);
		expect(overlaps(of(0, 2), of(1, 1))).toBe(false);
		expect(overlaps(ALWAYS, of(1, 1))).toBe(false);
	});

	it('is what sharing an instant is', () => {
		fc.assert(
			fc.property(interval, interval, (a, b) => {
				const share = INSTANTS.some((instant) => holds(a, instant) && holds(b, instant));
				expect(overlaps(a, b)).toBe(share);
				expect(overlaps(b, a)).toBe(share);
			})
		);
	});
});

describe('clip', () => {
	it('is the part inside, or nothing', () => {
		expect(clip(of(0, 5), of(2, 9))).toEqual(of(2, 5));
		expect(clip(ALWAYS, of(2, 9))).toEqual(of(2, 9));
		expect(clip(of(0, 2), of(2, 3))).toBeNull();
	});

	it('holds exactly the instants of both', () => {
		fc.assert(
			fc.property(interval, interval, (a, b) => {
				const part = clip(a, b);
				for (const instant of INSTANTS) {
					expect(part !== null && holds(part, instant)).toBe(holds(a, instant) && holds(b, instant));
				}
			})
		);
	});
});

describe('hull', () => {
	it('is the smallest that holds all, whatever their order', () => {
		expect(hull([of(4, 5), of(0, 1), of(2, 3)])).toEqual(of(0, 5));
		expect(hull([of(0, 1), of(2, Infinity)])).toEqual(of(0, Infinity));
		expect(hull(new Set([of(1, 2)]))).toEqual(of(1, 2));
	});

	it('is nothing for none', () => {
		expect(hull([])).toBeNull();
	});
});

it('sameInterval compares both sides', () => {
	expect(sameInterval(of(0, 1), of(0, 1))).toBe(true);
	expect(sameInterval(ALWAYS, of(-Infinity, Infinity))).toBe(true);
	expect(sameInterval(of(0, 1), of(0, 2))).toBe(false);
	expect(sameInterval(of(0, 1), of(-1, 1))).toBe(false);
});
