import type { Catalogue, CatalogueEvent, InlineCatalogue } from './catalogue.ts';
import { roleBit, type Columns } from './columns.ts';
import { STATUSES } from './model.ts';
import { surelyWithin } from './sure-spans.ts';

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
