import type { Page } from '@playwright/test';
import { openDataset } from './support/datasets.ts';
import { expect, test } from './support/nginx.ts';

const PIXEL = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64'
);
const details = (page: Page) => page.getByRole('region', { name: 'Event details', exact: true });

/** What was asked of other hosts, in order: address and referrer. None of them exists; pictures are answered with `picture`. */
async function hosts(page: Page, picture: () => Buffer | null): Promise<readonly string[]> {
	const asked: string[] = [];
	await page.route(/^https:\/\/[a-z]+\.example\//, async (route) => {
		const headers = await route.request().allHeaders();
		asked.push([route.request().url(), headers.referer ?? '', headers.cookie ?? ''].join(' ').trim());
		const body = picture();
		if (body === null) await route.abort();
		else await route.fulfill({ contentType: 'image/png', body });
	});
	return asked;
}

test.use({
	// The reader asks for exactly these; the failed ones are part of the test.
	provoked: [
		/^(?:request to another origin: GET https:\/\/(?:pictures\.example\/(?:bell|accident)\.png|films\.example\/accident\.webm)$|console error: Failed to load resource: net::ERR_FAILED)/
	]
});

test('a picture comes when it is asked for, from the host that the button names', async ({ page }) => {
	let isUp = false;
	const asked = await hosts(page, () => (isUp ? PIXEL : null));
	await openDataset(page, 'media', '?event=bell-cast');
	const list = details(page).getByRole('list', { name: 'Pictures and recordings' });
	const picture = list.getByRole('listitem').first();
	await expect(picture).toContainText('A bell on a wooden frame, three people beside it');
	await expect(list.getByRole('button', { name: 'Load recording from sounds.example' })).toBeVisible();
	// Documents, and pages with a player in them, are links, and no host of theirs is in the policy.
	await expect(list.getByRole('link', { name: /The contract with the founder/ })).toHaveAttribute(
		'rel',
		'external noopener noreferrer'
	);
	await expect(list.getByRole('listitem').nth(3)).toContainText('player.example');
	await expect(list.getByRole('button')).toHaveCount(2);
	const policy = await page.locator('meta[http-equiv="content-security-policy"]').getAttribute('content');
	expect(policy).toContain("img-src 'self' data: https://pictures.example;");
	expect(policy).toContain('media-src https://films.example https://sounds.example');
	expect(asked).toEqual([]);

	const load = picture.getByRole('button', { name: 'Load picture from pictures.example' });
	await load.focus();
	await page.keyboard.press('Enter');
	await expect(picture.getByRole('alert')).toHaveText('The picture could not be loaded from pictures.example.');
	await expect(picture.getByRole('link', { name: 'Open it at pictures.example' })).toBeVisible();
	isUp = true;
	await picture.getByRole('button', { name: 'Try again' }).click();
	const image = picture.getByRole('img', { name: 'A bell on a wooden frame, three people beside it' });
	await expect(image).toBeVisible();
	await expect(picture.getByRole('alert')).toHaveCount(0);
	// No referrer and no cookie went along, and nothing else was asked for.
	expect(asked).toEqual(Array(2).fill('https://pictures.example/bell.png'));
	await picture.getByRole('button', { name: 'Hide' }).click();
	await expect(image).toHaveCount(0);
	await expect(load).toBeFocused();

	// What another event has is asked for anew, whatever is on screen when the reader goes on to it.
	await load.click();
	await expect(image).toBeVisible();
	await page.getByRole('link', { name: /^The bell falls/ }).click();
	await expect(picture).toContainText('Covered: this picture shows violence or death.');
	await expect(list.locator('img, video, audio')).toHaveCount(0);
	expect(new Set(asked)).toEqual(new Set(['https://pictures.example/bell.png']));
});

test('what may disturb stands behind a cover that says what it shows, and asks once more', async ({ page }) => {
	const asked = await hosts(page, () => PIXEL);
	await openDataset(page, 'media', '?event=bell-falls');
	const picture = details(page).getByRole('listitem').filter({ hasText: 'Two injured people' });
	await expect(picture).toContainText('Covered: this picture shows violence or death.');
	await picture.getByRole('button', { name: 'Take the cover off' }).click();
	await expect(picture.getByRole('button', { name: 'Leave it covered' })).toBeFocused();
	await picture.getByRole('button', { name: 'Leave it covered' }).click();
	await picture.getByRole('button', { name: 'Take the cover off' }).click();
	expect(asked).toEqual([]);
	await picture.getByRole('button', { name: 'Load picture from pictures.example' }).click();
	await expect(picture.getByRole('img', { name: 'Two injured people under a broken bell' })).toBeVisible();

	const video = details(page).getByRole('listitem').filter({ hasText: 'breaks from its frame' });
	await video.getByRole('button', { name: 'Take the cover off' }).click();
	await video.getByRole('button', { name: 'Load video from films.example' }).click();
	// The host answers with something else: that is said, and nothing plays by itself.
	await expect(video.getByRole('alert')).toHaveText('The video could not be loaded from films.example.');
	expect(asked.map((line) => line.split(' ').length)).toEqual(asked.map(() => 1));
});

test('without scripts, media are links that name their hosts', async ({ browser, baseURL }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(`${baseURL}with/media/`);
	const link = page.getByRole('link', { name: /A bell on a wooden frame/ });
	await expect(link).toHaveAttribute('href', 'https://pictures.example/bell.png');
	await expect(link.locator('..')).toContainText('pictures.example');
	await expect(page.locator('img, video, audio')).toHaveCount(0);
	await context.close();
});
