/** Px around what is drawn of a mark within which a finger means it: it covers more than a mark is high. */
const REACH_PX = 9;
/** Around its words, which are long and would take the room between the lanes. */
const WORDS_REACH_PX = 2;

/**
 * The mark that a finger means at a place on the screen: the nearest one drawn there, or none where it came down beside all of
 * them. Browsers choose otherwise: whatever can be clicked that is anywhere near.
 */
export function markNear(root: Element, x: number, y: number): Element | null {
	let nearest: { readonly mark: Element; readonly px: number; readonly off: number } | null = null;
	for (const mark of root.querySelectorAll('[data-mark]')) {
		for (const part of mark.querySelectorAll(':scope > :not(.hit)')) {
			const box = part.getBoundingClientRect();
			const px = Math.hypot(beyond(x, box.left, box.right), beyond(y, box.top, box.bottom));
			if (px > (part.matches('.label') ? WORDS_REACH_PX : REACH_PX)) continue;
			// Where two touch, the one in whose lane the finger is.
			const off = Math.abs(y - (box.top + box.bottom) / 2);
			if (nearest === null || px < nearest.px || (px === nearest.px && off < nearest.off)) nearest = { mark, px, off };
		}
	}
	return nearest?.mark ?? null;
}

function beyond(at: number, from: number, to: number): number {
	return Math.max(from - at, 0, at - to);
}
