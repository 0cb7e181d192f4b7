import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

// Kit's route announcer is an element with a static style attribute. This is the hash of that one attribute; nothing
// else in a page may carry inline style (dynamic geometry goes through CSSOM or SVG attributes).
const KIT_ANNOUNCER_STYLE = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

const html = readFileSync(new URL('./src/app.html', import.meta.url), 'utf8').replaceAll('\r\n', '\n');
const inlineScript = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
/** @type {`sha256-${string}`} */
const FIRST_PAINT_SCRIPT = `sha256-${createHash('sha256').update(inlineScript).digest('base64')}`;

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	compilerOptions: { runes: true },
	kit: {
		// A second build beside the first: the tests' one in the pseudo-locale.
		outDir: process.env.CHRONOTOPE_KIT ?? '.svelte-kit',
		// `npm run build` builds beside the last site and swaps when all has gone well.
		adapter: adapter({ pages: process.env.CHRONOTOPE_BUILD ?? 'build', precompress: true, strict: true }),
		paths: { relative: true },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self', FIRST_PAINT_SCRIPT],
				'style-src': ['self'],
				'style-src-attr': ['unsafe-hashes', KIT_ANNOUNCER_STYLE],
				'img-src': ['self', 'data:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'worker-src': ['self'],
				'manifest-src': ['self'],
				'base-uri': ['none'],
				'form-action': ['none'],
				'object-src': ['none']
			}
		},
		prerender: {
			entries: ['*'],
			handleHttpError: 'fail',
			handleMissingId: 'fail',
			// Pages of single events and places, which very large datasets do not have, and files that need the site's address.
			handleUnseenRoutes: ({ routes, message }) => {
				if (!routes.every((route) => /\/\[(?:id|sitemap|robots)\]/.test(route))) throw new Error(message);
			}
		}
	}
};
