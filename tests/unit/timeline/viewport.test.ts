import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interval } from '../../../src/lib/core/interval.ts';
import { foldGaps } from '../../../src/lib/timeline/folds.ts';
import { createTimeScale, maxFolds, type ScaleOptions, type TimeScale } from '../../../src/lib/timeline/time-scale.ts';
import {
	isWhole,
	panScale,
	revealed,
	settle,
	viewportAt,
	zoomedScale,
	zoomScale,
	type AxisData
} from '../../../src/lib/timeline/viewport.ts';
import { day } from './support.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

const contents = fc.array(
	fc
		.tuple(fc.integer({ min: -300_000, max: 30_000 }), fc.integer({ min: 1, max: 900 }))
		.map(([start, length]) => ({ start: start * DAY_MS, end: (start + length) * DAY_MS })),
	{ minLength: 1, maxLength: 40 }
);
const options: fc.Arbitrary<ScaleOptions> = fc.record({
	widthPx: fc.integer({ min: 200, max: 2000 }),
	rtl: fc.boolean(),
	foldPx: fc.integer({ min: 20, max: 72 }),
	minPx: fc.integer({ min: 10, max: 64 }),
	airPx: fc.integer({ min: 2, max: 12 })
});
const share = fc.double({ min: 0, max: 1, noNaN: true });
const factor = fc.double({ min: 0.1, max: 60, noNaN: true });

