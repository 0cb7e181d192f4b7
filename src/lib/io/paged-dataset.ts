import { describe, joinsOf, type CatalogueEvent, type Joins } from '../core/catalogue.ts';
import { parseDate } from '../core/dataset-dates.ts';
import type { EdtfDate } from '../core/edtf-types.ts';
import type { Dataset, DatasetHead, EventId, HistoricalEvent } from '../core/model.ts';
import { decodeColumns } from './columns-codec.ts';
import { createFiles, type Files } from './fetched.ts';
import { rowsOfId, shardOf } from './id-index.ts';
import { PAGED_VERSION, type Fetch, type Fetched, type PagedDataset, type PagedManifest, type Pages } from './paged.ts';
import type { Waiting } from './paged.ts';
import { createWordIndex } from './word-search.ts';

/** Pages that are kept: some twenty thousand records, more than a screen or a printed list asks for. */
const MAX_PAGES = 80;
/** Asked for at once: what a browser sends at once over HTTP/1 anyway. */
const AT_ONCE = 6;

/**
 * Fetches what everything else needs: columns and names. `part` is what the page has brought; `site` the address of the site's
 * root, with or without a slash at its end. May be called again after a fault.
 */
export async function openPaged(
	manifest: PagedManifest,
	part: Dataset,
	site: string,
	fetch: Fetch,
	waiting: Waiting = {}
): Promise<Fetched<PagedDataset>> {
	const files = createFiles(`${site.replace(/\/$/, '')}/${manifest.folder}`, fetch);
	if (manifest.version !== PAGED_VERSION) return files.damaged('columns.bin');
	const [bytes, names] = await Promise.all([files.bytes('columns.bin', waiting), readNames(files, waiting)]);
	if (!bytes.ok) return bytes;
	if (!names.ok) return names;
	const decoded = decodeColumns(bytes.value);
	if (!decoded.ok || decoded.columns.rows !== manifest.rows) return files.damaged('columns.bin');
	const { events: _, ...rest } = part;
	const { gone = [], ...lists } = names.value;
	const head: DatasetHead = { ...rest, ...lists };
	const joins = joinsOf(head, createDateReader());
	return {
		ok: true,
		value: {
			manifest,
			head,
			gone: new Map(gone),
			columns: decoded.columns,
			joins,
			pages: createPages(manifest, joins, files),
			words: createWordIndex(manifest.rows, files)
		}
	};
}

type Names = Pick<DatasetHead, 'places' | 'sources' | 'actors'> & {
	readonly gone?: readonly (readonly [EventId, EventId | null])[];
};

async function readNames(files: Files, { signal }: Waiting): Promise<Fetched<Names>> {
	const isNames = (value: unknown): value is Names =>
		typeof value === 'object' &&
		value !== null &&
		['places', 'sources', 'actors'].every((key) => Array.isArray(Object.entries(value).find(([k]) => k === key)?.[1]));
	return files.json('names.json', isNames, signal);
}

/** Every text is read once. What was read stays: a link to it may be asked for at any time. */
function createDateReader(): (text: string) => EdtfDate {
	const dates = new Map<string, EdtfDate>();
	return (text) => {
		const date = dates.get(text) ?? parseDate(text);
		dates.set(text, date);
		return date;
	};
}

interface Page {
	readonly events: readonly HistoricalEvent[];
	/** Those that somebody has asked for: mostly a few of many, and reading their dates takes longer than fetching all. */
	readonly described: CatalogueEvent[];
}

/** Whether every id of a record leads somewhere: else its file is of another dataset. */
function isOf({ category, places, actors, claims }: HistoricalEvent, joins: Joins): boolean {
	return (
		joins.categoryById.has(category) &&
		places.every(({ place }) => joins.placeById.has(place)) &&
		actors.every((id) => joins.actorById.has(id)) &&
		claims.every(({ source }) => joins.sourceById.has(source))
	);
}

/** Joined to the dataset, a page at a time. */
export function createPages(manifest: PagedManifest, joins: Joins, files: Files, maxPages = MAX_PAGES): Pages {
	const { rows, pageRows, idShards } = manifest;
	/** The one that was used longest ago comes first. */
	const kept = new Map<number, Page>();
	const coming = new Map<number, Promise<Fetched<null>>>();
	const listeners = new Set<() => void>();

	const isPage =
		(page: number) =>
		(value: unknown): value is readonly HistoricalEvent[] =>
			Array.isArray(value) && value.length === Math.min(pageRows, rows - page * pageRows);

	const fetchPage = async (page: number): Promise<Fetched<null>> => {
		const file = `rows/${page}.json`;
		const answer = await files.json(file, isPage(page));
		if (!answer.ok) return answer;
		if (!answer.value.every((event) => isOf(event, joins))) return files.damaged(file);
		kept.set(page, { events: answer.value, described: [] });
		for (const page of kept.keys()) if (kept.size > maxPages) kept.delete(page);
		for (const listener of listeners) listener();
		return { ok: true, value: null };
	};

	// Who gives up does not stop the others who wait for the same page.
	const loadPage = (page: number): Promise<Fetched<null>> => {
		const known = coming.get(page);
		if (known !== undefined) return known;
		const answer = fetchPage(page).finally(() => coming.delete(page));
		coming.set(page, answer);
		return answer;
	};

	const pages: Pages = {
		at(row) {
			const number = Math.floor(row / pageRows);
			const page = kept.get(number);
			if (page === undefined) return null;
			kept.delete(number);
			kept.set(number, page);
			const at = row % pageRows;
			const event = page.events[at];
			if (event === undefined) return null;
			return (page.described[at] ??= Object.assign(describe(event, joins), { row }));
		},
		async load(wanted, signal) {
			const numbers = new Set<number>();
			for (const row of wanted) if (row >= 0 && row < rows) numbers.add(Math.floor(row / pageRows));
			const missing = [...numbers].filter((page) => !kept.has(page));
			let fault: Fetched<null> = { ok: true, value: null };
			for (let from = 0; from < missing.length && fault.ok; from += AT_ONCE) {
				signal?.throwIfAborted();
				const answers = await orAborted(Promise.all(missing.slice(from, from + AT_ONCE).map(loadPage)), signal);
				fault = answers.find(({ ok }) => !ok) ?? fault;
			}
			return fault;
		},
		async findRow(id: EventId, signal) {
			const file = `ids/${shardOf(id, idShards)}.bin`;
			const shard = await files.bytes(file, signal === undefined ? {} : { signal });
			if (!shard.ok) return shard;
			for (const row of rowsOfId(shard.value, id)) {
				const loaded = await pages.load([row], signal);
				if (!loaded.ok) return loaded;
				if (pages.at(row)?.id === id) return { ok: true, value: row };
			}
			return { ok: true, value: null };
		},
		onArrival(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		}
	};
	return pages;
}

async function orAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
	if (signal === undefined) return promise;
	let stop = (): void => undefined;
	const aborted = new Promise<never>((_, reject) => {
		stop = () => reject(signal.reason instanceof Error ? signal.reason : new DOMException('Aborted', 'AbortError'));
		signal.addEventListener('abort', stop);
	});
	return Promise.race([promise, aborted]).finally(() => signal.removeEventListener('abort', stop));
}
