/**
 * `npm run build:million`: the dataset of a million events at a thousand places, as the build would lay it into a site, in a cache
 * folder. The browser tests have a page of it at `/with/million/`. It is made again when what makes it has changed.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LARGE_HEAP, launch, ROOT, runNode } from '../../src/cli/child.mjs';
import { generateDataset } from '../../src/cli/generate/dataset.mjs';
import { ensureInstalled } from '../../src/cli/install.mjs';

/** Where it lies, absolute: what `writePaged` writes. */
export const MILLION_DIR = join(ROOT, 'node_modules', '.cache', 'chronotope', 'million');
const MADE_OF = join(MILLION_DIR, 'made-of.txt');

/** A hash of all code that it depends on. */
function currentCode() {
	const hash = createHash('sha256');
	for (const folder of ['src/cli/generate', 'src/lib/core', 'src/lib/io']) {
		const entries = readdirSync(join(ROOT, folder), { withFileTypes: true }).filter((entry) => entry.isFile());
		for (const file of entries.map(({ name }) => name).sort()) {
			hash.update(`${folder}/${file}\n`).update(readFileSync(join(ROOT, folder, file)));
		}
	}
	return hash.update(readFileSync(import.meta.filename)).digest('hex');
}

/** @returns {string | null} Why there is nothing to test, in a sentence; null when there is. */
export function whyNoMillion() {
	const madeOf = existsSync(MADE_OF) ? readFileSync(MADE_OF, 'utf8') : null;
	if (madeOf === currentCode()) return null;
	return madeOf === null
		? 'The million events are not there: run "npm run build:million".'
		: 'The million events are not of the code as it is: run "npm run build:million".';
}

/**
 * Without its files: reading and checking these takes as long as all the rest, and is tested with fewer.
 *
 * @returns {import('../../src/lib/core/model.ts').Dataset}
 */
function millionEvents() {
	const { dataset, places, sources, events } = generateDataset();
	const { format: _, categories, ...head } = dataset;
	return /** @type {any} */ ({
		...head,
		opening: '',
		categories: categories.map((category, slot) => ({ ...category, slot })),
		agencies: [],
		places: places.map(({ id, geometry, properties }) => ({ id, ...properties, point: geometry.coordinates })),
		sources,
		events: [...events()]
	});
}

/** In a process of its own, as it needs a larger heap. */
async function make() {
	const { runnerImport } = await import('vite');
	const file = join(ROOT, 'src/lib/io/paged-folder.server.ts');
	const { module } = await runnerImport(file, { root: ROOT, configFile: false, logLevel: 'error' });
	module.writePaged(millionEvents(), MILLION_DIR);
	writeFileSync(MADE_OF, currentCode());
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
	await launch(async () => {
		if (process.argv[2] === 'make') return make();
		await ensureInstalled();
		if (whyNoMillion() === null) return 0;
		rmSync(MILLION_DIR, { recursive: true, force: true });
		return runNode('tests/support/million.mjs', ['make'], { node: LARGE_HEAP });
	});
}
