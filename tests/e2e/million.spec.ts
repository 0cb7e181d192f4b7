import type { CDPSession, Locator, Page } from '@playwright/test';
import { whyMissing } from '../support/datasets.ts';
import { stepHandle } from '../support/step-handle.ts';
import { openDataset } from './support/datasets.ts';
import { nextFrame } from './support/frames.ts';
import { countTexts, readMillion, windowOf, type Million, type Window } from './support/million.ts';
import { details, events as list, map, place, row } from './support/parts.ts';
import { expect, test } from './support/test.ts';
import { handle, hint, inLanes, middle, picture, query } from './support/timeline.ts';

/**
 * A million events at a thousand places in the built application. What is counted here is counted again by brute force in the
 * files. Each opening takes seconds, so one page goes through much.
 */
const ALL = 1_000_000;
const why = whyMissing('million');
const note = why === null ? '' : ` (skipped: ${why})`;

test.describe.configure({ timeout: 240_000 });
test.use({ reducedMotion: 'reduce' });

let million: Million;
test.beforeAll(() => {
	if (why === null) million = readMillion();
});

const said = (count: number, noun = ` of ${ALL.toLocaleString('en')} events`): string =>
	count.toLocaleString('en') + noun;
const status = (page: Page): Locator => page.locator('#events .status .count');
const at = (page: Page, position: number): Locator => page.locator(`[data-event-list] [aria-posinset="${position}"]`);
const drawn = (page: Page): Locator => page.locator('[data-event-list] li');

/** Until it answers to gestures: all events are here, and the place that stands alone has its mark. */
async function open(page: Page, link = ''): Promise<void> {
	await openDataset(page, 'million', link);
	await expect(handle(page, 'From')).toBeVisible({ timeout: 60_000 });
}

/** So near that the place stands alone. */
function camera(): string {
	const [lng, lat] = million.places[million.lonely]?.point ?? [0, 0];
	return `map=8/${lat.toFixed(3)}/${lng.toFixed(3)}`;
}

/** What list and map say of a window is what brute force counts in it. */
async function agrees(page: Page, window: Window): Promise<void> {
	const rows = million.rows(window);
	await expect(status(page)).toHaveText(said(rows.length));
	await expect(drawn(page).first()).toHaveAttribute('aria-setsize', String(rows.length));
	const here = rows.filter((row) => million.hasPlace(row, million.lonely)).length;
	const name = million.places[million.lonely]?.name.en ?? '';
	await expect(place(page, name)).toHaveAccessibleName(`${name}, ${said(here, here === 1 ? ' event' : ' events')}`);
	const first = million.record(rows[0] ?? 0);
	await expect(at(page, 1)).toContainText(first.title.en ?? '-');
}

test(`a million events: scrubbed by key and by pointer, list, map and timeline count alike${note}`, async ({
	page
}) => {
	await open(page, `?from=2019-03&to=2019-08&${camera()}`);
	await agrees(page, windowOf('?from=2019-03&to=2019-08'));

	await test.step('by keys', async () => {
		const to = handle(page, 'To');
		for (const key of ['ArrowLeft', 'ArrowLeft', 'PageUp', 'ArrowRight']) {
			const before = query(page);
			await to.press(key);
			await expect.poll(() => query(page)).not.toBe(before);
		}
		expect(windowOf(query(page))?.end).toBeGreaterThan(Date.UTC(2019, 8));
		await agrees(page, windowOf(query(page)));
	});

	await test.step('by pointer: what is said while it is held is what is committed', async () => {
		const before = query(page);
		const grip = await middle(handle(page, 'To'));
		await page.mouse.move(grip.x, grip.y);
		await page.mouse.down();
		await page.mouse.move(grip.x + 60, grip.y);
		await page.mouse.move(grip.x + 110, grip.y);
		await expect(list(page).getByRole('heading', { level: 3 })).toHaveCount(0);
		await nextFrame(page);
		const during = await status(page).innerText();
		expect(query(page)).toBe(before);
		await page.mouse.up();
		await expect.poll(() => query(page)).not.toBe(before);
		expect(during).toBe(said(million.rows(windowOf(query(page))).length));
		await agrees(page, windowOf(query(page)));
	});

	await test.step('a bar says what a window of its period lists', async () => {
		await expect(picture(page)).toHaveAccessibleName(/^994,495 events by month, /);
		const point = await inLanes(page, 700);
		await page.mouse.move(point.x, point.y);
		await expect(hint(page)).toContainText(' events');
		const counted = /([\d,]+) events/.exec(await hint(page).innerText())?.[1];
		const before = query(page);
		await page.mouse.click(point.x, point.y);
		await expect(status(page)).toHaveText(`${counted} of 1,000,000 events`);
		await expect.poll(() => query(page)).not.toBe(before);
		await agrees(page, windowOf(query(page)));
	});

	await test.step('a place on the map lists its events', async () => {
		await page.getByRole('button', { name: 'All time', exact: true }).click();
		const here = million.rows(null, (row) => million.hasPlace(row, million.lonely)).length;
		await expect(status(page)).toHaveText(said(ALL));
		const mark = place(page, million.places[million.lonely]?.name.en ?? '');
		await mark.click();
		await expect(status(page)).toHaveText(said(here));
		await mark.click();
		await expect(status(page)).toHaveText(said(ALL));
	});

	await test.step('a facet filters, and counts', async () => {
		await page.getByRole('button', { name: 'Filters', exact: true }).click();
		const courts = page.getByRole('checkbox', { name: /^Courts/ });
		const category = 7;
		const rows = million.rows(null, (row) => million.columns.category[row] === category);
		await expect(courts).toHaveAccessibleName(`Courts ${said(rows.length, ' events')}`);
		await courts.check();
		await expect(status(page)).toHaveText(said(rows.length));
		await page.keyboard.press('Escape');
	});

	await test.step('a search looks through all texts, together with the facet and without', async () => {
		const [clinic = NaN, both = NaN, part = NaN] = countTexts([['clinic'], ['clinic', 'hours'], ['ailwa']]);
		const box = page.getByRole('searchbox', { name: 'Search events' });
		await page.getByRole('button', { name: /^Remove filter: Categories/ }).click();
		await box.fill('clinic');
		await expect(status(page)).toHaveText(said(clinic));
		await box.fill('Hours CLINIC');
		await expect(status(page)).toHaveText(said(both));
		await box.fill('ailwa');
		await expect(status(page)).toHaveText(said(part));
		await expect(at(page, 1)).toContainText(/ailwa/);
		await box.fill('');
		await expect(status(page)).toHaveText(said(ALL));
	});
});

