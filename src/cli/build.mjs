/**
 * `npm run build [-- folder]`: checks the dataset, builds the site, and only then puts it in the place of the last one.
 * A build that fails, or is broken off, leaves the last one as it is.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch, LaunchError, ROOT, runCommand, runNode } from './child.mjs';
import { ensureInstalled } from './install.mjs';

const FRESH = join(ROOT, '.svelte-kit', 'site-fresh');
const OLD = join(ROOT, '.svelte-kit', 'site-old');
/** Files of a large dataset, written while the pages are rendered. */
const PAGED = join(ROOT, '.svelte-kit', 'paged');
/** Where the built site lies, absolute. */
export const BUILD_DIR = join(ROOT, 'build');

/**
 * The folder a user named, absolute. npm runs scripts in the root; what the user typed is relative to where they stood.
 *
 * @param {string | undefined} folder
 * @returns {string | undefined}
 */
export function datasetFolder(folder) {
	if (folder === undefined) return undefined;
	const absolute = resolve(process.env.INIT_CWD ?? process.cwd(), folder);
	if (!existsSync(absolute)) throw new LaunchError(`There is no folder ${absolute}.`);
	return absolute;
}

/**
 * @param {string | undefined} folder The dataset, absolute; absent: `CHRONOTOPE_DATA`, else `data/`.
 * @param {{ progress?: boolean }} [options] `progress: true` keeps stdout free.
 * @returns {Promise<number>} 0, or the exit code of the step that failed.
 */
export async function build(folder, { progress = false } = {}) {
	const dataset = folder ?? resolve(process.env.CHRONOTOPE_DATA ?? join(ROOT, 'data'));
	const env = { CHRONOTOPE_DATA: dataset };
	const checked = await runNode('src/cli/data-check.mjs', [dataset], { env, progress });
	if (checked !== 0) return checked;

	for (const folder of [FRESH, PAGED]) rmSync(folder, { recursive: true, force: true });
	const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
	const built = await runCommand(process.execPath, [vite, 'build'], {
		env: { ...env, CHRONOTOPE_BUILD: FRESH, CHRONOTOPE_PAGED: PAGED },
		progress
	});
	if (built !== 0) return built;
	if (!existsSync(join(FRESH, 'index.html'))) {
		throw new LaunchError(`The build ended without an index.html in ${FRESH}; ${BUILD_DIR} is left as it was.`);
	}
	swapIn();
	return 0;
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
		return build(datasetFolder(process.argv[2]));
	});
}
