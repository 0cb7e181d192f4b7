import { rowProblem } from '../problems.ts';
import type { ColumnUse, Format, TextFile } from './format.ts';
import { exactJson, flatten, isObject, listOf, member, textOf, type JsonObject } from './json-values.ts';
import { cellOf, TableBuilder, type RowWriter } from './table.ts';
import { notAnObject } from './not-an-object.ts';

const USES: ReadonlyMap<string, ColumnUse> = new Map([
	['id', { target: 'id' }],
	['title', { target: 'title' }],
	['date', { target: 'start', notation: 'month-first' }],
	['time', { target: 'time' }],
	['description', { target: 'summary' }],
	['location', { target: 'place' }],
	['latitude', { target: 'latitude' }],
	['longitude', { target: 'longitude' }],
	['category', { target: 'category' }],
	['graphic', { target: 'media-graphic' }]
]);

/** Members of a source, and what they are of an event that names it. */
const SOURCE_USES: readonly (readonly [name: string, use: ColumnUse])[] = [
	['title', { target: 'source' }],
	['url', { target: 'source-url' }],
	['author', { target: 'source-publisher' }],
	['date', { target: 'source-date', notation: 'month-first' }],
	['description', { target: 'says' }]
];

/** Records that belong together, with the file they are in. */
interface Part {
	readonly file: TextFile;
	readonly records: readonly unknown[];
	readonly pointer: string;
}

interface Linked {
	/** `null` when no file has any. */
	readonly sources: ReadonlyMap<string, JsonObject> | null;
	readonly sourcesIn: string;
	readonly associations: ReadonlyMap<string, JsonObject> | null;
}

/** Forensic Architecture's timemap: events that name sources and associations, which are in files of their own. */
export const timemap: Format = {
	id: 'timemap',
	detect(file) {
		const some = partOf(file, 'events').records.slice(0, 20);
		return some.length > 0 && some.every(isEvent) ? 0.94 : 0;
	},
	read(file, others) {
		const exact = { ...file, json: exactJson(file) };
		const events = partOf(exact, 'events');
		const candidates = [exact, ...others];
		const sources = findPart(candidates, 'sources', isSource);
		const associations = findPart(candidates, 'associations', isAssociation);
		const linked: Linked = {
			sources: sources === null ? null : byId(sources.records),
			sourcesIn: sources?.file.name ?? '',
			associations: associations === null ? null : byId(associations.records)
		};
		const table = new TableBuilder('timemap', file);
		events.records.forEach((event, index) => {
			const pointer = `${events.pointer}/${index}`;
			if (isObject(event)) readEvent(table, pointer, event, linked);
			else table.reject(notAnObject(file.name, pointer, event));
		});
		const [named] = events.records.flatMap((event) => listOf(event, 'sources').map(textOf));
		if (sources === null && named !== undefined)
			table.problems.push(
				rowProblem({ file: file.name }, 'warning', 'sources-apart', { field: 'sources', value: named })
			);
		table.leaveOut('association', associations?.records.length ?? 0);
		const uses = [sources, associations].flatMap((part) =>
			part === null || part.file === exact ? [] : part.file.name
		);
		return { table: table.finish(), uses };
	}
};

/** The list itself, or the list of that name in an object of several. Sources may also be an object by their ids. */
function partOf(file: TextFile, name: string): Part {
	const { json } = file;
	if (Array.isArray(json)) return { file, records: json, pointer: '' };
	const value = member(json, name);
	if (Array.isArray(value)) return { file, records: value, pointer: `/${name}` };
	return { file, records: isObject(value) && name !== 'events' ? Object.values(value) : [], pointer: '' };
}

function findPart(files: readonly TextFile[], name: string, is: (record: unknown) => boolean): Part | null {
	for (const file of files) {
		if (file.json === undefined) continue;
		const part = partOf(file, name);
		const records = part.records.length > 0 ? part.records : isObject(file.json) ? Object.values(file.json) : [];
		if (records.length > 0 && records.slice(0, 20).every(is)) return { ...part, records };
	}
	return null;
}

function isEvent(record: unknown): boolean {
	const names = (list: string) => listOf(record, list).every((entry) => typeof entry !== 'object');
	const lists = ['associations', 'sources'].filter((list) => Array.isArray(member(record, list)));
	return (
		member(record, 'id') !== undefined &&
		(member(record, 'date') !== undefined || member(record, 'latitude') !== undefined) &&
		lists.length > 0 &&
		lists.every(names)
	);
}

function isSource(record: unknown): boolean {
	const has = (name: string) => member(record, name) !== undefined;
	return has('id') && !has('latitude') && !has('mode') && (has('paths') || has('url') || has('thumbnail'));
}

function isAssociation(record: unknown): boolean {
	return (
		member(record, 'id') !== undefined && ['mode', 'filter_paths'].some((name) => member(record, name) !== undefined)
	);
}

function byId(records: readonly unknown[]): Map<string, JsonObject> {
	return new Map(records.filter(isObject).map((record) => [textOf(member(record, 'id')), record]));
}

function readEvent(table: TableBuilder, pointer: string, event: JsonObject, linked: Linked): void {
	const row = table.row({ pointer });
	for (const [name, value] of Object.entries(event)) flatten(row, name, value, (column) => USES.get(column));
	const sources = listOf(event, 'sources').map(textOf);
	if (linked.sources === null) {
		if (sources.length > 0) row.set('sources.title', cellOf(sources), { target: 'source' });
	} else setSources(row, sources, linked.sources);
	for (const id of sources) {
		if (linked.sources?.has(id) !== false) continue;
		const details = { field: 'sources', value: id, params: { to: linked.sourcesIn } };
		table.problems.push(rowProblem({ file: table.file, pointer }, 'warning', 'reference-missing', details));
	}
	setAssociations(row, listOf(event, 'associations').map(textOf), linked.associations);
}

/** Members of its sources as parallel lists; of a source that is missing there is the id for a title. */
function setSources(row: RowWriter, ids: readonly string[], sources: ReadonlyMap<string, JsonObject>): void {
	if (ids.length === 0) return;
	for (const [name, use] of SOURCE_USES) {
		const texts = ids.map((id) => {
			const text = textOf(member(sources.get(id), name));
			return text === '' && name === 'title' ? id : text;
		});
		if (texts.some((text) => text !== '')) row.set(`sources.${name}`, cellOf(texts), use);
	}
	const paths = ids.flatMap((id) => listOf(sources.get(id), 'paths').map(textOf)).filter((path) => path !== '');
	if (paths.length > 0) row.set('sources.paths', cellOf(paths), { target: 'media' });
}

/** Titles of its associations by their mode: `CATEGORY`, `FILTER`, `NARRATIVE`. */
function setAssociations(row: RowWriter, ids: readonly string[], all: ReadonlyMap<string, JsonObject> | null): void {
	const byMode = new Map<string, string[]>();
	for (const id of ids) {
		const association = all?.get(id);
		if (association === undefined) continue;
		const mode = textOf(member(association, 'mode')).toUpperCase();
		const title = textOf(member(association, 'title'));
		byMode.set(mode, [...(byMode.get(mode) ?? []), title === '' ? id : title]);
	}
	for (const [mode, titles] of byMode) {
		const name = `associations.${mode === '' ? 'title' : mode}`;
		row.set(name, cellOf(titles), mode === 'CATEGORY' ? { target: 'category' } : undefined);
	}
}
