import type { OpenedFile } from '../io/import/decode.ts';
import {
	isTelling,
	MAX_DATASET_BYTES,
	roleOfStart,
	roleOfText,
	sortOut,
	START_BYTES,
	type Chosen,
	type FileRole
} from '../io/chosen.ts';
import { MAX_FILES, MAX_FOLDER_BYTES } from '../io/import/limits.ts';
import { fileProblem, rowProblem, type Problem } from '../io/problems.ts';
import { MAX_FILE_LENGTH } from '../io/read-file.ts';
import { choiceOf } from './choice.ts';
import type { ChosenFile } from './messages.ts';

/** What was chosen, read. */
export type ReadFiles =
	| {
			readonly isNative: true;
			/** Texts by path in the dataset's folder. */
			readonly texts: ReadonlyMap<string, string>;
			/** A dataset that is one file; `null`: `texts` are those of a folder. */
			readonly whole: { readonly name: string; readonly text: string } | null;
			/** Why nothing of it can be loaded. */
			readonly problems: readonly Problem[];
			readonly names: readonly string[];
	  }
	| {
			readonly isNative: false;
			readonly files: readonly OpenedFile[];
			readonly mapping: { readonly name: string; readonly text: string } | null;
			/** Of files that are not among `files`. */
			readonly problems: readonly Problem[];
			/** Of all but the mapping file, in order. */
			readonly names: readonly string[];
			/** When the newest was last changed, ms. */
			readonly changed: readonly number[];
	  };

/** A file that was chosen, with what it is. */
interface Known extends Chosen {
	readonly file: File;
}

/** Reads files that were chosen, none that is too large, and not too many. Never throws on input. */
export async function readFiles(chosen: readonly ChosenFile[]): Promise<ReadFiles> {
	const starts = await startsOf(chosen);
	const choice = choiceOf(chosen, (path) => starts.get(path) ?? null);
	return choice.isNative ? readNative(choice.files) : readOthers(choice.files, choice.names, choice.datasets);
}

/** How files begin by which a dataset's folder is known, by path. */
async function startsOf(chosen: readonly ChosenFile[]): Promise<ReadonlyMap<string, string>> {
	const starts = new Map<string, string>();
	for (const { path, file } of chosen.slice(0, MAX_FILES)) {
		const name = path.slice(path.indexOf('/') + 1);
		if (path.includes('/') && isTelling(name)) starts.set(path, await startOf(file));
	}
	return starts;
}

async function readNative(files: ReadonlyMap<string, ChosenFile>): Promise<ReadFiles> {
	const texts = new Map<string, string>();
	const problems: Problem[] = [];
	let sum = 0;
	const [beyond] = [...files.keys()].slice(MAX_FILES);
	if (beyond !== undefined)
		problems.push(fileProblem(beyond, 'error', 'limit-files', { params: { limit: MAX_FILES } }));
	for (const [path, { file }] of files) {
		if (problems.length > 0) break;
		if (!/\.(?:geo)?json$/i.test(path)) continue;
		if (file.size > MAX_DATASET_BYTES) {
			const params = { limit: MAX_FILE_LENGTH, length: Math.ceil(file.size / 3) };
			problems.push(fileProblem(path, 'error', 'file-too-large', { params }));
			break;
		}
		sum += file.size;
		if (sum > MAX_FOLDER_BYTES) {
			problems.push(fileProblem(path, 'error', 'limit-total', { params: { limit: MAX_FOLDER_BYTES } }));
			break;
		}
		const bytes = await bytesOf(file);
		if (bytes === null) problems.push(fileProblem(path, 'error', 'file-unreadable'));
		// A byte order mark stays, and is told.
		else texts.set(path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
	}
	return { isNative: true, texts, whole: null, problems, names: [...files.keys()] };
}

async function readOthers(
	files: readonly ChosenFile[],
	names: readonly string[],
	datasets: readonly string[]
): Promise<ReadFiles> {
	const known: Known[] = [];
	for (const [index, { file }] of files.entries()) {
		const role = index < MAX_FILES ? await roleOf(file) : 'data';
		known.push({ file, name: names[index] ?? file.name, length: file.size, role });
	}
	const sorted = sortOut(known, { datasets });
	const problems = [...sorted.problems];
	const read = async ({ name, file }: Known): Promise<OpenedFile[]> => {
		const bytes = await bytesOf(file);
		if (bytes === null) problems.push(rowProblem({ file: name }, 'error', 'file-unreadable'));
		return bytes === null ? [] : [{ name, bytes }];
	};
	// A byte order mark stays, and is told.
	const textOf = ({ name, bytes }: OpenedFile) => ({
		name,
		text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
	});
	const [whole] = sorted.dataset === null ? [] : await read(sorted.dataset);
	if (whole !== undefined)
		return { isNative: true, texts: new Map(), whole: textOf(whole), problems, names: [whole.name] };
	const [mapping] = sorted.mapping === null ? [] : await read(sorted.mapping);
	const opened: OpenedFile[] = [];
	for (const file of sorted.data) opened.push(...(await read(file)));
	return {
		isNative: false,
		files: opened,
		mapping: mapping === undefined ? null : textOf(mapping),
		problems,
		names: [...datasets, ...names.slice(0, MAX_FILES + 1).filter((name) => name !== sorted.mapping?.name)],
		changed: files.map(({ file }) => file.lastModified)
	};
}

async function roleOf(file: File): Promise<FileRole> {
	const role = roleOfStart(await startOf(file), file.size);
	if (role !== null) return role;
	const bytes = await bytesOf(file);
	return bytes === null ? 'data' : roleOfText(new TextDecoder().decode(bytes));
}

/** The first bytes of a file as text; empty where it cannot be read. */
async function startOf(file: File): Promise<string> {
	const bytes = await bytesOf(file.slice(0, START_BYTES));
	return bytes === null ? '' : new TextDecoder().decode(bytes);
}

/** `null`: it is gone, has changed since it was chosen, or is none, as a folder. */
async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
	try {
		return new Uint8Array(await file.arrayBuffer());
	} catch {
		return null;
	}
}
