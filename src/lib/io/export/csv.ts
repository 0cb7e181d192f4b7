import { isListed } from '../../core/gone.ts';
import type { Dataset } from '../../core/model.ts';
import { EVENT_COLUMNS, joinNames, neutralised, ORIGIN_COLUMNS, PLACE_COLUMNS, SOURCE_COLUMNS } from '../exported.ts';
import { decimal } from './decimal.ts';
import { Flattener, plain, type FlatEvent, type FlatPlace, type FlatSource } from './flat-event.ts';
import { provenanceOf, type ExportOptions } from './provenance.ts';

export interface CsvOptions extends ExportOptions {
	/** A byte order mark, by which Excel knows UTF-8. */
	readonly mark?: boolean;
}

/** Rows that are one piece of text. */
const PIECE_SIZE = 2_000;

/**
 * Events as CSV (RFC 4180), in pieces: the columns of our template (`static/templates/events.csv`), then those that only
 * exported files have. A second place or source has columns of its own, `place 2`, `source url 2`; actors share a cell, with
 * `;` between them. As CSV has no comments, every row says where it is from: `dataset`, `dataset version`, `licence`,
 * `language`, and what there is of `ORIGIN_COLUMNS` besides. By these our importer knows the file again, and takes off the
 * apostrophes that keep spreadsheets from calculating with texts.
 *
 * It holds, and gives back: ids and those of the file that events were imported from, dates (EDTF), titles, summaries, the name
 * of the category, names of actors, status, of each place name, position, country, precision and role, of each claim what is
 * said, the date that it gives, and the source's title, address, publisher and date, of the first picture its address, words,
 * credit and whether it shows violence; which of these dates, places and statements are the editor's own conclusion
 * (`inferred`); title, version and licence of the dataset.
 *
 * It does not hold: texts in other languages; merged and withdrawn events; days on which events were added and changed, and
 * corrections; of claims their place in the source and agencies; of sources their language and archived copies; pictures after the first, and what kind of file one is where its address does not tell; kinds
 * of places; descriptions of the dataset and of actors; ids, order and colours of everything but events. What differs in
 * nothing else is one afterwards.
 */
export function* csvFile(dataset: Dataset, options: CsvOptions = {}): Generator<string, void> {
	const { events = dataset.events.filter(isListed), language = dataset.languages[0] ?? 'und' } = options;
	const flattener = new Flattener(dataset, language);
	let [places, sources] = [1, 1];
	for (const event of events) {
		const flat = flattener.flat(event);
		places = Math.max(places, flat.places.length);
		sources = Math.max(sources, flat.sources.length);
	}
	const origin: readonly (readonly [name: string, text: string])[] = [
		[ORIGIN_COLUMNS.title, flattener.text(dataset.title)],
		[ORIGIN_COLUMNS.version, plain(dataset.version)],
		[ORIGIN_COLUMNS.licence, plain(dataset.licence)],
		[ORIGIN_COLUMNS.language, language],
		...provenanceOf(options, ORIGIN_COLUMNS).map(([name, value]) => [name, String(value)] as const)
	];
	const columns: readonly Column[] = [
		...columnsFor(places, sources),
		...origin.map(([name, text]): Column => [name, () => text])
	];
	yield `${options.mark === true ? '\ufeff' : ''}${line(columns.map(([name]) => name))}`;
	for (let from = 0; from < events.length; from += PIECE_SIZE) {
		const flat = events.slice(from, from + PIECE_SIZE).map((event) => flattener.flat(event));
		yield flat.map((event) => line(columns.map(([, cell]) => cell(event)))).join('');
	}
}

type Column = readonly [name: string, cell: (event: FlatEvent) => string];

