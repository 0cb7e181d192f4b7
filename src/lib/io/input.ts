/**
 * What the command line and the browser decide alike about files that were chosen: whether they are a dataset or files of
 * other formats, what they are called in messages, and how an import of them is put together. Paths have slashes.
 */
import { civilOf } from '../core/instant.ts';
import { isReasonsFile, originalName } from './exported.ts';
import type { Table } from './formats/format.ts';
import type { OpenedFile } from './import/decode.ts';
import type { Mapping } from './import/mapping.ts';
import { mapTable, parseMappingFile, withEntry, type MappingEntry } from './import/mapping-file.ts';
import { openFiles, type ReadingHint } from './import/open.ts';
import type { ImportOptions } from './import/result.ts';
import type { DatasetTexts, TextPart } from './load.ts';
import { compareParts, type EventsPart, type Problem } from './problems.ts';

/** Name of the mapping file that an import leaves beside the dataset it makes. */
export const MAPPING_FILE = 'mapping.json';

/** Whether a file of a folder is one to import: no hidden one, and no list of why others were rejected. */
export function isForImport(name: string): boolean {
	return !name.startsWith('.') && !isReasonsFile(name);
}

/** The texts of a dataset's files, by their paths in its folder; what else lies there is not looked at. */
export function textsOf(files: ReadonlyMap<string, () => string>): DatasetTexts {
	const text = (name: string): string | null => files.get(name)?.() ?? null;
	const parts = [...files].flatMap(([name, read]): TextPart[] =>
		isPart(name) && /^events\/[^/]+\.json$/i.test(name) ? [{ file: name, text: read }] : []
	);
	return {
		'dataset.json': text('dataset.json'),
		'places.geojson': text('places.geojson'),
		'sources.json': text('sources.json'),
		'events.json': text('events.json'),
		parts: parts.sort((a, b) => compareParts(a.file, b.file))
	};
}

function isPart(name: string): name is EventsPart {
	return name.startsWith('events/');
}

/** Names without folders, as far as these tell the files apart; `full` says what else they are called. */
export function namesOf(paths: readonly string[], full: (path: string) => string = (path) => path): string[] {
	const bases = paths.map((path) => path.slice(path.lastIndexOf('/') + 1));
	const often = new Map<string, number>();
	for (const base of bases) often.set(base, (often.get(base) ?? 0) + 1);
	return paths.map((path, index) => {
		const base = bases[index] ?? '';
		return often.get(base) === 1 ? base : full(path);
	});
}

/** The UTC day of the newest of these instants, in ms: when files were last changed is the same at every build, as the day of the build is not. */
export function newestDay(changed: readonly number[]): string {
	const { year, month, day } = civilOf(changed.reduce((latest, ms) => Math.max(latest, ms), 0));
	return [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');
}

/** What a person changed about one file, and for which columns. */
export interface FileChanges {
	/** `null`: whichever it has. */
	readonly columns: readonly string[] | null;
	readonly entry: MappingEntry;
}

export interface OpenOptions {
	/** EDTF day on which the events enter the dataset. */
	readonly added: string;
	/** A mapping file. */
	readonly mapping?: { readonly name: string; readonly text: string } | null;
	/** What a person said since, which counts more. Wherever it does not fit it is not taken. */
	readonly changes?: readonly FileChanges[];
	/** Of files that are not among those to open; they are listed with the others. */
	readonly problems?: readonly Problem[];
	/** Names of all files in the order in which their problems are listed; absent: that of the files. */
	readonly names?: readonly string[];
}

/** Files of other formats as tables. */
export interface OpenedImport {
	readonly tables: readonly Table[];
	/** Of the mapping file. */
	readonly entries: readonly MappingEntry[];
	/** As suggested and as these say. */
	readonly mappings: readonly Mapping[];
	readonly options: ImportOptions;
}

/** What is ready to be imported: `importSteps(tables, mappings, options)`. */
export interface Prepared {
	readonly tables: readonly Table[];
	readonly mappings: readonly Mapping[];
	readonly options: ImportOptions;
}

/** Opens files of other formats and suggests what their columns are. Never throws on input. */
export function openImport(files: readonly OpenedFile[], options: OpenOptions): OpenedImport {
	const { added, mapping = null, changes = [] } = options;
	const given = mapping === null ? null : parseMappingFile(mapping.name, mapping.text);
	const entries = given?.entries ?? [];
	const opened = openFitting(files, entries, changes);
	const mapped = opened.tables.map((table) => mapTable(table, entries, mapping?.name));
	return {
		tables: opened.tables,
		entries,
		mappings: mapped.map((item) => item.mapping),
		options: {
			added,
			problems: [
				...(given?.problems ?? []),
				...(options.problems ?? []),
				...opened.problems,
				...mapped.flatMap(({ problems }) => problems)
			],
			files: [...(mapping === null ? [] : [mapping.name]), ...(options.names ?? opened.files)]
		}
	};
}

/** The columns of what was opened as a person has changed them. */
export function mapImport({ tables, mappings, options }: OpenedImport, changes: readonly FileChanges[] = []): Prepared {
	const changed = tables.flatMap((table, index): Mapping[] => {
		const mapping = mappings[index];
		if (mapping === undefined) return [];
		// Rejected rows are understood as the file that they are of.
		const change = [table.file, originalName(table.file)]
			.map((name) => changes.find(({ entry }) => entry.file === name))
			.find((found) => found !== undefined);
		return [change !== undefined && fits(table, change) ? withEntry(table, mapping, change.entry) : mapping];
	});
	return { tables, mappings: changed, options };
}

/** How a person wants a file to be read counts only where it leads to the columns that it did. */
function openFitting(
	files: readonly OpenedFile[],
	entries: readonly MappingEntry[],
	changes: readonly FileChanges[]
): ReturnType<typeof openFiles> {
	const open = (wanted: readonly FileChanges[]) => openFiles(files, { hints: hintsOf(entries, wanted) });
	const opened = open(changes);
	const fitting = changes.filter((change) => {
		const table = opened.tables.find(({ file }) => file === change.entry.file);
		return table !== undefined && fits(table, change);
	});
	const isHint = ({ entry }: FileChanges) => hasReading(entry) && files.some(({ name }) => name === entry.file);
	return changes.some((change) => isHint(change) && !fitting.includes(change)) ? open(fitting) : opened;
}

function fits(table: Table, { columns }: FileChanges): boolean {
	return (
		columns === null ||
		(columns.length === table.columns.length && table.columns.every(({ name }, index) => name === columns[index]))
	);
}

function hasReading({ format, encoding, delimiter, header }: MappingEntry): boolean {
	return [format, encoding, delimiter, header].some((value) => value !== undefined);
}

function hintsOf(entries: readonly MappingEntry[], changes: readonly FileChanges[]): ReadingHint[] {
	const changed = changes.map(({ entry }) => ({ ...entries.find(({ file }) => file === entry.file), ...entry }));
	return [...changed, ...entries];
}
