import type { CatalogueEvent, InlineCatalogue } from '../../../src/lib/core/catalogue.ts';
import { FACETS, VALUES_OF, type Facet } from '../../../src/lib/core/facets.ts';
import { compileFilter, RULE, RULES, type Filter } from '../../../src/lib/core/filter.ts';
import type { Result } from '../../../src/lib/core/engine.ts';
import { STATUSES } from '../../../src/lib/core/model.ts';

type Indices = Readonly<Record<Facet, ReadonlyMap<string, number>>>;

/** Everything that a result says, as plain values; the version aside. */
export function allOf(result: Result, rows: number): object {
	const listed = Array.from({ length: result.count }, (_, index) => result.rowAt(index));
	const every = [...Array(rows).keys()];
	return {
		coverage: result.coverage,
		total: result.total,
		count: result.count,
		listed,
		indices: every.map((row) => result.indexOf(row)),
		lists: every.map((row) => result.lists(row)),
		places: [...result.places],
		placeCategories: [...result.placeCategories],
		facets: Object.fromEntries(FACETS.map((facet) => [facet, [...result.facet(facet)]])),
		hidden: { ...result.hidden },
		broken: [...result.broken],
		gains: Object.fromEntries(RULES.map((rule) => [rule, result.gain(rule)]))
	};
}

/** What a result has to say by the one predicate, event by event. */
export function bruteForce(catalogue: InlineCatalogue, filter: Filter): object {
	const { events, dataset } = catalogue;
	const index = (ids: readonly string[]): ReadonlyMap<string, number> => new Map(ids.map((id, i) => [id, i]));
	const idsOf = (records: readonly { readonly id: string }[]) => index(records.map(({ id }) => id));
	const indices: Indices = {
		places: idsOf(dataset.places),
		categories: idsOf(dataset.categories),
		actors: idsOf(dataset.actors),
		sources: idsOf(dataset.sources),
		statuses: index(STATUSES)
	};
	const breaks = compileFilter(filter, catalogue);
	const broken = events.map(breaks);
	const listed = [...events.keys()].filter((row) => broken[row] === 0);
	const count = (facet: Facet, rules: number): number[] => {
		const counts = new Array<number>(indices[facet].size).fill(0);
		events.forEach((item, row) => {
			if (((broken[row] ?? 0) & rules) !== 0) return;
			for (const value of VALUES_OF[facet](item)) add(counts, indices[facet].get(value) ?? NaN);
		});
		return counts;
	};
	const categories = dataset.categories.length;
	const placeCategories = new Array<number>(dataset.places.length * categories).fill(0);
	for (const { places, event } of events.filter((_, row) => broken[row] === 0)) {
		for (const place of places)
			add(
				placeCategories,
				(indices.places.get(place) ?? NaN) * categories + (indices.categories.get(event.category) ?? NaN)
			);
	}
	const alone = (rule: number, also: (item: CatalogueEvent) => boolean = () => true): number =>
		events.filter((item, row) => broken[row] === rule && also(item)).length;
	return {
		coverage: 'exact',
		total: events.length,
		count: listed.length,
		listed,
		indices: [...events.keys()].map((row) => listed.indexOf(row)),
		lists: broken.map((rules) => rules === 0),
		places: count('places', ~0),
		placeCategories,
		facets: Object.fromEntries(FACETS.map((facet) => [facet, count(facet, ~RULE[facet])])),
		hidden: {
			undated: alone(RULE.window, ({ when }) => when === null),
			unreported: alone(RULE.known, ({ reportedBy }) => reportedBy === Infinity),
			unplaced: alone(RULE.bounds, ({ places }) => places.every((id) => catalogue.placeById.get(id)?.point === null))
		},
		broken: broken.map((rules) => rules & ~RULE.window),
		gains: Object.fromEntries(RULES.map((rule) => [rule, alone(RULE[rule])]))
	};
}

function add(counts: number[], index: number): void {
	counts[index] = (counts[index] ?? NaN) + 1;
}
