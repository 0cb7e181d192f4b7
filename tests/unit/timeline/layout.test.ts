import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addTo } from '../../../src/lib/core/granularity.ts';
import type { Interval } from '../../../src/lib/core/interval.ts';
import type { EventId } from '../../../src/lib/core/model.ts';
import type { MarkShape } from '../../../src/lib/timeline/layout.ts';
import { wholeUnits } from '../../../src/lib/timeline/model.ts';
import { contentOf } from '../../../src/lib/timeline/pieces.ts';
import { anyGiven, catalogueOf, dateText, day, drawn, pictureOf, realCatalogue } from './support.ts';

const OUTSIDE_PX = 40;
const window = (start: string, end: string): Interval => ({ start: day(start), end: day(end) });
const id = (text: string): EventId => text as EventId;

/** Every px of a mark. */
const pxOf = (mark: MarkShape): readonly number[] => [
	...[...mark.bars, ...mark.lines].flatMap(({ x0, x1 }) => [x0, x1]),
	...[...mark.signs, ...mark.queries, ...mark.arrows].map(({ x }) => x),
	...mark.caps
];
/** A mark alone on an axis with two others, in a part of it. */
const markIn = (when: string, view: Interval | undefined, rtl = false, others = ['2000', '2030']) => {
	const picture = pictureOf(catalogueOf(when, ...others), 1440, { folded: false, rtl, ...(view && { view }) });
	return { scale: picture.scale, mark: picture.marks.find((mark) => mark.id === 'e0') };
};

describe('what is drawn', () => {
	it('is on screen or close to it, and has all of its room', () => {
		fc.assert(
			fc.property(fc.array(dateText, { minLength: 1, maxLength: 12 }), anyGiven, (texts, given) => {
				const { marks, scale } = pictureOf(catalogueOf(...texts), given.widthPx, given);
				for (const mark of marks) {
					for (const px of pxOf(mark)) {
						expect(px).toBeGreaterThanOrEqual(-OUTSIDE_PX - 1e-6);
						expect(px).toBeLessThanOrEqual(scale.widthPx + OUTSIDE_PX + 1e-6);
						expect(px).toBeGreaterThanOrEqual(mark.extent.x0 - 1e-6);
						expect(px).toBeLessThanOrEqual(mark.extent.x1 + 1e-6);
					}
					expect(mark.extent.x1).toBeGreaterThanOrEqual(0);
					expect(mark.extent.x0).toBeLessThanOrEqual(scale.widthPx);
				}
			}),
			{ numRuns: 80 }
		);
	});

	it('is everything that has a date in view', () => {
		fc.assert(
			fc.property(fc.array(dateText, { minLength: 1, maxLength: 5 }), anyGiven, (texts, given) => {
				const catalogue = catalogueOf(...texts);
				const { marks, scale } = pictureOf(catalogue, given.widthPx, given);
				const isSeen = (ms: number): boolean => scale.toPx(ms) >= 0 && scale.toPx(ms) <= scale.widthPx;
				const ids = marks.map((mark) => mark.id);
				for (const event of drawn(catalogue).events)
					if (event.drawing.pieces.some(({ start, end }) => isSeen((start + end) / 2))) expect(ids).toContain(event.id);
			}),
			{ numRuns: 80 }
		);
	});

	it('is nothing of what lies beside the screen', () => {
		const view = window('2010-01-01', '2012-01-01');
		for (const when of ['2009-10-01', '2013', '2005/2008', '[2005,2013]'])
			expect(markIn(when, view).mark?.signs ?? []).toEqual([]);
		expect(markIn('2009-10-01', view).mark).toBeUndefined();
		expect(markIn('2005/2008', view).mark).toBeUndefined();
		expect(markIn('2005/2015', view).mark).toMatchObject({ signs: [], caps: [], label: {} });
	});
});

describe.each([false, true])('an open side (from right to left: %s)', (rtl) => {
	it('has its arrow at the outer edge of the screen, and none when it lies beside it', () => {
		const view = window('2010-01-01', '2012-01-01');
		const arrows = (when: string) => {
			const { mark, scale } = markIn(when, view, rtl);
			return mark?.arrows.map(({ x, toRight }) => [x === 1 ? 'left' : x === scale.widthPx - 1 ? 'right' : x, toRight]);
		};
		const [past, future] = rtl ? ['right', 'left'] : ['left', 'right'];
		expect(arrows('2011/..')).toEqual([[future, !rtl]]);
		expect(arrows('../2011')).toEqual([[past, rtl]]);
		// Begun long before, and still going on.
		expect(arrows('2005/..')).toEqual([[future, !rtl]]);
		expect(arrows('2020/..')).toBeUndefined();
		expect(arrows('2012-01-15/..')).toBeUndefined();
		expect(arrows('../2009-12-15')).toBeUndefined();
		expect(arrows('../2005')).toBeUndefined();
	});
});

