import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EdtfPeriod } from '$lib/core/edtf-types.ts';
import { NO_FILTER } from '$lib/core/filter.ts';
import { ScanEngine } from '$lib/core/scan-engine.ts';
import type { EventId } from '$lib/core/model.ts';
import { en } from '$lib/i18n/en/index.ts';
import { createI18n } from '$lib/i18n/index.ts';
import { inOrder, rowsBetween } from '$lib/list/order.ts';
import { groupEvents, nearestLeft, type Group } from '$lib/list/groups.ts';
import { dataset } from '../support/arbitraries.ts';
import { joined } from '../support/joined.ts';
import { catalogueOf, event } from './support.ts';

const { dates, m } = createI18n('en', en, 'en');

/** The words that stand over a group. */
function words({ heading, continued }: Group): string {
	const label = (period: EdtfPeriod): string => dates.label({ node: period });
	const text =
		'period' in heading
			? label(heading.period)
			: 'periods' in heading
				? `${heading.kind}: ${heading.periods.map(label).join(', ')}`
				: heading.kind;
	return continued ? `${text}${m.list.continued}` : text;
}

const headings = (...when: (string | undefined)[]): string[] =>
	groupEvents(catalogueOf(when.map((text, index) => event(`e-${index}`, text))).events).map(words);

describe('the heading over an event', () => {
	it.each([
		['2025-10-15', 'October 2025'],
		['2025-10', 'October 2025'],
		['2025', '2025'],
		['2000~', 'about 2000'],
		['2024-12?', 'December 2024, uncertain'],
		['2024-12-08%', 'about December 2024, uncertain'],
		['2024-12-XX', 'December 2024'],
		['2024-XX-12', '2024'],
		['198X', '1980s'],
		['1950S2', 'about 1950 (1900–1999)'],
		['2024-24', 'winter 2024'],
		['2024-36', 'fourth quarter of 2024'],
		['-0043-03-15', 'March 44 BCE'],
		['Y12000', '12,000 CE'],
		['2024-12-08T12:00:00Z', 'December 2024'],
		['2024-12?/2025-10-14?', 'December 2024, uncertain'],
		['2024-12-08/..', 'December 2024'],
		['2024-12-08/', 'December 2024'],
		['/2025-10-14', 'startUnknown'],
		['../2025-10-14', 'startOpen'],
		['[2024-12,2025-01]', 'either: December 2024, January 2025'],
		['[2025-10-14,2025-10-15]', 'October 2025'],
		['[1667,1668,1670..1672]', 'between: 1667, 1672'],
		['[1670..1672]', 'between: 1670, 1672'],
		['[..1760]', 'startUnknown'],
		['{1667,1669}', '1667'],
		['{..1760}', 'startOpen'],
		[undefined, 'undated']
	])('of %s is %s: never a month that is not known', (when, expected) => {
		expect(headings(when)).toEqual([expected]);
	});
});

describe('groups', () => {
	it('follow the order of the list, and a heading that comes again says so', () => {
		expect(headings('2024-01-01', '2024-01', '2024', '2024-01-05', undefined, '/2023')).toEqual([
			'startUnknown',
			'January 2024',
			'2024',
			'January 2024, continued',
			'undated'
		]);
	});

	it('hold every event once, in its order, with keys of their own', () => {
		fc.assert(
			fc.property(dataset, fc.constantFrom('asc' as const, 'desc' as const), (data, order) => {
				const catalogue = joined(data);
				const { events, size } = catalogue;
				const all = inOrder(new ScanEngine(catalogue).query(NO_FILTER), catalogue, order);
				const items = rowsBetween(all, 0, size).flatMap((row) => events[row] ?? []);
				expect(items).toHaveLength(data.events.length);
				const groups = groupEvents(items);
				expect(groups.flatMap((group) => group.items)).toEqual(items);
				expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
				for (const group of groups) expect(group.items.length).toBeGreaterThan(0);
				groups.slice(1).forEach((group, index) => {
					const before = groups[index];
					expect(before === undefined ? '' : words({ ...before, continued: false })).not.toBe(
						words({ ...group, continued: false })
					);
				});
			})
		);
	});

	it('are one for each month of ten thousand events', () => {
		const events = Array.from({ length: 10_000 }, (_, i) => event(`e-${i}`, `${1000 + (i % 1000)}-0${1 + (i % 9)}`));
		expect(groupEvents(catalogueOf(events).events).length).toBe(9000);
	});
});

describe('when the row that has the focus is filtered away', () => {
	const ids = (text: string): EventId[] => [...text] as EventId[];
	const left = (gone: string, remaining: string): string | null =>
		nearestLeft(ids('abcde'), gone as EventId, new Set(ids(remaining)));

	it.each([
		['c', 'abcde', 'c'],
		['c', 'abde', 'd'],
		['c', 'abe', 'e'],
		['c', 'ab', 'b'],
		['c', 'a', 'a'],
		['c', '', null],
		['e', 'abcd', 'd'],
		['x', 'ab', 'a']
	])('the focus of %s goes, with %s left, to %s', (gone, remaining, expected) => {
		expect(left(gone, remaining)).toBe(expected);
	});
});
