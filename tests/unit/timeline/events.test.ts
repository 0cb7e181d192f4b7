import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InlineCatalogue } from '../../../src/lib/core/catalogue.ts';
import { createColumns } from '../../../src/lib/core/create-columns.ts';
import { DAY_MS } from '../../../src/lib/core/instant.ts';
import { RULE } from '../../../src/lib/core/filter.ts';
import { isOneTime, timelineEvents } from '../../../src/lib/timeline/events.ts';
import { catalogueOf, dateText, i18n, pictureOf } from './support.ts';

const isOne = (catalogue: InlineCatalogue): boolean => isOneTime(createColumns(catalogue), DAY_MS);

/** The same from the records: all dates as texts. */
function isOneByText({ events }: InlineCatalogue): boolean {
	const dated = events.flatMap(({ matches }) => (matches.length === 0 ? [] : [matches]));
	const texts = new Set(dated.map((matches) => matches.map(({ start, end }) => `${start}/${end}`).join()));
	return texts.size === 1 && dated.flat().every(({ start, end }) => end - start <= DAY_MS);
}

describe('the events of the timeline', () => {
	it('are the dated ones by row, with the title in the language of the page', () => {
		const catalogue = catalogueOf('2025-03-01', {}, '2024', '2025');
		const events = timelineEvents(catalogue.events, catalogue, i18n.text);
		expect(events.map(({ id, row, title }) => [id, row, title])).toEqual([
			['e2', 0, 'Event number 2'],
			['e3', 1, 'Event number 3'],
			['e0', 2, 'Event number 0']
		]);
		expect(timelineEvents(catalogue.events.slice(1, 2), catalogue, i18n.text).map(({ row }) => row)).toEqual([1]);
	});
});

describe('one time for all', () => {
	it.each([
		[true, ['2025-03-01']],
		[true, ['2025-03-01', {}, '2025-03-01']],
		[true, ['2025-03-01T10:00:00Z', '2025-03-01T10:00:00Z']],
		[true, ['[2025-03-01,2025-03-05]', '{2025-03-01,2025-03-05}']],
		[false, ['2025-03-01', '2025-03-02']],
		[false, ['2025-03', '2025-03']],
		[false, ['2025-03-01', '[2025-03-01,2025-03-05]']],
		[false, ['2025-03-01T10:00:00Z', '2025-03-01']],
		[false, ['2025-03-01/..']],
		[false, [{}]],
		[false, []]
	] as const)('is %s for %j', (expected, dates) => {
		const catalogue = catalogueOf(...dates);
		expect(isOne(catalogue)).toBe(expected);
		expect(isOneByText(catalogue)).toBe(expected);
	});

	it('is what the dates say when they are compared as texts', () => {
		const few = fc.constantFrom('2025-03-01', '2025-03-01T10:00:00Z', '2025-03', '[2025-03-01,2025-03-02]', undefined);
		const dates = fc.array(fc.oneof(few, dateText), { maxLength: 3 });
		fc.assert(
			fc.property(dates, (texts) => {
				const catalogue = catalogueOf(...texts.map((when) => ({ when })));
				expect(isOne(catalogue)).toBe(isOneByText(catalogue));
			}),
			{ numRuns: 500 }
		);
	});
});

describe('what no filter hides', () => {
	const day = (i: number): string => `2025-03-${String(1 + (i % 28)).padStart(2, '0')}`;
	const breaking = (count: number): Uint16Array =>
		Uint16Array.from({ length: count }, (_, row) => (row % 97 === 0 ? 0 : RULE.query));

	it('may have marks of its own where all events have no room for theirs', () => {
		const catalogue = catalogueOf(...Array.from({ length: 2000 }, (_, i) => day(i)));
		const broken = breaking(catalogue.size);
		expect(pictureOf(catalogue, 1440).isBinned).toBe(true);
		const picture = pictureOf(catalogue, 1440, { broken });
		expect(picture.isBinned).toBe(false);
		expect(picture.marks.map(({ id }) => id)).toEqual(
			catalogue.events.filter(({ row }) => broken[row] === 0).map(({ id }) => id)
		);
	});

	it('has all the others beside it where there is room', () => {
		const catalogue = catalogueOf(...Array.from({ length: 20 }, (_, i) => day(i)));
		expect(pictureOf(catalogue, 1440, { broken: breaking(catalogue.size) }).marks).toHaveLength(20);
	});
});
