import type { Columns } from '$lib/core/columns.ts';
import type { Result } from '$lib/core/engine.ts';
import type { Category, CategoryId, Place, PlaceId } from '$lib/core/model.ts';

/** px: of a place with nothing listed. */
export const FAINT_RADIUS = 4.5;
/** px: of the place with the most events. */
const LARGEST_RADIUS = 28;
/** px: of one event, where the largest place leaves room for it. */
const UNIT_RADIUS = 10;
/** px: what holds 1, 2, 3, 4 characters of a number in the smallest type. */
const READABLE_RADIUS = [9, 9, 11, 13];
/** As many marks as have elements: of more places all are drawn by the graphics card (`many/`). */
export const MAX_MARKS = 200;

export type RadiusOf = (count: number) => number;

/**
 * Radius in px of a mark by its number of events. The area is proportional to the number, over the whole dataset and
 * whatever the filter, so that two pictures can be compared; only what could not be read is drawn larger than that.
 *
 * @param largest Most events of one place when nothing is filtered.
 */
export function createRadius(largest: number): RadiusOf {
	const unit = Math.min(UNIT_RADIUS, LARGEST_RADIUS / Math.sqrt(Math.max(largest, 1)));
	return (count) => {
		if (count <= 0) return FAINT_RADIUS;
		const characters = Math.min(String(count).length, READABLE_RADIUS.length);
		return Math.max(unit * Math.sqrt(count), READABLE_RADIUS[characters - 1] ?? 0);
	};
}

/** The listed events of one place. */
export interface PlaceCount {
	readonly total: number;
	/** By index in `dataset.categories`. The engine's own memory: it holds until the next result. */
	readonly byCategory: Uint32Array;
}

/** `place`: index in `dataset.places`. */
export function countOf(
	{ places, placeCategories }: Pick<Result, 'places' | 'placeCategories'>,
	place: number
): PlaceCount {
	const categories = placeCategories.length / places.length;
	return {
		total: places[place] ?? 0,
		byCategory: placeCategories.subarray(place * categories, (place + 1) * categories)
	};
}

/** How many events each place has when nothing is filtered, by index in `dataset.places`, of which there are `places`. */
export function countAll({ place }: Pick<Columns, 'place'>, places: number): Uint32Array {
	const counts = new Uint32Array(places);
	for (const index of place) counts[index] = (counts[index] ?? 0) + 1;
	return counts;
}

/**
 * Places in the order in which the list names them when nothing is filtered, from the first event on; last, as the dataset
 * has them, those that no event names. No filter changes it: a mark that moved among its neighbours would lose the focus.
 */
export function placeOrder({ place }: Pick<Columns, 'place'>, places: readonly Place[]): readonly PlaceId[] {
	const order: PlaceId[] = [];
	// Looked at once for each event and place.
	const isNamed = new Uint8Array(places.length);
	for (let i = 0; i < place.length && order.length < places.length; i++) {
		const index = place[i] ?? 0;
		const found = places[index];
		if (isNamed[index] === 1 || found === undefined) continue;
		isNamed[index] = 1;
		order.push(found.id);
	}
	return [...order, ...places.flatMap(({ id }, index) => (isNamed[index] === 1 ? [] : [id]))];
}

/** A part of a ring. Fractions of a turn, from the top, clockwise. */
export interface Segment {
	readonly category: CategoryId;
	readonly slot: number;
	readonly events: number;
	readonly start: number;
	readonly length: number;
}

/** The ring of a mark: one segment per category with events, in the dataset's order of categories; together one turn. */
export function ringSegments(count: PlaceCount, categories: readonly Category[]): readonly Segment[] {
	const segments: Segment[] = [];
	let start = 0;
	categories.forEach(({ id, slot }, index) => {
		const events = count.byCategory[index] ?? 0;
		if (events === 0) return;
		const length = events / count.total;
		segments.push({ category: id, slot, events, start, length });
		start += length;
	});
	return segments;
}

/** px. */
export function ringWidth(radius: number): number {
	return Math.min(2.4 + radius / 12, 4.5);
}

/** px of type in a circle, for a number of so many characters. */
export function numberSize(radius: number, characters: number): number {
	const room = 2 * (radius - ringWidth(radius)) - 3;
	return Math.max(Math.min(room / (0.62 * characters), 10 + radius * 0.18), 8);
}
