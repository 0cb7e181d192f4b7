import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import type { Locator, Page } from '@playwright/test';
import { map, place as mark, places as marks, rows } from './support/parts.ts';
import { expect, test } from './support/test.ts';

interface RawEvent {
	readonly id: string;
	readonly places: readonly { readonly place: string }[];
}

const EVENTS = JSON.parse(readFileSync('data/events.json', 'utf8')) as readonly RawEvent[];
const NAMES: Readonly<Record<string, string>> = {
	damascus: 'Damascus',
	moscow: 'Moscow',
	tartous: 'Tartous',
	khmeimim: 'Khmeimim',
	'new-york': 'New York'
};
const LAND = { light: '#f5f2eb', dark: '#24282c' };

const control = (page: Page, name: string): Locator => map(page).getByRole('button', { name, exact: true });
const parameter = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name);

async function open(page: Page, link = ''): Promise<void> {
	await page.goto(link);
	await expect(map(page).locator('canvas')).toBeVisible();
	await expect(mark(page, 'Damascus')).toBeVisible();
}

async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
	const box = await locator.boundingBox();
	if (box === null) throw new Error('It has no box: it is not drawn.');
	return box;
}

async function middleOf(locator: Locator): Promise<{ x: number; y: number }> {
	const { x, y, width, height } = await boxOf(locator);
	return { x: x + width / 2, y: y + height / 2 };
}

/** The commonest colour of a row of pixels across the Sahara, which is land and has next to nothing on it. */
async function saharaColour(page: Page): Promise<string> {
	const png = await page.screenshot({ clip: { x: 600, y: 572, width: 90, height: 1 } });
	const counts = new Map<string, number>();
	for (const colour of firstRow(png)) counts.set(colour, (counts.get(colour) ?? 0) + 1);
	return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}

/** Colours of the first row of a PNG of 8 bits a channel. */
function firstRow(png: Buffer): readonly string[] {
	const width = png.readUInt32BE(16);
	const channels = png[25] === 6 ? 4 : 3;
	const data: Buffer[] = [];
	for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
		if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
			data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
	}
	const [filter = 0, ...bytes] = inflateSync(Buffer.concat(data)).subarray(0, 1 + width * channels);
	// Above the first row there is nothing: Sub and Paeth add the pixel before, Average half of it.
	const share = { 1: 1, 3: 0.5, 4: 1 }[filter] ?? 0;
	for (let i = channels; i < bytes.length; i++) {
		bytes[i] = ((bytes[i] ?? 0) + Math.floor((bytes[i - channels] ?? 0) * share)) & 255;
	}
	const hex = (value = 0): string => value.toString(16).padStart(2, '0');
	return Array.from({ length: width }, (_, i) => {
		const [r, g, b] = bytes.slice(i * channels, i * channels + 3);
		return `#${hex(r)}${hex(g)}${hex(b)}`;
	});
}

test('the number of each place is that of the listed events linked to it, whatever the filter', async ({ page }) => {
	// Eight pages, each with a map.
	test.slow();
	for (const link of [
		'',
		'?from=2025-07&to=2025-10-14',
		'?from=1990&to=2010',
		'?category=statements',
		'?status=planned&order=desc',
		'?place=damascus',
		'?q=moscow',
		'?known=2025-10-13'
	]) {
		await page.goto(link);
		await expect(marks(page)).toHaveCount(5);
		// Until a link's filter is read there is no list.
		await expect(page.locator('html[data-pending]')).toHaveCount(0);
		const listed = await rows(page).evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-event-id')));
		for (const [id, name] of Object.entries(NAMES)) {
			const here = EVENTS.filter((event) => event.places.some(({ place }) => place === id));
			const count = here.filter((event) => listed.includes(event.id)).length;
			const words = `${name}, ${count} ${count === 1 ? 'event' : 'events'}`;
			await expect(map(page).getByRole('button', { name: words, exact: true }), `${words} for "${link}"`).toHaveCount(
				1
			);
		}
	}
});

