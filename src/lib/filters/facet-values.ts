import type { Catalogue } from '$lib/core/catalogue.ts';
import { columnsOf } from '$lib/core/create-columns.ts';
import type { Facet } from '$lib/core/facets.ts';
import { STATUSES } from '$lib/core/model.ts';
import { foldText } from '$lib/core/search.ts';

/** How many values stand in a group before `Show all`. */
export const SHORT_LIST = 8;

/**
 * Every value of a facet in an order that no filter changes, so that nothing moves under the pointer: categories, sources
 * and statuses as the data has them, places and actors by the number of their events in the whole dataset.
 */
export function facetValues(facet: Facet, catalogue: Catalogue): readonly string[] {
	const { dataset } = catalogue;
	if (facet === 'statuses') return STATUSES;
	const ids: readonly string[] = dataset[facet].map((record) => record.id);
	if (facet !== 'places' && facet !== 'actors') return ids;
	const { place, actor } = columnsOf(catalogue);
	const totals = new Uint32Array(ids.length);
	for (const index of facet === 'places' ? place : actor) totals[index] = (totals[index] ?? 0) + 1;
	const order = ids.map((_, index) => index).sort((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0));
	return order.map((index) => ids[index] ?? '');
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
