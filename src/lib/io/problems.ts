import { toPointer } from './json.ts';

/** The four files of a dataset, in the order in which their problems are listed. */
export const DATASET_FILES = ['dataset.json', 'places.geojson', 'sources.json', 'events.json'] as const;
export type WholeFile = (typeof DATASET_FILES)[number];
/** A part of the events, in a file of its own. */
export type EventsPart = `events/${string}`;
export type DatasetFile = WholeFile | EventsPart;

/** The file that another one is a part of, or the file itself. */
function wholeOf(file: DatasetFile): WholeFile {
	return isPart(file) ? 'events.json' : file;
}

function isPart(file: DatasetFile): file is EventsPart {
	return file.startsWith('events/');
}

/** Stable: a code is never renamed or given another meaning. Words for them are in `i18n`. */
export const PROBLEM_CODES = [
	'file-missing',
	'file-empty',
	'file-too-large',
	'file-bom',
	'file-encoding',
	'file-not-json',
	'json-invalid',
	'json-too-deep',
	'json-repeated-key',
	'format-newer',
	'field-missing',
	'type-wrong',
	'key-unknown',
	'value-unknown',
	'list-empty',
	'list-repeats',
	'text-empty',
	'text-too-long',
	'text-bidi-control',
	'text-control-character',
	'text-surrogate',
	'text-html-entity',
	'title-empty',
	'language-invalid',
	'language-missing',
	'language-undeclared',
	'id-invalid',
	'id-repeated',
	'record-repeated',
	'record-too-large',
	'categories-too-many',
	'opening-invalid',
	'opening-ignored',
	'path-invalid',
	'url-invalid',
	'url-not-http',
	'url-userinfo',
	'site-address-invalid',
	'country-invalid',
	'date-invalid',
	'date-not-day',
	'crs-unsupported',
	'geometry-null',
	'geometry-not-point',
	'coordinates-invalid',
	'coordinates-swapped',
	'coordinates-projected',
	'coordinates-extra',
	'latitude-out-of-range',
	'longitude-wrapped',
	'null-island',
	'country-mismatch',
	'reference-missing',
	'reference-rejected',
	'merge-cycle',
	'claims-none',
	'source-predates-event'
] as const;

/** What only files in other formats can have: the dataset's own are never read by lines, columns or guesses. */
export const IMPORT_CODES = [
	'file-unsupported',
	'file-repeated',
	'file-unreadable',
	'dataset-among-others',
	'mapping-second',
	'format-unknown',
	'encoding-guessed',
	'records-none',
	'limit-bytes',
	'limit-total',
	'limit-files',
	'limit-rows',
	'limit-columns',
	'limit-cell',
	'header-missing',
	'header-blank',
	'header-repeated',
	'header-below',
	'row-too-short',
	'row-too-long',
	'quote-unclosed',
	'quote-stray',
	'column-missing',
	'column-unused',
	'dates-and-places-none',
	'date-unreadable',
	'date-order-unknown',
	'date-order-contradicted',
	'date-year-short',
	'date-weekday-differs',
	'date-unknown',
	'date-kind-unknown',
	'epoch-implausible',
	'date-notation-differs',
	'date-part-missing',
	'time-unreadable',
	'time-dropped',
	'number-unreadable',
	'coordinates-incomplete',
	'coordinates-unreadable',
	'coordinates-order-unknown',
	'coordinates-lng-first',
	'coordinates-maybe-swapped',
	'geometry-reduced',
	'geometry-part-unreadable',
	'ring-unclosed',
	'ring-too-short',
	'title-made',
	'sources-none',
	'sources-apart',
	'categories-joined',
	'id-conflict',
	'row-repeated',
	'xml-invalid',
	'xml-too-deep',
	'calendar-invalid',
	'extension-ignored',
	'recurrence-ignored',
	'zone-unknown',
	'when-misplaced'
] as const;
export type ImportCode = (typeof IMPORT_CODES)[number];