test('a click on a place shows its events and only those, a second one all again', async ({ page }) => {
	await open(page);
	await mark(page, 'Moscow').click();
	await expect(rows(page)).toHaveCount(7);
	await expect.poll(() => parameter(page, 'place')).toBe('moscow');
	await expect(mark(page, 'Moscow')).toHaveAttribute('aria-pressed', 'true');
	await expect(mark(page, 'Damascus')).toHaveAttribute('aria-pressed', 'false');
	const shown = await rows(page).evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-event-id')));
	const expected = EVENTS.filter(({ places }) => places.some(({ place }) => place === 'moscow')).map(({ id }) => id);
	expect(shown.toSorted()).toEqual(expected.toSorted());

	await mark(page, 'New York').click();
	await expect(rows(page)).toHaveCount(1);
	await mark(page, 'New York').click();
	await expect(rows(page)).toHaveCount(16);
	await expect.poll(() => parameter(page, 'place')).toBe(null);
});

test('with Ctrl a click adds a place, and takes it out again', async ({ page }) => {
	await open(page);
	await mark(page, 'New York').click();
	await mark(page, 'Khmeimim').click({ modifiers: ['ControlOrMeta'] });
	await expect(rows(page)).toHaveCount(3);
	await expect.poll(() => parameter(page, 'place')).toBe('khmeimim,new-york');
	await mark(page, 'New York').click({ modifiers: ['ControlOrMeta'] });
	await expect(rows(page)).toHaveCount(2);
	await expect.poll(() => parameter(page, 'place')).toBe('khmeimim');
});

test('by keyboard: Enter and Space choose a place, Escape leads back', async ({ page }) => {
	await open(page);
	await mark(page, 'Tartous').focus();
	await page.keyboard.press('Enter');
	await expect(rows(page)).toHaveCount(2);
	await page.keyboard.press('Escape');
	await expect(rows(page)).toHaveCount(16);
	await page.keyboard.press('Space');
	await expect(rows(page)).toHaveCount(2);
	await page.keyboard.press('Escape');
	await expect(rows(page)).toHaveCount(16);
	await expect(mark(page, 'Tartous')).toBeFocused();
	await expect.poll(() => parameter(page, 'place')).toBe(null);
});

test('a click beside all places changes nothing', async ({ page }) => {
	await open(page, '?place=moscow&event=putin-call');
	const { x, y } = await boxOf(map(page));
	await page.mouse.click(x + 300, y + 480);
	await expect(rows(page)).toHaveCount(7);
	expect(new URL(page.url()).search).toBe('?place=moscow&event=putin-call');
});

test('places stay apart at every zoom, and names are whole and clear of marks', async ({ page }) => {
	// Four pages, each with a map.
	test.slow();
	await page.emulateMedia({ reducedMotion: 'reduce' });
	for (const link of ['?map=1/30/-20', '', '?map=4/38/30', '?map=6.5/34.6/36', '?map=8/35/36']) {
		await open(page, link);
		const frame = await boxOf(map(page));
		const discs = await marks(page).evaluateAll((nodes) =>
			nodes.map((node) => {
				const { left, top, width } = node.getBoundingClientRect();
				const circle = node.querySelector('.disc, .dot');
				const label = node.querySelector('.label');
				const box = label?.getBoundingClientRect();
				const isShown = label !== null && getComputedStyle(label).visibility === 'visible';
				return {
					x: left + width / 2,
					y: top + width / 2,
					r: Number(circle?.getAttribute('r')),
					label: isShown && box ? { x: box.x, y: box.y, width: box.width, height: box.height } : null
				};
			})
		);
		discs.forEach((a, i) => {
			for (const b of discs.slice(i + 1))
				expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(a.r + b.r + 3);
			const isInView = a.x > frame.x && a.x < frame.x + frame.width && a.y > frame.y && a.y < frame.y + frame.height;
			if (isInView) expect(a.label, `a name at ${link}`).not.toBeNull();
			if (a.label === null) return;
			expect(a.label.x).toBeGreaterThanOrEqual(frame.x);
			expect(a.label.x + a.label.width).toBeLessThanOrEqual(frame.x + frame.width);
			for (const b of discs) {
				const dx = b.x - Math.min(Math.max(b.x, a.label.x), a.label.x + a.label.width);
				const dy = b.y - Math.min(Math.max(b.y, a.label.y), a.label.y + a.label.height);
				expect(Math.hypot(dx, dy)).toBeGreaterThanOrEqual(b.r);
			}
		});
	}
});

test('each mark offers at least 24 pixels to the pointer, one with nothing listed too', async ({ page }) => {
	await open(page, '?from=1963&to=1963');
	for (const name of Object.values(NAMES)) {
		const { width, height } = await boxOf(mark(page, name));
		expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
	}
});

