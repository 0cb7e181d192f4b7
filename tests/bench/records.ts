import type {
	CategoryId,
	Category,
	Dataset,
	EventId,
	HistoricalEvent,
	Place,
	PlaceId,
	Source,
	SourceId
} from '../../src/lib/core/model.ts';
import { FIRST_ROWS, PAGE_ROWS, PAGED_VERSION } from '../../src/lib/io/paged.ts';
import type { PagedStart } from '../../src/lib/io/paged-folder.server.ts';
import { CATEGORIES, EPOCH_MS, lasts, reportDay, sourceOf, SOURCES, type BenchData } from './data.ts';

/**
 * The data of the benchmark as records of the product, which the application is opened with. They are made page by page, when one
 * is asked for, as a million of them at once take minutes; `tests/unit/bench` shows that they are the events of `columnsOf`.
 */

/** Below the root of the site. */
export const FOLDER = '_app/immutable/data-bench';

const iso = (second: number): string => `${new Date(EPOCH_MS + second * 1000).toISOString().slice(0, 19)}Z`;
const day = (second: number): string => iso(second).slice(0, 10);
const list = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

export function placesOf({ places, lon, lat }: Pick<BenchData, 'places' | 'lon' | 'lat'>): Place[] {
	return list(places, (i) => ({
		id: `place-${i}` as PlaceId,
		name: { en: `Place ${i}` },
		point: [lon[i] ?? 0, lat[i] ?? 0],
		precision: 'exact'
	}));
}

export function categories(): Category[] {
	return list(CATEGORIES, (slot) => ({ id: `category-${slot}` as CategoryId, name: { en: `Category ${slot}` }, slot }));
}

export function sources(): Source[] {
	return list(SOURCES, (i) => ({
		id: `report-${i}` as SourceId,
		title: `Report ${i}`,
		published: day(reportDay(i) * 86_400),
		language: 'en'
	}));
}

/** Rows `from` up to and without `to`, or the last one. */
export function recordsOf({ events, start, end, placeAt, place, category }: BenchData, from: number, to: number) {
	return list(Math.max(0, Math.min(events, to) - from), (k): HistoricalEvent => {
		const i = from + k;
		const [begun, over] = [start[i] ?? 0, end[i] ?? 0];
		const at = [...place.subarray(placeAt[i], placeAt[i + 1])];
		return {
			// Of one length, so that those of one time stand in the order of their rows.
			id: `event-${String(i).padStart(8, '0')}` as EventId,
			when: lasts(begun) ? `${day(begun)}/${day(over)}` : iso(begun),
			places: at.map((index) => ({ place: `place-${index}` as PlaceId, role: 'at' })),
			category: `category-${category[i] ?? 0}` as CategoryId,
			actors: [],
			status: 'occurred',
			title: { en: `Event ${i} at Place ${at[0] ?? 0}` },
			summary: { en: `The ${i}th event of the benchmark, which never happened.` },
			claims: [{ source: `report-${sourceOf(begun, i)}` as SourceId, says: { en: 'It is reported.' } }],
			added: '2025-01-01'
		};
	});
}

/** A page of `rows/`, as the product fetches it; no record from the first page past the last on. */
export function pageOf(data: BenchData, page: number): readonly HistoricalEvent[] {
	return recordsOf(data, page * PAGE_ROWS, (page + 1) * PAGE_ROWS);
}

/** Whole but for the events, of which it has those up to and without `to`. */
export function datasetOf(data: BenchData, to: number): Dataset {
	return {
		title: { en: 'Events of the benchmark' },
		description: { en: 'Made by a program. Nothing in it happened.' },
		languages: ['en'],
		licence: 'CC0 1.0',
		version: '1',
		opening: '',
		categories: categories(),
		actors: [],
		agencies: [],
		sources: sources(),
		places: placesOf(data),
		events: recordsOf(data, 0, to)
	};
}

/** What the page is given. Nobody looks for an id in the benchmark: there is no file of them. */
export function startOf(data: BenchData): PagedStart {
	const last = data.end.reduce((most, second) => Math.max(most, second), 0);
	return {
		manifest: {
			version: PAGED_VERSION,
			folder: FOLDER,
			rows: data.events,
			undated: 0,
			extent: { start: EPOCH_MS + (data.start[0] ?? 0) * 1000, end: EPOCH_MS + (last + 1) * 1000 },
			pageRows: PAGE_ROWS,
			idShards: 1
		},
		dataset: datasetOf(data, FIRST_ROWS)
	};
}
