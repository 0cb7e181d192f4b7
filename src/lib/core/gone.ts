import type { EventId, HistoricalEvent } from './model.ts';

/** Events that are in no list any more, by id: the listed event that each has become, `null` where it was withdrawn. */
export type Gone = ReadonlyMap<EventId, EventId | null>;

/** Events that are in lists: neither withdrawn nor another one. */
export function isListed({ mergedInto, withdrawn }: HistoricalEvent): boolean {
	return mergedInto === undefined && withdrawn === undefined;
}

/** `events`: all of a dataset that has passed the loader, so that no merge leads round in a circle. */
export function goneOf(events: readonly HistoricalEvent[]): Gone {
	const gone = new Map(
		events
			.filter((event) => !isListed(event))
			.map(({ id, mergedInto }): [EventId, EventId | null] => [id, mergedInto ?? null])
	);
	for (const id of gone.keys()) {
		// Each step of a chain is taken once, however long it is.
		const path: EventId[] = [];
		let last: EventId | null | undefined = id;
		while (last && gone.has(last)) {
			path.push(last);
			last = gone.get(last);
		}
		for (const step of path) gone.set(step, last ?? null);
	}
	return gone;
}
