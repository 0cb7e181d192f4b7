/** What names a build: the same code and data have the same name, at any time and on any machine, and others another. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a site is made of, besides the data. */
const CODE = ['package-lock.json', 'src', 'static', 'svelte.config.js', 'vite.config.ts'];

/**
 * @param {string} root Of the project.
 * @param {readonly string[]} data Folders and files that the data is read from; what is not there counts as empty.
 * @returns {string}
 */
export function siteVersion(root, data) {
	const hash = createHash('sha256');
	for (const name of CODE) addTo(hash, join(root, name), name);
	data.forEach((path, index) => addTo(hash, path, `data-${index}`));
	// Where the site will lie, and who may embed it, stand in its pages.
	hash.update(`${process.env.CHRONOTOPE_URL ?? ''}\n${process.env.CHRONOTOPE_EMBEDDING ?? ''}`);
	return hash.digest('hex').slice(0, 16);
}

/** @type {(hash: import('node:crypto').Hash, path: string, name: string) => void} */
function addTo(hash, path, name) {
	if (!existsSync(path)) return;
	const inside = namesIn(path);
	if (inside === null) hash.update(`${name}\n`).update(readFileSync(path)).update('\n');
	else for (const inner of inside) addTo(hash, join(path, inner), `${name}/${inner}`);
}

/** @type {(path: string) => readonly string[] | null} */
function namesIn(path) {
	try {
		return readdirSync(path).sort();
	} catch {
		return null;
	}
}
