import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BIN_STEPS, binStart, meanBinLength, nextBin } from '../../../src/lib/core/bins.ts';
import { counted } from '../support/counted.ts';
import type { Interval } from '../../../src/lib/core/interval.ts';
import { columnAt, columnsOf } from '../../../src/lib/timeline/bin-columns.ts';
import { finestIn } from '../../../src/lib/timeline/steps.ts';
import { segmentsInView } from '../../../src/lib/timeline/time-scale.ts';
import { anyGiven, catalogueOf, dateText, day, pictureOf, realCatalogue } from './support.ts';

const dates = fc.array(dateText, { minLength: 1, maxLength: 20 });
const LEAST_PX = { bars: 6, targets: 24, rows: 72 } as const;
const kind = fc.constantFrom<keyof typeof LEAST_PX>('bars', 'targets', 'rows');
const isWholePeriod = ({ start, end }: Interval): boolean =>
	BIN_STEPS.some((step) => binStart(start, step) === start && nextBin(start, step) === end);

describe('columns', () => {
	it('follow each other in the direction of writing, each within its stretch of the axis', () => {
		fc.assert(
			fc.property(dates, anyGiven, kind, (texts, given, of) => {
				const { scale } = pictureOf(catalogueOf(...texts), given.widthPx, given);
				const { columns } = columnsOf(scale, 'minute', of);
				const segments = segmentsInView(scale);
				columns.forEach(({ start, end, x0, x1 }, i) => {
					expect(end).toBeGreaterThan(start);
					expect(x1).toBeGreaterThan(x0);
					expect(segments.some((segment) => x0 >= segment.x0 - 1e-6 && x1 <= segment.x1 + 1e-6)).toBe(true);
					const before = columns[i - 1];
					if (before === undefined) return;
					expect(start).toBeGreaterThanOrEqual(before.end);
					if (scale.rtl) expect(x1).toBeLessThanOrEqual(before.x0 + 1e-6);
					else expect(x0).toBeGreaterThanOrEqual(before.x1 - 1e-6);
				});
				// Nothing of the axis is without a column.
				const covered = columns.reduce((sum, { x0, x1 }) => sum + x1 - x0, 0);
				expect(covered).toBeCloseTo(
					segments.reduce((sum, { x0, x1 }) => sum + x1 - x0, 0),
					3
				);
			}),
			{ numRuns: 80 }
		);
	});

	it('are whole periods of the calendar, unless two stretches share one', () => {
		fc.assert(
			fc.property(dates, anyGiven, kind, (texts, given, of) => {
				const { scale } = pictureOf(catalogueOf(...texts), given.widthPx, given);
				const { columns, edges } = columnsOf(scale, 'minute', of);
				let first = 0;
				edges.forEach((list, i) => {
					const own = columns.slice(first, first + list.length - 1);
					first += own.length;
					own.forEach((column, bin) => {
						const [before, after] = [edges[i - 1]?.at(-1), edges[i + 1]?.[0]];
						const isShared = (bin === 0 && column.start === before) || (bin === own.length - 1 && column.end === after);
						expect(isShared || isWholePeriod(column)).toBe(true);
					});
				});
				expect(first).toBe(columns.length);
			}),
			{ numRuns: 80 }
		);
	});

	it('are as wide as what they are for asks, unless there is no longer period', () => {
		fc.assert(
			fc.property(dates, anyGiven, kind, (texts, given, of) => {
				const { scale } = pictureOf(catalogueOf(...texts), given.widthPx, given);
				for (const segment of segmentsInView(scale)) {
					const msPerPx = (segment.end - segment.start) / (segment.x1 - segment.x0);
					const inside = columnsOf(scale, 'minute', of).columns.filter(
						({ start, end }) => start >= segment.start && end <= segment.end
					);
					// A February is a little shorter than the mean month.
					for (const { start, end } of inside)
						if (isWholePeriod({ start, end }) && end - start < 0.99 * meanBinLength('millennium'))
							expect((end - start) / msPerPx).toBeGreaterThan(0.9 * LEAST_PX[of]);
				}
			})
		);
	});

	it('are the finest that have room, and never finer than the dates of the data', () => {
		const { scale } = pictureOf(realCatalogue, 1440, { folded: false });
		expect(columnsOf(scale, 'day', 'bars').step).toBe('year');
		expect(columnsOf(scale, 'day', 'targets').step).toBe('5-years');
		const view = { start: day('2025-09-01'), end: day('2025-09-11') };
		const near = pictureOf(realCatalogue, 1440, { view, folded: false }).scale;
		expect(columnsOf(near, 'day', 'bars').step).toBe('day');
		expect(columnsOf(near, 'minute', 'bars').step).toBe('6-hours');
		expect(segmentsInView(near).map((segment) => finestIn(segment, near, 'day'))).toEqual(['day']);
	});

	it('have no step of their own where stretches differ', () => {
		expect(pictureOf(realCatalogue, 1440).bins.step).toBeNull();
	});
});

