import { decodeView, encodeView, MAX_LINK_LENGTH } from '$lib/core/view-codec.ts';
import { reconcile } from '$lib/core/reconcile.ts';
import type { Catalogue } from '$lib/core/catalogue.ts';
import { PARAMETERS } from '$lib/core/parameters.ts';
import type { View } from '$lib/core/view.ts';
import type { Explorer, HistoryStep } from './explorer.svelte.ts';

/**
 * At most two writes in any second: browsers refuse more than a hundred in thirty seconds. Two steps are written at once, so that
 * who goes back right after them goes back by the last one; what only replaces the address waits for a second without writes.
 */
const WRITES_MS = 1000;

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
	let pending: { query: string; history: HistoryStep } | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;
	/** Times of the last two writes, the older one first. */
	let written: readonly [number, number] = [-Infinity, -Infinity];
	/** The query that the shown view was last read from or written to. */
	let current: string;

	const read = (): void => {
		current = location.search;
		const { view, notices } = readView(hasParameters(current) ? current : opening, explorer.catalogue);
		explorer.restore(view, notices);
	};

	const write = (): void => {
		clearTimeout(timer);
		timer = undefined;
		if (pending === null) return;
		const { query, history: step } = pending;
		pending = null;
		const search = searchOf(query);
		if (search === location.search) return;
		written = [written[1], performance.now()];
		current = search;
		try {
			const url = `${location.pathname}${search}${location.hash}`;
			// In a frame a step would be one of the page around it: Back leads the reader out of the article, as always.
			if (step === 'push' && parent === window) history.pushState(history.state, '', url);
			else history.replaceState(history.state, '', url);
		} catch {
			// A browser that still finds it too often keeps the older address; the next commit writes the whole view again.
		}
	};

	const schedule = (view: View, step: HistoryStep): void => {
		const query = queryFor(view, opening);
		if (query.length > MAX_LINK_LENGTH) return;
		pending = { query, history: pending?.history === 'push' ? 'push' : step };
		const wait = (pending.history === 'push' ? written[0] : written[1]) + WRITES_MS - performance.now();
		clearTimeout(timer);
		timer = undefined;
		if (wait <= 0) write();
		else timer = setTimeout(write, wait);
	};

	const onPopState = (): void => {
		// A link to a part of the page (`#events`) fires it too, and changes nothing of the view.
		if (location.search === current) return;
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
		clearTimeout(timer);
		explorer.onCommit = null;
		removeEventListener('popstate', onPopState);
		removeEventListener('pagehide', write);
	};
}

/** The view that a query string, with or without `?`, names in this dataset, and what it names in vain. */
export function readView(query: string, catalogue: Catalogue): ReturnType<typeof reconcile> {
	const { view, notices } = decodeView(query);
	const known = reconcile(view, catalogue);
	return { view: known.view, notices: [...notices, ...known.notices] };
}

/** The query string of a view for this dataset, without `?`. */
export function queryFor(view: View, opening: string): string {
	const query = encodeView(view);
	return query === '' && opening !== '' ? EVERYTHING : query;
}

/** The whole link to a view of this page. */
export function linkTo(view: View, opening: string): string {
	const query = queryFor(view, opening);
	// Of a file on disk the origin is none.
	const [page = ''] = location.href.split(/[?#]/, 1);
	return `${page}${searchOf(query)}`;
}

/** A query, without `?`, as it stands in the address: in the one file for all languages it says which one, too. */
export function searchOf(query: string): string {
	const lang = __ONE_FILE__ ? new URLSearchParams(location.search).get('lang') : null;
	const parts = lang === null ? query : `lang=${encodeURIComponent(lang)}${query === '' ? '' : `&${query}`}`;
	return parts === '' ? '' : `?${parts}`;
}

/** Whether a link says anything of ours; `utm_…` alone still gets the editor's opening view. */
function hasParameters(search: string): boolean {
	const parameters = new URLSearchParams(search);
	return PARAMETERS.some((name) => parameters.has(name));
}
