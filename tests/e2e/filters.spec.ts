import type { Locator, Page } from '@playwright/test';
import { rows } from './support/parts.ts';
import { expect, test } from './support/test.ts';
import { boxOf } from './support/timeline.ts';

const query = (page: Page): string => new URL(page.url()).search;
const facet = (page: Page, name: string): Locator => page.getByRole('group', { name, exact: true });
const search = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search events' });

async function openPanel(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Filters', exact: true }).click();
	await expect(facet(page, 'Places')).toBeVisible();
}

test('five facets with counts that follow every filter but their own', async ({ page }) => {
	await page.goto('');
	await openPanel(page);
	for (const name of ['Places', 'Categories', 'Actors', 'Sources', 'Status']) {
		await expect(facet(page, name)).toBeVisible();
	}
	const label = (group: string, value: string): Locator =>
		facet(page, group).locator('label').filter({ hasText: value });
	await expect(label('Places', 'Damascus')).toContainText('11');
	await expect(label('Places', 'New York')).toContainText('1');
	await expect(label('Status', 'Planned')).toContainText('3');

	await facet(page, 'Status').getByRole('checkbox', { name: 'Planned' }).check();
	await expect(rows(page)).toHaveCount(3);
	await expect.poll(() => query(page)).toBe('?status=planned');
	await expect(label('Places', 'Damascus')).toContainText('1');
	await expect(label('Places', 'New York')).toContainText('0');
	await expect(label('Status', 'Occurred')).toContainText('10');

	await facet(page, 'Places').getByRole('checkbox', { name: 'Moscow' }).check();
	await facet(page, 'Places').getByRole('checkbox', { name: 'Tartous' }).check();
	await expect(rows(page)).toHaveCount(3);
	await expect.poll(() => query(page)).toBe('?place=moscow,tartous&status=planned');
	await facet(page, 'Places').getByRole('checkbox', { name: 'Moscow' }).uncheck();
	await expect(rows(page)).toHaveCount(1);

	await page.getByRole('button', { name: 'Clear filters' }).click();
	await expect(rows(page)).toHaveCount(16);
	await expect.poll(() => query(page)).toBe('');
	await expect(page.getByRole('button', { name: 'Clear filters' })).toBeDisabled();
});

test('every count is what choosing the value lists', async ({ page }) => {
	await page.goto('?from=2024-12&to=2025-09');
	await openPanel(page);
	for (const group of ['Places', 'Categories', 'Sources', 'Status']) {
		const labels = facet(page, group).locator('label');
		for (let index = 0; index < (await labels.count()); index++) {
			const label = labels.nth(index);
			const count = parseInt((await label.locator('.count').innerText()).trim(), 10);
			await label.getByRole('checkbox').check();
			await expect(rows(page), `${group} ${index}`).toHaveCount(count);
			await label.getByRole('checkbox').uncheck();
		}
	}
});

test('a facet of many values shows the first, all, or those by a name', async ({ page }) => {
	await page.goto('?actor=israel');
	await openPanel(page);
	const actors = facet(page, 'Actors');
	await expect(actors.getByRole('checkbox')).toHaveCount(9);
	await expect(actors.getByRole('checkbox', { name: 'Israel' })).toBeChecked();
	await actors.getByRole('button', { name: 'Show all 10' }).click();
	await expect(actors.getByRole('checkbox')).toHaveCount(10);
	await actors.getByRole('searchbox').fill('AL-SH');
	await expect(actors.getByRole('checkbox')).toHaveCount(2);
	await actors.getByRole('searchbox').fill('zebra');
	await expect(actors).toContainText('Nothing by this name.');
});

