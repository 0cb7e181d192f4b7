import {
	closeSync,
	existsSync,
	mkdirSync,
	openSync,
	readdirSync,
	readFileSync,
	readSync,
	statSync,
	writeFileSync
} from 'node:fs';
import path from 'node:path';
import type { Dataset } from '../core/model.ts';
import type { Story } from '../core/story.ts';
import { isNativeFolder, roleOfStart, roleOfText, sortOut, START_BYTES, type FileRole } from './chosen.ts';
import { datasetFiles } from './dataset-files.ts';
import type { SavedText, Words } from './export/rejected.ts';
import { filesToMend } from './export/to-mend.ts';
import { checkFolder } from './folder.server.ts';
import type { FormatId } from './formats/format.ts';
import { countLoaded } from './import/counts.ts';
import { decodeFile } from './import/decode.ts';
import { importNow, type ImportCounts, type RejectedRow } from './import/import.ts';
import type { Mapping } from './import/mapping.ts';
import { writeMappingFile } from './import/mapping-file.ts';
import { isForImport, MAPPING_FILE, mapImport, namesOf, newestDay, openImport } from './input.ts';
import { RECORD_KINDS, type Counts, type LoadResult, type RecordKind } from './load.ts';
import { readNativeFile } from './native-file.ts';
import type { Problem } from './problems.ts';
import { readStoryFiles, STORIES } from './stories/folder.server.ts';
import { loadStories } from './stories/load.ts';

/** What was found in a dataset or in files of other formats. */
export interface Checked {
	/** Whether the files are in the format of this product. */
	readonly isNative: boolean;
	/** Whether they are the folder that a dataset is edited and built in. */
	readonly isFolder: boolean;
	/** The good records; `null` when there is nothing to show. */
	readonly dataset: Dataset | null;
	/** In the order of files and records. */
	readonly problems: readonly Problem[];
	/** Event records: `read = accepted + repaired + rejected`; the last three are of those that were loaded. */
	readonly counts: ImportCounts;
	/** Of a native dataset: all records, by kind. */
	readonly kinds: Readonly<Record<RecordKind, Counts>> | null;
	/** How each imported file was understood. */
	readonly mappings: readonly Mapping[];
	/** The imported files that are tables. */
	readonly tables: readonly ReadTable[];
	/** Folders within the named ones, which are not looked into; absolute. */
	readonly skipped: readonly string[];
	readonly rejected: readonly RejectedRow[];
	/** Of the folder of a dataset. */
	readonly stories: readonly Story[];
	/** Files with the rejected rows and their reasons in these words, and the mapping to read them with; none when nothing was rejected. */
	readonly filesToMend: (words: Words) => SavedText[];
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
	if (paths.length === 1 && isNative(first)) return withStories(checkNative(checkFolder(first), true), first);
	// A dataset and other files make no one thing.
	const datasets = paths.filter(isNative);
	const folders = datasets.map((folder) => path.basename(folder));
	const files = [...new Set(paths.filter((named) => !datasets.includes(named)).flatMap(filesOf))];
	const names = shortestNames(files.map(withSlashes));
	const stats = files.map((file) => statSync(file));
	const named = files.map((file, index) => {
		const length = stats[index]?.size ?? 0;
		return { file, name: names[index] ?? file, length, role: roleOf(file, length) };
	});
	// By their size: what is too large is never in memory.
	const { dataset, mapping, data, problems } = sortOut(named, {
		hasMapping: mappingPath !== null,
		datasets: folders
	});
	if (dataset !== null) return checkNative(readWhole(dataset.name, readFileSync(dataset.file, 'utf8')), false);
	const mappingFile = mappingPath ?? mapping?.file ?? null;
	const mappingName = mapping?.name ?? path.basename(mappingPath ?? '');
	const opened = openImport(
		data.map(({ file, name }) => ({ name, bytes: readFileSync(file) })),
		{
			added: newestDay(stats.map(({ mtimeMs }) => mtimeMs)),
			mapping: mappingFile === null ? null : { name: mappingName, text: readFileSync(mappingFile, 'utf8') },
			problems,
			names: [...folders, ...names.filter((name) => name !== mapping?.name)]
		}
	);
	const { tables, mappings, options } = mapImport(opened);
	const result = importNow(tables, mappings, options);
	const textOf = (name: string): string | null => {
		const file = named.find((other) => other.name === name)?.file;
		const encoding = opened.entries.find((entry) => entry.file === name)?.encoding;
		// What became a table is not kept as text, and is read again.
		return file === undefined ? null : decodeFile({ name, bytes: readFileSync(file) }, encoding).text;
	};
	return {
		isNative: false,
		isFolder: false,
		stories: [],
		...result,
		filesToMend: (words) => filesToMend({ rejected: result.rejected, tables, mappings, textOf }, words),
		kinds: null,
		mappings,
		tables: tables.map(({ file, format, rows, dialect }) => ({
			file,
			format,
			rows: rows.length,
			delimiter: dialect?.delimiter ?? null
		})),
		skipped: paths.flatMap(foldersIn)
	};
}

