import type { Locator, Page } from '@playwright/test';
import { openDataset } from './support/datasets.ts';
import { turnAround } from './support/rtl.ts';
import { expect, test } from './support/test.ts';
import { button, field, handle } from './support/timeline.ts';

/** The multi-thumb slider of the ARIA Authoring Practices (`/patterns/slider-multithumb/`), from left to right and back. */

const WINDOW = '?from=2025-02&to=2025-09';

interface Value {
	readonly min: number;
	readonly max: number;
	readonly now: number;
}

async function valueOf(slider: Locator): Promise<Value> {
	const [min, max, now] = await slider.evaluate((node) =>
		['min', 'max', 'now'].map((name) => Number(node.getAttribute(`aria-value${name}`) ?? NaN))
	);
	return { min: min ?? NaN, max: max ?? NaN, now: now ?? NaN };
}

/** Presses keys on a handle one after the other; each time the date that it then says is the one given. */
async function press(slider: Locator, steps: readonly (readonly [key: string, said: string])[]): Promise<void> {
	await slider.focus();
	for (const [key, said] of steps) {
		await slider.page().keyboard.press(key);
		await expect(slider, `after ${key}`).toHaveAttribute('aria-valuetext', said);
	}
}

/** The gesture is over when it is in the link. */
const settled = (page: Page, search: string) => expect.poll(() => new URL(page.url()).search).toBe(search);

for (const dir of ['ltr', 'rtl'] as const) {
	// On the screen; in time the other way round where the page is read from right to left.
	const [onward, back] = dir === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];

	test(`${dir}: both handles are sliders that say dates in words, and answer to every key of the pattern`, async ({
		page
	}) => {
		if (dir === 'rtl') await turnAround(page);
		await openDataset(page, 'data', WINDOW);
		const [from, to] = [handle(page, 'From'), handle(page, 'To')];
		await expect(from).toHaveAttribute('aria-valuetext', '1 February 2025');
		await expect(to).toHaveAttribute('aria-valuetext', '30 September 2025');
		for (const [slider, name] of [
			[from, 'From date'],
			[to, 'To date']
		] as const) {
			await expect(slider).toHaveAttribute('aria-orientation', 'horizontal');
			await expect(slider).toHaveAttribute('tabindex', '0');
			// What assistive technology sends for "more" is a key, and which one follows the direction of the element.
			await expect(slider).toHaveCSS('direction', dir);
			await expect(slider).toHaveAccessibleDescription(new RegExp(`Page Up.*“${name}”`));
			await expect(field(page, name)).toBeVisible();
		}

		// The limits are those of the axis, and where the other handle is in the way.
		const [first, last] = [await valueOf(from), await valueOf(to)];
		expect(first.min).toBeLessThan(first.now);
		expect(first.now).toBeLessThan(first.max);
		expect(first.max).toBeLessThan(last.now);
		expect(last.min).toBeGreaterThan(first.now);
		expect(last.min).toBeLessThan(last.now);
		expect(last.now).toBeLessThan(last.max);

		await press(from, [
			[onward, '2 February 2025'],
			['ArrowUp', '3 February 2025'],
			[back, '2 February 2025'],
			['ArrowDown', '1 February 2025'],
			['PageUp', '1 March 2025'],
			['PageDown', '1 February 2025'],
			['Home', 'open, from the beginning']
		]);
		expect((await valueOf(from)).now).toBe(first.min);
		expect(await valueOf(to), 'the other handle stays').toEqual({ ...last, min: (await valueOf(to)).min });
		await press(from, [['End', '30 September 2025']]);
		const stopped = await valueOf(from);
		expect(stopped.now, 'as far as it says it goes').toBe(stopped.max);
		expect(stopped.now).toBeLessThan(last.now);
		await press(from, [[onward, '30 September 2025']]);
		await press(from, [['PageUp', '30 September 2025']]);
		// The other way to the same date, which the description names.
		await field(page, 'From date').fill('2025-02');
		await field(page, 'From date').press('Enter');
		await expect(from).toHaveAttribute('aria-valuetext', '1 February 2025');

		// Two tab stops, in one order wherever they stand.
		await from.focus();
		await page.keyboard.press('Tab');
		await expect(to).toBeFocused();
		await page.keyboard.press('Shift+Tab');
		await expect(from).toBeFocused();

		await press(to, [
			[back, '29 September 2025'],
			['ArrowDown', '28 September 2025'],
			[onward, '29 September 2025'],
			['ArrowUp', '30 September 2025'],
			['PageDown', '31 August 2025'],
			['PageUp', '30 September 2025'],
			['End', 'open, to the end']
		]);
		expect((await valueOf(to)).now).toBe(last.max);
		await press(to, [['Home', '1 February 2025']]);
		const lowest = await valueOf(to);
		expect(lowest.now).toBe(lowest.min);
		expect(lowest.now).toBeGreaterThan(first.now);
		await press(to, [[back, '1 February 2025']]);
		await press(to, [['PageDown', '1 February 2025']]);
		await settled(page, '?from=2025-02&to=2025-02-01');

		// A screen reader's "increment" arrives as a key on the slider, wherever the focus is.
		await button(page, 'All time').focus();
		await to.dispatchEvent('keydown', { key: onward });
		await expect(to).toHaveAttribute('aria-valuetext', '2 February 2025');
		await from.dispatchEvent('keydown', { key: onward });
		await expect(from).toHaveAttribute('aria-valuetext', '2 February 2025');

		// A single moment: each of the two moves both, over the whole axis.
		await button(page, 'Single moment').click();
		await expect(button(page, 'Single moment')).toHaveAttribute('aria-pressed', 'true');
		for (const slider of [from, to]) {
			const { min, max } = await valueOf(slider);
			expect([min, max]).toEqual([first.min, last.max]);
		}
		await press(to, [
			[onward, '3 February 2025'],
			['PageUp', '1 March 2025']
		]);
		await expect(from).toHaveAttribute('aria-valuetext', '1 March 2025');
		await press(from, [[back, '28 February 2025']]);
		await expect(to).toHaveAttribute('aria-valuetext', '28 February 2025');
	});
}

test('on the Arabic page the handles say their dates in Arabic, and left is later', async ({ page }) => {
	await page.goto(`ar/${WINDOW}`);
	const [from, to] = [page.locator('[role="slider"]').first(), page.locator('[role="slider"]').last()];
	await expect(from).toHaveAttribute('aria-valuetext', '1 فبراير 2025');
	await expect(to).toHaveAttribute('aria-valuetext', '30 سبتمبر 2025');
	await expect(from).toHaveAccessibleName('البداية');
	await expect(to).toHaveAccessibleName('النهاية');
	await expect(from).toHaveAccessibleDescription(/«تاريخ البداية»/);
	await from.press('ArrowLeft');
	await expect(from).toHaveAttribute('aria-valuetext', '2 فبراير 2025');
	await to.press('ArrowRight');
	await expect(to).toHaveAttribute('aria-valuetext', '29 سبتمبر 2025');
});
