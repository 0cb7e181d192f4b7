import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { openDataset } from './support/datasets.ts';
import { events, map, places, rows } from './support/parts.ts';
import { expect, test } from './support/test.ts';
import { button, field, handle, marks, middle, picture, time } from './support/timeline.ts';

/** What somebody hears who does not see the page: one set in one order, one message after a change, names and headings. */

const count = (page: Page): Locator => page.locator('main').getByText(/^\d+ of \d+ events$/);
const dialog = (page: Page): Locator => page.getByRole('dialog');
const search = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search events' });

interface Linked {
	readonly id: string;
	readonly places: readonly { readonly place: string }[];
}
const LINKS = new Map(
	(JSON.parse(readFileSync('data/events.json', 'utf8')) as readonly Linked[]).map(({ id, places: links }) => [
		id,
		[...new Set(links.map(({ place }) => place))]
	])
);
const NAMES = new Map(
	(
		JSON.parse(readFileSync('data/places.geojson', 'utf8')) as {
			readonly features: readonly {
				readonly id: string;
				readonly properties: { readonly name: { readonly en: string } };
			}[];
		}
	).features.map(({ id, properties }) => [id, properties.name.en])
);

const ids = (locator: Locator, name: string): Promise<readonly string[]> =>
	locator.evaluateAll((nodes, attribute) => nodes.map((node) => node.getAttribute(attribute) ?? ''), name);

test('list, marks of the map, marks of the timeline, table and words are one set in one order', async ({ page }) => {
	await page.goto('');
	await expect(places(page)).toHaveCount(5);
	const all = await ids(rows(page), 'data-event-id');
	expect(all.length).toBe(LINKS.size);
	/** Places in the order in which the whole list names them. */
	const order = [...new Set(all.flatMap((id) => LINKS.get(id) ?? []))];

	const agree = async (state: string, listedCount: number): Promise<void> => {
		await expect(rows(page), state).toHaveCount(listedCount);
		const listed = await ids(rows(page), 'data-event-id');
		expect(listed, state).toEqual(all.filter((id) => listed.includes(id)));
		await expect(count(page), state).toHaveText(`${listed.length} of ${all.length} events`);
		// The map, as it is heard: each place with the number of listed events linked to it.
		const expected = order.map((place) => {
			const number = listed.filter((id) => LINKS.get(id)?.includes(place)).length;
			return `${NAMES.get(place) ?? place}, ${number} ${number === 1 ? 'event' : 'events'}`;
		});
		expect(await ids(places(page), 'aria-label'), state).toEqual(expected);
		// The timeline, as it is heard: all events in time order, those that are not listed said to be so.
		await expect(marks(page), state).toHaveCount(all.length);
		expect(await ids(marks(page), 'data-mark'), state).toEqual(all);
		const heard = time(page).locator('[data-mark]:not([aria-label*="not in the list"])');
		expect(await ids(heard, 'data-mark'), state).toEqual(listed);
	};
	/** The sentence over the table of counts: how many events it counts, and the sum of each of its parts. */
	const tabled = async (): Promise<number> => {
		await button(page, 'Table of counts').click();
		const caption = await dialog(page).locator('caption').innerText();
		const sums = await dialog(page)
			.locator('tbody tr')
			.evaluateAll((lines) =>
				lines.map((line) => [...line.querySelectorAll('td')].map((cell) => Number(cell.textContent)))
			);
		for (const [certain = 0, possible = 0, total = 0, ...byCategory] of sums) {
			expect(certain + possible).toBe(total);
			if (byCategory.length > 0) expect(byCategory.reduce((sum, number) => sum + number, 0)).toBe(total);
		}
		await page.keyboard.press('Escape');
		await expect(button(page, 'Table of counts')).toBeFocused();
		return Number(/^\d+/.exec(caption)?.[0]);
	};

	await agree('everything', 16);
	expect(await tabled()).toBe(16);
	// Rows by category draw the marks elsewhere and read them in the same order.
	await button(page, 'Rows by category').click();
	await agree('in rows', 16);
	await button(page, 'Rows by category').click();

	await places(page).filter({ hasText: 'Moscow' }).click();
	await agree('one place', 7);
	expect(await tabled()).toBe(7);
	await search(page).fill('assad');
	await agree('a place and a word', 2);
	expect(await tabled()).toBe(2);
	await page.getByRole('button', { name: 'Clear filters' }).first().click();
	await field(page, 'From date').fill('2025-02');
	await field(page, 'From date').press('Enter');
	await field(page, 'To date').fill('2025-09');
	await field(page, 'To date').press('Enter');
	await expect(count(page)).not.toHaveText('16 of 16 events');
	await agree('a window', await rows(page).count());
	expect(await tabled(), 'the table leaves the window out, and says so').toBe(16);
	await button(page, 'All time').click();
	await search(page).fill('nothing of the kind');
	await agree('nothing', 0);
});

