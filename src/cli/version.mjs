/** The version of the code of a site: Node built-ins only. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './child.mjs';

/** All that a site is built from but its dataset, which has a version of its own (`routes/dataset.server.ts`). */
const SOURCES = ['src', 'static', 'package-lock.json', 'svelte.config.js', 'vite.config.ts', 'LICENSE'];
/** What systems and editors leave in folders. */
const HIDDEN = /(?:^|\/)\./;

/**
 * A name for what the code is: made of names and contents of its files, and of nothing else, so that the same code has the same
 * name whenever and wherever it is built.
 *
 * @param {string} [root] Folder of the project.
 */
export function codeVersion(root = ROOT) {
	const hash = createHash('sha256');
	for (const file of SOURCES.flatMap((name) => filesOf(root, name)).sort()) {
		const content = readFileSync(join(root, file));
		hash.update(`${file}\0${content.length}\0`).update(content);
	}
	return hash.digest('hex').slice(0, 12);
}

/**
 * Paths below the root, with slashes everywhere.
 *
 * @param {string} root
 * @param {string} name
 * @returns {string[]}
 */
function filesOf(root, name) {
	if (HIDDEN.test(name)) return [];
	try {
		return readdirSync(join(root, name)).flatMap((entry) => filesOf(root, `${name}/${entry}`));
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return [name];
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
		throw error;
	}
}
