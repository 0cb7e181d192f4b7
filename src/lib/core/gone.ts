import type { EventId, HistoricalEvent } from './model.ts';

/** Events that are in no list any more, by id: the listed event that each has become, `null` where it was withdrawn. */
export type Gone = ReadonlyMap<EventId, EventId | null>;

/** `events`: all of a dataset that has passed the loader, so that no merge leads round in a circle. */
export function goneOf(events: readonly HistoricalEvent[]): Gone {
	const gone = new Map(
		events
			.filter((event) => event.mergedInto !== undefined || event.withdrawn !== undefined)
			.map((event): [EventId, EventId | null] => [event.id, event.mergedInto ?? null])
	);
	for (const [id, first] of gone) {
		let last = first;
		// One step after the other: a chain may be longer than any stack.
		for (let next = first && gone.get(first); next !== undefined; next = last && gone.get(last)) {
			last = next;
			if (last === null) break;
		}
		gone.set(id, last);
	}
	return gone;
}