/** What only stories can have, which are files of text. */
export const STORY_CODES = [
	'story-head-open',
	'story-head-line',
	'story-head-repeated',
	'story-repeated',
	'story-steps-none',
	'story-steps-many',
	'story-steps-differ',
	'story-step-untitled',
	'story-step-empty',
	'story-view-missing',
	'story-view-ignored',
	'story-markup',
	'story-too-deep'
] as const;
export type StoryCode = (typeof STORY_CODES)[number];
export type ProblemCode = (typeof PROBLEM_CODES)[number] | ImportCode | StoryCode;

/** Errors stop a build and a release; warnings ask for a look. */
export type Severity = 'error' | 'warning';

export type ProblemParams = Readonly<Record<string, string | number>>;

/** One finding about one value. Codes and facts only; it carries no sentence. */
export interface Problem {
	readonly severity: Severity;
	readonly code: ProblemCode;
	/** One of the four files, or the name of the file that was imported. */
	readonly file: string;
	/** From 1, where the record or the fault begins in a file that is read by lines; `null` in JSON that could be read. */
	readonly line: number | null;
	/** JSON pointer (RFC 6901; empty for the whole file), or `line:column`, both from 1, where the text is no JSON. */
	readonly pointer: string;
	/** The record's id, or its index from 0 when it has none; `null` for the file as a whole. */
	readonly record: string | number | null;
	/** Path inside the record, with dots: `claims.0.source`; the name of a column. `null` for the whole record or file. */
	readonly field: string | null;
	/** The offending value as `showValue` writes it; `null` where there is none. */
	readonly value: string | null;
	readonly params: ProblemParams;
}

/** Where in a file a record stands. */
export interface RecordPlace {
	readonly file: string;
	/** Path of the record in its file: `[3]`, `['features', 3]`; empty for `dataset.json` itself. */
	readonly path: readonly (string | number)[];
	readonly record: string | number | null;
}

export function problemAt(
	place: RecordPlace,
	severity: Severity,
	code: ProblemCode,
	path: readonly PropertyKey[] = [],
	value?: unknown,
	params: ProblemParams = {}
): Problem {
	return {
		severity,
		code,
		file: place.file,
		line: null,
		pointer: toPointer([...place.path, ...path]),
		record: place.record,
		field: path.length === 0 ? null : path.map(String).join('.'),
		value: value === undefined ? null : showValue(value),
		params
	};
}

/** Where a row of an imported file stands; without `line` and `pointer`: the file as a whole. */
export interface RowPlace {
	readonly file: string;
	readonly line?: number | null;
	readonly pointer?: string;
}

/** A problem of a file that is read as a table. `field` is the name of a column, written as values are; who knows the record adds it. */
export function rowProblem(
	{ file, line = null, pointer = '' }: RowPlace,
	severity: Severity,
	code: ProblemCode,
	details: { readonly field?: string | null; readonly value?: string | null; readonly params?: ProblemParams } = {}
): Problem {
	const { field = null, value = null, params = {} } = details;
	const shown = value === null ? null : showValue(value);
	const name = field === null ? null : showValue(field);
	return { severity, code, file, line, pointer, record: null, field: name, value: shown, params };
}

/** A problem of a file's text, before there are records. */
export function fileProblem(
	file: string,
	severity: Severity,
	code: ProblemCode,
	details: {
		/** Both from 1. */
		readonly at?: { readonly line: number; readonly column: number };
		readonly value?: string | null;
		readonly params?: ProblemParams;
	} = {}
): Problem {
	const { at, value = null, params = {} } = details;
	return {
		severity,
		code,
		file,
		line: at?.line ?? null,
		pointer: at === undefined ? '' : `${at.line}:${at.column}`,
		record: null,
		field: null,
		value: value === null ? null : showValue(value),
		params
	};
}

