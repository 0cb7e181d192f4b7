import type { Catalogue, CatalogueEvent, InlineCatalogue } from './catalogue.ts';
import type { Interval } from './interval.ts';
import { PLACE_ROLES, STATUSES, type PlaceRole } from './model.ts';
import { surelyWithin } from './sure-spans.ts';

/**
 * The events of a dataset in typed arrays: all that counting and filtering ask for at any size, and no text. A row
 * is a number from 0 up to and without `rows`; rows are in list order (start, end, id), undated events last. Lists of a row
 * are one after the other: those of row `i` stand from `xAt[i]` up to and without `xAt[i + 1]`. Nothing in it is ever
 * written to; it can be handed to a worker.
 */
export interface Columns {
	readonly rows: number;
	/** As in `CatalogueEvent`: ms, for ordering and drawing; infinite for open, unknown and undated sides. */
	readonly start: Float64Array;
	readonly end: Float64Array;
	/** `matches`: what a window is compared with. ms, half-open, infinite for open sides; those of one row sorted and apart. */
	readonly matchAt: Uint32Array;
	readonly matchStart: Float64Array;
	readonly matchEnd: Float64Array;
	/** Sure spans, as in `SureSpan`, both rising within a row; none for what is only planned. */
	readonly sureAt: Uint32Array;
	readonly begunBy: Float64Array;
	readonly lastsTo: Float64Array;
	/** Index in `dataset.categories`. */
	readonly category: Uint8Array;
	/** Index in `STATUSES`. */
	readonly status: Uint8Array;
	/** Indices in `dataset.places`, each once a row. */
	readonly placeAt: Uint32Array;
	readonly place: Uint32Array;
	/** Beside each of `place`: its roles in the event, bit `1 << index in PLACE_ROLES` for each. */
	readonly roles: Uint8Array;
	/** Indices in `dataset.actors`, each once a row. */
	readonly actorAt: Uint32Array;
	readonly actor: Uint32Array;
	/** Indices in `dataset.sources`, each once a row. */
	readonly sourceAt: Uint32Array;
	readonly source: Uint32Array;
	/** As in `CatalogueEvent`: end (exclusive, ms) of the day on which the first dated report was out; infinite: not known. */
	readonly reportedBy: Float64Array;
}

/** Those of a catalogue; of one in memory they are made anew. */
export function columnsOf(catalogue: Catalogue): Columns {
	return catalogue.columns ?? createColumns(catalogue);
}

/** One pass over the events of a catalogue in memory: a few microseconds an event. */
export function createColumns({ events, dataset }: InlineCatalogue): Columns {
	const indexOf = (records: readonly { readonly id: string }[]): ReadonlyMap<string, number> =>
		new Map(records.map(({ id }, index) => [id, index]));
	const [categories, places, actors, sources] = [
		indexOf(dataset.categories),
		indexOf(dataset.places),
		indexOf(dataset.actors),
		indexOf(dataset.sources)
	];
	const found = (index: ReadonlyMap<string, number>, id: string): number => {
		const at = index.get(id);
		if (at === undefined) throw new Error(`Nothing has the id "${id}"; load the dataset through io.`);
		return at;
	};
	const matches = listColumn(events, (item) => item.matches);
	// What is planned may come to nothing.
	const sure = listColumn(events, ({ when, event }) =>
		when === null || event.status === 'planned' ? [] : surelyWithin(when)
	);
	const place = listColumn(events, (item) => item.places);
	const actor = listColumn(events, (item) => [...new Set(item.event.actors)]);
	const source = listColumn(events, (item) => item.sources);
	return {
		rows: events.length,
		start: Float64Array.from(events, (item) => item.start),
		end: Float64Array.from(events, (item) => item.end),
		matchAt: matches.at,
		matchStart: Float64Array.from(matches.items, ({ start }) => start),
		matchEnd: Float64Array.from(matches.items, ({ end }) => end),
		sureAt: sure.at,
		begunBy: Float64Array.from(sure.items, ({ begunBy }) => begunBy),
		lastsTo: Float64Array.from(sure.items, ({ lastsTo }) => lastsTo),
		category: Uint8Array.from(events, ({ event }) => found(categories, event.category)),
		status: Uint8Array.from(events, ({ event }) => STATUSES.indexOf(event.status)),
		placeAt: place.at,
		place: Uint32Array.from(place.items, (id) => found(places, id)),
		roles: Uint8Array.from(events.flatMap(({ event, places: ids }) => ids.map((id) => rolesOf(event, id)))),
		actorAt: actor.at,
		actor: Uint32Array.from(actor.items, (id) => found(actors, id)),
		sourceAt: source.at,
		source: Uint32Array.from(source.items, (id) => found(sources, id)),
		reportedBy: Float64Array.from(events, (item) => item.reportedBy)
	};
}

/** Whether a window touches one row, by its matches. */
export function touches({ matchAt, matchStart, matchEnd }: Columns, row: number, { start, end }: Interval): boolean {
	const last = matchAt[row + 1] ?? 0;
	for (let at = matchAt[row] ?? 0; at < last; at++) {
		const [begin, until] = [matchStart[at] ?? NaN, matchEnd[at] ?? NaN];
		if (begin < end && until > start && begin < until && start < end) return true;
	}
	return false;
}

export function roleBit(role: PlaceRole): number {
	return 1 << PLACE_ROLES.indexOf(role);
}

function rolesOf({ places }: CatalogueEvent['event'], id: string): number {
	return places.reduce((bits, { place, role }) => (place === id ? bits | roleBit(role) : bits), 0);
}

function listColumn<T>(events: readonly CatalogueEvent[], listOf: (item: CatalogueEvent) => readonly T[]) {
	const at = new Uint32Array(events.length + 1);
	const items: T[] = [];
	events.forEach((item, row) => {
		for (const value of listOf(item)) items.push(value);
		at[row + 1] = items.length;
	});
	return { at, items };
}
