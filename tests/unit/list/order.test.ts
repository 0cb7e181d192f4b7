import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InlineCatalogue } from '$lib/core/catalogue.ts';
import { compileFilter, NO_FILTER, type Filter } from '$lib/core/filter.ts';
import { ScanEngine } from '$lib/core/scan-engine.ts';
import type { View } from '$lib/core/view.ts';
import { inOrder, rowsBetween, type Shown } from '$lib/list/order.ts';
import { dataset, plainFilter } from '../support/arbitraries.ts';
import { joined } from '../support/joined.ts';
import { catalogueOf, event } from './support.ts';

function shownOf(catalogue: InlineCatalogue, order: View['order'], filter: Filter = NO_FILTER): Shown {
	return inOrder(new ScanEngine(catalogue).query(filter), catalogue, order);
}

describe('the order of the list', () => {
	const made = catalogueOf([
		event('b', '2024'),
		event('a', '2023'),
		event('none', undefined),
		event('c', '/2022'),
		event('no', undefined)
	]);
	const ids = (order: View['order']): readonly (string | undefined)[] =>
		rowsBetween(shownOf(made, order), 0, made.size).map((row) => made.events[row]?.id);

	it('oldest first is the order of the result', () => {
		expect(ids('asc')).toEqual(['c', 'a', 'b', 'no', 'none']);
	});

	it('newest first is the reverse, with undated events at the end all the same, in their own order', () => {
		expect(ids('desc')).toEqual(['b', 'a', 'c', 'no', 'none']);
	});

	it('is, whatever is listed, that of the dated and then of the undated', () => {
		fc.assert(
			fc.property(dataset, plainFilter, fc.constantFrom('asc', 'desc'), (data, filter, order) => {
				const catalogue = joined(data);
				const breaks = compileFilter(filter, catalogue);
				const listed = catalogue.events.filter((item) => breaks(item) === 0);
				const [dated, undated] = [
					listed.filter(({ when }) => when !== null),
					listed.filter(({ when }) => when === null)
				];
				const expected = [...(order === 'asc' ? dated : dated.toReversed()), ...undated].map(({ row }) => row);
				const shown = shownOf(catalogue, order, filter);
				expect(shown.count).toBe(listed.length);
				expect(Array.from(expected, (_, index) => shown.rowAt(index))).toEqual(expected);
				for (const { row } of catalogue.events) expect(shown.indexOf(row)).toBe(expected.indexOf(row));
				expect(() => shown.rowAt(listed.length)).toThrow(`There is no event ${listed.length} of ${listed.length}.`);
			}),
			{ numRuns: 300 }
		);
	});

	it('counts the dated among the listed by a search, not one by one', () => {
		const [count, dated] = [1_000_000, 700_001];
		let asked = 0;
		const result = { count, rowAt: (index: number) => (asked++, index), indexOf: (row: number) => row };
		const shown = inOrder(result, { dated }, 'desc');
		expect(asked).toBeLessThanOrEqual(21);
		expect([0, 1, dated - 1, dated, count - 1].map((index) => shown.rowAt(index))).toEqual([
			dated - 1,
			dated - 2,
			0,
			dated,
			count - 1
		]);
	});
});

describe('a page of rows', () => {
	it.each([
		[0, 2, ['c', 'a']],
		[2, 4, ['b', 'none']],
		[3, 9, ['none']],
		[4, 8, []],
		[9, 12, []],
		[2, 1, []]
	])('from %i up to and without %i, and no further than the list', (from, to, expected) => {
		const made = catalogueOf([event('b', '2024'), event('a', '2023'), event('none', undefined), event('c', '/2022')]);
		const rows = rowsBetween(shownOf(made, 'asc'), from, to);
		expect(rows.map((row) => made.events[row]?.id)).toEqual(expected);
	});
});
