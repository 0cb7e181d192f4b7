import { lineAndColumn, parseJson, type JsonFault } from './json.ts';
import { fileProblem, pathOf, type DatasetFile, type Problem } from './problems.ts';
import { valueAt } from './records.ts';

/** Longest file that is read, in UTF-16 units. */
export const MAX_FILE_LENGTH = 100_000_000;

export interface FileResult {
	/** What the JSON says; `undefined` when the file cannot be used. */
	readonly value: unknown;
	readonly problems: readonly Problem[];
}

/** Text of one file to JSON. `null`: there is no such file. */
export function readFile(file: DatasetFile, raw: string | null): FileResult {
	if (raw === null) return { value: undefined, problems: [fileProblem(file, 'error', 'file-missing')] };
	if (raw.length > MAX_FILE_LENGTH) {
		const params = { limit: MAX_FILE_LENGTH, length: raw.length };
		return { value: undefined, problems: [fileProblem(file, 'error', 'file-too-large', { params })] };
	}
	const hasBom = raw.startsWith('\ufeff');
	const text = hasBom ? raw.slice(1) : raw;
	const notices = [...(hasBom ? [fileProblem(file, 'warning', 'file-bom')] : []), ...encodingNotices(file, text)];
	if (text.trim() === '') return { value: undefined, problems: [...notices, fileProblem(file, 'error', 'file-empty')] };

	const result = parseJson(text);
	if (!result.ok) return { value: undefined, problems: [...notices, faultProblem(file, text, result.fault)] };
	const repeated = result.repeated.map((path) => repeatedKeyProblem(file, result.value, path));
	return { value: result.value, problems: [...notices, ...repeated] };
}

/** U+FFFD is what a decoder writes for bytes that are not UTF-8. */
function encodingNotices(file: DatasetFile, text: string): Problem[] {
	const index = text.indexOf('\ufffd');
	if (index < 0) return [];
	const count = text.split('\ufffd').length - 1;
	const value = text.slice(Math.max(0, index - 20), index + 20);
	return [fileProblem(file, 'warning', 'file-encoding', { at: lineAndColumn(text, index), value, params: { count } })];
}

function faultProblem(file: DatasetFile, text: string, { line, column, expected, found }: JsonFault): Problem {
	const at = { line, column };
	if (expected === 'shallower') return fileProblem(file, 'error', 'json-too-deep', { at });
	const looksLike = guessFormat(text);
	if (looksLike !== null) {
		return fileProblem(file, 'error', 'file-not-json', { at, value: text.slice(0, 200), params: { looksLike } });
	}
	return fileProblem(file, 'error', 'json-invalid', { at, value: found, params: { expected } });
}

/** What a file that is no JSON seems to be; `null` when it may well be damaged JSON. */
function guessFormat(text: string): string | null {
	if (/^\s*<(?:!doctype|html|\?xml|[a-z]+>)/i.test(text)) return 'HTML or XML';
	if (text.startsWith('version https://git-lfs')) return 'a Git LFS pointer';
	if (text.startsWith('PK\u0003\u0004')) return 'a ZIP archive';
	if (text.startsWith('\u001f')) return 'a gzip archive';
	if (text.slice(0, 200).includes('\u0000')) return 'UTF-16 text';
	if (/^[^{["\n\r]*[,;\t][^\n\r]*[\n\r]/.test(text)) return 'CSV';
	return null;
}

/** Of two members with one name, JSON keeps the last. */
function repeatedKeyProblem(file: DatasetFile, value: unknown, path: readonly (string | number)[]): Problem {
	const problem = fileProblem(file, 'warning', 'json-repeated-key', { value: String(path.at(-1)) });
	return { ...problem, ...pathOf(file, path, (record) => valueAt(value, record)) };
}
