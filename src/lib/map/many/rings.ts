import { SLOTS } from '$lib/ui/shapes.ts';
import { ringWidth } from '../marks.ts';

/** px between two parts of a ring, and the least that is drawn of one. */
export const RING = { gap: 1.6, least: 0.5 };
/** A whole turn. */
export const TURN = 65_535;

/**
 * Writes where the parts of a mark's ring end, as shares of `TURN` from the top on, clockwise: `SLOTS` of them from `at` on, rising,
 * one for each category in their order; without events a part ends where it begins. A part that could not be seen is given what
 * it needs, by those that have more.
 *
 * @param byCategory Events; those of the mark stand from `first` on, `categories` of them.
 * @param radius px of the mark.
 */
export function writeRing(
	into: Uint16Array,
	at: number,
	byCategory: Uint32Array,
	first: number,
	categories: number,
	radius: number
): void {
	let events = 0;
	for (let c = 0; c < categories; c++) events += byCategory[first + c] ?? 0;
	const total = Math.max(events, 1);
	const least = ((RING.gap + RING.least) / (2 * Math.PI * (radius - ringWidth(radius) / 2))) * total;
	let missing = 0;
	let spare = 0;
	for (let c = 0; c < categories; c++) {
		const over = (byCategory[first + c] ?? 0) - least;
		if (over >= 0) spare += over;
		else if (over > -least) missing -= over;
	}
	const kept = missing < spare ? 1 - missing / spare : 0;
	// Where there is not room enough for all, they share what there is.
	const whole = TURN / (kept > 0 ? total : total + missing - spare);
	let sum = 0;
	for (let c = 0; c < SLOTS; c++) {
		const own = c < categories ? (byCategory[first + c] ?? 0) : 0;
		if (own > 0) sum += least + Math.max(own - least, 0) * kept;
		into[at + c] = Math.min(sum * whole + 0.5, TURN);
	}
}
