import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelBox, placeLabels, touches, touchesDisc, type Labelled } from '$lib/map/labels.ts';

const SIZE = { width: 400, height: 300 };
const mark = (x: number, y: number, width = 60, r = 12): Labelled => ({ x, y, r, label: { width, height: 16 } });

describe('names beside marks', () => {
	test('stand on the reading side where there is room', () => {
		expect(placeLabels([mark(200, 150)], [], [], SIZE, 'ltr')).toEqual(['right']);
		expect(placeLabels([mark(200, 150)], [], [], SIZE, 'rtl')).toEqual(['left']);
	});

	test('turn away from an edge that would cut them', () => {
		expect(placeLabels([mark(370, 150)], [], [], SIZE, 'ltr')).toEqual(['left']);
		expect(placeLabels([mark(30, 150)], [], [], SIZE, 'rtl')).toEqual(['right']);
	});

	test('keep clear of controls, lines and of each other', () => {
		const controls = { x: 210, y: 100, width: 190, height: 100 };
		expect(placeLabels([mark(200, 150)], [controls], [], SIZE, 'ltr')).toEqual(['left']);
		const line = Array.from({ length: 50 }, (_, i) => ({ x: 200 + i * 4, y: 150 }));
		expect(placeLabels([mark(200, 150)], [], line, SIZE, 'ltr')).toEqual(['left']);
		const [first, second] = placeLabels([mark(200, 150), mark(232, 150)], [], [], SIZE, 'ltr');
		expect([first, second]).toEqual(['left', 'right']);
	});

	test('stay where they were while that is nearly as good', () => {
		expect(placeLabels([mark(200, 150)], [], [], SIZE, 'ltr', ['left'])).toEqual(['left']);
		expect(placeLabels([mark(30, 150)], [], [], SIZE, 'ltr', ['left'])).toEqual(['right']);
	});

	test('are left out only when no side is free, and when the mark is out of sight', () => {
		expect(placeLabels([mark(200, 150, 390)], [], [], SIZE, 'ltr')).toEqual(['below']);
		expect(placeLabels([mark(200, 150, 500)], [], [], SIZE, 'ltr')).toEqual([null]);
		expect(placeLabels([mark(-20, 150)], [], [], SIZE, 'ltr')).toEqual([null]);
	});

	test('never touch a mark, another name or the edge', () => {
		const marks = fc.array(
			fc.record({
				x: fc.double({ min: 0, max: 400, noNaN: true }),
				y: fc.double({ min: 0, max: 300, noNaN: true }),
				r: fc.double({ min: 4, max: 28, noNaN: true }),
				label: fc.record({ width: fc.integer({ min: 20, max: 120 }), height: fc.constant(16) })
			}),
			{ maxLength: 30 }
		);
		fc.assert(
			fc.property(marks, fc.constantFrom('ltr', 'rtl'), (given, dir) => {
				const boxes = placeLabels(given, [], [], SIZE, dir).flatMap((side, i) => {
					const item = given[i];
					return side === null || item === undefined ? [] : [{ item, box: labelBox(item, side) }];
				});
				boxes.forEach(({ item, box }, i) => {
					expect(box.x).toBeGreaterThanOrEqual(0);
					expect(box.y).toBeGreaterThanOrEqual(0);
					expect(box.x + box.width).toBeLessThanOrEqual(SIZE.width);
					expect(box.y + box.height).toBeLessThanOrEqual(SIZE.height);
					for (const other of given) if (other !== item) expect(touchesDisc(box, other)).toBe(false);
					for (const other of boxes.slice(i + 1)) expect(touches(box, other.box)).toBe(false);
				});
			})
		);
	});

	test('do not overlap their own mark', () => {
		for (const side of [
			'right',
			'left',
			'above',
			'below',
			'aboveRight',
			'belowRight',
			'aboveLeft',
			'belowLeft'
		] as const) {
			const item = mark(200, 150, 60, 20);
			const { x, y, width, height } = labelBox(item, side);
			const dx = item.x - Math.min(Math.max(item.x, x), x + width);
			const dy = item.y - Math.min(Math.max(item.y, y), y + height);
			expect(Math.hypot(dx, dy), side).toBeGreaterThanOrEqual(item.r);
		}
	});
});
