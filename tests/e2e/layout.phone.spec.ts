import type { CDPSession, Locator, Page } from '@playwright/test';
import { focusedStop } from './support/focus.ts';
import { atRest } from './support/rest.ts';
import { expect, test } from './support/test.ts';
import { boxOf, button, field, handle, mark, middle, query, time } from './support/timeline.ts';

const map = (page: Page): Locator => page.locator('#map');
const rows = (page: Page): Locator => page.locator('[data-event-list] [data-event-id]');
const band = (page: Page): Locator => time(page).locator('.band');
const scroll = (page: Page): Promise<number> => page.evaluate(() => scrollY);

interface Point {
	readonly x: number;
	readonly y: number;
}

/** Real touches, by the browser's own input pipeline: Playwright's own are taps only. */
async function send(session: CDPSession, type: 'Start' | 'Move' | 'End', ...points: Point[]): Promise<void> {
	const touchPoints = points.map(({ x, y }, id) => ({ x, y, id, radiusX: 12, radiusY: 12 }));
	await session.send('Input.dispatchTouchEvent', { type: `touch${type}`, touchPoints });
}

async function swipe(session: CDPSession, from: Point, by: Point): Promise<void> {
	await send(session, 'Start', from);
	for (let i = 1; i <= 10; i++)
		await send(session, 'Move', { x: from.x + (by.x * i) / 10, y: from.y + (by.y * i) / 10 });
	await send(session, 'End');
}

async function spread(session: CDPSession, { x, y }: Point): Promise<void> {
	const fingers = (apart: number): readonly [Point, Point] => [
		{ x: x - apart / 2, y },
		{ x: x + apart / 2, y }
	];
	await send(session, 'Start', fingers(40)[0]);
	await send(session, 'Start', ...fingers(40));
	for (let i = 1; i <= 8; i++) await send(session, 'Move', ...fingers(40 + 14 * i));
	await send(session, 'End');
}

/** Whether the middle of it is on screen, and nothing lies over it. */
async function expectUncovered(target: Locator): Promise<void> {
	await expect
		.poll(() =>
			target.evaluate((node) => {
				const { x, y, width, height } = node.getBoundingClientRect();
				const top = document.elementFromPoint(x + width / 2, y + height / 2);
				return top !== null && (node.contains(top) || top.contains(node));
			})
		)
		.toBe(true);
}

