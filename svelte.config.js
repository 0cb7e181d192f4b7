import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

// Kit's route announcer is an element with a static style attribute. This is the hash of that one attribute; nothing
// else in a page may carry inline style (dynamic geometry goes through CSSOM or SVG attributes).
const KIT_ANNOUNCER_STYLE = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

const html = readFileSync(new URL('./src/app.html', import.meta.url), 'utf8').replaceAll('\r\n', '\n');
const inlineScript = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
/** @type {`sha256-${string}`} */
const FIRST_PAINT_SCRIPT = `sha256-${createHash('sha256').update(inlineScript).digest('base64')}`;

const pages = process.env.CHRONOTOPE_BUILD ?? 'build';
const files = adapter({ pages, precompress: true, strict: true });

/**
 * The files of a large dataset (`src/routes/dataset.server.ts`) lie beside the site's own. Not compressed: there may be
 * thousands, and hosts compress what they send.
 *
 * @type {import('@sveltejs/kit').Adapter}
 */
const withPagedData = {
	...files,
	async adapt(builder) {
		await files.adapt(builder);
		const paged = process.env.CHRONOTOPE_PAGED ?? '.svelte-kit/paged';
		if (existsSync(paged)) cpSync(paged, pages, { recursive: true });
	}
};

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	compilerOptions: { runes: true },
	kit: {
		// A second build beside the first: the tests' one in the pseudo-locale.
		outDir: process.env.CHRONOTOPE_KIT ?? '.svelte-kit',
		// `npm run build` builds beside the last site and swaps when all has gone well.
		adapter: withPagedData,
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
		prerender: { entries: ['*'], handleHttpError: 'fail', handleMissingId: 'fail' }
	}
};
