import type { Locator, Page } from '@playwright/test';
import { openDataset } from './support/datasets.ts';
import { expect, test } from './support/test.ts';
import {
	boxOf,
	button,
	choice,
	emptyAt,
	field,
	handle,
	hint,
	historyLength,
	inLanes,
	mark,
	marks,
	middle,
	overview,
	picture,
	query,
	shown,
	time
} from './support/timeline.ts';

const ZOOM_IN = 'Zoom in on the timeline';
const FIXED = 'All dated events are at one time, so there is nothing to choose between.';

test('rows by category: each category has its own, and no mark stands in another’s', async ({ page }) => {
	for (const name of ['data', 'millennium'] as const) {
		await openDataset(page, name);
		await button(page, 'Rows by category').click();
		await expect(button(page, 'Rows by category')).toHaveAttribute('aria-pressed', 'true');
		await expect(time(page).locator('g.row')).toHaveCount(4);
		const rows = await time(page)
			.locator('g.row path')
			.evaluateAll((signs) =>
				signs.map((sign) => {
					const { top, bottom } = sign.getBoundingClientRect();
					const slot = /slot-\d/.exec(sign.parentElement?.getAttribute('class') ?? '')?.[0] ?? '';
					return { slot, y: (top + bottom) / 2 };
				})
			);
		const spans = await marks(page).evaluateAll((all) =>
			all.map((mark) => {
				const { top, bottom } = mark.querySelector('.hit')?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
				return { slot: /slot-\d/.exec(mark.getAttribute('class') ?? '')?.[0] ?? '', y: (top + bottom) / 2 };
			})
		);
		// From the top in the order of the categories, and between the marks of a row none of another.
		expect(rows.map(({ slot }) => slot)).toEqual(['slot-0', 'slot-1', 'slot-2', 'slot-3']);
		const reach = rows.map(({ slot }) => {
			const own = spans.filter((span) => span.slot === slot).map(({ y }) => y);
			return { top: Math.min(...own), bottom: Math.max(...own) };
		});
		reach.forEach(({ top, bottom }, i) => {
			expect(top).toBeLessThanOrEqual(bottom);
			expect(bottom).toBeLessThan(reach[i + 1]?.top ?? Infinity);
		});
		await button(page, 'Rows by category').click();
		await expect(time(page).locator('g.row')).toHaveCount(0);
	}
	expect(query(page)).toBe('');
});

test('a single moment by keys alone: both handles are one, and the window from before comes back', async ({ page }) => {
	await openDataset(page, 'data', '?from=2025-07&to=2025-10-10&play=cumulative');
	const texts = async (): Promise<readonly (string | null)[]> => [
		await handle(page, 'From').getAttribute('aria-valuetext'),
		await handle(page, 'To').getAttribute('aria-valuetext')
	];
	await button(page, 'Single moment').focus();
	await page.keyboard.press('Enter');
	await expect(button(page, 'Single moment')).toHaveAttribute('aria-pressed', 'true');
	await expect.poll(texts).toEqual(['10 October 2025', '10 October 2025']);
	await expect.poll(() => query(page)).toBe('?from=2025-10-10&to=2025-10-10&play=instant');
	await handle(page, 'From').focus();
	await page.keyboard.press('ArrowLeft');
	await expect.poll(texts).toEqual(['9 October 2025', '9 October 2025']);
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowRight');
	await expect.poll(texts).toEqual(['11 October 2025', '11 October 2025']);
	await expect.poll(() => query(page)).toBe('?from=2025-10-11&to=2025-10-11&play=instant');
	await page.keyboard.press('End');
	await expect.poll(texts).toEqual(['15 October 2025', '15 October 2025']);
	await page.keyboard.press('Home');
	await expect.poll(texts).toEqual(['1 January 1963', '31 January 1963']);
	// A year further is a folded gap away: the moment is over it in one step.
	await page.keyboard.press('Shift+ArrowRight');
	await expect.poll(async () => (await texts())[0]).toMatch(/^1 [A-Z][a-z]+ (1998|1999|2000)$/);
	await handle(page, 'To').focus();
	await page.keyboard.press('End');
	await expect.poll(texts).toEqual(['15 October 2025', '15 October 2025']);
	await expect.poll(() => query(page)).toContain('from=2025-10-15');
	await button(page, 'Single moment').focus();
	await page.keyboard.press('Enter');
	await expect(button(page, 'Single moment')).toHaveAttribute('aria-pressed', 'false');
	await expect.poll(() => query(page)).toBe('?from=2025-07&to=2025-10-10&play=cumulative');

	// Something else that sets a longer window ends it for good: the next press picks a period, and no moment.
	await page.keyboard.press('Enter');
	await button(page, 'All time').click();
	await expect(button(page, 'Single moment')).toHaveAttribute('aria-pressed', 'false');
	const at = await emptyAt(page, 620);
	await page.mouse.click(at.x, at.y);
	await expect(button(page, 'All time')).toHaveAttribute('aria-disabled', 'false');
	await expect(button(page, 'Single moment')).toHaveAttribute('aria-pressed', 'false');
	await expect(hint(page)).toContainText('press another period');
});

