import type { Locator, Page } from '@playwright/test';
import { many } from '../support/many.ts';
import { map, place } from './support/parts.ts';
import { decodePng, distance, hexOf, type Pixels, type Rgb } from './support/pixels.ts';
import { expect, test } from './support/test.ts';
import { handle } from './support/timeline.ts';

const DATASET = many();
const PAGE = 'with/many/';
const SURFACE = { light: '#ffffff', dark: '#1b1e22' };
const CATEGORY = { light: ['#2b6cb0', '#b4451f', '#8a6d00', '#6b4fa0', '#0f766e'] };

test.use({ reducedMotion: 'reduce' });

const cells = (page: Page): Locator => map(page).getByRole('button', { name: /^[\d,]+ places, [\d,]+ events?$/ });
const buttons = (page: Page): Locator =>
	map(page).getByRole('group', { name: 'Places on the map' }).getByRole('button');

/** Until the marks are those of the graphics card, and their buttons show nothing. */
async function open(page: Page, link = ''): Promise<void> {
	await page.goto(PAGE + link);
	await expect(buttons(page).first()).toBeVisible();
	await expect(map(page).locator('.cell.plain')).toHaveCount(0);
}

async function middleOf(locator: Locator): Promise<{ x: number; y: number }> {
	const box = await locator.boundingBox();
	if (box === null) throw new Error('It has no box: it is not there.');
	return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
}

/** The colours along a line to the right from a point, `from` to `to` px. */
async function colours(page: Page, { x, y }: { x: number; y: number }, from: number, to: number): Promise<string[]> {
	const pixels: Pixels = decodePng(await page.screenshot({ clip: { x: x + from, y, width: to - from, height: 1 } }));
	return Array.from({ length: pixels.width }, (_, i) => hexOf(pixels.at(i, 0)));
}

const rgbOf = (hex: string): Rgb => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;

/** The names of all buttons, read as places and events. */
async function counted(page: Page): Promise<{ readonly places: number; readonly events: number }[]> {
	const names = await buttons(page).evaluateAll((nodes) => nodes.map((node) => node.getAttribute('aria-label') ?? ''));
	return names.map((name) => {
		const numbers = (name.match(/[\d,]+(?= (?:places|events?)$|(?= places,))/g) ?? []).map((text) =>
			Number(text.replaceAll(',', ''))
		);
		return numbers.length === 2
			? { places: numbers[0] ?? 0, events: numbers[1] ?? 0 }
			: { places: 1, events: numbers[0] ?? 0 };
	});
}