/** Whatever a live region of the page says from now on: `role: text`. */
async function listen(page: Page): Promise<{ heard: () => Promise<readonly string[]> }> {
	await page.evaluate(() => {
		const live = '[role="status"], [role="alert"], [role="log"], [aria-live], output';
		const said: string[] = [];
		Object.assign(window, { said });
		new MutationObserver((changes) => {
			const regions = new Set(
				changes.flatMap(({ target, addedNodes }) => {
					const element = target instanceof Element ? target : target.parentElement;
					const inside = [...addedNodes].flatMap((node) =>
						node instanceof Element ? [...(node.matches(live) ? [node] : []), ...node.querySelectorAll(live)] : []
					);
					return [element?.closest(live) ?? null, ...inside];
				})
			);
			for (const region of regions) {
				if (region === null || region.getAttribute('aria-live') === 'off') continue;
				const text = region.textContent.trim();
				if (text !== '') said.push(`${region.id || (region.getAttribute('role') ?? 'live')}: ${text}`);
			}
		}).observe(document, { childList: true, characterData: true, subtree: true });
	});
	return {
		heard: () =>
			page.evaluate(() => {
				const said = Reflect.get(window, 'said') as string[];
				return said.splice(0);
			})
	};
}

test('no live region speaks during a scrub, playing or typing; one does once, half a second after the last change', async ({
	page
}) => {
	await page.clock.install();
	await page.goto('');
	await expect(places(page)).toHaveCount(5);
	await expect(handle(page, 'To')).toBeVisible();
	await page.clock.pauseAt(Date.now() + 3_600_000);
	const { heard } = await listen(page);
	const visible = async (): Promise<string> => (await count(page).textContent()) ?? '';
	/** Keys that follow each other within 400 ms are one change. A number that has not changed is not said again. */
	const spoken = async (what: string): Promise<void> => {
		await page.clock.runFor(499);
		expect(await heard(), `${what}: not yet`).toEqual([]);
		await page.clock.runFor(1000);
		expect(await heard(), what).toEqual([`status: ${await visible()}`]);
		await page.clock.runFor(5000);
		expect(await heard(), `${what}: and nothing more`).toEqual([]);
	};

	// By mouse, five seconds.
	const { x, y } = await middle(handle(page, 'From'));
	await page.mouse.move(x, y);
	await page.mouse.down();
	const seen = new Set<string>();
	for (let step = 1; step <= 50; step++) {
		await page.mouse.move(x + step * 20, y);
		await page.clock.runFor(100);
		seen.add(await visible());
	}
	expect(seen.size).toBeGreaterThan(3);
	expect(await heard(), 'while the mouse drags').toEqual([]);
	await page.mouse.up();
	await spoken('the mouse');

	// By keys, as they come when one is held: the handle itself says its date.
	await handle(page, 'From').focus();
	for (let step = 1; step <= 40; step++) {
		await page.keyboard.press('PageDown');
		await page.clock.runFor(35);
	}
	expect(await heard(), 'while a key is held').toEqual([]);
	await spoken('keys');

	// Playing, and the pause that ends it.
	const before = await visible();
	await button(page, 'Play').click();
	await page.clock.runFor(4000);
	expect(await visible()).not.toBe(before);
	expect(await heard(), 'while it plays').toEqual([]);
	await button(page, 'Pause').click();
	await spoken('playing');

	await button(page, 'All time').click();
	await spoken('a button');

	await search(page).focus();
	for (const letter of 'damascus') {
		await page.clock.runFor(120);
		await page.keyboard.press(letter);
	}
	expect(await heard(), 'while somebody types').toEqual([]);
	await spoken('typing');

	// Selecting an event changes the address and no number: nobody says anything, the router least of all.
	await page.getByRole('button', { name: 'Next event', exact: true }).click();
	await page.clock.runFor(5000);
	await expect.poll(() => new URL(page.url()).search).toContain('event=');
	expect(await heard()).toEqual([]);
});

