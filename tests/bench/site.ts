import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runCommand } from '../../src/cli/child.mjs';

/** In the shape of the benchmark's own data: one place an event, ten years, one in five lasts, all dates known. */
const OPTIONS = ['--from', '2015', '--years', '10', '--durations', '0.2', '--uncertain', '0', '--planned', '0'];

/**
 * The product with a generated dataset, built as `npm run build` does but beside the user's own site. Made again when
 * anything it is made of has changed; a minute or two for a million events.
 *
 * @returns The folder of the site, absolute.
 */
export async function buildSite(
	root: string,
	{ events, places }: { readonly events: number; readonly places: number },
	say: (line: string) => void
): Promise<string> {
	const home = join(root, 'tests/results/bench', `${events}-${places}`);
	const [data, site, stamp] = ['data', 'site', 'stamp'].map((name) => join(home, name)) as [string, string, string];
	const wanted = hashOf(root, ['src', 'static', 'vite.config.ts', 'svelte.config.js', 'package-lock.json']);
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return site;
	rmSync(home, { recursive: true, force: true });
	mkdirSync(home, { recursive: true });
	const node = async (file: string, args: readonly string[], env = {}): Promise<void> => {
		const code = await runCommand(process.execPath, [join(root, file), ...args], { env, progress: true });
		if (code !== 0) throw new Error(`${file} ended with ${code}; what is wrong stands above.`);
	};
	say(`step: generating ${events} events`);
	const size = ['--events', String(events), '--places', String(places)];
	await node('src/cli/data-generate.mjs', ['--to', data, ...size, ...OPTIONS]);
	say('step: building the application with them');
	await node('node_modules/vite/bin/vite.js', ['build', '--logLevel', 'warn'], {
		CHRONOTOPE_DATA: data,
		CHRONOTOPE_BUILD: site,
		CHRONOTOPE_KIT: join(home, 'kit')
	});
	writeFileSync(stamp, wanted);
	return site;
}

function hashOf(root: string, parts: readonly string[]): string {
	const hash = createHash('sha256').update(OPTIONS.join());
	const add = (path: string): void => {
		if (!existsSync(path)) return;
		const entries = readdirSync(path, { withFileTypes: true });
		for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
			const child = join(path, entry.name);
			if (entry.isDirectory()) add(child);
			else hash.update(relative(root, child)).update(readFileSync(child));
		}
	};
	for (const part of parts) {
		const path = join(root, part);
		if (/\.\w+$/.test(part)) hash.update(part).update(readFileSync(path));
		else add(path);
	}
	return hash.digest('hex');
}
