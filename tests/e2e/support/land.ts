import { expect, type Page } from '@playwright/test';
import { decodePng } from './pixels.ts';

/** `--land` of the light theme, which the ground without a basemap has nowhere. */
const LAND = [0xf5, 0xf2, 0xeb];

/** How much of the map is land, from 0 to 1. `map`: a selector of what has it in the page. */
export async function landShare(page: Page, map = '#map'): Promise<number> {
	const { width, height, at } = decodePng(await page.locator(map).screenshot());
	let land = 0;
	let all = 0;
	for (let y = 0; y < height; y += 7)
		for (let x = 0; x < width; x += 7) {
			all++;
			if (at(x, y).every((value, i) => value === LAND[i])) land++;
		}
	return land / all;
}

/** Without a graphics card the basemap takes seconds to be drawn, and more where other pages draw theirs. */
export async function expectLand(page: Page, map?: string): Promise<void> {
	await expect.poll(() => landShare(page, map), { timeout: 30_000 }).toBeGreaterThan(0.1);
}