test.describe('upright', () => {
	test.use({ viewport: { width: 360, height: 740 } });

	test('all begins on the first screen; the timeline comes to the lower edge when the map is gone', async ({
		page
	}) => {
		await page.goto('');
		await expect(handle(page, 'To')).toBeVisible();
		await atRest(page);
		const [ground, axis, first] = [await boxOf(map(page)), await boxOf(page.locator('#time')), rows(page).first()];
		expect(ground.height).toBeLessThanOrEqual(0.4 * 740);
		expect(axis.y).toBeCloseTo(ground.y + ground.height, 0);
		await expect(first.getByRole('link')).toBeInViewport({ ratio: 1 });
		const placeOf = (row: Locator): Promise<number> =>
			row.evaluate((node) => node.getBoundingClientRect().y + window.scrollY);
		const before = await placeOf(rows(page).last());

		// By a finger on the list, on its way over the timeline.
		const session = await page.context().newCDPSession(page);
		await swipe(session, { x: 180, y: 700 }, { x: 0, y: -640 });
		await swipe(session, { x: 180, y: 700 }, { x: 0, y: -640 });
		await expect.poll(() => scroll(page)).toBeGreaterThan(axis.y + axis.height);
		await expect.poll(async () => (await boxOf(page.locator('#time'))).y).toBeCloseTo(740 - axis.height, 0);
		// A tap while it still runs on would only stop it.
		await atRest(page);
		expect(await placeOf(rows(page).last())).toBeCloseTo(before, 0);

		await button(page, 'More').tap();
		await expect(button(page, 'More')).toHaveAttribute('aria-expanded', 'true');
		const open = await boxOf(page.locator('#time'));
		expect(open.y).toBeGreaterThanOrEqual(0);
		expect(open.y + open.height).toBeCloseTo(740, 0);
		await expectUncovered(button(page, 'Table of counts'));

		// What has the focus, and the end of the page, are clear of it, however much of it is open.
		await button(page, 'Table of counts').focus();
		const isInRow = (): Promise<boolean> =>
			rows(page).evaluateAll((nodes) => nodes.some((node) => node.contains(document.activeElement)));
		while (!(await isInRow())) await page.keyboard.press('Tab');
		expect((await focusedStop(page))?.flaws).toEqual([]);
		const licences = page.locator('footer').getByRole('link').last();
		for (const isOpen of [true, false]) {
			if (!isOpen) await button(page, 'More').tap();
			await rows(page).nth(9).getByRole('link').focus();
			await rows(page).last().getByRole('link').focus();
			await expect(page.locator('#time')).toHaveCSS('position', 'fixed');
			await expectUncovered(rows(page).last());
			await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
			await expectUncovered(licences);
		}
		await page.evaluate(() => scrollTo(0, 0));
		await expect.poll(async () => (await boxOf(page.locator('#time'))).y).toBeCloseTo(axis.y, 0);
	});

	test('what is typed into stays above the keyboard', async ({ page }) => {
		await page.goto('');
		await expect(handle(page, 'To')).toBeVisible();
		await page.getByRole('searchbox', { name: 'Search events' }).tap();
		await page.setViewportSize({ width: 360, height: 420 });
		await expectUncovered(page.getByRole('searchbox', { name: 'Search events' }));
		await page.setViewportSize({ width: 360, height: 740 });
		await page.evaluate(() => scrollTo(0, 1000));
		await expect(page.locator('#time.docked')).toBeVisible();
		await expect.poll(async () => (await boxOf(band(page))).y).toBeGreaterThan(370);
		await field(page, 'To date').tap();
		await page.setViewportSize({ width: 360, height: 420 });
		await expectUncovered(field(page, 'To date'));
		await page.keyboard.type('2025-08');
		await page.keyboard.press('Enter');
		await expect.poll(() => query(page)).toBe('?to=2025-08');
		await page.setViewportSize({ width: 360, height: 740 });
		await page.evaluate(() => scrollTo(0, 0));
		await page.getByRole('button', { name: 'Filters', exact: true }).tap();
		const find = page.getByRole('dialog').getByRole('searchbox').first();
		await find.tap();
		await page.setViewportSize({ width: 360, height: 420 });
		await find.evaluate((node) => node.scrollIntoView({ block: 'nearest' }));
		await expectUncovered(find);
		await expectUncovered(page.getByRole('dialog').getByRole('button', { name: /^Show \d+ events/ }));
	});

	test('the filters rise from the lower edge, hold the page still, and outlive a turn of the phone', async ({
		page
	}) => {
		await page.goto('');
		await expect(handle(page, 'To')).toBeVisible();
		const opener = page.getByRole('button', { name: 'Filters', exact: true });
		await opener.tap();
		const sheet = page.getByRole('dialog', { name: 'Filters' });
		const planned = sheet.getByRole('checkbox', { name: 'Planned' });
		await planned.check();
		const box = await boxOf(sheet);
		expect(box.x).toBe(0);
		expect(box.y + box.height).toBeCloseTo(740, 0);
		const session = await page.context().newCDPSession(page);
		const moved = sheet.evaluate((node) => node.scrollTop);
		await swipe(session, { x: 180, y: box.y + 300 }, { x: 0, y: 200 });
		await expect.poll(() => sheet.evaluate((node) => node.scrollTop)).toBeLessThan(await moved);
		await swipe(session, { x: 180, y: box.y + 100 }, { x: 0, y: 300 });
		await swipe(session, { x: 180, y: 40 }, { x: 0, y: -30 });
		expect(await scroll(page)).toBe(0);
		await page.setViewportSize({ width: 740, height: 360 });
		await expect(sheet).toBeVisible();
		await expect(planned).toBeChecked();
		await expectUncovered(sheet.getByRole('button', { name: 'Show 3 events' }));
		await expectUncovered(sheet.getByRole('button', { name: 'Close' }));
		await sheet.getByRole('button', { name: 'Close' }).tap();
		await expect(opener).toBeFocused();
	});
});

