import type { Catalogue, CatalogueEvent } from './catalogue.ts';
import type { Engine, Hidden, PlaceCount, Result } from './engine.ts';
import { compileFilter, FACETS, RULE, RULES, VALUES_OF, type Facet, type Filter, type Rule } from './filter.ts';
import type { CategoryId, EventId, PlaceId } from './model.ts';

/** An engine over a catalogue in memory that always answers at once: one pass over the events, exact. */
export class MemoryEngine implements Engine {
	readonly #catalogue: Catalogue;
	#version = 0;
	#passed: { readonly filter: Filter; readonly passes: Uint8Array } | null = null;

	constructor(catalogue: Catalogue) {
		this.#catalogue = catalogue;
	}

	query(filter: Filter): Result {
		const tally = new Tally(this.#catalogue);
		const broken = compileFilter(filter, this.#catalogue);
		for (const item of this.#catalogue.events) tally.add(item, broken(item));
		return { version: ++this.#version, coverage: 'exact', total: this.#catalogue.events.length, ...tally.counts() };
	}

	/** By THE predicate; kept, as zooming asks for other bins of the same filter. */
	passing(filter: Filter): Uint8Array {
		const kept = this.#passed;
		if (kept !== null && RULES.every((rule) => kept.filter[rule] === filter[rule])) return kept.passes;
		const broken = compileFilter(filter, this.#catalogue);
		const passes = Uint8Array.from(this.#catalogue.events, (item) => (broken(item) === 0 ? 1 : 0));
		this.#passed = { filter, passes };
		return passes;
	}
}

type MutableHidden = { -readonly [K in keyof Hidden]: Hidden[K] };

class Tally {
	readonly #catalogue: Catalogue;
	readonly #ids: EventId[] = [];
	readonly #places = new Map<PlaceId, { total: number; byCategory: Map<CategoryId, number> }>();
	readonly #facets: Readonly<Record<Facet, Map<string, number>>> = {
		places: new Map(),
		categories: new Map(),
		actors: new Map(),
		sources: new Map(),
		statuses: new Map()
	};
	readonly #hidden: MutableHidden = { undated: 0, unreported: 0, unplaced: 0 };
	readonly #brokenAlone = new Map<number, number>();

	constructor(catalogue: Catalogue) {
		this.#catalogue = catalogue;
		for (const id of catalogue.placeById.keys()) this.#places.set(id, { total: 0, byCategory: new Map() });
	}

	add(item: CatalogueEvent, broken: number): void {
		if (broken === 0) this.#list(item);
		else increment(this.#brokenAlone, broken);
		for (const facet of FACETS) {
			if ((broken & ~RULE[facet]) === 0)
				for (const value of VALUES_OF[facet](item)) increment(this.#facets[facet], value);
		}
		if (broken === RULE.window && item.when === null) this.#hidden.undated++;
		if (broken === RULE.known && item.reportedBy === Infinity) this.#hidden.unreported++;
		if (broken === RULE.bounds && this.#isUnplaced(item)) this.#hidden.unplaced++;
	}

	counts(): Pick<Result, 'ids' | 'listed' | 'places' | 'facets' | 'hidden' | 'gains'> {
		const gain = (rule: Rule): number => this.#brokenAlone.get(RULE[rule]) ?? 0;
		const places: ReadonlyMap<PlaceId, PlaceCount> = this.#places;
		return {
			ids: this.#ids,
			listed: new Set(this.#ids),
			places,
			facets: this.#facets,
			hidden: this.#hidden,
			gains: {
				places: gain('places'),
				categories: gain('categories'),
				actors: gain('actors'),
				sources: gain('sources'),
				statuses: gain('statuses'),
				window: gain('window'),
				query: gain('query'),
				known: gain('known'),
				bounds: gain('bounds')
			}
		};
	}

	#list(item: CatalogueEvent): void {
		this.#ids.push(item.id);
		for (const id of item.places) {
			const count = this.#places.get(id);
			if (count === undefined) continue;
			count.total++;
			increment(count.byCategory, item.event.category);
		}
	}

	#isUnplaced(item: CatalogueEvent): boolean {
		return item.places.every((id) => (this.#catalogue.placeById.get(id)?.point ?? null) === null);
	}
}

function increment<K>(counts: Map<K, number>, key: K): void {
	counts.set(key, (counts.get(key) ?? 0) + 1);
}