test('Period offers what the data has; As known on goes with it', async ({ page }) => {
	await openDataset(page, 'data');
	await expect(choice(page, 'Period').locator('option:checked')).toHaveText('Period');
	await choice(page, 'Period').selectOption({ label: 'last 30 days of the data' });
	await expect.poll(() => query(page)).toBe('?from=2025-09-16&to=2025-10-15');
	await choice(page, 'Period').selectOption({ label: '2024' });
	await expect.poll(() => query(page)).toBe('?from=2024&to=2024');
	await expect(handle(page, 'From')).toHaveAttribute('aria-valuetext', '1 January 2024');
	await expect(choice(page, 'Period').locator('option:checked')).toHaveText('2024');
	await field(page, 'As known on').fill('2025-10-13');
	await page.keyboard.press('Enter');
	await expect.poll(() => query(page)).toBe('?from=2024&to=2024&known=2025-10-13');
	await expect(time(page).locator('.mark.ghost')).toHaveCount(16);
	await button(page, 'All time').click();
	await expect.poll(() => query(page)).toBe('?known=2025-10-13');
	await expect(choice(page, 'Period').locator('option:checked')).toHaveText('Period');
	await page.goBack();
	await expect(choice(page, 'Period').locator('option:checked')).toHaveText('2024');
});

test('B19 everything at one time: the handles say why they stand still, and nothing moves them', async ({ page }) => {
	await openDataset(page, 'one-instant');
	await expect(time(page).getByText(FIXED)).toBeVisible();
	await expect(marks(page)).toHaveCount(5);
	const steps = await historyLength(page);
	const places = [await boxOf(handle(page, 'From')), await boxOf(handle(page, 'To'))];
	expect((places[1]?.x ?? 0) - (places[0]?.x ?? 0)).toBeGreaterThan(1000);
	for (const name of ['From', 'To'] as const) {
		await expect(handle(page, name)).toHaveAttribute('aria-disabled', 'true');
		await expect(handle(page, name)).toHaveAccessibleDescription(FIXED);
		await handle(page, name).focus();
		for (const key of ['ArrowRight', 'ArrowLeft', 'PageUp', 'Home', 'End']) await page.keyboard.press(key);
	}
	await expect(button(page, 'Play')).toBeDisabled();
	const from = await middle(handle(page, 'From'));
	await page.mouse.move(from.x, from.y);
	await page.mouse.down();
	await page.mouse.move(from.x + 300, from.y, { steps: 4 });
	await page.mouse.up();
	await page.mouse.click(500, from.y);
	const lanes = await inLanes(page, 300, 40);
	await page.mouse.click(lanes.x, lanes.y);
	await page.mouse.move(lanes.x, lanes.y);
	await page.mouse.down();
	await page.mouse.move(lanes.x + 300, lanes.y, { steps: 4 });
	await page.mouse.up();
	await expect(handle(page, 'From')).toHaveAttribute('aria-valuetext', 'open, from the beginning');
	await expect(handle(page, 'To')).toHaveAttribute('aria-valuetext', 'open, to the end');
	expect([await boxOf(handle(page, 'From')), await boxOf(handle(page, 'To'))]).toEqual(places);
	expect(query(page)).toBe('');
	expect(await historyLength(page)).toBe(steps);
	await mark(page, 'third-stroke').click();
	await expect.poll(() => query(page)).toBe('?event=third-stroke');
});

test('B20 no dates: the reason stands where the axis would, and there is nothing to move', async ({ page }) => {
	await openDataset(page, 'undated');
	await expect(
		time(page).getByText('No event has a date, so there is nothing to draw along time. The list shows them all.')
	).toBeVisible();
	await expect(time(page).getByRole('slider')).toHaveCount(0);
	for (const name of ['Play', 'Single moment']) await expect(button(page, name)).toBeDisabled();
	await expect(button(page, ZOOM_IN)).toHaveCount(0);
	await expect(choice(page, 'Period')).toHaveCount(0);
	await button(page, 'Next event').click();
	await expect.poll(() => query(page)).toMatch(/^\?event=/);
	await expect(page.getByRole('region', { name: 'Events', exact: true }).locator('[data-event-id]')).not.toHaveCount(0);
});

