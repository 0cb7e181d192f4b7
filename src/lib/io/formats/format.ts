/**
 * What every reader of a format makes of a file: a table of texts. A record of the file is a row of it, a field a column, so
 * that one mapping, one preview and one set of checks serve all formats. Readers say what their format says and nothing
 * more: they parse no date and no number and judge no value; that is done once for all, in `io/import/`.
 */
import type { Encoding } from '../import/decode.ts';
import type { Problem } from '../problems.ts';

/** Stable names, as the command line and the mapping file have them. */
export const FORMAT_IDS = [
	'csv',
	'geojson',
	'linked-places',
	'lp-tsv',
	'timelinejs-sheet',
	'timelinejs',
	'storymapjs',
	'timemap',
	'bellingcat',
	'json-records',
	'kml',
	'acled',
	'ucdp-ged',
	'gdelt',
	'icalendar'
] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

/** What a column may be used for. A column without a target is left out, and said to be. */
export const TARGETS = [
	'id',
	/** The id in the file that the event was first imported from, where `id` is one that it was given. */
	'original-id',
	'title',
	'summary',
	/** A date or an interval in one cell. */
	'when',
	'start',
	/** The last period that belongs to it, as people write it; a notation may say that it is exclusive. */
	'end',
	'year',
	'month',
	'day',
	'time',
	'end-year',
	'end-month',
	'end-day',
	'end-time',
	/** How exactly the date is known, in the format's own codes. */
	'when-precision',
	/** Whether no report gives the date, and who made the file concluded it. */
	'when-inferred',
	'latitude',
	'longitude',
	/** Both in one cell. */
	'coordinates',
	/** GeoJSON geometry or WKT. */
	'geometry',
	/** The name of the place; several columns: from the smallest to the largest. */
	'place',
	/** How the event is tied to the place, as in the native format. A list of several makes all columns of the place lists, of as many places. */
	'place-role',
	'place-id',
	'country',
	/** How exactly the place is known, in the format's own codes. */
	'place-precision',
	/** Whether no report names the place for the event. */
	'place-inferred',
	'category',
	'actor',
	'status',
	/** The title of a report. */
	'source',
	'source-url',
	'source-publisher',
	'source-date',
	/** Whether `source-date` is not printed in the report. */
	'source-date-inferred',
	/** What the report says of the event. */
	'says',
	/** The date that the report gives for the event. */
	'says-date',
	/** Whether `says` or `says-date` is concluded from the report. */
	'says-inferred',
	'media',
	'media-alt',
	'media-credit',
	/** Whether a picture shows violence or death. */
	'media-graphic',
	/** With `start` (the earliest): it began at some time from that to this. */
	'start-latest',
	/** With `end` (the latest): it ended at some time from this to that. */
	'end-earliest'
] as const;
export type Target = (typeof TARGETS)[number];

/** Targets whose cells are dates. */
export const DATE_TARGETS: ReadonlySet<Target> = new Set<Target>(['when', 'start', 'end', 'source-date', 'says-date']);

/** Targets that any number of columns may have; of the others the first column counts. */
export const MANY: ReadonlySet<Target> = new Set(['actor', 'place', 'source', 'source-url', 'summary']);

/** How the cells of a column are written, where the same text could mean more than one thing. */
export const NOTATIONS = [
	/** EDTF and what is as plain: `2024-05`, `2024-05-01T12:00:00Z`, `1538.02.09`. */
	'iso',
	/** `31/12/2024`, `31.12.2024 14:05`. */
	'day-first',
	/** `12/31/2024`. */
	'month-first',
	/** Seconds since 1970 UTC. */
	'epoch-s',
	/** Milliseconds since 1970 UTC. */
	'epoch-ms',
	/** Days since 1899-12-30, as spreadsheets count. */
	'excel',
	/** Days since 1904-01-01. */
	'excel-1904',
	/** `20240501`, `202405`, `2024`. */
	'compact',
	/** Of `end`: the first instant that no longer belongs to it, in ISO form. */
	'iso-exclusive',
	/** Of coordinates in one cell. */
	'lat-lng',
	'lng-lat',
	/** Of numbers: `34,5`. */
	'decimal-comma',
	/** HTML, of which the text is meant. */
	'html',
	/** Codes of ACLED's `time_precision`: 1 day, 2 week, 3 month. */
	'acled-time',
	/** Codes of ACLED's `geo_precision`: 1 exact, 2 near a town, 3 region. */
	'acled-place',
	/** Codes of UCDP's `date_prec`: 1 day, 2 two to six days, 3 week, 4 month, 5 more. */
	'ucdp-time',
	/** Codes of UCDP's `where_prec`: 1 exact, 2 near, 3 district, 4 region, 5 linear or fuzzy, 6 country, 7 open sea or air. */
	'ucdp-place',
	/** GDELT's `ActionGeo_Type`: 1 country, 2 US state, 3 US city, 4 city, 5 region. */
	'gdelt-place',
	/** Codes of UCDP's `type_of_violence`; words for this and the next two are in `codes.ts`. */
	'ucdp-violence',
	/** GDELT's `QuadClass`. */
	'gdelt-quad-class',
	/** GDELT's `EventRootCode`. */
	'cameo-root'
] as const;
export type Notation = (typeof NOTATIONS)[number];

