/** What names a build: the same code and data have the same name, at any time and on any machine, and others another. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a site is made of, besides the data. */
const CODE = ['package-lock.json', 'src', 'static', 'svelte.config.js', 'vite.config.ts'];

/** Of a large dataset, whose own files name what is in them. */
const EVENTS = /^data\/events(?:\.json$|\/)/;

/**
 * @param {string} root Of the project.
 * @param {{ data?: string | undefined, paged?: string | undefined }} from Where the data is read from, and what the build has
 *   left of it when it is large; see `src/cli/build.mjs`.
 * @returns {string}
 */
export function siteVersion(root, { data = join(root, 'data'), paged }) {
	const hash = createHash('sha256');
	for (const name of CODE) addTo(hash, join(root, name), name);
	const start = paged ? join(paged, 'start.json') : '';
	const isPaged = start !== '' && existsSync(start);
	if (isPaged) addTo(hash, start, 'start');
	if (data !== '') addTo(hash, data, 'data', isPaged ? EVENTS : undefined);
	// Where the site will lie, and who may embed it, stand in its pages.
	hash.update(`${process.env.CHRONOTOPE_URL ?? ''}\n${process.env.CHRONOTOPE_EMBEDDING ?? ''}`);
	return hash.digest('hex').slice(0, 16);
}

/** @type {(hash: import('node:crypto').Hash, path: string, name: string, without?: RegExp) => void} */
function addTo(hash, path, name, without) {
	if (!existsSync(path) || without?.test(name)) return;
	if (!statSync(path).isDirectory()) hash.update(`${name}\n`).update(readFileSync(path)).update('\n');
	else for (const inner of readdirSync(path).sort()) addTo(hash, join(path, inner), `${name}/${inner}`, without);
}
