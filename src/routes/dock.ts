/** Says when the place of the timeline has left the screen upwards, and keeps how high it is and what is in it, until the signal. */
export function dock(place: HTMLElement, set: (isDocked: boolean) => void, ending: AbortSignal): void {
	if (ending.aborted) return;
	let isDocked = false;
	const seen = new IntersectionObserver(([entry]) => {
		if (entry === undefined) return;
		// It keeps its height without what stands in it, so that the list does not move.
		if (!isDocked) place.style.setProperty('--held', `${place.offsetHeight}px`);
		isDocked = !entry.isIntersecting && entry.boundingClientRect.bottom <= 0;
		set(isDocked);
	});
	const sized = new ResizeObserver(([entry]) => {
		const [box] = entry?.borderBoxSize ?? [];
		if (box !== undefined) document.documentElement.style.setProperty('--dock', `${box.blockSize}px`);
	});
	seen.observe(place);
	for (const time of place.children) sized.observe(time);
	ending.addEventListener('abort', () => {
		seen.disconnect();
		sized.disconnect();
	});
}
