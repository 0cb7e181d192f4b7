import { fileURLToPath } from 'node:url';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

/** Zones in which midnight, a day or an hour is missing, odd or far from UTC; `tests/unit/time` runs in each of them. */
const TIME_ZONES = [
	'UTC',
	'America/Los_Angeles',
	'America/Sao_Paulo',
	'Pacific/Apia',
	'Pacific/Kiritimati',
	'Europe/London',
	'Africa/Monrovia',
	'Asia/Kathmandu',
	'Australia/Lord_Howe',
	'Antarctica/Troll'
];

export default defineConfig({
	plugins: [sveltekit()],
	worker: { format: 'es' },
	environments: {
		client: {
			build: {
				rolldownOptions: {
					// All that the page needs at once in one file: in many small ones the same code is a tenth larger, compressed.
					output: { codeSplitting: { groups: [{ name: 'page', tags: ['$initial'] }] } }
				}
			}
		}
	},
	build: {
		// Fonts stay files: an inlined font would be loaded whether or not its script is on the page.
		assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined)
	},
	server: { host: '127.0.0.1' },
	test: {
		pool: 'forks',
		environment: 'node',
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['tests/unit/**/*.test.ts'],
					exclude: ['tests/unit/time/**'],
					benchmark: { include: ['tests/bench/**/*.bench.ts'] }
				}
			},
			...TIME_ZONES.map((zone) => ({
				// Plain TypeScript: without Kit's plugin ten projects start in the time of one.
				resolve: { alias: { $lib: fileURLToPath(new URL('./src/lib', import.meta.url)) } },
				test: {
					name: zone,
					include: ['tests/unit/time/**/*.test.ts'],
					env: { TZ: zone },
					// Files of one zone share a process: a third of the time is saved, and the guard is in the same one.
					isolate: false,
					benchmark: { include: [] }
				}
			}))
		]
	}
});
