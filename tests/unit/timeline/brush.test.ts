import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALWAYS, type Interval } from '../../../src/lib/core/interval.ts';
import {
	beginDrag,
	dragTo,
	grabNearest,
	handlePx,
	stepHandle,
	type BrushAxis,
	type Part
} from '../../../src/lib/timeline/brush-model.ts';
import { day, pictureOf, realCatalogue } from './support.ts';

const axis: BrushAxis = pictureOf(realCatalogue, 1440);
const { scale } = axis;
const px = (text: string): number => scale.toPx(day(text));
const window = (start: string, end: string): Interval => ({ start: day(start), end: day(end) });
const SUMMER = window('2025-07-01', '2025-10-16');

/** Pressed exactly on what it drags. */
function drag(part: Part, from: Interval, to: number, free = false): ReturnType<typeof dragTo> {
	const at = part === 'body' ? scale.toPx(from.start) + 20 : handlePx(part, from, scale);
	return dragTo(beginDrag(part, from, at, axis), part === 'body' ? at + to : to, axis, free);
}

describe('a drag', () => {
	it('snaps to the day shown, and not with free', () => {
		const between = (px('2025-08-03') + px('2025-08-04')) / 2;
		expect(drag('from', SUMMER, between - 1).window).toEqual(window('2025-08-03', '2025-10-16'));
		const { start } = drag('from', SUMMER, between - 1, true).window;
		expect(start).toBeGreaterThan(day('2025-08-03'));
		expect(start).toBeLessThan(day('2025-08-04'));
	});

	it('keeps the distance between pointer and handle', () => {
		const held = beginDrag('from', SUMMER, px('2025-07-01') + 7, axis);
		expect(dragTo(held, px('2025-07-01') + 7, axis).window).toEqual(SUMMER);
	});

	it('swaps the handles when they pass each other, and back', () => {
		const held = beginDrag('from', window('2025-02-01', '2025-03-01'), px('2025-02-01'), axis);
		expect(dragTo(held, px('2025-06-01'), axis)).toEqual({ window: window('2025-03-01', '2025-06-01'), part: 'to' });
		expect(dragTo(held, px('2025-01-01'), axis)).toEqual({ window: window('2025-01-01', '2025-03-01'), part: 'from' });
	});

	it('never empties the window', () => {
		expect(drag('from', window('2025-02-01', '2025-03-01'), px('2025-03-01')).window).toEqual(
			window('2025-02-28', '2025-03-01')
		);
		expect(drag('to', window('2025-02-01', '2025-03-01'), px('2025-02-01')).window).toEqual(
			window('2025-02-01', '2025-02-02')
		);
	});

	it('opens a side at the edge of the axis, and closes it away from there', () => {
		expect(drag('from', SUMMER, -50).window).toEqual({ start: -Infinity, end: SUMMER.end });
		expect(drag('to', SUMMER, 5000).window).toEqual({ start: SUMMER.start, end: Infinity });
		expect(drag('from', ALWAYS, px('2025-01-01')).window).toEqual({ start: day('2025-01-01'), end: Infinity });
	});

	it('moves the body by whole days at its own length, and stops at the content', () => {
		const week = window('2025-03-03', '2025-03-10');
		const moved = drag('body', week, px('2025-05-01') - px('2025-03-03')).window;
		expect(moved).toEqual(window('2025-05-01', '2025-05-08'));
		expect(drag('body', week, 5000).window).toEqual(window('2025-10-09', '2025-10-16'));
		expect(drag('body', week, -5000).window).toEqual(window('1963-01-01', '1963-01-08'));
	});

	it('moves a window of whole months by whole months where it begins one', () => {
		const quarter = window('2024-12-01', '2025-03-01');
		const moved = drag('body', quarter, px('2025-07-01') - px('2024-12-01')).window;
		expect(moved).toEqual(window('2025-07-01', '2025-10-01'));
	});

	describe('of the body of a half-open window', () => {
		const LIMITS = window('1963-01-01', '2025-10-16');
		const FROM_JULY = { start: day('2025-07-01'), end: Infinity };
		const TO_MARCH = { start: -Infinity, end: day('2025-03-01') };
		const slide = (found: Interval, pointerPx: number, byPx: number, free = false): Interval =>
			dragTo(beginDrag('body', found, pointerPx, axis), pointerPx + byPx, axis, free).window;

		it('leaves the sides open until it has moved by a step', () => {
			expect(axis.steps.limits).toEqual(LIMITS);
			for (const found of [FROM_JULY, TO_MARCH]) {
				for (const byPx of [0, 0.4, -0.4]) {
					expect(slide(found, px('2025-02-01'), byPx)).toEqual(found);
					expect(slide(found, px('2025-02-01'), byPx, true)).toEqual(found);
				}
			}
		});

		it('closes at the content and not at the air beside it', () => {
			const at = px('2025-08-01');
			const moved = slide(FROM_JULY, at, px('2025-05-01') - px('2025-07-01'));
			expect(moved).toEqual({ start: day('2025-05-01'), end: day('2025-05-01') + LIMITS.end - FROM_JULY.start });
			const later = slide(TO_MARCH, at, scale.toPx(day('1964-01-01')) - scale.toPx(LIMITS.start));
			expect(later).toEqual({ start: LIMITS.end - (TO_MARCH.end - LIMITS.start), end: LIMITS.end });
		});

		it('has nowhere to go towards its open side, and keeps it', () => {
			expect(slide(FROM_JULY, px('2025-08-01'), 200)).toEqual(FROM_JULY);
			expect(slide(TO_MARCH, px('2025-02-01'), -5000)).toEqual(TO_MARCH);
		});

		it('never ends between two days', () => {
			fc.assert(
				fc.property(
					fc.constantFrom(FROM_JULY, TO_MARCH),
					fc.double({ min: -1500, max: 1500, noNaN: true }),
					(found, byPx) => {
						const { start, end } = slide(found, 700, byPx);
						for (const side of [start, end]) expect(Number.isFinite(side) ? Math.abs(side % 86_400_000) : 0).toBe(0);
					}
				)
			);
		});
	});

	it('takes a step of the body halfway to it, also from between two', () => {
		const dayPx = px('2025-08-02') - px('2025-08-01');
		const noon = { start: day('2025-08-01') + 43_200_000, end: day('2025-08-09') };
		expect(drag('body', noon, -0.45 * dayPx).window).toEqual(noon);
		expect(drag('body', noon, 0.45 * dayPx).window).toEqual(noon);
		expect(drag('body', noon, dayPx).window.start).toBe(day('2025-08-03'));
		const week = window('2025-08-01', '2025-08-08');
		expect(drag('body', week, 0.45 * dayPx).window).toEqual(week);
		expect(drag('body', week, 0.55 * dayPx).window).toEqual(window('2025-08-02', '2025-08-09'));
	});

	it('that comes back leaves what it found, beyond the data too', () => {
		fc.assert(
			fc.property(
				fc.constantFrom<Part>('from', 'to', 'body'),
				fc.integer({ min: -40_000, max: 40_000 }),
				fc.integer({ min: 1, max: 30_000 }),
				(part, first, length) => {
					const start = first * 86_400_000;
					const origin = { start, end: start + length * 86_400_000 };
					const at = part === 'body' ? scale.toPx(origin.start) : handlePx(part, origin, scale);
					const { window: back } = dragTo(beginDrag(part, origin, at, axis), at, axis);
					expect(back.start).toBeLessThan(back.end);
					if (part === 'body') expect(back).toEqual(origin);
				}
			)
		);
	});

	it('always gives a window that is not empty', () => {
		fc.assert(
			fc.property(
				fc.constantFrom<Part>('from', 'to', 'body'),
				fc.double({ min: -100, max: 1500, noNaN: true }),
				fc.double({ min: -100, max: 1500, noNaN: true }),
				fc.boolean(),
				(part, a, b, free) => {
					const { window: shown } = drag(part, SUMMER, a, free);
					expect(shown.start).toBeLessThan(shown.end);
					const again = dragTo(beginDrag(part, shown, b, axis), a, axis, free).window;
					expect(again.start).toBeLessThan(again.end);
				}
			)
		);
	});

	it('from a point on the track brings the nearer handle there', () => {
		const at = px('2025-05-01');
		const held = grabNearest(SUMMER, at, axis);
		expect(held.part).toBe('from');
		expect(dragTo(held, at, axis).window).toEqual(window('2025-05-01', '2025-10-16'));
		expect(dragTo(grabNearest(ALWAYS, at, axis), at, axis).window).toEqual({
			start: -Infinity,
			end: day('2025-05-01')
		});
	});
});

