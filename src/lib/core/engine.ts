import type { Facet, Filter, Rule } from './filter.ts';
import type { CategoryId, EventId, PlaceId } from './model.ts';

/** How many of the listed events are linked to a place, in any role, each once. */
export interface PlaceCount {
	readonly total: number;
	readonly byCategory: ReadonlyMap<CategoryId, number>;
}

/** How many events are hidden for want of something, and by nothing else. */
export interface Hidden {
	/** By the time window, as they have no date. */
	readonly undated: number;
	/** By "as known on", as none of their sources is dated. */
	readonly unreported: number;
	/** By "only in map view", as none of their places is known. */
	readonly unplaced: number;
}

/** Everything that the views show for one filter. One per filter: list, map, timeline and counts all read the same. */
export interface Result {
	/** Grows with every answer of one engine. */
	readonly version: number;
	/** `partial`: counts are from a part of the data, and the screen has to say so. */
	readonly coverage: 'exact' | 'partial';
	/** Events in the dataset, listed or not. */
	readonly total: number;
	/** Listed events in order of start, end, id. */
	readonly ids: readonly EventId[];
	/** The same as a set. */
	readonly listed: ReadonlySet<EventId>;
	/** Every place of the dataset, those with nothing listed included. */
	readonly places: ReadonlyMap<PlaceId, PlaceCount>;
	/** Events for each value of a facet when every rule but the facet's own applies; values with none are left out. */
	readonly facets: Readonly<Record<Facet, ReadonlyMap<string, number>>>;
	readonly hidden: Hidden;
	/** How many more events would be listed if this one rule were dropped. */
	readonly gains: Readonly<Record<Rule, number>>;
}

/** Answers filters. A promise only where the answer takes longer than a frame; of two, the newest counts. */
export interface Engine {
	query(filter: Filter): Result | Promise<Result>;
	/**
	 * The events that a filter lists, its window included: a byte for each of the catalogue, in its order, 1 for those. For
	 * counting them otherwise than a Result does (`countBins`). Answered at once for now.
	 */
	passing(filter: Filter): Uint8Array;
}