/** Links between listed events and places. */
function links(lists: (event: (typeof DATASET.events)[number]) => boolean): number {
	return DATASET.events.filter(lists).reduce((sum, { places }) => sum + places.length, 0);
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

test('all places are in cells, whose numbers are exact for each filter', async ({ page }) => {
	await open(page, '?category=kind-3&from=2012&to=2014');
	// The map shows what is listed; all of it is in view only then.
	await map(page).getByRole('button', { name: 'Reset map' }).click();
	const isNow = async (lists: (event: (typeof DATASET.events)[number]) => boolean): Promise<void> => {
		await expect.poll(async () => sum((await counted(page)).map(({ events }) => events))).toBe(links(lists));
		expect(sum((await counted(page)).map(({ places }) => places))).toBe(DATASET.places.length);
	};
	const isThird = ({ category }: (typeof DATASET.events)[number]): boolean => (category as string) === 'kind-3';
	await isNow((event) => isThird(event) && (event.when ?? '') >= '2012' && (event.when ?? '') < '2015');
	await page.getByRole('button', { name: 'All time', exact: true }).click();
	await isNow(isThird);
	await place(page, 'Lonely').click();
	await isNow((event) => isThird(event) && event.places.some(({ place: id }) => (id as string) === 'lonely'));
});

test('a mark is drawn under its button: a ring of its categories about a disc, in both themes', async ({ page }) => {
	await open(page);
	const largest = cells(page)
		.filter({ hasNot: page.locator('.number') })
		.nth(3);
	const at = await middleOf(largest);
	const row = await colours(page, at, -34, 34);
	expect(row).toContain(SURFACE.light);
	const isRing = (hex: string) => CATEGORY.light.some((category) => distance(rgbOf(category), rgbOf(hex)) < 6);
	expect(row.filter(isRing).length, row.join(' ')).toBeGreaterThanOrEqual(4);
	await page.emulateMedia({ colorScheme: 'dark' });
	await expect.poll(async () => await colours(page, at, -34, 34)).toContain(SURFACE.dark);
	await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
	await expect.poll(async () => new Set(await colours(page, at, -34, 34))).toContain('#000000');
});

test('a cell opens into its places, down to single ones, and the numbers stay whole', async ({ page }) => {
	await open(page);
	let name = (await cells(page).first().getAttribute('aria-label')) ?? '';
	for (let step = 0; step < 12 && (await cells(page).count()) > 0; step++) {
		await cells(page).first().click();
		await expect(buttons(page).filter({ has: page.locator(`[aria-label="${name}"]`) })).toHaveCount(0);
		await expect
			.poll(
				async () =>
					await cells(page)
						.first()
						.getAttribute('aria-label')
						.catch(() => '')
			)
			.not.toBe(name);
		if ((await place(page, 'Place \\d+').count()) > 0) break;
		name = (await cells(page).first().getAttribute('aria-label')) ?? '';
	}
	expect(await place(page, 'Place \\d+').count()).toBeGreaterThan(0);
});

test('a click on a single place shows its events and only those, and Escape all again', async ({ page }) => {
	await open(page);
	const lonely = place(page, 'Lonely');
	const here = DATASET.events.filter(({ places }) => places.some(({ place: id }) => (id as string) === 'lonely'));
	await expect(lonely).toHaveAccessibleName(`Lonely, ${here.length} events`);
	await lonely.click();
	await expect(page.getByText(`${here.length} of 1,000 events`).first()).toBeVisible();
	await expect(lonely).toHaveAttribute('aria-pressed', 'true');
	await expect.poll(() => new URL(page.url()).searchParams.get('place')).toBe('lonely');
	await lonely.press('Escape');
	await expect(page.getByText('1,000 of 1,000 events').first()).toBeVisible();
});

test('places at one point are picked together, since no zoom parts them', async ({ page }) => {
	await open(page, '?map=12/-40/80');
	const twins = map(page).getByRole('button', { name: /^2 places, / });
	await twins.click();
	await expect.poll(() => new URL(page.url()).searchParams.get('place')).toBe('twin-a,twin-b');
	await twins.click();
	await expect.poll(() => new URL(page.url()).searchParams.get('place')).toBe(null);
});

test('a click on a mark without a button counts as well, one beside all marks does not', async ({ page }) => {
	await open(page, '?map=3/-40/-150');
	const lonely = place(page, 'Lonely');
	const at = await middleOf(lonely);
	await lonely.evaluate((node) => node.remove());
	await page.mouse.click(at.x + 60, at.y);
	await page.mouse.click(at.x, at.y);
	await expect.poll(() => new URL(page.url()).searchParams.get('place')).toBe('lonely');
});

test('marks are one stop of Tab; arrows lead on, Enter opens, and the focus stays on the map', async ({ page }) => {
	await open(page);
	await expect(buttons(page).and(page.locator('[tabindex="0"]'))).toHaveCount(1);
	await buttons(page).and(page.locator('[tabindex="0"]')).focus();
	const before = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
	await page.keyboard.press('ArrowLeft');
	const after = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
	expect(after).toMatch(/events?$/);
	expect(after).not.toBe(before);
	await expect(buttons(page).and(page.locator(':focus')).locator('.card')).toBeVisible();
	await page.keyboard.press('Enter');
	await expect(buttons(page).and(page.locator(':focus'))).toHaveCount(1);
	for (const box of await buttons(page).evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().width)))
		expect(box).toBeGreaterThanOrEqual(24);
});

test.describe('when the graphics card drops the map', () => {
	test.use({ provoked: [/WebGL|context/i] });

	test('buttons show the marks until it is back, and then they are drawn as before', async ({ page }) => {
		await open(page);
		const at = await middleOf(cells(page).nth(3));
		const before = await colours(page, at, -30, 30);
		await map(page)
			.locator('canvas')
			.evaluate((canvas: HTMLCanvasElement) => {
				const loser = canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context');
				Object.assign(window, { loser });
				loser?.loseContext();
			});
		await expect(map(page).locator('.cell.plain').first()).toBeVisible();
		await page.evaluate(() => (window as unknown as { loser: WEBGL_lose_context }).loser.restoreContext());
		await expect(map(page).locator('.cell.plain')).toHaveCount(0);
		await expect.poll(async () => await colours(page, at, -30, 30)).toEqual(before);
	});
});

test('while a window is dragged the numbers are drawn, and names follow when it is let go', async ({ page }) => {
	await open(page);
	const before = await counted(page);
	const at = await middleOf(cells(page).nth(3));
	const drawn = await colours(page, at, -30, 30);
	const { x, y } = await middleOf(handle(page, 'From'));
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x + 500, y, { steps: 4 });
	await expect.poll(async () => await colours(page, at, -30, 30)).not.toEqual(drawn);
	expect(await counted(page)).toEqual(before);
	await page.mouse.up();
	await expect
		.poll(async () => sum((await counted(page)).map(({ events }) => events)))
		.toBeLessThan(sum(before.map(({ events }) => events)));
});
