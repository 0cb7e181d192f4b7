/**
 * The built page with another dataset inlined, in milliseconds instead of a whole build. It does with the output of
 * `vite build` what Kit does with it at the end of the same build, see `src/core/postbuild/prerender.js` in
 * @sveltejs/kit; that the result is the same to the byte is tested in `datasets.spec.ts`.
 *
 * A worker, as a large dataset takes seconds, and whoever asks the server for anything else must not wait for it. It is
 * given a scratch folder, receives `<name of a dataset>/` or, for another language, `<name>/ar/`, and answers each with
 * `{ page, problem }` when the page is in `with/<page>` of that folder; `problem` is null, or why it is not there. There is no
 * page for a name that is none.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { runnerImport } from 'vite';
import { BUILD_DIR } from '../../../src/cli/build.mjs';
import { ROOT } from '../../../src/cli/child.mjs';

const OUTPUT = join(ROOT, '.svelte-kit', 'output');
/** @type {{ scratch: string }} */
const { scratch } = workerData;
// Files of large datasets: the server has them there.
process.env.CHRONOTOPE_PAGED = scratch;

/** Of `tests/support`. Node 20 reads no TypeScript, so Vite does. */
async function loadTypeScript(file) {
	const options = { root: ROOT, configFile: false, logLevel: 'error' };
	const { module } = await runnerImport(join(ROOT, 'tests/support', file), options);
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
	const [server, datasets, { datasetFiles }] = await Promise.all([
		createKitServer(),
		loadTypeScript('datasets.ts'),
		loadTypeScript('dataset-files.ts')
	]);
	return { server, datasetFiles, ...datasets };
}

/** Prepared at the first page; most tests want none. */
let prepared;

async function makePage(page) {
	const [name, language] = page.split('/');
	const { server, datasetFiles, WRITTEN, MADE, folderOf, datasetNamed } = await (prepared ??= prepare());
	if (![...WRITTEN, ...MADE].includes(name)) return;
	// What is made by a function is written to a folder, as the page reads one; which, it learns from the environment.
	const isMade = MADE.includes(name);
	const folder = isMade ? write(join(scratch, 'data', name), datasetFiles(datasetNamed(name))) : folderOf(name);
	process.env.CHRONOTOPE_DATA = folder;
	const response = await server.respond(
		new Request(`http://sveltekit-prerender/${language === '' ? '' : `${language}/`}`),
		{
			getClientAddress: () => '127.0.0.1',
			prerendering: { dependencies: new Map(), remote_responses: new Map() }
		}
	);
	// What went wrong has been written to stderr by Kit.
	if (response.status !== 200) throw new Error(`The page with the dataset in ${folder} answers ${response.status}.`);
	write(join(scratch, 'with', page), { 'index.html': await response.text() });
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
