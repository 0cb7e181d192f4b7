import type { Page } from '@playwright/test';
import { focusedStop, walk, type Stop } from './support/focus.ts';
import { details, map, place, rows } from './support/parts.ts';
import { atRest } from './support/rest.ts';
import { expect, test } from './support/test.ts';
import { button, mark, time } from './support/timeline.ts';
import { inEnglish, WORDS } from './support/words.ts';

const help = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' });

/** Until all that is loaded after the first paint is there. */
async function settle(page: Page): Promise<void> {
	await expect(map(page).locator('canvas')).toBeVisible();
	await expect(time(page).getByRole('slider', { name: 'To', exact: true })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Keyboard shortcuts' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Feed' })).toBeVisible();
	await atRest(page);
}

const SCREENS = [
	{ name: 'wide', viewport: { width: 1440, height: 900 }, isMobile: false, hasTouch: false },
	{ name: 'phone', viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
];

const MOST_TO_FIRST_RESULT = 40;

/** What a walk has passed, one line a stop, with what is wrong with it. */
const linesOf = (stops: readonly Stop[]): readonly string[] =>
	stops.map(({ says, flaws }) => [says, ...flaws].join(' !! '));

for (const { name, ...screen } of SCREENS) {
	test.describe(`a walk with Tab, ${name}`, () => {
		test.use(screen);

		test('passes every control in order, each in sight with a ring around it, and back in the dark', async ({
			page
		}) => {
			await page.goto('');
			await settle(page);
			const list = linesOf(await walk(page, 'Tab'));
			expect(`${list.join('\n')}\n`).toMatchSnapshot(`walk-${name}.txt`);
			// Without a skip link; with one it is the next stop.
			expect(list.findIndex((line) => /^link .* in Events$/.test(line))).toBeLessThan(MOST_TO_FIRST_RESULT);
			await page.emulateMedia({ colorScheme: 'dark' });
			expect(linesOf(await walk(page, 'Shift+Tab', list.length))).toEqual(list.toReversed());
		});
	});
}

test('a walk with Tab on the Arabic page, with an event and a window', async ({ page }) => {
	await page.goto('ar/?event=putin-call&from=2025-02');
	await expect(page.locator('.map-view canvas')).toBeVisible();
	await expect(page.locator('.handle').last()).toBeVisible();
	await expect(page.getByRole('button', { name: WORDS.rtl.page.shortcuts, exact: true })).toBeVisible();
	await expect(page.getByRole('link', { name: WORDS.rtl.foot.feed, exact: true })).toBeVisible();
	await expect(page.getByRole('region', { name: WORDS.rtl.event.details, exact: true })).toBeVisible();
	await atRest(page);
	const list = linesOf(await walk(page, 'Tab')).map(inEnglish);
	expect(`${list.join('\n')}\n`).toMatchSnapshot('walk-arabic.txt');
});

test('the marks of the map are one stop, and arrows go from one to the next as they are seen', async ({ page }) => {
	await page.goto('');
	await settle(page);
	await map(page).locator('canvas').focus();
	const before = new URL(page.url()).search;
	await page.keyboard.press('Tab');
	await expect(place(page, 'Damascus')).toBeFocused();
	for (const [key, name] of [
		['ArrowUp', 'Khmeimim'],
		['ArrowLeft', 'Tartous'],
		['ArrowLeft', 'New York'],
		['ArrowLeft', 'New York'],
		['Home', 'Moscow'],
		['PageDown', 'New York'],
		['PageUp', 'Moscow'],
		['End', 'Damascus'],
		['ArrowUp', 'Khmeimim'],
		['ArrowUp', 'Moscow']
	] as const) {
		await page.keyboard.press(key);
		await expect(place(page, name), key).toBeFocused();
	}
	// The keys were for the marks: the map has not moved under them.
	expect(new URL(page.url()).search).toBe(before);
	await page.keyboard.press('Tab');
	await expect(map(page).getByRole('button', { name: 'Zoom in' })).toBeFocused();
	await page.keyboard.press('Shift+Tab');
	await expect(place(page, 'Moscow')).toBeFocused();
	// Zooming goes around the mark, which stays in sight.
	for (let i = 0; i < 3; i++) {
		const zoom = new URL(page.url()).searchParams.get('map');
		await page.keyboard.press('+');
		await expect.poll(() => new URL(page.url()).searchParams.get('map')).not.toBe(zoom);
	}
	await expect(place(page, 'Moscow')).toBeFocused();
	await expect(place(page, 'Moscow')).toBeInViewport({ ratio: 0.99 });
	await page.keyboard.press('Space');
	await expect(rows(page)).toHaveCount(7);
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Control+Enter');
	await expect.poll(() => new URL(page.url()).searchParams.get('place')?.split(',').length).toBe(2);
	await page.keyboard.press('Escape');
	await expect(rows(page)).toHaveCount(16);
});

test('the sheet of keys opens by ? and by its button, and single keys can be turned off for good', async ({ page }) => {
	await page.goto('');
	await settle(page);
	await place(page, 'Damascus').focus();
	await page.keyboard.press('?');
	await expect(help(page)).toBeVisible();
	await expect(help(page).getByRole('heading', { level: 3 })).toHaveCount(9);
	await page.keyboard.press('Escape');
	await expect(help(page)).toBeHidden();
	await expect(place(page, 'Damascus')).toBeFocused();

	// Each single key, from anywhere.
	await page.keyboard.press(']');
	await expect.poll(() => new URL(page.url()).searchParams.get('event')).toBe('khmeimim-base');
	await page.keyboard.press(']');
	await expect.poll(() => new URL(page.url()).searchParams.get('event')).toBe('tartous-base');
	await page.keyboard.press('[');
	await expect.poll(() => new URL(page.url()).searchParams.get('event')).toBe('khmeimim-base');
	await page.keyboard.press('p');
	await expect(button(page, 'Pause')).toBeVisible();
	await page.keyboard.press('p');
	await expect(button(page, 'Play')).toBeVisible();
	await page.keyboard.press('f');
	await expect(page.getByRole('group', { name: 'Places', exact: true })).toBeVisible();
	await page.keyboard.press('f');
	await expect(page.getByRole('group', { name: 'Places', exact: true })).toBeHidden();
	await expect(place(page, 'Damascus')).toBeFocused();
	await page.keyboard.press('/');
	const search = page.getByRole('searchbox', { name: 'Search events' });
	await expect(search).toBeFocused();
	// In a text field they are letters.
	await page.keyboard.type('p/f?[]');
	await expect(search).toHaveValue('p/f?[]');
	await page.keyboard.press('Escape');
	await expect(search).toBeFocused();

	await page.getByRole('button', { name: 'Keyboard shortcuts' }).focus();
	await page.keyboard.press('Enter');
	await help(page).getByRole('checkbox', { name: 'Shortcuts of a single key' }).uncheck();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('button', { name: 'Keyboard shortcuts' })).toBeFocused();
	for (const off of [false, true]) {
		if (off) {
			await page.reload();
			await settle(page);
		}
		for (const key of ['/', 'f', '?']) await page.keyboard.press(key);
		await expect(search).not.toBeFocused();
		await expect(help(page)).toHaveCount(0);
		// The button says so at once, also where the panel would have to be fetched first.
		await expect(page.getByRole('button', { name: 'Filters', exact: true })).toHaveAttribute('aria-expanded', 'false');
		await expect(page.getByRole('group', { name: 'Places', exact: true })).toHaveCount(0);
	}
	await page.evaluate(() => localStorage.clear());
});

