import type { InlineCatalogue } from '../../../src/lib/core/catalogue.ts';
import {
	compileFilter,
	FACETS,
	RULE,
	RULES,
	VALUES_OF,
	type Facet,
	type Filter
} from '../../../src/lib/core/filter.ts';
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
		const counts: number[] = Array.from(indices[facet].keys(), () => 0);
		events.forEach((item, row) => {
			if (((broken[row] ?? 0) & rules) !== 0) return;
			for (const value of VALUES_OF[facet](item)) counts[indices[facet].get(value) ?? -1]! += 1;
		});
		return counts;
	};
	const placeCategories: number[] = Array(dataset.places.length * dataset.categories.length).fill(0);
	for (const row of listed) {
		const item = events[row]!;
		const category = indices.categories.get(item.event.category)!;
		for (const place of item.places)
			placeCategories[indices.places.get(place)! * dataset.categories.length + category]! += 1;
	}
	const alone = (rule: number, also: (row: number) => boolean = () => true): number =>
		broken.filter((rules, row) => rules === rule && also(row)).length;
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
			undated: alone(RULE.window, (row) => events[row]!.when === null),
			unreported: alone(RULE.known, (row) => events[row]!.reportedBy === Infinity),
			unplaced: alone(RULE.bounds, (row) =>
				events[row]!.places.every((id) => catalogue.placeById.get(id)?.point === null)
			)
		},
		broken: broken.map((rules) => rules & ~RULE.window),
		gains: Object.fromEntries(RULES.map((rule) => [rule, alone(RULE[rule])]))
	};
}