test('journeys have an arrow, calls have none, and planned ones are dashed', async ({ page }) => {
	await open(page);
	const ties = await map(page)
		.locator('svg.ties g')
		.evaluateAll((nodes) =>
			nodes
				.filter((node) => node.querySelector('.hit') !== null)
				.map((node) => {
					const line = node.querySelector('.line');
					return {
						kind: ['journey', 'between', 'about'].find((kind) => node.classList.contains(kind)),
						hasLine: (line?.getAttribute('d') ?? '').length > 20,
						hasHead: (node.querySelector('.head')?.getAttribute('d') ?? '') !== '',
						isDashed: line !== null && getComputedStyle(line).strokeDasharray !== 'none'
					};
				})
		);
	expect(ties.map(({ kind }) => kind)).toEqual([
		'journey',
		'between',
		'journey',
		'journey',
		'journey',
		'about',
		'about'
	]);
	expect(ties.every(({ hasLine }) => hasLine)).toBe(true);
	expect(ties.map(({ hasHead }) => hasHead)).toEqual([true, false, true, true, true, false, false]);
	expect(ties.map(({ isDashed }) => isDashed)).toEqual([false, false, false, false, true, true, true]);
});

test('a selected event shows its places: the map goes there when they are out of view', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await open(page, '?map=5/41/-74');
	const frame = await boxOf(map(page));
	const isInside = async (name: string): Promise<boolean> => {
		const { x, y } = await middleOf(mark(page, name));
		return x > frame.x && x < frame.x + frame.width && y > frame.y && y < frame.y + frame.height;
	};
	expect(await isInside('Damascus')).toBe(false);
	await rows(page).filter({ hasText: 'Assad flees' }).getByRole('link').first().click();
	await expect.poll(async () => (await isInside('Damascus')) && (await isInside('Moscow'))).toBe(true);
	// The map's own move is none of the reader's.
	expect(parameter(page, 'map')).toBe('5/41/-74');
});

test('a link with a camera and an event keeps its camera', async ({ page }) => {
	await open(page, '?event=assad-flees&map=5/41/-74');
	await expect(page.getByRole('region', { name: 'Event details', exact: true })).toBeVisible();
	const frame = await boxOf(map(page));
	const { x, y } = await middleOf(mark(page, 'New York'));
	expect(Math.hypot(x - frame.x - frame.width / 2, y - frame.y - frame.height / 2)).toBeLessThan(30);
});

test('what is pointed at in the list stands out on the map, and the other way round', async ({ page }) => {
	await open(page);
	const strong = map(page).locator('button.strong');
	await rows(page).filter({ hasText: 'telephones' }).hover();
	await expect(strong).toHaveCount(2);
	await expect(map(page).locator('svg.ties g.strong')).toHaveCount(1);
	await mark(page, 'New York').hover();
	await expect(strong).toHaveCount(1);
	await expect(map(page).locator('svg.ties g.strong')).toHaveCount(1);
});

test('zooming by button, wheel, drag and arrow keys ends in the link; resetting takes it out', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await open(page);
	const frame = await boxOf(map(page));
	const camera = (): readonly number[] => (parameter(page, 'map') ?? '').split('/').map(Number);
	await control(page, 'Zoom in').click();
	await expect.poll(() => parameter(page, 'map')).not.toBe(null);
	const [zoom = 0] = camera();
	await control(page, 'Zoom out').click();
	await expect.poll(() => camera()[0]).toBeCloseTo(zoom - 1, 1);

	await page.mouse.move(frame.x + 500, frame.y + 420);
	await page.mouse.wheel(0, -300);
	await expect.poll(() => camera()[0]).toBeGreaterThan(zoom - 0.9);

	const before = parameter(page, 'map');
	await page.mouse.move(frame.x + 500, frame.y + 420);
	await page.mouse.down();
	await page.mouse.move(frame.x + 420, frame.y + 400, { steps: 8 });
	await page.mouse.up();
	await expect.poll(() => parameter(page, 'map')).not.toBe(before);

	const dragged = parameter(page, 'map');
	await map(page).locator('canvas').focus();
	await page.keyboard.press('ArrowRight');
	await expect.poll(() => parameter(page, 'map')).not.toBe(dragged);

	await control(page, 'Reset map').click();
	await expect.poll(() => parameter(page, 'map')).toBe(null);
});

