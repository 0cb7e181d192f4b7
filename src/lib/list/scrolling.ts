/** Scrolls an element into view inside the nearest scroller of its own; the page itself never moves. */
export function scrollWithin(element: HTMLElement): void {
	const scroller = scrollerOf(element);
	if (scroller === null) return;
	const [inner, outer] = [element.getBoundingClientRect(), scroller.getBoundingClientRect()];
	const top = outer.top + stuckAbove(element, scroller);
	if (inner.top >= top && inner.bottom <= outer.bottom) return;
	const room = outer.bottom - top - inner.height;
	scroller.scrollBy({ top: inner.top - top - Math.max(0, room / 3) });
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
		for (const sibling of box.parentElement?.children ?? []) {
			if (sibling !== box && getComputedStyle(sibling).position === 'sticky') height += sibling.clientHeight;
		}
	}
	return height;
}
