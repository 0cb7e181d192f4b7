import { test as base, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test';
import { leftBehind, watch } from './guard.ts';

export { expect } from '@playwright/test';

interface Options {
	/**
	 * What this test provokes on purpose: a finding of the guard that matches one of these is allowed. Set it with
	 * `test.use({ provoked: [/WebGL/] })`.
	 */
	provoked: readonly RegExp[];
}

interface Fixtures {
	/** Fails the test on anything that must never happen; see `watch`. On by itself. */
	guard: Findings[];
	/** A second reader: a context of its own, under the same guard, e.g. to open a shared link. */
	newReader: (options?: BrowserContextOptions) => Promise<BrowserContext>;
}

type Findings = readonly string[];

/** The `test` of every browser test of the site. `page.goto('')` opens it, and waits until it answers to gestures. */
export const test = base.extend<Options & Fixtures>({
	provoked: [[], { option: true }],
	guard: [
		async ({ context, baseURL, provoked }, use) => {
			const all = [await watch(context, originOf(baseURL))];
			await use(all);
			all.push(await leftBehind(context));
			const unexpected = all.flat().filter((finding) => !provoked.some((pattern) => pattern.test(finding)));
			base.expect(unexpected, 'what must never happen on a page of the site').toEqual([]);
		},
		{ auto: true }
	],
	page: async ({ page, javaScriptEnabled }, use) => {
		if (javaScriptEnabled !== false) waitForHydration(page);
		await use(page);
	},
	newReader: async ({ browser, baseURL, guard }, use) => {
		const contexts: BrowserContext[] = [];
		await use(async (options = {}) => {
			const context = await browser.newContext(options);
			contexts.push(context);
			guard.push(await watch(context, originOf(baseURL)));
			if (options.javaScriptEnabled !== false) context.on('page', waitForHydration);
			return context;
		});
		for (const context of contexts) {
			guard.push(await leftBehind(context));
			await context.close();
		}
	}
});

function originOf(baseURL: string | undefined): string {
	if (!baseURL) throw new Error('The browser tests need a baseURL.');
	return new URL(baseURL).origin;
}

/**
 * A prerendered page can be seen, and clicked in vain, before its script has taken it over. So `goto` and `reload` of
 * a page of the site end when it has: Kit adds its announcer as the last step. Its fonts are there, too.
 */
function waitForHydration(page: Page): void {
	for (const name of ['goto', 'reload'] as const) {
		const original = page[name].bind(page) as (...all: unknown[]) => ReturnType<Page['goto']>;
		page[name] = async (...all: unknown[]) => {
			const response = await original(...all);
			const type = (await response?.headerValue('content-type')) ?? '';
			// A page without data has no script to wait for.
			if (response?.ok() && type.startsWith('text/html') && (await page.locator('#page-data').count()) > 0) {
				await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
				// What is laid out by the widths of its words is laid out anew when their fonts have come.
				await page.evaluate(() => document.fonts.ready.then(() => undefined));
			}
			return response;
		};
	}
}