test('a drag that begins on a mark moves the map and chooses nothing', async ({ page }) => {
	await open(page);
	const start = await middleOf(mark(page, 'Moscow'));
	await page.mouse.move(start.x, start.y);
	await page.mouse.down();
	await page.mouse.move(start.x - 120, start.y + 60, { steps: 10 });
	await page.mouse.up();
	await expect.poll(() => parameter(page, 'map')).not.toBe(null);
	await expect(rows(page)).toHaveCount(16);
	const end = await middleOf(mark(page, 'Moscow'));
	expect(end.x).toBeLessThan(start.x - 60);
});

test('the keyboard reaches places out of view: the map comes along', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await open(page, '?map=6/34.5/36');
	const frame = await boxOf(map(page));
	await mark(page, 'New York').focus();
	await expect
		.poll(async () => {
			const { x, y } = await middleOf(mark(page, 'New York'));
			return x > frame.x && x < frame.x + frame.width && y > frame.y && y < frame.y + frame.height;
		})
		.toBe(true);
	expect(await map(page).evaluate((node) => node.querySelector('.overlay')?.scrollLeft)).toBe(0);
});

test('pointing at a place says in words what its ring says in colours; Escape takes that away', async ({ page }) => {
	await open(page, '?place=moscow');
	await mark(page, 'Damascus').hover();
	const card = mark(page, 'Damascus').locator('.card');
	await expect(card).toBeVisible();
	await expect(card).toHaveText(/Diplomacy\s*3\s*Power\s*1/);
	await mark(page, 'Damascus').focus();
	await page.keyboard.press('Escape');
	await expect(card).toBeHidden();
});

test('fitting shows what is filtered', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await open(page);
	const before = await middleOf(mark(page, 'Tartous'));
	await mark(page, 'Tartous').click();
	await expect(rows(page)).toHaveCount(2);
	expect((await middleOf(mark(page, 'Tartous'))).x).toBeCloseTo(before.x, 0);
	await control(page, 'Fit to events').click();
	await expect.poll(async () => (await middleOf(mark(page, 'New York'))).x).toBeLessThan(0);
});

test('"only in map view" goes along with the map', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await open(page, '?bounds=-80,35,-65,45');
	await expect(rows(page)).toHaveCount(1);
	await control(page, 'Reset map').click();
	await expect(rows(page)).toHaveCount(16);
	await expect.poll(() => parameter(page, 'bounds')).not.toBe('-80,35,-65,45');
});

test('Back brings the camera of a link back', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await open(page, '?map=5/41/-74');
	const there = await middleOf(mark(page, 'New York'));
	await rows(page).filter({ hasText: 'Assad flees' }).getByRole('link').first().click();
	await control(page, 'Zoom in').click();
	await expect.poll(() => parameter(page, 'map')).not.toBe('5/41/-74');
	await page.goBack();
	await expect.poll(() => parameter(page, 'map')).toBe('5/41/-74');
	await expect.poll(async () => (await middleOf(mark(page, 'New York'))).x).toBeCloseTo(there.x, 0);
});

test('the basemap follows the theme, and the marks stay', async ({ page }) => {
	await page.emulateMedia({ colorScheme: 'light' });
	await open(page, '?place=moscow');
	await expect.poll(() => saharaColour(page), { timeout: 20_000 }).toBe(LAND.light);
	await page.getByRole('button', { name: 'Theme', exact: true }).click();
	await expect.poll(() => saharaColour(page), { timeout: 20_000 }).toBe(LAND.dark);
	await expect(mark(page, 'Moscow')).toHaveAttribute('aria-pressed', 'true');
	await page.getByRole('button', { name: 'Theme', exact: true }).click();
	await expect.poll(() => saharaColour(page), { timeout: 20_000 }).toBe(LAND.light);
	await page.emulateMedia({ colorScheme: 'dark' });
	await expect.poll(() => saharaColour(page), { timeout: 20_000 }).toBe(LAND.dark);
});

