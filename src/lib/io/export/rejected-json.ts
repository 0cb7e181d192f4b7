import { REASONS } from '../exported.ts';
import { isExportedGeojson } from '../formats/exported-geojson.ts';
import type { FormatId } from '../formats/format.ts';
import { exactJson, isObject, member } from '../formats/json-values.ts';
import { fromPointer } from '../json.ts';
import type { RejectedRecords } from './rejected-records.ts';

/** A JSON document in which only rejected records are left; `null` when none of them can be found in it. */
export function rejectedJson({ table, reasons, unreadable }: RejectedRecords, text: string): string | null {
	const json = exactJson({ name: table.file, text, json: JSON.parse(text) });
	const pointers = table.rows.map(({ pointer }) => pointer);
	// One record is the whole document.
	if (pointers.length === 1 && pointers[0] === '') return write(withReasons(json, reasons.get(0) ?? []));
	const [list = '', records] = listOf(
		json,
		pointers[0] ?? unreadable.find(({ pointer }) => /\d$/.test(pointer))?.pointer
	);
	if (records === null) return null;
	const kept = new Map<number, readonly string[]>();
	for (const [row, why] of reasons) {
		const from = indexIn(list, pointers[row]);
		if (from === null) continue;
		// Of our own GeoJSON several features are one row.
		const next = isExportedGeojson(json) ? (indexIn(list, pointers[row + 1]) ?? records.length) : from + 1;
		for (let index = from; index < next; index++) kept.set(index, why);
	}
	for (const { pointer } of unreadable) {
		const index = indexIn(list, pointer);
		if (index !== null && !kept.has(index)) kept.set(index, []);
	}
	if (kept.size === 0) return null;
	const picked = [...kept]
		.sort(([a], [b]) => a - b)
		.map(([index, why]) => (why.length === 0 ? records[index] : withReasons(records[index], why)));
	return write(replaced(json, fromPointer(list), picked, LONGEST.has(table.format)));
}

/** The pointer of the list that a record stands in, and the list. */
function listOf(json: unknown, pointer = ''): readonly [pointer: string, records: readonly unknown[] | null] {
	const list = pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
	const found = fromPointer(list).reduce<unknown>((value, key) => member(value, key), json);
	return [list, Array.isArray(found) ? found : null];
}

function indexIn(list: string, pointer: string | undefined): number | null {
	if (pointer?.startsWith(`${list}/`) !== true) return null;
	const key = pointer.slice(list.length + 1);
	return /^\d+$/.test(key) ? Number(key) : null;
}

function withReasons(record: unknown, why: readonly string[]): unknown {
	if (!isObject(record)) return record;
	const { [REASONS]: _, ...own } = record;
	return { [REASONS]: why, ...own };
}

/** Formats of which the longest list in a document is the list of records: others beside a list that became short would be taken for it. */
const LONGEST: ReadonlySet<FormatId> = new Set<FormatId>(['json-records', 'bellingcat', 'acled', 'ucdp-ged', 'gdelt']);

/** The document with another value at a path; `alone`: without lists and objects beside it. */
function replaced(json: unknown, [key, ...inner]: readonly string[], value: unknown, alone: boolean): unknown {
	if (key === undefined) return value;
	if (!isObject(json)) return json;
	const kept = Object.entries(json).filter(([name, item]) => !alone || name === key || typeof item !== 'object');
	return Object.fromEntries(
		kept.map(([name, item]) => [name, name === key ? replaced(item, inner, value, alone) : item])
	);
}

/** Indented, with numbers as the file has them: `exactJson` gives those as texts that JavaScript would write in another way. */
function write(json: unknown): string {
	const text = JSON.stringify(json, null, '\t');
	return `${text.replace(/"\\u0000#(-?\d[-+.0-9eE]*)"/g, '$1')}\n`;
}
