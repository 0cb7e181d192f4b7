import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { runCommand } from '../../src/cli/child.mjs';
import { createStaticServer } from '../../src/cli/static-server.mjs';
import { encodeColumns } from '../../src/lib/io/columns-codec.ts';
import { columnsOf, createData, type BenchData } from './data.ts';
import { FOLDER, pageOf, startOf } from './records.ts';

export interface Site {
	/** Not yet listening. */
	readonly server: Server;
	/** MB of the file of columns as a host sends it. */
	readonly packedMb: number;
}

/** What a site is made of. */
const SOURCES = ['src', 'static', 'vite.config.ts', 'svelte.config.js', 'package-lock.json'];
const OWN_SOURCES = ['data.ts', 'records.ts', 'site.ts'].map((name) => `tests/bench/${name}`);

/**
 * The product with the events of the benchmark, built as `npm run build` does but beside the user's own site, and half a minute
 * long. Its records are made when they are asked for; all else that its page fetches lies there as the build would write it.
 * Made again when anything it is made of has changed.
 */
export async function buildSite(
	root: string,
	{ events, places }: { readonly events: number; readonly places: number }
): Promise<Site> {
	const home = join(root, 'tests/results/bench', `${events}-${places}`);
	const [paged, site, stamp] = [join(home, 'paged'), join(home, 'site'), join(home, 'stamp')];
	const data = createData(events, places);
	const wanted = hashOf(root, [...SOURCES, ...OWN_SOURCES]);
	if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
		rmSync(home, { recursive: true, force: true });
		mkdirSync(paged, { recursive: true });
		const start = startOf(data);
		writeFileSync(join(paged, 'start.json'), JSON.stringify(start));
		// What the changes and the feed are made of.
		writeFileSync(join(paged, 'recent.json'), JSON.stringify(start.dataset));
		const env = { CHRONOTOPE_DATA: '', CHRONOTOPE_PAGED: paged, CHRONOTOPE_BUILD: site };
		const building = buildApplication(root, { ...env, CHRONOTOPE_KIT: join(home, 'kit') });
		// While the application is built in a process of its own.
		const files = { 'columns.bin': pack(data), 'names.json': names(data) };
		await building;
		mkdirSync(join(site, FOLDER), { recursive: true });
		for (const [name, { plain, packed }] of Object.entries(files)) {
			writeFileSync(join(site, FOLDER, name), plain);
			writeFileSync(join(site, FOLDER, `${name}.br`), packed);
		}
		writeFileSync(stamp, wanted);
	}
	const packed = readFileSync(join(site, FOLDER, 'columns.bin.br'));
	return { server: serve(site, data), packedMb: packed.length / 1e6 };
}

/** The product with the dataset that it comes with. */
export async function buildOwnSite(root: string): Promise<Server> {
	const home = join(root, 'tests/results/bench/own');
	const [site, stamp] = [join(home, 'site'), join(home, 'stamp')];
	const wanted = hashOf(root, [...SOURCES, 'data', 'tests/bench/site.ts']);
	if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
		rmSync(home, { recursive: true, force: true });
		mkdirSync(home, { recursive: true });
		const env = { CHRONOTOPE_DATA: join(root, 'data'), CHRONOTOPE_PAGED: '', CHRONOTOPE_BUILD: site };
		await buildApplication(root, { ...env, CHRONOTOPE_KIT: join(home, 'kit') });
		writeFileSync(stamp, wanted);
	}
	return createStaticServer(site);
}

async function buildApplication(root: string, folders: Record<string, string>): Promise<void> {
	const vite = join(root, 'node_modules/vite/bin/vite.js');
	const options = { env: { ...folders, NODE_ENV: 'production' }, progress: true };
	const code = await runCommand(process.execPath, [vite, 'build', '--logLevel', 'warn'], options);
	if (code !== 0) throw new Error(`The application could not be built: vite ended with ${code}.`);
}

interface Packed {
	readonly plain: Uint8Array | string;
	readonly packed: Uint8Array;
}

/** As `src/cli/build.mjs` packs it. */
function pack(data: BenchData): Packed {
	const plain = encodeColumns(columnsOf(data));
	const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants;
	const params = { [BROTLI_PARAM_QUALITY]: 9, [BROTLI_PARAM_LGWIN]: 24, [BROTLI_PARAM_SIZE_HINT]: plain.length };
	return { plain, packed: brotliCompressSync(plain, { params }) };
}

function names(data: BenchData): Packed {
	const { places, sources, actors } = startOf(data).dataset;
	const plain = JSON.stringify({ places, sources, actors });
	return { plain, packed: brotliCompressSync(plain) };
}

function serve(site: string, data: BenchData): Server {
	const server = createStaticServer(site);
	const [answer] = server.listeners('request') as ((...given: unknown[]) => void)[];
	server.removeAllListeners('request');
	return server.on('request', (request, response) => {
		const [, page] = /\/rows\/(\d+)\.json$/.exec(request.url ?? '') ?? [];
		if (page === undefined) return answer?.(request, response);
		const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=31536000, immutable' };
		response.writeHead(200, headers).end(JSON.stringify(pageOf(data, Number(page))));
	});
}

function hashOf(root: string, parts: readonly string[]): string {
	const hash = createHash('sha256');
	const add = (path: string): void => {
		if (!existsSync(path)) return;
		for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
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