test.describe('when the graphics context is lost', () => {
	const lose = (page: Page): Promise<void> =>
		page.evaluate(() => {
			const extension = document.querySelector('canvas')?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
			Object.assign(window, { extension });
			extension?.loseContext();
		});

	test('a notice says so, everything else works, and its return brings all of it back', async ({ page }) => {
		await open(page, '?place=moscow&from=2025');
		await expect.poll(() => saharaColour(page), { timeout: 20_000 }).toBe(LAND.light);
		await lose(page);
		await expect(map(page).getByText('The map is not available right now')).toBeVisible();
		await mark(page, 'Damascus').click();
		await expect.poll(() => parameter(page, 'place')).toBe('damascus');
		await control(page, 'Zoom in').click();
		await control(page, 'Reset map').click();
		await page.getByRole('button', { name: 'Theme', exact: true }).click();
		await page.evaluate(() => {
			const extension: unknown = Reflect.get(window, 'extension');
			(extension as WEBGL_lose_context).restoreContext();
		});
		await expect(map(page).getByText('The map is not available right now')).toHaveCount(0);
		await expect.poll(() => saharaColour(page), { timeout: 20_000 }).toBe(LAND.dark);
		await expect(mark(page, 'Damascus')).toHaveAttribute('aria-pressed', 'true');
		expect(parameter(page, 'from')).toBe('2025');
	});

	test('for good, the map can be loaded anew, again and again, and holds one canvas', async ({ page }) => {
		// Each time the basemap is drawn afresh, and three seconds pass until it is given up.
		test.slow();
		await page.emulateMedia({ colorScheme: 'light' });
		await open(page);
		for (let time = 0; time < 3; time++) {
			await expect.poll(() => saharaColour(page), { timeout: 20_000 }).toBe(LAND.light);
			await lose(page);
			await control(page, 'Reload map').focus();
			await page.keyboard.press('Enter');
			// The button goes with its notice, and the focus to the places.
			await expect(marks(page).and(page.locator(':focus'))).toHaveCount(1);
			await expect(map(page).getByText('The map is not available right now')).toHaveCount(0);
			await expect(map(page).locator('canvas')).toHaveCount(1);
			await expect(marks(page)).toHaveCount(5);
		}
		await expect.poll(() => saharaColour(page), { timeout: 20_000 }).toBe(LAND.light);
		await mark(page, 'Moscow').click();
		await expect(rows(page)).toHaveCount(7);
	});
});

test.describe('without WebGL', () => {
	test('a notice says so; places, camera, list and link work', async ({ page }) => {
		await page.addInitScript(() => {
			const original = HTMLCanvasElement.prototype.getContext;
			HTMLCanvasElement.prototype.getContext = new Proxy(original, {
				apply: (target, canvas, [type, ...rest]: [string, ...unknown[]]) =>
					type.startsWith('webgl') ? null : Reflect.apply(target, canvas, [type, ...rest])
			});
		});
		await page.goto('');
		await expect(map(page).getByText(/WebGL 2 is off/)).toBeVisible();
		await expect(marks(page)).toHaveCount(5);
		const [moscow, damascus] = [await middleOf(mark(page, 'Moscow')), await middleOf(mark(page, 'Damascus'))];
		expect(moscow.y).toBeLessThan(damascus.y - 100);
		await mark(page, 'Moscow').click();
		await expect(rows(page)).toHaveCount(7);
		await control(page, 'Zoom in').click();
		await expect.poll(() => parameter(page, 'map')).not.toBe(null);
		const nearer = [await middleOf(mark(page, 'Moscow')), await middleOf(mark(page, 'Damascus'))];
		expect((nearer[1]?.y ?? 0) - (nearer[0]?.y ?? 0)).toBeGreaterThan((damascus.y - moscow.y) * 1.5);
		await page.keyboard.press('Escape');
	});
});

test.describe('on a host that answers ranges with the whole file', () => {
	test('the ground stays plain, a notice says so, and the places are right', async ({ page }) => {
		await page.route('**/basemap.pmtiles', (route) => route.fulfill({ status: 200, body: 'PMTiles and all the rest' }));
		await open(page);
		await expect(map(page).getByText(/basemap cannot be read/)).toBeVisible();
		await mark(page, 'Moscow').click();
		await expect(rows(page)).toHaveCount(7);
	});
});

test('before the basemap is there the places are, where they will stay', async ({ page }) => {
	let release = (): void => {};
	const held = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/basemap.pmtiles', async (route) => {
		await held;
		await route.continue();
	});
	await page.goto('');
	await expect(mark(page, 'Moscow')).toBeVisible();
	await expect(map(page).locator('canvas')).toHaveCount(0);
	const early = await middleOf(mark(page, 'Moscow'));
	await mark(page, 'Moscow').focus();
	release();
	await expect(map(page).locator('canvas')).toBeVisible();
	await expect(mark(page, 'Moscow')).toBeFocused();
	const late = await middleOf(mark(page, 'Moscow'));
	expect(late.x).toBeCloseTo(early.x, 0);
	expect(late.y).toBeCloseTo(early.y, 0);
});
