import type { Page } from '@playwright/test';
import { axe } from './support/axe.ts';
import { expect, test } from './support/nginx.ts';
import { openWithoutScript } from './support/without-script.ts';

const ROAD = 'stories/road-to-moscow/';

const current = (page: Page) => page.locator('[aria-current="step"]');
const row = (page: Page, id: string) => current(page).locator(`[data-event-id="${id}"]`);

/** How many events the map, the list of the step and the link to the dashboard say there are. */
async function expectEvents(page: Page, ids: readonly string[]): Promise<void> {
	await expect(current(page).locator('[data-event-id]')).toHaveCount(ids.length);
	for (const id of ids) await expect(row(page, id)).toBeVisible();
}

test('a story is read by scrolling, by buttons and by keys; the views follow, and the history does not', async ({
	page
}) => {
	await page.goto('');
	await page.getByRole('link', { name: 'The road to a Moscow visit' }).click();
	await expect(page).toHaveURL(new RegExp(`/${ROAD}$`));
	await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('The road to a Moscow visit');
	const steps = page.getByRole('group', { name: 'Steps of the story' });
	await expect(steps).toContainText('Step 1 of 8');
	await expect(page.getByRole('button', { name: 'Damascus, 11 events' })).toBeVisible();
	const entries = await page.evaluate(() => history.length);

	// By scrolling.
	const third = page.getByRole('heading', { name: 'December 2024: Damascus changes hands' });
	await third.evaluate((heading) => heading.scrollIntoView({ block: 'start', behavior: 'instant' }));
	await expect(steps).toContainText('Step 3 of 8');
	await expect(current(page)).toHaveAttribute('id', 'step-3');
	await expectEvents(page, ['damascus-seized', 'assad-flees', 'new-government']);
	await expect(page.getByRole('button', { name: 'Damascus, 3 events' })).toBeVisible();
	await expect(page.getByRole('slider', { name: 'From' })).toHaveAttribute('aria-valuetext', /1 December 2024/);
	await expect(page).toHaveURL(/#step-3$/);
	await expect(page.getByRole('status').filter({ hasText: 'Step 3 of 8' })).toHaveText(
		'Step 3 of 8: December 2024: Damascus changes hands. 3 of 16 events'
	);

	// By buttons.
	await page.getByRole('button', { name: 'Next step' }).click();
	await expect(steps).toContainText('Step 4 of 8');
	await page.getByRole('button', { name: 'Next step' }).click();
	await page.getByRole('button', { name: 'Next step' }).click();
	await expect(steps).toContainText('Step 6 of 8');
	await expect(page.getByRole('button', { name: 'New York, 1 event' })).toBeVisible();
	await expectEvents(page, ['novak-in-damascus', 'un-address']);

	// By keys: on the buttons, and the single ones, which can be turned off.
	await page.keyboard.press('ArrowRight');
	await expect(steps).toContainText('Step 7 of 8');
	await page.keyboard.press('j');
	await expect(steps).toContainText('Step 8 of 8');
	await expect(page.getByRole('button', { name: 'Next step' })).toHaveAttribute('aria-disabled', 'true');
	await page.keyboard.press('k');
	await page.keyboard.press('ArrowLeft');
	await expect(steps).toContainText('Step 6 of 8');
	await page.getByRole('checkbox', { name: /^Single keys/ }).uncheck();
	await page.keyboard.press('j');
	await expect(page).toHaveURL(/#step-8$/);
	await page.getByRole('checkbox', { name: /^Single keys/ }).check();
	await expect.poll(() => page.evaluate(() => history.length)).toBe(entries);

	// A link to a step.
	await page.goto('');
	await page.goto(`${ROAD}#step-7`);
	await expect(steps).toContainText('Step 7 of 8');
	await expectEvents(page, ['khmeimim-base', 'tartous-base', 'talks-on-bases']);
	expect(await axe(page)).toEqual([]);
});

test('who is led elsewhere while the page goes to a step reads what is there', async ({ page }) => {
	await page.goto(ROAD);
	const steps = page.getByRole('group', { name: 'Steps of the story' });
	const next = page.getByRole('button', { name: 'Next step' });
	await expect(page.getByRole('button', { name: 'Damascus, 11 events' })).toBeVisible();
	await next.evaluate((button: HTMLElement) => {
		button.click();
		// As the scroll bar does, of which there is no key, wheel or touch.
		requestAnimationFrame(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
	});
	await expect(steps).toContainText('Step 8 of 8');
	await expect(page).toHaveURL(/#step-8$/);
});

test('the reader explores from a step, comes back to it, and leaves with the view', async ({ page }) => {
	await page.goto(`${ROAD}#step-5`);
	await expectEvents(page, ['putin-call', 'shibani-in-moscow', 'israeli-strikes-support']);
	const back = page.getByRole('button', { name: 'Back to the step' });
	await expect(back).toHaveCount(0);

	await row(page, 'putin-call').getByRole('link').first().click();
	await expect(row(page, 'putin-call')).toContainText('The two presidents speak by telephone');
	await expect(page).toHaveURL(new RegExp(`/${ROAD}#step-5$`));
	await page.getByRole('button', { name: 'Damascus, 2 events' }).click();
	await expectEvents(page, ['putin-call', 'israeli-strikes-support']);
	await back.click();
	await expect(back).toHaveCount(0);
	await expect(page.getByRole('group', { name: 'Steps of the story' })).toBeFocused();
	await expectEvents(page, ['putin-call', 'shibani-in-moscow', 'israeli-strikes-support']);

	await page.getByRole('button', { name: 'Damascus, 2 events' }).click();
	await expectEvents(page, ['putin-call', 'israeli-strikes-support']);
	await page.getByRole('group', { name: 'Steps of the story' }).getByRole('link', { name: 'Explore freely' }).click();
	await expect(page).toHaveURL(/\/\?from=2025-02&to=2025-07&place=damascus&category=diplomacy$/);
	await expect(page.getByText('2 of 16 events').first()).toBeVisible();
	await page.goBack();
	await expect(current(page)).toHaveAttribute('id', 'step-5');
});

test.describe('in Arabic', () => {
	test.use({ colorScheme: 'dark', reducedMotion: 'reduce' });

	test('the story is whole, and the next step is at the left', async ({ page }) => {
		await page.goto(`ar/${ROAD}`);
		await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('الطريق إلى زيارة موسكو');
		const next = page.getByRole('button', { name: 'الخطوة التالية' });
		const previous = page.getByRole('button', { name: 'الخطوة السابقة' });
		const [left, right] = [await next.boundingBox(), await previous.boundingBox()];
		expect(left?.x).toBeLessThan(right?.x ?? 0);
		await next.focus();
		await page.keyboard.press('ArrowLeft');
		await expect(current(page)).toHaveAttribute('id', 'step-2');
		await page.keyboard.press('ArrowLeft');
		await expect(current(page)).toHaveAttribute('id', 'step-3');
		await page.keyboard.press('ArrowRight');
		await expect(current(page)).toHaveAttribute('id', 'step-2');
		await expect(page.getByRole('link', { name: 'English' })).toHaveAttribute('href', /road-to-moscow\/#step-2$/);
		expect(await axe(page)).toEqual([]);
	});
});

test('without JavaScript it is an article, whose steps say and link what they show', async ({ context }) => {
	const page = await openWithoutScript(context, ROAD);
	await expect(page.getByRole('article')).toContainText('Neither report says that the visit took place.');
	await expect(page.getByRole('heading', { level: 2 })).toHaveCount(8);
	const step = page.getByRole('region', { name: 'Who took office when? The reports differ' });
	await expect(step).toContainText('December 2024 – January 2025');
	await expect(step.locator('[data-event-id]')).toHaveCount(3);
	await expect(step.getByRole('link', { name: 'Open this view' })).toHaveAttribute(
		'href',
		/^\.\.\/\.\.\/\?from=2024-12&to=2025-01&category=power&event=new-government$/
	);
	await expect(page.getByRole('button')).toHaveCount(0);
	await expect(page.getByRole('group', { name: 'Map and timeline of the story' })).toHaveCount(0);
	expect(await axe(page)).toEqual([]);
	const [article] = await page.locator('script[type="application/ld+json"]').allTextContents();
	expect(JSON.parse(article ?? '')).toMatchObject({
		'@type': 'Article',
		headline: 'The road to a Moscow visit',
		inLanguage: 'en',
		datePublished: '2026-11-27'
	});
	await expect(page.getByRole('link', { name: 'Русский' })).toHaveAttribute('href', '../../ru/stories/road-to-moscow/');
});
