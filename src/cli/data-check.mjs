/**
 * Checks a dataset, or files of other formats as they would be imported, and says what is wrong, where, why, and how to mend it.
 *
 *   npm run data:check                        the folder data/
 *   npm run data:check -- path/to/folder      another folder
 *   npm run data:check -- my.chronotope.json  a dataset that is one file
 *   npm run data:check -- events.csv          a file of another format, or several, or a folder of them
 *   npm run data:check -- events.csv --mapping mapping.json
 *                                             with what is said there of its columns
 *   npm run data:check -- events.csv --rejected mend
 *                                             what was rejected is written there, each row with its reasons, to be mended
 *   npm run -s data:check -- --json           all of it for machines
 *   npm run data:check -- --max-errors 20     so many problems are printed, or "all", instead of the first of each kind
 *
 * With `--prepare FOLDER`, which the build uses, what can be shown is also written there: in `dataset/` what was imported, and
 * in `paged/`, if it is too large for a page, the static files that the page fetches; `said.txt` has the counts, to be repeated.
 *
 * Exit codes: 0 no errors (warnings alone are 0), 1 errors in the data, 2 the check itself could not run (no such folder, an
 * unknown option). With `--prepare`: 0 there is something to show, of files of other formats as soon as one event can be loaded.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { launch, LaunchError, ROOT } from './child.mjs';
import { dataArguments } from './data-arguments.mjs';
import { REJECTED, rejectedFolder, writeRejected } from './rejected.mjs';
import {
	afterwards,
	allowClosedPipe,
	errorsOf,
	howToAnswer,
	loadModules,
	printCounts,
	printProblems,
	printStories,
	printUnderstood
} from './report.mjs';

const USAGE =
	'Usage: npm run data:check [-- folder | files] [--mapping FILE] [--rejected FOLDER] [--json] [--max-errors N|all]';

allowClosedPipe();
await launch(async () => {
	const own = /** @type {const} */ ({ json: { type: 'boolean' }, prepare: { type: 'string' }, ...REJECTED });
	const { values, ...request } = dataArguments(USAGE, own);
	if (values.prepare !== undefined) requireOwn(values.prepare);
	const rejected = rejectedFolder(values.rejected);
	const { checkInput, problemWords, ...write } = await loadModules();
	const result = checkInput(request.paths, request.mapping);
	if (result.isNative && request.mapping !== null)
		throw new LaunchError(`A mapping is for files of other formats; ${request.paths[0]} is a dataset already.`, 2);
	const isGood =
		values.prepare !== undefined && !result.isNative ? result.dataset !== null : errorsOf(result.problems) === 0;
	// Also for a reader who closes early.
	process.exitCode = isGood ? 0 : 1;
	(values.json ? printJson : printReport)(request, result, problemWords);
	if (rejected !== null) {
		const said = writeRejected(rejected, result, problemWords);
		if (!values.json) console.log(said);
	}
	if (values.prepare !== undefined) prepare(values.prepare, isGood ? result : null, request.paths, write);
	return process.exitCode;
});

/**
 * @param {ReturnType<typeof dataArguments>} request
 * @param {import('../lib/io/input.server.ts').Checked} result
 * @param {import('./report.mjs').ProblemWords} problemWords
 */
function printJson({ paths, limit }, { isNative, isFolder, dataset, problems, counts, kinds }, problemWords) {
	const shown = problems.slice(0, limit === 'few' ? Infinity : limit).map((problem) => {
		const { why, mend } = problemWords(problem);
		return { ...problem, why, mend, message: `${why} ${mend}`.trim() };
	});
	const errors = errorsOf(problems);
	const report = {
		...(isFolder ? { folder: paths[0] } : { files: paths }),
		...(isNative ? { counts: kinds } : {}),
		usable: dataset !== null,
		errors,
		warnings: problems.length - errors,
		...counts,
		problems: shown
	};
	console.log(JSON.stringify(report, null, '\t'));
}

/**
 * @param {ReturnType<typeof dataArguments>} request
 * @param {import('../lib/io/input.server.ts').Checked} result
 * @param {import('./report.mjs').ProblemWords} problemWords
 */
function printReport({ paths, limit }, result, problemWords) {
	printProblems(result.problems, problemWords, limit);
	printUnderstood(result);
	for (const named of paths) console.log(named);
	printStories(result);
	printCounts(result);
	for (const line of howToAnswer(result, paths)) console.log(line);
}

/**
 * Nothing is deleted that a build did not make.
 *
 * @param {string} folder
 */
function requireOwn(folder) {
	const inside = path.relative(path.join(ROOT, '.svelte-kit'), path.resolve(folder));
	if (inside !== '' && !path.isAbsolute(inside) && inside.split(path.sep)[0] !== '..') return;
	if (existsSync(folder) && readdirSync(folder).length > 0)
		throw new LaunchError(`--prepare deletes what is in ${folder}; name a new or an empty folder.`, 2);
}

/**
 * @param {string} folder
 * @param {import('../lib/io/input.server.ts').Checked | null} result `null`: there is nothing to show.
 * @param {readonly string[]} paths
 * @param {Omit<Awaited<ReturnType<typeof loadModules>>, 'checkInput' | 'problemWords'>} modules
 */
function prepare(folder, result, paths, { writeNative, writePaged, MAX_INLINE_EVENTS }) {
	rmSync(folder, { recursive: true, force: true });
	if (result === null || result.dataset === null) return;
	const { isFolder, dataset, mappings } = result;
	mkdirSync(folder, { recursive: true });
	writeFileSync(
		path.join(folder, 'said.txt'),
		afterwards(result, paths)
			.map((line) => `${line}\n`)
			.join('')
	);
	if (!isFolder) writeNative(path.join(folder, 'dataset'), dataset, mappings);
	if (dataset.events.length > MAX_INLINE_EVENTS) writePaged(dataset, path.join(folder, 'paged'));
}