/** In the order of the template, and what it does not have after it. */
function columnsFor(places: number, sources: number): Column[] {
	const { name, latitude, longitude, country, role, precision, inferred } = PLACE_COLUMNS;
	const place = (number: number, names: readonly string[]) =>
		names.map((own): Column => [numbered(own, number), ({ places: all }) => placeCell(all[number], own)]);
	const source = (number: number, keys: readonly SourceKey[]) =>
		keys.map((key): Column => [numbered(SOURCE_COLUMNS[key], number), ({ sources: all }) => said(all[number]?.[key])]);
	return [
		[EVENT_COLUMNS.id, ({ id }) => id],
		[EVENT_COLUMNS.title, ({ title }) => title],
		[EVENT_COLUMNS.summary, ({ summary }) => summary],
		[EVENT_COLUMNS.when, ({ when }) => when],
		// A date of the template may end in a column of its own; EDTF has both in one.
		[EVENT_COLUMNS.end, () => ''],
		...place(0, [name, latitude, longitude, country]),
		[EVENT_COLUMNS.category, ({ category }) => category],
		[EVENT_COLUMNS.actors, ({ actors }) => joinNames(actors)],
		[EVENT_COLUMNS.status, ({ status }) => status],
		...source(0, SOURCE_KEYS),
		[EVENT_COLUMNS.media, ({ media }) => media?.url ?? ''],
		[EVENT_COLUMNS.mediaAlt, ({ media }) => media?.alt ?? ''],
		[EVENT_COLUMNS.mediaCredit, ({ media }) => media?.credit ?? ''],
		[EVENT_COLUMNS.mediaGraphic, ({ media }) => said(media?.graphic)],
		[EVENT_COLUMNS.originalId, ({ originalId }) => originalId],
		[EVENT_COLUMNS.whenInferred, ({ whenInferred }) => said(whenInferred)],
		...place(0, [role, precision, inferred]),
		...source(0, MORE_SOURCE_KEYS),
		...further(places).flatMap((number) =>
			place(number, [name, latitude, longitude, country, role, precision, inferred])
		),
		...further(sources).flatMap((number) => source(number, [...SOURCE_KEYS, ...MORE_SOURCE_KEYS]))
	];
}

type SourceKey = keyof FlatSource & keyof typeof SOURCE_COLUMNS;
/** In the template. */
const SOURCE_KEYS: readonly SourceKey[] = ['title', 'url', 'publisher', 'published', 'says'];
const MORE_SOURCE_KEYS: readonly SourceKey[] = ['publishedInferred', 'when', 'inferred'];

/** What is not so is not said. */
function said(value: string | boolean | undefined): string {
	return value === true ? 'true' : value === false || value === undefined ? '' : value;
}

function placeCell(place: FlatPlace | undefined, column: string): string {
	if (place === undefined) return '';
	switch (column) {
		case PLACE_COLUMNS.name:
			return place.name;
		case PLACE_COLUMNS.latitude:
			return place.point === null ? '' : degrees(place.point[1]);
		case PLACE_COLUMNS.longitude:
			return place.point === null ? '' : degrees(place.point[0]);
		case PLACE_COLUMNS.country:
			return place.country;
		case PLACE_COLUMNS.role:
			return place.role;
		case PLACE_COLUMNS.precision:
			return place.precision;
		default:
			return said(place.inferred);
	}
}

/** What is smaller than any atom is nothing, so that no cell is too long to be a number. */
function degrees(value: number): string {
	return decimal(Math.abs(value) < 1e-12 ? 0 : value);
}

/** Indices from the second on. */
function further(count: number): number[] {
	return Array.from({ length: count - 1 }, (_, index) => index + 1);
}

function numbered(name: string, index: number): string {
	return index === 0 ? name : `${name} ${index + 1}`;
}

/** One line, each cell neutralised. */
export function line(cells: readonly string[]): string {
	return `${cells.map((cell) => field(neutralised(cell))).join(',')}\r\n`;
}

/** One field of delimited text (RFC 4180): in quotes where anything in it could end it, or be lost at its ends. */
export function field(text: string, delimiter = ','): string {
	const needsQuotes = /[",;\t|\r\n]|^\s|\s$/.test(text) || text.includes(delimiter);
	return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}
