/**
 * `npm run build [-- folder | files]`: checks the dataset, or imports the files, builds the site, and only then puts it in the place of the last one.
 * A build that fails, or is broken off, leaves the last one as it is. With `--single` it makes one file of it all, which opens from disk.
 */
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { LARGE_HEAP, launch, LaunchError, ROOT, runCommand, runNode } from './child.mjs';
import { dataArguments, resolveTyped } from './data-arguments.mjs';
import { MAX_PAGES } from '../lib/core/page-limit.js';
import { isSiteAddress } from '../lib/core/site-address.js';
import { ensureInstalled } from './install.mjs';
import { pruneData } from './prune.mjs';
import { buildOneFile, SINGLE_FILE } from './one-file/build.mjs';
import { codeVersion } from './version.mjs';

const FRESH = join(ROOT, '.svelte-kit', 'site-fresh');
const OLD = join(ROOT, '.svelte-kit', 'site-old');
/** What `data-check.mjs --prepare` writes: what was imported, and what of a large dataset does not fit into a page. */
const PREPARED = join(ROOT, '.svelte-kit', 'prepared');
const IMPORTED = join(PREPARED, 'dataset');
const PAGED = join(PREPARED, 'paged');
const SAID = join(PREPARED, 'said.txt');
/** Where the built site lies, absolute. */
export const BUILD_DIR = join(ROOT, 'build');

/** @typedef {Pick<ReturnType<typeof dataArguments>, 'paths' | 'mapping' | 'limit'> & { url?: string | null, single?: string | null }} Named `url`: where the site
 *   will lie; `single`: the one file to write instead of a site. */

/**
 * What a person named: a dataset's folder, or files of other formats; nothing: `CHRONOTOPE_DATA`, else `data/`.
 *
 * @param {string} command What they typed, for the line on how it is used.
 * @param {{ maySingle?: boolean }} [options] `maySingle`: one file may be asked for instead of a site.
 * @returns {Named}
 */
export function buildArguments(command, { maySingle = false } = {}) {
	const usage = `Usage: ${command} [-- folder | files] [--mapping FILE] [--max-errors N|all] [--url ADDRESS]`;
	const { values, ...data } = dataArguments(
		maySingle ? `${usage} [--single [--to FILE.html]]` : usage,
		{ url: { type: 'string' }, ...(maySingle ? { single: { type: 'boolean' }, to: { type: 'string' } } : {}) },
		{ fallback: resolve(process.env.CHRONOTOPE_DATA ?? join(ROOT, 'data')) }
	);
	const url = values.url ?? (process.env.CHRONOTOPE_URL || null);
	if (url !== null && !isSiteAddress(url)) {
		const name = values.url === undefined ? 'CHRONOTOPE_URL' : '--url';
		throw new LaunchError(
			`${name} has to be where the site will lie, as in https://example.org/syria/ and not: ${url}`,
			2
		);
	}
	return { ...data, url, single: singleFile(values) };
}

/**
 * @param {{ single?: boolean, to?: string }} values
 * @returns {string | null} The file to write, absolute; `null`: a site is to be built.
 */
function singleFile({ single = false, to }) {
	if (!single && to === undefined) return null;
	if (!single) throw new LaunchError('--to names the file that --single makes.', 2);
	const file = to === undefined ? SINGLE_FILE : resolveTyped(to);
	if (/\.html?$/i.test(file)) return file;
	throw new LaunchError(`${file} has to end in .html, or no browser opens it.`, 2);
}

/**
 * @param {Named} data
 * @param {{ progress?: boolean }} [options] `progress: true` keeps stdout free.
 * @returns {Promise<number>} 0, or the exit code of the step that failed.
 */
export async function build({ paths, mapping, limit, url = null, single = null }, { progress = false } = {}) {
	putBack();
	const most = limit === Infinity ? 'all' : String(limit);
	const options = ['--prepare', PREPARED, '--max-errors', most, ...(mapping === null ? [] : ['--mapping', mapping])];
	const checked = await runNode('src/cli/data-check.mjs', [...options, ...paths], { progress, node: LARGE_HEAP });
	if (checked !== 0) return checked;
	const data = existsSync(IMPORTED) ? IMPORTED : (paths[0] ?? '');
	if (single !== null) return buildOneFile({ data, paged: PAGED }, single);

	rmSync(FRESH, { recursive: true, force: true });
	const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
	const env = {
		CHRONOTOPE_DATA: data,
		CHRONOTOPE_PAGED: PAGED,
		CHRONOTOPE_BUILD: FRESH,
		CHRONOTOPE_VERSION: codeVersion(),
		...(url === null ? {} : { CHRONOTOPE_URL: url })
	};
	process.stderr.write('Building the site ...\n');
	const built = await runCommand(process.execPath, [vite, 'build', '--logLevel', 'error'], { env, progress });
	if (built !== 0) return built;
	if (!existsSync(join(FRESH, 'index.html'))) {
		throw new LaunchError(`The build ended without an index.html in ${FRESH}; ${BUILD_DIR} is left as it was.`);
	}
	if (existsSync(PAGED)) layIn(PAGED, FRESH);
	pruneData(FRESH);
	swapIn();
	process.stderr.write(`The site is in ${BUILD_DIR}\n${saidOfSite(BUILD_DIR)}`);
	return 0;
}

/**
 * Puts the files of a large dataset into the site. Those that are fetched whole are compressed beside, as the adapter does with
 * the rest; of the thousands of small ones, hosts compress what is text themselves.
 *
 * @param {string} from What `writePaged` wrote.
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

/**
 * What a built site does not have, and why: nothing is left out without a word.
 *
 * @param {string} site
 */
export function saidOfSite(site) {
	const most = MAX_PAGES.toLocaleString('en-GB');
	const lines = [
		...(existsSync(join(site, 'events'))
			? existsSync(join(site, 'places'))
				? []
				: [`Places have no pages of their own: there are more than ${most} of them, or none.`]
			: [`Events and places have no pages of their own: there are more than ${most} events, or none.`]),
		...(existsSync(join(site, 'sitemap.xml'))
			? []
			: [
					'Nobody has said where the site will lie, so it has no sitemap.xml, and its pages name each other, and the pictures for links, by relative addresses, which many networks do not follow.',
					'To say it: npm run build -- --url https://example.org/folder/, or “url” in dataset.json.'
				])
	];
	return lines.map((line) => `${line}\n`).join('');
}

/** What was said of the files that the last build imported: the counts, and how to answer what is open; may be empty. */
export function saidOfData() {
	return existsSync(SAID) ? readFileSync(SAID, 'utf8') : '';
}

/** A build that was broken off between the two renames of `swapIn` left the last site where that one put it. */
function putBack() {
	if (!existsSync(BUILD_DIR) && existsSync(OLD)) renameSync(OLD, BUILD_DIR);
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
		const data = buildArguments('npm run build', { maySingle: true });
		await ensureInstalled();
		const code = await build(data);
		if (code !== 0)
			throw new LaunchError(
				`Nothing was built; what is wrong stands above. ${data.single ?? BUILD_DIR} is as it was.`,
				code
			);
	});
}
