import { contains, type Bounds } from './bounds.ts';
import type { Catalogue, CatalogueEvent } from './catalogue.ts';
import { ALWAYS, overlaps, sameInterval, type Interval } from './interval.ts';
import type { ActorId, CategoryId, PlaceId, SourceId, Status } from './model.ts';
import { queryWords } from './search.ts';

/** What the reader asks for. Empty lists, an empty query and `null` ask for nothing. Lists are sorted sets. */
export interface Filter {
	/** ms UTC, half-open; `ALWAYS` when there is no window. */
	readonly window: Interval;
	readonly places: readonly PlaceId[];
	readonly categories: readonly CategoryId[];
	readonly actors: readonly ActorId[];
	readonly sources: readonly SourceId[];
	readonly statuses: readonly Status[];
	/** Every word must occur somewhere in the event's text. */
	readonly query: string;
	/** "As known on": the first instant after that day, ms UTC. */
	readonly known: number | null;
	readonly bounds: Bounds | null;
}

export const NO_FILTER: Filter = Object.freeze({
	window: ALWAYS,
	places: [],
	categories: [],
	actors: [],
	sources: [],
	statuses: [],
	query: '',
	known: null,
	bounds: null
});

/** The facets of the contract, by the name of their list in a Filter. */
export const FACETS = ['places', 'categories', 'actors', 'sources', 'statuses'] as const;
export type Facet = (typeof FACETS)[number];

/** One bit for each thing that can rule an event out. */
export const RULE = {
	places: 1,
	categories: 2,
	actors: 4,
	sources: 8,
	statuses: 16,
	window: 32,
	query: 64,
	known: 128,
	bounds: 256
} as const satisfies Record<keyof Filter, number>;
export type Rule = keyof typeof RULE;

/** In the order of the URL's parameters. */
export const RULES = ['window', ...FACETS, 'query', 'known', 'bounds'] as const satisfies readonly Rule[];

/**
 * THE predicate of the product: the rules that an event breaks, as a set of bits; 0 means that it is listed. All else
 * follows from it: the list is what breaks nothing, a facet's count is what breaks nothing but that facet's own rule,
 * and what is hidden for want of a date is what breaks the window alone and has none.
 */
export type BrokenRules = (item: CatalogueEvent) => number;

export function compileFilter(filter: Filter, catalogue: Pick<Catalogue, 'placeById'>): BrokenRules {
	const { window, known, bounds } = filter;
	const hasWindow = !sameInterval(window, ALWAYS);
	const places = new Set(filter.places);
	const categories = new Set(filter.categories);
	const actors = new Set(filter.actors);
	const sources = new Set(filter.sources);
	const statuses = new Set(filter.statuses);
	const words = queryWords(filter.query);
	const inside = new Set<PlaceId>();
	if (bounds !== null) {
		for (const place of catalogue.placeById.values()) {
			if (place.point !== null && contains(bounds, place.point)) inside.add(place.id);
		}
	}
	return (item) => {
		const { event } = item;
		let broken = 0;
		if (hasWindow && !item.matches.some((interval) => overlaps(interval, window))) broken |= RULE.window;
		if (places.size > 0 && !item.places.some((id) => places.has(id))) broken |= RULE.places;
		if (categories.size > 0 && !categories.has(event.category)) broken |= RULE.categories;
		if (actors.size > 0 && !event.actors.some((id) => actors.has(id))) broken |= RULE.actors;
		if (sources.size > 0 && !item.sources.some((id) => sources.has(id))) broken |= RULE.sources;
		if (statuses.size > 0 && !statuses.has(event.status)) broken |= RULE.statuses;
		if (words.length > 0 && !words.every((word) => item.text.includes(word))) broken |= RULE.query;
		if (known !== null && item.reportedBy > known) broken |= RULE.known;
		if (bounds !== null && !item.places.some((id) => inside.has(id))) broken |= RULE.bounds;
		return broken;
	};
}

/** The filter without some of its rules: `without(filter, ['query'])`. */
export function without(filter: Filter, rules: readonly Rule[]): Filter {
	return { ...filter, ...Object.fromEntries(rules.map((rule) => [rule, NO_FILTER[rule]])) };
}

/** The rules that ask for something, in the order of `RULES`. */
export function activeRules(filter: Filter): readonly Rule[] {
	const asks: Readonly<Record<Rule, boolean>> = {
		window: !sameInterval(filter.window, ALWAYS),
		places: filter.places.length > 0,
		categories: filter.categories.length > 0,
		actors: filter.actors.length > 0,
		sources: filter.sources.length > 0,
		statuses: filter.statuses.length > 0,
		query: queryWords(filter.query).length > 0,
		known: filter.known !== null,
		bounds: filter.bounds !== null
	};
	return RULES.filter((rule) => asks[rule]);
}
