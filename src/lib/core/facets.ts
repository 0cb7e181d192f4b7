import type { CatalogueEvent } from './catalogue.ts';

/** The facets of the contract, by the name of their list in a Filter. */
export const FACETS = ['places', 'categories', 'actors', 'sources', 'statuses'] as const;
export type Facet = (typeof FACETS)[number];

/** The values of one event in each facet, each once. */
export const VALUES_OF: Readonly<Record<Facet, (item: CatalogueEvent) => readonly string[]>> = {
	places: (item) => item.places,
	categories: (item) => [item.event.category],
	actors: (item) => [...new Set(item.event.actors)],
	sources: (item) => item.sources,
	statuses: (item) => [item.event.status]
};
