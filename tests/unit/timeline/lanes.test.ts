import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelExtent, packLanes, type Extent } from '../../../src/lib/timeline/lanes.ts';
import { catalogueOf, pictureOf, realCatalogue } from './support.ts';

const requests = fc.array(
	fc
		.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 200 }))
		.map(([x0, width, labelPx]) => ({ x0, x1: x0 + width, labelPx })),
	{ maxLength: 80 }
);
const LABEL_GAP_PX = 5;

describe('lanes', () => {
	it('never let anything overlap, labels included, and leave no mark out that had room', () => {
		fc.assert(
			fc.property(requests, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 6 }), (all, lanes, gapPx) => {
				const places = packLanes(all, { lanes, widthPx: 1200, gapPx, labelGapPx: LABEL_GAP_PX });
				const taken: Extent[][] = Array.from({ length: lanes }, () => []);
				places.forEach((place, i) => {
					const request = all[i];
					if (place === null || request === undefined) return;
					const label = place.label === 'none' ? null : labelExtent(request, place.label, LABEL_GAP_PX);
					taken[place.lane]?.push({
						x0: Math.min(request.x0, label?.x0 ?? Infinity),
						x1: Math.max(request.x1, label?.x1 ?? -Infinity)
					});
					if (label !== null) {
						expect(label.x0).toBeGreaterThanOrEqual(0);
						expect(label.x1).toBeLessThanOrEqual(1200);
					}
				});
				for (const lane of taken) {
					lane.sort((a, b) => a.x0 - b.x0);
					lane.forEach((extent, i) => {
						const before = lane[i - 1];
						if (before !== undefined) expect(before.x1 + gapPx).toBeLessThanOrEqual(extent.x0);
					});
				}
				const unlabelled = packLanes(
					all.map((request) => ({ ...request, labelPx: 0 })),
					{
						lanes,
						widthPx: 1200,
						gapPx,
						labelGapPx: LABEL_GAP_PX
					}
				);
				expect(places.map((place) => place === null)).toEqual(unlabelled.map((place) => place === null));
			})
		);
	});

	it('take no more lanes than they need', () => {
		const apart = [0, 50, 100].map((x0) => ({ x0, x1: x0 + 10, labelPx: 0 }));
		const places = packLanes(apart, { lanes: 7, widthPx: 500, gapPx: 4, labelGapPx: 5 });
		expect(places.map((place) => place?.lane)).toEqual([0, 0, 0]);
	});
});

describe('the real data', () => {
	it.each([1440, 768, 360])('has a mark of its own for each event at %i px', (width) => {
		const { marks, isBinned } = pictureOf(realCatalogue, width);
		expect(marks).toHaveLength(16);
		expect(isBinned).toBe(false);
	});

	it('has every event named where there is room', () => {
		expect(pictureOf(realCatalogue, 1440).marks.filter(({ label }) => label === null).length).toBeLessThanOrEqual(3);
	});

	it('draws what is known of each date', () => {
		const { marks } = pictureOf(realCatalogue, 1440);
		const of = (id: string) => marks.find((mark) => mark.id === id);
		expect(of('novak-in-damascus')).toMatchObject({ bars: [], lines: [], queries: [] });
		expect(of('putin-call')?.bars).toMatchObject([{ faded: false }]);
		expect(of('assad-rule-begins')?.bars).toMatchObject([{ faded: true }]);
		expect(of('new-government')).toMatchObject({ bars: [{}, {}], signs: [{}, {}], lines: [{ kind: 'tie' }] });
		expect(of('tartous-base')).toMatchObject({ lines: [{ kind: 'unknown' }], queries: [{ large: true }], arrows: [] });
		const support = of('israeli-strikes-support');
		expect(support?.lines.every(({ kind }) => kind === 'run')).toBe(true);
		expect(support?.queries).toHaveLength(2);
		expect(support?.caps).toHaveLength(1);
	});
});

describe('forms of dates', () => {
	const mark = (when: string, claims: readonly string[] = []) =>
		pictureOf(catalogueOf({ when, claims }, '2020', '2030')).marks.find(({ id }) => id === 'e0');

	it('ends an open side with an arrow at the edge of the axis, the right way round', () => {
		expect(mark('../2024')?.arrows).toMatchObject([{ toRight: false }]);
		expect(mark('2024/..')?.arrows).toMatchObject([{ toRight: true }]);
	});

	it('draws a set as its members and nothing between', () => {
		expect(mark('{2021,2023,2026}')).toMatchObject({ signs: [{}, {}, {}], lines: [{ kind: 'link' }] });
		expect(mark('[2021,2023]')).toMatchObject({ lines: [{ kind: 'tie' }] });
	});

	it('adds the dates of claims that lie elsewhere, as claimed', () => {
		const signs = mark('2024-05', ['2024-05', '2026-01'])?.signs;
		expect(signs?.map(({ claimed }) => claimed)).toEqual([false, true]);
		expect(mark('2024-05', ['2024-05', '2024'])?.signs).toHaveLength(1);
	});
});