test('the page has an outline, landmarks, a described map and a timeline in a sentence', async ({ page }) => {
	await page.goto('?event=moscow-visit');
	await expect(places(page)).toHaveCount(5);
	await expect(handle(page, 'To')).toBeVisible();
	await expect(page.getByRole('region', { name: 'Event details' })).toBeVisible();
	const outline = await page
		.getByRole('heading')
		.evaluateAll((nodes) => nodes.map((node) => Number(node.tagName.slice(1))));
	expect(outline[0]).toBe(1);
	expect(outline.filter((level) => level === 1)).toHaveLength(1);
	outline.forEach((level, at) => expect(level).toBeLessThanOrEqual((outline[at - 1] ?? 0) + 1));
	await expect(map(page)).toHaveAccessibleDescription(
		/^A circle stands at each place;.*The list holds the same events\. Each place is a button: Enter /
	);
	await expect(
		page.locator('svg:not([aria-hidden="true"], [role="presentation"])'),
		'drawings that are read'
	).toHaveCount(0);
	await expect(page.locator('time:not([datetime])')).toHaveCount(0);

	await expect(page.locator('body')).toMatchAriaSnapshot(`
    - navigation "Skip to":
      - link "Skip to the time window"
      - link "Skip to the events"
      - link "Skip to the map"
    - banner:
      - heading "Syria and Russia, before the Moscow visit" [level=1]
      - search:
        - searchbox "Search events"
      - button "Filters"
      - button "Share"
    - main:
      - group "Time window"
      - paragraph: 16 of 16 events
      - region "Event details"
      - region "Events"
      - region "Map"
    - status
  `);
	await expect(time(page)).toMatchAriaSnapshot(`
    - group "Time window":
      - button "Play"
      - textbox "From date"
      - textbox "To date"
      - group "Timeline view":
        - button "Rows by category"
        - button "Table of counts"
      - list "Legend"
      - paragraph: "16 events by period, January 1960 – October 2025; most in October 2025: 7."
      - group "Events on the timeline":
        - button "Russia keeps an air base in Khmeimim, until 14 October 2025, start unknown"
        - button "New government takes office under al-Sharaa, one of December 2024 or January 2025, reports differ"
        - button "First official visit of al-Sharaa to Russia, 15 October 2025, planned" [pressed]
      - slider "From"
      - slider "To"
  `);
	await expect(page.getByRole('region', { name: 'Event details' })).toMatchAriaSnapshot(`
    - region "Event details":
      - button "Close"
      - article:
        - paragraph: Diplomacy planned
        - heading "First official visit of al-Sharaa to Russia" [level=2]
        - paragraph:
          - time: 15 October 2025
        - term: Where
        - definition:
          - button "Damascus"
          - button "Moscow"
        - paragraph:
          - button "Show on map"
        - heading "What the reports say" [level=3]
  `);
	await expect(page.getByRole('region', { name: 'Event details' })).toHaveAccessibleDescription(
		'First official visit of al-Sharaa to Russia'
	);
	await expect(events(page)).toMatchAriaSnapshot(`
    - region "Events":
      - heading "Events" [level=2]
      - heading "September 2025" [level=3]
      - list:
        - listitem:
          - paragraph:
            - time: 9 Sept 2025
          - paragraph: Diplomacy
          - 'link "Novak in Damascus: energy and aid"'
          - paragraph: Moscow → Damascus 1 source reported 1 month later
      - heading "October 2025" [level=3]
  `);
	await expect(map(page)).toMatchAriaSnapshot(`
    - region "Map":
      - paragraph
      - group "Places on the map":
        - button "Khmeimim, 2 events"
        - button "Tartous, 2 events"
        - button "Damascus, 11 events"
        - button "Moscow, 7 events"
        - button "New York, 1 event"
      - group "Map view":
        - button "Zoom in"
  `);
	await expect(events(page).locator('[aria-current="true"]')).toHaveCount(1);
});

