/**
 * Which rows of a long list stand in the page, and where. Rows have no known heights before they are drawn, and browsers
 * lay out nothing beyond some millions of px, so the box that scrolls has a height of its own: as the rows are estimated,
 * or `MAX_HEIGHT`. Only a place in it means a place in the list: the point of the box that is as far down the view as the
 * view is down the box stands for the row that is as far down the list. Both ends meet so, whatever the heights.
 */

/** px; browsers end at 16 to 33 million, fewer on dense screens, and draw to fractions of a px only below this. */
export const MAX_HEIGHT = 4_000_000;

/** Rows drawn beyond what is seen, on either side. */
export const BEYOND = 12;

/** Positions in the list: `from` up to and without `to`. */
export interface Range {
	readonly from: number;
	readonly to: number;
}

/** px; of the box that scrolls, for rows of this height on average. */
export function heightOf(count: number, rowHeight: number): number {
	return Math.min(MAX_HEIGHT, count * rowHeight);
}

/**
 * What a place in the box stands for: `row`, a position with its fraction (`0 <= row <= count`), is to be drawn `down` px
 * below the top of the view. `scroll`: px of the box above the view; below 0 and beyond its end stand for the ends.
 */
export function pointAt(
	scroll: number,
	view: number,
	height: number,
	count: number
): { readonly row: number; readonly down: number } {
	const most = height - view;
	const fraction = most <= 0 ? 0 : Math.min(1, Math.max(0, scroll / most));
	return { row: fraction * count, down: fraction * view };
}

/**
 * The reverse: px of the box above the view when the rows from `top` to `bottom` (with fractions) are seen in it. 0 where
 * all of them are.
 */
export function scrollOf(top: number, bottom: number, view: number, height: number, count: number): number {
	const hidden = count - (bottom - top);
	const fraction = hidden <= 0 ? 0 : Math.min(1, Math.max(0, top / hidden));
	return fraction * Math.max(0, height - view);
}

/** The rows to draw for those that are seen. */
export function around(seen: Range, count: number): Range {
	const from = Math.max(0, Math.min(seen.from, count) - BEYOND);
	return { from, to: Math.max(from, Math.min(count, seen.to + BEYOND)) };
}

/** Whether what is drawn still reaches `beyond` rows further than what is seen, or to the ends. */
export function covers(drawn: Range, seen: Range, count: number, beyond = BEYOND / 2): boolean {
	return drawn.from <= Math.max(0, seen.from - beyond) && drawn.to >= Math.min(count, seen.to + beyond);
}

/** The rows that a page from a position has; at the end of the list as many as fill a view. */
export function pageFrom(at: number, size: number, count: number): Range {
	const from = Math.max(0, Math.min(at, count - 3 * BEYOND));
	return { from, to: Math.min(count, from + size) };
}
