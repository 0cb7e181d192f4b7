import { openDataset } from './support/datasets.ts';
import { turnAround } from './support/rtl.ts';
import { expect, test } from './support/test.ts';
import {
	boxOf,
	button,
	foldNames,
	handle,
	hint,
	inLanes,
	mark,
	marks,
	middle,
	overview,
	picture,
	query,
	shown,
	signX,
	time
} from './support/timeline.ts';

const WINDOW = '?from=2025-02&to=2025-09';

test.beforeEach(({ page }) => turnAround(page));

test('from right to left: time, handles, arrows, drags, gaps and words', async ({ page }) => {
	await openDataset(page, 'data', WINDOW);
	expect(await page.evaluate(() => document.dir)).toBe('rtl');
	const order = ['baath-rule-begins', 'assad-rule-begins', 'putin-call', 'novak-in-damascus', 'moscow-visit'];
	const xs = await Promise.all(order.map((id) => signX(page, id)));
	expect(xs).toEqual([...xs].sort((a, b) => b - a));
	expect(await foldNames(page)).toEqual([
		'Unfold 23 years in which nothing begins or ends',
		'Unfold 35 years in which nothing begins or ends'
	]);
	// Words stand behind their mark, where those who read this way look next, as long as there is room.
	for (const id of ['assad-flees', 'assad-rule-begins', 'putin-call']) {
		const label = await boxOf(mark(page, id).locator('.label'));
		expect(label.x + label.width, id).toBeLessThan(await signX(page, id));
	}
	const [from, to] = [await middle(handle(page, 'From')), await middle(handle(page, 'To'))];
	expect(from.x).toBeGreaterThan(to.x + 300);

	// Keys follow what is seen: left is later.
	await handle(page, 'From').focus();
	await page.keyboard.press('ArrowLeft');
	await expect(handle(page, 'From')).toHaveAttribute('aria-valuetext', '2 February 2025');
	await page.keyboard.press('ArrowRight');
	await expect(handle(page, 'From')).toHaveAttribute('aria-valuetext', '1 February 2025');
	await page.keyboard.press('ArrowUp');
	await expect(handle(page, 'From')).toHaveAttribute('aria-valuetext', '2 February 2025');
	await page.keyboard.press('ArrowDown');
	await mark(page, 'putin-call').focus();
	await page.keyboard.press('ArrowLeft');
	await expect(mark(page, 'shibani-in-moscow')).toBeFocused();

	// A drag to the left is one to later days, and handles swap.
	await page.mouse.move(from.x, from.y);
	await page.mouse.down();
	await page.mouse.move(from.x - 200, from.y, { steps: 4 });
	await expect(handle(page, 'From')).toHaveAttribute('aria-valuetext', / (March|April) 2025$/);
	await page.mouse.move(to.x - 40, from.y, { steps: 6 });
	await expect(handle(page, 'From')).toHaveAttribute('aria-valuetext', '1 October 2025');
	await page.keyboard.press('Escape');
	await page.mouse.up();
	await expect(handle(page, 'From')).toHaveAttribute('aria-valuetext', '1 February 2025');
	// So is one of a new window in the lanes, from outside of the old one.
	const start = await inLanes(page, from.x + 150, 60);
	await page.mouse.move(start.x, start.y);
	await page.mouse.down();
	await page.mouse.move(start.x - 60, start.y, { steps: 4 });
	await page.mouse.up();
	await expect.poll(() => query(page)).toMatch(/^\?from=2024-12-\d\d&to=2025-01(-\d\d)?$/);
	await button(page, 'All time').click();

	await button(page, 'Unfold 23 years in which nothing begins or ends').click();
	await expect(button(page, 'Fold 23 years again')).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(button(page, 'Unfold 23 years in which nothing begins or ends')).toBeFocused();
});

test('from right to left: near and far, the overview, a single moment', async ({ page }) => {
	await openDataset(page, 'data', WINDOW);
	const anchor = await signX(page, 'putin-call');
	const at = await inLanes(page, anchor);
	await page.mouse.move(at.x, at.y);
	await page.mouse.wheel(0, -200);
	await expect(overview(page)).toBeVisible();
	expect(Math.abs((await signX(page, 'putin-call')) - anchor)).toBeLessThan(12);
	const before = await signX(page, 'putin-call');
	await page.mouse.wheel(100, 0);
	await expect.poll(async () => before - (await signX(page, 'putin-call'))).toBeGreaterThan(80);
	await button(page, 'Zoom in on the timeline').click();
	await button(page, 'Zoom in on the timeline').click();
	// Left of the part shown lie the later days.
	const part = overview(page).locator('.shown');
	const here = await middle(part);
	const days = await shown(page);
	await overview(page).focus();
	await page.keyboard.press('ArrowLeft');
	await expect.poll(async () => (await middle(part)).x).toBeLessThan(here.x - 10);
	await page.keyboard.press('ArrowRight');
	await expect.poll(() => shown(page)).toEqual(days);
	const strip = await boxOf(overview(page));
	await page.mouse.click(strip.x + 26, strip.y + 10);
	await expect.poll(async () => (await shown(page))[1]).toMatch(/October 2025$/);
	const end = await middle(part);
	await page.mouse.move(end.x, end.y);
	await page.mouse.down();
	await page.mouse.move(end.x + 100, end.y, { steps: 4 });
	await expect.poll(async () => Math.abs((await middle(part)).x - end.x - 100)).toBeLessThan(6);
	await page.mouse.up();
	await button(page, 'Show the whole timeline').click();

	await button(page, 'Single moment').click();
	await expect(handle(page, 'From')).toHaveAttribute('aria-valuetext', '30 September 2025');
	await handle(page, 'From').focus();
	await page.keyboard.press('ArrowLeft');
	for (const name of ['From', 'To'] as const)
		await expect(handle(page, name)).toHaveAttribute('aria-valuetext', '1 October 2025');
	await button(page, 'Single moment').click();
	await expect.poll(() => query(page)).toBe(WINDOW);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1440);
});

test('from right to left: bars, what is said of them, and rows', async ({ page }) => {
	await openDataset(page, 'millennium');
	await expect(picture(page)).toBeVisible();
	const said = async (x: number): Promise<number> => {
		const at = await inLanes(page, x);
		await page.mouse.move(at.x, at.y);
		await expect(hint(page)).toContainText(' event');
		const words = await boxOf(hint(page));
		expect(words.x).toBeGreaterThanOrEqual(0);
		expect(words.x + words.width).toBeLessThanOrEqual(1440);
		return Number(/\d{4}/.exec(await hint(page).innerText())?.[0]);
	};
	expect(await said(1300)).toBeLessThan(await said(200));
	const [late, early] = [await inLanes(page, 300), await inLanes(page, 900)];
	await page.mouse.click(late.x, late.y);
	await page.mouse.click(early.x, early.y);
	await expect.poll(() => query(page)).toMatch(/^\?from=1[34]\d\d&to=18\d\d$/);
	await button(page, 'Rows by category').click();
	await expect(time(page).locator('g.row path')).toHaveCount(4);
	const signs = await time(page)
		.locator('g.row path')
		.evaluateAll((all) => all.map((sign) => sign.getBoundingClientRect()).map(({ left, right }) => ({ left, right })));
	expect(signs).toHaveLength(4);
	for (const { left, right } of signs) {
		expect(left).toBeGreaterThan(1400);
		expect(right).toBeLessThanOrEqual(1440);
	}
	await expect.poll(() => marks(page).count()).toBeGreaterThan(60);
});
