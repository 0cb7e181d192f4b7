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

export interface KindOptions<R, T> {
	readonly file: DatasetFile;
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
	list: readonly unknown[] | null,
	options: KindOptions<R, T>,
	problems: Problem[]
): KindResult<T> {
	if (list === null) return { entries: [], read: 0, good: new Set(), seen: new Set(), complete: false };
	const conflicts = findConflicts(list);
	const entries = list.flatMap((raw, index): Entry<T>[] => {
		const place = recordPlace(options.file, [...options.list, index], raw);
		const entry = readEntry(raw, place, options, problems);
		const conflict = conflicts.get(index);
		if (conflict === undefined) return entry === null ? [] : [entry];
		const others = showOthers(conflict.others, options.list);
		problems.push(problemAt(place, 'error', conflict.code, ['id'], valueAt(raw, ['id']), { others }));
		return [];
	});
	return {
		entries,
		read: list.length,
		good: new Set(entries.map(({ value }) => value.id)),
		seen: new Set(list.map(idOf).filter((id) => id !== null)),
		complete: true
	};
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

interface Conflict {
	readonly code: 'id-repeated' | 'record-repeated';
	readonly others: readonly number[];
}

/**
 * Records that share an id, by index. When they say the same the first one is good and the others are repetitions; when
 * they differ none of them is, as nobody but the editor can tell which one is meant.
 */
function findConflicts(list: readonly unknown[]): ReadonlyMap<number, Conflict> {
	const indexes = new Map<string, number[]>();
	list.forEach((raw, index) => {
		const id = idOf(raw);
		if (id === null) return;
		const group = indexes.get(id);
		if (group === undefined) indexes.set(id, [index]);
		else group.push(index);
	});
	const conflicts = new Map<number, Conflict>();
	for (const group of indexes.values()) {
		if (group.length < 2) continue;
		const contents = new Set(group.map((index) => canonicalJson(list[index])));
		const code = contents.size === 1 ? 'record-repeated' : 'id-repeated';
		for (const index of code === 'record-repeated' ? group.slice(1) : group) {
			// Enough to find them all: a thousand copies do not name each other.
			const shown = group.slice(0, code === 'record-repeated' ? 1 : MAX_OTHERS + 1);
			const others = shown.filter((other) => other !== index).slice(0, MAX_OTHERS);
			conflicts.set(index, { code, others });
		}
	}
	return conflicts;
}

const MAX_OTHERS = 3;

function showOthers(others: readonly number[], list: readonly string[]): string {
	return others.map((other) => ['', ...list, other].join('/')).join(', ');
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
