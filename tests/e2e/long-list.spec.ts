import type { Locator, Page } from '@playwright/test';
import { openDataset } from './support/datasets.ts';
import { details, events as list, row } from './support/parts.ts';
import { atRest } from './support/rest.ts';
import { expect, test } from './support/test.ts';
import { boxOf } from './support/timeline.ts';

const LAST = 480;

/** Of the list, as the row says it. */
const at = (page: Page, position: number): Locator => page.locator(`[data-event-list] [aria-posinset="${position}"]`);
const drawn = (page: Page): Locator => page.locator('[data-event-list] li');
const pages = (page: Page): Locator => page.locator('nav:has(#events-shown)');

/** Scrolls whatever scrolls the list to a share of it: 0 its beginning, 1 its end. */
const scrollTo = (page: Page, share: number): Promise<void> =>
	page.locator('[data-long-list]').evaluate((box, share) => {
		const side = box.closest('#events');
		const own = side !== null && getComputedStyle(side).overflowY === 'auto' ? side : null;
		const scroller = own ?? document.documentElement;
		const top = box.getBoundingClientRect().top - (own?.getBoundingClientRect().top ?? 0) + scroller.scrollTop;
		scroller.scrollTop = top + (box.clientHeight - scroller.clientHeight) * share;
	}, share);

for (const [width, height] of [
	[1440, 900],
	[390, 844]
] as const)
	for (const path of ['', 'ar/'])
		test.describe(`${width} px, /${path}`, () => {
			test.use({ viewport: { width, height } });

			test('scrolling reaches the middle, the end and the beginning, and only what is near is in the page', async ({
				page
			}) => {
				await openDataset(page, 'long', '', path);
				await expect(at(page, 1)).toBeAttached();
				await scrollTo(page, 0.5);
				await expect(at(page, LAST / 2)).toBeInViewport();
				await expect(at(page, 1)).toHaveCount(0);
				await expect.poll(() => drawn(page).count()).toBeLessThanOrEqual(50);
				await expect(pages(page)).toContainText(String(LAST));

				await scrollTo(page, 1);
				await expect(at(page, LAST)).toBeInViewport();
				await expect(at(page, LAST - 30)).toHaveCount(0);
				await scrollTo(page, 0);
				await expect(at(page, 1)).toBeInViewport();
			});
		});

test('a scroll that begins in the moment the list settles is not taken back', async ({ page }) => {
	await openDataset(page, 'long');
	await expect(at(page, 1)).toBeAttached();
	await scrollTo(page, 0.5);
	await expect(at(page, LAST / 2)).toBeInViewport();
	await page.locator('#events').evaluate((side) => {
		side.scrollTop -= 40;
		side.addEventListener(
			'scroll',
			() => {
				// The list's own timer is due now, and the scroll event of this one comes with the next frame.
				const due = performance.now() + 400;
				while (performance.now() < due);
				side.scrollTop = side.scrollHeight;
			},
			{ once: true }
		);
	});
	await expect(at(page, LAST)).toBeInViewport();
});

test('what is seen stays where it is as rows above it come and the list settles', async ({ page }) => {
	await openDataset(page, 'long');
	await scrollTo(page, 0.5);
	await expect(at(page, LAST / 2)).toBeInViewport();
	// Up, row by row: what comes into the page above must push nothing down.
	const side = page.locator('#events');
	for (let step = 0; step < 8; step++) {
		const moved = await side.evaluate(async (node) => {
			const visible = [...node.querySelectorAll('[data-event-list] li')].find(
				(item) => item.getBoundingClientRect().top > node.getBoundingClientRect().top + 100
			);
			if (visible === undefined) throw new Error('nothing is seen');
			const before = visible.getBoundingClientRect().top;
			const done = new Promise((resolve) => node.addEventListener('scroll', resolve, { once: true }));
			node.scrollBy(0, -200);
			await done;
			await new Promise(requestAnimationFrame);
			return visible.getBoundingClientRect().top - before;
		});
		expect(Math.abs(moved - 200), `step ${step}`).toBeLessThanOrEqual(1.5);
	}
});

