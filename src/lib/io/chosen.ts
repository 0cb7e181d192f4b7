/**
 * What the command line and the browser decide alike about files that were chosen, before they are read: what each of them is,
 * and how much is read at once.
 */
import { isMappingText } from './import/mapping-file.ts';
import { MAX_FILE_BYTES, MAX_FILES, MAX_MAPPING_BYTES, MAX_TOTAL_BYTES } from './import/limits.ts';
import { isNativeFile } from './native-file.ts';
import { rowProblem, type Problem } from './problems.ts';
import { MAX_FILE_LENGTH } from './read-file.ts';

/** Bytes at the beginning of a file that tell what it may be. */
export const START_BYTES = 4_000;

/** Largest dataset in one file, in bytes: of UTF-8 no more than three become one unit. */
export const MAX_DATASET_BYTES = 3 * MAX_FILE_LENGTH;

/** A dataset in the native format, a mapping file, or data to import. */
export type FileRole = 'dataset' | 'mapping' | 'data';

export interface Chosen {
	readonly name: string;
	/** In bytes. */
	readonly length: number;
	readonly role: FileRole;
}

/** What a file is, by its first bytes; `null`: that has to be asked of its whole text, which is short. */
export function roleOfStart(start: string, length: number): FileRole | null {
	if (isNativeFile(start)) return 'dataset';
	return length <= MAX_MAPPING_BYTES && /^\ufeff?\s*\{/.test(start) ? null : 'data';
}

export function roleOfText(text: string): FileRole {
	if (isNativeFile(text)) return 'dataset';
	return isMappingText(text) ? 'mapping' : 'data';
}

export interface SortedOut<F> {
	/** The one file with data, when that is a dataset. */
	readonly dataset: F | null;
	readonly mapping: F | null;
	/** To import, in their order; all of them together are not too large. */
	readonly data: readonly F[];
	/** Why the others are not read. */
	readonly problems: readonly Problem[];
}

/** What was chosen beside files. */
export interface Beside {
	/** A mapping file was named apart. */
	readonly hasMapping?: boolean;
	/** Folders that are datasets. */
	readonly datasets?: readonly string[];
}

/** Which of the files is read as what. */
export function sortOut<F extends Chosen>(
	all: readonly F[],
	{ hasMapping = false, datasets = [] }: Beside = {}
): SortedOut<F> {
	const problems = datasets.map((folder) => rowProblem({ file: folder }, 'error', 'dataset-among-others'));
	const files = all.slice(0, MAX_FILES);
	const [mapping = null] = hasMapping ? [] : files.filter(({ role }) => role === 'mapping');
	const withData = files.filter(({ role }) => role !== 'mapping');
	const [first] = withData;
	const alone = first?.role === 'dataset' && withData.length === 1 && datasets.length === 0 ? first : null;
	const data: F[] = [];
	let sum = 0;
	for (const file of files) {
		if (file === mapping || file === alone) continue;
		const refused = reasonNotToRead(file, sum);
		if (refused === null) {
			sum += file.length;
			data.push(file);
		} else problems.push(refused);
	}
	const beyond = all[MAX_FILES];
	if (beyond !== undefined)
		problems.push(rowProblem({ file: beyond.name }, 'error', 'limit-files', { params: { limit: MAX_FILES } }));
	const isTooLarge = alone !== null && alone.length > MAX_DATASET_BYTES;
	if (isTooLarge) problems.push(tooLarge(alone, MAX_DATASET_BYTES));
	return { dataset: isTooLarge ? null : alone, mapping, data, problems };
}

function reasonNotToRead(file: Chosen, before: number): Problem | null {
	const { name, length, role } = file;
	if (role === 'mapping') return rowProblem({ file: name }, 'warning', 'mapping-second');
	if (role === 'dataset') return rowProblem({ file: name }, 'error', 'dataset-among-others');
	if (length > MAX_FILE_BYTES) return tooLarge(file, MAX_FILE_BYTES);
	if (before + length > MAX_TOTAL_BYTES)
		return rowProblem({ file: name }, 'error', 'limit-total', { params: { limit: MAX_TOTAL_BYTES } });
	return null;
}

function tooLarge({ name, length }: Chosen, limit: number): Problem {
	return rowProblem({ file: name }, 'error', 'limit-bytes', { params: { limit, length } });
}

/** Of a folder without `dataset.json`: whether the beginning of this file tells whether it is a dataset all the same. */
export function isTelling(name: string): boolean {
	return name === 'places.geojson' || name === 'events.json' || /^events\/[^/]+\.json$/i.test(name);
}

/**
 * Whether a folder is a dataset: what is missing in it is then said. `names`: what lies in it and in its folder `events`;
 * `startOf`: how such a file begins, `null` where that is not known. Others have files of these names too.
 */
export function isNativeFolder(names: readonly string[], startOf: (name: string) => string | null): boolean {
	if (names.length === 0 || names.includes('dataset.json')) return true;
	return names.some((name) => isTelling(name) && hasNativeRecords(name, startOf(name) ?? ''));
}

/** Names and titles are in several languages there, and events have claims. */
function hasNativeRecords(name: string, start: string): boolean {
	if (name === 'places.geojson') return /"name"\s*:\s*\{/.test(start);
	return /^\ufeff?\s*\[/.test(start) && /"claims"\s*:\s*\[|"title"\s*:\s*\{/.test(start);
}
