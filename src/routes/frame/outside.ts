/**
 * Links out of a frame open a page of their own: in the frame itself most sites refuse to be shown, and the article around it
 * must not be left by a click into it. What stays on this page is left alone. Returns what ends it.
 */
export function opensOutside(page: Document): () => void {
	const turn = (event: Event): void => {
		const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
		if (!(link instanceof HTMLAnchorElement) || link.target !== '' || event.defaultPrevented) return;
		if (link.origin === page.location.origin && link.pathname === page.location.pathname) return;
		link.target = '_blank';
		link.relList.add('noopener', 'noreferrer');
	};
	page.addEventListener('click', turn);
	page.addEventListener('auxclick', turn);
	return () => {
		page.removeEventListener('click', turn);
		page.removeEventListener('auxclick', turn);
	};
}