test('a finger gets what it aims at: the mark under a handle, the nearer of two, the period beside them', async ({
	page
}) => {
	await page.goto('');
	await expect(handle(page, 'To')).toBeVisible();
	// Marks stand where the letters of their names leave room.
	await atRest(page);
	const session = await page.context().newCDPSession(page);
	const tap = async (point: Point): Promise<void> => {
		await send(session, 'Start', point);
		await send(session, 'End');
	};
	// The handle's target reaches down over the uppermost lane.
	const to = await boxOf(handle(page, 'To'));
	const signs = await time(page)
		.locator('[data-mark] .sign')
		.evaluateAll((nodes) =>
			nodes.map((node) => {
				const { x, y, width, height } = node.getBoundingClientRect();
				return {
					id: node.closest<SVGElement>('[data-mark]')?.dataset.mark ?? '',
					x: x + width / 2,
					y: y + height / 2
				};
			})
		);
	const under = signs.find(({ x, y }) => x > to.x && x < to.x + to.width && y < to.y + to.height);
	if (under === undefined) throw new Error('no mark under the handle');
	await tap(under);
	await expect.poll(() => query(page)).toBe(`?event=${under.id}`);
	await tap(under);
	await expect.poll(() => query(page)).toBe('');
	// A little beside a mark in the next lane: still that one.
	const near = signs.find(({ x, y }) => x < 300 && y > to.y + to.height + 8 && x > 60);
	if (near === undefined) throw new Error('no mark in the lanes');
	await tap({ x: near.x + 1, y: near.y + 3 });
	await expect.poll(() => query(page)).toBe(`?event=${near.id}`);
	await expect(mark(page, near.id)).toHaveAttribute('aria-pressed', 'true');
	// A finger that slides a little on a handle has not moved it; one that goes on has.
	const grip = await middle(handle(page, 'From'));
	await expect(handle(page, 'From')).toHaveAttribute('aria-valuetext', 'open, from the beginning');
	await send(session, 'Start', grip);
	await send(session, 'Move', { x: grip.x + 3, y: grip.y + 2 });
	await send(session, 'End');
	await expect(handle(page, 'From')).toHaveAttribute('aria-valuetext', 'open, from the beginning');
	expect(query(page)).toBe(`?event=${near.id}`);
	await send(session, 'Start', grip);
	for (let i = 1; i <= 6; i++) await send(session, 'Move', { x: grip.x + 25 * i, y: grip.y });
	await expect(handle(page, 'From')).not.toHaveAttribute('aria-valuetext', 'open, from the beginning');
	// The phone is turned while the handle is held.
	await page.setViewportSize({ width: 844, height: 390 });
	await send(session, 'End');
	await expect.poll(() => query(page)).toMatch(/from=/);
});

