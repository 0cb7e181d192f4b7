import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSteps } from '../../../src/lib/timeline/steps.ts';
import { foldGaps } from '../../../src/lib/timeline/folds.ts';
import { createTimeScale, maxFolds, type TimeScale } from '../../../src/lib/timeline/time-scale.ts';
import { catalogueOf, day, pictureOf, realCatalogue } from './support.ts';

const YEAR_MS = 31_556_952_000;

const contents = fc.array(
	fc
		.tuple(fc.integer({ min: -200_000, max: 270_000 }), fc.integer({ min: 1, max: 400 * 86_400 }))
		.map(([year, seconds]) => ({ start: year * YEAR_MS, end: year * YEAR_MS + seconds * 1000 })),
	{ minLength: 1, maxLength: 30 }
);
const options = fc.record({
	widthPx: fc.integer({ min: 200, max: 3000 }),
	rtl: fc.boolean(),
	foldPx: fc.integer({ min: 20, max: 80 }),
	minPx: fc.integer({ min: 10, max: 80 }),
	airPx: fc.integer({ min: 2, max: 20 })
});

function make(
	spans: readonly { start: number; end: number }[],
	sizes: Parameters<typeof createTimeScale>[1]
): TimeScale {
	const scale = createTimeScale(foldGaps(spans, maxFolds(sizes)), sizes);
	if (scale === null) throw new Error('no scale');
	return scale;
}

describe('the time scale', () => {
	it('has toPx and toInstant for inverses', () => {
		fc.assert(
			fc.property(contents, options, fc.double({ min: 0, max: 1, noNaN: true }), (spans, sizes, share) => {
				const scale = make(spans, sizes);
				const px = share * sizes.widthPx;
				expect(scale.toPx(scale.toInstant(px))).toBeCloseTo(px, 1);
				const ms = Math.round(scale.domain.start + share * (scale.domain.end - scale.domain.start));
				const { start, end } = scale.domain;
				expect(Math.abs(scale.toInstant(scale.toPx(ms)) - ms)).toBeLessThanOrEqual(2 + (end - start) * 1e-9);
			})
		);
	});

	it('keeps order, the whole width, and every content inside a segment', () => {
		fc.assert(
			fc.property(contents, options, (spans, sizes) => {
				const scale = make(spans, sizes);
				const sign = sizes.rtl ? -1 : 1;
				expect(scale.toPx(-Infinity)).toBeCloseTo(sizes.rtl ? sizes.widthPx : 0, 5);
				expect(scale.toPx(Infinity)).toBeCloseTo(sizes.rtl ? 0 : sizes.widthPx, 5);
				for (const { start, end } of spans) expect(sign * (scale.toPx(end) - scale.toPx(start))).toBeGreaterThan(0);
				for (const { content, start, end, x0, x1 } of scale.segments) {
					expect(start).toBeLessThan(content.start);
					expect(end).toBeGreaterThan(content.end);
					expect(x1).toBeGreaterThan(x0);
				}
			})
		);
	});

	it('gives a year beside eleven months room for its bar', () => {
		for (const width of [1440, 360]) {
			const { scale } = pictureOf(realCatalogue, width);
			expect(scale.toPx(day('1964-01-01')) - scale.toPx(day('1963-01-01'))).toBeGreaterThan(18);
			expect(scale.toPx(day('2025-10-16')) - scale.toPx(day('2024-12-01'))).toBeGreaterThan(width / 2);
		}
	});

	it('runs from right to left where the language does', () => {
		const { scale } = pictureOf(realCatalogue, 1440, { rtl: true });
		expect(scale.toPx(day('1963-06-01'))).toBeGreaterThan(scale.toPx(day('2025-06-01')));
	});

	it('has an axis for one instant, for BCE, and for the ends of what a date reaches', () => {
		for (const when of ['2025-10-14', '-0043-03-15', '2025-10-14T12:00:00Z', 'Y-271000', 'Y170000002/Y170000003']) {
			const catalogue = catalogueOf(when, '2025');
			const { scale, axis } = pictureOf(catalogue);
			expect(scale.domain.end).toBeGreaterThan(scale.domain.start);
			expect(axis.labels.length).toBeGreaterThan(0);
		}
	});

	it('has labels that never collide, whatever the data and the width', () => {
		const dates = fc.oneof(
			fc
				.integer({ min: -3000, max: 3000 })
				.map((year) => `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`),
			fc.integer({ min: 0, max: 20_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10)),
			fc.integer({ min: 0, max: 600 }).map((months) => new Date(Date.UTC(1970, months)).toISOString().slice(0, 7))
		);
		fc.assert(
			fc.property(
				fc.array(
					dates.filter((text) => text !== '-0000'),
					{ minLength: 1, maxLength: 12 }
				),
				fc.integer({ min: 320, max: 2000 }),
				fc.boolean(),
				(texts, width, rtl) => {
					const { axis, scale, metrics } = pictureOf(catalogueOf(...texts), width, { rtl });
					for (const row of [0, 1]) {
						const labels = axis.labels.filter((label) => label.row === row).sort((a, b) => a.x0 - b.x0);
						labels.forEach((label, i) => {
							expect(label.x0).toBeGreaterThanOrEqual(-metrics.padPx);
							expect(label.x1).toBeLessThanOrEqual(scale.widthPx + metrics.padPx);
							if (i > 0) expect(label.x0).toBeGreaterThan(labels[i - 1]?.x1 ?? Infinity);
						});
					}
				}
			),
			{ numRuns: 150 }
		);
	});
});

describe('steps', () => {
	const { scale, steps } = pictureOf(realCatalogue, 1440);

	it('are as fine as what is shown', () => {
		expect(steps.unitAt(day('2025-06-01'))).toBe('day');
		expect(steps.unitAt(day('1963-06-01'))).toBe('month');
		expect(pictureOf(realCatalogue, 360).steps.unitAt(day('2025-06-01'))).toBe('month');
		expect(createSteps(pictureOf(catalogueOf('2025-10-14')).scale, 'day').unitAt(day('2025-10-14'))).toBe('day');
	});

	it('cross a folded gap at once, both ways', () => {
		expect(steps.next(day('1964-01-01'), 1)).toBe(day('1999-07-01'));
		expect(steps.next(day('1999-07-01'), -1)).toBe(day('1964-01-01'));
		expect(steps.snap(day('1975-01-01'))).toBe(day('1964-01-01'));
		expect(steps.snap(day('1995-01-01'))).toBe(day('1999-07-01'));
	});

	it('end at the edges of the axis, and lead from there into the data', () => {
		expect(steps.next(Infinity, 1)).toBe(scale.domain.end);
		expect(steps.next(-Infinity, 1)).toBe(day('1963-01-01'));
		expect(steps.next(Infinity, -1)).toBe(day('2025-10-16'));
		expect(steps.next(day('2025-10-16'), 1)).toBe(scale.domain.end);
	});

	it('always lead on', () => {
		for (const direction of [1, -1] as const) {
			for (const size of ['unit', 'larger'] as const) {
				let at = direction === 1 ? -Infinity : Infinity;
				let count = 0;
				for (let next = steps.next(at, direction, size); next !== at && count < 1000; count++) {
					at = next;
					next = steps.next(at, direction, size);
					if (next !== at) expect(Math.sign(next - at)).toBe(direction);
				}
				expect(at).toBe(direction === 1 ? scale.domain.end : scale.domain.start);
			}
		}
	});
});
