import type { Page } from '@playwright/test';
import { whyMissing, type PageName } from '../../support/datasets.ts';
import { test } from './test.ts';

/**
 * Opens the built product, or its page at `path` (`ar/`), on a dataset of `tests/support/datasets.ts`, e.g.
 * `openDataset(page, 'uncertain', '?from=2024-03')`. Skips the test, and says why, when the dataset cannot be had here.
 */
export async function openDataset(page: Page, name: PageName, query = '', path = ''): Promise<void> {
	const why = whyMissing(name);
	test.skip(why !== null, `the dataset ${name} cannot be had: ${why}`);
	await isMade(page, `with/${name}/${path}`);
	await page.goto(`with/${name}/${path}${query}`);
}

/** ms: for a page of very many events, on a machine that is at work on others too. */
const MOST_TO_MAKE = 180_000;

/** The server makes a page of a dataset when it is first asked for it. The time for that is none of the test that happens to ask. */
export async function isMade(page: Page, path: string): Promise<void> {
	const { timeout } = test.info();
	test.setTimeout(timeout + MOST_TO_MAKE);
	const before = performance.now();
	await page.request.get(path, { timeout: MOST_TO_MAKE });
	test.setTimeout(timeout + Math.ceil(performance.now() - before));
}