describe('edges', () => {
	it('rise, one list for each stretch, and column i is bin i of them', () => {
		fc.assert(
			fc.property(dates, anyGiven, kind, (texts, given, of) => {
				const catalogue = catalogueOf(...texts);
				const { scale } = pictureOf(catalogue, given.widthPx, given);
				const { columns, edges } = columnsOf(scale, 'minute', of);
				const { starts, ends } = counted(catalogue, edges);
				expect(columns.map(({ start, end }) => [start, end])).toEqual([...starts].map((start, i) => [start, ends[i]]));
				expect(edges).toHaveLength(segmentsInView(scale).length);
			}),
			{ numRuns: 80 }
		);
	});

	it('leave out no event that is on screen', () => {
		fc.assert(
			fc.property(dates, anyGiven, kind, (texts, given, of) => {
				const catalogue = catalogueOf(...texts);
				const { scale } = pictureOf(catalogue, given.widthPx, given);
				const segments = segmentsInView(scale);
				const isSeen = (match: Interval): boolean =>
					segments.some(({ start, end }) => match.start < end && match.end > start);
				const seen = catalogue.events.filter(({ matches }) => matches.some(isSeen)).length;
				const histogram = counted(catalogue, columnsOf(scale, 'minute', of).edges);
				expect(histogram.events).toBeGreaterThanOrEqual(seen);
			}),
			{ numRuns: 80 }
		);
	});

	it('are the same whatever the direction of the axis', () => {
		fc.assert(
			fc.property(dates, anyGiven, kind, (texts, { widthPx, folded = true, zoom }, of) => {
				// At a place between two the directions differ by a millisecond: on the whole axis there is none.
				const at = { factor: zoom?.factor ?? 1, at: 0 };
				const edgesIn = (rtl: boolean): readonly (readonly number[])[] => {
					const given = { folded, rtl, zoom: rtl ? { ...at, at: 1 } : at };
					const { scale } = pictureOf(catalogueOf(...texts), widthPx, given);
					return columnsOf(scale, 'minute', of).edges.map((list) => [...list]);
				};
				const [ltr, rtl] = [edgesIn(false), edgesIn(true)];
				expect(rtl).toEqual(ltr);
			})
		);
	});
});

describe('the column at a place', () => {
	it('is the one there, and the nearest in a folded gap and beside the axis', () => {
		const { bins, scale } = pictureOf(realCatalogue, 1440);
		for (const column of bins.columns) expect(columnAt(bins.columns, (column.x0 + column.x1) / 2)).toBe(column);
		const [fold] = scale.folds;
		if (fold === undefined) throw new Error('no fold');
		expect(columnAt(bins.columns, fold.x0 + 10)?.x1).toBe(fold.x0);
		expect(columnAt(bins.columns, fold.x1 - 10)?.x0).toBe(fold.x1);
		expect(columnAt(bins.columns, -100)).toBe(bins.columns[0]);
		expect(columnAt(bins.columns, 9999)).toBe(bins.columns.at(-1));
		expect(columnAt([], 5)).toBeNull();
	});
});
