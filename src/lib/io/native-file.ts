/**
 * A dataset as one file, beside the folder of four: what the browser saves and opens again, and the command line reads.
 *
 *   { "chronotope": 1, "dataset": { ... }, "places": { ... }, "sources": [ ... ], "events": [ ... ] }
 *
 * The members are the files of the folder, word for word, so it holds all that they hold. Each place, source and event is a
 * line by itself.
 */
import type { Dataset } from '../core/model.ts';
import { datasetRecords } from './dataset-files.ts';
import { slugOf } from './import/slugs.ts';
import { fromPointer } from './json.ts';
import { loadValues, type ValuesResult } from './load.ts';
import { pathOf, problemAt, type DatasetFile, type Problem, type ProblemParams, type WholeFile } from './problems.ts';
import { readFile } from './read-file.ts';
import { suggestion, valueAt } from './records.ts';
import { FORMAT } from './schema.ts';

/** What such a file is called when it is saved, by the dataset's title: `name.chronotope.json`. */
export function nativeName({ title, languages }: Dataset): string {
	const name = slugOf(title[languages[0] ?? ''] ?? '');
	return `${name === '' ? 'dataset' : name}.chronotope.json`;
}

const MARK = 'chronotope';
const MEMBERS: ReadonlyMap<string, WholeFile> = new Map([
	['dataset', 'dataset.json'],
	['places', 'places.geojson'],
	['sources', 'sources.json'],
	['events', 'events.json']
]);

/** Records that are one piece of text. */
const PIECE_SIZE = 5_000;

/**
 * The text of the file in pieces, which one after the other are all of it: whole it may be longer than a text can be. Beyond
 * `MAX_FILE_LENGTH` it cannot be read again; the folder, whose events are in several files, can.
 */
export function* nativeFile(dataset: Dataset): Generator<string, void> {
	const records = datasetRecords(dataset);
	const { features, ...collection } = records['places.geojson'];
	yield `{\n"${MARK}": ${FORMAT},\n"dataset": ${JSON.stringify(records['dataset.json'], null, '\t')},\n`;
	yield `"places": ${JSON.stringify(collection).slice(0, -1)}, "features": [`;
	yield* lines(features);
	yield ']},\n"sources": [';
	yield* lines(records['sources.json']);
	yield '],\n"events": [';
	yield* lines(records['events.json']);
	yield ']\n}\n';
}

function* lines(records: readonly unknown[]): Generator<string, void> {
	for (let from = 0; from < records.length; from += PIECE_SIZE) {
		const texts = records.slice(from, from + PIECE_SIZE).map((record) => JSON.stringify(record));
		yield `${from === 0 ? '' : ','}\n${texts.join(',\n')}`;
	}
	if (records.length > 0) yield '\n';
}

/** Whether a text is such a file, going by its first member; it may be damaged all the same. A byte order mark may stand before it. */
export function isNativeFile(text: string): boolean {
	return /^\ufeff?\s*\{\s*(?:"\$schema"\s*:\s*"[^"]*"\s*,\s*)?"chronotope"\s*:/.test(text.slice(0, 2_000));
}

/**
 * Reads such a file: `loadDataset` of a folder, with the same checks, codes and counts; problems have the file's name, and a
 * pointer into it. Stops after every few thousand records, with the number read since. Never throws on input.
 */
export function* readNativeFile(name: string, text: string): Generator<number, ValuesResult> {
	// Named like a file of the folder as long as it is read; `inOne` gives it its own name.
	const { value, problems } = readFile('dataset.json', text);
	const found = problems.map((problem) => ofFile(problem, name, value));
	if (value !== undefined) found.push(...headProblems(name, value));
	const isRefused = found.some(({ code, pointer }) => code === 'format-newer' || pointer === `/${MARK}`);
	const member = (key: string): unknown => (isRefused ? undefined : valueAt(value, [key]));
	const result = yield* loadValues({
		'dataset.json': member('dataset'),
		'places.geojson': member('places'),
		'sources.json': member('sources'),
		'events.json': member('events')
	});
	return { ...result, problems: [...found, ...result.problems.map((problem) => inOne(problem, name))] };
}

/** What is wrong with the members by which the file says what it is. */
function headProblems(name: string, value: unknown): Problem[] {
	const problem = (code: Problem['code'], path: readonly string[], found?: unknown, params: ProblemParams = {}) =>
		problemAt({ file: name, path: [], record: null }, 'error', code, path, found, params);
	if (value === null || typeof value !== 'object' || Array.isArray(value))
		return [problem('type-wrong', [], value, { expected: 'object', received: typeof value })];
	const format = valueAt(value, [MARK]);
	if (typeof format === 'number' && format > FORMAT)
		return [problem('format-newer', [MARK], format, { format, reads: FORMAT })];
	if (format !== FORMAT) return [problem('value-unknown', [MARK], format, { allowed: String(FORMAT) })];
	const known = [MARK, '$schema', ...MEMBERS.keys()];
	return [
		...[...MEMBERS.keys()].filter((key) => !Object.hasOwn(value, key)).map((key) => problem('field-missing', [key])),
		...Object.keys(value)
			.filter((key) => !known.includes(key))
			.map((key) => problem('key-unknown', [key], valueAt(value, [key]), suggestion(key, known)))
	];
}

/** A problem of the text, which was read under another name. */
function ofFile(problem: Problem, name: string, value: unknown): Problem {
	if (!problem.pointer.startsWith('/')) return { ...problem, file: name };
	const [member = '', ...inner] = fromPointer(problem.pointer);
	const file: DatasetFile | undefined = MEMBERS.get(member);
	if (file === undefined) return { ...problem, file: name };
	const place = pathOf(file, inner, (record) => valueAt(valueAt(value, [member]), record));
	return { ...problem, ...place, file: name, pointer: problem.pointer };
}

function inOne(problem: Problem, name: string): Problem {
	const [member = ''] = [...MEMBERS].find(([, file]) => file === problem.file) ?? [];
	return { ...problem, file: name, pointer: `/${member}${problem.pointer}` };
}