export interface ColumnUse {
	readonly target: Target;
	readonly notation?: Notation;
	/** Of dates: the first of the hundred years of which years of two digits are. 1930: `29` is 2029, `30` is 1930. */
	readonly yearsFrom?: number;
	/** Between the values of a cell that holds several: `;`. */
	readonly separator?: string;
}

export interface Column {
	/** As the file calls it, dots for what lies deeper (`start_date.year`). Unique in its table. */
	readonly name: string;
	/** What the format says that it is; absent where people choose the names. */
	readonly use?: ColumnUse;
}

/**
 * A text, or several where a format has a list; empty when there is nothing. Lists that belong together are parallel, with
 * an empty text where one has nothing: the n-th `start` is of the n-th `end` (several intervals, all of which hold), the
 * n-th `source-url` of the n-th `source`, `source-publisher`, `source-date`, `says` and what belongs to these, the n-th `media` of its `media-alt`
 * and `media-credit`. `..` as start or end is an open side, as in EDTF; an empty one is not said.
 */
export type Cell = string | readonly string[];

export interface Row {
	/** From 1, where the record begins in a text that is read by lines; `null` in JSON. */
	readonly line: number | null;
	/** The line on which it begins where `line` is a later one, on which its fault is. */
	readonly begin?: number;
	/** JSON pointer (RFC 6901) of the record; empty where there is none. */
	readonly pointer: string;
	/** As many as there are columns. */
	readonly cells: readonly Cell[];
	/** What a row of a delimited text has beyond the columns; there is an error then. Kept for the list of rejected rows. */
	readonly overflow?: readonly string[];
}

/** What a row and the problems that concern it have in common. */
export function rowKey({ line, pointer }: Pick<Row, 'line' | 'pointer'>): string {
	return line === null ? pointer : String(line);
}

/** What a file may hold besides events. */
export const LEFT_OUT = [
	'title-slide',
	'overview-slide',
	'era',
	'association',
	'overlay',
	'network-link',
	'tour',
	'to-do',
	'journal-entry',
	/** A single occurrence of a repeated event that differs from the others. */
	'changed-occurrence'
] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/** One file as rows and columns. */
export interface Table {
	readonly format: FormatId;
	/** The file's name, for messages. */
	readonly file: string;
	readonly columns: readonly Column[];
	readonly rows: readonly Row[];
	/** Event records that are not among the rows because they could not be read at all; there is an error that counts them. */
	readonly unreadable: number;
	/**
	 * Those with the line (or without lines the pointer) of a row are about that row: an error rejects it, a warning stays with it.
	 * The reader leaves `record` to who knows the ids.
	 */
	readonly problems: readonly Problem[];
	/** What the file says of itself. */
	readonly about: {
		readonly title?: string;
		readonly description?: string;
		readonly licence?: string;
		readonly version?: string;
		/** BCP 47 tag of the texts, in the form that the native format has. */
		readonly language?: string;
	};
	/** Things that are no events and were left out, for the report. */
	readonly leftOut: Readonly<Partial<Record<LeftOut, number>>>;
	/** What was detected of a delimited text. */
	readonly dialect?: Dialect;
	/** Of the file that it was read from; absent where a text was given. */
	readonly encoding?: Encoding;
}

export interface Dialect {
	readonly delimiter: string;
	readonly hasHeader: boolean;
}

/** One file as it was opened; its bytes are decoded. */
export interface TextFile {
	readonly name: string;
	/** Without a byte order mark. */
	readonly text: string;
	/** `JSON.parse` of the text where it is JSON; `undefined` where it is not. */
	readonly json: unknown;
}

/** A format: one file in this folder, and one line in the list of `index.ts`. */
export interface Format {
	readonly id: FormatId;
	/** How sure the content makes it, from 0 (it is something else) to 1; the surest wins, then the first in the list. Never the name. */
	detect(file: TextFile): number;
	/** Never throws on input. `others` are the files opened with it, for formats of several files; those it used are named in `uses`. */
	read(file: TextFile, others: readonly TextFile[]): { readonly table: Table; readonly uses?: readonly string[] };
}
