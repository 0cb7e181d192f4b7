import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CatalogueEvent } from '../../../src/lib/core/catalogue.ts';
import { addTo } from '../../../src/lib/core/granularity.ts';
import { DAY_MS } from '../../../src/lib/core/instant.ts';
import type { SourceId, Status } from '../../../src/lib/core/model.ts';
import { reportDelay, type ReportDelay } from '../../../src/lib/core/report-delay.ts';
import { list } from '../../../src/lib/i18n/en/list.ts';
import { en } from '../../../src/lib/i18n/en/index.ts';
import { createI18n } from '../../../src/lib/i18n/index.ts';
import { catalogueOf, event } from '../list/support.ts';
import { day } from '../support/arbitraries.ts';
import { dateOf } from '../support/joined.ts';

const { dates } = createI18n('en', en, 'en');

/** An event and its reports, each by its date; an event whose report has none is `undefined` there. */
function delayOf(
	when: string | undefined,
	published: readonly (string | undefined)[],
	{ status = 'occurred', of }: { status?: Status; of?: readonly number[] } = {}
): ReportDelay | null {
	const ids = published.map((_, index) => `report-${index}` as SourceId);
	const catalogue = catalogueOf(
		[event('it', when, { status, claims: ids.map((source) => ({ source, says: { en: 'It was so.' } })) })],
		{
			sources: ids.map((id, index) => {
				const date = published[index];
				return { id, title: id, language: 'en', ...(date === undefined ? {} : { published: date }) };
			})
		}
	);
	const [item] = catalogue.events as readonly [CatalogueEvent];
	return reportDelay(item, catalogue, of === undefined ? item.sources : of.flatMap((index) => ids[index] ?? []));
}

function inWords(delay: ReportDelay | null): string | null {
	return delay === null ? null : list.reported(dates.duration(delay.length), delay.bound);
}

describe('how long after the event the first report came out', () => {
	it.each([
		['2025-02', ['2025-10-14'], 'reported at least 7 months later'],
		['2025-02-14', ['2025-10-14'], 'reported 8 months later'],
		['2025-02-15', ['2025-10-14'], 'reported 7 months later'],
		['2025-09-09', ['2025-10-14'], 'reported 1 month later'],
		['2025-01-31', ['2025-02-28'], 'reported 1 month later'],
		['2025-02-14', ['2025-10'], 'reported at least 7 months later'],
		['2024-10-14', ['2025-10-14'], 'reported 1 year later'],
		['2024-04-14', ['2025-10-14'], 'reported 18 months later'],
		['2023-10-14', ['2025-10-14'], 'reported 2 years later'],
		['2023-01-14', ['2025-10-14'], 'reported 2½ years later'],
		['2015-11-14', ['2025-10-14'], 'reported 9½ years later'],
		['2015-10-14', ['2025-10-14'], 'reported 10 years later'],
		['1963', ['2025-10-14'], 'reported at least 61 years later'],
		['2000~', ['2025-10-14'], 'reported about 24 years later'],
		['2025-02-14', ['2025-10-14~'], 'reported about 8 months later'],
		['[2024-12,2025-01]', ['2025-10-14'], 'reported at least 8 months later'],
		['2024-12-01/2025-02-14', ['2025-10-14'], 'reported at least 8 months later'],
		['/2024-12-08', ['2025-10-14'], null],
		['-0043-03-15', ['0044-03-15'], 'reported 87 years later'],
		['Y-400000', ['2000-01-01'], 'reported at least 401,999 years later']
	])('%s, out %j: %s', (when, published, words) => {
		expect(inWords(delayOf(when, published))).toBe(words);
	});

	it('is that of the first of several', () => {
		expect(inWords(delayOf('2024-10-14', ['2025-10-14', '2025-01-14']))).toBe('reported 3 months later');
		expect(inWords(delayOf('2024-10-14', ['2025-10-14', '2025-01']))).toBe('reported at least 2 months later');
		expect(delayOf('2024-10-14', ['2025-10-14', '2024-10-20'])).toBe(null);
	});

	it('is that of one report where one is asked about', () => {
		expect(inWords(delayOf('2024-10-14', ['2025-10-14', undefined], { of: [0] }))).toBe('reported 1 year later');
		expect(delayOf('2024-10-14', ['2025-10-14', undefined], { of: [1] })).toBe(null);
	});

	it.each([
		['no report', '2024-10-14', []],
		['a report without a date, which may have been the first', '2024-10-14', ['2025-10-14', undefined]],
		['an event without a date', undefined, ['2025-10-14']],
		['less than a month', '2025-09-15', ['2025-10-14']],
		['a month that ends less than a month before', '2025-09', ['2025-10-14']],
		['a report from while it lasted', '2025', ['2025-10-14']],
		['a report from before', '2025-11-01', ['2025-10-14']],
		['an open end', '2024-12/..', ['2025-10-14']],
		['an unknown end', '2024-12/', ['2025-10-14']],
		['an unknown start', '/2024-12', ['2025-10-14']],
		['a set that goes on', '{2020..}', ['2025-10-14']],
		['an uncertain date', '2024-12?', ['2025-10-14']],
		['a date uncertain and approximate', '2024%', ['2025-10-14']],
		['an uncertain publication', '2024-12-08', ['2025-10-14?']],
		['a publication of which only the end is known', '2024-12-08', ['/2025-10-14']],
		['all of several dates, the last after the report', '{2020,2026}', ['2025-10-14']]
	])('is not said for %s', (_, when, published) => {
		expect(delayOf(when, published)).toBe(null);
	});

	it('is not said of what has not ended or may never take place', () => {
		expect(delayOf('2024-10-14', ['2025-10-14'], { status: 'planned' })).toBe(null);
		expect(delayOf('2024-10-14', ['2025-10-14'], { status: 'ongoing' })).toBe(null);
		expect(inWords(delayOf('2024-10-14', ['2025-10-14'], { status: 'reported' }))).toBe('reported 1 year later');
	});

	it('is never longer than it is certain to be, whatever the days were; and "exact" whichever they were', () => {
		const period = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([text, length]) => text.slice(0, length));
		const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
		const dayIn = (text: string, part: number): number => {
			const [{ start, end } = { start: 0, end: 0 }] = dateOf(text).matches;
			return start + Math.floor((part * (end - start)) / DAY_MS) * DAY_MS;
		};
		fc.assert(
			fc.property(period, period, chance, chance, (when, published, whenPart, publishedPart) => {
				const delay = delayOf(when, [published]);
				if (delay === null) return;
				const [happened, out] = [dayIn(when, whenPart), dayIn(published, publishedPart)];
				const words = dates.duration(delay.length);
				const [count = 0, unit] = words
					.replace('½', '.5')
					.split(' ')
					.map((part, at) => (at === 0 ? Number(part) : part));
				const months = Number(count) * (String(unit).startsWith('year') ? 12 : 1);
				expect(addTo(happened, 'month', months), words).toBeLessThanOrEqual(out);
				const next = months < 24 ? 1 : months < 120 ? 6 : 12;
				if (delay.bound === 'exact') expect(addTo(happened, 'month', months + next), words).toBeGreaterThan(out);
			})
		);
	});
});
