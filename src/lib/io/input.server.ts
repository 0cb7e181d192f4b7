import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { civilOf } from '../core/instant.ts';
import type { Dataset } from '../core/model.ts';
import { datasetFiles } from './dataset-files.ts';
import { checkFolder } from './folder.server.ts';
import type { FormatId } from './formats/format.ts';
import { importNow, openFiles, type RejectedRow } from './import/import.ts';
import { MAX_FILE_BYTES } from './import/limits.ts';
import type { Mapping } from './import/mapping.ts';
import { mapTable, parseMappingFile, writeMappingFile, type MappingEntry } from './import/mapping-file.ts';
import { RECORD_KINDS, type Counts, type RecordKind } from './load.ts';
import { DATASET_FILES, rowProblem, type Problem } from './problems.ts';

/** Name of the mapping file that an import leaves beside the dataset it makes. */
export const MAPPING_FILE = 'mapping.json';

/** What was found in a dataset or in files of other formats. */
export interface Checked {
	/** Whether the files are in the format of this product. */
	readonly isNative: boolean;
	/** The good records; `null` when there is nothing to show. */
	readonly dataset: Dataset | null;
	/** In the order of files and records. */
	readonly problems: readonly Problem[];
	/** Event records: `read = accepted + repaired + rejected`; the last three are of those that were loaded. */
	readonly counts: Counts & { readonly undated: number; readonly unplaced: number; readonly places: number };
	/** Of a native dataset: all records, by kind. */
	readonly kinds: Readonly<Record<RecordKind, Counts>> | null;
	/** How each imported file was understood. */
	readonly mappings: readonly Mapping[];
	/** The imported files that are tables. */
	readonly tables: readonly ReadTable[];
	/** Folders within the named ones, which are not looked into; absolute. */
	readonly skipped: readonly string[];
	readonly rejected: readonly RejectedRow[];
}

/** What a file was read as. */
export interface ReadTable {
	readonly file: string;
	readonly format: FormatId;
	readonly rows: number;
	/** Of delimited text. */
	readonly delimiter: string | null;
}

/**
 * Checks a folder of native files, or imports files of any other format: those that are named, and in folders all that are not
 * hidden, by name. `paths`: absolute, at least one. `mappingPath`: a mapping file. Throws only when a file cannot be read.
 */
export function checkInput(paths: readonly string[], mappingPath: string | null = null): Checked {
	const [first = ''] = paths;
	if (paths.length === 1 && isNative(first)) return checkNative(first);
	const files = paths.flatMap(filesOf);
	const names = namesOf(files);
	const given: { readonly entries: readonly MappingEntry[] | null; readonly problems: readonly Problem[] } =
		mappingPath === null
			? { entries: [], problems: [] }
			: parseMappingFile(path.basename(mappingPath), readFileSync(mappingPath, 'utf8'));
	const named = files.map((file, index) => ({ file, name: names[index] ?? file, length: statSync(file).size }));
	// By their size: what is too large is never in memory.
	const tooLarge = named.filter(({ length }) => length > MAX_FILE_BYTES);
	const opened = openFiles(
		named.flatMap(({ file, name, length }) => (length > MAX_FILE_BYTES ? [] : [{ name, bytes: readFileSync(file) }])),
		{ hints: given.entries ?? [] }
	);
	const name = mappingPath === null ? '' : path.basename(mappingPath);
	const mapped = opened.tables.map((table) => mapTable(table, given.entries ?? [], name));
	const mappings = mapped.map(({ mapping }) => mapping);
	const result = importNow(opened.tables, mappings, {
		added: newestDay(files),
		problems: [
			...given.problems,
			...tooLarge.map((file) => sizeProblem(file)),
			...opened.problems,
			...mapped.flatMap(({ problems }) => problems)
		],
		files: [...(name === '' ? [] : [name]), ...names]
	});
	const tables = opened.tables.map(({ file, format, rows, dialect }) => ({
		file,
		format,
		rows: rows.length,
		delimiter: dialect?.delimiter ?? null
	}));
	return { isNative: false, ...result, kinds: null, mappings, tables, skipped: paths.flatMap(foldersIn) };
}

function sizeProblem({ name, length }: { readonly name: string; readonly length: number }): Problem {
	return rowProblem({ file: name }, 'error', 'limit-bytes', { params: { limit: MAX_FILE_BYTES, length } });
}

/** Writes a dataset that was imported into a folder, in the native format, with the mapping that it was made with. */
export function writeNative(folder: string, dataset: Dataset, mappings: readonly Mapping[]): void {
	const files = { ...datasetFiles(dataset), [MAPPING_FILE]: writeMappingFile(mappings) };
	for (const [name, text] of Object.entries(files)) {
		const file = path.join(folder, name);
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
}

/** A folder with any of the native files: what is missing in it is then said. */
function isNative(folder: string): boolean {
	if (!statSync(folder).isDirectory()) return false;
	const names = readdirSync(folder);
	return names.length === 0 || names.includes('events') || DATASET_FILES.some((name) => names.includes(name));
}

function checkNative(folder: string): Checked {
	const { dataset, problems, counts } = checkFolder(folder);
	const points = new Map((dataset?.places ?? []).map(({ id, point }) => [id, point]));
	const events = dataset?.events ?? [];
	return {
		isNative: true,
		dataset,
		problems,
		counts: {
			...counts.events,
			undated: events.filter(({ when }) => when === undefined).length,
			unplaced: events.filter(({ places }) => places.every(({ place }) => !points.get(place))).length,
			places: points.size
		},
		kinds: Object.fromEntries(RECORD_KINDS.map((kind) => [kind, counts[kind]])) as Record<RecordKind, Counts>,
		mappings: [],
		tables: [],
		skipped: [],
		rejected: []
	};
}

function filesOf(named: string): string[] {
	if (!statSync(named).isDirectory()) return [named];
	return entriesOf(named).filter((file) => statSync(file).isFile() && path.basename(file) !== MAPPING_FILE);
}

function foldersIn(named: string): string[] {
	return statSync(named).isDirectory() ? entriesOf(named).filter((file) => statSync(file).isDirectory()) : [];
}

/** What is in a folder, without what is hidden and links that lead nowhere; by name. */
function entriesOf(folder: string): string[] {
	return readdirSync(folder)
		.filter((name) => !name.startsWith('.'))
		.map((name) => path.join(folder, name))
		.filter((file) => existsSync(file))
		.sort();
}

/** Names without folders, as far as these tell the files apart. */
function namesOf(files: readonly string[]): string[] {
	const bases = files.map((file) => path.basename(file));
	return files.map((file, index) => {
		const base = bases[index] ?? '';
		return bases.indexOf(base) === bases.lastIndexOf(base) ? base : path.relative(process.cwd(), file);
	});
}

/** The UTC day on which the newest of the files was last changed: the same at every build, as the day of the build is not. */
function newestDay(files: readonly string[]): string {
	const newest = files.reduce((latest, file) => Math.max(latest, statSync(file).mtimeMs), 0);
	const { year, month, day } = civilOf(newest);
	return [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');
}
