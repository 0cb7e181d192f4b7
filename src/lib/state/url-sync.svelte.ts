import { decodeView, encodeView, MAX_LINK_LENGTH } from '$lib/core/view-codec.ts';
import { reconcile } from '$lib/core/reconcile.ts';
import type { View } from '$lib/core/view.ts';
import type { Explorer, History } from './explorer.svelte.ts';

/** At most two writes a second: browsers refuse more than a hundred in thirty seconds. */
const WRITE_INTERVAL_MS = 500;

/** An explicit default, written where an empty query would stand for the editor's opening view and not for everything. */
const EVERYTHING = 'play=window';

/**
 * Keeps the address in step with what is committed, one way: commits are written, Back and Forward are read, and what
 * was read is never written back.
 *
 * It writes through the History API with Kit's own state passed along, and not through `pushState` of Kit: to the router
 * these entries are one page, so that it neither announces a page change to screen readers nor re-renders.
 *
 * Returns the function that ends it.
 */
export function syncUrl(explorer: Explorer, opening: string): () => void {
	let pending: { query: string; history: History } | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let lastWrite = -Infinity;

	const read = (): void => {
		const { view, notices } = decodeView(hasParameters(location.search) ? location.search : opening);
		const known = reconcile(view, explorer.catalogue);
		explorer.restore(known.view, [...notices, ...known.notices]);
	};

	const write = (): void => {
		clearTimeout(timer);
		timer = undefined;
		if (pending === null) return;
		const { query, history: mode } = pending;
		pending = null;
		lastWrite = performance.now();
		const url = `${location.pathname}${query === '' ? '' : `?${query}`}${location.hash}`;
		if (url === `${location.pathname}${location.search}${location.hash}`) return;
		try {
			if (mode === 'push') history.pushState(history.state, '', url);
			else history.replaceState(history.state, '', url);
		} catch {
			// A browser that still finds it too often keeps the older address; the next commit writes the whole view again.
		}
	};

	const schedule = (view: View, mode: History): void => {
		const query = queryFor(view, opening);
		if (query.length > MAX_LINK_LENGTH) return;
		pending = { query, history: pending?.history === 'push' ? 'push' : mode };
		const wait = lastWrite + WRITE_INTERVAL_MS - performance.now();
		if (wait <= 0) write();
		else timer ??= setTimeout(write, wait);
	};

	const onPopState = (): void => {
		clearTimeout(timer);
		timer = undefined;
		pending = null;
		read();
	};

	read();
	explorer.onCommit = schedule;
	addEventListener('popstate', onPopState);
	addEventListener('pagehide', write);
	return () => {
		write();
		explorer.onCommit = null;
		removeEventListener('popstate', onPopState);
		removeEventListener('pagehide', write);
	};
}

/** The query string of a view for this dataset, without `?`. */
export function queryFor(view: View, opening: string): string {
	const query = encodeView(view);
	return query === '' && opening !== '' ? EVERYTHING : query;
}

/** Whether a link says anything of ours; `utm_…` alone still gets the editor's opening view. */
function hasParameters(search: string): boolean {
	return (
		encodeView(decodeView(search).view) !== '' || decodeView(search).notices.length > 0 || search.includes(EVERYTHING)
	);
}
