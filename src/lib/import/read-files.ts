import type { OpenedFile } from '../io/import/decode.ts';
import { MAX_FILE_BYTES, MAX_FILES } from '../io/import/limits.ts';
import { parseJson } from '../io/json.ts';
import { fileProblem, rowProblem, type Problem } from '../io/problems.ts';
import { isNativeFile } from '../io/native-file.ts';
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

/** A mapping file is small. */
const MAX_MAPPING_BYTES = 1_000_000;

/** Reads files that were chosen, none that is too large. Never throws on input. */
export async function readFiles(chosen: readonly ChosenFile[]): Promise<ReadFiles> {
	const choice = choiceOf(chosen);
	return choice.isNative ? readNative(choice.files) : readOthers(choice.files, choice.names);
}

async function readNative(files: ReadonlyMap<string, ChosenFile>): Promise<ReadFiles> {
	const texts = new Map<string, string>();
	const problems: Problem[] = [];
	const [beyond] = [...files.keys()].slice(MAX_FILES);
	if (beyond !== undefined)
		problems.push(fileProblem(beyond, 'error', 'limit-files', { params: { limit: MAX_FILES } }));
	for (const [path, { file }] of files) {
		if (problems.length > 0) break;
		if (!/\.(?:geo)?json$/i.test(path)) continue;
		// Of UTF-8 no more than three bytes become one unit.
		if (file.size > 3 * MAX_FILE_LENGTH) {
			const params = { limit: MAX_FILE_LENGTH, length: Math.ceil(file.size / 3) };
			problems.push(fileProblem(path, 'error', 'file-too-large', { params }));
			break;
		}
		const bytes = await bytesOf(file);
		if (bytes === null) problems.push(fileProblem(path, 'error', 'file-unreadable'));
		// A byte order mark stays, and is told.
		else texts.set(path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
	}
	return { isNative: true, texts, whole: null, problems, names: [...files.keys()] };
}

async function readOthers(files: readonly ChosenFile[], names: readonly string[]): Promise<ReadFiles> {
	const opened: OpenedFile[] = [];
	const problems: Problem[] = [];
	let mapping: { readonly name: string; readonly text: string } | null = null;
	for (const [index, { file }] of files.slice(0, MAX_FILES).entries()) {
		const name = names[index] ?? file.name;
		if (file.size > MAX_FILE_BYTES) {
			const params = { limit: MAX_FILE_BYTES, length: file.size };
			problems.push(rowProblem({ file: name }, 'error', 'limit-bytes', { params }));
			continue;
		}
		const bytes = await bytesOf(file);
		if (bytes === null) problems.push(rowProblem({ file: name }, 'error', 'file-unreadable'));
		else if (mapping === null && isMapping(bytes)) mapping = { name, text: new TextDecoder().decode(bytes) };
		else opened.push({ name, bytes });
	}
	const [only] = opened;
	if (only !== undefined && files.length === 1) {
		const { name, bytes } = only;
		// A byte order mark stays, and is told.
		const decode = (part: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(part);
		if (isNativeFile(decode(bytes.subarray(0, 4_000))))
			return { isNative: true, texts: new Map(), whole: { name, text: decode(bytes) }, problems, names: [name] };
	}
	const beyond = names[MAX_FILES];
	if (beyond !== undefined) {
		problems.push(rowProblem({ file: beyond }, 'error', 'limit-files', { params: { limit: MAX_FILES } }));
	}
	return {
		isNative: false,
		files: opened,
		mapping,
		problems,
		names: names.slice(0, MAX_FILES + 1).filter((name) => name !== mapping?.name),
		changed: files.map(({ file }) => file.lastModified)
	};
}

/** `null`: it is gone, has changed since it was chosen, or is none, as a folder. */
async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer> | null> {
	try {
		return new Uint8Array(await file.arrayBuffer());
	} catch {
		return null;
	}
}

function isMapping(bytes: Uint8Array): boolean {
	if (bytes.length > MAX_MAPPING_BYTES) return false;
	const text = new TextDecoder().decode(bytes);
	if (!/^\s*\{/.test(text) || !text.includes('"mapping"')) return false;
	const json = parseJson(text);
	const value: unknown = json.ok ? json.value : null;
	return typeof value === 'object' && value !== null && 'mapping' in value && typeof value.mapping === 'number';
}