describe('a day that is come near', () => {
	const others = ['2025-03-01', '2025-06-01'];

	it('is a dot until it is wide, then a bar as wide as itself', () => {
		expect(markIn('2025-04-10', undefined, false, others).mark?.bars).toEqual([]);
		const { mark, scale } = markIn('2025-04-10', window('2025-04-08', '2025-04-13'), false, others);
		const [bar] = mark?.bars ?? [];
		expect(bar?.x0).toBeCloseTo(scale.toPx(day('2025-04-10')) + 2, 0);
		expect(bar?.x1).toBeCloseTo(scale.toPx(day('2025-04-11')) - 2, 0);
		expect(markIn('2025-04-10', window('2025-03-20', '2025-05-13'), false, others).mark?.bars).toEqual([]);
	});

	it('stays a dot where the whole axis is no more than a day', () => {
		const { marks } = pictureOf(catalogueOf('2025-04-10'), 1440);
		expect(marks[0]?.bars).toEqual([]);
	});

	it('stands beside the day before in one lane', () => {
		const texts = ['2025-04-10', '2025-04-11', '2025-04-12', ...others];
		const { marks } = pictureOf(catalogueOf(...texts), 1440, {
			view: window('2025-04-08', '2025-04-15'),
			folded: false,
			measure: () => 0
		});
		expect(marks.map(({ lane }) => lane)).toEqual([0, 0, 0]);
	});
});

describe('words', () => {
	it('stand inside of what is wider than they are, clear of its sign', () => {
		const { mark } = markIn('2010/2020', undefined);
		const run = mark?.lines.filter(({ kind }) => kind === 'run') ?? [];
		expect(mark?.label).not.toBeNull();
		for (const { x0, x1 } of run) expect((mark?.label?.x ?? 0) > x0 && (mark?.label?.x ?? 0) < x1).toBe(false);
	});
});

describe('a single mark', () => {
	it('stands where its event would without any other, also when the picture has only bars', () => {
		const crowd = Array<string>(300).fill('2010-05-05');
		const picture = pictureOf(catalogueOf('2005-05-05', ...crowd, '2000', '2030'), 1440, { folded: false });
		expect(picture.isBinned).toBe(true);
		const single = picture.single(id('e7'));
		expect(single?.signs[0]?.x).toBeCloseTo(picture.scale.toPx(day('2010-05-05') + 43_200_000), 3);
		expect(single).toMatchObject({ id: 'e7', lane: picture.metrics.lanes - 1, label: null });
	});

	it('is the same as in the picture where there is one, and none off screen, undated or unknown', () => {
		const picture = pictureOf(realCatalogue, 1440);
		for (const mark of picture.marks) {
			const { signs, bars, queries } = picture.single(mark.id) ?? {};
			expect({ signs, bars, queries }).toEqual({ signs: mark.signs, bars: mark.bars, queries: mark.queries });
		}
		const undated = pictureOf(catalogueOf('2000', '2010-03-03', {}), 1440, {
			view: window('2000-02-01', '2000-05-01')
		});
		expect(['e1', 'e2', 'nobody'].map((text) => undated.single(id(text)))).toEqual([null, null, null]);
	});
});

describe('the content of a date', () => {
	it('is its pieces, all of a run, and the fading of what is approximate', () => {
		const content = (when: string): readonly Interval[] => {
			const [event] = drawn(catalogueOf(when)).events;
			return event === undefined ? [] : contentOf(event.drawing);
		};
		expect(content('2024-05-06')).toEqual([window('2024-05-06', '2024-05-07')]);
		expect(content('[2021,2023]')).toHaveLength(2);
		expect(content('2021/2023')).toContainEqual(window('2021-01-01', '2024-01-01'));
		const [about] = content('2023~');
		expect(about?.start).toBe(day('2023-01-01') - (365 / 2) * 86_400_000);
		expect(content('2021/..')).toEqual([window('2021-01-01', '2022-01-01')]);
	});
});

describe('whole units', () => {
	it('never say that a gap is longer than it is, nor shorter by one of them', () => {
		const start = fc.integer({ min: -60_000_000_000_000, max: 60_000_000_000_000 });
		fc.assert(
			fc.property(start, fc.double({ min: 0, max: 14, noNaN: true }), (from, power) => {
				const gap = { start: from, end: from + Math.floor(10 ** power) };
				const whole = wholeUnits(gap);
				expect(whole.start).toBe(from);
				expect(whole.end).toBeLessThanOrEqual(gap.end);
				const found = (['year', 'month', 'day', 'hour', 'minute'] as const).find(
					(unit) => addTo(from, unit, 1) <= gap.end
				);
				if (found === undefined) expect(whole).toEqual(gap);
				else {
					expect(whole.end).toBeGreaterThan(from);
					expect(addTo(whole.end, found, 1)).toBeGreaterThan(gap.end - 3 * 86_400_000);
				}
			}),
			{ numRuns: 500 }
		);
		expect(wholeUnits(window('1964-01-01', '1999-07-02'))).toEqual(window('1964-01-01', '1999-01-01'));
		expect(wholeUnits(window('2025-01-31', '2025-03-30'))).toEqual(window('2025-01-31', '2025-02-28'));
	});
});
