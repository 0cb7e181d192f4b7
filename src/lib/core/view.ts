import type { Catalogue } from './catalogue.ts';
import { NO_FILTER, type Filter } from './filter.ts';
import type { EventId } from './model.ts';

/** Where the map looks. Degrees; `zoom` in MapLibre's 512 px tiles. */
export interface Camera {
	readonly zoom: number;
	readonly lat: number;
	readonly lng: number;
	readonly bearing: number;
	readonly pitch: number;
}

export const PLAY_MODES = ['window', 'cumulative', 'instant'] as const;
export type PlayMode = (typeof PLAY_MODES)[number];
export const ORDERS = ['asc', 'desc'] as const;
export const AXES = ['folded', 'linear'] as const;
export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** All that a link restores. */
export interface View {
	readonly filter: Filter;
	readonly event: EventId | null;
	/** `null`: whatever fits what is listed. */
	readonly camera: Camera | null;
	readonly order: (typeof ORDERS)[number];
	readonly axis: (typeof AXES)[number];
	readonly play: PlayMode;
	/** `null`: as the system prefers. */
	readonly theme: Theme | null;
}

export const DEFAULT_VIEW: View = Object.freeze({
	filter: NO_FILTER,
	event: null,
	camera: null,
	order: 'asc',
	axis: 'folded',
	play: 'window',
	theme: null
});

/** The parameters of the URL, in their canonical order. */
export const PARAMETERS = [
	'from',
	'to',
	'place',
	'category',
	'actor',
	'source',
	'status',
	'q',
	'known',
	'bounds',
	'event',
	'map',
	'order',
	'axis',
	'play',
	'theme'
] as const;
export type Parameter = (typeof PARAMETERS)[number];

/**
 * Something that a link asks for and that cannot be given, said to the reader: `malformed` (not in the form of the
 * contract), `unreadable` (broken percent encoding or control characters), `swapped` (`from` after `to`), `shortened`
 * (`q` too long), `missing` (an id that this version of the dataset does not have), `duplicate` (only the first counts).
 */
export interface Notice {
	readonly code: 'malformed' | 'unreadable' | 'swapped' | 'shortened' | 'missing' | 'duplicate';
	readonly parameter: Parameter;
	/** As it stood in the link, at most 80 characters. */
	readonly value: string;
}

/** Drops what the dataset does not have from a view that came from outside, and says so, id by id. */
export function reconcile(
	view: View,
	catalogue: Catalogue
): { readonly view: View; readonly notices: readonly Notice[] } {
	const notices: Notice[] = [];
	const has = <T extends string>(parameter: Parameter, id: T, known: ReadonlyMap<T, unknown>): boolean => {
		if (known.has(id)) return true;
		notices.push({ code: 'missing', parameter, value: id });
		return false;
	};
	const { filter } = view;
	const places = filter.places.filter((id) => has('place', id, catalogue.placeById));
	const categories = filter.categories.filter((id) => has('category', id, catalogue.categoryById));
	const actors = filter.actors.filter((id) => has('actor', id, catalogue.actorById));
	const sources = filter.sources.filter((id) => has('source', id, catalogue.sourceById));
	const event = view.event !== null && has('event', view.event, catalogue.eventById) ? view.event : null;
	if (notices.length === 0) return { view, notices };
	return { view: { ...view, event, filter: { ...filter, places, categories, actors, sources } }, notices };
}