describe('keys', () => {
	const step = (part: 'from' | 'to', from: Interval, direction: -1 | 1, size: 'unit' | 'larger' = 'unit'): Interval =>
		stepHandle(part, from, { direction, size }, axis);

	it('step by the day shown, or by the next larger unit', () => {
		expect(step('from', SUMMER, 1)).toEqual(window('2025-07-02', '2025-10-16'));
		expect(step('from', SUMMER, -1, 'larger')).toEqual(window('2025-06-01', '2025-10-16'));
		expect(step('to', SUMMER, -1)).toEqual(window('2025-07-01', '2025-10-15'));
	});

	it('stop at the other handle', () => {
		const one = window('2025-03-01', '2025-03-02');
		expect(step('from', one, 1)).toEqual(one);
		expect(step('to', one, -1, 'larger')).toEqual(one);
		expect(stepHandle('from', SUMMER, 'end', axis)).toEqual(window('2025-10-15', '2025-10-16'));
		expect(stepHandle('to', SUMMER, 'home', axis)).toEqual(window('2025-07-01', '2025-07-02'));
	});

	it('open a side at the edge, and close it again', () => {
		expect(stepHandle('from', SUMMER, 'home', axis)).toEqual({ start: -Infinity, end: SUMMER.end });
		expect(step('to', SUMMER, 1)).toEqual({ start: SUMMER.start, end: Infinity });
		expect(step('to', { start: SUMMER.start, end: Infinity }, -1)).toEqual(SUMMER);
		expect(step('from', ALWAYS, 1)).toEqual({ start: day('1963-01-01'), end: Infinity });
		expect(step('from', ALWAYS, -1)).toEqual(ALWAYS);
	});
});
