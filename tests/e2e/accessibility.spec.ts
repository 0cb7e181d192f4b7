import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

const map = (page: Page) => page.getByRole('region', { name: 'Map', exact: true });

/** The main states, each by its link and what has to be done to reach it. */
const STATES: Readonly<Record<string, { readonly link: string; readonly reach?: (page: Page) => Promise<void> }>> = {
	everything: { link: '' },
	'a window': { link: '?from=2025-07&to=2025-10-14' },
	'a place': { link: '?place=damascus' },
	'an event with reports that differ': { link: '?event=new-government' },
	'a planned journey': { link: '?event=moscow-visit' },
	'nothing listed': { link: '?from=1980&to=1981' },
	'a link with faults': { link: '?event=gone&from=soon' },
	'linear axis, newest first': { link: '?axis=linear&order=desc' },
	'the filters': {
		link: '?status=planned',
		reach: async (page) => {
			await page.getByRole('button', { name: 'Filters' }).first().click();
			await expect(page.getByRole('group', { name: 'Places' })).toBeVisible();
		}
	},
	sharing: {
		link: '?q=moscow',
		reach: async (page) => {
			await page.getByRole('button', { name: 'Share', exact: true }).click();
			await expect(page.getByRole('dialog')).toBeVisible();
		}
	}
};

for (const theme of ['light', 'dark'] as const) {
	for (const width of [1440, 320]) {
		test.describe(`axe finds nothing, ${theme}, ${width} px`, () => {
			test.use({ colorScheme: theme, viewport: { width, height: 800 } });

			for (const [name, { link, reach }] of Object.entries(STATES)) {
				test(name, async ({ page }) => {
					await page.goto(link);
					await expect(map(page).getByRole('button', { name: /^Damascus, / })).toBeVisible();
					await reach?.(page);
					const { violations } = await new AxeBuilder({ page })
						.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
						.analyze();
					const found = violations.map(
						({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(' | ')}`
					);
					expect(found).toEqual([]);
					const overflow = await page.evaluate(
						() => document.documentElement.scrollWidth - document.documentElement.clientWidth
					);
					expect(overflow, 'no scrolling sideways').toBeLessThanOrEqual(0);
				});
			}
		});
	}
}
