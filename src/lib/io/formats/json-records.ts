import { toPointer } from '../json.ts';
import type { ColumnUse, Format, TextFile } from './format.ts';
import { exactJson, flatten, isObject, member, plainName, type UseOf } from './json-values.ts';
import { TableBuilder } from './table.ts';
import { notAnObject } from './not-an-object.ts';

/** Deepest object that a list of records is looked for in: `{ response: { data: [...] } }`. */
const MAX_HOLDER_DEPTH = 3;
/** Members of such an object that are looked at. */
const MAX_HOLDER_MEMBERS = 1_000;

export interface Records {
	readonly records: readonly unknown[];
	/** JSON pointer of the list. */
	readonly pointer: string;
	/** The object that holds it, `null` when the list is the whole file. */
	readonly holder: object | null;
}

/** The list of records of a JSON file: the file itself, or the longest list of objects in it; `null` when there is none. */
export function recordsOf(json: unknown): Records | null {
	if (Array.isArray(json)) return json.some(isObject) ? { records: json, pointer: '', holder: null } : null;
	return longest(json, []);
}

function longest(holder: unknown, path: readonly string[]): Records | null {
	if (!isObject(holder) || path.length >= MAX_HOLDER_DEPTH) return null;
	let best: Records | null = null;
	for (const [name, value] of Object.entries(holder).slice(0, MAX_HOLDER_MEMBERS)) {
		const inner = [...path, name];
		const found = Array.isArray(value)
			? value.some(isObject)
				? { records: value, pointer: toPointer(inner), holder }
				: null
			: longest(value, inner);
		if (found !== null && (best === null || found.records.length > best.records.length)) best = found;
	}
	return best;
}

/** Any JSON with a list of records: what the members mean is for the mapping to say, but links are known by their form. */
export const jsonRecords: Format = {
	id: 'json-records',
	detect({ json }) {
		const found = recordsOf(json);
		if (found === null) return 0;
		return found.records.filter(isObject).length * 2 >= found.records.length ? 0.3 : 0.1;
	},
	read(file) {
		return { table: readRecords(file, 'json-records', linkUse).finish() };
	}
};

/** The records of a file as rows of a table in another format, of which the names are known. */
export function readRecords(file: TextFile, format: Format['id'], useOf: UseOf): TableBuilder {
	const table = new TableBuilder(format, file);
	const { records, pointer, holder } = recordsOf(exactJson(file)) ?? { records: [], pointer: '', holder: null };
	describe(holder, table);
	records.forEach((record, index) => {
		const at = `${pointer}/${index}`;
		if (!isObject(record)) return table.reject(notAnObject(file.name, at, record));
		const row = table.row({ pointer: at });
		for (const [name, value] of Object.entries(record)) flatten(row, name, value, useOf);
	});
	return table;
}

const LINK_TITLES: ReadonlySet<string> = new Set(['text', 'title', 'label', 'name', 'headline']);
const LINK_ADDRESSES: ReadonlySet<string> = new Set(['url', 'href', 'link', 'uri']);
const LINK_LISTS = /^(?:links?|sources?|urls?|references?|reports?|citations?|evidence)$/;

/** Of `links: [{ url, text }]`: address and title of a source. */
function linkUse(name: string): ColumnUse | undefined {
	const [list = '', key, ...rest] = name.split('.');
	if (key === undefined || rest.length > 0 || !LINK_LISTS.test(plainName(list))) return undefined;
	if (LINK_ADDRESSES.has(plainName(key))) return { target: 'source-url' };
	return LINK_TITLES.has(plainName(key)) ? { target: 'source' } : undefined;
}

function describe(holder: object | null, table: TableBuilder): void {
	const text = (name: string): string | undefined => {
		const value = member(holder, name);
		return typeof value === 'string' && value !== '' ? value : undefined;
	};
	const [title, description] = [text('title') ?? text('name'), text('description')];
	const licence = text('licence') ?? text('license');
	if (title !== undefined) table.about.title = title;
	if (description !== undefined) table.about.description = description;
	if (licence !== undefined) table.about.licence = licence;
}
