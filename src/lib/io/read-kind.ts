import type * as z from 'zod';
import { problemAt, recordPlace, type DatasetFile, type Problem, type RecordPlace } from './problems.ts';
import { readRecord, valueAt, type Languages } from './records.ts';

/** A good record. */
export interface Entry<T> {
	readonly value: T;
	readonly place: RecordPlace;
	/** What was loaded differs from what the file says. */
	readonly repaired: boolean;
}

/** Every record of one kind. */
export interface KindResult<T> {
	readonly entries: readonly Entry<T>[];
	/** How many there were, good and bad. */
	readonly read: number;
	/** Ids of the good ones. */
	readonly good: ReadonlySet<string>;
	/** Ids of all that were read, rejected ones included. */
	readonly seen: ReadonlySet<string>;
	/** False when the list itself could not be used, so that nothing can be said about what is in it. */
	readonly complete: boolean;
}

/** Records of one kind in one file. */
export interface List {
	readonly file: DatasetFile;
	/** `null`: it could not be used. May be asked for again, to look at records that share their id. */
	records(): readonly unknown[] | null;
}

export interface KindOptions<R, T> {
	/** Path of the list in its file. */
	readonly list: readonly string[];
	readonly schema: z.ZodType<R>;
	readonly languages: Languages;
	/** Further checks and the record as the product uses it; `null` rejects it. */
	convert(record: R, place: RecordPlace, problems: Problem[]): { value: T; repaired: boolean } | null;
	/** Mends a record that its schema refused, with warnings that say how; `null`: it stays refused. */
	mend?(raw: unknown, problems: readonly Problem[]): { raw: unknown; problems: readonly Problem[] } | null;
}

/** Reads the records of one list one by one; a bad one costs itself alone. `null`: the list could not be used. */
export function readKind<R, T extends { readonly id: string }>(
	file: DatasetFile,
	list: readonly unknown[] | null,
	options: KindOptions<R, T>,
	problems: Problem[]
): KindResult<T> {
	const steps = readKindInSteps(file, list, options, problems);
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}

/** How many records are read before others get their turn. */
const STEP_SIZE = 2_000;

/** The same, with a stop after every few thousand records that says how many were read since. */
export function readKindInSteps<R, T extends { readonly id: string }>(
	file: DatasetFile,
	list: readonly unknown[] | null,
	options: KindOptions<R, T>,
	problems: Problem[]
): Generator<number, KindResult<T>> {
	return readLists([{ file, records: () => list }], options, problems);
}

/** The same with lists that together are one; none is held longer than it is read. */
export function* readLists<R, T extends { readonly id: string }>(
	lists: readonly List[],
	options: KindOptions<R, T>,
	problems: Problem[]
): Generator<number, KindResult<T>> {
	const entries: Entry<T>[] = [];
	const ids = new SharedIds();
	let [read, complete] = [0, true];
	for (const [part, { file, records }] of lists.entries()) {
		const list = records();
		complete &&= list !== null;
		for (const [index, raw] of (list ?? []).entries()) {
			const place = recordPlace(file, [...options.list, index], raw);
			ids.add(idOf(raw), { part, index });
			const entry = readEntry(raw, place, options, problems);
			if (entry !== null) entries.push(entry);
			if (++read % STEP_SIZE === 0) yield STEP_SIZE;
		}
	}
	const apart = refuseConflicts(lists, ids, options.list, problems);
	const kept = apart.size === 0 ? entries : entries.filter(({ place }) => !apart.has(placeKey(place)));
	return { entries: kept, read, good: new Set(kept.map(({ value }) => value.id)), seen: ids.seen, complete };
}

function readEntry<R, T>(
	raw: unknown,
	place: RecordPlace,
	{ schema, languages, convert, mend }: KindOptions<R, T>,
	problems: Problem[]
): Entry<T> | null {
	let result = readRecord(schema, raw, place, languages);
	const mended = result.ok ? null : (mend?.(raw, result.problems) ?? null);
	if (mended !== null) {
		const again = readRecord(schema, mended.raw, place, languages);
		if (again.ok) result = { ...again, problems: [...mended.problems, ...again.problems] };
	}
	for (const problem of result.problems) problems.push(problem);
	if (!result.ok) return null;
	const converted = convert(result.value, place, problems);
	return converted === null ? null : { ...converted, place, repaired: converted.repaired || mended !== null };
}

