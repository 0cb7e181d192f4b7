import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { asOneFile } from './src/cli/one-file/config.mjs';
import adapter from './src/cli/site/adapter.mjs';

const { CHRONOTOPE_BUILD, CHRONOTOPE_KIT, CHRONOTOPE_ONE_FILE, CHRONOTOPE_VERSION } = process.env;

/** @type {import('@sveltejs/kit').Config} */
const config = {
	preprocess: vitePreprocess(),
	compilerOptions: { runes: true },
	kit: {
		// A second build beside the first: the tests' one in the pseudo-locale.
		outDir: CHRONOTOPE_KIT ?? '.svelte-kit',
		// `npm run build` builds beside the last site and swaps when all has gone well. The adapter also makes the pages such
		// that one strict policy, which it writes into them, fits them all: see `src/cli/site` and `src/cli/hosts/policy.mjs`.
		adapter: adapter(CHRONOTOPE_BUILD ?? 'build'),
		paths: { relative: true },
		// Made of the code's content, never of the time: see `src/cli/version.mjs`.
		version: { name: CHRONOTOPE_VERSION ?? 'development' },
		// Kit would register one by a script in the page.
		serviceWorker: { register: false },
		prerender: {
			entries: ['*'],
			handleHttpError: 'fail',
			handleMissingId: 'fail',
			// Stories, pages of single events and places, which very large datasets do not have, and files that need the site's address.
			handleUnseenRoutes: ({ routes, message }) => {
				if (!routes.every((route) => /\/\[(?:id|story|sitemap|robots)\]/.test(route))) throw new Error(message);
			}
		}
	}
};

export default CHRONOTOPE_ONE_FILE ? asOneFile(config) : config;