test('chips say what is active and take it away one by one, with the focus kept among them', async ({ page }) => {
	await page.goto('?from=2025-07&to=2025-10&place=damascus,moscow&status=planned&q=al');
	const chip = (name: string): Locator => page.getByRole('button', { name: `Remove filter: ${name}`, exact: true });
	await expect(page.getByRole('button', { name: /^Remove filter: / })).toHaveCount(5);
	await expect(chip('Time window: July – October 2025')).toBeVisible();
	await chip('Places: Damascus').click();
	await expect.poll(() => query(page)).toBe('?from=2025-07&to=2025-10&place=moscow&status=planned&q=al');
	await expect(chip('Places: Moscow')).toBeFocused();
	await chip('Search: al').click();
	await chip('Time window: July – October 2025').click();
	await expect.poll(() => query(page)).toBe('?place=moscow&status=planned');
	await page.getByRole('button', { name: 'Clear filters' }).click();
	await expect.poll(() => query(page)).toBe('');
	await expect(page.getByRole('button', { name: /^Remove filter: / })).toHaveCount(0);
});

test('clearing the filters keeps the window', async ({ page }) => {
	await page.goto('?from=2025-07&to=2025-10&status=planned');
	await page.getByRole('button', { name: 'Clear filters' }).click();
	await expect.poll(() => query(page)).toBe('?from=2025-07&to=2025-10');
});

test('search finds every word, whatever its case, accents or language, and Escape clears it', async ({ page }) => {
	await page.goto('');
	await search(page).fill('PUTIN mosc');
	await expect(rows(page)).toHaveCount(3);
	await expect(page.getByText('3 of 16 events').first()).toBeVisible();
	await search(page).fill('دمشق');
	// In the names of places, too.
	await expect(rows(page)).toHaveCount(11);
	await search(page).press('Escape');
	await expect(search(page)).toHaveValue('');
	await expect(rows(page)).toHaveCount(16);
	await search(page).fill('(a+)+$');
	await expect(page.getByText('0 of 16 events').first()).toBeVisible();
});

test('a search being typed is one step back, and a link fills the box', async ({ page }) => {
	await page.goto('');
	await expect(rows(page)).toHaveCount(16);
	const before = await page.evaluate(() => history.length);
	await search(page).pressSequentially('novak');
	await expect.poll(() => query(page)).toBe('?q=novak');
	expect(await page.evaluate(() => history.length)).toBe(before + 1);
	await page.goBack();
	await expect(search(page)).toHaveValue('');
	await page.goto('?q=novak');
	await expect(search(page)).toHaveValue('novak');
});

test('the panel opens beside the list, closes on Escape, and gives the focus back', async ({ page }) => {
	await page.goto('');
	const button = page.getByRole('button', { name: 'Filters', exact: true });
	await openPanel(page);
	await expect(button).toHaveAttribute('aria-expanded', 'true');
	const panel = page.getByRole('complementary', { name: 'Filters' });
	await expect
		.poll(async () => {
			const [box, side] = [await boxOf(panel), await boxOf(rows(page).first())];
			return side.x - box.x - box.width;
		})
		.toBeGreaterThanOrEqual(0);
	await facet(page, 'Places').getByRole('checkbox').first().focus();
	await page.keyboard.press('Escape');
	await expect(facet(page, 'Places')).toHaveCount(0);
	await expect(button).toBeFocused();
});

test('as known on a day, what has no dated source is hidden and counted', async ({ page }) => {
	await page.goto('?known=2025-10-13');
	await expect(page.getByText('0 of 16 events').first()).toBeVisible();
	await page.goto('?known=2025-10-14');
	await expect(rows(page)).toHaveCount(16);
	await expect(page.getByRole('button', { name: 'Remove filter: As known on: 14 October 2025' })).toBeVisible();
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

	test('the filters are a sheet that says how much it leaves', async ({ page }) => {
		await page.goto('');
		await page.getByRole('button', { name: 'Filters', exact: true }).tap();
		const sheet = page.getByRole('dialog', { name: 'Filters' });
		await expect(sheet).toBeVisible();
		await facet(page, 'Status').getByRole('checkbox', { name: 'Planned' }).check();
		await sheet.getByRole('button', { name: 'Show 3 events' }).tap();
		await expect(sheet).toBeHidden();
		await expect(rows(page)).toHaveCount(3);
	});
});
