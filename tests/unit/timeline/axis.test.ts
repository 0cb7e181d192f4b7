import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { floorTo } from '../../../src/lib/core/granularity.ts';
import type { Interval } from '../../../src/lib/core/interval.ts';
import type { AxisLabel, AxisWords } from '../../../src/lib/timeline/axis.ts';
import type { Picture } from '../../../src/lib/timeline/model.ts';
import { datasetNamed } from '../../support/datasets.ts';
import { joined } from '../support/joined.ts';
import { segmentsInView } from '../../../src/lib/timeline/time-scale.ts';
import { anyGiven, catalogueOf, dateText, day, pictureOf, realCatalogue } from './support.ts';

const INSET_PX = 3;
const WIDTH_PX = { year: 30, monthYear: 50, month: 24, day: 14, time: 32, dayTime: 90, period: 62, length: 50 };

/** Words that say what they stand for: their kind, and the instants in ms. */
const coded: AxisWords = {
	year: (ms) => `year ${ms}`,
	monthYear: (ms) => `monthYear ${ms}`,
	month: (ms) => `month ${ms}`,
	day: (ms) => `day ${ms}`,
	time: (ms) => `time ${ms}`,
	dayTime: (ms) => `dayTime ${ms}`,
	period: ({ start, end }) => `period ${start} ${end}`,
	length: ({ start, end }) => `length ${start} ${end}`
};
const decode = ({ text }: AxisLabel) => {
	const [kind, start, end] = text.split(' ');
	return { kind: kind as keyof typeof WIDTH_PX, start: Number(start), end: Number(end) };
};
const measure = (text: string): number => WIDTH_PX[text.split(' ')[0] as keyof typeof WIDTH_PX];
const texts = ({ axis }: Picture): readonly string[] => axis.labels.map(({ text }) => text);

function expectReadable({ axis, scale, metrics }: Picture): void {
	for (const row of [0, 1]) {
		const labels = axis.labels.filter((label) => label.row === row).sort((a, b) => a.x0 - b.x0);
		labels.forEach((label, i) => {
			expect(label.x0).toBeGreaterThanOrEqual(-metrics.padPx);
			expect(label.x1).toBeLessThanOrEqual(scale.widthPx + metrics.padPx);
			if (i > 0) expect(label.x0).toBeGreaterThanOrEqual((labels[i - 1]?.x1 ?? Infinity) + 8 - 1e-6);
		});
	}
	if (scale.widthPx > 200) expect(axis.labels.filter(({ isFold }) => !isFold).length).toBeGreaterThan(0);
	for (const tick of axis.ticks) {
		expect(tick).toBeGreaterThanOrEqual(-1e-6);
		expect(tick).toBeLessThanOrEqual(scale.widthPx + 1e-6);
	}
}

/** What an instant begins that is named like this at a tick. */
const UNITS = {
	year: 'year',
	monthYear: 'month',
	month: 'month',
	day: 'day',
	time: 'minute',
	dayTime: 'minute',
	period: 'day'
} as const;

/** Each label stands where its own words say. */
function expectTrue({ axis, scale }: Picture): void {
	const middles = segmentsInView(scale).map(({ content }) => (content.start + content.end) / 2);
	for (const label of axis.labels) {
		const { kind, start, end } = decode(label);
		const edge = scale.rtl ? label.x1 + INSET_PX : label.x0 - INSET_PX;
		if (kind === 'length') {
			expect(scale.folds).toContainEqual(expect.objectContaining({ start, end }));
		} else if (label.row === 1) {
			// The larger period that what stands above it belongs to.
			const at = scale.toInstant(edge + (scale.rtl ? -0.05 : 0.05));
			expect(floorTo(at, UNITS[kind])).toBe(floorTo(start, UNITS[kind]));
		} else if (Math.abs(scale.toPx(start) - edge) < 0.01) {
			expect(floorTo(start, UNITS[kind])).toBe(start);
		} else if (kind === 'period') {
			// A whole period has its name within what is around it, or it is the day of a moment, which is all that there is.
			const at = scale.toPx((start + end) / 2);
			const around = segmentsInView(scale).find(({ x0, x1 }) => at >= x0 && at <= x1);
			const isNear = around !== undefined && label.x0 <= around.x1 + 1 && label.x1 >= around.x0 - 1;
			expect(isNear || middles.some((ms) => ms >= start && ms < end)).toBe(true);
		} else {
			// Where no tick can be named: the year of what stands there.
			expect(kind).toBe('year');
			expect(scale.segments.some((segment) => start >= segment.start && start <= segment.end)).toBe(true);
		}
	}
}

