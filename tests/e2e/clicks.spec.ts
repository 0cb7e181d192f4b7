import type { Locator, Page } from '@playwright/test';
import { details, map, place, row } from './support/parts.ts';
import { atRest } from './support/rest.ts';
import { ClickRobot, KeyboardRobot } from './support/robots.ts';
import { targets, type Target } from './support/targets.ts';
import { expect, test } from './support/test.ts';
import { button, emptyAt, field, handle, mark, overview, query, time } from './support/timeline.ts';

const control = (page: Page, name: string): Locator => map(page).getByRole('button', { name, exact: true });
const search = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search events' });
const filters = (page: Page): Locator => page.getByRole('complementary', { name: 'Filters' });
const chip = (page: Page, name: string): Locator =>
	page.getByRole('button', { name: `Remove filter: Places: ${name}` });
const top = (page: Page, name: string): Locator => page.getByRole('banner').getByRole('button', { name, exact: true });
const dialog = (page: Page): Locator => page.getByRole('dialog');
const copied = (page: Page): Locator => dialog(page).getByText('The link is copied.');
const unfold = (page: Page): Locator => button(page, /^Unfold 35 years/);
const fold = (page: Page): Locator => button(page, /^Fold 35 years/);
const camera = (page: Page): string | null => new URL(page.url()).searchParams.get('map');
const found = (page: Page, text: string): Promise<void> => expect.poll(() => query(page)).toBe(text);

async function open(page: Page): Promise<void> {
	await page.goto('');
	await expect(map(page).locator('canvas')).toBeVisible();
	await expect(handle(page, 'To')).toBeVisible();
	// With it come the single keys.
	await expect(page.getByRole('button', { name: 'Keyboard shortcuts' })).toBeVisible();
	await atRest(page);
}

// The map jumps: how it flies is another matter, and takes a second each time.
test.use({ permissions: ['clipboard-read', 'clipboard-write'], reducedMotion: 'reduce' });

