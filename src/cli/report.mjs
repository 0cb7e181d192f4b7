/** What the commands that read data have in common: the modules they need, and how a report looks. */
import path from 'node:path';
import { groupProblems, recordName } from '../lib/io/problem-groups.js';
import { ROOT } from './child.mjs';

/** @typedef {import('../lib/io/problems.ts').Problem} Problem */
/** @typedef {(problem: Problem) => { why: string, mend: string }} ProblemWords */

/** How many problems of each kind are printed unless a person says how many. */
const FEW = 3;

/**
 * Node 20 reads no TypeScript, so Vite does.
 *
 * @param {string} file Path of a module relative to the root.
 * @returns {Promise<any>}
 */
export async function loadModule(file) {
	const { runnerImport } = await import('vite');
	const options = /** @type {const} */ ({ root: ROOT, configFile: false, logLevel: 'error' });
	const { module } = await runnerImport(path.join(ROOT, file), options);
	return module;
}

/** What all these commands need. */
export async function loadModules() {
	const { checkInput, writeNative, writeMapping } = await loadModule('src/lib/io/input.server.ts');
	const { problemWords } = await loadModule('src/lib/i18n/problem-text.ts');
	const { writePaged } = await loadModule('src/lib/io/paged-folder.server.ts');
	const { MAX_INLINE_EVENTS } = await loadModule('src/lib/io/paged.ts');
	return { checkInput, writeNative, writeMapping, problemWords, writePaged, MAX_INLINE_EVENTS };
}

/** A reader of what is printed may close early (`| head`): no failure, and no reason for another exit code. */
export function allowClosedPipe() {
	process.stdout.on('error', (error) => {
		if ('code' in error && error.code === 'EPIPE') process.exit();
		throw error;
	});
}

/**
 * By a number at most so many problems in the order of the files; else all of them, grouped by kind, of each kind the first ones.
 *
 * @param {readonly Problem[]} problems
 * @param {ProblemWords} problemWords
 * @param {import('./data-arguments.mjs').Limit} limit
 */
export function printProblems(problems, problemWords, limit) {
	if (limit !== 'few') {
		for (const problem of problems.slice(0, limit)) console.log(`${inLines(problem, problemWords(problem))}\n`);
		if (limit < problems.length) console.log(`... and ${count(problems.length - limit, 'more problem')}\n`);
		return;
	}
	const groups = groupProblems(problems);
	for (const group of groups) {
		let before = '';
		for (const problem of group.slice(0, FEW)) {
			const { why, mend } = problemWords(problem);
			console.log(`${inLines(problem, { why, mend: mend === before ? '' : mend })}\n`);
			before = mend;
		}
		const [{ severity, code }] = group;
		const more = group.length - FEW;
		if (more > 0) console.log(`... and ${number(more)} more: ${severity} ${code}${linesOf(group.slice(FEW))}\n`);
	}
	if (groups.some(({ length }) => length > FEW))
		console.log('--max-errors all prints every one of them; --json does so for machines.\n');
}

/**
 * Where the next ones stand, when all are of one file that is read by lines.
 *
 * @param {readonly Problem[]} problems
 */
function linesOf(problems) {
	const lines = problems.slice(0, 8).map(({ line }) => line);
	const isOneFile = problems.every(({ file, line }) => line !== null && file === problems[0]?.file);
	return isOneFile ? `, in lines ${lines.join(', ')}${problems.length > lines.length ? ', …' : ''}` : '';
}

/**
 * A problem with all that is known of it.
 *
 * @param {Problem} problem
 * @param {{ why: string, mend: string }} words
 */
function inLines({ severity, code, file, line, pointer, record, field, value }, { why, mend }) {
	const at = pointer.startsWith('/')
		? ` ${pointer}`
		: pointer === ''
			? line === null
				? ''
				: `:${line}`
			: `:${pointer}`;
	const facts = [
		['record', recordName({ record })],
		['field', field],
		['value', value],
		['why', why],
		['mend', mend]
	].filter(([, fact]) => fact !== null && fact !== '');
	return [
		`${severity} ${code}  ${file}${at}`,
		...facts.map(([name, fact]) => `  ${String(name).padEnd(6)}  ${fact}`)
	].join('\n');
}

/**
 * How files of other formats were understood: a line for each file, and one with what was taken from it.
 *
 * @param {import('../lib/io/input.server.ts').Checked} result
 */
