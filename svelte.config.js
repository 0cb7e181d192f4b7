import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import adapter from './src/cli/site/adapter.mjs';
import { siteVersion } from './src/cli/site/version.mjs';

const { CHRONOTOPE_BUILD, CHRONOTOPE_DATA, CHRONOTOPE_KIT, CHRONOTOPE_PAGED } = process.env;

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	compilerOptions: { runes: true },
	kit: {
		// A second build beside the first: the tests' one in the pseudo-locale.
		outDir: CHRONOTOPE_KIT ?? '.svelte-kit',
		// `npm run build` builds beside the last site and swaps when all has gone well. The adapter also makes the pages such
		// that one strict policy, which it writes into them, fits them all: see `src/cli/site` and `src/cli/hosts/policy.mjs`.
		adapter: adapter(CHRONOTOPE_BUILD ?? 'build'),
		paths: { relative: true },
		// Kit's own name of a build is the time; two builds of the same are equal to the byte.
		version: { name: siteVersion(import.meta.dirname, { data: CHRONOTOPE_DATA, paged: CHRONOTOPE_PAGED }) },
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