describe('the axis', () => {
	it('is readable and true, whatever the data, the width, the zoom and the direction', () => {
		fc.assert(
			fc.property(fc.array(dateText, { minLength: 1, maxLength: 12 }), anyGiven, (dates, given) => {
				const picture = pictureOf(catalogueOf(...dates), given.widthPx, { ...given, words: coded, measure });
				expectReadable(picture);
				expectTrue(picture);
			}),
			{ numRuns: 150 }
		);
	});

	it.each([false, true])('is readable from a millennium to an hour (from right to left: %s)', (rtl) => {
		const catalogue = joined(datasetNamed('millennium'));
		for (const width of [1440, 768, 360]) {
			const seen = new Set<string>();
			for (let factor = 1; factor < 3e7; factor *= 3.1) {
				for (const folded of [true, false]) {
					const given = { rtl, folded, zoom: { factor, at: 0.4 } };
					expectReadable(pictureOf(catalogue, width, given));
					const picture = pictureOf(catalogue, width, { ...given, words: coded, measure });
					expectTrue(picture);
					for (const label of picture.axis.labels) seen.add(decode(label).kind);
				}
			}
			// Everything from years to hours has been on the axis.
			expect([...seen]).toEqual(expect.arrayContaining(['year', 'month', 'day', 'time']));
		}
	});

	it.each([1440, 768, 360])(
		'B18 names months beside what lasts five thousand years, and both its ends by the year, at %i px',
		(width) => {
			const picture = pictureOf(joined(datasetNamed('oversized')), width);
			expectReadable(picture);
			expect(texts(picture)).toEqual(expect.arrayContaining(['2976 BCE']));
			expect(texts(picture).join(' ')).toMatch(/Apr.*2024|2024.*Apr/);
		}
	);

	it.each(['one-instant', 'one-day'] as const)('B19 has a name where there is nothing but %s', (name) => {
		for (const width of [1440, 360]) {
			for (const rtl of [false, true]) {
				const picture = pictureOf(joined(datasetNamed(name)), width, { rtl });
				expectReadable(picture);
				expect(texts(picture).join(' ')).toMatch(/2024/);
			}
		}
	});

	it('counts years before our era as they are said', () => {
		const picture = pictureOf(catalogueOf('-0043-03-15', '-0099', '0014-08-19'));
		expectReadable(picture);
		expect(texts(picture)).toEqual(expect.arrayContaining([expect.stringMatching(/100 BC/)]));
	});

	it('says the year at the end of what is long, and the period where something short stands alone', () => {
		const picture = pictureOf(catalogueOf('1700/1990-06-15', '2020-03', '2020-05'));
		expectReadable(picture);
		expect(texts(picture)).toEqual(expect.arrayContaining(['1700', '1990', '289 years', '29 years']));
		expect(texts(pictureOf(realCatalogue))).toContain('1963');
	});

	it('has two rows where it is narrow: lengths of gaps and the larger period below', () => {
		const narrow = pictureOf(realCatalogue, 360).axis.labels;
		expect(narrow.filter(({ isFold }) => isFold).every(({ row }) => row === 1)).toBe(true);
		expect(narrow.some(({ row, isFold }) => row === 1 && !isFold)).toBe(true);
		expect(pictureOf(realCatalogue, 1440).axis.labels.every(({ row }) => row === 0)).toBe(true);
	});

	it('has no ticks finer than a day where the data has none, until a day is wide', () => {
		const noon = (ms: number): boolean => floorTo(ms, 'day') !== ms;
		const instants = (view: Interval): readonly number[] => {
			const { axis, scale } = pictureOf(realCatalogue, 1440, { view, folded: false });
			return axis.ticks.map((px) => Math.round(scale.toInstant(px) / 60_000) * 60_000);
		};
		expect(instants({ start: day('2025-09-01'), end: day('2025-09-08') }).some(noon)).toBe(false);
		expect(instants({ start: day('2025-09-01'), end: day('2025-09-03') }).some(noon)).toBe(true);
	});
});
