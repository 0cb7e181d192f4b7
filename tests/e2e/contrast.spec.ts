import type { Page } from '@playwright/test';
import { measureShapes, measureTexts, SCALE, type Measured } from './support/contrast.ts';
import { openDataset } from './support/datasets.ts';
import { decodePng, hexOf } from './support/pixels.ts';
import { openMore, siteOf } from './support/reach.ts';
import { expect, test } from './support/test.ts';
import { WORDS } from './support/words.ts';

/** Of tokens.css. */
const GROUND = { land: { light: '#f5f2eb', dark: '#24282c' }, water: { light: '#d9e4e8', dark: '#171b20' } };
/** Signs, lines and arrows of events, the handles, the axis; rings and dots of places, and the lines between them. */
const IN_TIME = '[data-mark] .sign, [data-mark] .solid, [data-mark] line, .grip, .overview .shown, .axis path';
const BARS = '.histogram .certain';
const ON_MAP = '.map-view .segment, .map-view .dot, .ties .line, .ties .head';
const HIDDEN = '[data-mark] > :not(.hit), .grip, .overview svg, .axis path, .histogram, .map-view .mark svg, .ties';

test.use({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: SCALE, reducedMotion: 'reduce' });

const tooLittle = (all: readonly Measured[]): readonly string[] => [
	...new Set(all.filter(({ ratio, atLeast }) => ratio < atLeast).map(({ what, ratio, atLeast }) => `${what}: ${ratio} < ${atLeast}`))
];

/** The colour of the map at a place where it has nothing: the Sahara, or, without a basemap, anywhere. */
async function groundOf(page: Page): Promise<string> {
	const clip = await page.evaluate(() => {
		const { left, bottom } = document.querySelector('.map-view')?.getBoundingClientRect() ?? new DOMRect();
		return { x: left + 30, y: bottom - 40, width: 1, height: 1 };
	});
	return hexOf(decodePng(await page.screenshot({ clip })).at(0, 0));
}

async function inBothThemes(page: Page, ground: keyof typeof GROUND | null, shapes: string, atLeast: number): Promise<void> {
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		if (ground !== null) await expect.poll(() => groundOf(page), { timeout: 20_000 }).toBe(GROUND[ground][colorScheme]);
		const texts = await measureTexts(page);
		expect(texts.length, 'texts that were measured').toBeGreaterThan(60);
		expect.soft(tooLittle(texts), `texts, ${colorScheme}`).toEqual([]);
		const drawn = await measureShapes(page, shapes, HIDDEN);
		expect(drawn.length, 'shapes that were measured').toBeGreaterThan(atLeast);
		expect.soft(tooLittle(drawn), `shapes, ${colorScheme}`).toEqual([]);
	}
}

test('over land: 4.5:1 for every text, 3:1 for marks, lines and handles, in both themes', async ({ page }) => {
	await page.goto('?map=3/40/20');
	await inBothThemes(page, 'land', `${IN_TIME}, ${ON_MAP}`, 30);
});

test('over water, with an event chosen and others out of the window: the same', async ({ page }) => {
	await page.route('**/basemap.pmtiles', (route) => route.fulfill({ status: 200, body: 'PMTiles and all the rest' }));
	await page.goto('?from=2025-07&event=moscow-visit');
	const site = siteOf(page, WORDS.ltr);
	await expect(site.map).toContainText(site.w.map.noBasemap);
	await openMore(site);
	await inBothThemes(page, 'water', `${IN_TIME}, ${ON_MAP}`, 30);
});

test('bars in and beside the window: the same', async ({ page }) => {
	await openDataset(page, 'quakes', '?from=2016&category=major');
	await expect(page.locator('.histogram')).toBeVisible();
	await inBothThemes(page, null, BARS, 1);
});
