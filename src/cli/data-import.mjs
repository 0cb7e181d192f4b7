/**
 * Imports files of other formats and writes them as a dataset in the native format, to keep editing.
 *
 *   npm run data:import -- events.csv --to my-dataset
 *   npm run data:import -- events.csv more.geojson --to my-dataset --mapping mapping.json
 *
 * What is wrong with them is told as by `npm run data:check`; good rows are in the dataset all the same. How each column was
 * understood is written beside it, as `mapping.json`: change it and give it back with `--mapping`.
 *
 * Exit codes: 0 written, 1 nothing could be imported, 2 the import itself could not run.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { inLines, loadModules, pathsNamed, printCounts } from './report.mjs';

const USAGE = 'Usage: npm run data:import -- files --to FOLDER [--mapping FILE] [--max-errors N] [--replace]';

const request = readArguments();
if (typeof request === 'string') {
	console.error(request);
	process.exitCode = 2;
} else {
	const { checkInput, writeNative, problemWords } = await loadModules();
	const result = checkInput(request.paths, request.mapping);
	const shown = result.problems.slice(0, request.limit);
	for (const problem of shown) console.log(`${inLines(problem, problemWords(problem))}\n`);
	if (shown.length < result.problems.length) console.log(`... and ${result.problems.length - shown.length} more\n`);
	printCounts(result);
	if (result.dataset === null) {
		console.log('Nothing could be imported.');
		process.exitCode = 1;
	} else {
		write(request.to, (folder) => writeNative(folder, result.dataset, result.mappings));
		console.log(`Written to ${request.to}`);
	}
}

/**
 * All of it or nothing: what was there stays until the new one is whole.
 *
 * @param {string} to
 * @param {(folder: string) => void} fill
 */
function write(to, fill) {
	const fresh = `${to}.writing`;
	rmSync(fresh, { recursive: true, force: true });
	mkdirSync(fresh, { recursive: true });
	fill(fresh);
	rmSync(to, { recursive: true, force: true });
	renameSync(fresh, to);
}

function readArguments() {
	let parsed;
	try {
		parsed = parseArgs({
			allowPositionals: true,
			options: {
				to: { type: 'string' },
				mapping: { type: 'string' },
				'max-errors': { type: 'string', default: '50' },
				replace: { type: 'boolean', default: false }
			}
		});
	} catch (error) {
		return `${error instanceof Error ? error.message : error}\n${USAGE}`;
	}
	const { values, positionals } = parsed;
	if (values.to === undefined || positionals.length === 0) return USAGE;
	const limit = values['max-errors'] === 'all' ? Infinity : Number(values['max-errors']);
	if (Number.isNaN(limit) || limit < 0) return `--max-errors needs a number.\n${USAGE}`;
	const named = pathsNamed(positionals, values.mapping);
	if (typeof named === 'string') return named;
	const to = path.resolve(process.env.INIT_CWD ?? process.cwd(), values.to);
	if (named.paths.some((file) => file === to || file.startsWith(to + path.sep)))
		return `${to} holds what is to be imported; name another folder to write to.`;
	if (!values.replace && existsSync(to) && readdirSync(to).length > 0)
		return `${to} is there and not empty; name another folder, or add --replace.`;
	return { ...named, to, limit };
}
