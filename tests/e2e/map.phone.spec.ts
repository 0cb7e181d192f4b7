import type { Locator, Page } from '@playwright/test';
import { map, place as mark, rows } from './support/parts.ts';
import { expect, test } from './support/test.ts';

async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
	const box = await locator.boundingBox();
	if (box === null) throw new Error(`${String(locator)} has no box`);
	return box;
}

async function middleOf(locator: Locator): Promise<{ x: number; y: number }> {
	const { x, y, width, height } = await boxOf(locator);
	return { x: x + width / 2, y: y + height / 2 };
}

/** Real touches: Playwright's own are taps only. */
async function drag(page: Page, from: { x: number; y: number }, by: { x: number; y: number }): Promise<void> {
	const session = await page.context().newCDPSession(page);
	await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [from] });
	for (let step = 1; step <= 10; step++) {
		const touchPoints = [{ x: from.x + (by.x * step) / 10, y: from.y + (by.y * step) / 10 }];
		await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints });
	}
	await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
	await session.detach();
}

test.beforeEach(async ({ page }) => {
	await page.goto('');
	await expect(map(page).locator('canvas')).toBeVisible();
	await expect(mark(page, 'Moscow')).toBeVisible();
});

test('a tap on a place shows its events, a second one all', async ({ page }) => {
	await mark(page, 'Moscow').tap();
	await expect(rows(page)).toHaveCount(7);
	await expect(mark(page, 'Moscow')).toHaveAttribute('aria-pressed', 'true');
	await mark(page, 'Moscow').tap();
	await expect(rows(page)).toHaveCount(16);
});

test('two quick taps on a place choose and unchoose, and on the map they zoom', async ({ page }) => {
	const session = await page.context().newCDPSession(page);
	const tapTwice = async (at: { x: number; y: number }): Promise<void> => {
		for (const type of ['touchStart', 'touchEnd', 'touchStart', 'touchEnd'] as const)
			await session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchStart' ? [at] : [] });
	};
	const moscow = await middleOf(mark(page, 'Moscow'));
	const pressed = await mark(page, 'Moscow').evaluateHandle((button) => {
		const seen: (string | null)[] = [];
		new MutationObserver(() => seen.push(button.getAttribute('aria-pressed'))).observe(button, {
			attributeFilter: ['aria-pressed']
		});
		return seen;
	});
	await tapTwice(moscow);
	await expect.poll(() => pressed.jsonValue()).toEqual(['true', 'false']);
	await expect(rows(page)).toHaveCount(16);
	await expect.poll(() => new URL(page.url()).search).toBe('');

	const box = await boxOf(map(page));
	await tapTwice({ x: box.x + 150, y: box.y + 60 });
	await expect.poll(() => new URL(page.url()).search).toMatch(/^\?map=1/u);
});

test('one finger moves the map and not the page', async ({ page }) => {
	const before = await middleOf(mark(page, 'New York'));
	const box = await boxOf(map(page));
	await drag(page, { x: box.x + 150, y: box.y + 60 }, { x: 60, y: 40 });
	await expect.poll(() => new URL(page.url()).searchParams.get('map')).not.toBe(null);
	expect((await middleOf(mark(page, 'New York'))).x).toBeGreaterThan(before.x + 40);
	expect(await page.evaluate(() => scrollY)).toBe(0);
	await expect(rows(page)).toHaveCount(16);
});

test('every place and control is large enough for a finger, and no two places share a spot', async ({ page }) => {
	const targets = await map(page)
		.getByRole('button')
		.evaluateAll((nodes) =>
			nodes.map((node) => {
				const { x, y, width, height } = node.getBoundingClientRect();
				return { name: node.getAttribute('aria-label') ?? '', x, y, width, height };
			})
		);
	expect(targets).toHaveLength(10);
	for (const { name, width, height } of targets) {
		expect(width, name).toBeGreaterThan(43.99);
		expect(height, name).toBeGreaterThan(43.99);
	}
	const places = targets.filter(({ name }) => / events?$/.test(name));
	places.forEach((a, i) => {
		for (const b of places.slice(i + 1)) {
			const apart = Math.hypot(a.x + a.width / 2 - b.x - b.width / 2, a.y + a.height / 2 - b.y - b.height / 2);
			expect(apart, `${a.name} and ${b.name}`).toBeGreaterThan((a.width + b.width) / 2);
		}
	});
});

test('names are not cut at the edge', async ({ page }) => {
	const box = await boxOf(map(page));
	const labels = await map(page)
		.locator('.label')
		.evaluateAll((nodes) =>
			nodes.map((node) => ({
				x: node.getBoundingClientRect().x,
				end: node.getBoundingClientRect().right,
				isShown: getComputedStyle(node).visibility === 'visible'
			}))
		);
	expect(labels.filter(({ isShown }) => isShown)).toHaveLength(5);
	for (const { x, end } of labels) {
		expect(x).toBeGreaterThanOrEqual(box.x);
		expect(end).toBeLessThanOrEqual(box.x + box.width);
	}
});
