import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { liveData } from './src/cli/dev/live-data.mjs';
import { oneFile } from './src/cli/one-file/plugin.mjs';

const IS_ONE_FILE = Boolean(process.env.CHRONOTOPE_ONE_FILE);

/**
 * Zones in which midnight, a day or an hour is missing, odd or far from UTC, each with a language of the machine whose own
 * calendar or digits are not ours; `tests/unit/time` runs in each of them.
 */
const TIME_ZONES = {
	UTC: 'en_US',
	'America/Los_Angeles': 'de_DE',
	'America/Sao_Paulo': 'ar_EG',
	'Pacific/Apia': 'fa_IR',
	'Pacific/Kiritimati': 'th_TH',
	'Europe/London': 'hi_IN',
	'Africa/Monrovia': 'zh_CN',
	'Asia/Kathmandu': 'fa_IR',
	'Australia/Lord_Howe': 'th_TH',
	'Antarctica/Troll': 'ar_EG'
};

/**
 * Icons as plain markup. The library's own component builds each one at run time from a list, which with what it needs of
 * Svelte for that is 2 kB of the first load.
 */
function staticIcons(): Plugin {
	return {
		name: 'static-icons',
		enforce: 'pre',
		transform: {
			filter: { id: /@lucide\/svelte\/dist\/icons\/[^/]+\.svelte$/ },
			handler(code) {
				// `["circle", { "cx": "18", "cy": "5", "r": "3" }]`
				const nodes = [...code.matchAll(/\["(\w+)", \{ ([^}]*) \}\]/g)];
				if (nodes.length === 0) this.error('The icon is not written as expected: see staticIcons in vite.config.ts.');
				const shapes = nodes.map(([, tag = '', attributes = '']) => {
					const written = [...attributes.matchAll(/"([\w-]+)": "([^"]*)"/g)];
					return `<${tag}${written.map(([, name = '', value = '']) => ` ${name}="${value}"`).join('')} />`;
				});
				return `<script>const { size = 24, fill = 'none' } = $props();</script>
<svg width={size} height={size} viewBox="0 0 24 24" {fill} stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${shapes.join('')}</svg>`;
			}
		}
	};
}

/** In development, what `routes/dataset.server.ts` has written of a dataset that is too large for a page. */
function servePaged(): Plugin {
	return {
		name: 'serve-paged',
		configureServer({ middlewares }) {
			middlewares.use((request, response, next) => {
				const [, file] =
					/\/(_app\/immutable\/data-[0-9a-f]+\/(?:[a-z]+\/)?[a-z0-9]+\.[a-z]+)$/.exec(request.url ?? '') ?? [];
				if (file === undefined) return next();
				readFile(join('.svelte-kit', 'paged-dev', file)).then((content) => response.end(content), next);
			});
		}
	};
}

/**
 * What the router has at once and needs later or never, 3 kB of the first load: out of the whole of Svelte it takes two
 * functions and thereby keeps all of it; the reader of the data that a page is sent is for who follows a link within the
 * site; and of what it shares with the server, remote functions, of which there are none here, would need that reader too.
 */
function slimRouter(): Plugin {
	const reader = "import * as devalue from 'devalue';";
	const stream = 'async function process_stream(resolve, res) {';
	const changes: Record<string, readonly (readonly [whole: string, slim: string])[]> = {
		'client/client.js': [
			['const { onMount, tick } = svelte;', 'const onMount = svelte.onMount, tick = svelte.tick;'],
			[reader, ''],
			[stream, `${stream}const devalue = await import('devalue');`]
		],
		'shared.js': [[reader, '']]
	};
	return {
		name: 'slim-router',
		enforce: 'pre',
		apply: 'build',
		applyToEnvironment: ({ name }) => name === 'client',
		transform: {
			filter: { id: /@sveltejs\/kit\/src\/runtime\/(?:client\/client|shared)\.js$/ },
			handler(code, id) {
				const [, file = ''] = /runtime\/(.*)$/.exec(id) ?? [];
				const slim = (changes[file] ?? []).reduce((text, [whole, part]) => {
					if (!text.includes(whole))
						this.error('The router is not written as expected: see slimRouter in vite.config.ts.');
					return text.replace(whole, part);
				}, code);
				return { code: slim, map: null };
			}
		}
	};
}

/** Kit's announcer of pages is hidden by a style attribute, which the policy forbids; `base.css` hides it instead. */
function plainAnnouncer(): Plugin {
	const style = /(<div id="svelte-announcer"[^>]*?) style="[^"]*"/;
	return {
		name: 'plain-announcer',
		enforce: 'pre',
		transform: {
			filter: { id: /\/generated\/root\.svelte$/ },
			handler(code) {
				if (!style.test(code))
					this.error('The announcer is not written as expected: see plainAnnouncer in vite.config.ts.');
				return { code: code.replace(style, '$1'), map: null };
			}
		}
	};
}

export default defineConfig({
	plugins: [oneFile(IS_ONE_FILE), staticIcons(), slimRouter(), plainAnnouncer(), servePaged(), liveData(), sveltekit()],
	worker: { format: 'es' },
	environments: {
		client: {
			build: {
				rolldownOptions: {
					// All that the page needs at once in one file: in many small ones the same code is a tenth larger, compressed.
					// Not the words, of which a page needs those of its own language alone.
					output: {
						codeSplitting: !IS_ONE_FILE && {
							groups: [
								{
									name: 'page',
									tags: ['$initial'],
									test: /^(?!.*(?:\/i18n\/(?:en|ar|ru)\/|\/client-optimized\/|\/routes\/.*\+page\.ts$|\/(?:accessibility|changes|embed|events|frame|offline|places|stories)\/|\/i18n\/(?:statement|embed|offline)\.ts$))/
								}
							]
						}
					}
				}
			}
		}
	},
	build: {
		modulePreload: {
			// What is fetched beside a part that comes later is named in the first load, a hash each. Timeline and map are in every
			// page, and the list waits for the details that a link asks for: these come no round trip later than they must. Of the
			// others, which a reader asks for, it is the styles alone.
			resolveDependencies: (_file, files) =>
				files.some((file) => /\/(?:Details|Timeline|MapView)\.[^/]*\.css$/.test(file))
					? files
					: files.filter((file) => file.endsWith('.css'))
		},
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
					// No test is about time that passes: a busy machine is no failure.
					testTimeout: 60_000
				}
			},
			...Object.entries(TIME_ZONES).map(([zone, language]) => ({
				// Plain TypeScript: without Kit's plugin ten projects start in the time of one.
				resolve: { alias: { $lib: fileURLToPath(new URL('./src/lib', import.meta.url)) } },
				test: {
					name: zone,
					include: ['tests/unit/time/**/*.test.ts'],
					env: { TZ: zone, LC_ALL: `${language}.UTF-8` },
					// Ten processes at once on few processors: a limit for what hangs, not for what is slow.
					testTimeout: 60_000,
					// Files of one zone share a process: a third of the time is saved, and the guard is in the same one.
					isolate: false
				}
			}))
		]
	}
});
