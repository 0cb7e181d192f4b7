import type { Tally } from './counters.ts';
import type { Facet } from './facets.ts';
import type { Filter, Rule } from './filter.ts';

/** How many events are hidden for want of something, and by nothing else. */
export interface Hidden {
	/** By the time window, as they have no date. */
	readonly undated: number;
	/** By "as known on", as none of their sources is dated. */
	readonly unreported: number;
	/** By "only in map view", as none of their places is known. */
	readonly unplaced: number;
}

/**
 * Everything that the views show for one filter. One per filter: list, map, timeline and counts all read the same. Events
 * are rows (numbers in list order, see `Columns`); places, categories, actors and sources are indices in the dataset's own
 * lists, statuses in `STATUSES`. Arrays are the engine's own memory: they hold until its next answer, and nobody writes to
 * them.
 */
export interface Result {
	/** Grows with every answer of one engine. */
	readonly version: number;
	/** `partial`: counts are from a part of the data, and the screen has to say so. */
	readonly coverage: 'exact' | 'partial';
	/** Events in the dataset, listed or not. */
	readonly total: number;
	/** Listed events. */
	readonly count: number;
	/** The row of the listed event at `index`, in list order: `0 <= index < count`, or it throws a sentence. */
	rowAt(index: number): number;
	/** The reverse: how many listed events stand before this one; -1 when it is not listed. */
	indexOf(row: number): number;
	lists(row: number): boolean;
	/** Listed events linked to each place, in any role, each once. */
	readonly places: Uint32Array;
	/** The same by category: place `p` and category `c` at `p * categories + c`, with as many columns as categories. */
	readonly placeCategories: Uint32Array;
	/** Events for each value of a facet when every rule but the facet's own applies. Counted when it is asked for. */
	facet(facet: Facet): Uint32Array;
	/**
	 * Brings a count of the asker's own to what is listed, once: where the engine has brought it to another window before,
	 * it adds and takes off what enters and leaves. A tally is for the answers of one engine alone.
	 */
	bring(tally: Tally): void;
	readonly hidden: Hidden;
	/**
	 * For each row the rules that it breaks, the window aside, as bits of `RULE`; 0: nothing but the window can hide it. The
	 * same array as long as no rule but the window changes.
	 */
	readonly broken: Uint16Array;
	/** How many more events would be listed if this one rule were dropped. Counted when it is asked for. */
	gain(rule: Rule): number;
}

/** Answers filters. A promise only where the answer takes longer than a frame; of two, the newest counts. */
export interface Engine {
	query(filter: Filter): Result | Promise<Result>;
}