/** The lists of a file that hold records, in file order; the empty name stands for the file itself. */
const RECORD_LISTS: Readonly<Record<WholeFile, readonly string[]>> = {
	'dataset.json': ['categories', 'actors', 'agencies'],
	'places.geojson': ['features'],
	'sources.json': [''],
	'events.json': ['']
};

/** How many keys of a path lead to the record that it lies in; 0 when it lies in none. */
function recordDepth(file: DatasetFile, path: readonly PropertyKey[]): number {
	const lists = RECORD_LISTS[wholeOf(file)];
	const depth = lists.includes('') ? 1 : lists.includes(String(path[0])) ? 2 : 0;
	return path.length < depth ? 0 : depth;
}

/** The record at a path, named by its id when that is a text, else by its index. */
export function recordPlace(file: DatasetFile, path: readonly (string | number)[], raw: unknown): RecordPlace {
	const id = raw !== null && typeof raw === 'object' && 'id' in raw ? raw.id : undefined;
	return { file, path, record: typeof id === 'string' ? showValue(id) : (path.at(-1) ?? null) };
}

/** A path into a file as pointer, record and field. */
export function pathOf(
	file: DatasetFile,
	path: readonly (string | number)[],
	rawAt: (path: readonly (string | number)[]) => unknown
): Pick<Problem, 'pointer' | 'record' | 'field'> {
	const recordPath = path.slice(0, recordDepth(file, path));
	const field = path.slice(recordPath.length);
	return {
		pointer: toPointer(path),
		record: recordPath.length === 0 ? null : recordPlace(file, recordPath, rawAt(recordPath)).record,
		field: field.length === 0 ? null : field.join('.')
	};
}

/**
 * In order of file, list and record; inside a record as found. What concerns a whole file comes first. All must be of a
 * dataset's own files.
 */
export function inOrder(problems: readonly Problem[]): Problem[] {
	return problems
		.map((problem) => ({ problem, rank: rankOf(problem) }))
		.sort(
			(a, b) =>
				a.rank[0] - b.rank[0] ||
				compareParts(a.problem.file as DatasetFile, b.problem.file as DatasetFile) ||
				a.rank[1] - b.rank[1] ||
				a.rank[2] - b.rank[2]
		)
		.map(({ problem }) => problem);
}

/** The whole before its parts, these by name. Names of files are compared by their units, as everywhere the same. */
export function compareParts(a: DatasetFile, b: DatasetFile): number {
	return Number(isPart(a)) - Number(isPart(b)) || (a < b ? -1 : Number(a > b));
}

function rankOf({ file: name, pointer }: Problem): readonly [file: number, list: number, record: number] {
	const file = name as DatasetFile;
	const path = pointer.split('/').slice(1);
	const depth = recordDepth(file, path);
	const list = depth === 0 ? -1 : depth === 1 ? 0 : RECORD_LISTS[wholeOf(file)].indexOf(path[0] ?? '');
	return [DATASET_FILES.indexOf(wholeOf(file)), list, depth === 0 ? -1 : Number(path[depth - 1])];
}

const MAX_SHOWN = 80;
/** Controls, format characters (bidi overrides, zero width), lone surrogates, private use, odd spaces and line breaks. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;

/**
 * A value on one line, at most 80 characters: texts as they are, anything else as JSON, what cannot be seen by its code
 * point (`U+202E`), the rest cut at `…`.
 */
export function showValue(value: unknown): string {
	const text = typeof value === 'string' ? value : showJson(value);
	let shown = '';
	for (const character of text) {
		const visible = UNSEEN.test(character) ? codePointName(character) : character;
		if (shown.length + visible.length > MAX_SHOWN) return `${shorten(shown)}…`;
		shown += visible;
	}
	return shown;
}

function showJson(value: unknown): string {
	if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
	return JSON.stringify(value) ?? String(value);
}

function shorten(shown: string): string {
	return shown.length < MAX_SHOWN ? shown : [...shown].slice(0, -1).join('');
}

function codePointName(character: string): string {
	return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
