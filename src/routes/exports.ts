import { resolve } from '$app/paths';
import type { Dataset, EventId, HistoricalEvent } from '$lib/core/model.ts';
import { hasPages } from '$lib/core/page-limit.js';
import { updatedOf } from '$lib/core/updated.ts';
import { eventMessages } from '$lib/i18n/event.ts';
import { LOCALES, type Locale } from '$lib/i18n/locales.ts';
import { saveFile } from '$lib/import/save-file.ts';
import { fileName } from '$lib/io/export/file-name.ts';
import type { ExportOptions } from '$lib/io/export/provenance.ts';
import { createFiles } from '$lib/io/fetched.ts';
import { fetchFrom } from '$lib/io/memory-files.ts';
import type { Fetched } from '$lib/io/paged.ts';
import type { FileFormat, FileOutcome, FileRequest } from '$lib/share/export-file.ts';
import type { Explorer } from '$lib/state/explorer.svelte.ts';
import { linkTo } from '$lib/state/url-sync.svelte.ts';
import { linkIn, linkToEvent } from './language.ts';
import type { OwnDataset } from './own-data.svelte.ts';
import type { PageDataset } from './start.ts';

/** Of a paged dataset: what a browser holds in memory with ease, and reads again as one file. */
export const MOST_EVENTS = 50_000;

/** Pages of records that are fetched at once. */
const AT_ONCE = 6;

const TYPES: Readonly<Record<FileFormat, string>> = {
	csv: 'text/csv;charset=utf-8',
	geojson: 'application/geo+json',
	icalendar: 'text/calendar;charset=utf-8',
	native: 'application/json'
};

interface Place {
	readonly locale: Locale;
	/** What is shown instead of the published dataset: no link leads to it. */
	readonly own: OwnDataset | null;
}

/**
 * Writes what is listed now, or all of it, as a file, and hands it to the browser. Of a paged dataset the records are fetched
 * first; nothing is written unless all of them are there. Rejects with an `AbortError` alone.
 */
export async function writeFile(
	explorer: Explorer,
	data: PageDataset,
	{ locale, own }: Place,
	request: FileRequest
): Promise<FileOutcome> {
	const { format, which, selection, mark, signal } = request;
	const { catalogue, result, view } = explorer;
	// Of what is not whole nothing has been filtered yet.
	if (data.paged !== null && catalogue.columns === null) return { ok: false, why: 'opening' };
	const isAll = which === 'all';
	const rows = isAll
		? Array.from({ length: catalogue.size }, (_, row) => row)
		: Array.from({ length: result.count }, (_, index) => result.rowAt(index));
	if (rows.length === 0) return { ok: false, why: 'nothing' };
	if (data.paged !== null && rows.length > MOST_EVENTS)
		return { ok: false, why: 'too-many', chosen: rows.length, most: MOST_EVENTS };
	const link = isAll ? new URL(linkIn(locale), location.href).href : linkTo(view, data.dataset.opening);
	const gathered = await gather(explorer, data, rows, request);
	if (!gathered.ok) return { ok: false, why: 'failed', file: gathered.fault.file };
	const events = gathered.value;
	const dataset: Dataset = data.paged === null ? data.dataset : { ...catalogue.dataset, events };
	const updated = updatedOf(events);
	const options: Options = {
		events,
		selection,
		...(own !== null ? { rejected: own.rejected } : __ONE_FILE__ ? {} : { link }),
		...(updated === undefined ? {} : { updated }),
		...(dataset.languages.includes(locale) ? { language: locale } : {}),
		mark,
		isAll: isAll && data.paged === null,
		permalink: own === null && !__ONE_FILE__ ? permalinks(locale, catalogue.size) : undefined,
		words: wordsOf(dataset, locale)
	};
	const { pieces, undated } = await write(format, dataset, options);
	const parts: string[] = [];
	for (const piece of pieces) {
		parts.push(piece);
		// The page answers meanwhile.
		await new Promise((next) => setTimeout(next));
		signal.throwIfAborted();
	}
	const name = fileName(dataset, which, format);
	saveFile({ name, blob: new Blob(parts, { type: TYPES[format] }) });
	return { ok: true, name, written: events.length - undated, undated };
}