function dataOf(spans: readonly Interval[], sizes: ScaleOptions): AxisData {
	const instants = [...new Set(spans.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
	return { contents: spans, instants, maxFolds: maxFolds(sizes), unfolded: [] };
}

function wholeOf(spans: readonly Interval[], sizes: ScaleOptions): TimeScale {
	const scale = createTimeScale(foldGaps(spans, maxFolds(sizes)), sizes);
	if (scale === null) throw new Error('no scale');
	return scale;
}

/** Segments in order and apart by folded gaps of one width, all of the screen filled. */
function expectSound(scale: TimeScale): void {
	const { segments, widthPx, foldPx, rtl } = scale;
	segments.forEach((segment, i) => {
		expect(segment.x1).toBeGreaterThan(segment.x0);
		expect(segment.end).toBeGreaterThan(segment.start);
		const before = segments[i - 1];
		if (before === undefined) return;
		expect(segment.start).toBeGreaterThanOrEqual(before.end);
		expect(rtl ? before.x0 - segment.x1 : segment.x0 - before.x1).toBeCloseTo(foldPx, 4);
	});
	const edges = segments.flatMap(({ x0, x1 }) => [x0, x1]);
	expect(Math.min(...edges)).toBeLessThanOrEqual(1e-3);
	expect(Math.max(...edges)).toBeGreaterThanOrEqual(widthPx - 1e-3);
}

describe('zooming', () => {
	it('leaves what is under the pointer where it is, whatever the data, unless the axis ends', () => {
		fc.assert(
			fc.property(contents, options, share, factor, (spans, sizes, at, by) => {
				const whole = wholeOf(spans, sizes);
				const anchorPx = at * sizes.widthPx;
				const zoomed = zoomScale(whole, by, anchorPx);
				expectSound(zoomed);
				const instant = whole.toInstant(anchorPx);
				if (by >= 1) expect(zoomed.toPx(instant)).toBeCloseTo(anchorPx, 0);
				const back = zoomScale(zoomed, 1e-9, anchorPx);
				expect(isWhole(back)).toBe(true);
				for (const { start } of spans) expect(back.toPx(start)).toBeCloseTo(whole.toPx(start), 0);
			})
		);
	});

	it('goes from a millennium to an hour, and no further', () => {
		const spans = ['1000-01-01', '1500-06-01', '2000-01-01'].map((text) => ({
			start: day(text),
			end: day(text) + DAY_MS
		}));
		const sizes = { widthPx: 1000, rtl: false, foldPx: 72, minPx: 64, airPx: 12 };
		const linear = createTimeScale(foldGaps(spans, 0), sizes);
		if (linear === null) throw new Error('no scale');
		let scale = linear;
		for (let i = 0; i < 100; i++) scale = zoomScale(scale, 1.5, linear.toPx(day('1500-06-01')));
		expect(scale.view.end - scale.view.start).toBeGreaterThanOrEqual(HOUR_MS - 2);
		expect(scale.view.end - scale.view.start).toBeLessThan(1.01 * HOUR_MS);
		expect(scale.view.start).toBeLessThanOrEqual(day('1500-06-01'));
		expect(scale.view.end).toBeGreaterThanOrEqual(day('1500-06-01'));
		for (let i = 0; i < 100; i++) scale = zoomScale(scale, 1 / 1.5, 300);
		expect(scale.view).toEqual(linear.domain);
	});

	it('is undone by its inverse', () => {
		fc.assert(
			fc.property(contents, options, share, fc.double({ min: 1, max: 20, noNaN: true }), (spans, sizes, at, by) => {
				const whole = wholeOf(spans, sizes);
				const start = zoomScale(whole, 4, sizes.widthPx / 2);
				const there = zoomScale(start, by, at * sizes.widthPx);
				const stops = there.segments.some(({ x0, x1 }, i) => {
					const before = start.segments[i];
					return before !== undefined && Math.abs((x1 - x0) / (before.x1 - before.x0) - by) > 1e-6;
				});
				fc.pre(!stops);
				const back = zoomScale(there, 1 / by, at * sizes.widthPx);
				start.segments.forEach(({ x0 }, i) => expect(back.segments[i]?.x0).toBeCloseTo(x0, 1));
			})
		);
	});
});

describe('panning', () => {
	it('moves everything by as much, and stops at the ends', () => {
		fc.assert(
			fc.property(contents, options, fc.integer({ min: -500, max: 500 }), (spans, sizes, by) => {
				const start = zoomScale(wholeOf(spans, sizes), 5, sizes.widthPx / 2);
				const moved = panScale(start, by);
				expectSound(moved);
				const shifts = moved.segments.map(({ x0 }, i) => x0 - (start.segments[i]?.x0 ?? 0));
				for (const shift of shifts) expect(shift).toBeCloseTo(shifts[0] ?? 0, 5);
				expect(Math.abs(shifts[0] ?? 0)).toBeLessThanOrEqual(Math.abs(by) + 1e-6);
				expect((shifts[0] ?? 0) * by).toBeGreaterThanOrEqual(-1e-6);
				const far = panScale(start, sizes.rtl ? 1e9 : -1e9);
				expect(far.toPx(far.domain.end)).toBeCloseTo(sizes.rtl ? 0 : sizes.widthPx, 3);
			})
		);
	});

	it('brings what is asked for on screen, and moves no more than that', () => {
		fc.assert(
			fc.property(contents, options, share, (spans, sizes, at) => {
				const start = zoomScale(wholeOf(spans, sizes), 5, at * sizes.widthPx);
				const span = spans[0] ?? { start: 0, end: 0 };
				const point = { start: span.start, end: span.start };
				const px = revealed(start, point).toPx(span.start);
				expect(px).toBeGreaterThanOrEqual(-1e-3);
				expect(px).toBeLessThanOrEqual(sizes.widthPx + 1e-3);
				const middle = start.toInstant(sizes.widthPx / 2);
				expect(revealed(start, { start: middle, end: middle })).toBe(start);
			})
		);
	});
});

describe('coming to rest', () => {
	it('fills the screen with what was in view, and is the same again', () => {
		fc.assert(
			fc.property(contents, options, share, factor, (spans, sizes, at, by) => {
				const whole = wholeOf(spans, sizes);
				const data = dataOf(spans, sizes);
				const live = zoomScale(whole, by, at * sizes.widthPx);
				const viewport = settle(live, whole, data);
				expect(viewport === null).toBe(isWhole(live));
				if (viewport === null) return;
				const scale = zoomedScale(whole, viewport, data, sizes);
				expectSound(scale);
				const edges = [scale.toPx(viewport.view.start), scale.toPx(viewport.view.end)];
				expect(Math.min(...edges)).toBeCloseTo(0, 0);
				expect(Math.max(...edges)).toBeCloseTo(sizes.widthPx, 0);
				expect(scale.domain).toEqual(whole.domain);
			})
		);
	});

	it('moves nothing where no gap folds or unfolds', () => {
		const spans = Array.from({ length: 60 }, (_, i) => ({ start: i * 3 * DAY_MS, end: (i * 3 + 2) * DAY_MS }));
		const sizes = { widthPx: 1000, rtl: false, foldPx: 72, minPx: 64, airPx: 12 };
		const whole = wholeOf(spans, sizes);
		const live = zoomScale(whole, 3, 400);
		const viewport = settle(live, whole, dataOf(spans, sizes));
		if (viewport === null) throw new Error('not zoomed');
		const scale = zoomedScale(whole, viewport, dataOf(spans, sizes), sizes);
		for (const { start } of spans) expect(scale.toPx(start)).toBeCloseTo(live.toPx(start), 3);
	});

	it('folds the gaps of what is in view, and lets them go when it is not', () => {
		// On the whole axis a day is nothing beside 400 years; in its month the week between two days is long.
		const years = Array.from({ length: 20 }, (_, i) => ({
			start: Date.UTC(1600 + 20 * i, 0),
			end: Date.UTC(1601 + 20 * i, 0)
		}));
		const days = ['1705-03-01', '1705-03-02', '1705-03-20', '1705-03-21'].map((text) => ({
			start: day(text),
			end: day(text) + DAY_MS
		}));
		const spans = [...years, ...days].sort((a, b) => a.start - b.start);
		const sizes = { widthPx: 1200, rtl: false, foldPx: 72, minPx: 64, airPx: 12 };
		const whole = wholeOf(spans, sizes);
		const data = dataOf(spans, sizes);
		expect(whole.folds).toEqual([]);
		const march = viewportAt({ start: day('1705-02-20'), end: day('1705-04-01') }, whole, data);
		expect(march?.folds).toEqual([{ start: day('1705-03-03'), end: day('1705-03-20') }]);
		if (march === null) return;
		const near = zoomedScale(whole, march, data, sizes);
		expect(near.folds).toHaveLength(1);
		expect(settle(panScale(near, 30), whole, data)?.folds).toEqual(march.folds);
		const far = settle(zoomScale(near, 1 / 400, 600), whole, data);
		expect(far?.folds.every(({ start, end }) => end <= day('1705-03-01') || start >= day('1705-03-22'))).toBe(true);
		expect(settle(zoomScale(near, 1e-9, 600), whole, data)).toBeNull();
		const unfolded = [{ start: day('1705-03-03'), end: day('1705-03-20') }];
		expect(viewportAt(march.view, whole, { ...data, unfolded })?.folds).toEqual([]);
	});
});
