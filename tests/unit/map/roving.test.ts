import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markAfter, nearestTo, readingOrder, type Standing } from '../../../src/lib/map/roving.ts';

const stand = (id: string, x: number, y: number): Standing<string> => ({ id, x, y });
const cross = [
	stand('middle', 0, 0),
	stand('up', 5, -50),
	stand('down', -5, 50),
	stand('left', -50, 5),
	stand('right', 50, -5)
];
const [middle] = cross as [Standing<string>];
const scattered = fc
	.uniqueArray(fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: -500, max: 500 })), {
		minLength: 1,
		maxLength: 40,
		selector: ([x, y]) => `${x} ${y}`
	})
	.map((points) => points.map(([x, y], i) => stand(`m${i}`, x, y)));

describe('from mark to mark', () => {
	it.each([
		['ArrowUp', 'up'],
		['ArrowDown', 'down'],
		['ArrowLeft', 'left'],
		['ArrowRight', 'right'],
		['Home', 'up'],
		['End', 'down'],
		['Enter', undefined],
		['a', undefined]
	])('%s leads to %s', (key, expected) => {
		expect(markAfter(key, middle, cross, 'ltr')).toBe(expected);
	});

	it('an arrow goes to what lies before it rather than to what is nearer beside it', () => {
		expect(markAfter('ArrowRight', middle, [middle, stand('ahead', 60, 0), stand('beside', 20, 45)], 'ltr')).toBe(
			'ahead'
		);
		expect(markAfter('ArrowRight', middle, [middle, stand('beside', 20, 45)], 'ltr')).toBe('beside');
		expect(markAfter('ArrowRight', middle, [middle, stand('behind', -20, 0)], 'ltr')).toBe('middle');
	});

	it('at one height the direction of writing decides what is read first', () => {
		const row = [stand('left', 0, 0), stand('right', 9, 0)];
		expect(readingOrder(row, 'ltr').map(({ id }) => id)).toEqual(['left', 'right']);
		expect(readingOrder(row, 'rtl').map(({ id }) => id)).toEqual(['right', 'left']);
	});

	it('Page Down from Home passes every mark once, and Page Up the same way back', () => {
		fc.assert(
			fc.property(scattered, fc.constantFrom('ltr' as const, 'rtl' as const), (marks, dir) => {
				const byId = new Map(marks.map((mark) => [mark.id, mark]));
				const pass = (start: string, key: string): readonly string[] => {
					const passed: string[] = [];
					let id = markAfter(start, marks[0] as Standing<string>, marks, dir);
					for (let from = id === undefined ? undefined : byId.get(id); from !== undefined;) {
						passed.push(from.id);
						id = markAfter(key, from, marks, dir);
						from = id === undefined || id === from.id ? undefined : byId.get(id);
					}
					return passed;
				};
				const there = pass('Home', 'PageDown');
				expect(there.toSorted()).toEqual(marks.map(({ id }) => id).toSorted());
				expect(pass('End', 'PageUp')).toEqual(there.toReversed());
			})
		);
	});

	it('an arrow never leads backwards, and to the nearest of all when that is straight ahead', () => {
		fc.assert(
			fc.property(scattered, (marks) => {
				for (const from of marks) {
					const to = marks.find(({ id }) => id === markAfter('ArrowRight', from, marks, 'ltr'));
					expect(to === from || (to?.x ?? 0) > from.x).toBe(true);
				}
			})
		);
	});

	it('the nearest to a point is the nearest', () => {
		expect(nearestTo({ x: 40, y: 0 }, cross)).toBe('right');
		expect(nearestTo({ x: 0, y: 0 }, [])).toBeUndefined();
	});
});
