import { touches, type Columns } from './columns.ts';
import { Counter, type Mask, type Tally } from './counters.ts';
import type { Engine, Hidden, Result } from './engine.ts';
import type { Facet } from './facets.ts';
import { RULE, type Filter, type Rule } from './filter.ts';
import { activeRules, without } from './rules.ts';
import { Listing, unbrokenRows, type RowSet } from './listing.ts';
import type { Dimensions, MaskSource } from './masks.ts';
import { STATUSES } from './model.ts';
import { PlaceTally } from './place-tally.ts';
import { FlagTally, layOut, ListTally, ValueTally } from './tallies.ts';
import { Reach, Room, type WindowIndex } from './window-index.ts';

/**
 * The engine over typed columns. A move of the window costs what enters and leaves; another filter waits for its mask, and
 * is answered at once when the masks are.
 */
export class MemoryEngine implements Engine {
	readonly #masks: MaskSource;
	readonly #counts: Counts;
	#mask: Mask | null = null;
	#asked = 0;
	#version = 0;
	#newest: Result | Promise<Result> | null = null;

	/** `index`: `createWindowIndex` of the same columns. */
	constructor(columns: Columns, dimensions: Dimensions, masks: MaskSource, index: WindowIndex) {
		this.#masks = masks;
		this.#counts = new Counts(columns, dimensions, index);
	}

