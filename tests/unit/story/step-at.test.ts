import { expect, test } from 'vitest';
import { stepAt, stepOfHash, stepOfKey } from '../../../src/lib/story/step-at.ts';

test('the step that is read is the one that the line runs through', () => {
	const at = (...tops: readonly number[]): number => stepAt({ tops, line: 400, isAtEnd: false });
	expect(at(500, 900, 1300)).toBe(0);
	expect(at(100, 900, 1300)).toBe(0);
	expect(at(-400, 400, 800)).toBe(1);
	expect(at(-400, 401, 800)).toBe(0);
	expect(at(-900, -400, 399)).toBe(2);
	expect(at(-900, -400, -10)).toBe(2);
	expect(at()).toBe(0);
	expect(stepAt({ tops: [-100, 300, 700], line: 400, isAtEnd: true })).toBe(2);
});

test('the end of an address names a step, if there is one', () => {
	expect(stepOfHash('#step-1', 8)).toBe(0);
	expect(stepOfHash('#step-8', 8)).toBe(7);
	for (const hash of ['', '#', '#step-0', '#step-9', '#step-01', '#step-1x', '#events', '#step--1'])
		expect(stepOfHash(hash, 8), hash).toBeNull();
});

test('J goes on and K goes back, by letter, and by place where letters are others', () => {
	expect(stepOfKey({ key: 'j', code: 'KeyJ' })).toBe(1);
	expect(stepOfKey({ key: 'K', code: 'KeyK' })).toBe(-1);
	expect(stepOfKey({ key: 'о', code: 'KeyJ' })).toBe(1);
	expect(stepOfKey({ key: 'л', code: 'KeyK' })).toBe(-1);
	// Another letter there on a keyboard of another order.
	expect(stepOfKey({ key: 'h', code: 'KeyJ' })).toBeNull();
	expect(stepOfKey({ key: 'PageDown', code: 'PageDown' })).toBeNull();
});
