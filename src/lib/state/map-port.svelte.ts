import { getContext, setContext } from 'svelte';
import type { Bounds } from '$lib/core/bounds.ts';
import type { EventId, PlaceId } from '$lib/core/model.ts';

/** The map as it stands, for paper: light whatever the theme, and to be drawn at any size. */
export interface MapPicture {
	/** On paper. */
	readonly widthPx: number;
	readonly heightPx: number;
	/** Land and water, and the marks of many places, as a `data:` URL, of any size; `null` where there is no basemap. */
	readonly ground: string | null;
	/** What stands on it: marks, numbers, names, lines. */
	readonly overlay: SVGSVGElement;
	/** Places that have a mark, be it beyond the edge; of many places those in view with the most events. */
	readonly places: readonly PlaceId[];
	/** How many further places in view have listed events. */
	readonly morePlaces: number;
}

/** The timeline as it stands, for pictures. */
export interface TimelinePicture {
	readonly drawing: SVGElement;
	readonly widthPx: number;
	readonly heightPx: number;
}

/** Draws the timeline as wide as asked for, in px; `null`: there is nothing to draw. */
export type DrawTimeline = (widthPx: number) => TimelinePicture | null;

/** What the map does for other views. */
export interface MapCommands {
	showEvent(id: EventId): void;
	showPlace(id: PlaceId): void;
	travel(): void;
	picture(): MapPicture | null;
}

/**
 * How views that know nothing of each other reach the map. The map fills it while it is on the page; without a map
 * `bounds` is `null` and the commands do nothing.
 *
 * The filter panel switches `Only in map view` on with `explorer.setBounds(port.bounds)`; from then on the map itself
 * keeps the rule in step with what it shows. The detail view's `Show on map` calls `port.showEvent(id)`.
 */
export class MapPort {
	#bounds: Bounds | null = $state.raw(null);
	#commands: MapCommands | null = $state.raw(null);
	/** The timeline puts it here while it is on the page. */
	drawTimeline: DrawTimeline | null = null;

	/** What the map shows once it has come to rest; `null`: there is no map. */
	get bounds(): Bounds | null {
		return this.#bounds;
	}

	/** Moves the map, and the page where it has to, until the event's places are in view. */
	showEvent(id: EventId): void {
		this.#commands?.showEvent(id);
	}

	showPlace(id: PlaceId): void {
		this.#commands?.showPlace(id);
	}

	/** Moves to where the explorer's view says, as at first sight, and is seen to move: for a view that was just restored. */
	travel(): void {
		this.#commands?.travel();
	}

	/** At once, as printing waits for nothing; `null`: there is no map. */
	picture(): MapPicture | null {
		return this.#commands?.picture() ?? null;
	}

	/** For the map alone. The function it returns takes the map away again. */
	connect(commands: MapCommands): () => void {
		this.#commands = commands;
		return () => {
			if (this.#commands !== commands) return;
			this.#commands = null;
			this.#bounds = null;
		};
	}

	/** For the map alone. */
	report(bounds: Bounds): void {
		this.#bounds = bounds;
	}
}

const KEY = Symbol('map port');

export function provideMapPort(): MapPort {
	return setContext(KEY, new MapPort());
}

export function useMapPort(): MapPort {
	return getContext<MapPort>(KEY);
}