/** Writes a dataset that was imported into a folder, in the native format, with the mapping that it was made with, if any. */
export function writeNative(folder: string, dataset: Dataset, mappings: readonly Mapping[]): void {
	for (const [name, text] of Object.entries(datasetFiles(dataset))) {
		const file = path.join(folder, name);
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
	if (mappings.length > 0) writeMapping(folder, mappings);
}

/** How each column was understood, alone, into a folder that is there. */
export function writeMapping(folder: string, mappings: readonly Mapping[]): void {
	writeFileSync(path.join(folder, MAPPING_FILE), writeMappingFile(mappings));
}

function isNative(folder: string): boolean {
	if (!statSync(folder).isDirectory()) return false;
	const names = readdirSync(folder);
	const parts = seenIn(path.join(folder, 'events')).map((file) => `events/${path.basename(file)}`);
	return isNativeFolder([...names, ...parts], (name) => {
		const file = path.join(folder, name);
		return statSync(file).isFile() ? startOf(file) : null;
	});
}

function roleOf(file: string, length: number): FileRole {
	return roleOfStart(startOf(file), length) ?? roleOfText(readFileSync(file, 'utf8'));
}

/** The first bytes of a file as text. */
function startOf(file: string): string {
	const start = Buffer.alloc(START_BYTES);
	const opened = openSync(file, 'r');
	try {
		return start.toString('utf8', 0, readSync(opened, start));
	} finally {
		closeSync(opened);
	}
}

function readWhole(name: string, text: string): LoadResult {
	const steps = readNativeFile(name, text);
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}

function checkNative({ dataset, problems, counts }: LoadResult, isFolder: boolean): Checked {
	return {
		isNative: true,
		isFolder,
		dataset,
		problems,
		counts: { ...counts.events, ...countLoaded(dataset) },
		kinds: Object.fromEntries(RECORD_KINDS.map((kind) => [kind, counts[kind]])) as Record<RecordKind, Counts>,
		mappings: [],
		tables: [],
		skipped: [],
		rejected: [],
		stories: [],
		filesToMend: () => []
	};
}

/** The stories of the folder too: they are of its dataset, and nothing without one. */
function withStories(checked: Checked, folder: string): Checked {
	if (checked.dataset === null) return checked;
	const { stories, problems } = loadStories(readStoryFiles(folder), checked.dataset);
	return { ...checked, stories, problems: [...checked.problems, ...problems] };
}

/**
 * What the data lie in, absolute: of folders the files, and what folders `events` and `stories` in them hold; nothing deeper.
 * What is named may be gone.
 */
export function inputFiles(paths: readonly string[]): string[] {
	return paths.flatMap((named) => {
		if (!isFolder(named)) return [named];
		const parts = ['events', STORIES].flatMap((part) => seenIn(path.join(named, part)));
		return [...seenIn(named), ...parts].filter((file) => !isFolder(file));
	});
}

function isFolder(named: string): boolean {
	return statSync(named, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** What is in a folder and not hidden, by name. */
function seenIn(folder: string): string[] {
	if (!isFolder(folder)) return [];
	return readdirSync(folder)
		.filter((name) => !name.startsWith('.'))
		.sort()
		.map((name) => path.join(folder, name));
}

/** Each with as many of its folders before it as tell it from the others. */
function shortestNames(files: readonly string[]): string[] {
	const parts = files.map((file) => file.split('/'));
	const tail = (file: readonly string[], length: number): string => file.slice(-length).join('/');
	const names = namesOf(files);
	return names.map((name, index) => {
		const own = parts[index] ?? [];
		if (name !== files[index]) return name;
		const others = parts.filter((_, other) => other !== index && parts[other]?.at(-1) === own.at(-1));
		let length = 1;
		while (length < own.length && others.some((other) => tail(other, length) === tail(own, length))) length++;
		return tail(own, length);
	});
}

function filesOf(named: string): string[] {
	if (!statSync(named).isDirectory()) return [named];
	return entriesOf(named).filter((file) => statSync(file).isFile());
}

function foldersIn(named: string): string[] {
	return statSync(named).isDirectory() ? entriesOf(named).filter((file) => statSync(file).isDirectory()) : [];
}

/** What is in a folder, by name, without links that lead nowhere. */
function entriesOf(folder: string): string[] {
	return readdirSync(folder)
		.filter(isForImport)
		.map((name) => path.join(folder, name))
		.filter((file) => existsSync(file))
		.sort();
}

function withSlashes(file: string): string {
	return file.split(path.sep).join('/');
}