/** Where a record stands: in which list, and where in it. */
interface Position {
	readonly part: number;
	readonly index: number;
}

/** Ids, and where the records stand that have one in common. */
class SharedIds {
	readonly #first = new Map<string, number>();
	readonly shared = new Map<string, Position[]>();

	get seen(): ReadonlySet<string> {
		return new Set(this.#first.keys());
	}

	add(id: string | null, position: Position): void {
		if (id === null) return;
		const first = this.#first.get(id);
		if (first === undefined) {
			// One number instead of an object, as there may be a million of them.
			this.#first.set(id, position.part * PART_SIZE + position.index);
			return;
		}
		const group = this.shared.get(id);
		if (group === undefined)
			this.shared.set(id, [{ part: Math.floor(first / PART_SIZE), index: first % PART_SIZE }, position]);
		else group.push(position);
	}
}

/** More records than one file can hold. */
const PART_SIZE = 2 ** 32;

/**
 * Records that share an id. When they say the same the first one is good and the others are repetitions; when they differ
 * none of them is, as nobody but the editor can tell which one is meant. The result names those that are not good.
 */
function refuseConflicts(
	lists: readonly List[],
	{ shared }: SharedIds,
	path: readonly string[],
	problems: Problem[]
): ReadonlySet<string> {
	const refused = new Set<string>();
	if (shared.size === 0) return refused;
	const rawAt = readAgain(lists, [...shared.values()].flat());
	for (const [id, group] of shared) {
		const code = new Set(group.map((at) => canonicalJson(rawAt(at)))).size === 1 ? 'record-repeated' : 'id-repeated';
		// Enough to find them all: a thousand copies do not name each other.
		const shown = group.slice(0, code === 'record-repeated' ? 1 : MAX_OTHERS + 1);
		for (const at of code === 'record-repeated' ? group.slice(1) : group) {
			const place = recordPlace(fileOf(lists, at), [...path, at.index], rawAt(at));
			const others = shown.filter((other) => other !== at).slice(0, MAX_OTHERS);
			const named = others.map((other) => nameOf(lists, other, at, path)).join(', ');
			problems.push(problemAt(place, 'error', code, ['id'], id, { others: named }));
			refused.add(placeKey(place));
		}
	}
	return refused;
}

/** The records at these positions, list by list. */
function readAgain(lists: readonly List[], positions: readonly Position[]): (at: Position) => unknown {
	const indexes = new Map<number, number[]>();
	for (const { part, index } of positions) indexes.set(part, [...(indexes.get(part) ?? []), index]);
	const raws = new Map<string, unknown>();
	for (const [part, wanted] of indexes) {
		const list = lists[part]?.records() ?? [];
		for (const index of wanted) raws.set(`${part} ${index}`, list[index]);
	}
	return ({ part, index }) => raws.get(`${part} ${index}`);
}

const MAX_OTHERS = 3;

function nameOf(lists: readonly List[], other: Position, beside: Position, path: readonly string[]): string {
	const pointer = ['', ...path, other.index].join('/');
	return other.part === beside.part ? pointer : `${fileOf(lists, other)} ${pointer}`;
}

function fileOf(lists: readonly List[], { part }: Position): DatasetFile {
	const list = lists[part];
	if (list === undefined) throw new Error(`There is no list ${part}.`);
	return list.file;
}

function placeKey({ file, path }: RecordPlace): string {
	return `${file} ${path.at(-1)}`;
}

function idOf(raw: unknown): string | null {
	const id = valueAt(raw, ['id']);
	return typeof id === 'string' ? id : null;
}

/** JSON with its keys in order, so that equal content is equal text. */
function canonicalJson(value: unknown): string {
	return JSON.stringify(value, (_key, item: unknown) =>
		item !== null && typeof item === 'object' && !Array.isArray(item)
			? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
			: item
	);
}
