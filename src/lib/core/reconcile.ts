import type { Catalogue } from './catalogue.ts';
import type { Notice, Parameter } from './parameters.ts';
import type { View } from './view.ts';

/** Drops what the dataset does not have, or has no more, from a view that came from outside, and says so, id by id. */
export function reconcile(
	view: View,
	catalogue: Catalogue
): { readonly view: View; readonly notices: readonly Notice[] } {
	const notices: Notice[] = [];
	const has = <T extends string>(parameter: Parameter, id: T, known: { has(id: T): boolean }): boolean => {
		if (known.has(id)) return true;
		notices.push({ code: 'missing', parameter, value: id });
		return false;
	};
	const { filter } = view;
	const places = filter.places.filter((id) => has('place', id, catalogue.placeById));
	const categories = filter.categories.filter((id) => has('category', id, catalogue.categoryById));
	const actors = filter.actors.filter((id) => has('actor', id, catalogue.actorById));
	const sources = filter.sources.filter((id) => has('source', id, catalogue.sourceById));
	let { event } = view;
	const became = event === null ? undefined : catalogue.gone?.get(event);
	if (event !== null && became !== undefined) {
		notices.push({ code: became === null ? 'withdrawn' : 'merged', parameter: 'event', value: event });
		event = became;
	} else if (event !== null && !has('event', event, { has: (id) => catalogue.records.rowOf(id) !== null }))
		event = null;
	if (notices.length === 0) return { view, notices };
	return { view: { ...view, event, filter: { ...filter, places, categories, actors, sources } }, notices };
}