	query(filter: Filter): Result | Promise<Result> {
		const asked = ++this.#asked;
		const broken = this.#masks.update(filter);
		this.#newest =
			broken instanceof Uint16Array
				? this.#answer(filter, broken)
				: broken.then((later) => {
						// What was asked for since is what counts, and the counts have room for one.
						if (asked !== this.#asked && this.#newest !== null) return this.#newest;
						if (later === null) throw new Error('Masks gave way to a filter that nobody asked for.');
						return this.#answer(filter, later);
					});
		return this.#newest;
	}

	#answer(filter: Filter, broken: Uint16Array): Result {
		if (this.#mask?.broken !== broken)
			this.#mask = { broken, isEmpty: activeRules(without(filter, ['window'])).length === 0 };
		return new MemoryResult(++this.#version, this.#counts, filter, this.#mask);
	}
}

/** What is counted, each kind when it is asked for first. */
class Counts {
	readonly columns: Columns;
	readonly index: WindowIndex;
	readonly places: Counter<PlaceTally>;
	readonly room = new Room();
	readonly #dimensions: Dimensions;
	readonly #facets = new Map<Facet, Counter<ValueTally | ListTally>>();
	readonly #kinds = new Map<Kind, Counter<FlagTally>>();
	/** Of others: gone when they let go of them. */
	readonly #tallies = new WeakMap<Tally, Counter<Tally>>();
	#unbroken: Unbroken | null = null;

	constructor(columns: Columns, dimensions: Dimensions, index: WindowIndex) {
		this.columns = columns;
		this.index = index;
		this.#dimensions = dimensions;
		const { places, categories } = dimensions;
		this.places = new Counter(index, new PlaceTally(columns, places.length, categories.length));
	}

	facet(facet: Facet, reach: Reach, mask: Mask): Uint32Array {
		let counter = this.#facets.get(facet);
		if (counter === undefined) {
			counter = new Counter(this.index, this.#tallyOf(facet));
			this.#facets.set(facet, counter);
		}
		return counter.count(reach, mask).counts;
	}

	bring(tally: Tally, reach: Reach, mask: Mask): void {
		const counter = this.#tallies.get(tally) ?? new Counter(this.index, tally);
		this.#tallies.set(tally, counter);
		counter.count(reach, mask);
	}

	/** Events that the window touches and that break nothing but one rule, or of them those for want of something. */
	only(kind: Kind, reach: Reach, mask: Mask): number {
		let counter = this.#kinds.get(kind);
		if (counter === undefined) {
			counter = new Counter(this.index, new FlagTally((broken) => this.#flags(kind, broken)));
			this.#kinds.set(kind, counter);
		}
		return counter.count(reach, mask).total;
	}

	unbroken(mask: Mask): Unbroken {
		if (this.#unbroken?.mask === mask) return this.#unbroken;
		const { loose, odd, regular } = this.index;
		const { matchAt } = this.columns;
		const countOf = (rows: Uint32Array, isMeant: (row: number) => boolean): number =>
			rows.reduce((sum, row) => sum + (mask.broken[row] === 0 && isMeant(row) ? 1 : 0), 0);
		const rows = unbrokenRows(regular, mask.broken);
		return (this.#unbroken = {
			mask,
			regular: rows,
			count: rows.size + countOf(odd.startRow, () => true) + countOf(loose, () => true),
			undated: countOf(loose, (row) => matchAt[row] === matchAt[row + 1])
		});
	}

	#tallyOf(facet: Facet): ValueTally | ListTally {
		const { category, status, placeAt, place, actorAt, actor, sourceAt, source } = this.columns;
		const { places, categories, actors, sources } = this.#dimensions;
		const { spans, categories: ordered } = this.index;
		const rules = ~RULE[facet];
		switch (facet) {
			case 'places':
				return new ListTally(placeAt, place, places.length, rules);
			case 'categories':
				return new ValueTally(category, categories.length, rules, [
					{ rows: spans.startRow, ordered: ordered.byStart },
					{ rows: spans.endRow, ordered: ordered.byEnd }
				]);
			case 'actors':
				return new ListTally(actorAt, actor, actors.length, rules);
			case 'sources':
				return new ListTally(sourceAt, source, sources.length, rules);
			case 'statuses':
				return new ValueTally(status, STATUSES.length, rules, layOut(status, STATUSES.length, this.index));
		}
	}

	#flags(kind: Kind, broken: Uint16Array): Uint8Array {
		const { reportedBy, placeAt, place } = this.columns;
		const flags = new Uint8Array(broken.length);
		const rule = kind === 'unreported' ? RULE.known : kind === 'unplaced' ? RULE.bounds : RULE[kind];
		for (let row = 0; row < flags.length; row++) flags[row] = broken[row] === rule ? 1 : 0;
		if (kind === 'unreported') {
			for (let row = 0; row < flags.length; row++) if (reportedBy[row] !== Infinity) flags[row] = 0;
		}
		if (kind === 'unplaced') {
			const isKnown = Uint8Array.from(this.#dimensions.places, ({ point }) => (point === null ? 0 : 1));
			for (let row = 0; row < flags.length; row++) {
				const last = placeAt[row + 1] ?? 0;
				for (let link = placeAt[row] ?? 0; link < last; link++) if (isKnown[place[link] ?? 0] === 1) flags[row] = 0;
			}
		}
		return flags;
	}
}

/** Rows that break nothing, the window aside. */
interface Unbroken {
	readonly mask: Mask;
	/** Those of `index.regular`. */
	readonly regular: RowSet;
	/** All of them, and those without a date. */
	readonly count: number;
	readonly undated: number;
}

type Kind = Exclude<Rule, 'window'> | 'unreported' | 'unplaced';

class MemoryResult implements Result {
	readonly version: number;
	readonly coverage = 'exact';
	readonly total: number;
	readonly count: number;
	readonly places: Uint32Array;
	readonly placeCategories: Uint32Array;
	readonly broken: Uint16Array;
	readonly #counts: Counts;
	readonly #filter: Filter;
	readonly #mask: Mask;
	readonly #reach: Reach;
	#listing: Listing | null = null;
	#hidden: Hidden | null = null;

	constructor(version: number, counts: Counts, filter: Filter, mask: Mask) {
		this.version = version;
		this.#counts = counts;
		this.#filter = filter;
		this.#mask = mask;
		this.#reach = new Reach(counts.index, filter.window, counts.room);
		const { total, places, placeCategories } = counts.places.count(this.#reach, mask);
		this.total = counts.columns.rows;
		this.count = total;
		this.places = places;
		this.placeCategories = placeCategories;
		this.broken = mask.broken;
	}

	rowAt(index: number): number {
		if (!(Number.isInteger(index) && index >= 0 && index < this.count))
			throw new RangeError(`There is no event ${index} of ${this.count}.`);
		return this.#list.rowAt(index);
	}

	indexOf(row: number): number {
		return this.lists(row) ? this.#list.countBefore(row) : -1;
	}

	lists(row: number): boolean {
		return this.broken[row] === 0 && (this.#reach.isOpen || touches(this.#counts.columns, row, this.#filter.window));
	}

	facet(facet: Facet): Uint32Array {
		// Without a rule of its own it counts what is listed.
		if (facet === 'places' && this.#filter.places.length === 0) return this.places;
		return this.#counts.facet(facet, this.#reach, this.#mask);
	}

	bring(tally: Tally): void {
		this.#counts.bring(tally, this.#reach, this.#mask);
	}

	get hidden(): Hidden {
		return (this.#hidden ??= {
			undated: this.#reach.isOpen ? 0 : this.#counts.unbroken(this.#mask).undated,
			unreported: this.#filter.known === null ? 0 : this.#counts.only('unreported', this.#reach, this.#mask),
			unplaced: this.#filter.bounds === null ? 0 : this.#counts.only('unplaced', this.#reach, this.#mask)
		});
	}

	gain(rule: Rule): number {
		if (rule === 'window') return this.#reach.isOpen ? 0 : this.#counts.unbroken(this.#mask).count - this.count;
		return activeRules(this.#filter).includes(rule) ? this.#counts.only(rule, this.#reach, this.#mask) : 0;
	}

	get #list(): Listing {
		const { columns, index } = this.#counts;
		return (this.#listing ??= new Listing(
			columns,
			index,
			this.#counts.unbroken(this.#mask).regular,
			this.#reach,
			this.broken
		));
	}
}
