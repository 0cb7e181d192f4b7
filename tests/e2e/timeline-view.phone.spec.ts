import type { CDPSession, Page } from '@playwright/test';
import { openDataset } from './support/datasets.ts';
import { expect, test } from './support/test.ts';
import { boxOf, button, choice, handle, hint, mark, middle, overview, query, shown, time } from './support/timeline.ts';

interface Finger {
	readonly id: number;
	readonly x: number;
	readonly y: number;
}

/** Real touches, by the browser's own input pipeline, so that it scrolls and zooms the page where it may. */
async function touches(page: Page): Promise<(type: 'Start' | 'Move' | 'End', ...fingers: Finger[]) => Promise<void>> {
	const session: CDPSession = await page.context().newCDPSession(page);
	return async (type, ...fingers) => {
		await session.send('Input.dispatchTouchEvent', { type: `touch${type}`, touchPoints: fingers });
	};
}

/** Two fingers, one after the other, spread (or, with less, pinched) around a middle. */
async function pinch(page: Page, { x, y }: { x: number; y: number }, from: number, to: number): Promise<void> {
	const touch = await touches(page);
	const fingers = (apart: number): readonly [Finger, Finger] => [
		{ id: 0, x: x - apart / 2, y },
		{ id: 1, x: x + apart / 2, y }
	];
	await touch('Start', fingers(from)[0]);
	await touch('Start', ...fingers(from));
	for (let i = 1; i <= 8; i++) await touch('Move', ...fingers(from + ((to - from) * i) / 8));
	await touch('End');
}

const pageZoom = (page: Page): Promise<number> => page.evaluate(() => visualViewport?.scale ?? 0);

test('two fingers bring the axis near, and neither the page nor the window moves', async ({ page }) => {
	const WINDOW = '?from=2025-03&to=2025-10';
	await openDataset(page, 'data', WINDOW);
	const lanes = await boxOf(time(page).locator('.lanes'));
	const scroll = await page.evaluate(() => scrollY);
	await pinch(page, { x: 195, y: lanes.y + 70 }, 60, 200);
	await expect(overview(page)).toBeVisible();
	const near = await shown(page);
	await expect(handle(page, 'From')).toHaveAttribute('aria-valuetext', '1 March 2025');
	// Also where a mark lies under a finger.
	const sign = await middle(mark(page, 'putin-call').locator('.sign, .bar').first());
	const touch = await touches(page);
	const [one, two] = [
		{ id: 0, ...sign },
		{ id: 1, x: sign.x + (sign.x < 195 ? 80 : -80), y: sign.y }
	];
	await touch('Start', one);
	await touch('Start', one, two);
	for (let i = 1; i <= 8; i++) await touch('Move', one, { ...two, x: two.x + (sign.x < 195 ? 8 : -8) * i });
	await touch('End');
	await expect.poll(() => shown(page)).not.toEqual(near);
	expect(await pageZoom(page)).toBe(1);
	expect(await page.evaluate(() => scrollY)).toBe(scroll);
	await pinch(page, { x: 195, y: lanes.y + 40 }, 300, 20);
	await pinch(page, { x: 195, y: lanes.y + 40 }, 300, 20);
	await expect(overview(page)).toHaveCount(0);
	expect(query(page)).toBe(WINDOW);
	expect(await pageZoom(page)).toBe(1);
});

