import type { Locator, Page } from '@playwright/test';
import { cellsAt, LAST_LEVEL, orderPlaces } from '../../src/lib/core/cells.ts';
import { toWorld } from '../../src/lib/map/projection.ts';
import { many } from '../support/many.ts';
import { isMade } from './support/datasets.ts';
import { details, map, place } from './support/parts.ts';
import { decodePng, distance, hexOf, type Pixels, type Rgb } from './support/pixels.ts';
import { drawn as allDrawn } from './support/rest.ts';
import { expect, test } from './support/test.ts';
import { handle } from './support/timeline.ts';

const DATASET = many();
const PAGE = 'with/many/';
const SURFACE = { light: '#ffffff', dark: '#1b1e22' };
/** Looked at again so often, as what is waited for takes a frame or two. */
const OFTEN = { intervals: [50] };
const CATEGORY = { light: ['#2b6cb0', '#b4451f', '#8a6d00', '#6b4fa0', '#0f766e'] };

// Small, as all of it is drawn by software. One page for many steps, as opening it takes longer than all else.
test.use({ reducedMotion: 'reduce', viewport: { width: 1000, height: 700 } });

const cells = (page: Page): Locator => map(page).getByRole('button', { name: /^[\d,]+ places, [\d,]+ events?$/ });
const buttons = (page: Page): Locator =>
	map(page).getByRole('group', { name: 'Places on the map' }).getByRole('button');

