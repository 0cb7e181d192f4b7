/**
 * The built page with another dataset inlined, in milliseconds instead of a whole build. It does with the output of
 * `vite build` what Kit does with it at the end of the same build, see `src/core/postbuild/prerender.js` in
 * @sveltejs/kit, and then what `src/cli/site/adapter.mjs` does; that the result is the same to the byte is tested in `datasets.spec.ts`.
 *
 * A worker, as a large dataset takes seconds, and whoever asks the server for anything else must not wait for it. It is
 * given a scratch folder, receives `<name of a dataset>/`, for another language `<name>/ar/`, for a page of a single event
 * `<name>/events/<id>/`, and answers each with
 * `{ page, problem }` when the page is in `with/<page>` of that folder; `problem` is null, or why it is not there. There is no
 * page for a name that is none.
 */
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { runnerImport } from 'vite';
import { BUILD_DIR } from '../../../src/cli/build.mjs';
import { ROOT } from '../../../src/cli/child.mjs';
import { pagePolicy, siteHeaders } from '../../../src/cli/hosts/policy.mjs';
import { mediaOrigins } from '../../../src/cli/site/media-origins.mjs';
import { withPolicy } from '../../../src/cli/site/page-head.mjs';
import { settleScripts, START_HASH } from '../../../src/cli/site/scripts.mjs';
import { MILLION_DIR } from '../../support/million.mjs';

const OUTPUT = join(ROOT, '.svelte-kit', 'output');
/** @type {{ scratch: string }} */
const { scratch } = workerData;

/** Node 20 reads no TypeScript, so Vite does. */
async function loadTypeScript(file) {
	const options = { root: ROOT, configFile: false, logLevel: 'error' };
	const { module } = await runnerImport(join(ROOT, file), options);
	return module;
}

/** Of the built server. */
const loadBuilt = (file) => import(pathToFileURL(join(OUTPUT, 'server', file)).href);

/** The output may be of a later build that failed: its page would ask for scripts that `build/` has not. */
function requireOutput() {
	const [site, output] = [BUILD_DIR, join(OUTPUT, 'client')].map((folder) => {
		try {
			return readFileSync(join(folder, '_app', 'version.json'), 'utf8');
		} catch {
			return null;
		}
	});
	if (site === null || site !== output)
		throw new Error(`${OUTPUT} and ${BUILD_DIR} are not of one build: run "npm run build".`);
}

async function createKitServer() {
	requireOutput();
	const internal = await loadBuilt('internal.js');
	internal.set_building();
	internal.set_prerendering();
	(await loadBuilt('env.js')).set_env({});
	const { manifest } = await loadBuilt('manifest-full.js');
	internal.set_manifest(manifest);
	const { Server } = await loadBuilt('index.js');
	const server = new Server(manifest);
	await server.init({ env: {} });
	return server;
}

async function prepare() {
	const [server, datasets, { datasetFiles }, { writePaged }, { MAX_INLINE_EVENTS }] = await Promise.all([
		createKitServer(),
		loadTypeScript('tests/support/datasets.ts'),
		loadTypeScript('src/lib/io/dataset-files.ts'),
		loadTypeScript('src/lib/io/paged-folder.server.ts'),
		loadTypeScript('src/lib/io/paged.ts')
	]);
	return { server, datasetFiles, writePaged, MAX_INLINE_EVENTS, ...datasets };
}

/** Prepared at the first page; most tests want none. */
let prepared;
/** Where the data of each name lies, as the environment of a build would say. */
const homes = new Map();

/** What is made by a function is written to a folder, as the page reads one; what is too large for a page, as a build does it. */
async function homeOf(name) {
	const { datasetFiles, writePaged, MAX_INLINE_EVENTS, MADE, folderOf, datasetNamed } = await prepared;
	if (name === 'million') return { CHRONOTOPE_DATA: '', CHRONOTOPE_PAGED: MILLION_DIR };
	if (!MADE.includes(name)) return { CHRONOTOPE_DATA: folderOf(name), CHRONOTOPE_PAGED: '' };
	const dataset = datasetNamed(name);
	if (dataset.events.length <= MAX_INLINE_EVENTS) {
		const folder = write(join(scratch, 'data', name), datasetFiles(dataset));
		return { CHRONOTOPE_DATA: folder, CHRONOTOPE_PAGED: '' };
	}
	// The server has it from there, see `server.mjs`.
	const folder = join(scratch, 'paged', name);
	writePaged(dataset, folder);
	return { CHRONOTOPE_DATA: '', CHRONOTOPE_PAGED: folder };
}

async function makePage(page) {
	const [name] = page.split('/');
	const path = page.slice(`${name}/`.length);
	const { server, WRITTEN, MADE, PREPARED, whyMissing } = await (prepared ??= prepare());
	if (![...WRITTEN, ...MADE, ...PREPARED].includes(name)) return;
	const why = whyMissing(name);
	if (why !== null) throw new Error(why);
	if (!homes.has(name)) homes.set(name, await homeOf(name));
	Object.assign(process.env, homes.get(name));
	const response = await server.respond(new Request(`http://sveltekit-prerender/${path}`), {
		getClientAddress: () => '127.0.0.1',
		prerendering: { dependencies: new Map(), remote_responses: new Map() }
	});
	// What went wrong has been written to stderr by Kit.
	if (response.status !== 200) throw new Error(`The page ${page} answers ${response.status}.`);
	const { html, hashes } = settleScripts(await response.text());
	const policy = pagePolicy({ scripts: [START_HASH, ...hashes], media: mediaOrigins([html]) });
	// The policy of a page with media names their hosts: the header must be that page's own.
	const headers = Object.entries(siteHeaders({ policy })).map(([header, value]) => `  ${header}: ${value}\n`);
	appendFileSync(join(scratch, '_headers'), `/with/${page}\n${headers.join('')}`);
	write(join(scratch, 'with', page), { 'index.html': withPolicy(html, policy) });
}

function write(folder, files) {
	mkdirSync(folder, { recursive: true });
	for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
	return folder;
}

// One at a time, as the environment is one.
let last = Promise.resolve();
parentPort?.on('message', (page) => {
	last = last
		.then(() => makePage(page))
		.then(
			() => parentPort?.postMessage({ page, problem: null }),
			(error) => parentPort?.postMessage({ page, problem: error.message })
		);
});