test.describe('on its side', () => {
	test.use({ viewport: { width: 844, height: 390 } });

	test('the map stands beside the page, and the band of the timeline stays', async ({ page }) => {
		await page.goto('');
		await expect(handle(page, 'To')).toBeVisible();
		await expect(map(page).locator('canvas')).toBeVisible();
		await expect(map(page).getByRole('button', { name: /^Moscow/ })).toBeVisible();
		await expect.poll(() => boxOf(map(page))).toEqual({ x: 0, y: 0, width: 422, height: 390 });
		await expect(band(page)).toBeInViewport({ ratio: 1 });
		const session = await page.context().newCDPSession(page);
		await swipe(session, { x: 200, y: 200 }, { x: 30, y: -120 });
		await expect.poll(() => query(page)).toContain('map=');
		expect(await scroll(page)).toBe(0);
		await swipe(session, { x: 600, y: 370 }, { x: 0, y: -340 });
		await expect.poll(() => scroll(page)).toBeGreaterThan(150);
		await atRest(page);
		await expect(band(page)).toBeInViewport({ ratio: 1 });
		expect((await boxOf(map(page))).y).toBe(0);
		await rows(page).nth(3).getByRole('link').focus();
		await rows(page).nth(1).getByRole('link').focus();
		await expectUncovered(rows(page).nth(1));

		// Two fingers: over the map its scale, elsewhere the page's.
		const zoom = (): number => Number(/map=[^&]*?([\d.]+)(?:&|$)/.exec(decodeURIComponent(query(page)))?.[1]);
		const shown = query(page);
		await spread(session, { x: 200, y: 200 });
		await expect.poll(() => query(page)).not.toBe(shown);
		expect(Number.isFinite(zoom())).toBe(true);
		expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
		await spread(session, { x: 630, y: 330 });
		await expect.poll(() => page.evaluate(() => visualViewport?.scale)).toBeGreaterThan(1.2);
	});
});

const INSETS = {
	upright: { top: 47, bottom: 34, left: 0, right: 0 },
	onSide: { top: 0, bottom: 21, left: 59, right: 40 }
};

for (const path of ['', 'ar/']) {
	test(`nothing to read or press lies under a notch, at /${path}`, async ({ page }) => {
		await page.goto(`${path}?place=nowhere`);
		await expect(page.getByRole('slider').first()).toBeVisible();
		await expect(map(page).locator('.mark').first()).toBeVisible();
		const session = await page.context().newCDPSession(page);
		for (const [insets, size] of [
			[INSETS.upright, { width: 390, height: 844 }],
			[INSETS.onSide, { width: 844, height: 390 }]
		] as const) {
			await page.setViewportSize(size);
			await session.send('Emulation.setSafeAreaInsetsOverride', { insets });
			const outside = (): Promise<readonly string[]> =>
				page.evaluate(
					({ insets, size }) => {
						const modal = document.querySelector('dialog[open]');
						return [
							...(modal ?? document).querySelectorAll('button, input, a, [role="slider"], summary, h1, time, .mark')
						]
							.filter((node) => {
								const { x, y, right, bottom, width } = node.getBoundingClientRect();
								const isOnScreen = node.checkVisibility({ visibilityProperty: true }) && width > 1;
								if (!isOnScreen || right <= 0 || x >= size.width || y >= size.height || bottom <= 0) return false;
								// What scrolls through above and below comes out again.
								const isUnder = modal === null && scrollY === 0 && y < insets.top;
								return x < insets.left || right > size.width - insets.right || isUnder;
							})
							.map((node) => node.getAttribute('aria-label') ?? node.textContent);
					},
					{ insets, size }
				);
			await expect.poll(outside).toEqual([]);
			await page.evaluate(() => scrollTo(0, 900));
			if (size.height > 560) {
				await expect(page.locator('#time.docked')).toBeVisible();
				await expect
					.poll(async () => {
						const { y, height } = await boxOf(page.locator('#time .band'));
						return Math.round(y + height);
					})
					.toBeLessThanOrEqual(size.height - insets.bottom);
			}
			await expect.poll(outside).toEqual([]);
			await page.evaluate(() => scrollTo(0, 0));
			await page.locator('header .actions button[aria-expanded]').last().tap();
			const sheet = page.locator('dialog[open]');
			await expect(sheet).toBeVisible();
			await expect.poll(outside).toEqual([]);
			await expect
				.poll(async () => {
					const foot = await boxOf(sheet.getByRole('button').last());
					return foot.y + foot.height;
				})
				.toBeLessThanOrEqual(size.height - insets.bottom);
			await page.keyboard.press('Escape');
			await expect(sheet).toHaveCount(0);
		}
	});
}
