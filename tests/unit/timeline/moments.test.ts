import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GRANULARITIES, periodAt } from '../../../src/lib/core/granularity.ts';
import { sameInterval, type Interval } from '../../../src/lib/core/interval.ts';
import {
	beginDrag,
	beginWindow,
	dragTo,
	handlePx,
	momentAt,
	momentAtPx,
	stepMoment,
	type BrushAxis
} from '../../../src/lib/timeline/brush-model.ts';
import type { Picture } from '../../../src/lib/timeline/model.ts';
import { anyGiven, catalogueOf, dateText, day, pictureOf, realCatalogue } from './support.ts';

const DAY_MS = 86_400_000;
const window = (start: string, end: string): Interval => ({ start: day(start), end: day(end) });
const dates = fc.array(dateText, { minLength: 1, maxLength: 12 });
const px = fc.double({ min: -60, max: 1900, noNaN: true });

/** All moments on a way, the first one included; it ends where a step leads nowhere. */
function walk(axis: BrushAxis, from: Interval, direction: -1 | 1): readonly Interval[] {
	const way = [from];
	for (;;) {
		const last = way.at(-1) ?? from;
		const next = stepMoment(last, { direction, size: 'unit' }, axis);
		if (sameInterval(next, last)) return way;
		if (way.length > 5000) throw new Error('The way does not end.');
		way.push(next);
	}
}
const ends = (axis: BrushAxis): readonly [Interval, Interval] => [
	stepMoment({ start: 0, end: 1 }, 'home', axis),
	stepMoment({ start: 0, end: 1 }, 'end', axis)
];

describe('a single moment', () => {
	it('is the period of the unit shown that something is in', () => {
		fc.assert(
			fc.property(dates, anyGiven, px, (texts, given, at) => {
				const picture = pictureOf(catalogueOf(...texts), given.widthPx, given);
				const moment = momentAtPx(at, picture);
				expect(GRANULARITIES.some((unit) => sameInterval(periodAt(moment.start, unit), moment))).toBe(true);
				expect(
					picture.scale.segments.some(({ content }) => moment.start < content.end && moment.end > content.start)
				).toBe(true);
			})
		);
	});

	it('is the one under the pointer, and the nearest in a folded gap and beyond the content', () => {
		const axis = pictureOf(realCatalogue, 1440);
		const at = (text: string): Interval => momentAtPx(axis.scale.toPx(day(text)) + 0.5, axis);
		expect(at('2025-08-03')).toEqual(window('2025-08-03', '2025-08-04'));
		expect(at('1963-06-01')).toEqual(window('1963-06-01', '1963-07-01'));
		expect(momentAtPx(-50, axis)).toEqual(window('1963-01-01', '1963-02-01'));
		expect(momentAtPx(9999, axis)).toEqual(window('2025-10-15', '2025-10-16'));
		const [fold] = axis.scale.folds;
		expect(momentAtPx((fold?.x0 ?? 0) + 2, axis)).toEqual(window('1963-12-01', '1964-01-01'));
		expect(momentAtPx((fold?.x1 ?? 0) - 2, axis)).toEqual(window('1999-07-01', '1999-08-01'));
	});

	it('steps over a folded gap at once, both ways, and by the larger unit', () => {
		const axis = pictureOf(realCatalogue, 1440);
		const step = (from: Interval, direction: -1 | 1, size: 'unit' | 'larger' = 'unit'): Interval =>
			stepMoment(from, { direction, size }, axis);
		const [last, first] = [window('1963-12-01', '1964-01-01'), window('1999-07-01', '1999-08-01')];
		expect(step(last, 1)).toEqual(first);
		expect(step(first, -1)).toEqual(last);
		expect(step(window('2025-08-03', '2025-08-04'), 1, 'larger')).toEqual(window('2025-09-01', '2025-09-02'));
		expect(step(window('2025-08-03', '2025-08-04'), -1, 'larger')).toEqual(window('2025-08-01', '2025-08-02'));
		expect(step(window('2024-12-01', '2024-12-02'), -1, 'larger')).toEqual(window('2001-07-01', '2001-08-01'));
	});

	it('stays at the ends', () => {
		fc.assert(
			fc.property(dates, anyGiven, (texts, given) => {
				const picture = pictureOf(catalogueOf(...texts), given.widthPx, given);
				const [home, end] = ends(picture);
				for (const size of ['unit', 'larger'] as const) {
					expect(stepMoment(home, { direction: -1, size }, picture)).toEqual(home);
					expect(stepMoment(end, { direction: 1, size }, picture)).toEqual(end);
				}
			})
		);
	});

	it('walks from one end to the other through every period with content, and no other', () => {
		const few = fc.array(dateText, { minLength: 1, maxLength: 6 });
		fc.assert(
			fc.property(few, fc.boolean(), fc.constantFrom(360, 1440), (texts, rtl, width) => {
				const picture = pictureOf(catalogueOf(...texts), width, { rtl });
				const [home, end] = ends(picture);
				const onward = walk(picture, home, 1);
				const back = walk(picture, end, -1);
				expect(onward.at(-1)).toEqual(end);
				expect(back.at(-1)).toEqual(home);
				for (const way of [onward, [...back].reverse()]) {
					way.forEach(({ start, end: to }, i) => {
						const next = way[i + 1];
						if (next === undefined) return;
						// What lies between two of them is a folded gap, or nothing.
						expect(next.start).toBeGreaterThan(start);
						for (const { content } of picture.scale.segments)
							expect(next.start <= to || content.end <= to || content.start >= next.start).toBe(true);
					});
				}
			}),
			{ numRuns: 60 }
		);
	});

	it('holds the instant it is asked for where no gap is folded', () => {
		fc.assert(
			fc.property(fc.integer({ min: day('1963-01-01'), max: day('2025-10-15') }), (ms) => {
				const picture = pictureOf(realCatalogue, 1440, { folded: false });
				const moment = momentAt(ms, picture);
				expect(moment.start <= ms && ms < moment.end).toBe(true);
			})
		);
	});
});

