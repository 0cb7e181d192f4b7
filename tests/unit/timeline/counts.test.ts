import { describe, expect, it } from 'vitest';
import { binEdges, type BinStep } from '$lib/core/bins.ts';
import type { Histogram } from '$lib/core/histogram.ts';
import type { Category, CategoryId } from '$lib/core/model.ts';
import { createDateLabels } from '$lib/i18n/dates.ts';
import { dates as dateMessages } from '$lib/i18n/en/dates.ts';
import { timeline } from '$lib/i18n/en/timeline.ts';
import { countedCategories, countsRows, summarize } from '$lib/timeline/counts.ts';
import { catalogueOf, event } from '../list/support.ts';
import { counted } from '../support/counted.ts';

const categories: readonly Category[] = ['power', 'talks', 'bases'].map((id, slot) => ({
	id: id as CategoryId,
	name: { en: id },
	slot
}));
const dates = createDateLabels('en-GB', dateMessages);

function histogramOf(events: readonly (readonly [when: string, category?: string])[], step: BinStep): Histogram {
	const catalogue = catalogueOf(
		events.map(([when, category = 'power'], i) => event(`e${i}`, when, { category: category as CategoryId })),
		{ categories }
	);
	const span = catalogue.extent ?? { start: 0, end: 1 };
	return counted(catalogue, [binEdges(span, step)]);
}
const said = (events: readonly (readonly [string])[], step: BinStep): string =>
	summarize(histogramOf(events, step), step, dates, timeline.counts);

describe('the table of counts', () => {
	it('has a row for each period with events, its parts apart and by category', () => {
		const histogram = histogramOf(
			[
				['2011', 'power'],
				['2011~', 'bases'],
				['2013-02', 'power']
			],
			'year'
		);
		const named = countedCategories(histogram, categories);
		expect(named.map(({ id }) => id)).toEqual(['power', 'bases']);
		expect(
			countsRows(histogram, named).map(({ period: { start }, ...row }) => [new Date(start).getUTCFullYear(), row])
		).toEqual([
			[2011, { certain: 1, possible: 1, total: 2, byCategory: [1, 1] }],
			[2013, { certain: 1, possible: 0, total: 1, byCategory: [1, 0] }]
		]);
	});

	it('has no columns for one category alone, and no rows without events', () => {
		expect(countedCategories(histogramOf([['2011']], 'year'), categories)).toEqual([]);
		expect(countsRows(histogramOf([], 'year'), [])).toEqual([]);
	});
});

describe('the summary', () => {
	it('says how many, when, by what, and when most', () => {
		expect(said([['1965'], ['2011-03'], ['2011-05-07'], ['2016']], 'year')).toBe(
			'4 events by year, 1965–2016; most in 2011: 2.'
		);
		expect(said([['2011-05-06'], ['2011-05-07'], ['2011-05-07']], 'day')).toBe(
			'3 events by day, 6 – 7 May 2011; most on 7 May 2011: 2.'
		);
	});

	it('counts each event once, though it is in several periods', () => {
		expect(said([['2010/2012'], ['2011']], 'year')).toBe('2 events by year, 2010–2012; most in 2011: 2.');
	});

	it('names no fullest period where all are alike or there is but one', () => {
		expect(said([['2010'], ['2012']], 'year')).toBe('2 events by year, 2010–2012.');
		expect(said([['2010'], ['2010']], 'year')).toBe('2 events by year, 2010.');
		expect(said([], 'year')).toBe('No events to count.');
	});
});
