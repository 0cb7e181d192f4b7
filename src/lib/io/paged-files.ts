import { createCatalogue, type CatalogueEvent } from '../core/catalogue.ts';
import { lastChanged } from '../core/changes.ts';
import { createColumns } from '../core/create-columns.ts';
import { parseDates } from '../core/dataset-dates.ts';
import { originsOf } from '../core/media-files.js';
import type { Dataset, HistoricalEvent } from '../core/model.ts';
import { encodeColumns } from './columns-codec.ts';
import { indexIds } from './id-index.ts';
import { FIRST_ROWS, PAGE_ROWS, PAGED_VERSION, type PagedManifest } from './paged.ts';
import { indexWords, ownText } from './word-index.ts';

export interface PagedFile {
	/** Below the folder, with slashes. */
	readonly name: string;
	readonly content: Uint8Array | string;
}

export interface PagedSite {
	readonly manifest: Omit<PagedManifest, 'folder'>;
	/** Enough to show the first rows: those, with the places, actors and sources that they refer to. */
	readonly first: Dataset;
	/** Made one by one, each once, the same every time. */
	files(): Generator<PagedFile>;
}

export interface PagedOptions {
	/** How many records there are to read before others are fetched. */
	readonly firstRows?: number;
	/** The files go nowhere: they need not be small. */
	readonly isHere?: boolean;
}

/** The files of a dataset that has passed the loader. See `paged.ts`. */
export function createPagedSite(dataset: Dataset, options: PagedOptions = {}): PagedSite {
	const { firstRows = FIRST_ROWS, isHere = false } = options;
	const catalogue = createCatalogue(dataset, parseDates(dataset));
	const { events, size, extent } = catalogue;
	const ids = indexIds(events.map(({ id }) => id));
	const media = events.flatMap(({ event }) => event.media ?? []);
	return {
		manifest: {
			version: PAGED_VERSION,
			rows: size,
			undated: events.filter(({ when }) => when === null).length,
			extent,
			pageRows: PAGE_ROWS,
			idShards: ids.length,
			...(media.length === 0 ? {} : { media: originsOf(media) })
		},
		first: partOf(
			dataset,
			events.slice(0, firstRows).map(({ event }) => event)
		),
		*files() {
			yield { name: 'columns.bin', content: encodeColumns(createColumns(catalogue), isHere) };
			const { places, sources, actors } = dataset;
			const gone = [...(catalogue.gone ?? [])];
			const names = { places, sources, actors, ...(gone.length === 0 ? {} : { gone }) };
			yield { name: 'names.json', content: JSON.stringify(names) };
			for (let from = 0, page = 0; from < size; from += PAGE_ROWS, page++) {
				const records = events.slice(from, from + PAGE_ROWS).map(({ event }) => event);
				yield { name: `rows/${page}.json`, content: JSON.stringify(records) };
			}
			for (const [shard, content] of ids.entries()) yield { name: `ids/${shard}.bin`, content };
			const { list, files } = indexWords(textsOf(events));
			yield { name: 'words/list.json', content: JSON.stringify(list) };
			for (const [file, content] of files.entries()) yield { name: `words/${file}.bin`, content };
		}
	};
}

/** More are on no page of changes and in no feed. */
const MAX_RECENT = 500;

/** What was added or changed last, of a dataset that is too large for pages of single events. */
export function recentPart(dataset: Dataset): Dataset {
	return partOf(dataset, lastChanged(dataset.events, MAX_RECENT));
}

function* textsOf(events: readonly CatalogueEvent[]): Generator<string> {
	for (const { event } of events) yield ownText(event);
}

/** Lists of at most so many stay whole in the page, so that filters can name them at once. */
const MAX_WHOLE = 500;

/** Some of the events, with the places, actors and sources that they refer to. */
function partOf(dataset: Dataset, events: readonly HistoricalEvent[]): Dataset {
	const kept = <T extends { readonly id: string }>(
		records: readonly T[],
		idsOf: (event: HistoricalEvent) => readonly string[]
	): readonly T[] => {
		if (records.length <= MAX_WHOLE) return records;
		const ids = new Set(events.flatMap(idsOf));
		return records.filter(({ id }) => ids.has(id));
	};
	return {
		...dataset,
		places: kept(dataset.places, ({ places }) => places.map(({ place }) => place)),
		actors: kept(dataset.actors, ({ actors }) => actors),
		sources: kept(dataset.sources, ({ claims }) => claims.map(({ source }) => source)),
		events
	};
}
