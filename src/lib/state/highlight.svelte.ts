import type { EventId, PlaceId } from '$lib/core/model.ts';

/** What the pointer or the focus is on: an event or a place, never both. Shared by map, timeline and list. */
export class Highlight {
	#event: EventId | null = $state(null);
	#place: PlaceId | null = $state(null);

	get event(): EventId | null {
		return this.#event;
	}

	get place(): PlaceId | null {
		return this.#place;
	}

	setEvent(event: EventId | null): void {
		this.#event = event;
		this.#place = null;
	}

	setPlace(place: PlaceId | null): void {
		this.#place = place;
		this.#event = null;
	}
}
