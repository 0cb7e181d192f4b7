import { resolve } from '$app/paths';
import { createCatalogue } from '$lib/core/catalogue.ts';
import type { DatasetDates } from '$lib/core/dataset-dates.ts';
import type { Dataset } from '$lib/core/model.ts';
import { ScanEngine } from '$lib/core/scan-engine.ts';
import type { MemoryFiles } from '$lib/io/memory-files.ts';
import type { PagedManifest } from '$lib/io/paged.ts';
import { Explorer } from '$lib/state/explorer.svelte.ts';
import { readView, syncUrl } from '$lib/state/url-sync.svelte.ts';
import type { Opening } from './opening.svelte.ts';

export interface PageDataset {
	/** All of it, or the head and the first rows of what is `paged`. */
	readonly dataset: Dataset;
	readonly dates: DatasetDates;
	readonly paged: PagedManifest | null;
	/** The files of what is paged, where the site has none. */
	readonly files?: MemoryFiles;
	/** Version of what is published; absent: it is the reader's own. */
	readonly stamp?: string;
}

interface Hooks {
	/** Loads what shows the selected event. */
	readonly detail: () => Promise<unknown>;
	/** The dataset is whole: timeline and map may follow. */
	readonly ready: () => void;
}

/** What is shown first, and all there is to a small dataset. */
export function createExplorer({ dataset, dates, paged }: PageDataset): Explorer {
	const catalogue = createCatalogue(dataset, dates);
	const whole = paged === null ? null : { total: paged.rows };
	const explorer = new Explorer(catalogue, new ScanEngine(catalogue, whole));
	// Of a part nothing is filtered.
	if (paged === null) explorer.restore(readView(dataset.opening, catalogue).view);
	return explorer;
}

/** Once the page runs. Returns what ends it. */
export function start(explorer: Explorer, data: PageDataset, opening: Opening, hooks: Hooks): () => void {
	const ending = new AbortController();
	const go = (): void => {
		if (ending.signal.aborted) return;
		const stop = syncUrl(explorer, data.dataset.opening);
		ending.signal.addEventListener('abort', stop);
		hooks.ready();
		void reveal(explorer, hooks);
	};
	if (data.paged === null) go();
	else {
		const site = new URL(resolve('/'), location.href).href;
		const given = { manifest: data.paged, part: data.dataset, site, files: data.files ?? null };
		void import('./open-paged.ts')
			.then(({ openWhole }) => openWhole(explorer, given, opening, ending.signal))
			.then((again) => {
				go();
				again();
			});
	}
	return () => ending.abort();
}

/** What a link asks for appears together with what stands above or instead of the list, so that nothing moves. */
async function reveal(explorer: Explorer, { detail }: Hooks): Promise<void> {
	await Promise.allSettled([
		explorer.view.event === null ? null : detail(),
		explorer.hasWindow || explorer.activeFilters.length > 0 ? import('$lib/filters/Chips.svelte') : null,
		explorer.result.count > 0 ? null : import('$lib/list/EmptyResult.svelte')
	]);
	// Twice: what shows them hears of the same files by itself, and on a busy machine a frame later.
	await new Promise(requestAnimationFrame);
	await new Promise(requestAnimationFrame);
	delete document.documentElement.dataset.pending;
}