test('with clicks of a mouse alone: a range, earlier and later, one day, near and far, all time', async ({ page }) => {
	await openDataset(page, 'millennium');
	await expect(picture(page)).toBeVisible();
	const press = async (x: number): Promise<void> => {
		const at = await emptyAt(page, x);
		await page.mouse.click(at.x, at.y);
	};
	await press(500);
	await expect.poll(() => query(page)).toMatch(/^\?from=1\d{3}&to=1\d{3}$/);
	const first = query(page);
	await press(800);
	await expect.poll(() => query(page)).not.toBe(first);
	const range = query(page);
	expect(range.split('&')[0]).toBe(first.split('&')[0]);
	await button(page, 'Later').click();
	await expect.poll(() => query(page)).not.toBe(range);
	await button(page, 'Earlier').click();
	await expect.poll(() => query(page)).toBe(range);
	const handles = [await middle(handle(page, 'From')), await middle(handle(page, 'To'))];
	// To where the track is pressed comes the nearer handle.
	await page.mouse.click((handles[0]?.x ?? 0) - 40, handles[0]?.y ?? 0);
	await expect.poll(() => query(page)).not.toBe(range);
	for (let i = 0; i < 13; i++) await button(page, ZOOM_IN).click();
	const near = await shown(page);
	const strip = await boxOf(overview(page));
	await page.mouse.click(strip.x + strip.width * 0.8, strip.y + 10);
	await expect.poll(() => shown(page)).not.toEqual(near);
	await press(700);
	await expect.poll(() => query(page)).toMatch(/^\?from=(\d{4}-\d\d-\d\d)&to=\1$/);
	await button(page, 'Zoom out of the timeline').click();
	await button(page, 'Show the whole timeline').click();
	await expect(overview(page)).toHaveCount(0);
	await button(page, 'All time').click();
	await expect.poll(() => query(page)).toBe('');
});

/** Tab until it has the focus, as somebody would who cannot point. */
async function tabTo(page: Page, target: Locator): Promise<void> {
	for (let i = 0; i < 120; i++) {
		if (await target.evaluate((node) => node === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`${target} is not reached by Tab`);
}

test('with keys alone: a range, earlier and later, one day, near and far, all time', async ({ page }) => {
	await openDataset(page, 'millennium');
	await expect(picture(page)).toBeVisible();
	await tabTo(page, button(page, 'Table of counts'));
	await page.keyboard.press('Enter');
	const rows = page.getByRole('dialog').getByRole('row').getByRole('button');
	await tabTo(page, rows.nth(1));
	await page.keyboard.press('Enter');
	await expect(button(page, 'Table of counts')).toBeFocused();
	await expect.poll(() => query(page)).toMatch(/^\?from=1\d{3}&to=1\d{3}$/);
	const period = query(page);
	await tabTo(page, handle(page, 'To'));
	await page.keyboard.press('ArrowRight');
	await expect.poll(() => query(page)).not.toBe(period);
	const stepped = query(page);
	await page.keyboard.press('PageUp');
	await expect.poll(() => query(page)).not.toBe(stepped);
	const range = query(page);
	expect(range.split('&')[0]).toBe(period.split('&')[0]);
	await page.keyboard.press('+');
	await page.keyboard.press('+');
	await expect(overview(page)).toBeVisible();
	const near = await shown(page);
	await page.keyboard.press('Shift+Tab');
	await page.keyboard.press('Shift+Tab');
	await expect(overview(page)).toBeFocused();
	await page.keyboard.press('ArrowLeft');
	await expect.poll(() => shown(page)).not.toEqual(near);
	await page.keyboard.press('0');
	await expect(overview(page)).toHaveCount(0);
	await expect(handle(page, 'From')).toBeFocused();
	for (const [name, change] of [
		['Later', 'not'],
		['Earlier', 'same']
	] as const) {
		await button(page, name).focus();
		await page.keyboard.press('Enter');
		if (change === 'not') await expect.poll(() => query(page)).not.toBe(range);
		else await expect.poll(() => query(page)).toBe(range);
	}
	await field(page, 'From date').focus();
	await page.keyboard.type('1815-06-18');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await page.keyboard.type('1815-06-18');
	await page.keyboard.press('Enter');
	await expect.poll(() => query(page)).toBe('?from=1815-06-18&to=1815-06-18');
	await tabTo(page, button(page, 'All time'));
	await page.keyboard.press('Enter');
	await expect.poll(() => query(page)).toBe('');
});
