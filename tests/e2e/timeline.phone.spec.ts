import type { CDPSession, Locator, Page } from '@playwright/test';
import { nextFrame } from './support/frames.ts';
import { expect, test } from './support/test.ts';

const time = (page: Page): Locator => page.getByRole('group', { name: 'Time window', exact: true });
const handle = (page: Page, name: 'From' | 'To'): Locator => time(page).getByRole('slider', { name, exact: true });
const query = (page: Page): string => new URL(page.url()).search;

interface Finger {
	down(x: number, y: number): Promise<void>;
	move(x: number, y: number): Promise<void>;
	up(): Promise<void>;
}

/** A real touch, by the browser's own input pipeline, so that scrolling would happen if it may. */
function finger(session: CDPSession): Finger {
	const send = async (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0): Promise<void> => {
		const touchPoints = type === 'touchEnd' ? [] : [{ x, y }];
		await session.send('Input.dispatchTouchEvent', { type, touchPoints });
	};
	return {
		down: (x, y) => send('touchStart', x, y),
		move: (x, y) => send('touchMove', x, y),
		up: () => send('touchEnd')
	};
}

async function middle(locator: Locator): Promise<{ x: number; y: number }> {
	const box = await locator.boundingBox();
	if (box === null) throw new Error('not on screen');
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('a finger moves a handle, and the page does not scroll', async ({ page }) => {
	await page.goto('?from=2025-03&to=2025-10');
	await handle(page, 'From').scrollIntoViewIfNeeded();
	const before = await page.evaluate(() => ({ y: scrollY, steps: history.length }));
	const touch = finger(await page.context().newCDPSession(page));
	const { x, y } = await middle(handle(page, 'From'));
	await touch.down(x, y);
	for (let i = 1; i <= 12; i++) await touch.move(x + i * 5, y + i * 4);
	await expect(handle(page, 'From')).toHaveAttribute('aria-valuetext', /^1 (May|June|July) 2025$/);
	expect(query(page)).toBe('?from=2025-03&to=2025-10');
	await touch.up();
	await expect.poll(() => query(page)).toMatch(/^\?from=2025-0[567]&to=2025-10$/);
	expect(await page.evaluate(() => ({ y: scrollY, steps: history.length }))).toEqual({
		y: before.y,
		steps: before.steps + 1
	});
});

test('a finger slides the body, and a second finger ends it cleanly', async ({ page }) => {
	await page.goto('?from=2025-05&to=2025-08');
	const from = await middle(handle(page, 'From'));
	const to = await middle(handle(page, 'To'));
	const session = await page.context().newCDPSession(page);
	const x = (from.x + to.x) / 2;
	await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y: from.y, id: 0 }] });
	for (const shift of [10, 20, 30]) {
		const touchPoints = [{ x: x - shift, y: from.y, id: 0 }];
		await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints });
	}
	await nextFrame(page);
	await expect(handle(page, 'From')).not.toHaveAttribute('aria-valuetext', '1 May 2025');
	const shown = await handle(page, 'From').getAttribute('aria-valuetext');
	const second = { x: to.x, y: to.y, id: 1 };
	const touchPoints = [{ x: x - 30, y: from.y, id: 0 }, second];
	await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
	const moved = [{ x: x - 90, y: from.y, id: 0 }, second];
	await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: moved });
	await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
	await expect(handle(page, 'From')).toHaveAttribute('aria-valuetext', shown ?? '');
	await expect.poll(() => query(page)).not.toContain('from=2025-05');
});

test('a tap on the track brings the nearer handle there; a swipe over it scrolls the page', async ({ page }) => {
	await page.goto('?from=2025-05&to=2025-08');
	const { x, y } = await middle(handle(page, 'From'));
	await page.touchscreen.tap(x - 60, y);
	await expect.poll(() => query(page)).toMatch(/^\?from=2025-0[1-4].*&to=2025-08$/);
	const after = query(page);
	const touch = finger(await page.context().newCDPSession(page));
	const start = await middle(handle(page, 'From'));
	await touch.down(40, start.y + 30);
	for (let i = 1; i <= 10; i++) await touch.move(40, start.y + 30 - i * 12);
	await touch.up();
	await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(20);
	expect(query(page)).toBe(after);
});

test('what a finger needs is 44 px, and the rarer controls stand behind More', async ({ page }) => {
	await page.goto('?from=2025-05&to=2025-08');
	for (const name of ['From', 'To'] as const) {
		const box = await handle(page, name).boundingBox();
		expect(box?.width).toBeGreaterThanOrEqual(44);
		expect(box?.height).toBeGreaterThanOrEqual(44);
	}
	const later = time(page).getByRole('button', { name: 'Later', exact: true });
	await expect(later).toBeHidden();
	await time(page).getByRole('button', { name: 'More', exact: true }).tap();
	for (const name of ['Earlier', 'Later', 'All time', 'Previous event', 'Next event', 'Unfold gaps']) {
		await expect(time(page).getByRole('button', { name, exact: true })).toBeVisible();
	}
	await expect(time(page).getByRole('combobox', { name: 'Play mode', exact: true })).toBeVisible();
	await expect(time(page).getByRole('textbox', { name: 'As known on', exact: true })).toBeVisible();
	await later.tap();
	await expect.poll(() => query(page)).toBe('?from=2025-09&to=2025');
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
