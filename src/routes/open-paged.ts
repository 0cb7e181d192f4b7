import type { Records } from '$lib/core/catalogue.ts';
import { Masks, type MaskSource } from '$lib/core/masks.ts';
import { MemoryEngine } from '$lib/core/memory-engine.ts';
import type { Dataset } from '$lib/core/model.ts';
import { DEFAULT_VIEW } from '$lib/core/view.ts';
import { createWindowIndex } from '$lib/core/window-index.ts';
import { fetchFrom, type MemoryFiles } from '$lib/io/memory-files.ts';
import type { Fault, PagedDataset, PagedManifest, Pages, Fetch } from '$lib/io/paged.ts';
import { openPaged } from '$lib/io/paged-dataset.ts';
import { folderInside } from '$lib/ui/inside.ts';
import type { Explorer } from '$lib/state/explorer.svelte.ts';
import { PagedRecords, type RecordPages } from '$lib/state/paged-records.svelte.ts';
import { MaskClient, MaskFault } from './mask-client.ts';
import type { Opening } from './opening.svelte.ts';

/** What is fetched is found from here: the root of the site, with a slash at its end. */
interface Given {
	readonly manifest: PagedManifest;
	/** What the page has brought of it. */
	readonly part: Dataset;
	readonly site: string;
	/** What need not be fetched; `null`: all has to be. */
	readonly files: MemoryFiles | null;
}

/** What the page asks for when the dataset is whole, which then says what has not come of it. */
const VIEWS: readonly (() => Promise<unknown>)[] = [
	() => import('$lib/timeline/Timeline.svelte'),
	() => import('$lib/map/MapView.svelte'),
	() => import('$lib/map/many/ManyMarks.svelte'),
	() => import('$lib/map/map-adapter.ts')
];

/**
 * Ends when the explorer has the whole dataset, however often that has to be tried. What it returns does again what the reader
 * has done meanwhile: to be called when the link has been read. When `ending` is aborted nothing is left of it, and it does not
 * matter any more.
 */
export async function openWhole(
	explorer: Explorer,
	given: Given,
	opening: Opening,
	ending: AbortSignal
): Promise<() => void> {
	opening.share = 0;
	for (;;) {
		opening.fault = await openInto(explorer, given, opening, ending);
		if (opening.fault === null) break;
		// What there is can be read meanwhile.
		delete document.documentElement.dataset.pending;
		await new Promise<void>((retry) => (opening.retry = retry));
		// Until it is known again, what is said is how far it has come.
		[opening.fault, opening.share] = [null, 0];
	}
	opening.share = null;
	const { filter, event, order, theme } = explorer.committed;
	return () => {
		if (filter.query !== '') explorer.search(filter.query);
		if (event !== null) explorer.select(event);
		if (order !== DEFAULT_VIEW.order) explorer.setDisplay({ order });
		if (theme !== DEFAULT_VIEW.theme) explorer.setDisplay({ theme });
	};
}

/**
 * Fetches what the page has not brought of a large dataset, and gives the explorer all of it. Returns what ends it, and what
 * went wrong where it cannot be had; it may then be called again.
 */
async function openInto(
	explorer: Explorer,
	given: Given,
	opening: Opening,
	ending: AbortSignal
): Promise<Fault | null> {
	const { manifest, part, site } = given;
	const files = given.files ?? (__ONE_FILE__ ? await folderInside(manifest.folder) : null);
	opening.trouble = null;
	let here: PagedDataset | null = null;
	const masks = new MaskClient({
		start: () => new Worker(new URL('./mask-worker.ts', import.meta.url), { type: 'module' }),
		open: {
			kind: 'open',
			manifest,
			part: { ...part, events: [] },
			site,
			files: files === null ? null : withoutRecords(files)
		},
		here: () => masksHere(here),
		onProgress: (share) => (opening.search = share),
		onTrouble: (what) => (opening.trouble = what)
	});
	ending.addEventListener('abort', () => masks.close());
	const fetched: Fetch = files === null ? (url, init) => fetch(url, init) : fetchFrom(manifest.folder, files);
	const opened = await openPaged(manifest, part, site, fetched, {
		progress: (share) => (opening.share = share)
	});
	if (!opened.ok) {
		masks.close();
		return opened.fault;
	}
	here = opened.value;
	// While the worker sorts there is time to read what will be shown of it; before, all else had to wait for the columns.
	for (const load of VIEWS) load().catch(() => undefined);
	const { columns, joins } = here;
	const whole = here.head;
	const index = (await masks.index) ?? createWindowIndex(columns, whole.categories.length);
	if (ending.aborted) return null;
	const catalogue = {
		...joins,
		dataset: whole,
		columns,
		index,
		size: manifest.rows,
		dated: manifest.rows - manifest.undated,
		gone: here.gone,
		extent: manifest.extent,
		records: new PagedRecords(withFirst(here.pages, explorer.catalogue.records))
	};
	explorer.open(catalogue, new MemoryEngine(columns, whole, masks, index));
	return null;
}

/** What a worker reads of a dataset. */
function withoutRecords(files: MemoryFiles): MemoryFiles {
	return new Map([...files].filter(([name]) => !/^(?:rows|ids)\//.test(name)));
}

/** What the page has brought stays in sight while its page is fetched. */
function withFirst(pages: Pages, first: Records): RecordPages<Fault> {
	return {
		at: (row) => pages.at(row) ?? first.at(row),
		load: (rows) => pages.load(rows),
		findRow: (id) => pages.findRow(id)
	};
}

/** Asked for once the dataset is here, as there is nothing to filter before. */
function masksHere(dataset: PagedDataset | null): MaskSource {
	if (dataset === null) throw new Error('Masks are asked for before the dataset is here.');
	const { columns, head, words } = dataset;
	return new Masks(columns, head, {
		async rowsWith(word) {
			const found = await words.rowsWith(word);
			if (found.ok) return found.value;
			throw new MaskFault(found.fault);
		}
	});
}
