/**
 * Imports files of other formats and writes them as a dataset in the native format, to keep editing.
 *
 *   npm run data:import -- events.csv --to my-dataset
 *   npm run data:import -- events.csv more.geojson --to my-dataset --mapping mapping.json
 *
 * A dataset that is one file (`my.chronotope.json`) becomes a folder in the same way.
 *
 * What is wrong with them is told as by `npm run data:check`; good rows are in the dataset all the same. How each column was
 * understood is written beside it, as `mapping.json`: change it and give it back with `--mapping`. Where nothing can be loaded
 * before that is changed, it is written alone, into a folder that has nothing yet.
 *
 * With `--rejected FOLDER` what was rejected is written there, each row with its reasons, to be mended and imported again.
 *
 * Exit codes: 0 written, 1 nothing could be imported, 2 the import itself could not run. Unless it is 0, what was there stays.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { launch, LaunchError } from './child.mjs';
import { dataArguments, resolveTyped } from './data-arguments.mjs';
import { REJECTED, rejectedFolder, writeRejected } from './rejected.mjs';
import { allowClosedPipe, loadModules, printCounts, printProblems, printUnderstood } from './report.mjs';

const USAGE =
	'Usage: npm run data:import -- files --to FOLDER [--mapping FILE] [--rejected FOLDER] [--max-errors N|all] [--replace]';

/** What a dataset consists of; a folder with anything else in it is never replaced. */
const OF_A_DATASET = ['dataset.json', 'places.geojson', 'sources.json', 'events.json', 'events', 'mapping.json'];

const MAPPING = 'mapping.json';

allowClosedPipe();
await launch(async () => {
	const own = /** @type {const} */ ({ to: { type: 'string' }, replace: { type: 'boolean' }, ...REJECTED });
	const { paths, mapping, limit, values } = dataArguments(USAGE, own, { fallback: null });
	if (values.to === undefined) throw new LaunchError(`--to has to name the folder to write.\n${USAGE}`, 2);
	const to = resolveTyped(values.to);
	requireFree(to, paths, values.replace === true || holdsOnly(to, mapping));
	const rejected = rejectedFolder(values.rejected);
	if (rejected !== null && (rejected === to || rejected.startsWith(to + path.sep)))
		throw new LaunchError(`Rejected rows are no part of the dataset: name a folder outside of ${to}.`, 2);

	const { checkInput, writeNative, writeMapping, problemWords } = await loadModules();
	const result = checkInput(paths, mapping);
	if (result.isFolder)
		throw new LaunchError(`${paths[0]} is a dataset in the format of this product: there is nothing to import.`, 2);
	const { dataset, mappings } = result;
	// Also for a reader who closes early.
	process.exitCode = dataset === null ? 1 : 0;
	const isAlone = dataset === null && mappings.length > 0 && isEmpty(to);
	if (dataset !== null) write(to, (folder) => writeNative(folder, dataset, mappings));
	else if (isAlone) write(to, (folder) => writeMapping(folder, mappings));
	printProblems(result.problems, problemWords, limit);
	printUnderstood(result);
	printCounts(result);
	if (rejected !== null) console.log(writeRejected(rejected, result, problemWords));
	if (dataset !== null) console.log(`Written to ${to}`);
	else if (isAlone)
		console.log(
			`Nothing could be imported. How each column was understood is in ${path.join(to, MAPPING)}: change it and give it back with --mapping.`
		);
	else console.log('Nothing could be imported, and nothing was written.');
	return process.exitCode;
});

/**
 * @param {string} to
 * @param {readonly string[]} paths What is to be imported.
 * @param {boolean} mayReplace
 */
function requireFree(to, paths, mayReplace) {
	const refuse = (/** @type {string} */ why) => new LaunchError(why, 2);
	if (paths.some((file) => file === to || file.startsWith(to + path.sep)))
		throw refuse(`${to} holds what is to be imported; name another folder to write to.`);
	if (!existsSync(to)) return;
	if (!statSync(to).isDirectory()) throw refuse(`${to} is a file; name a folder to write to.`);
	const names = readdirSync(to);
	if (names.length === 0) return;
	const foreign = names.find((name) => !OF_A_DATASET.includes(name));
	if (foreign !== undefined)
		throw refuse(`${to} also holds ${foreign}, which is no part of a dataset; name another folder to write to.`);
	if (!mayReplace) throw refuse(`${to} is there and not empty; name another folder, or add --replace.`);
}

/** @param {string} folder */
function isEmpty(folder) {
	return !existsSync(folder) || readdirSync(folder).length === 0;
}

/**
 * Whether the folder has nothing but the mapping that is given: what an import left there that could load nothing.
 *
 * @param {string} folder
 * @param {string | null} mapping
 */
function holdsOnly(folder, mapping) {
	if (mapping === null || mapping !== path.join(folder, MAPPING)) return false;
	return readdirSync(folder).every((name) => name === MAPPING);
}

/**
 * All of it or nothing: what was there stays until the new one is whole.
 *
 * @param {string} to
 * @param {(folder: string) => void} fill
 */
function write(to, fill) {
	const [fresh, old] = [`${to}.chronotope-new`, `${to}.chronotope-old`];
	rmSync(fresh, { recursive: true, force: true });
	try {
		mkdirSync(fresh, { recursive: true });
		fill(fresh);
		if (existsSync(to)) {
			rmSync(old, { recursive: true, force: true });
			renameSync(to, old);
		}
		renameSync(fresh, to);
	} catch (error) {
		if (!existsSync(to) && existsSync(old)) renameSync(old, to);
		rmSync(fresh, { recursive: true, force: true });
		throw error;
	}
	rmSync(old, { recursive: true, force: true });
}
