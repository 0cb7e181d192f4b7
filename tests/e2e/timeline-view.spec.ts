import { openDataset } from './support/datasets.ts';
import { expect, test } from './support/test.ts';
import {
	boxOf,
	button,
	emptyAt,
	field,
	foldNames,
	handle,
	historyLength,
	inLanes,
	mark,
	middle,
	overview,
	picture,
	query,
	shown,
	signX,
	time,
	wheelIn
} from './support/timeline.ts';

const WINDOW = '?from=2025-07&to=2025-10-15';
const ZOOM_IN = 'Zoom in on the timeline';
const ZOOM_OUT = 'Zoom out of the timeline';
const WHOLE = 'Show the whole timeline';

test('the wheel zooms around the pointer and pans sideways; the link stays as it is', async ({ page }) => {
	await openDataset(page, 'data', WINDOW);
	const steps = await historyLength(page);
	await expect(overview(page)).toHaveCount(0);
	const [anchor, other] = [await signX(page, 'putin-call'), await signX(page, 'shibani-in-moscow')];
	const { y } = await inLanes(page, anchor);
	await page.mouse.move(anchor, y);
	await page.mouse.wheel(0, -200);
	await expect.poll(async () => (await signX(page, 'shibani-in-moscow')) - other).toBeGreaterThan(100);
	expect(Math.abs((await signX(page, 'putin-call')) - anchor)).toBeLessThan(12);
	await expect(overview(page)).toBeVisible();
	// The gesture comes to rest, gaps fold anew, and still nothing runs away from the pointer.
	const before = await signX(page, 'putin-call');
	expect(Math.abs(before - anchor)).toBeLessThan(12);
	await page.mouse.wheel(120, 0);
	await expect.poll(async () => before - (await signX(page, 'putin-call'))).toBeGreaterThan(100);
	const panned = await signX(page, 'putin-call');
	await page.keyboard.down('Shift');
	await page.mouse.wheel(0, -120);
	await page.keyboard.up('Shift');
	await expect.poll(async () => (await signX(page, 'putin-call')) - panned).toBeGreaterThan(80);
	// Out again, as far as it goes: all of the axis, and then the page has the wheel to itself.
	for (let i = 0; i < 6; i++) await page.mouse.wheel(0, 1000);
	await expect(overview(page)).toHaveCount(0);
	await expect.poll(() => signX(page, 'putin-call')).toBeCloseTo(anchor, 0);
	expect(query(page)).toBe(WINDOW);
	expect(await historyLength(page)).toBe(steps);
	await expect(handle(page, 'From')).toHaveAttribute('aria-valuetext', '1 July 2025');
});

test('buttons and keys zoom in steps, and Show the whole timeline ends it', async ({ page }) => {
	await openDataset(page, 'data', WINDOW);
	await expect(button(page, ZOOM_OUT)).toHaveAttribute('aria-disabled', 'true');
	await expect(button(page, WHOLE)).toHaveAttribute('aria-disabled', 'true');
	const whole = await signX(page, 'putin-call');
	await button(page, ZOOM_IN).click();
	await expect(overview(page)).toBeVisible();
	await expect(button(page, ZOOM_OUT)).toHaveAttribute('aria-disabled', 'false');
	const once = await shown(page);
	await button(page, ZOOM_IN).click();
	await expect.poll(() => shown(page)).not.toEqual(once);
	await button(page, ZOOM_OUT).click();
	await expect.poll(() => shown(page)).toEqual(once);
	await button(page, WHOLE).focus();
	await page.keyboard.press('Enter');
	await expect(overview(page)).toHaveCount(0);
	await expect(button(page, WHOLE)).toBeFocused();
	await expect.poll(() => signX(page, 'putin-call')).toBeCloseTo(whole, 0);
	await handle(page, 'To').focus();
	await page.keyboard.press('+');
	await expect.poll(() => overview(page).count()).toBe(1);
	await expect.poll(() => shown(page)).toEqual(once);
	await page.keyboard.press('=');
	await expect.poll(() => shown(page)).not.toEqual(once);
	await page.keyboard.press('-');
	await expect.poll(() => shown(page)).toEqual(once);
	await page.keyboard.press('0');
	await expect(overview(page)).toHaveCount(0);
	// What is typed into a field is typed into a field, and shortcuts of the browser are its own.
	await field(page, 'From date').focus();
	await page.keyboard.type('+0');
	await expect(overview(page)).toHaveCount(0);
	await page.keyboard.press('Escape');
	await handle(page, 'To').focus();
	await page.keyboard.press('Control+0');
	// A mark that is zoomed in on by keys stays on screen, and keeps the focus.
	await mark(page, 'assad-flees').focus();
	for (let i = 0; i < 4; i++) await page.keyboard.press('+');
	await expect(overview(page)).toBeVisible();
	await expect(mark(page, 'assad-flees')).toBeFocused();
	expect(query(page)).toBe(WINDOW);
});