test('one finger draws a window, also after a pinch that ended outside; a tap picks a period', async ({ page }) => {
	await openDataset(page, 'data');
	// Below the handles, which reach into the lanes; the page may have scrolled meanwhile.
	const belowHandles = async (): Promise<number> => (await boxOf(time(page).locator('.lanes'))).y + 40;
	const touch = await touches(page);
	let y = await belowHandles();
	const draw = async (from: number, to: number): Promise<void> => {
		y = await belowHandles();
		await touch('Start', { id: 0, x: from, y });
		for (let i = 1; i <= 8; i++) await touch('Move', { id: 0, x: from + ((to - from) * i) / 8, y });
		await touch('End');
	};
	await draw(180, 260);
	await expect.poll(() => query(page)).toMatch(/^\?from=2025-\d\d&to=2025-\d\d$/);
	const drawn = query(page);
	const [from, to] = [await middle(handle(page, 'From')), await middle(handle(page, 'To'))];
	// The handles keep apart a little, and snap to months.
	expect(to.x - from.x).toBeGreaterThan(60);
	// The first finger draws already when the second comes; both are lifted above the timeline.
	await touch('Start', { id: 0, x: 180, y });
	for (const x of [170, 160, 150]) await touch('Move', { id: 0, x, y });
	await touch('Start', { id: 0, x: 150, y }, { id: 1, x: 260, y });
	for (let i = 1; i <= 6; i++) await touch('Move', { id: 0, x: 150 - i * 8, y }, { id: 1, x: 260 + i * 8, y });
	for (let i = 1; i <= 6; i++) await touch('Move', { id: 0, x: 102, y: y - i * 40 }, { id: 1, x: 308, y });
	await touch('Move', { id: 1, x: 308, y });
	await touch('End');
	await expect(overview(page)).toBeVisible();
	expect(query(page)).toBe(drawn);
	await button(page, 'More').tap();
	await button(page, 'Show the whole timeline').tap();
	await button(page, 'More').tap();
	await expect(overview(page)).toHaveCount(0);
	await draw(240, 320);
	await expect.poll(() => query(page)).not.toBe(drawn);
	// Away from all marks: a finger that comes near to one is taken to mean it.
	await openDataset(page, 'data', '?axis=linear');
	y = await belowHandles();
	await page.touchscreen.tap(120, y);
	await expect.poll(() => query(page)).toMatch(/^\?from=(19\d\d)&to=19\d\d&axis=linear$/);
	await expect(hint(page)).toContainText('press another period to end the range there');
	const one = query(page);
	await page.touchscreen.tap(200, y);
	await expect.poll(() => query(page)).not.toBe(one);
	expect(query(page).split('&')[0]).toBe(one.split('&')[0]);
	await expect(hint(page)).toHaveCount(0);
	// A swipe up is the page's.
	const picked = query(page);
	await touch('Start', { id: 0, x: 200, y });
	for (let i = 1; i <= 10; i++) await touch('Move', { id: 0, x: 200, y: y - i * 14 });
	await touch('End');
	await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(20);
	expect(query(page)).toBe(picked);
});

test('on a phone More holds the rest; nothing is wider than the screen, and targets are large enough', async ({
	page
}) => {
	await openDataset(page, 'data', '?from=2025-05&to=2025-08');
	const tools = [
		'Zoom out of the timeline',
		'Zoom in on the timeline',
		'Show the whole timeline',
		'Rows by category',
		'Table of counts',
		'Single moment'
	];
	await expect(button(page, 'More')).toBeVisible();
	for (const name of tools) await expect(button(page, name)).toBeHidden();
	await button(page, 'More').tap();
	for (const name of tools) {
		const { width, height } = await boxOf(button(page, name));
		expect(Math.min(width, height), name).toBeGreaterThanOrEqual(44);
	}
	await expect(choice(page, 'Period')).toBeVisible();
	await button(page, 'Zoom in on the timeline').tap();
	await expect(overview(page)).toBeVisible();
	expect((await boxOf(overview(page))).height).toBeGreaterThanOrEqual(24);
	for (const name of ['From', 'To'] as const) {
		const { width, height } = await boxOf(handle(page, name));
		expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
	}
	await button(page, 'Show the whole timeline').tap();
	const folds = time(page).getByRole('button', { name: /^Unfold .* in which/ });
	await expect(folds).toHaveCount(2);
	for (const fold of await folds.all()) {
		const { width, height } = await boxOf(fold);
		expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
	}
	await folds.first().tap();
	await expect(button(page, /^Fold .* again$/)).toBeVisible();
	await button(page, 'Rows by category').tap();
	await expect(time(page).locator('g.row')).toHaveCount(4);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
	await button(page, 'Table of counts').tap();
	await expect(page.getByRole('dialog').getByRole('table')).toBeVisible();
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
	await page.getByRole('dialog').getByRole('row').getByRole('button').last().tap();
	await expect(page.getByRole('dialog')).toBeHidden();
	await expect.poll(() => query(page)).not.toContain('from=2025-05');
});