test('with single clicks alone: twelve tasks from end to end', async ({ page }) => {
	await open(page);
	const robot = new ClickRobot(page);
	const press = async (x: number): Promise<void> => {
		const at = await emptyAt(page, x);
		await robot.at(at.x, at.y);
	};

	await test.step('a range on the timeline, by its first and its last period', async () => {
		await press(640);
		await found(page, '?from=2025-03-03&to=2025-03-09');
		await press(760);
		await found(page, '?from=2025-03-03&to=2025-04-13');
	});
	await test.step('the whole window, later and earlier', async () => {
		await robot.click(button(page, 'Later'));
		await found(page, '?from=2025-04-14&to=2025-05-25');
		await robot.click(button(page, 'Earlier'));
		await found(page, '?from=2025-03-03&to=2025-04-13');
	});
	await test.step('one handle: a step, a click in its rail, a typed date', async () => {
		await robot.click(button(page, 'To, one step on'));
		await found(page, '?from=2025-03-03&to=2025-04-14');
		const rail = await handle(page, 'To').boundingBox();
		await robot.at(1000, (rail?.y ?? 0) + (rail?.height ?? 0) / 2);
		await expect.poll(() => query(page)).toMatch(/^\?from=2025-03-03&to=2025-06-1/);
		await robot.type(field(page, 'From date'), '2025-01');
		await robot.click(button(page, 'From, one step back'));
		await expect.poll(() => query(page)).toMatch(/^\?from=2024-12-31&/);
	});
	await test.step('a single moment', async () => {
		await robot.click(button(page, 'Single moment'));
		await press(760);
		await expect.poll(() => query(page)).toMatch(/^\?from=(2025-04-\d\d)&to=\1&play=instant$/);
		await robot.click(button(page, 'Single moment'));
		await robot.click(button(page, 'All time'));
		await found(page, '');
	});
	await test.step('play and pause', async () => {
		await robot.click(button(page, 'Play'));
		await robot.click(button(page, 'Pause'));
		await expect.poll(() => query(page)).toContain('from=');
		await robot.click(button(page, 'All time'));
		await found(page, '');
	});
	await test.step('the timeline nearer, another part of it, and the whole', async () => {
		await robot.click(button(page, 'Zoom in on the timeline'));
		await expect(overview(page)).toBeVisible();
		await robot.click(button(page, 'Zoom in on the timeline'));
		const shown = await overview(page).getAttribute('aria-valuetext');
		const strip = await overview(page).boundingBox();
		await robot.at(1250, (strip?.y ?? 0) + 12);
		await expect(overview(page)).not.toHaveAttribute('aria-valuetext', shown ?? '');
		await robot.click(button(page, 'Show the whole timeline'));
		await expect(overview(page)).toHaveCount(0);
	});
	await test.step('a gap, unfolded and folded', async () => {
		await robot.click(unfold(page));
		await robot.click(fold(page));
		await expect(unfold(page)).toBeVisible();
	});
	await test.step('a period of the table of counts', async () => {
		await robot.click(button(page, 'Table of counts'));
		await robot.click(dialog(page).getByRole('row').getByRole('button', { name: 'January 2025' }));
		await found(page, '?from=2025&to=2025-01');
		await robot.click(button(page, 'All time'));
		await found(page, '');
	});
	await test.step('the map: moved each way, nearer, all of it again', async () => {
		await robot.click(control(page, 'Move map'));
		for (const way of ['Move left', 'Move up', 'Move right', 'Move down', 'Zoom in']) {
			const before = camera(page);
			await robot.click(control(page, way));
			await expect.poll(() => camera(page), way).not.toBe(before);
		}
		await robot.click(control(page, 'Move map'));
		await expect(control(page, 'Move left')).toHaveCount(0);
		await robot.click(control(page, 'Reset map'));
		await found(page, '');
	});
	await test.step('a place on the map, and the chip that takes it back', async () => {
		await robot.click(place(page, 'Moscow'));
		await found(page, '?place=moscow');
		await robot.click(chip(page, 'Moscow'));
		await found(page, '');
	});
	await test.step('a facet, and a search', async () => {
		await robot.click(top(page, 'Filters'));
		await robot.click(filters(page).getByRole('checkbox', { name: /^Khmeimim/ }));
		await found(page, '?place=khmeimim');
		await robot.click(filters(page).getByRole('button', { name: 'Clear filters' }));
		await robot.click(filters(page).getByRole('button', { name: 'Close', exact: true }));
		await robot.type(search(page), 'putin');
		await found(page, '?q=putin');
		await robot.click(page.getByRole('list', { name: 'Active filters' }).getByRole('button').first());
		await found(page, '');
	});
	await test.step('an event with its claims, from the list and from the timeline, the theme, and the link of it all', async () => {
		await robot.click(row(page, 'baath-rule-begins').getByRole('link'));
		await expect(details(page)).toContainText('The party had been in power since 1963');
		await robot.click(details(page).getByRole('button', { name: 'Close' }));
		await expect(details(page)).toHaveCount(0);
		await robot.click(mark(page, 'putin-call').locator('.sign').first());
		await expect(details(page)).toBeVisible();
		await robot.click(top(page, 'Theme'));
		await found(page, '?event=putin-call&theme=dark');
		await robot.click(top(page, 'Share'));
		await robot.click(dialog(page).getByRole('button', { name: 'Copy link' }));
		await expect(copied(page)).toBeVisible();
		await robot.click(dialog(page).getByRole('button', { name: 'Close' }));
		await expect(dialog(page)).toHaveCount(0);
	});
});

