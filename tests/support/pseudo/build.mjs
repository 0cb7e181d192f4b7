/**
 * `npm run build:pseudo`: the site in the pseudo-locale, with the product's dataset in it too, into a folder of its own; the
 * browser tests have it at `/pseudo/`. Neither `build/` nor what the build left in `.svelte-kit` is touched.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BUILD_DIR } from '../../../src/cli/build.mjs';
import { launch, ROOT, runCommand } from '../../../src/cli/child.mjs';
import { ensureInstalled } from '../../../src/cli/install.mjs';
import { pseudoData } from './text.mjs';

const HOME = join(ROOT, '.svelte-kit', 'pseudo');
/** Where the site in the pseudo-locale lies, absolute. */
export const PSEUDO_DIR = join(HOME, 'site');

/** Which build `build/` holds; absent: none. */
function currentBuild() {
	try {
		return readFileSync(join(BUILD_DIR, '_app', 'version.json'), 'utf8');
	} catch {
		return undefined;
	}
}

/**
 * Why there is nothing to test, in a sentence; null when there is: it is made after each build, of the same code.
 *
 * @returns {string | null}
 */
export function whyNoPseudo() {
	try {
		if (readFileSync(join(HOME, 'made-after.json'), 'utf8') === currentBuild()) return null;
		return `The site in the pseudo-locale is not of the same code as ${BUILD_DIR}: run "npm run build:pseudo".`;
	} catch {
		return 'The site in the pseudo-locale is not built: run "npm run build:pseudo".';
	}
}

function writeData() {
	const [from, to] = [join(ROOT, 'data'), join(HOME, 'data')];
	mkdirSync(to, { recursive: true });
	// Stories are texts of the data alone, as an editor wrote them.
	for (const file of readdirSync(from).filter((name) => name.endsWith('json'))) {
		const json = JSON.parse(readFileSync(join(from, file), 'utf8'));
		writeFileSync(join(to, file), JSON.stringify(pseudoData(file, json)));
	}
	return to;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
	await launch(async () => {
		await ensureInstalled();
		rmSync(HOME, { recursive: true, force: true });
		const env = { CHRONOTOPE_DATA: writeData(), CHRONOTOPE_BUILD: PSEUDO_DIR, CHRONOTOPE_KIT: HOME };
		const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
		const config = join(import.meta.dirname, 'site.ts');
		const code = await runCommand(process.execPath, [vite, 'build', '--config', config], { env });
		if (code === 0) writeFileSync(join(HOME, 'made-after.json'), currentBuild() ?? '');
		return code;
	});
}