describe('a window drawn from a point', () => {
	const axis = pictureOf(realCatalogue, 1440);
	const at = (text: string): number => axis.scale.toPx(day(text));
	const draw = (from: number, to: number, on: BrushAxis = axis, free = false): Interval =>
		dragTo(beginWindow({ start: -Infinity, end: Infinity }, from, on, free), to, on, free).window;

	it('reaches from there to the pointer, whichever comes first', () => {
		expect(draw(at('2025-08-01'), at('2025-09-01'))).toEqual(window('2025-08-01', '2025-09-01'));
		expect(draw(at('2025-09-01'), at('2025-08-01'))).toEqual(window('2025-08-01', '2025-09-01'));
		expect(draw(at('2025-09-01'), at('2025-09-01') + 0.4)).toEqual(window('2025-09-01', '2025-09-02'));
	});

	it('is open where it begins or ends at the edge of the axis', () => {
		const { widthPx } = axis.scale;
		expect(draw(widthPx + 9, at('2025-09-01'))).toEqual({ start: day('2025-09-01'), end: Infinity });
		expect(draw(-9, at('1963-09-01'))).toEqual({ start: -Infinity, end: day('1963-09-01') });
		expect(draw(at('2025-09-01'), 9999)).toEqual({ start: day('2025-09-01'), end: Infinity });
	});

	it('holds something and is never the wrong way round, wherever it begins and ends', () => {
		fc.assert(
			fc.property(dates, anyGiven, px, px, fc.boolean(), (texts, given, from, to, free) => {
				const picture = pictureOf(catalogueOf(...texts), given.widthPx, given);
				const { start, end } = draw(from, to, picture, free);
				expect(start).toBeLessThan(end);
				const still = draw(from, from, picture, free);
				expect(still.start).toBeLessThan(still.end);
			}),
			{
				numRuns: 150,
				// A year begins past the end of the axis, nearer than its end.
				examples: [[['1991-09-04', '1990-01-01'], { widthPx: 320, rtl: true, folded: false }, 1 - 1e-9, 0, false]]
			}
		);
	});
});