test(`a link to an event among a million, rows far down, and the focus that stays with its event${note}`, async ({
	page
}) => {
	const [link, category] = ['?from=2021&to=2022-03&category=protests', 2];
	const rows = million.rows(windowOf(link), (row) => million.columns.category[row] === category);
	const position = Math.floor(rows.length / 2);
	const record = million.record(rows[position - 1] ?? 0);
	await open(page, `${link}&event=${record.id}`);
	await expect(status(page)).toHaveText(said(rows.length));
	await expect(details(page)).toContainText(record.title.en ?? '-');
	await expect(details(page)).toContainText(record.summary.en ?? '-');
	await expect(row(page, record.id)).toBeInViewport();
	await expect(row(page, record.id)).toHaveAttribute('aria-posinset', String(position));
	await details(page).getByRole('button', { name: 'Close', exact: true }).click();
	await expect(row(page, record.id).getByRole('link')).toBeFocused();

	// All of them again, and the last but two.
	await page.getByRole('button', { name: 'Clear filters', exact: true }).click();
	await page.getByRole('button', { name: 'All time', exact: true }).click();
	await expect(status(page)).toHaveText(said(ALL));
	await page.getByRole('textbox', { name: 'Go to row' }).fill('765,432');
	await page.keyboard.press('Enter');
	await expect(at(page, 765_432)).toContainText(million.record(765_431).title.en ?? '-');
	await expect(at(page, 765_432)).toBeInViewport();
	await expect(list(page).getByRole('heading', { name: 'Events', exact: true })).toBeFocused();
	expect(await drawn(page).count()).toBeLessThanOrEqual(250);

	// Turned round, the focus is on the same event, elsewhere in the list.
	const kept = million.record(765_431).id;
	await row(page, kept).getByRole('link').focus();
	await page.evaluate(() => {
		history.pushState(history.state, '', '?order=desc');
		dispatchEvent(new PopStateEvent('popstate'));
	});
	// What has no date comes last in either order.
	const dated = million.rows({ start: -Infinity, end: Infinity }).length;
	await expect(row(page, kept)).toHaveAttribute('aria-posinset', String(dated + 1 - 765_432));
	await expect(row(page, kept).getByRole('link')).toBeFocused();
});

async function held(session: CDPSession) {
	await session.send('HeapProfiler.collectGarbage');
	await session.send('HeapProfiler.collectGarbage');
	const { metrics } = await session.send('Performance.getMetrics');
	const read = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? NaN;
	return { heap: read('JSHeapUsedSize'), listeners: read('JSEventListeners'), nodes: read('Nodes') };
}

test(`twenty thousand steps leave memory, listeners and nodes as they were${note}`, async ({ page }) => {
	await open(page, '?from=2019-03&to=2022-08');
	// The map is there, and has what it asks for.
	await expect(map(page).locator('.cell').first()).toBeVisible();
	await page.waitForLoadState('networkidle');
	const session = await page.context().newCDPSession(page);
	await session.send('Performance.enable');
	const rounds: Awaited<ReturnType<typeof held>>[] = [];
	for (let round = 0; round < 4; round++) {
		await handle(page, 'To').evaluate(stepHandle, 5_000);
		rounds.push(await held(session));
	}
	// A part of the page that comes when the browser is idle comes once; what is left behind by steps grows in every round.
	const grown = (name: 'listeners' | 'nodes'): number[] =>
		rounds.slice(1).map((after, index) => after[name] - (rounds[index]?.[name] ?? NaN));
	expect(Math.min(...grown('listeners')), 'listeners').toBeLessThanOrEqual(0);
	expect(Math.min(...grown('nodes')), 'nodes').toBeLessThanOrEqual(0);
	// What is left after garbage is collected differs by half a MB of 14 from one time to the next; a hundred bytes a step are more.
	const heaps = rounds.map(({ heap }) => heap);
	expect(Math.max(...heaps) / Math.min(...heaps) - 1, heaps.join(', ')).toBeLessThan(0.1);
});
