import { describe, expect, it } from 'vitest';
import type { InlineCatalogue } from '../../../src/lib/core/catalogue.ts';
import type { Interval } from '../../../src/lib/core/interval.ts';
import { AxisView } from '../../../src/lib/timeline/axis-view.svelte.ts';
import { scaleOptions } from '../../../src/lib/timeline/metrics.ts';
import type { TimeScale } from '../../../src/lib/timeline/time-scale.ts';
import { catalogueOf, day, drawn, realCatalogue } from './support.ts';

const DAY_MS = 86_400_000;
const window = (start: string, end: string): Interval => ({ start: day(start), end: day(end) });

/** The view of an axis whose width, direction and folding can be changed. */
function viewOf(
	catalogue: InlineCatalogue = realCatalogue,
	first: { rtl?: boolean; folded?: boolean; widthPx?: number } = {}
) {
	const given = { widthPx: 1440, rtl: false, folded: true, ...first };
	const { contents } = drawn(catalogue);
	const view = new AxisView(() => ({
		contents,
		folded: given.folded,
		options: scaleOptions(given.widthPx, given.rtl)
	}));
	const scale = (): TimeScale => {
		if (view.scale === null) throw new Error('There is no axis.');
		return view.scale;
	};
	/** All that two scales differ by. */
	const shown = (of: TimeScale | null = scale()) => of && [of.segments, of.folds, of.view];
	return { given, view, scale, shown };
}

/** Segments fill the screen, and everything is a number. */
function expectSound(scale: TimeScale): void {
	for (const { x0, x1 } of scale.segments) {
		expect([x0, x1].every(Number.isFinite)).toBe(true);
		expect(x1).toBeGreaterThan(x0);
	}
	const edges = scale.segments.flatMap(({ x0, x1 }) => [x0, x1]);
	expect(Math.min(...edges)).toBeLessThanOrEqual(1e-3);
	expect(Math.max(...edges)).toBeGreaterThanOrEqual(scale.widthPx - 1e-3);
	expect(scale.view.end).toBeGreaterThan(scale.view.start);
}

describe('zooming', () => {
	it.each([false, true])('comes nearer to a place and goes back to the whole axis (from right to left: %s)', (rtl) => {
		const { view, scale, shown } = viewOf(realCatalogue, { rtl });
		const px = scale().toPx(day('2025-06-01'));
		view.zoomStep(1, px);
		expect(view.isZoomed).toBe(true);
		expect(scale().toPx(day('2025-06-01'))).toBeCloseTo(px, 0);
		for (let i = 0; i < 4; i++) view.zoomStep(1);
		expectSound(scale());
		for (let i = 0; i < 12; i++) view.zoomStep(-1);
		expect(view.isZoomed).toBe(false);
		expect(shown()).toEqual(shown(view.whole));
	});

	it('is a gesture until it rests, and then the same again', () => {
		const { view, scale, shown } = viewOf();
		view.zoomBy(8, 900);
		const live = scale();
		expect(shown(live)).not.toEqual(shown(view.whole));
		view.rest();
		expectSound(scale());
		const { start, end } = scale().view;
		expect([start, end].every((ms) => ms >= live.view.start - 1 && ms <= live.view.end + 1)).toBe(true);
		const rested = shown();
		view.rest();
		expect(shown()).toEqual(rested);
	});

	it('moves by half a screen in the direction of time, and not on the whole axis', () => {
		for (const rtl of [false, true]) {
			const { view, scale, shown } = viewOf(realCatalogue, { rtl, folded: false });
			const whole = shown();
			view.panStep(1);
			expect(shown()).toEqual(whole);
			view.show(window('2000-01-01', '2010-01-01'));
			const middle = day('2005-01-01');
			view.panStep(1);
			expect(Math.abs(scale().view.start - middle)).toBeLessThan(2 * DAY_MS);
			view.panStep(-1);
			expect(Math.abs(scale().view.end - day('2010-01-01'))).toBeLessThan(2 * DAY_MS);
			view.centreOn(day('2002-01-01'));
			expect(scale().toPx(day('2002-01-01'))).toBeCloseTo(scale().widthPx / 2, 0);
		}
	});

	it('shows the whole at once, also in the middle of a gesture', () => {
		const { view, shown } = viewOf();
		view.zoomBy(8, 900);
		view.rest();
		view.zoomBy(8, 900);
		view.showWhole();
		expect(shown()).toEqual(shown(view.whole));
		view.rest();
		expect(shown()).toEqual(shown(view.whole));
	});

	it('shows from edge to edge what it is asked for, and the whole axis for more than that', () => {
		const { view, scale } = viewOf();
		view.show(window('2025-02-01', '2025-04-01'));
		expect(scale().toPx(day('2025-02-01'))).toBeCloseTo(0, 0);
		expect(scale().toPx(day('2025-04-01'))).toBeCloseTo(scale().widthPx, 0);
		view.show(window('1800-01-01', '2100-01-01'));
		expect(view.isZoomed).toBe(false);
	});

	it('has nothing to do where nothing is dated', () => {
		const { view } = viewOf(catalogueOf({}, {}));
		view.zoomStep(1);
		view.panStep(1);
		view.show(window('2025-01-01', '2025-02-01'));
		view.reveal(window('2025-01-01', '2025-02-01'));
		view.rest();
		expect([view.whole, view.scale, view.isZoomed]).toEqual([null, null, false]);
	});
});

