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
	await page.goto(`with/${name}/${path}${query}`);
}