export function printUnderstood({ mappings, tables, skipped }) {
	for (const { file, format, rows, delimiter } of tables) {
		const mapping = mappings.find((candidate) => candidate.file === file);
		const between = delimiter === null ? '' : `, cells end at ${DELIMITERS.get(delimiter) ?? `“${delimiter}”`}`;
		console.log(`${file}: read as ${format}, ${count(rows, 'row')}${between}`);
		const uses = (mapping?.columns ?? []).flatMap(({ column, use }) => {
			if (use === null) return [];
			const years = use.yearsFrom === undefined ? undefined : `years of two digits from ${use.yearsFrom}`;
			const written = [use.notation, years].filter((word) => word !== undefined).join(', ');
			return [`${use.target}${written === '' ? '' : ` (${written})`} from “${column}”`];
		});
		if (uses.length > 0) console.log(`  ${uses.join(', ')}`);
	}
	if (skipped.length > 0) console.log(`Not looked into: ${skipped.join(', ')}`);
	if (tables.length + skipped.length > 0) console.log('');
}

const DELIMITERS = new Map([
	[',', 'commas'],
	[';', 'semicolons'],
	['\t', 'tabs'],
	['|', 'vertical bars']
]);

/**
 * The stories that were read, each with its languages.
 *
 * @param {import('../lib/io/input.server.ts').Checked} result
 */
export function printStories({ stories }) {
	for (const { id, texts } of stories) {
		const languages = Object.entries(texts).map(([tag, { steps }]) => `${tag} ${count(steps.length, 'step')}`);
		console.log(`  story ${id}: ${languages.join(', ')}`);
	}
}

/**
 * What adds up, and how many problems there are.
 *
 * @param {import('../lib/io/input.server.ts').Checked} result
 */
export function printCounts({ problems, counts, kinds }) {
	const rows = Object.entries(kinds ?? { events: counts });
	const width = Math.max(...rows.map(([kind]) => kind.length));
	for (const [kind, { read, accepted, repaired, rejected }] of rows) {
		const sum = `${read} read = ${accepted} accepted + ${repaired} repaired + ${rejected} rejected`;
		console.log(`  ${kind.padEnd(width)}  ${sum}`);
	}
	if (kinds === null)
		console.log(`  ${counts.undated} undated, ${counts.unplaced} without a position, ${count(counts.places, 'place')}`);
	const errors = errorsOf(problems);
	console.log(`${count(errors, 'error')}, ${count(problems.length - errors, 'warning')}`);
}

/**
 * What a person should still see after the long output of a build: how many events there are, and whether there is something
 * to answer. A line each; none for a dataset in the format of this product.
 *
 * @param {import('../lib/io/input.server.ts').Checked} result
 * @param {readonly string[]} paths
 */
export function afterwards(result, paths) {
	if (result.isNative) return [];
	const { read, accepted, repaired, rejected } = result.counts;
	return [
		`${read} read = ${accepted} accepted + ${repaired} repaired + ${rejected} rejected`,
		...howToAnswer(result, paths)
	];
}

/**
 * A line on the questions about columns that are open, if there are any.
 *
 * @param {Pick<import('../lib/io/input.server.ts').Checked, 'mappings'>} result
 * @param {readonly string[]} paths What was read.
 */
export function howToAnswer({ mappings }, paths) {
	const open = mappings.reduce((sum, { questions }) => sum + questions.length, 0);
	if (open === 0) return [];
	const question = `${count(open, 'question')} about the columns ${open === 1 ? 'is' : 'are'} open`;
	const named = paths.map((file) => (/^[\w./:\\-]+$/.test(file) ? file : JSON.stringify(file))).join(' ');
	const write = `npm run data:import -- ${named} --to FOLDER`;
	return [
		`${question}: ${write} writes a mapping.json to change and give back with --mapping; or open the data in the page and answer there.`
	];
}

/** @param {readonly Problem[]} problems */
export function errorsOf(problems) {
	return problems.filter(({ severity }) => severity === 'error').length;
}

/**
 * @param {number} quantity
 * @param {string} noun
 * @param {string} [several] Where it is more than the noun with an s.
 */
export function count(quantity, noun, several = `${noun}s`) {
	return `${number(quantity)} ${quantity === 1 ? noun : several}`;
}

/** @param {number} quantity */
function number(quantity) {
	return quantity.toLocaleString('en-GB');
}
