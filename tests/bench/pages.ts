import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

export const PAGES = ['count', 'map', 'list', 'load', 'step'] as const;
export type PageName = (typeof PAGES)[number];

/**
 * Builds the pages of the benchmark with the product's own modules in them, as the product is built, and with what the
 * peers need at run time beside them. Returns the folder.
 */
export async function buildPages(root: string, names: readonly PageName[]): Promise<string> {
	const here = join(root, 'tests/bench');
	const outDir = join(root, 'tests/results/bench/pages');
	const input = Object.fromEntries(
		names.map((name) => [name, join(here, 'pages', `${name}.html`)]).filter(([, file]) => existsSync(file ?? ''))
	);
	await build({
		root: join(here, 'pages'),
		configFile: false,
		logLevel: 'error',
		base: './',
		resolve: {
			alias: [
				{ find: '$lib', replacement: join(root, 'src/lib') },
				// One MapLibre for all: the product's.
				{ find: /^maplibre-gl(?=\/|$)/, replacement: join(root, 'node_modules/maplibre-gl') }
			]
		},
		worker: { format: 'es' },
		define: { 'process.env.NODE_ENV': '"production"' },
		build: {
			outDir,
			emptyOutDir: true,
			target: 'esnext',
			assetsInlineLimit: 0,
			chunkSizeWarningLimit: 100_000,
			rolldownOptions: { input }
		}
	});
	return outDir;
}
