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

/** A finger on a handle that goes no further than this has not moved it. */
const SLOP_PX = 4;

/** What the pointer that pressed last means, which for a finger is not always what the browser has chosen. */
export class FingerAim {
	readonly #markNear: (x: number, y: number) => Element | null;
	/** A click does not tell on every browser. */
	#pointerType = 'mouse';
	/** Where it came down on the screen. */
	#at = { x: 0, y: 0 };
	/** On a handle that it has not moved yet: it may mean the mark below. */
	#isTap = false;

	constructor(markNear: (x: number, y: number) => Element | null) {
		this.#markNear = markNear;
	}

	get isTouch(): boolean {
		return this.#pointerType === 'touch';
	}

	press({ pointerType, clientX, clientY }: PointerEvent): void {
		this.#pointerType = pointerType;
		this.#at = { x: clientX, y: clientY };
	}

	/** The press has taken hold of a handle. */
	hold(): void {
		this.#isTap = this.isTouch;
	}

	/** Whether what is held is still where it was; once it has moved, it is a drag to its end. */
	isStill(event: PointerEvent): boolean {
		this.#isTap &&= Math.abs(event.clientX - this.#at.x) < SLOP_PX;
		return this.#isTap;
	}

	/** The gesture is over. Returns the mark that it has meant, if it was a tap. */
	lift(): Element | null {
		const mark = this.#isTap ? this.#markNear(this.#at.x, this.#at.y) : null;
		this.#isTap = false;
		return mark;
	}

	/**
	 * The mark that a click means, which may be another than the browser's choice, or none (`null`). `undefined`: it means
	 * what it is on.
	 */
	meant({ target, detail }: MouseEvent): Element | null | undefined {
		// A click by the keyboard has no press before it.
		if (!this.isTouch || detail === 0 || !(target instanceof Element)) return undefined;
		const chosen = target.closest('[data-mark]');
		if (chosen === null && !target.matches('.lanes')) return undefined;
		const meant = this.#markNear(this.#at.x, this.#at.y);
		return meant === chosen ? undefined : meant;
	}
}

/** What a click on it would do. */
export function pick(mark: Element): void {
	mark.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
}