test('panel, table and dialogs have names, states, headings and groups', async ({ page }) => {
	await page.goto('?place=moscow');
	await expect(handle(page, 'To')).toBeVisible();
	await page.getByRole('button', { name: 'Filters' }).first().click();
	await expect(page.getByRole('button', { name: 'Filters' }).first()).toHaveAttribute('aria-expanded', 'true');
	await expect(page.getByRole('complementary', { name: 'Filters' })).toMatchAriaSnapshot(`
    - complementary "Filters":
      - heading "Filters" [level=2]
      - button "Close"
      - group "Places":
        - checkbox "Damascus 11 events"
        - checkbox "Moscow 7 events" [checked]
      - group "Categories"
      - group "Actors"
      - group "Sources"
      - group "Status"
      - checkbox "Only in map view"
      - paragraph: 7 of 16 events
      - button "Clear filters"
  `);
	await page.getByRole('complementary', { name: 'Filters' }).getByRole('button', { name: 'Close' }).click();

	await button(page, 'Table of counts').click();
	await expect(dialog(page)).toMatchAriaSnapshot(`
    - dialog "Events by period":
      - heading "Events by period" [level=2]
      - button "Close"
      - region /7 events by period/:
        - table:
          - rowgroup:
            - row:
              - columnheader "Period"
              - columnheader "Certainly"
              - columnheader "Possibly"
              - columnheader "Total"
          - rowgroup:
            - row:
              - rowheader "December 2024":
                - button "December 2024"
              - cell "1"
  `);
	await expect(dialog(page).getByRole('banner')).toHaveCount(0);
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Share', exact: true }).click();
	await expect(dialog(page)).toMatchAriaSnapshot(`
    - dialog "Share":
      - heading "Share" [level=2]
      - button "Close"
      - textbox "Link to this view"
      - button "Copy link"
      - list:
        - listitem: 7 of 16 events
        - listitem: "Places: Moscow"
  `);
	await page.keyboard.press('Escape');
	await search(page).fill('xyzzy');
	await expect(page.locator('#events')).toMatchAriaSnapshot(`
    - paragraph: 0 of 16 events
    - list "Active filters":
      - listitem:
        - 'button "Remove filter: Places: Moscow"'
      - listitem:
        - 'button "Remove filter: Search: xyzzy"'
    - region "Events":
      - heading "Events" [level=2]
      - paragraph: "No event matches all of: place Moscow; search “xyzzy”."
      - 'button "Without the search: 7 events"'
  `);
});

test('a long list has pages: turning them leads past every row and says which ones these are', async ({ page }) => {
	await openDataset(page, 'long');
	const pages = page.getByRole('navigation', { name: 'Pages of the list' });
	const heading = events(page).getByRole('heading', { name: 'Events', exact: true });
	const shown = (): Promise<readonly string[]> => ids(rows(page), 'data-event-id');
	await expect(pages).toContainText(/^Showing 1–\d+ of 480/);
	await expect(pages.getByRole('button', { name: 'Previous' })).toBeDisabled();
	const seen = new Set(await shown());
	let last = seen.size;
	while (last < 480) {
		await pages.getByRole('button', { name: 'Next' }).press('Enter');
		await expect(heading).toBeFocused();
		const next = Math.min(480, last + 200);
		await expect(heading).toHaveAccessibleDescription(new RegExp(`^Showing \\d+–${next} of 480$`));
		for (const id of await shown()) seen.add(id);
		last = next;
	}
	expect(seen.size).toBe(480);
	await expect(pages.getByRole('button', { name: 'Next' })).toBeDisabled();
	await expect(rows(page).last()).toHaveAttribute('aria-posinset', '480');
	await expect(rows(page).last()).toHaveAttribute('aria-setsize', '480');
	await expect(picture(page)).toHaveAccessibleName(/^480 events by /);
	// With one page only there is nothing to say.
	await search(page).fill((await rows(page).first().getByRole('link').textContent())?.trim() ?? '');
	await expect(pages).toHaveCount(0);
	await expect(heading).toHaveAccessibleDescription('');
	await expect(rows(page).first()).not.toHaveAttribute('aria-posinset');
});