/** Until the marks are those of the graphics card, and their buttons show nothing. */
async function open(page: Page, link = ''): Promise<void> {
	await isMade(page, PAGE);
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

/** How many pixels of a picture have a colour; 0 where no others have another, as of one that has not been drawn yet. */
async function countPixels(img: HTMLImageElement, wanted: Rgb): Promise<number> {
	await img.decode();
	const canvas = document.createElement('canvas');
	[canvas.width, canvas.height] = [img.naturalWidth, img.naturalHeight];
	const context = canvas.getContext('2d');
	if (context === null) throw new Error('There is no canvas to read the picture with.');
	context.drawImage(img, 0, 0);
	const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
	const [colours, near] = [new Set<number>(), [] as number[]];
	for (let i = 0; i < data.length; i += 4) {
		const [r = 0, g = 0, b = 0] = [data[i], data[i + 1], data[i + 2]];
		colours.add(r * 65_536 + g * 256 + b);
		if ([r, g, b].every((value, k) => Math.abs(value - (wanted[k] ?? 0)) < 6)) near.push(i);
	}
	return colours.size > 10 ? near.length : 0;
}

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

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

type Lists = (event: (typeof DATASET.events)[number]) => boolean;
const isThird: Lists = ({ category }) => (category as string) === 'kind-3';
const isAt =
	(...ids: readonly string[]): Lists =>
	({ places }) =>
		places.some(({ place: id }) => ids.includes(id));

/** What the cells of each level count, event by event: places and events of each that has places. */
function expectedCells(lists: Lists): readonly string[] {
	const order = orderPlaces(DATASET.places, toWorld);
	const listed = DATASET.events.filter(lists);
	return Array.from({ length: LAST_LEVEL + 1 }, (_, level) => {
		const { at, size } = cellsAt(order, level);
		const cells = Array.from({ length: size }, (_, cell) => [...order.place.slice(at[cell], at[cell + 1])]);
		const cellOf = new Map(
			cells.flatMap((members, cell) => members.map((index) => [DATASET.places[index]?.id, cell] as const))
		);
		const events = cells.map(() => 0);
		for (const { places } of listed) {
			for (const cell of new Set(places.map(({ place: id }) => cellOf.get(id) ?? NaN)))
				events[cell] = (events[cell] ?? NaN) + 1;
		}
		return sorted(cells.map((members, cell) => ({ places: members.length, events: events[cell] ?? NaN })));
	});
}

function sorted(cells: readonly { readonly places: number; readonly events: number }[]): string {
	return cells
		.map(({ places, events }) => `${places} places, ${events} events`)
		.sort()
		.join('\n');
}

/** All of it is in view: each mark says how many places it stands for, and how many listed events these have, each once. */
async function expectExact(page: Page, lists: Lists): Promise<void> {
	const levels = expectedCells(lists);
	await expect.poll(async () => levels.includes(sorted(await counted(page))), OFTEN).toBe(true);
	const listed = DATASET.events.filter(lists).length;
	await expect(page.getByText(`${listed} of 1,000 events`).first()).toBeVisible();
	for (const { events: number } of await counted(page)) expect(number).toBeLessThanOrEqual(listed);
}

test('numbers are exact: in cells each event once, for each filter, and as many as the list has for the places', async ({
	page
}) => {
	await open(page, '?category=kind-3&from=2012&to=2014');
	await test.step('cells, for a window and a category', async () => {
		// The map shows what is listed; all of it is in view only then.
		await map(page).getByRole('button', { name: 'Reset map' }).click();
		await expectExact(page, (event) => isThird(event) && (event.when ?? '') >= '2012' && (event.when ?? '') < '2015');
	});
	await test.step('for a category alone', async () => {
		await page.getByRole('button', { name: 'All time', exact: true }).click();
		await expectExact(page, isThird);
	});
	const lonely = place(page, 'Lonely');
	await test.step('a click on a single place shows its events and only those, Escape all again', async () => {
		const here: Lists = (event) => isThird(event) && isAt('lonely')(event);
		await expect(lonely).toHaveAccessibleName(`Lonely, ${DATASET.events.filter(here).length} events`);
		await lonely.click();
		await expectExact(page, here);
		await expect(lonely).toHaveAttribute('aria-pressed', 'true');
		await expect.poll(() => new URL(page.url()).searchParams.get('place'), OFTEN).toBe('lonely');
		await lonely.press('Escape');
		await expectExact(page, isThird);
	});
	await test.step('places at one point are picked together, since no zoom parts them, and the list has as many', async () => {
		const here = DATASET.events.filter((event) => isThird(event) && isAt('twin-a', 'twin-b')(event)).length;
		const links = ['twin-a', 'twin-b'].map((id) => DATASET.events.filter((event) => isThird(event) && isAt(id)(event)));
		expect(sum(links.map(({ length }) => length)), 'some are at both').toBeGreaterThan(here);
		const twins = map(page).getByRole('button', { name: `2 places, ${here} events` });
		await twins.click();
		await expect.poll(() => new URL(page.url()).searchParams.get('place'), OFTEN).toBe('twin-a,twin-b');
		await expect(page.getByText(`${here} of 1,000 events`).first()).toBeVisible();
		await twins.click();
		await expect.poll(() => new URL(page.url()).searchParams.get('place'), OFTEN).toBe(null);
	});
	await test.step('a click on a mark without a button counts as well, one beside all marks does not', async () => {
		const at = await middleOf(lonely);
		await lonely.evaluate((node) => (node.style.pointerEvents = 'none'));
		await page.mouse.click(at.x + 60, at.y);
		await page.mouse.click(at.x, at.y);
		await expect.poll(() => new URL(page.url()).searchParams.get('place'), OFTEN).toBe('lonely');
	});
});

test.describe('what is drawn', () => {
	test.use({ provoked: [/WebGL|context/i] });

	test('is a ring of its categories about a disc, in both themes, as numbers change, and after a lost context', async ({
		page
	}) => {
		await open(page);
		const at = await middleOf(cells(page).nth(3));
		const drawn = async (): Promise<string[]> => await colours(page, at, -34, 34);
		const ground = page.locator('.maplibregl-canvas');
		// Around the mark the ground is seen, which comes by and by.
		await allDrawn(ground);
		const before = await drawn();
		expect(before).toContain(SURFACE.light);
		const isRing = (hex: string) => CATEGORY.light.some((category) => distance(rgbOf(category), rgbOf(hex)) < 6);
		expect(before.filter(isRing).length, before.join(' ')).toBeGreaterThanOrEqual(4);
		for (const canvas of ['.layer-canvas', '.maplibregl-canvas']) {
			await test.step(`buttons show the marks while the graphics card has dropped what it held of ${canvas}`, async () => {
				await page.locator(canvas).evaluate((node: HTMLCanvasElement) => {
					const loser = node.getContext('webgl2')?.getExtension('WEBGL_lose_context');
					Object.assign(window, { loser });
					loser?.loseContext();
				});
				await expect(map(page).locator('.cell.plain').first()).toBeVisible();
				await page.evaluate(() => (window as unknown as { loser: WEBGL_lose_context }).loser.restoreContext());
				await expect(map(page).locator('.cell.plain')).toHaveCount(0);
				await expect.poll(drawn, OFTEN).toEqual(before);
			});
		}
		await test.step('on paper marks and map are one picture', async () => {
			const found = async (): Promise<number> => {
				await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
				return await page.locator('.paper img').evaluate(countPixels, rgbOf(CATEGORY.light[0] ?? ''));
			};
			await expect.poll(found).toBeGreaterThan(100);
			await page.evaluate(() => dispatchEvent(new Event('afterprint')));
			await expect.poll(drawn, OFTEN).toEqual(before);
		});
		await test.step('while a window is dragged the numbers are drawn, and names follow when it is let go', async () => {
			const names = await counted(page);
			await allDrawn(ground);
			// The map itself is as it was: a step of a scrub draws the marks alone.
			await ground.evaluate((node: HTMLCanvasElement) => {
				const gl = node.getContext('webgl2');
				let frames = 0;
				const clear = gl?.clear.bind(gl);
				if (gl !== null) gl.clear = (bits) => (clear?.(bits), void Object.assign(window, { frames: ++frames }));
				Object.assign(window, { frames });
			});
			const { x, y } = await middleOf(handle(page, 'From'));
			await page.mouse.move(x, y);
			await page.mouse.down();
			await page.mouse.move(x + 400, y, { steps: 3 });
			await expect.poll(drawn, OFTEN).not.toEqual(before);
			expect(await page.evaluate(() => Reflect.get(window, 'frames') as unknown)).toBe(0);
			expect(await counted(page)).toEqual(names);
			await page.mouse.up();
			const events = (all: typeof names): number => sum(all.map(({ events: number }) => number));
			await expect.poll(async () => events(await counted(page)), OFTEN).toBeLessThan(events(names));
		});
		await page.emulateMedia({ colorScheme: 'dark' });
		await expect.poll(drawn, OFTEN).toContain(SURFACE.dark);
		await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
		await expect.poll(drawn, OFTEN).toContain('#000000');
	});
});

test('names and lines are said to be left out; those of a chosen event are drawn', async ({ page }) => {
	const journey = DATASET.events.find(({ places }) => new Set(places.map(({ role }) => role)).size === 3);
	if (journey === undefined) throw new Error('No event of the dataset is a journey about a third place.');
	const names = journey.places.map(({ place: id }) => DATASET.places.find((one) => one.id === id)?.name.en ?? '');
	await open(page, `?event=${journey.id}`);
	const pins = map(page).locator('.pin .label');
	const lines = map(page).locator('svg.ties .line');
	const notice = map(page).getByText('With 2,000 places, names and lines are shown for a chosen event alone.');
	await expect(pins).toHaveText(names);
	await expect(lines).toHaveCount(2);
	for (const index of [0, 1]) await expect(lines.nth(index)).toHaveAttribute('d', /^M/);
	await expect(notice).toHaveCount(0);
	await details(page).getByRole('button', { name: 'Close' }).click();
	await expect(notice).toBeVisible();
	// The row that has the focus again stands out as well, and so does one under the pointer.
	await page.getByRole('searchbox', { name: 'Search events' }).click();
	await expect(pins).toHaveCount(0);
	await expect(lines).toHaveCount(0);
	await expect(map(page)).toHaveAccessibleDescription(/lines between them, are shown for the chosen event alone/);
});

test('keys and clicks lead through cells down to single places', async ({ page }) => {
	await open(page);
	await test.step('marks are one stop of Tab; arrows lead on, Enter opens, and the focus stays on the map', async () => {
		await expect(buttons(page).and(page.locator('[tabindex="0"]'))).toHaveCount(1);
		await buttons(page).and(page.locator('[tabindex="0"]')).focus();
		const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
		const before = await focused();
		await page.keyboard.press('ArrowLeft');
		await expect.poll(focused).not.toBe(before);
		expect(await focused()).toMatch(/events?$/);
		await expect(buttons(page).and(page.locator(':focus')).locator('.card')).toBeVisible();
		await page.keyboard.press('Enter');
		await expect(buttons(page).and(page.locator(':focus'))).toHaveCount(1);
		const widths = buttons(page).evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().width));
		for (const width of await widths) expect(width).toBeGreaterThanOrEqual(24);
	});
	await test.step('a cell opens into its places, down to single ones', async () => {
		const nameOf = async (): Promise<string> => (await cells(page).first().getAttribute('aria-label')) ?? '';
		for (let step = 0; step < 12 && (await place(page, 'Place \\d+').count()) === 0; step++) {
			const name = await nameOf();
			await cells(page).first().click();
			await expect.poll(async () => await nameOf().catch(() => ''), OFTEN).not.toBe(name);
		}
		expect(await place(page, 'Place \\d+').count()).toBeGreaterThan(0);
	});
});