test('skip links lead to the parts, and the next Tab goes on from there', async ({ page }) => {
	await page.goto('?from=2025-07');
	await settle(page);
	for (const [steps, first] of [
		[1, button(page, 'Play')],
		[2, page.getByRole('button', { name: /^Remove/ }).first()],
		[3, map(page).locator('canvas')]
	] as const) {
		await page.getByRole('link', { name: 'Skip to the time window' }).focus();
		for (let i = 1; i < steps; i++) await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await expect(page.locator('.skip :focus')).toHaveCount(0);
		await page.keyboard.press('Tab');
		await expect(first).toBeFocused();
	}
	expect(new URL(page.url()).search).toBe('?from=2025-07');
});

test('the focus survives every change of the filter: it is never nowhere', async ({ page }) => {
	await page.goto('?place=atlantis');
	await settle(page);
	const isSomewhere = async (what: string): Promise<void> => {
		expect((await focusedStop(page)) ?? 'nothing has the focus', what).not.toBe('nothing has the focus');
	};
	const press = async (what: string, key = 'Enter'): Promise<void> => {
		await page.keyboard.press(key);
		await page.evaluate(() => new Promise(requestAnimationFrame));
		await isSomewhere(what);
	};
	await page.getByRole('button', { name: 'Dismiss' }).focus();
	await press('a notice goes');

	await page.getByRole('button', { name: 'Filters', exact: true }).click();
	const panel = page.getByRole('complementary', { name: 'Filters' });
	for (const box of ['Moscow', 'New York', 'Only in map view']) {
		await panel.getByRole('checkbox', { name: new RegExp(`^${box}`) }).focus();
		await press(`${box}, on`, 'Space');
		await press(`${box}, off`, 'Space');
		await press(`${box}, on again`, 'Space');
	}
	// A value below the first few of a long list stands there for as long as it is chosen, and then for the focus.
	const actors = panel.getByRole('group', { name: 'Actors' });
	await actors.getByRole('button', { name: /^Show all/ }).click();
	const last = actors.getByRole('checkbox').last();
	await last.check();
	await actors.getByRole('button', { name: 'Show fewer' }).click();
	await last.focus();
	await press('a value of a long list, off', 'Space');
	await expect(last).toBeFocused();
	await expect(last).not.toBeChecked();
	await panel.getByRole('button', { name: 'Clear filters' }).focus();
	await press('all filters cleared');
	await expect(panel.getByRole('button', { name: 'Clear filters' })).toBeFocused();
	await press('nothing to clear');
	await page.keyboard.press('Escape');
	await expect(page.getByRole('button', { name: 'Filters', exact: true })).toBeFocused();

	const search = page.getByRole('searchbox', { name: 'Search events' });
	await search.fill('base');
	await press('search cleared', 'Escape');
	await search.fill('nothing of the kind');
	const widen = page.locator('#events .empty').getByRole('button').last();
	await widen.focus();
	await press('a way out of an empty list');

	await place(page, 'Tartous').focus();
	await press('a place');
	await press('all places', 'Escape');
	await expect(place(page, 'Tartous')).toBeFocused();
	const from = page
		.getByRole('group', { name: 'Time window', exact: true })
		.getByRole('textbox', { name: 'From date' });
	await from.fill('2025-09');
	await press('a date');
	for (const name of ['Later', 'Earlier', 'All time']) {
		await button(page, name).focus();
		await press(name);
	}
	await mark(page, 'putin-call').focus();
	await press('a mark of the timeline');
	for (let i = 0; i < 4; i++) await press('nearer', '+');
	await press('the whole', '0');
	await rows(page).first().getByRole('link').focus();
	await press('a row');
	await expect(details(page).getByRole('heading', { level: 2 })).toBeFocused();
	await press('details closed', 'Escape');
	await expect(rows(page).first().getByRole('link')).toBeFocused();

	await search.fill('a');
	await place(page, 'Moscow').focus();
	await press('another place');
	await from.fill('2025-01');
	await from.press('Enter');
	const chips = page.getByRole('button', { name: /^Remove filter: / });
	await expect(chips).toHaveCount(3);
	await chips.nth(1).focus();
	for (const left of [2, 1]) {
		await press('a chip, removed');
		await expect(chips).toHaveCount(left);
		await expect(chips.last()).toBeFocused();
	}
	await press('the last chip, removed');
	await expect(chips).toHaveCount(0);
	await expect(page.locator('#events .status')).toBeFocused();
	await expect(rows(page)).toHaveCount(16);

	const gap = (command: string) => button(page, new RegExp(`^${command} 35 years`));
	await gap('Unfold').focus();
	await press('a gap, unfolded');
	await expect(gap('Fold')).toBeFocused();
	await press('a gap, folded');
	await expect(gap('Unfold')).toBeFocused();
});
