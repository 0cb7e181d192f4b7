import { BUILD_DIR } from '../../../src/cli/build.mjs';
import { startHost, whyNoHost } from '../../support/hosts.ts';
import { test as base } from './test.ts';

export { expect } from '@playwright/test';

/**
 * The `test` of browser tests that run where sites are published: the built site, served by nginx in a subfolder
 * (`/news/map/`), `page.goto('ar/')` being relative to that. `with/<name>/` and `pseudo/` are there as well. Without nginx the
 * tests run at a root, on the project's own server, which sends the same headers.
 */
export const test = base.extend<object, { nginxSite: string | null }>({
	/** Address of the site that nginx serves; `null`: there is no nginx here. */
	nginxSite: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from the pattern
		async ({}, use) => {
			if (whyNoHost('nginx') !== null) return use(null);
			const behind = { paths: ['with/', 'pseudo/'], port: Number(process.env.CHRONOTOPE_TEST_PORT) };
			const host = await startHost('nginx', { folder: BUILD_DIR, behind });
			await use(host.url);
			await host.stop();
		},
		{ scope: 'worker' }
	],
	baseURL: async ({ baseURL, nginxSite }, use) => use(nginxSite ?? baseURL)
});
