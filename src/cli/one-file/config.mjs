/** Kit's configuration for the dashboard as one file: one page, with scripts and styles in it, and no other pages beside it. */
import adapterStatic from '@sveltejs/adapter-static';

/**
 * @param {import('@sveltejs/kit').Config} config That of the site.
 * @returns {import('@sveltejs/kit').Config}
 */
export function asOneFile({ kit, ...config }) {
	return {
		...config,
		kit: {
			...kit,
			adapter: adapterStatic({ pages: process.env.CHRONOTOPE_BUILD ?? 'build', precompress: false, strict: false }),
			output: { bundleStrategy: 'inline' },
			files: { serviceWorker: 'src/cli/one-file/no-service-worker' },
			prerender: { entries: ['/', '/licences.txt'], crawl: false, handleUnseenRoutes: 'ignore' }
		}
	};
}
