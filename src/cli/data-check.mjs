/**
 * Checks a dataset and says what is wrong with it, where, why, and how to mend it.
 *
 *   npm run data:check                      the folder data/
 *   npm run data:check -- path/to/folder    another folder
 *   npm run -s data:check -- --json         the same for machines
 *   npm run data:check -- --max-errors 20   at most so many problems are printed; all are counted
 *
 * With `--site FOLDER`, which the build uses, a dataset without errors that is too large for a page is also written there, as the
 * static files that the page fetches.
 *
 * Exit codes: 0 no errors (warnings alone are 0), 1 errors in the data, 2 the check itself could not run (no such folder,
 * an unknown option).
 */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const USAGE = 'Usage: npm run data:check [-- folder] [--json] [--max-errors N]';

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
	const { checkFolder, problemWords, writePaged, MAX_INLINE_EVENTS } = await loadModules();
	const result = checkFolder(request.folder);
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
				site: { type: 'string' }
			}
		});
	} catch (error) {
		return `${error instanceof Error ? error.message : error}\n${USAGE}`;
	}
	const { values, positionals } = parsed;
	const limit = values['max-errors'] === 'all' ? Infinity : Number(values['max-errors']);
	if (Number.isNaN(limit) || limit < 0) return `--max-errors needs a number.\n${USAGE}`;
	if (positionals.length > 1) return `One folder at a time.\n${USAGE}`;

	const [named] = positionals;
	// npm runs scripts in the project's folder; INIT_CWD is where the person stands.
	const folder =
		named === undefined ? path.join(ROOT, 'data') : path.resolve(process.env.INIT_CWD ?? process.cwd(), named);
	if (!existsSync(folder)) return `There is no folder ${folder}.`;
	if (!statSync(folder).isDirectory()) return `${folder} is a file; the check needs the folder with the four files.`;
	return { folder, json: values.json, limit, site: values.site ?? null };
}

/** Node 20 reads no TypeScript, so Vite does. */
async function loadModules() {
	const { runnerImport } = await import('vite');
	const load = async (file) => {
		const { module } = await runnerImport(path.join(ROOT, file), { root: ROOT, configFile: false, logLevel: 'error' });
		return module;
	};
	const { checkFolder } = await load('src/lib/io/folder.server.ts');
	const { problemWords } = await load('src/lib/i18n/problem-text.ts');
	const { writePaged } = await load('src/lib/io/paged-folder.server.ts');
	const { MAX_INLINE_EVENTS } = await load('src/lib/io/paged.ts');
	return { checkFolder, problemWords, writePaged, MAX_INLINE_EVENTS };
}

function printJson({ folder, limit }, { dataset, problems, ...counts }, problemWords) {
	const shown = problems.slice(0, limit).map((problem) => ({ ...problem, ...problemWords(problem) }));
	const errors = problems.filter(({ severity }) => severity === 'error').length;
	const report = {
		folder,
		usable: dataset !== null,
		errors,
		warnings: problems.length - errors,
		...counts,
		problems: shown
	};
	console.log(JSON.stringify(report, null, '\t'));
}

function printReport({ folder, limit }, { problems, counts }, problemWords) {
	const shown = problems.slice(0, limit);
	for (const problem of shown) console.log(`${inLines(problem, problemWords(problem))}\n`);
	if (shown.length < problems.length) console.log(`... and ${problems.length - shown.length} more\n`);

	console.log(folder);
	const kinds = Object.entries(counts);
	const width = Math.max(...kinds.map(([kind]) => kind.length));
	for (const [kind, { read, accepted, repaired, rejected }] of kinds) {
		const sum = `${read} read = ${accepted} accepted + ${repaired} repaired + ${rejected} rejected`;
		console.log(`  ${kind.padEnd(width)}  ${sum}`);
	}
	const errors = problems.filter(({ severity }) => severity === 'error').length;
	console.log(`${plural(errors, 'error')}, ${plural(problems.length - errors, 'warning')}`);
}

function inLines({ severity, code, file, pointer, record, field, value }, { why, mend }) {
	const where = pointer.startsWith('/') ? ` ${pointer}` : pointer === '' ? '' : `:${pointer}`;
	const facts = [
		['record', record],
		['field', field],
		['value', value],
		['why', why],
		['mend', mend]
	].filter(([, fact]) => fact !== null && fact !== '');
	return [`${severity} ${code}  ${file}${where}`, ...facts.map(([name, fact]) => `  ${name.padEnd(6)}  ${fact}`)].join(
		'\n'
	);
}

function plural(number, noun) {
	return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
