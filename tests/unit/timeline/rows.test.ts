import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InlineCatalogue } from '../../../src/lib/core/catalogue.ts';
import type { Dataset } from '../../../src/lib/core/model.ts';
import type { Picture } from '../../../src/lib/timeline/model.ts';
import { datasetNamed, whyMissing } from '../../support/datasets.ts';
import { mulberry32 } from '../../support/random.ts';
import { joined } from '../support/joined.ts';
import { anyGiven, catalogueOf, dateText, day, drawn, pictureOf } from './support.ts';

const DAY_MS = 86_400_000;
const SPAN_DAYS = 10_957;
const GAP_PX = 4;
const CROWD_PX = 12;

const dayAt = (days: number): string => new Date(Math.round(days) * DAY_MS).toISOString().slice(0, 10);
/** A linear axis of thirty years, the same whatever else is on it. */
const ENDS = [dayAt(0), dayAt(SPAN_DAYS)];
const spread = (count: number, from = 0, to = SPAN_DAYS): readonly string[] =>
	Array.from({ length: count }, (_, i) => dayAt(from + ((to - from) * i) / Math.max(1, count - 1)));
const linear = (texts: readonly string[], width: number): Picture =>
	pictureOf(catalogueOf(...ENDS, ...texts), width, { folded: false });
const stripOf = ({ rows }: Picture): number => rows[0]?.strip ?? NaN;

function expectApart({ marks }: Picture): void {
	const sorted = [...marks].sort((a, b) => a.lane - b.lane || a.extent.x0 - b.extent.x0);
	sorted.forEach(({ lane, extent }, i) => {
		const before = sorted[i - 1];
		if (before?.lane === lane) expect(extent.x0).toBeGreaterThanOrEqual(before.extent.x1 + GAP_PX - 1e-6);
	});
}

describe('marks and histogram', () => {
	it('never overlap, and stay within the row', () => {
		fc.assert(
			fc.property(fc.array(dateText, { minLength: 1, maxLength: 60 }), anyGiven, (texts, given) => {
				const picture = pictureOf(catalogueOf(...texts), given.widthPx, given);
				expectApart(picture);
				const strip = stripOf(picture);
				for (const { lane } of picture.marks) {
					expect(lane).toBeGreaterThanOrEqual(strip);
					expect(lane).toBeLessThan(picture.metrics.lanes);
				}
				expect(picture.isBinned).toBe(strip > 0);
			}),
			{ numRuns: 80 }
		);
	});

	it('are marks alone as long as every event has room, however many they are', () => {
		for (const [width, count] of [
			[1440, 500],
			[360, 120]
		] as const) {
			const picture = linear(spread(count), width);
			expect([picture.isBinned, picture.marks.length]).toEqual([false, count + 2]);
		}
	});

	it('count where it is crowded, however few they are', () => {
		const { isBinned, marks } = linear(Array<string>(8).fill('1985-03-01'), 1440);
		expect(isBinned).toBe(true);
		expect(marks.map(({ id }) => id)).toEqual(['e0', 'e1']);
	});

	it('share the row lane by lane with the part of the events that is crowded', () => {
		for (const width of [1440, 768]) {
			const apart = spread(30);
			let before = 0;
			for (let crowd = 8; crowd < 200; crowd += 8) {
				const picture = linear([...apart, ...Array<string>(crowd).fill('1985-03-01')], width);
				const strip = stripOf(picture);
				expect(strip).toBeGreaterThanOrEqual(before);
				expect(strip - before).toBeLessThanOrEqual(before === 0 ? 2 : 1);
				before = strip;
			}
			expect(before).toBeGreaterThanOrEqual(4);
		}
	});

	it('give the histogram never less as the same axis fills, and not all at once', () => {
		const random = mulberry32(7);
		const texts = Array.from({ length: 2000 }, () => dayAt(random() * SPAN_DAYS));
		const strips: number[] = [];
		for (let count = 1; count <= 2000; count = Math.ceil(count * 1.15)) {
			strips.push(stripOf(linear(texts.slice(0, count), 1440)));
		}
		expect(strips).toEqual([...strips].sort((a, b) => a - b));
		const first = strips.find((strip) => strip > 0);
		expect([strips[0], first, strips.at(-1)]).toEqual([0, 2, 7]);
	});

	it('single nobody out where it is crowded', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 30, maxLength: 120 }),
				fc.integer({ min: 8, max: 40 }),
				(days, crowd) => {
					const texts = [...days.map((at) => dayAt(at * 25)), ...Array<string>(crowd).fill('1985-03-01')];
					const picture = linear(texts, 1440);
					const x = picture.scale.toPx(day('1985-03-01'));
					const near = picture.marks.filter(({ signs }) => Math.abs((signs[0]?.x ?? Infinity) - x) < CROWD_PX - 1);
					expect(near).toEqual([]);
				}
			),
			{ numRuns: 40 }
		);
	});
});

