import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { LARGE_HEAP, runCommand } from '../../src/cli/child.mjs';

/** In the shape of the benchmark's own data: one place an event, ten years, one in five lasts, all dates known. */
const OPTIONS = ['--from', '2015', '--years', '10', '--durations', '0.2', '--uncertain', '0', '--planned', '0'];

/**
 * The product with a generated dataset, built as `npm run build` does but beside the user's own site. What is made of data, in a
 * minute or two for a million events, and the site are each made again when anything that they are made of has changed.
 *
 * @returns The folder of the site, absolute.
 */
export async function buildSite(
	root: string,
	{ events, places }: { readonly events: number; readonly places: number },
	say: (line: string) => void
): Promise<string> {
	const home = join(root, 'tests/results/bench', `${events}-${places}`);
	const [data, paged, site] = [join(home, 'data'), join(home, 'paged'), join(home, 'site')];
	const node = async (
		file: string,
		args: readonly string[],
		env = {},
		options: readonly string[] = []
	): Promise<void> => {
		const code = await runCommand(process.execPath, [...options, join(root, file), ...args], { env, progress: true });
		if (code !== 0) throw new Error(`${file} ended with ${code}; what is wrong stands above.`);
	};
	await makeAgain(paged, hashOf(root, ['src/cli', 'src/lib/core', 'src/lib/io']), async () => {
		say(`step: generating ${events} events`);
		const size = ['--events', String(events), '--places', String(places)];
		await node('src/cli/data-generate.mjs', ['--to', data, ...size, ...OPTIONS]);
		say('step: packing them');
		await node('src/cli/data-check.mjs', [data, '--site', paged], {}, LARGE_HEAP);
	});
	await makeAgain(
		site,
		hashOf(root, ['src', 'static', 'vite.config.ts', 'svelte.config.js', 'package-lock.json']),
		async () => {
			say('step: building the application');
			const env = { CHRONOTOPE_DATA: data, CHRONOTOPE_PAGED: paged, CHRONOTOPE_BUILD: site };
			await node('node_modules/vite/bin/vite.js', ['build', '--logLevel', 'warn'], {
				...env,
				CHRONOTOPE_KIT: join(home, 'kit')
			});
		}
	);
	linkAll(join(paged, '_app/immutable'), join(site, '_app/immutable'));
	return site;
}

/** Unless it was made of the same. */
async function makeAgain(folder: string, of: string, make: () => Promise<void>): Promise<void> {
	const stamp = `${folder}.made-of`;
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === of) return;
	rmSync(stamp, { force: true });
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(dirname(folder), { recursive: true });
	await make();
	writeFileSync(stamp, of);
}

/** The files of a large dataset are thousands: the site finds them where they are. */
function linkAll(from: string, to: string): void {
	for (const name of readdirSync(from)) {
		const link = join(to, name);
		if (!existsSync(link)) symlinkSync(join(from, name), link, 'junction');
	}
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