test('a row is gone to by its number, in digits of any keyboard; another number is refused in words', async ({
	page
}) => {
	await openDataset(page, 'long');
	const field = pages(page).getByRole('textbox', { name: 'Go to row' });
	await field.fill('300');
	await field.press('Enter');
	await expect(at(page, 300)).toBeInViewport();
	await expect(list(page).getByRole('heading', { name: 'Events', exact: true })).toBeFocused();
	await expect(pages(page)).toContainText('Showing 300–480 of 480');
	await field.fill('٤٨٠');
	await field.press('Enter');
	await expect(at(page, 480)).toBeInViewport();
	await field.fill('481');
	await field.press('Enter');
	await expect(pages(page).getByRole('alert')).toHaveText('Type a row from 1 to 480.');
	await expect(at(page, 480)).toBeInViewport();
});

test('an event that is chosen elsewhere is brought into view, and closing its details leads to its row', async ({
	page
}) => {
	await openDataset(page, 'long');
	await scrollTo(page, 0.9);
	const id = (await at(page, 432).getAttribute('data-event-id')) ?? '';
	expect(id).not.toBe('');
	await openDataset(page, 'long', `?event=${id}`);
	await expect(row(page, id)).toBeInViewport();
	await expect(row(page, id)).toHaveAttribute('aria-posinset', '432');
	// They bring their row into view, once.
	await expect(details(page)).toBeVisible();
	await scrollTo(page, 0);
	await expect(at(page, 1)).toBeAttached();
	await details(page).getByRole('button', { name: 'Close', exact: true }).click();
	await expect(row(page, id).getByRole('link')).toBeFocused();
	await expect(row(page, id)).toBeInViewport();
});

test('the focus keeps to the list when its row is scrolled away, and to the event when rows change', async ({
	page
}) => {
	await openDataset(page, 'long');
	await at(page, 3).getByRole('link').focus();
	await scrollTo(page, 1);
	await expect(at(page, LAST)).toBeInViewport();
	await expect(list(page).getByRole('heading', { name: 'Events', exact: true })).toBeFocused();
	const link = at(page, LAST).getByRole('link');
	const href = (await link.getAttribute('href')) ?? '';
	await link.focus();
	await page.evaluate(() => {
		history.pushState(history.state, '', '?order=desc');
		dispatchEvent(new PopStateEvent('popstate'));
	});
	await expect(list(page).locator(`a[href="${href}"]`)).toBeFocused();
});

test('who changes the order right after scrolling keeps what is in view', async ({ page }) => {
	await openDataset(page, 'long');
	await expect(at(page, 3)).toBeAttached();
	await atRest(page);
	// All of it in two frames, long before the list takes the scrolling for over.
	const id = await list(page).evaluate(async (region) => {
		let box: Element | null = region.querySelector('[data-long-list]');
		while (box !== null && !/auto|scroll/.test(getComputedStyle(box).overflowY)) box = box.parentElement;
		if (box === null) throw new Error('Nothing scrolls the list.');
		box.scrollTop = box.scrollHeight / 4;
		for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
		const { top } = box.getBoundingClientRect();
		const rows = [...box.querySelectorAll<HTMLElement>('li[data-event-id]')];
		const first = rows.find((row) => row.getBoundingClientRect().bottom > top);
		history.pushState(history.state, '', '?order=desc');
		dispatchEvent(new PopStateEvent('popstate'));
		return first?.dataset.eventId ?? '';
	});
	await expect(row(page, id)).toBeInViewport();
});

test('while a gesture lasts the list is a few plain rows, and whole again after it', async ({ page }) => {
	await openDataset(page, 'long');
	await expect(at(page, 1)).toBeAttached();
	const thumb = page.getByRole('slider', { name: 'To', exact: true });
	await expect(thumb).toBeVisible();
	await atRest(page);
	const box = await boxOf(thumb);
	await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
	await page.mouse.down();
	await page.mouse.move(box.x - 200, box.y + box.height / 2, { steps: 4 });
	await expect.poll(() => drawn(page).count()).toBeLessThanOrEqual(24);
	await expect(list(page).getByRole('heading', { level: 3 })).toHaveCount(0);
	await expect(at(page, 1)).toBeInViewport();
	const during = await at(page, 1).textContent();
	await page.mouse.up();
	await expect(list(page).getByRole('heading', { level: 3 }).first()).toBeVisible();
	const link = await list(page).locator('li').first().getByRole('link').textContent();
	expect(during).toContain(link?.trim() ?? '-');
});