test('a double click comes nearer where it is, and leaves the window as it was', async ({ page }) => {
	await openDataset(page, 'data', WINDOW);
	const anchor = await signX(page, 'putin-call');
	const at = await emptyAt(page, anchor);
	await page.mouse.dblclick(at.x, at.y);
	await expect(overview(page)).toBeVisible();
	expect(Math.abs((await signX(page, 'putin-call')) - anchor)).toBeLessThan(40);
	await expect(handle(page, 'From')).toHaveAttribute('aria-valuetext', '1 July 2025');
	await expect(handle(page, 'To')).toHaveAttribute('aria-valuetext', '15 October 2025');
	await expect.poll(() => query(page)).toBe(WINDOW);
	const near = (await boxOf(overview(page).locator('.shown'))).width;
	const again = await emptyAt(page, anchor);
	await page.keyboard.down('Shift');
	await page.mouse.dblclick(again.x, again.y);
	await page.keyboard.up('Shift');
	await expect
		.poll(async () =>
			(await overview(page).count()) === 0 ? Infinity : (await boxOf(overview(page).locator('.shown'))).width
		)
		.toBeGreaterThan(near * 1.5);
	await expect.poll(() => query(page)).toBe(WINDOW);
	// A drag that begins on a mark draws a window, and chooses nothing.
	await handle(page, 'To').focus();
	await page.keyboard.press('0');
	await expect(overview(page)).toHaveCount(0);
	const label = await middle(mark(page, 'putin-call').locator('.label'));
	await page.mouse.move(label.x, label.y);
	await page.mouse.down();
	await page.mouse.move(label.x + 100, label.y, { steps: 4 });
	await page.mouse.up();
	await expect.poll(() => query(page)).toMatch(/^\?from=2025-0[234]-\d\d&to=2025-0[3456]-\d\d$/);
});

test('the overview is dragged, clicked and moved by keys, and says what is on screen', async ({ page }) => {
	await openDataset(page, 'data', WINDOW);
	for (let i = 0; i < 3; i++) await button(page, ZOOM_IN).click();
	const start = await shown(page);
	const strip = await boxOf(overview(page));
	const part = overview(page).locator('.shown');
	const at = await middle(part);
	await page.mouse.move(at.x, at.y);
	await page.mouse.down();
	await page.mouse.move(at.x + 60, at.y, { steps: 4 });
	// What is taken hold of stays under the pointer.
	await expect.poll(async () => Math.abs((await middle(part)).x - at.x - 60)).toBeLessThan(6);
	await page.mouse.up();
	await expect.poll(() => shown(page)).not.toEqual(start);
	// A click far from it brings it there: the very end.
	await page.mouse.click(strip.x + strip.width - 26, strip.y + 10);
	await expect.poll(async () => (await shown(page))[1]).toMatch(/October 2025$/);
	await expect(overview(page)).toBeFocused();
	const end = await shown(page);
	await page.keyboard.press('ArrowLeft');
	await expect.poll(() => shown(page)).not.toEqual(end);
	await page.keyboard.press('ArrowRight');
	await expect.poll(async () => (await shown(page))[1]).toBe(end[1]);
	await page.keyboard.press('Home');
	await expect.poll(async () => (await shown(page))[0]).toMatch(/196\d$/);
	await page.keyboard.press('End');
	await expect.poll(async () => (await shown(page))[1]).toBe(end[1]);
	// Zoomed out until the strip has nothing more to say, the focus goes on to the handles and not to nowhere.
	while ((await overview(page).count()) > 0) await page.keyboard.down('PageDown');
	await expect(handle(page, 'From')).toBeFocused();
	// Held down a little longer, the key moves no handle; another one does, and then this one too.
	const from = handle(page, 'From');
	for (let i = 0; i < 3; i++) await page.keyboard.down('PageDown');
	await page.keyboard.up('PageDown');
	await expect(from).toHaveAttribute('aria-valuetext', '1 July 2025');
	await page.keyboard.press('ArrowRight');
	await expect(from).not.toHaveAttribute('aria-valuetext', '1 July 2025');
	await page.keyboard.press('ArrowLeft');
	await expect(from).toHaveAttribute('aria-valuetext', '1 July 2025');
	await page.keyboard.press('PageDown');
	await expect(from).not.toHaveAttribute('aria-valuetext', '1 July 2025');
});

test('a thousand years down to hours, and back', async ({ page }) => {
	// Unfolded: a fold of years may lie between any two hours.
	await openDataset(page, 'millennium', '?axis=linear');
	const labels = time(page).locator('.axis text');
	await expect(labels.filter({ hasText: /^1350$/ })).toBeVisible();
	const x = await page.evaluate(() => innerWidth / 2);
	const { y } = await inLanes(page, x, 60);
	await page.mouse.move(x, y);
	await wheelIn(page, 22);
	await expect(labels.filter({ hasText: /^\d\d:\d\d$/ }).first()).toBeVisible();
	// No nearer than an hour, of which the last minute is named.
	await wheelIn(page, 4);
	await expect
		.poll(async () => {
			const [first = NaN, last = NaN] = (await shown(page)).map((text) => Date.parse(text.replace(',', '')));
			return Math.round((last - first) / 60_000);
		})
		.toBeLessThanOrEqual(60);
	await expect(overview(page).locator('.shown')).toBeVisible();
	expect((await boxOf(overview(page).locator('.shown'))).width).toBeGreaterThanOrEqual(10);
	await button(page, WHOLE).click();
	await expect(labels.filter({ hasText: /^1350$/ })).toBeVisible();
});

