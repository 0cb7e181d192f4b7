import type { Actor, Agency, Category, Dataset, HistoricalEvent, Place, Source } from '../core/model.ts';
import { foreignCrs, readPoint } from './geometry.ts';
import { linkEvents } from './link.ts';
import { checkOpening } from './opening.ts';
import {
	inOrder,
	problemAt,
	type DatasetFile,
	type EventsPart,
	type Problem,
	type RecordPlace,
	type WholeFile
} from './problems.ts';
import { readFile } from './read-file.ts';
import { readKind, readKindInSteps, readLists, type KindOptions, type KindResult, type List } from './read-kind.ts';
import { readRecord, valueAt, type Languages } from './records.ts';
import { FORMAT, heads, MAX_CATEGORIES, records } from './schema.ts';
import { mendTitle } from './title.ts';

/** Text of each file; `null` when there is no such file. */
export type DatasetTexts = Readonly<Record<WholeFile, string | null>> & {
	/** More events, in files of their own, in order; `events.json` need not be there then. */
	readonly parts?: readonly TextPart[];
};

export interface TextPart {
	readonly file: EventsPart;
	/** Read when it is its turn, so that no two parts are in memory at once; rarely a second time. */
	text(): string;
}

export const RECORD_KINDS = ['categories', 'actors', 'agencies', 'places', 'sources', 'events'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** Always `read = accepted + repaired + rejected`. Repaired: loaded, but not quite as the file has it. */
export interface Counts {
	readonly read: number;
	readonly accepted: number;
	readonly repaired: number;
	readonly rejected: number;
}

/** The counts of all kinds together, and of each. */
export interface LoadResult extends Counts {
	/** The good records; `null` when a file as a whole cannot be used. */
	readonly dataset: Dataset | null;
	/** In order of file, then record. */
	readonly problems: readonly Problem[];
	readonly counts: Readonly<Record<RecordKind, Counts>>;
}

/** What the four files would say as JSON. */
export type DatasetValues = Readonly<Record<WholeFile, unknown>>;

export interface ValuesResult extends LoadResult {
	/** Ids of the events that were loaded, but not quite as they were given. */
	readonly repairedEvents: ReadonlySet<string>;
}

/**
 * Turns the texts of a dataset into records that can be trusted: every id leads somewhere, every date parses, every
 * point lies on the globe. Never throws on input: what is wrong is in `problems`, and good records load beside bad ones.
 */
export function loadDataset(texts: DatasetTexts): LoadResult {
	return drain(loadTexts(texts));
}

/** The same in steps: see `loadValues`. */
export function* loadTexts(texts: DatasetTexts): Generator<number, LoadResult> {
	const problems: Problem[] = [];
	const value = (file: WholeFile): unknown => valueOf(file, texts[file], problems);
	const { repairedEvents: _, ...result } = yield* load(value, () => listsOfEvents(texts, problems), problems);
	return result;
}

/**
 * The same of records that were made and not read from files; problems name them by the files that they would be in.
 * Stops after every few thousand records, with the number of records read since, so that others get their turn.
 */
export function* loadValues(values: DatasetValues): Generator<number, ValuesResult> {
	const problems: Problem[] = [];
	const events = values['events.json'];
	const list = { file: 'events.json', records: () => listOf(events, 'events.json', problems) } as const;
	return yield* load(
		(file) => values[file],
		() => [list],
		problems
	);
}

function* load(
	value: (file: WholeFile) => unknown,
	lists: () => List[],
	problems: Problem[]
): Generator<number, ValuesResult> {
	const datasetFile = value('dataset.json');
	const newer = newerFormat(datasetFile);
	if (newer !== null) return refusal([newer]);
	const head = readHead(datasetFile, problems);
	const languages = declaredLanguages(datasetFile);

	const kinds = {
		...readNames(datasetFile, languages, problems),
		places: yield* readPlaces(value('places.geojson'), languages, problems),
		sources: yield* readKindInSteps(
			'sources.json',
			listOf(value('sources.json'), 'sources.json', problems),
			plain<Source>([], 'sources', languages),
			problems
		)
	};
	const read = yield* readLists(
		lists(),
		{ ...plain<HistoricalEvent>([], 'events', languages), mend: mendTitle(languages) },
		problems
	);
	const linked = linkEvents(read, kinds, new Map(kinds.sources.entries.map((entry) => [entry.value.id, entry.value])));
	append(problems, linked.problems);

	const all = { ...kinds, events: { ...read, entries: linked.events } };
	const isUsable = head !== null && RECORD_KINDS.every((kind) => all[kind].complete);
	const dataset: Dataset | null = isUsable
		? {
				...head,
				categories: valuesOf(all.categories),
				actors: valuesOf(all.actors),
				agencies: valuesOf(all.agencies),
				places: valuesOf(all.places),
				sources: [...valuesOf(all.sources), ...linked.missingSources],
				events: valuesOf(all.events)
			}
		: null;
	if (dataset !== null) append(problems, checkOpening(dataset, DATASET));
	const counts = countAll(all);
	const repairedEvents = new Set(linked.events.filter(({ repaired }) => repaired).map(({ value: { id } }) => id));
	return { ...counts.total, counts: counts.each, problems: inOrder(problems), dataset, repairedEvents };
}

/** Takes all steps at once. */
function drain<T>(steps: Generator<unknown, T>): T {
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}

type Head = Omit<Dataset, RecordKind>;

function valueOf(file: DatasetFile, text: string | null, problems: Problem[]): unknown {
	const result = readFile(file, text);
	append(problems, result.problems);
	return result.value;
}

function listsOfEvents({ parts = [], ...texts }: DatasetTexts, problems: Problem[]): List[] {
	const files: readonly { readonly file: DatasetFile; text(): string | null }[] = [
		...(parts.length > 0 && texts['events.json'] === null
			? []
			: [{ file: 'events.json' as const, text: () => texts['events.json'] }]),
		...parts
	];
	return files.map(({ file, text }) => {
		let isAgain = false;
		return {
			file,
			records: () => {
				const found = isAgain ? [] : problems;
				isAgain = true;
				return listOf(valueOf(file, text(), found), file, found);
			}
		};
	});
}

function newerFormat(datasetFile: unknown): Problem | null {
	const format = valueAt(datasetFile, ['format']);
	return typeof format === 'number' && format > FORMAT
		? problemAt(DATASET, 'error', 'format-newer', ['format'], format, { format, reads: FORMAT })
		: null;
}

function refusal(problems: readonly Problem[]): ValuesResult {
	const none = { read: 0, accepted: 0, repaired: 0, rejected: 0 };
	const counts = { categories: none, actors: none, agencies: none, places: none, sources: none, events: none };
	return { ...none, dataset: null, problems, counts, repairedEvents: new Set() };
}

const DATASET: RecordPlace = { file: 'dataset.json', path: [], record: null };
const PLACES: RecordPlace = { file: 'places.geojson', path: [], record: null };

function readHead(value: unknown, problems: Problem[]): Head | null {
	if (value === undefined) return null;
	const unread = withoutRecords(value, ['categories', 'actors', 'agencies']);
	const result = readRecord(heads.dataset, unread, DATASET, declaredLanguages(value));
	append(problems, result.problems);
	if (!result.ok) return null;
	const { $schema: _schema, format: _format, categories: _c, actors: _a, agencies: _g, ...head } = result.value;
	// The schema gives optional members as `T | undefined`, but only those that the file has are there.
	return head as Head;
}

/** The same with one `null` for all records of a list, so that records are looked at once, where they are read. */
function withoutRecords(value: unknown, lists: readonly string[]): unknown {
	if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
	const emptied = lists.flatMap((key) => {
		const list = valueAt(value, [key]);
		return Array.isArray(list) ? [[key, list.slice(0, 1).map(() => null)] as const] : [];
	});
	return { ...value, ...Object.fromEntries(emptied) };
}

function declaredLanguages(value: unknown): Languages {
	const languages = valueAt(value, ['languages']);
	const isList =
		Array.isArray(languages) && languages.length > 0 && languages.every((item) => typeof item === 'string');
	return isList ? languages : null;
}

/** Categories, actors and agencies. */
function readNames(value: unknown, languages: Languages, problems: Problem[]) {
	const list = (key: string): readonly unknown[] | null => {
		const found = valueAt(value, [key]);
		if (Array.isArray(found)) return found;
		return value !== undefined && found === undefined && key !== 'categories' ? [] : null;
	};
	const options = <T>(kind: 'categories' | 'actors' | 'agencies') => plain<T>([kind], kind, languages);
	const categories = withSlots(options<Omit<Category, 'slot'>>('categories'));
	return {
		categories: readKind('dataset.json', list('categories'), categories, problems),
		actors: readKind('dataset.json', list('actors'), options<Actor>('actors'), problems),
		agencies: readKind('dataset.json', list('agencies'), options<Agency>('agencies'), problems)
	};
}

/** Records that need nothing beyond their schema. Their type is the model's, whose ids are branded. */
function plain<T>(
	list: readonly string[],
	kind: Exclude<RecordKind, 'places'>,
	languages: Languages
): KindOptions<unknown, T> {
	return {
		list,
		schema: records[kind],
		languages,
		convert: (record) => ({ value: record as T, repaired: false })
	};
}

/** A category's slot is its place in the file, whatever becomes of its neighbours: colours stay where they are. */
function withSlots(options: KindOptions<unknown, Omit<Category, 'slot'>>): KindOptions<unknown, Category> {
	return {
		...options,
		convert: (record, place, problems) => {
			const slot = Number(place.path.at(-1));
			if (slot < MAX_CATEGORIES) return { value: { ...(record as Omit<Category, 'slot'>), slot }, repaired: false };
			problems.push(problemAt(place, 'error', 'categories-too-many', [], undefined, { limit: MAX_CATEGORIES }));
			return null;
		}
	};
}

function readPlaces(value: unknown, languages: Languages, problems: Problem[]): Generator<number, KindResult<Place>> {
	const isUsable = value !== undefined && checkCollection(value, problems);
	const features = valueAt(value, ['features']);
	return readKindInSteps(
		'places.geojson',
		isUsable && Array.isArray(features) ? features : null,
		{
			list: ['features'],
			schema: records.places,
			languages,
			convert: (feature, place, found) => {
				const { point, problems: ofPoint, repaired } = readPoint(feature, place);
				append(found, ofPoint);
				if (ofPoint.some(({ severity }) => severity === 'error')) return null;
				return { value: { id: feature.id, ...feature.properties, point } as Place, repaired };
			}
		},
		problems
	);
}

function checkCollection(value: unknown, problems: Problem[]): boolean {
	const result = readRecord(heads.places, withoutRecords(value, ['features']), PLACES, null);
	append(problems, result.problems);
	const crs = valueAt(value, ['crs']);
	const foreign = foreignCrs(crs);
	if (foreign !== null) problems.push(problemAt(PLACES, 'error', 'crs-unsupported', ['crs'], crs, { crs: foreign }));
	return result.ok && foreign === null;
}

function listOf(value: unknown, file: DatasetFile, problems: Problem[]): readonly unknown[] | null {
	if (Array.isArray(value)) return value;
	if (value !== undefined) {
		const params = { expected: 'array', received: value === null ? 'null' : typeof value };
		problems.push(problemAt({ file, path: [], record: null }, 'error', 'type-wrong', [], value, params));
	}
	return null;
}

/** `push(...more)` without its limit: arguments stand on the stack. */
function append<T>(items: T[], more: readonly T[]): void {
	for (const item of more) items.push(item);
}

function valuesOf<T>({ entries }: KindResult<T>): T[] {
	return entries.map(({ value }) => value);
}

function countAll(kinds: Readonly<Record<RecordKind, KindResult<unknown>>>) {
	const count = ({ entries, read }: KindResult<unknown>): Counts => {
		const repaired = entries.filter((entry) => entry.repaired).length;
		return { read, accepted: entries.length - repaired, repaired, rejected: read - entries.length };
	};
	const each: Record<RecordKind, Counts> = {
		categories: count(kinds.categories),
		actors: count(kinds.actors),
		agencies: count(kinds.agencies),
		places: count(kinds.places),
		sources: count(kinds.sources),
		events: count(kinds.events)
	};
	const sum = (key: keyof Counts) => RECORD_KINDS.reduce((total, kind) => total + each[kind][key], 0);
	const total: Counts = {
		read: sum('read'),
		accepted: sum('accepted'),
		repaired: sum('repaired'),
		rejected: sum('rejected')
	};
	return { each, total };
}
