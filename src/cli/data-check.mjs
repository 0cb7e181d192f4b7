/**
 * Checks a dataset, or files of other formats as they would be imported, and says what is wrong, where, why, and how to mend it.
 *
 *   npm run data:check                        the folder data/
 *   npm run data:check -- path/to/folder      another folder
 *   npm run data:check -- events.csv          a file of another format, or several, or a folder of them
 *   npm run data:check -- events.csv --mapping mapping.json
 *                                             with what is said there of its columns
 *   npm run -s data:check -- --json           the same for machines
 *   npm run data:check -- --max-errors 20     at most so many problems are printed; all are counted
 *
 * With `--site FOLDER`, which the build uses, a dataset without errors that is too large for a page is also written there, as the
 * static files that the page fetches.
 *
 * Exit codes: 0 no errors (warnings alone are 0), 1 errors in the data, 2 the check itself could not run (no such folder,
 * an unknown option).
 */
import { parseArgs } from 'node:util';
import { inLines, loadModules, printCounts, pathsNamed } from './report.mjs';

const USAGE = 'Usage: npm run data:check [-- folder | files] [--mapping FILE] [--json] [--max-errors N]';

// A reader that closes early (`| head`) is no failure.
process.stdout.on('error', (error) => {
	if ('code' in error && error.code === 'EPIPE') process.exit();
	throw error;
});

const request = readArguments();
if (typeof request === 'string') {
	console.error(request);
	process.exitCode = 2;
} else {
	const { checkInput, problemWords, writePaged, MAX_INLINE_EVENTS } = await loadModules();
	const result = checkInput(request.paths, request.mapping);
	const errors = result.problems.filter(({ severity }) => severity === 'error').length;
	const print = request.json ? printJson : printReport;
	print(request, result, problemWords);
	process.exitCode = errors > 0 ? 1 : 0;
	const { dataset } = result;
	if (request.site !== null && errors === 0 && dataset !== null && dataset.events.length > MAX_INLINE_EVENTS)
		writePaged(dataset, request.site);
}

function readArguments() {
	let parsed;
	try {
		parsed = parseArgs({
			allowPositionals: true,
			options: {
				json: { type: 'boolean', default: false },
				'max-errors': { type: 'string', default: 'all' },
				mapping: { type: 'string' },
				site: { type: 'string' }
			}
		});
	} catch (error) {
		return `${error instanceof Error ? error.message : error}\n${USAGE}`;
	}
	const { values, positionals } = parsed;
	const limit = values['max-errors'] === 'all' ? Infinity : Number(values['max-errors']);
	if (Number.isNaN(limit) || limit < 0) return `--max-errors needs a number.\n${USAGE}`;
	const named = pathsNamed(positionals, values.mapping);
	return typeof named === 'string' ? named : { ...named, json: values.json, limit, site: values.site ?? null };
}

function printJson({ paths, limit }, { isNative, dataset, problems, counts, kinds }, problemWords) {
	const shown = problems.slice(0, limit).map((problem) => {
		const { why, mend } = problemWords(problem);
		return { ...problem, why, mend, message: `${why} ${mend}`.trim() };
	});
	const errors = problems.filter(({ severity }) => severity === 'error').length;
	const report = {
		...(isNative ? { folder: paths[0], counts: kinds } : { files: paths }),
		usable: dataset !== null,
		errors,
		warnings: problems.length - errors,
		...counts,
		problems: shown
	};
	console.log(JSON.stringify(report, null, '\t'));
}

function printReport({ paths, limit }, result, problemWords) {
	const { problems } = result;
	const shown = problems.slice(0, limit);
	for (const problem of shown) console.log(`${inLines(problem, problemWords(problem))}\n`);
	if (shown.length < problems.length) console.log(`... and ${problems.length - shown.length} more\n`);
	for (const path of paths) console.log(path);
	printCounts(result);
}