test('a gap unfolds at a press and folds again, by mouse and by keys', async ({ page }) => {
	await openDataset(page, 'data');
	const folded = ['Unfold 35 years in which nothing begins or ends', 'Unfold 23 years in which nothing begins or ends'];
	await expect.poll(() => foldNames(page)).toEqual(folded);
	const before = await signX(page, 'putin-call');
	await button(page, folded[1] ?? '').click();
	await expect.poll(() => foldNames(page)).toEqual([folded[0], 'Fold 23 years again']);
	await expect(
		time(page)
			.locator('.axis text')
			.filter({ hasText: /^20(10|15)$/ })
	).toHaveCount(2);
	// So much else has room now that the days of a year stand close, and are counted.
	await expect(picture(page)).toBeVisible();
	await expect(button(page, 'Fold 23 years again')).toBeFocused();
	await page.keyboard.press('Enter');
	await expect.poll(() => foldNames(page)).toEqual(folded);
	await expect(mark(page, 'putin-call')).toBeVisible();
	expect(await signX(page, 'putin-call')).toBeCloseTo(before, 0);
	await expect(button(page, folded[1] ?? '')).toBeFocused();
	await page.keyboard.press('Space');
	await expect(button(page, 'Fold 23 years again')).toBeFocused();
	// Without folds there is nothing to press, neither a fold nor what was one.
	await button(page, 'Unfold gaps').click();
	await expect.poll(() => query(page)).toBe('?axis=linear');
	await expect.poll(() => foldNames(page)).toEqual([]);
	await button(page, 'Unfold gaps').click();
	await expect.poll(() => foldNames(page)).toEqual([folded[0], 'Fold 23 years again']);
});

test('nothing folds or unfolds while a handle is dragged, whatever the window comes to hold', async ({ page }) => {
	await openDataset(page, 'data', WINDOW);
	await button(page, ZOOM_IN).click();
	const layout = (): Promise<string> =>
		time(page)
			.locator('.axis')
			.evaluate((axis) => [...axis.children].map((child) => child.outerHTML).join('\n'));
	const before = await layout();
	const from = await middle(handle(page, 'From'));
	await page.mouse.move(from.x, from.y);
	await page.mouse.down();
	for (const x of [1300, 900, 500, 100, 30]) {
		await page.mouse.move(x, from.y, { steps: 3 });
		expect(await layout()).toBe(before);
	}
	await page.mouse.up();
	await expect.poll(() => query(page)).not.toBe(WINDOW);
	expect(await layout()).toBe(before);
});

test('what is off screen comes back when it is asked for, and at no other time', async ({ page }) => {
	await openDataset(page, 'data', '?from=2025-02&to=2025-02');
	await field(page, 'From date').fill('2025-09');
	await page.keyboard.press('Enter');
	await expect.poll(() => query(page)).toBe('?from=2025-09&to=2025-09');
	await handle(page, 'From').focus();
	// Only October is on screen.
	for (let i = 0; i < 5; i++) await page.keyboard.press('+');
	await overview(page).focus();
	await page.keyboard.press('End');
	await expect.poll(async () => (await shown(page))[0]).toMatch(/October 2025$/);
	const october = await shown(page);
	// Choosing an event is no reason to leave it.
	await mark(page, 'visit-announced').click();
	await expect.poll(() => query(page)).toContain('event=visit-announced');
	expect(await shown(page)).toEqual(october);
	await mark(page, 'visit-announced').click();
	await expect.poll(() => query(page)).not.toContain('event');
	expect(await shown(page)).toEqual(october);
	// A key on a handle is: it stands at the edge, and comes with its day.
	await handle(page, 'From').focus();
	await page.keyboard.press('ArrowRight');
	await expect(handle(page, 'From')).toHaveAttribute('aria-valuetext', '2 September 2025');
	await expect.poll(async () => (await shown(page))[0]).toBe('2 September 2025');
	await expect.poll(() => query(page)).toBe('?from=2025-09-02&to=2025-09');
	// So is Back, to a window that is not on screen.
	for (let i = 0; i < 4; i++) await page.goBack();
	await expect(handle(page, 'From')).toHaveAttribute('aria-valuetext', '1 February 2025');
	await expect.poll(async () => (await shown(page))[0]).toMatch(/^(\d+ January|1 February) 2025$/);
	const [from, to] = [await middle(handle(page, 'From')), await middle(handle(page, 'To'))];
	expect(to.x - from.x).toBeGreaterThan(40);
});