describe('coming near', () => {
	const LANES = 5;
	/** Ten days around a date. */
	const near = (catalogue: InlineCatalogue, ms: number, width: number): Picture =>
		pictureOf(catalogue, width, { view: { start: ms - 5 * DAY_MS, end: ms + 6 * DAY_MS } });
	/** The most events that one day of the view has. */
	const fullestDay = (catalogue: InlineCatalogue, { scale: { view } }: Picture): number => {
		const counts = new Map<number, number>();
		for (const { reach } of drawn(catalogue).events) {
			if (reach.start >= view.end || reach.end <= view.start) continue;
			for (let at = Math.max(reach.start, view.start); at < Math.min(reach.end, view.end); at += DAY_MS) {
				const date = Math.floor(at / DAY_MS);
				counts.set(date, (counts.get(date) ?? 0) + 1);
			}
		}
		return Math.max(0, ...counts.values());
	};

	const isSingle = (name: 'millennium' | 'quakes'): void => {
		const catalogue = joined(datasetNamed(name));
		const { events } = drawn(catalogue);
		for (const width of [1440, 360]) {
			expect(pictureOf(catalogue, width).isBinned).toBe(true);
			let found = 0;
			for (let i = 0; i < events.length; i += Math.ceil(events.length / 12)) {
				const { start } = events[i]?.reach ?? { start: NaN };
				if (!Number.isFinite(start)) continue;
				const picture = near(catalogue, start, width);
				if (fullestDay(catalogue, picture) > LANES) continue;
				found++;
				expect(picture.isBinned).toBe(false);
				expectApart(picture);
			}
			expect(found).toBeGreaterThan(5);
		}
	};
	for (const name of ['millennium', 'quakes'] as const) {
		const why = whyMissing(name);
		const title = `to a crowded place of ${name} ends in single marks`;
		// Many events: a limit for what hangs, not for what is slow.
		it.skipIf(why !== null)(why === null ? title : `${title}: ${why}`, () => isSingle(name), 30_000);
	}

	it('is a picture of bounded size with 20,000 events, and counts what has no room', () => {
		const random = mulberry32(11);
		const texts = Array.from({ length: 20_000 }, () => dayAt(random() * SPAN_DAYS));
		const catalogue = catalogueOf(...texts);
		for (const width of [1440, 360]) {
			for (const factor of [1, 10, 100, 1000]) {
				const picture = pictureOf(catalogue, width, { zoom: { factor, at: 0.5 } });
				const { metrics, scale, bins, marks, axis } = picture;
				const room = metrics.lanes * (scale.widthPx / (2 * metrics.radiusPx + GAP_PX) + 2);
				expect(marks.length).toBeLessThanOrEqual(room);
				expect(bins.columns.length).toBeLessThanOrEqual(scale.widthPx / 5);
				expect(axis.ticks.length).toBeLessThanOrEqual(scale.widthPx / 5);
			}
		}
	});
});

describe('rows by category', () => {
	const categoryOf = (i: number): number => [0, 0, 0, 1, 1, 2][i % 6] ?? 0;
	const slotOf = (id: string): number => categoryOf(Number(id.slice(1)));
	/** `e0`, `e1`, … in three categories. */
	const inCategories = (texts: readonly string[]): InlineCatalogue => {
		const { dataset, events: made } = catalogueOf(...texts);
		const categories = [0, 1, 2].map((slot) => ({ id: `c${slot}`, name: { en: `C${slot}` }, slot }));
		const events = made.map(({ event }) => ({ ...event, category: `c${slotOf(event.id)}` }));
		return joined({ ...dataset, categories, events } as unknown as Dataset);
	};

	it('lie below each other in the order asked for, fill the lanes, and never mix', () => {
		fc.assert(
			fc.property(
				fc.array(dateText, { minLength: 1, maxLength: 80 }),
				anyGiven,
				fc.constantFrom([0, 1, 2], [2, 0], [1]),
				(texts, given, byCategory) => {
					const picture = pictureOf(inCategories(texts), given.widthPx, { ...given, byCategory });
					expect(picture.rows.map(({ slot }) => slot)).toEqual(byCategory);
					let top = picture.metrics.lanes;
					for (const { lane, lanes } of picture.rows) {
						expect(lanes).toBeGreaterThanOrEqual(1);
						expect(lane).toBe(top - lanes);
						top = lane;
					}
					expect(top).toBe(0);
					for (const { id, lane } of picture.marks) {
						const row = picture.rows.find(({ slot }) => slot === slotOf(id));
						expect(lane).toBeGreaterThanOrEqual((row?.lane ?? NaN) + (row?.strip ?? NaN));
						expect(lane).toBeLessThan((row?.lane ?? NaN) + (row?.lanes ?? NaN));
					}
					expectApart(picture);
				}
			),
			{ numRuns: 100 }
		);
	});

	it('get the lanes that their events need, and the band grows for them', () => {
		// Five, two and one at once: a lane more than there are, and no histogram.
		const picture = pictureOf(inCategories([...Array<string>(8).fill('1985-03-01'), ...ENDS]), 1440, {
			byCategory: [0, 1, 2]
		});
		expect(picture.isBinned).toBe(false);
		expect(picture.rows.map(({ lanes }) => lanes)).toEqual([5, 2, 1]);
		expect(picture.metrics.lanes).toBe(8);
	});

	it('are a histogram where their events are crowded, beside rows of marks', () => {
		const crowd = Array.from({ length: 600 }, (_, i) => (categoryOf(i) === 0 ? '1985-03-01' : dayAt(i * 18)));
		const { rows } = pictureOf(inCategories(crowd), 1440, { byCategory: [0, 1, 2] });
		expect(rows[0]?.strip).toBeGreaterThan(0);
		expect(rows.slice(1).map(({ strip }) => strip)).toEqual([0, 0]);
	});
});