describe('what is outside the screen', () => {
	it('is brought there, and what is inside leaves everything where it is', () => {
		const { view, scale, shown } = viewOf();
		view.show(window('2025-05-01', '2025-06-01'));
		const before = shown();
		view.reveal(window('2025-05-05', '2025-05-08'));
		expect(shown()).toEqual(before);
		view.reveal(window('2025-08-05', '2025-08-08'));
		expect(scale().view.end).toBeGreaterThanOrEqual(day('2025-08-08') - 1000);
		expectSound(scale());
		view.reveal(window('1963-01-01', '1963-01-02'));
		expect(scale().view.start).toBeLessThanOrEqual(day('1963-01-01'));
		expectSound(scale());
	});
});

describe('gaps', () => {
	const gap = (view: AxisView): Interval => {
		const [fold] = view.whole?.folds ?? [];
		if (fold === undefined) throw new Error('Nothing is folded.');
		return { start: fold.start, end: fold.end };
	};

	it('unfold and fold again on the whole axis', () => {
		const { view, scale } = viewOf();
		const before = scale();
		const first = gap(view);
		view.unfold(first);
		expect(view.unfolded).toEqual([first]);
		expect(scale().folds).toHaveLength(before.folds.length - 1);
		expect(Math.abs(scale().toPx(first.end) - scale().toPx(first.start))).toBeGreaterThan(100);
		view.fold(first);
		expect(view.unfolded).toEqual([]);
		expect(scale().folds).toEqual(before.folds);
	});

	it('unfold and fold again where a part of the axis is on screen, which stays there', () => {
		const { view, scale } = viewOf();
		const first = gap(view);
		view.show(window('1963-03-01', '2025-06-01'));
		expect(view.isZoomed).toBe(true);
		const before = scale().view;
		view.unfold(first);
		expect(scale().folds.some(({ start }) => start === first.start)).toBe(false);
		expect(view.isZoomed).toBe(true);
		expectSound(scale());
		view.fold(first);
		expectSound(scale());
		expect(scale().view).toEqual(before);
	});

	it('that unfold in the middle of a gesture leave it where it has come to', () => {
		const { view, scale } = viewOf();
		view.show(window('1963-03-01', '2025-06-01'));
		view.zoomBy(3, scale().widthPx);
		const live = scale().view;
		expect(live.start).toBeGreaterThan(day('2024-12-01'));
		view.unfold(gap(view));
		expect(Math.abs(scale().view.start - live.start)).toBeLessThan(DAY_MS);
	});

	it('leave something on screen when they fold around it', () => {
		const { view, scale } = viewOf();
		const first = gap(view);
		view.unfold(first);
		view.show(window('1975-01-01', '1976-01-01'));
		expectSound(scale());
		view.fold(first);
		expectSound(scale());
	});

	it('all open where the axis is linear, zoomed or not', () => {
		const { view, scale, given } = viewOf();
		view.show(window('2025-09-01', '2025-09-11'));
		expect(scale().folds).not.toEqual([]);
		given.folded = false;
		expect(view.whole?.folds).toEqual([]);
		expect(scale().folds).toEqual([]);
		expectSound(scale());
		for (let i = 0; i < 8; i++) {
			view.zoomStep(1, 300);
			expect(scale().folds).toEqual([]);
		}
		view.show(window('1975-01-01', '1976-01-01'));
		expect(scale().toPx(day('1975-01-01'))).toBeCloseTo(0, 0);
		// Nothing happens in that year: folded, the axis has no such place.
		given.folded = true;
		expectSound(scale());
	});
});

describe('another width', () => {
	it('and another direction keep the time that is in view', () => {
		const { view: axis, scale, given } = viewOf();
		const view = window('2025-02-01', '2025-04-01');
		axis.show(view);
		for (const [widthPx, rtl] of [
			[360, false],
			[768, true],
			[1440, true]
		] as const) {
			Object.assign(given, { widthPx, rtl });
			expectSound(scale());
			expect(scale().toPx(view.start)).toBeCloseTo(rtl ? scale().widthPx : 0, 0);
			expect(scale().toPx(view.end)).toBeCloseTo(rtl ? 0 : scale().widthPx, 0);
		}
	});

	it('with room for more folds leaves something on screen when one of them folds around it', () => {
		const clusters = [1900, 1920, 1940, 1960, 1980, 2000].flatMap((year) => [`${year}-05-01`, `${year}-05-03`]);
		const { view, scale, given } = viewOf(catalogueOf(...clusters), { widthPx: 200 });
		const [narrow] = [scale().folds.length];
		view.show(window('1989-01-01', '1990-01-01'));
		given.widthPx = 1440;
		expect(view.whole?.folds.length).toBeGreaterThan(narrow);
		expectSound(scale());
	});
});