test('with keys alone: twelve tasks from end to end', async ({ page }) => {
	await open(page);
	const robot = new KeyboardRobot(page);

	await test.step('a range on the timeline, by both handles, and one step', async () => {
		await robot.reach(handle(page, 'From'));
		await robot.press('PageUp', 'PageUp', 'PageUp', 'PageUp');
		await robot.reach(handle(page, 'To'));
		await robot.press('PageDown', 'ArrowLeft');
		await expect(button(page, 'All time')).toHaveAttribute('aria-disabled', 'false');
		await expect.poll(() => query(page)).toMatch(/^\?from=.+&to=.+/);
	});
	await test.step('the same typed, and the whole window, later and earlier', async () => {
		await robot.type(field(page, 'From date'), '2025-02');
		await robot.press('Enter');
		await robot.type(field(page, 'To date'), '2025-03');
		await robot.press('Enter');
		await found(page, '?from=2025-02&to=2025-03');
		await robot.activate(button(page, 'Later'));
		await found(page, '?from=2025-04&to=2025-05');
		await robot.activate(button(page, 'Earlier'), 'Space');
		await found(page, '?from=2025-02&to=2025-03');
	});
	await test.step('a single moment', async () => {
		await robot.activate(button(page, 'Single moment'));
		await robot.reach(handle(page, 'From'));
		await robot.press('ArrowLeft');
		await expect.poll(() => query(page)).toMatch(/^\?from=(\d{4}-\d\d-\d\d)&to=\1&play=instant$/);
		await robot.activate(button(page, 'Single moment'));
		await robot.activate(button(page, 'All time'));
		await found(page, '');
	});
	await test.step('play and pause', async () => {
		await robot.press('p');
		await expect(button(page, 'Pause')).toBeVisible();
		await robot.press('p');
		await expect.poll(() => query(page)).toContain('from=');
		await robot.activate(button(page, 'All time'));
		await found(page, '');
	});
	await test.step('the timeline nearer, another part of it, and the whole', async () => {
		await robot.reach(handle(page, 'From'));
		await robot.press('+', '+');
		await robot.reach(overview(page));
		const shown = await overview(page).getAttribute('aria-valuetext');
		await robot.press('End');
		await expect(overview(page)).not.toHaveAttribute('aria-valuetext', shown ?? '');
		await robot.press('0');
		await expect(overview(page)).toHaveCount(0);
	});
	await test.step('a gap, unfolded and folded', async () => {
		await robot.activate(unfold(page));
		await robot.activate(fold(page));
		await expect(unfold(page)).toBeVisible();
	});
	await test.step('a period of the table of counts', async () => {
		await robot.activate(button(page, 'Table of counts'));
		await robot.activate(dialog(page).getByRole('row').getByRole('button', { name: 'January 2025' }));
		await found(page, '?from=2025&to=2025-01');
		await expect(button(page, 'Table of counts')).toBeFocused();
		await robot.activate(button(page, 'All time'));
		await found(page, '');
	});
	await test.step('the map: moved, nearer, all of it again', async () => {
		await robot.reach(map(page).locator('canvas'));
		for (const key of ['ArrowLeft', 'ArrowUp', '+']) {
			const before = camera(page);
			await robot.press(key);
			await expect.poll(() => camera(page), key).not.toBe(before);
		}
		await robot.activate(control(page, 'Reset map'));
		await found(page, '');
	});
	await test.step('a place on the map, and back', async () => {
		await robot.reach(place(page, 'Damascus'));
		await robot.press('Home', 'Enter');
		await found(page, '?place=moscow');
		await robot.press('Escape');
		await found(page, '');
	});
	await test.step('a facet, the chip that takes it back', async () => {
		await robot.press('f');
		await robot.activate(filters(page).getByRole('checkbox', { name: /^Khmeimim/ }), 'Space');
		await found(page, '?place=khmeimim');
		await robot.press('Escape');
		await robot.activate(chip(page, 'Khmeimim'));
		await found(page, '');
	});
	await test.step('a search, cleared', async () => {
		await robot.press('/');
		await expect(search(page)).toBeFocused();
		await page.keyboard.type('putin');
		await found(page, '?q=putin');
		await robot.press('Escape');
		await found(page, '');
	});
	await test.step('an event with its claims, from the list and from the timeline, the theme, and the link of it all', async () => {
		await robot.activate(row(page, 'baath-rule-begins').getByRole('link'));
		await expect(details(page)).toContainText('The party had been in power since 1963');
		await robot.press('Escape');
		await expect(details(page)).toHaveCount(0);
		await expect(row(page, 'baath-rule-begins').getByRole('link')).toBeFocused();
		await robot.reach(time(page).locator('[data-mark][tabindex="0"]'));
		await robot.press('Home', 'ArrowRight', 'Space');
		await expect(details(page)).toBeVisible();
		await robot.activate(top(page, 'Theme'));
		await expect.poll(() => query(page)).toMatch(/^\?event=[a-z-]+&theme=dark$/);
		await robot.activate(top(page, 'Share'));
		await robot.activate(dialog(page).getByRole('button', { name: 'Copy link' }));
		await expect(copied(page)).toBeVisible();
		await robot.press('Escape');
		await expect(top(page, 'Share')).toBeFocused();
	});
});

