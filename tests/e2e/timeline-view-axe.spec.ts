import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { openDataset } from './support/datasets.ts';
import { expect, test } from './support/test.ts';
import { button, inLanes, overview, picture, wheelIn } from './support/timeline.ts';

const BOTH = ['light', 'dark'] as const;

/** In several themes one after the other: a page takes seconds to open, and none to repaint. */
async function check(page: Page, state: string, only: string, themes: readonly (typeof BOTH)[number][]): Promise<void> {
	for (const colorScheme of themes) {
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		const { violations } = await new AxeBuilder({ page })
			.include(only)
			.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
			.analyze();
		const found = violations.map(
			({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' | ')}`
		);
		expect(found, `${state}, ${colorScheme}`).toEqual([]);
	}
}

test('axe finds nothing: bars, and marks come near', async ({ page }) => {
	await openDataset(page, 'quakes', '?from=1990&to=1999');
	await expect(picture(page)).toBeVisible();
	await check(page, 'bars', '.timeline', ['light']);
	const at = await inLanes(page, 700);
	await page.mouse.move(at.x, at.y);
	await wheelIn(page, 12);
	await expect(overview(page)).toBeVisible();
	await expect(picture(page)).toHaveCount(0);
	await check(page, 'zoomed', '.timeline', ['dark']);
});

test('axe finds nothing: uncertain dates, the table, rows, a gap unfolded, a single moment', async ({ page }) => {
	await openDataset(page, 'uncertain');
	await button(page, 'Table of counts').click();
	await expect(page.getByRole('dialog').getByRole('table')).toBeVisible();
	await check(page, 'the table', 'dialog[open]', BOTH);
	await page.keyboard.press('Escape');
	await button(page, 'Rows by category').click();
	await button(page, /^Unfold 99 years/).click();
	await check(page, 'rows', '.timeline', BOTH);
	await button(page, 'Single moment').click();
	await button(page, 'Zoom in on the timeline').click();
	await expect(overview(page)).toBeVisible();
	await check(page, 'zoomed rows of a single moment', '.timeline', BOTH);
	await openDataset(page, 'one-instant');
	await check(page, 'one instant', '.timeline', BOTH);
});
