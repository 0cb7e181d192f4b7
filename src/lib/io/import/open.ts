import { FORMATS } from '../formats/index.ts';
import { originalName } from '../exported.ts';
import { readCsv } from '../formats/csv.ts';
import type { Format, FormatId, Table, TextFile } from '../formats/format.ts';
import { parseJson, type JsonFault } from '../json.ts';
import { rowProblem, type Problem } from '../problems.ts';
import { decodeFile, type Encoding, type OpenedFile } from './decode.ts';

/** What a person knows better about a file than it says itself. */
export interface ReadingHint {
	/** The file's name. */
	readonly file: string;
	readonly format?: FormatId | undefined;
	readonly encoding?: Encoding | undefined;
	readonly delimiter?: string | undefined;
	/** Whether the first row has the names of the columns. */
	readonly header?: boolean | undefined;
}

export interface OpenOptions {
	readonly hints?: readonly ReadingHint[];
	readonly formats?: readonly Format[];
}

export interface Opened {
	/** In the order of the files. */
	readonly tables: readonly Table[];
	/** Of files that are no table; those of tables are in them. */
	readonly problems: readonly Problem[];
	/** Names of the files in their order, which is the order of their problems. */
	readonly files: readonly string[];
}

/** Reads files by what is in them, whatever they are called. Never throws on input. */
export function openFiles(files: readonly OpenedFile[], options: OpenOptions = {}): Opened {
	const problems: Problem[] = [];
	const texts = withoutRepeats(files, problems).flatMap((file) => openText(file, options, problems));
	const { formats = FORMATS } = options;
	const detected = texts.map(({ file }) => {
		const hint = hintFor(file.name, options);
		const named = formats.find(({ id }) => id === hint?.format);
		return { file, format: withHint(named ?? detect(file, formats), hint) };
	});
	const used = new Set<string>();
	const tables = detected.flatMap(({ file, format }) => {
		if (format === null || used.has(file.name)) return [];
		const { table, uses = [] } = format.read(
			file,
			texts.map((other) => other.file).filter((other) => other !== file)
		);
		for (const name of uses) used.add(name);
		const text = texts.find((candidate) => candidate.file === file);
		if (text === undefined) return [];
		return [{ ...table, encoding: text.encoding, problems: [...text.problems, ...table.problems] }];
	});
	for (const { file, format } of detected) {
		if (format !== null || used.has(file.name)) continue;
		problems.push(
			jsonProblem(file) ??
				rowProblem({ file: file.name }, 'error', 'format-unknown', { value: file.text.slice(0, 200) })
		);
	}
	const kept = tables
		.filter(({ file, rows }) => !used.has(file) || rows.length > 0)
		.filter(({ file }) => !used.has(file));
	return { tables: kept, problems, files: files.map(({ name }) => name) };
}

/** Rejected rows of a file are read as it was, but for their encoding, which is ours. */
function hintFor(name: string, { hints = [] }: OpenOptions): ReadingHint | undefined {
	const own = hints.find(({ file }) => file === name);
	const whole = hints.find(({ file }) => file === originalName(name));
	return own ?? (whole === undefined ? undefined : { ...whole, file: name, encoding: undefined });
}

interface Text {
	readonly file: TextFile;
	readonly encoding: Encoding;
	/** What was guessed in making a text of it. */
	readonly problems: readonly Problem[];
}

function openText(file: OpenedFile, { hints }: OpenOptions, problems: Problem[]): Text[] {
	const decoded = decodeFile(file, hints?.find(({ file: name }) => name === file.name)?.encoding);
	if (decoded.text === null) {
		problems.push(...decoded.problems);
		return [];
	}
	const isJson = /^\s*[[{]/.test(decoded.text.slice(0, 1_000));
	const json = isJson ? parseJson(decoded.text) : null;
	const repeated = json?.ok ? json.repeated : [];
	const warnings = repeated.map((path) => ({
		...rowProblem({ file: file.name, pointer: `/${path.join('/')}` }, 'warning', 'json-repeated-key', {
			value: String(path.at(-1))
		})
	}));
	return [
		{
			file: { name: file.name, text: decoded.text, json: json?.ok ? json.value : undefined },
			encoding: decoded.encoding,
			problems: [...decoded.problems, ...warnings]
		}
	];
}

/** Delimited text as a person says that it is to be read. */
function withHint(format: Format | null, hint: ReadingHint | undefined): Format | null {
	const { delimiter, header } = hint ?? {};
	if (format?.id !== 'csv' || (delimiter === undefined && header === undefined)) return format;
	const options = {
		...(delimiter === undefined ? {} : { delimiter }),
		...(header === undefined ? {} : { hasHeader: header })
	};
	return { ...format, read: (file) => ({ table: readCsv(file, options) }) };
}

function detect(file: TextFile, formats: readonly Format[]): Format | null {
	let [best, surest]: [Format | null, number] = [null, 0];
	for (const format of formats) {
		const score = format.detect(file);
		if (score > surest) [best, surest] = [format, score];
	}
	return best;
}

/** Where JSON breaks, of a file that looks like JSON and is none. */
function jsonProblem({ name, text, json }: TextFile): Problem | null {
	if (json !== undefined || !/^\s*[[{]/.test(text.slice(0, 1_000))) return null;
	const result = parseJson(text);
	return result.ok ? null : faultOf(name, result.fault);
}

function faultOf(file: string, { line, column, expected, found }: JsonFault): Problem {
	const place = { file, line, pointer: `${line}:${column}` };
	if (expected === 'shallower') return rowProblem(place, 'error', 'json-too-deep');
	return rowProblem(place, 'error', 'json-invalid', { value: found, params: { expected } });
}

/** The same content twice would be the same events twice. */
function withoutRepeats(files: readonly OpenedFile[], problems: Problem[]): OpenedFile[] {
	const kept: OpenedFile[] = [];
	for (const file of files) {
		const other = kept.find(({ bytes }) => isSame(bytes, file.bytes));
		if (other === undefined || file.bytes.length === 0) kept.push(file);
		else problems.push(rowProblem({ file: file.name }, 'warning', 'file-repeated', { params: { other: other.name } }));
	}
	return kept;
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
	return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
