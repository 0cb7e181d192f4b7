/**
 * `npm run build [-- folder | files]`: checks the dataset, or imports the files, builds the site, and only then puts it in the place of the last one.
 * A build that fails, or is broken off, leaves the last one as it is.
 */
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { LARGE_HEAP, launch, LaunchError, ROOT, runCommand, runNode } from './child.mjs';
import { ensureInstalled } from './install.mjs';

const FRESH = join(ROOT, '.svelte-kit', 'site-fresh');
/** What of a large dataset does not fit into a page. */
const PAGED = join(ROOT, '.svelte-kit', 'paged');
const OLD = join(ROOT, '.svelte-kit', 'site-old');
/** Where the built site lies, absolute. */
export const BUILD_DIR = join(ROOT, 'build');

/** Where files of other formats lie as a dataset. */
const IMPORTED = join(ROOT, '.svelte-kit', 'imported');

/**
 * The folder of the dataset that a user named, absolute: that folder, or what files of other formats are imported into.
 * npm runs scripts in the root; what the user typed is relative to where they stood.
 *
 * @param {readonly string[]} named Files and folders, and `--mapping FILE`.
 * @param {{ progress?: boolean }} [options]
 * @returns {Promise<string | undefined>} Nothing was named: `undefined`.
 */
export async function datasetNamed(named, { progress = false } = {}) {
	if (named.length === 0) return undefined;
	const from = process.env.INIT_CWD ?? process.cwd();
	const [first = '.'] = named;
	const absolute = resolve(from, first);
	if (named.length === 1 && !existsSync(absolute)) throw new LaunchError(`There is no file or folder ${absolute}.`);
	if (named.length === 1 && isDataset(absolute)) return absolute;
	await ensureInstalled();
	const code = await runNode('src/cli/data-import.mjs', [...named, '--to', IMPORTED, '--replace'], {
		env: { INIT_CWD: from },
		progress,
		node: LARGE_HEAP
	});
	if (code !== 0) throw new LaunchError('Nothing was built: what is wrong with the files stands above.');
	return IMPORTED;
}

/** @param {string} folder */
function isDataset(folder) {
	if (!statSync(folder).isDirectory()) return false;
	const names = readdirSync(folder);
	return (
		names.length === 0 ||
		['dataset.json', 'places.geojson', 'events.json', 'events'].some((name) => names.includes(name))
	);
}

/**
 * @param {string | undefined} folder The dataset, absolute; absent: `CHRONOTOPE_DATA`, else `data/`.
 * @param {{ progress?: boolean }} [options] `progress: true` keeps stdout free.
 * @returns {Promise<number>} 0, or the exit code of the step that failed.
 */
export async function build(folder, { progress = false } = {}) {
	const dataset = folder ?? resolve(process.env.CHRONOTOPE_DATA ?? join(ROOT, 'data'));
	const env = { CHRONOTOPE_DATA: dataset, CHRONOTOPE_PAGED: PAGED };
	rmSync(PAGED, { recursive: true, force: true });
	const checked = await runNode('src/cli/data-check.mjs', [dataset, '--site', PAGED], {
		env,
		progress,
		node: LARGE_HEAP
	});
	if (checked !== 0) return checked;

	rmSync(FRESH, { recursive: true, force: true });
	const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
	const built = await runCommand(process.execPath, [vite, 'build'], {
		env: { ...env, CHRONOTOPE_BUILD: FRESH },
		progress
	});
	if (built !== 0) return built;
	if (!existsSync(join(FRESH, 'index.html'))) {
		throw new LaunchError(`The build ended without an index.html in ${FRESH}; ${BUILD_DIR} is left as it was.`);
	}
	if (existsSync(PAGED)) layIn(PAGED, FRESH);
	swapIn();
	return 0;
}

/**
 * Puts the files of a large dataset into the site. Those that are fetched whole are compressed beside, as the adapter does with
 * the rest; of the thousands of small ones, hosts compress what is text themselves.
 *
 * @param {string} from What `data-check.mjs --site` wrote.
 * @param {string} site
 */
export function layIn(from, site) {
	const immutable = join('_app', 'immutable');
	for (const name of readdirSync(join(from, immutable))) {
		const folder = join(site, immutable, name);
		renameSync(join(from, immutable, name), folder);
		for (const file of ['columns.bin', 'names.json', 'words/list.json']) compress(join(folder, file));
	}
}

/** @param {string} file */
function compress(file) {
	const content = readFileSync(file);
	const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants;
	// The best quality takes a minute for 15 MB, and makes them a tenth smaller than this.
	const params = { [BROTLI_PARAM_QUALITY]: 9, [BROTLI_PARAM_LGWIN]: 24, [BROTLI_PARAM_SIZE_HINT]: content.length };
	writeFileSync(`${file}.br`, brotliCompressSync(content, { params }));
	writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
}

/** Two renames within one file system: a server of the old site misses it for no longer than that. */
function swapIn() {
	rmSync(OLD, { recursive: true, force: true });
	const hadBuild = existsSync(BUILD_DIR);
	if (hadBuild) renameSync(BUILD_DIR, OLD);
	try {
		renameSync(FRESH, BUILD_DIR);
	} catch (error) {
		if (hadBuild) renameSync(OLD, BUILD_DIR);
		throw error;
	}
	rmSync(OLD, { recursive: true, force: true });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
	await launch(async () => {
		await ensureInstalled();
		return build(await datasetNamed(process.argv.slice(2)));
	});
}
