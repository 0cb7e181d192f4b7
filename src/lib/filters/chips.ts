import type { Catalogue } from '$lib/core/catalogue.ts';
import { FACETS, type Facet } from '$lib/core/facets.ts';
import type { Filter, Rule } from '$lib/core/filter.ts';
import { STATUSES } from '$lib/core/model.ts';
import { sortedSet } from '$lib/core/view-codec.ts';
import type { I18n } from '$lib/i18n/index.ts';
import type { Explorer } from '$lib/state/explorer.svelte.ts';

/** One thing that the reader asks for, in words, and how to stop asking for it. */
export interface Chip {
	/** Unique among the chips of one filter. */
	readonly key: string;
	/** What is shown: `Damascus`. */
	readonly text: string;
	/** Of `text`, where it is not the page's. */
	readonly lang: string | undefined;
	/** With the name of its group: `Places: Damascus`. */
	readonly name: string;
	readonly remove: (explorer: Explorer) => void;
}

/** What the filter asks for, the time window first, then each value of each facet, then the rest. */
export function chipsOf(
	filter: Filter,
	rules: readonly Rule[],
	catalogue: Catalogue,
	i18n: Pick<I18n, 'm' | 'resolve' | 'dates'>
): readonly Chip[] {
	const { m, dates } = i18n;
	const words = m.filters;
	const single = (rule: Rule, group: string, text: string): Chip => ({
		key: rule,
		text: group === text ? text : words.value(group, text),
		lang: undefined,
		name: group === text ? text : words.value(group, text),
		remove: (explorer) => explorer.clearRule(rule)
	});
	const others: Readonly<Record<Exclude<Rule, Facet>, () => Chip>> = {
		window: () => single('window', words.window, dates.range(filter.window)),
		query: () => single('query', words.query, filter.query.trim()),
		known: () => single('known', words.known, dates.day((filter.known ?? 0) - 1)),
		bounds: () => single('bounds', words.bounds, words.bounds)
	};
	return rules.flatMap((rule) => {
		if (!isFacet(rule)) return [others[rule]()];
		return filter[rule].map((id): Chip => {
			const { name: text, lang } = valueName(rule, id, catalogue, i18n);
			return {
				key: `${rule} ${id}`,
				text,
				lang,
				name: words.value(words.facet[rule], text),
				remove: (explorer) => toggleValue(explorer, rule, id, false)
			};
		});
	});
}

/** A name, and its language (BCP 47) where that is not the page's. */
interface ValueName {
	readonly name: string;
	readonly lang: string | undefined;
}

/** The name of a facet's value in the reader's language; the id when the dataset has no such record. */
export function valueName(
	facet: Facet,
	id: string,
	catalogue: Catalogue,
	{ m, resolve }: Pick<I18n, 'm' | 'resolve'>
): ValueName {
	if (facet === 'statuses') {
		const word = Object.entries(m.filters.statuses).find(([status]) => status === id)?.[1];
		return { name: word ?? id, lang: undefined };
	}
	if (facet === 'sources') {
		const source = catalogue.dataset.sources.find((candidate) => candidate.id === id);
		return { name: source?.title ?? id, lang: source?.language };
	}
	const records = { places: 'places', categories: 'categories', actors: 'actors' } as const;
	const record = catalogue.dataset[records[facet]].find((candidate) => candidate.id === id);
	if (record === undefined) return { name: id, lang: undefined };
	const { text: name, lang, isFallback } = resolve(record.name);
	return { name, lang: isFallback ? lang : undefined };
}

/** Puts a value into its facet's list or takes it out. */
export function toggleValue(explorer: Explorer, facet: Facet, id: string, isOn: boolean): void {
	const change = <T extends string>(chosen: readonly T[], known: readonly T[]): readonly T[] =>
		sortedSet([...chosen.filter((value) => value !== id), ...(isOn ? known.filter((value) => value === id) : [])]);
	const { filter } = explorer.committed;
	const { placeById, categoryById, actorById, sourceById } = explorer.catalogue;
	switch (facet) {
		case 'places':
			return explorer.setRule(facet, change(filter.places, [...placeById.keys()]));
		case 'categories':
			return explorer.setRule(facet, change(filter.categories, [...categoryById.keys()]));
		case 'actors':
			return explorer.setRule(facet, change(filter.actors, [...actorById.keys()]));
		case 'sources':
			return explorer.setRule(facet, change(filter.sources, [...sourceById.keys()]));
		case 'statuses':
			return explorer.setRule(facet, change(filter.statuses, STATUSES));
	}
}

function isFacet(rule: Rule): rule is Facet {
	return FACETS.some((facet) => facet === rule);
}