/** What is found too small, as sentences. */
function tooSmall(all: readonly Target[], leastPx: number, which: RegExp = /./): readonly string[] {
	return all
		.filter(({ name, width, height, isInline }) => which.test(name) && !isInline && Math.min(width, height) < leastPx)
		.filter(({ event }) => event === null)
		.map(({ name, width, height }) => `${name}: ${width} × ${height}`);
}

/**
 * Marks of the timeline lie closer: the row of the list does what each of them does. Here are those that have no row of
 * that size. What is filtered out has none, as the statement says.
 */
async function marksWithoutRow(page: Page): Promise<readonly string[]> {
	const marks = (await targets(page)).flatMap(({ event, isFilteredOut }) => (isFilteredOut ? [] : (event ?? [])));
	expect(marks.length).toBeGreaterThan(3);
	const rows = await page.locator('[data-event-list] [data-event-id]').evaluateAll((all) =>
		all.flatMap((row) => {
			if (row.querySelector('a')?.checkVisibility({ visibilityProperty: true }) !== true) return [];
			const { width, height } = row.getBoundingClientRect();
			return Math.min(width, height) < 24 ? [] : [row.getAttribute('data-event-id')];
		})
	);
	return marks.filter((id) => !rows.includes(id));
}

/** What a finger needs most. */
const MAIN =
	/(Play|Search events|Theme|Language|Filters|Share|More|From|To|date|Earlier|Later|All time|Zoom|Fit|Reset|Move|, \d+ events?|Close|first|Keyboard)$/;

for (const { name, ...screen } of [
	{ name: 'a mouse', viewport: { width: 1440, height: 900 }, isMobile: false, hasTouch: false },
	{ name: 'a finger', viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
]) {
	test.describe(`room for ${name}`, () => {
		test.use(screen);

		test('24 px for everything, 44 px for what a finger needs most', async ({ page }) => {
			await page.goto('?event=new-government&place=damascus');
			await expect(map(page).locator('canvas')).toBeVisible();
			await expect(handle(page, 'To')).toBeVisible();
			await control(page, 'Move map').click();
			if (screen.hasTouch) await button(page, 'More').click();
			await button(page, 'Zoom in on the timeline').click();
			await expect(overview(page)).toBeVisible();
			await expect(page.getByRole('button', { name: 'Keyboard shortcuts' })).toBeVisible();
			await expect(details(page)).toBeVisible();
			await atRest(page);
			expect(await marksWithoutRow(page)).toEqual([]);
			const seen: string[] = [];
			const states: readonly (readonly [opener: Locator | null, sign: Locator])[] = [
				[null, control(page, 'Move left')],
				[top(page, 'Filters'), page.getByRole('checkbox', { name: 'Only in map view' })],
				[top(page, 'Share'), dialog(page).getByRole('button', { name: 'Copy link' })],
				[page.getByRole('button', { name: 'Keyboard shortcuts' }), dialog(page).getByRole('checkbox')],
				[button(page, 'Table of counts'), dialog(page).getByRole('table')]
			];
			for (const [opener, sign] of states) {
				// The timeline that comes to the lower edge when the page is scrolled has come to rest before the press.
				await opener?.scrollIntoViewIfNeeded();
				await atRest(page);
				await opener?.click();
				await expect(sign).toBeVisible();
				const all = await targets(page);
				seen.push(...all.map((target) => target.name));
				expect(tooSmall(all, 24)).toEqual([]);
				if (screen.hasTouch) expect(tooSmall(all, 44, MAIN)).toEqual([]);
				await page.keyboard.press('Escape');
				if (opener !== null) await expect(sign).toBeHidden();
			}
			for (const some of ['Copy', 'Only in map view', 'Shortcuts of a single key', 'Move left', 'slider To'])
				expect(
					seen.some((name) => name.includes(some)),
					some
				).toBe(true);
		});
	});
}