/** Of so many listed events, not all of which have pages of their own. */
function permalinks(locale: Locale, size: number): (id: EventId) => string {
	return (id) => new URL(hasPages(size) ? linkToEvent(locale, id) : linkIn(locale, `event=${id}`), location.href).href;
}

/** Words for readers of the file's texts, or else for who writes it. */
function wordsOf({ languages }: Dataset, locale: Locale): (typeof eventMessages)[Locale] {
	const language = languages.includes(locale) ? locale : LOCALES.find((known) => known === languages[0]);
	return eventMessages[language ?? locale];
}

interface Options extends ExportOptions {
	readonly words: (typeof eventMessages)[Locale];

	readonly events: readonly HistoricalEvent[];
	readonly mark: boolean;
	/** The dataset itself is what is written, with what is in no list as well. */
	readonly isAll: boolean;
	readonly permalink: ((id: EventId) => string) | undefined;
}

interface Written {
	readonly pieces: Iterable<string>;
	/** Of the events those that the format has no room for. */
	readonly undated: number;
}

/** Each writer comes when it is first asked for. */
async function write(format: FileFormat, dataset: Dataset, options: Options): Promise<Written> {
	switch (format) {
		case 'csv': {
			const { csvFile } = await import('$lib/io/export/csv.ts');
			return { pieces: csvFile(dataset, options), undated: 0 };
		}
		case 'geojson': {
			const { geojsonFile } = await import('$lib/io/export/geojson.ts');
			return { pieces: geojsonFile(dataset, options), undated: 0 };
		}
		case 'icalendar': {
			const { icalendarFile, withoutDay } = await import('$lib/io/export/icalendar.ts');
			const { permalink, ...rest } = options;
			const pieces = icalendarFile(dataset, permalink === undefined ? rest : { ...rest, permalink });
			return { pieces, undated: withoutDay(options.events) };
		}
		case 'native': {
			const [{ nativeFile }, { selectedDataset }] = await Promise.all([
				import('$lib/io/native-file.ts'),
				import('$lib/io/export/selected.ts')
			]);
			return {
				pieces: nativeFile(options.isAll ? dataset : selectedDataset(dataset, options.events, options)),
				undated: 0
			};
		}
	}
}

/** The records of rows, in their order. What the page has in memory is asked for first; the rest comes page by page. */
async function gather(
	{ catalogue }: Explorer,
	{ paged, files }: PageDataset,
	rows: readonly number[],
	{ signal, onprogress }: FileRequest
): Promise<Fetched<readonly HistoricalEvent[]>> {
	if (paged === null) return { ok: true, value: rows.flatMap((row) => catalogue.records.at(row)?.event ?? []) };
	const { pageRows, folder } = paged;
	const site = new URL(resolve('/'), location.href).href.replace(/\/$/, '');
	const fetched = files === undefined ? fetch.bind(globalThis) : fetchFrom(folder, files);
	const source = createFiles(`${site}/${folder}`, fetched);
	const pages = [...new Set(rows.map((row) => Math.floor(row / pageRows)))];
	const records = new Map<number, readonly HistoricalEvent[]>();
	const isPage =
		(page: number) =>
		(value: unknown): value is readonly HistoricalEvent[] =>
			Array.isArray(value) && value.length === Math.min(pageRows, paged.rows - page * pageRows);
	for (let from = 0; from < pages.length; from += AT_ONCE) {
		const some = pages.slice(from, from + AT_ONCE);
		const answers = await Promise.all(some.map((page) => source.json(`rows/${page}.json`, isPage(page), signal)));
		signal.throwIfAborted();
		for (const [index, answer] of answers.entries()) {
			if (!answer.ok) return answer;
			records.set(some[index] ?? -1, answer.value);
		}
		onprogress(Math.min(1, (from + some.length) / pages.length));
	}
	return { ok: true, value: rows.flatMap((row) => records.get(Math.floor(row / pageRows))?.[row % pageRows] ?? []) };
}
