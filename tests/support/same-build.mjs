/**
 * `npm run build:again`: builds once more what stands in `build/`, and fails when a single byte is another one: what readers
 * and caches keep would be fetched anew for nothing, and nobody could tell what a publication has changed.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BUILD_DIR } from '../../src/cli/build.mjs';
import { launch, runNode } from '../../src/cli/child.mjs';

/**
 * @param {string} folder
 * @returns {ReadonlyMap<string, string>} Each file and its hash.
 */
export function hashesOf(folder) {
	const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
	const files = names.filter((name) => statSync(join(folder, name)).isFile());
	return new Map(
		files.map((name) => [
			name,
			createHash('sha256')
				.update(readFileSync(join(folder, name)))
				.digest('hex')
		])
	);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
	await launch(async () => {
		const first = hashesOf(BUILD_DIR);
		const code = await runNode('src/cli/build.mjs');
		if (code !== 0) return code;
		const second = hashesOf(BUILD_DIR);
		const names = [...new Set([...first.keys(), ...second.keys()])];
		const changed = names.filter((name) => first.get(name) !== second.get(name));
		for (const name of changed) process.stderr.write(`Another one in the second build: ${name}\n`);
		if (changed.length === 0) process.stderr.write(`${names.length} files, the same in both builds.\n`);
		return changed.length === 0 ? 0 : 1;
	});
}
