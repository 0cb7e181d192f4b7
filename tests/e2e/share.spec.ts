import type { Locator, Page } from '@playwright/test';
import { copied, noteCopies } from './support/clipboard.ts';
import { rows } from './support/parts.ts';
import { expect, test } from './support/test.ts';

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Share' });
const field = (page: Page): Locator => dialog(page).getByRole('textbox', { name: 'Link to this view' });

async function share(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Share', exact: true }).click();
	await expect(dialog(page)).toBeVisible();
}

test.describe('with a clipboard', () => {
	test.use({ permissions: ['clipboard-write'] });

	test('the link that is copied opens exactly this view', async ({ page, context }) => {
		await noteCopies(page);
		await page.goto('?from=2025-07&place=moscow&order=desc&event=moscow-visit&utm_source=mail');
		await expect(rows(page)).toHaveCount(5);
		const ids = (of: Page): Promise<(string | null)[]> =>
			rows(of).evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-event-id')));
		const seen = await ids(page);
		await share(page);
		await expect(dialog(page)).toContainText('5 of 16 events');
		await expect(dialog(page)).toContainText('time window: from July 2025');
		await expect(dialog(page)).toContainText('details of “First official visit of al-Sharaa to Russia”');
		await dialog(page).getByRole('button', { name: 'Copy link' }).click();
		await expect(dialog(page)).toContainText('The link is copied.');
		const link = await copied(page);
		expect(link).toBe(await field(page).inputValue());
		expect(new URL(link).search).toBe('?from=2025-07&place=moscow&event=moscow-visit&order=desc');

		const other = await context.newPage();
		await other.goto(link);
		await expect(rows(other)).toHaveCount(5);
		expect(await ids(other)).toEqual(seen);
		await expect(other.getByRole('region', { name: 'Event details' })).toContainText('15 October 2025');
	});
});

test('without a clipboard the link is selected and a sentence says what to do', async ({ page }) => {
	await page.addInitScript(() => {
		Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
	});
	await page.goto('?place=moscow');
	await share(page);
	await dialog(page).getByRole('button', { name: 'Copy link' }).click();
	await expect(dialog(page)).toContainText('The browser does not allow copying.');
	await expect(field(page)).toBeFocused();
	const selected = await field(page).evaluate((node) =>
		node instanceof HTMLInputElement ? node.value.slice(node.selectionStart ?? 0, node.selectionEnd ?? 0) : ''
	);
	expect(selected).toBe(await field(page).inputValue());
});

test('the dialog follows the view, closes on Escape and gives the focus back', async ({ page }) => {
	await page.goto('');
	await share(page);
	await expect.poll(async () => new URL(await field(page).inputValue()).search).toBe('');
	await page.keyboard.press('Escape');
	await expect(dialog(page)).toBeHidden();
	await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeFocused();
	await page.getByRole('searchbox', { name: 'Search events' }).fill('novak & co');
	await share(page);
	await expect.poll(async () => new URL(await field(page).inputValue()).search).toBe('?q=novak%20%26%20co');
});

test('a view that does not fit in a link says so and offers none', async ({ page }) => {
	// Two hundred letters of three bytes each take 1,800 characters when escaped; these actors take the rest.
	const actors = [
		'ahmed-al-sharaa',
		'asaad-al-shibani',
		'alexander-novak',
		'syrian-community-in-russia',
		'baath-party'
	];
	const places = ['damascus', 'khmeimim', 'moscow', 'new-york', 'tartous'];
	const categories = ['bases-and-strikes', 'diplomacy', 'power', 'statements'];
	await page.goto(
		`?actor=${actors.join(',')}&place=${places.join(',')}&category=${categories.join(',')}&known=2025-10-14`
	);
	await expect(rows(page)).not.toHaveCount(0);
	await page.getByRole('searchbox', { name: 'Search events' }).fill('ก'.repeat(200));
	await page.getByRole('button', { name: 'Share', exact: true }).click();
	await expect(dialog(page)).toContainText(/does not fit in a link: it takes 2,0\d\d characters/);
	await expect(field(page)).toHaveCount(0);
	await expect(dialog(page).getByRole('button', { name: 'Copy link' })).toHaveCount(0);
});

test('a link into another version is answered with notices that can be dismissed', async ({ page }) => {
	await page.goto('?from=2025-10&to=2025-07&place=moscow,atlantis&event=coronation&order=upside-down');
	const notices = page.getByRole('complementary', { name: 'About this link' });
	await expect(notices.getByRole('listitem')).toHaveCount(4);
	await expect(notices).toContainText('This link points to the event coronation, which this version does not have.');
	await expect(notices).toContainText('This link points to the place atlantis, which this version does not have.');
	await expect(notices).toContainText('ends before it starts');
	await expect(notices).toContainText('order of the list (order) reads upside-down');
	await expect(rows(page)).toHaveCount(5);
	await notices.getByRole('button', { name: 'Dismiss' }).click();
	await expect(notices).toHaveCount(0);
	await expect(rows(page)).toHaveCount(5);
});

test('what a link says is shown as text, never as markup or hidden characters', async ({ page }) => {
	await page.goto(
		`?event=${encodeURIComponent('<img src=x onerror=alert(1)>')}&order=${encodeURIComponent('a\u202eb')}`
	);
	const notices = page.getByRole('complementary', { name: 'About this link' });
	await expect(notices).toContainText('<img src=x onerror=alert(1)>');
	await expect(notices).toContainText('aU+202Eb');
	await expect(notices.locator('img')).toHaveCount(0);
});
