import type { CatalogueEvent, InlineCatalogue } from './catalogue.ts';
import type { Engine, Result } from './engine.ts';
import { VALUES_OF, type Facet } from './facets.ts';
import { compileFilter, NO_FILTER, RULE, RULES, type Filter } from './filter.ts';
import { ALWAYS, overlaps, sameInterval } from './interval.ts';
import { STATUSES } from './model.ts';

/** Part of a larger dataset: how many events that has. */
export interface Whole {
	readonly total: number;
}

/**
 * An engine over the records of a small dataset that always answers at once: one pass over them by THE predicate. What any
 * other engine answers is measured by it.
 */
export class ScanEngine implements Engine {
	readonly #catalogue: InlineCatalogue;
	readonly #whole: Whole | null;
	/** Where the values of each facet stand in the dataset's lists. */
	readonly #indices: Readonly<Record<Facet, ReadonlyMap<string, number>>>;
	#version = 0;
	#filter: Filter = NO_FILTER;
	#broken: Uint16Array;

	/** `whole`: the catalogue has but a part of it, and answers are `partial`. */
	constructor(catalogue: InlineCatalogue, whole: Whole | null = null) {
		this.#catalogue = catalogue;
		this.#whole = whole;
		this.#broken = new Uint16Array(catalogue.size);
		const indexOf = (ids: readonly string[]): ReadonlyMap<string, number> => new Map(ids.map((id, i) => [id, i]));
		const { places, categories, actors, sources } = catalogue.dataset;
		const idsOf = (records: readonly { readonly id: string }[]) => indexOf(records.map(({ id }) => id));
		this.#indices = {
			places: idsOf(places),
			categories: idsOf(categories),
			actors: idsOf(actors),
			sources: idsOf(sources),
			statuses: indexOf(STATUSES)
		};
	}

	query(filter: Filter): Result {
		const { events, size } = this.#catalogue;
		const { window } = filter;
		const broken = this.#update(filter);
		const isOpen = sameInterval(window, ALWAYS);
		const inWindow = ({ matches }: CatalogueEvent): boolean =>
			isOpen || matches.some((interval) => overlaps(interval, window));
		/** Rules that a row breaks, the window included. */
		const all = Uint16Array.from(events, (item, row) => (broken[row] ?? 0) | (inWindow(item) ? 0 : RULE.window));
		const rows = [...all.keys()].filter((row) => all[row] === 0);
		const alone = (rule: number, also: (item: CatalogueEvent) => boolean = () => true): number =>
			events.filter((item) => all[item.row] === rule && also(item)).length;
		const { places, categories } = this.#indices;
		const byPlace = new Uint32Array(places.size);
		const byCategory = new Uint32Array(places.size * categories.size);
		for (const row of rows) {
			const item = events[row];
			for (const id of item?.places ?? []) {
				const [place, category] = [places.get(id) ?? 0, categories.get(item?.event.category ?? '') ?? 0];
				add(byPlace, place);
				add(byCategory, place * categories.size + category);
			}
		}
		const { placeById } = this.#catalogue;
		return {
			version: ++this.#version,
			coverage: this.#whole === null ? 'exact' : 'partial',
			total: this.#whole?.total ?? size,
			count: rows.length,
			rowAt(index) {
				const row = rows[index];
				if (row === undefined) throw new Error(`There is no event ${index} of ${rows.length}.`);
				return row;
			},
			indexOf: (row) => rows.indexOf(row),
			lists: (row) => all[row] === 0,
			places: byPlace,
			placeCategories: byCategory,
			facet: (facet) => {
				const counts = new Uint32Array(this.#indices[facet].size);
				for (const item of events) {
					if (((all[item.row] ?? 0) & ~RULE[facet]) !== 0) continue;
					for (const value of VALUES_OF[facet](item)) add(counts, this.#indices[facet].get(value) ?? 0);
				}
				return counts;
			},
			bring(tally) {
				tally.reset({ broken, isEmpty: false });
				tally.add({ rows: Uint32Array.from(rows), places: null }, 0, rows.length, 1);
			},
			hidden: {
				undated: alone(RULE.window, (item) => item.when === null),
				unreported: alone(RULE.known, (item) => item.reportedBy === Infinity),
				unplaced: alone(RULE.bounds, (item) => item.places.every((id) => (placeById.get(id)?.point ?? null) === null))
			},
			broken,
			gain: (rule) => alone(RULE[rule])
		};
	}

	/** Looks at all rows again when a rule other than the window has changed. */
	#update(filter: Filter): Uint16Array {
		if (RULES.some((rule) => rule !== 'window' && filter[rule] !== this.#filter[rule])) {
			const breaks = compileFilter({ ...filter, window: ALWAYS }, this.#catalogue);
			this.#broken = Uint16Array.from(this.#catalogue.events, breaks);
		}
		this.#filter = filter;
		return this.#broken;
	}
}

function add(counts: Uint32Array, index: number): void {
	counts[index] = (counts[index] ?? 0) + 1;
}
