import type { Catalogue } from '$lib/core/catalogue.ts';
import { VALUES_OF, type Facet } from '$lib/core/filter.ts';
import { STATUSES } from '$lib/core/model.ts';
import { foldText } from '$lib/core/search.ts';

/** How many values stand in a group before `Show all`. */
export const SHORT_LIST = 8;

/**
 * Every value of a facet in an order that no filter changes, so that nothing moves under the pointer: categories, sources
 * and statuses as the data has them, places and actors by the number of their events in the whole dataset.
 */
export function facetValues(facet: Facet, catalogue: Catalogue): readonly string[] {
	const { dataset, events } = catalogue;
	if (facet === 'statuses') return STATUSES;
	const ids: readonly string[] = dataset[facet].map((record) => record.id);
	if (facet !== 'places' && facet !== 'actors') return ids;
	const totals = new Map<string, number>();
	for (const item of events)
		for (const value of VALUES_OF[facet](item)) totals.set(value, (totals.get(value) ?? 0) + 1);
	return [...ids].sort((a, b) => (totals.get(b) ?? 0) - (totals.get(a) ?? 0));
}

/** The values shown: those whose name holds the text, else the first few and whatever is chosen. */
export function shownValues<V extends { readonly id: string; readonly name: string }>(
	values: readonly V[],
	chosen: readonly string[],
	text: string,
	all: boolean
): readonly V[] {
	const words = foldText(text).trim();
	if (words !== '') return values.filter(({ name }) => foldText(name).includes(words));
	return all ? values : values.filter(({ id }, index) => index < SHORT_LIST || chosen.includes(id));
}
