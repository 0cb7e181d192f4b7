import type { CatalogueEvent, Joins } from '../core/catalogue.ts';
import type { Columns } from '../core/columns.ts';
import type { Gone } from '../core/gone.ts';
import type { Interval } from '../core/interval.ts';
import type { MediaOrigins } from '../core/media-files.js';
import type { DatasetHead, EventId } from '../core/model.ts';

/**
 * A dataset of more events than a page holds, as static files. All of them lie in one folder that is named after what is in
 * them: they never change, and two builds of one dataset are equal byte by byte.
 *
 *     columns.bin        `Columns` (columns-codec.ts)
 *     names.json         all places, sources and actors, and which events were merged or withdrawn
 *     rows/0.json        `HistoricalEvent[]`: rows 0 up to and without `pageRows`; rows/1.json the next, ...
 *     ids/0.bin          row by the hash of an id (id-index.ts)
 *     words/...          rows by the words of their texts (word-index.ts)
 */

/** A dataset of more events than this is paged. */
export const MAX_INLINE_EVENTS = 1_000;
/** Of the files; a reader refuses another one. */
export const PAGED_VERSION = 1;
/** Events in a page of records. */
export const PAGE_ROWS = 256;
/** Records that the page itself brings, so that there is something to read before anything is fetched. */
export const FIRST_ROWS = 200;

/** What a page is told of a paged dataset. */
export interface PagedManifest {
	/** Of these files; a reader of another one refuses them. */
	readonly version: number;
	/** The folder, from the root of the site, without a slash at either end. */
	readonly folder: string;
	/** Events, without merged and withdrawn ones. */
	readonly rows: number;
	/** How many of them, the last ones, have no date. */
	readonly undated: number;
	/** As in `Catalogue`. */
	readonly extent: Interval | null;
	readonly pageRows: number;
	/** How many files hold the rows of ids. */
	readonly idShards: number;
	/** Where pictures and recordings of events lie; absent: there are none. */
	readonly media?: MediaOrigins;
}

/** Why a file is not there: no answer, an answer that says no, or one that is not what it should be. */
export interface Fault {
	readonly reason: 'offline' | 'missing' | 'damaged';
	readonly file: string;
}

/** Never rejects but with the `AbortError` of a signal that the caller gave. */
export type Fetched<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

export interface Waiting {
	readonly signal?: AbortSignal;
	/** From 0 to 1, never falling. */
	readonly progress?: (share: number) => void;
}

/** The one function of the browser that is needed. */
export type Fetch = (url: string, init: { readonly signal?: AbortSignal }) => Promise<Response>;

/** All but the records, which come in pages. `openPaged` (paged-dataset.ts) fetches it. */
export interface PagedDataset {
	readonly manifest: PagedManifest;
	readonly head: DatasetHead;
	readonly gone: Gone;
	readonly columns: Columns;
	/** Ids to records; `dateOf` reads any EDTF text, each once. */
	readonly joins: Joins;
	readonly pages: Pages;
	readonly words: WordIndex;
}

/** Records by row; as many pages are kept as fit, the last used ones. */
export interface Pages {
	/** `null`: not here, or not any more. */
	at(row: number): CatalogueEvent | null;
	/** Fetches what is not here yet; what is on its way is not asked for twice. A page that failed is asked for again. */
	load(rows: Iterable<number>, signal?: AbortSignal): Promise<Fetched<null>>;
	/** `null`: there is no such event. Its record is then here. */
	findRow(id: EventId, signal?: AbortSignal): Promise<Fetched<number | null>>;
	/** Called whenever records have come; returns what ends that. */
	onArrival(listener: () => void): () => void;
}

/** Which rows have a word in their own texts: title and summary, in all languages. Names of places and so on are not in it. */
export interface WordIndex {
	/** `word` as `queryWords` gives it. Rows, rising, in whose folded texts it occurs as a substring. */
	rowsWith(word: string, waiting?: Waiting): Promise<Fetched<Uint32Array>>;
}
