/** Files that the framework writes and nobody asks for. Node built-ins only. */
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Takes away the data of pages without scripts: there is none in it, and of thousands of pages it would be half of all files,
 * of which many hosts take 20,000 and no more.
 *
 * @param {string} site
 */
export function pruneData(site) {
	for (const name of readdirSync(site, { recursive: true, encoding: 'utf8' })) {
		if (!/(?:^|[\\/])__data\.json$/.test(name)) continue;
		const file = join(site, name);
		if (statSync(file).size > 500 || !isEmpty(readFileSync(file, 'utf8'))) continue;
		for (const suffix of ['', '.br', '.gz']) rmSync(`${file}${suffix}`, { force: true });
	}
}

/** @param {string} text What Kit writes: a list of nodes, each with a list of values that refer to each other. */
function isEmpty(text) {
	const { nodes } = JSON.parse(text);
	return nodes.every(
		(/** @type {{ data?: unknown } | null} */ node) => node === null || JSON.stringify(node.data) === '[{}]'
	);
}
