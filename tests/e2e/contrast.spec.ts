import type { Page } from '@playwright/test';
import { measureShapes, measureTexts, SCALE, type Measured } from './support/contrast.ts';
import { openDataset } from './support/datasets.ts';
import { decodePng, hexOf } from './support/pixels.ts';
import { openMore, siteOf } from './support/reach.ts';
import { atRest, drawn } from './support/rest.ts';
import { expect, test } from './support/test.ts';
import { PATHS, WORDS } from './support/words.ts';

/** Of tokens.css. */
const GROUND = { land: { light: '#f5f2eb', dark: '#24282c' }, water: { light: '#d9e4e8', dark: '#171b20' } };
/** Signs, lines and arrows of events, the handles, the axis; rings and dots of places, and the lines between them. */
const IN_TIME = '[data-mark] .sign, [data-mark] .solid, [data-mark] line, .grip, .overview .shown, .axis path';
const BARS = '.histogram .certain';
const ON_MAP = '.map-view .segment, .map-view .dot, .ties .line, .ties .head';
const HIDDEN = '[data-mark] > :not(.hit), .grip, .overview svg, .axis path, .histogram, .map-view .mark, .ties';

test.use({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: SCALE, reducedMotion: 'reduce' });

const tooLittle = (all: readonly Measured[]): readonly string[] => [
	...new Set(
		all
			.filter(({ ratio, atLeast }) => ratio < atLeast)
			.map(({ what, ratio, atLeast }) => `${what}: ${ratio} < ${atLeast}`)
	)
];

/** The colour of the map at a place where it has nothing: the Sahara, or the sea before Egypt. */
async function groundOf(page: Page): Promise<string> {
	await expect(page.locator('.map-view canvas')).toBeVisible();
	const clip = await page.evaluate(() => {
		const { left, width, bottom } = document.querySelector('.map-view')?.getBoundingClientRect() ?? new DOMRect();
		return { x: left + width / 2, y: bottom - 8, width: 1, height: 1 };
	});
	return hexOf(decodePng(await page.screenshot({ clip })).at(0, 0));
}

async function inBothThemes(
	page: Page,
	ground: keyof typeof GROUND | null,
	shapes: string,
	atLeast: number,
	within = 'body'
): Promise<void> {
	// The last to come.
	await expect(page.locator('.handle').last()).toBeVisible();
	await expect(page.locator('a[href$="feed.xml"]')).toBeAttached();
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		if (ground !== null) await expect.poll(() => groundOf(page), { timeout: 20_000 }).toBe(GROUND[ground][colorScheme]);
		// What is seen and what is behind it are two pictures, between which nothing may come or move.
		await drawn(page.locator('.maplibregl-canvas'));
		await atRest(page);
		const texts = await measureTexts(page, within);
		expect(texts.length, 'texts that were measured').toBeGreaterThan(within === 'body' ? 60 : 5);
		expect.soft(tooLittle(texts), `texts, ${colorScheme}`).toEqual([]);
		const painted = await measureShapes(page, shapes, HIDDEN);
		expect(painted.length, 'shapes that were measured').toBeGreaterThan(atLeast);
		expect.soft(tooLittle(painted), `shapes, ${colorScheme}`).toEqual([]);
	}
}

test('over land: 4.5:1 for every text, 3:1 for marks, lines and handles, in both themes', async ({ page }) => {
	await page.goto('?map=3/40/20');
	await inBothThemes(page, 'land', `${IN_TIME}, ${ON_MAP}`, 30);
});

test('over water, in Arabic, with an event chosen and others out of the window: the same', async ({ page }) => {
	// Between Crete and Cyprus: lines to Damascus cross the sea, and the marks of the coast reach into it.
	await page.goto(`${PATHS.rtl}?from=2025-07&event=moscow-visit&map=4.5/39/30`);
	await openMore(siteOf(page, WORDS.rtl));
	await expect(siteOf(page, WORDS.rtl).details).toBeVisible();
	await inBothThemes(page, 'water', `${IN_TIME}, ${ON_MAP}`, 30);
});

test('bars in and beside the window: the same', async ({ page }) => {
	await openDataset(page, 'crowded', '?from=2016&category=common');
	await expect(page.locator('.histogram')).toBeVisible();
	// The map is so full here that its names lie over those of the basemap.
	await inBothThemes(page, null, BARS, 1, '.timeline');
});
