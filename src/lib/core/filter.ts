import { contains, type Bounds } from './bounds.ts';
import type { Catalogue, CatalogueEvent } from './catalogue.ts';
import { FACETS, VALUES_OF } from './facets.ts';
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
	const facets = FACETS.map((facet) => ({ facet, asked: new Set<string>(filter[facet]) }));
	const active = facets.filter(({ asked }) => asked.size > 0);
	const words = queryWords(filter.query);
	const inside = new Set<PlaceId>();
	if (bounds !== null) {
		for (const place of catalogue.placeById.values()) {
			if (place.point !== null && contains(bounds, place.point)) inside.add(place.id);
		}
	}
	return (item) => {
		let broken = 0;
		if (hasWindow && !item.matches.some((interval) => overlaps(interval, window))) broken |= RULE.window;
		for (const { facet, asked } of active) {
			if (!VALUES_OF[facet](item).some((value) => asked.has(value))) broken |= RULE[facet];
		}
		if (words.length > 0 && !words.every((word) => item.text.includes(word))) broken |= RULE.query;
		if (known !== null && item.reportedBy > known) broken |= RULE.known;
		if (bounds !== null && !item.places.some((id) => inside.has(id))) broken |= RULE.bounds;
		return broken;
	};
}
