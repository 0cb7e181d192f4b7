/** Scrolls an element into view inside the nearest scroller of its own; the page itself never moves. */
export function scrollWithin(element: HTMLElement): void {
	const scroller = scrollerOf(element);
	if (scroller === null) return;
	const [inner, outer] = [element.getBoundingClientRect(), scroller.getBoundingClientRect()];
	const top = outer.top + stuckAbove(element, scroller);
	// What sticks to the bottom keeps as much clear.
	const bottom = outer.bottom - (parseFloat(getComputedStyle(scroller).scrollPaddingBlockEnd) || 0);
	if (inner.top >= top && inner.bottom <= bottom) return;
	const room = bottom - top - inner.height;
	scroller.scrollBy({ top: inner.top - top - Math.max(0, room / 3) });
}

/** Whether the details of an event stay in sight while the list scrolls, or are none: else they and its row are never seen together. */
export function detailsStay(details = document.querySelector<HTMLElement>('.details')): boolean {
	return details === null || getComputedStyle(details).position === 'sticky';
}

/** Scrolls an element to the start of the nearest scroller of its own, below what sticks there; the page itself never moves. */
export function scrollToStart(element: HTMLElement): void {
	const scroller = scrollerOf(element);
	if (scroller === null) return;
	const [inner, outer] = [element.getBoundingClientRect(), scroller.getBoundingClientRect()];
	scroller.scrollBy({ top: inner.top - outer.top - stuckAbove(element, scroller) });
}

/** The nearest box around an element that scrolls up and down, the page aside. */
export function scrollerOf(element: HTMLElement): HTMLElement | null {
	for (let box = element.parentElement; box !== null && box !== document.body; box = box.parentElement) {
		if (/^(?:auto|scroll)$/.test(getComputedStyle(box).overflowY) && box.scrollHeight > box.clientHeight) return box;
	}
	return null;
}

/**
 * Height in px of what sticks to the top of a scroller (`null`: of the page) beside an element or what holds it, and would
 * cover the element at the top.
 */
export function stuckAbove(element: Element, scroller: Element | null): number {
	let height = 0;
	for (let box: Element | null = element; box !== null && box !== scroller; box = box.parentElement) {
		// What comes after it sticks to the bottom.
		for (let above = box.previousElementSibling; above !== null; above = above.previousElementSibling) {
			if (getComputedStyle(above).position === 'sticky') height += above.clientHeight;
		}
	}
	return height;
}
