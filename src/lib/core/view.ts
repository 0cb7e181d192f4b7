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