describe('a drag where a part of the axis is on screen', () => {
	const view = window('2025-05-01', '2025-06-30');
	const near = (rtl: boolean): Picture => pictureOf(realCatalogue, 1440, { view, rtl });

	it.each([false, true])('snaps to days and may be free (from right to left: %s)', (rtl) => {
		const picture = near(rtl);
		const { scale } = picture;
		const found = window('2025-05-10', '2025-05-20');
		const from = handlePx('from', found, scale);
		const to = scale.toPx(day('2025-05-14') + 9 * 3_600_000);
		expect(dragTo(beginDrag('from', found, from, picture), to, picture).window).toEqual(
			window('2025-05-14', '2025-05-20')
		);
		const { start } = dragTo(beginDrag('from', found, from, picture), to, picture, true).window;
		expect(Math.abs(start - day('2025-05-14') - 9 * 3_600_000)).toBeLessThan(2);
		const body = dragTo(beginDrag('body', found, from, picture), to, picture).window;
		expect(body).toEqual(window('2025-05-14', '2025-05-24'));
	});

	it.each([false, true])('ends at the edge of the screen, not of the axis (from right to left: %s)', (rtl) => {
		const picture = near(rtl);
		const found = window('2025-05-10', '2025-05-20');
		for (const [part, far] of [
			['from', rtl ? 5000 : -5000],
			['to', rtl ? -5000 : 5000]
		] as const) {
			const held = beginDrag(part, found, handlePx(part, found, picture.scale), picture);
			const { start, end } = dragTo(held, far, picture).window;
			expect([start, end].every(Number.isFinite)).toBe(true);
			if (part === 'from') expect(Math.abs(start - picture.scale.view.start)).toBeLessThanOrEqual(DAY_MS);
			else expect(Math.abs(end - picture.scale.view.end)).toBeLessThanOrEqual(DAY_MS);
		}
	});

	it.each([false, true])(
		'leaves a handle outside the screen where it is until it moves (from right to left: %s)',
		(rtl) => {
			const picture = near(rtl);
			const { scale } = picture;
			const found = window('2025-01-01', '2025-09-01');
			expect(handlePx('from', found, scale)).toBe(rtl ? scale.widthPx : 0);
			expect(handlePx('to', found, scale)).toBe(rtl ? 0 : scale.widthPx);
			expect(scale.toPx(found.start)).not.toBeCloseTo(handlePx('from', found, scale), 0);
			// Drawn at the edge, it comes from there to the pointer.
			const edge = handlePx('from', found, scale);
			const held = beginDrag('from', found, edge, picture);
			expect(dragTo(held, scale.toPx(day('2025-06-01')), picture).window).toEqual(window('2025-06-01', '2025-09-01'));
			const body = beginDrag('body', found, scale.widthPx / 2, picture);
			expect(dragTo(body, scale.widthPx / 2, picture).window).toEqual(found);
		}
	);

	it('is the same in both directions of writing', () => {
		const [ltr, rtl] = [near(false), near(true)];
		const { widthPx } = ltr.scale;
		fc.assert(
			fc.property(
				fc.constantFrom('from' as const, 'to' as const, 'body' as const),
				fc.integer({ min: 1, max: 1391 }),
				fc.integer({ min: 1, max: 1391 }),
				(part, from, to) => {
					const found = window('2025-05-10', '2025-05-20');
					const there = dragTo(beginDrag(part, found, from, ltr), to, ltr).window;
					const here = dragTo(beginDrag(part, found, widthPx - from, rtl), widthPx - to, rtl).window;
					// Halfway between two days either is right.
					expect(Math.abs(here.start - there.start)).toBeLessThanOrEqual(DAY_MS);
					expect(Math.abs(here.end - there.end)).toBeLessThanOrEqual(DAY_MS);
				}
			)
		);
	});
});
