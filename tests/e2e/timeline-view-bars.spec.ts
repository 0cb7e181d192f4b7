import type { Page } from '@playwright/test';
import { openDataset } from './support/datasets.ts';
import { expect, test } from './support/test.ts';
import {
	boxOf,
	button,
	handle,
	hint,
	historyLength,
	inLanes,
	marks,
	middle,
	picture,
	query,
	time,
	wheelIn
} from './support/timeline.ts';

const PICK = 'press another period to end the range there';
const numberIn = (text: string, pattern: RegExp): number => Number(pattern.exec(text)?.[1]?.replaceAll(',', '') ?? NaN);
const legend = (page: Page) => time(page).getByRole('list', { name: 'Legend' });

/** What the paths of all bars are: nothing that moves the window may change one. */
const bars = (page: Page): Promise<readonly string[]> =>
	picture(page)
		.locator('path')
		.evaluateAll((paths) => paths.map((path) => path.getAttribute('d') ?? ''));

test('twenty thousand events: bars to press, to filter, to read as a table, and to come near', async ({ page }) => {
	// All that there is to do with bars, one after the other.
	test.slow();
	await openDataset(page, 'quakes');
	await expect(picture(page)).toHaveAccessibleName(/^23,412 events by quarter, .*1965.*2016; most in .*: 311\.$/);
	await expect(marks(page)).toHaveCount(0);
	await expect(legend(page)).not.toContainText('hidden by filters');

	// One bar: its range in the link, and its count in the words beside the pointer and in the status line.
	const press = async (x: number): Promise<{ from: string; to: string; count: number }> => {
		const at = await inLanes(page, x);
		await page.mouse.move(at.x, at.y);
		await expect(hint(page)).toContainText(' events');
		const text = await hint(page).innerText();
		const [, first = '', year = ''] = /^(\w+) .*(\d{4}) ·/.exec(text) ?? [];
		const month = ['Jan', 'Apr', 'Jul', 'Oct'].indexOf(first.slice(0, 3)) * 3 + 1;
		expect(month, text).toBeGreaterThan(0);
		const pad = (value: number): string => String(value).padStart(2, '0');
		await page.mouse.click(at.x, at.y);
		// A quarter at an end of a year is written as it is, too: no coarser period has both of its boundaries.
		return {
			from: `${year}-${pad(month)}`,
			to: `${year}-${pad(month + 2)}`,
			count: numberIn(text, /([\d,]+) events?/)
		};
	};
	const steps = await historyLength(page);
	const one = await press(400);
	const whole = (from: string, to: string): string => `?from=${from.replace(/-01$/, '')}&to=${to.replace(/-12$/, '')}`;
	await expect.poll(() => query(page)).toBe(whole(one.from, one.to));
	await expect(page.getByText(`${one.count} of 23,412 events`).first()).toBeVisible();
	await expect(hint(page)).toContainText(PICK);

	// A second one, earlier: the range from there to the end of the first.
	const other = await press(200);
	await expect.poll(() => query(page)).toBe(whole(other.from, one.to));
	await expect(hint(page)).not.toContainText(PICK);
	expect(await historyLength(page)).toBe(steps + 2);
	// The next begins anew, and what else sets the window ends the waiting for its end.
	const third = await press(700);
	await expect.poll(() => query(page)).toBe(whole(third.from, third.to));
	await expect(hint(page)).toContainText(PICK);
	await button(page, 'All time').click();
	await expect(hint(page)).toHaveCount(0);
	const fourth = await press(820);
	await expect.poll(() => query(page)).toBe(whole(fourth.from, fourth.to));
	const picked = query(page);
	const last = await inLanes(page, 1000);
	await page.keyboard.down('Shift');
	await page.mouse.click(last.x, last.y);
	await page.keyboard.up('Shift');
	await expect.poll(() => query(page)).not.toBe(picked);
	expect(query(page)).toContain(`?from=${fourth.from.replace(/-01$/, '')}&to=`);

	// A dragged handle moves the light over the bars and not the bars.
	const before = await bars(page);
	await page.evaluate(() => {
		const changes: string[] = [];
		Object.assign(globalThis, { changes });
		const histogram = document.querySelector('.timeline g.histogram');
		if (histogram === null) throw new Error('there are no bars');
		const all = { subtree: true, childList: true, characterData: true, attributes: true };
		new MutationObserver((records) => changes.push(...records.map(({ type }) => type))).observe(histogram, all);
	});
	const clip = time(page).locator('clipPath rect');
	const lit = await clip.getAttribute('width');
	const to = await middle(handle(page, 'To'));
	await page.mouse.move(to.x, to.y);
	await page.mouse.down();
	await page.mouse.move(to.x + 120, to.y, { steps: 6 });
	await expect.poll(() => clip.getAttribute('width')).not.toBe(lit);
	expect(await bars(page)).toEqual(before);
	await page.mouse.up();
	expect(await page.evaluate(() => (globalThis as unknown as { changes: string[] }).changes)).toEqual([]);

	// A filter: fewer bars, what is hidden is said, and the table counts what the bars count.
	await page.getByRole('button', { name: 'Filters', exact: true }).click();
	const magnitude = page.getByRole('group', { name: 'Categories', exact: true }).getByRole('checkbox', {
		name: /^Magnitude 7 to 7\.9/
	});
	await magnitude.check();
	await expect(legend(page)).toContainText('hidden by filters');
	await expect(picture(page)).not.toHaveAccessibleName(/^23,412 events/);
	const events = numberIn((await picture(page).getAttribute('aria-label')) ?? '', /^([\d,]+) events/);
	expect(events).toBeLessThan(2000);
	expect(await bars(page)).not.toEqual(before);
	await page.keyboard.press('Escape');
	await button(page, 'Table of counts').click();
	const dialog = page.getByRole('dialog', { name: 'Events by period' });
	const table = dialog.getByRole('table', { name: new RegExp(`^${events.toLocaleString('en')} events by quarter`) });
	await expect(table.locator('caption')).toBeVisible();
	await expect(table.getByRole('columnheader')).toHaveText(['Period', 'Certainly', 'Possibly', 'Total']);
	const totals = (await table.locator('td.total').allInnerTexts()).map(Number);
	expect(totals.reduce((sum, total) => sum + total, 0)).toBe(events);
	const row = table.getByRole('row').nth(5);
	const total = await row.locator('td.total').innerText();
	// Keys of the timeline are none in a dialog over it.
	await row.getByRole('button').focus();
	await page.keyboard.press('+');
	await page.keyboard.press('Enter');
	await expect(dialog).toBeHidden();
	await expect(button(page, 'Table of counts')).toBeFocused();
	await expect(time(page).getByRole('slider', { name: 'Part of the timeline shown' })).toHaveCount(0);
	await expect(page.getByText(new RegExp(`^${total} of 23,412 events$`)).first()).toBeVisible();
	await expect.poll(() => query(page)).toMatch(/^\?from=19\d\d(-\d\d)?&to=19\d\d(-\d\d)?&category=major$/);

	// An event chosen in the list is seen over the bars it is counted in.
	const list = page.getByRole('region', { name: 'Events', exact: true });
	const id = (await list.locator('[data-event-id]').first().getAttribute('data-event-id')) ?? '';
	// By its name: rows above it may come.
	await list.locator(`[data-event-id="${id}"]`).getByRole('link').click();
	await expect.poll(() => query(page)).toContain(`event=${id}`);
	const spot = time(page).locator(`[data-mark="${id}"]`);
	await expect(spot).toHaveAttribute('aria-pressed', 'true');
	const edges = [await middle(handle(page, 'From')), await middle(handle(page, 'To'))].map(({ x }) => x);
	const sign = await boxOf(spot.locator('.sign'));
	expect(sign.x + sign.width).toBeGreaterThan((edges[0] ?? 0) - 12);
	expect(sign.x).toBeLessThan((edges[1] ?? 0) + 12);
	await page.keyboard.press('Escape');

	// Come near, and every event has a mark of its own.
	const at = await inLanes(page, 700);
	await page.mouse.move(at.x, at.y);
	await wheelIn(page, 7);
	await expect(picture(page)).toHaveCount(0);
	await expect.poll(() => marks(page).count()).toBeGreaterThan(2);
});
