import { searchOf } from '$lib/state/url-sync.svelte.ts';
import type { OwnData, OwnDataset } from './own-data.svelte.ts';

/** Under which an entry of the history keeps the id of the dataset that it shows. Entries made from it inherit it. */
const MARK = 'own';

/**
 * Shows another dataset. It is one step of the history, with an empty view, but in the colours that the reader chose; Back leads to what was shown before. The router
 * sees no navigation, as with the views of one dataset (url-sync).
 */
export function showOwn(own: OwnData, dataset: OwnDataset): void {
	if (own.kept === null) follow(own);
	own.kept = dataset;
	push(dataset.id, dataset.data.dataset.opening);
	own.shown = dataset;
}

/** Back to the published dataset, as a step of its own. `opening`: its opening view. */
export function leaveOwn(own: OwnData, opening: string): void {
	push(null, opening);
	own.shown = null;
}

function push(id: string | null, opening: string): void {
	const theme = new URLSearchParams(location.search).get('theme');
	// With any parameter at all the opening view is not meant, unless it is said.
	const query = new URLSearchParams(theme === null ? '' : opening);
	if (theme !== null) query.set('theme', theme);
	const search = searchOf(theme === null ? '' : String(query));
	try {
		history.pushState({ ...history.state, [MARK]: id }, '', `${location.pathname}${search}`);
	} catch {
		// Where a browser finds that there are too many entries the dataset is shown all the same.
	}
}

/** Before the dashboard that goes reads the address of the one that comes. */
function follow(own: OwnData): void {
	const onPopState = (): void => {
		const id: unknown = history.state?.[MARK] ?? null;
		own.shown = own.kept !== null && own.kept.id === id ? own.kept : null;
	};
	addEventListener('popstate', onPopState, { capture: true });
}
