import type { Page } from '@playwright/test';
import { axe } from './support/axe.ts';
import { openDataset } from './support/datasets.ts';
import { DIRECTIONS, everything, LOOKS, missingPairs, pairwise, putOn, type Load } from './support/matrix.ts';
import { goWithin, siteOf } from './support/reach.ts';
import { WALKS } from './support/states.ts';
import { expect, test } from './support/test.ts';
import { openWithoutScript } from './support/without-script.ts';
import { PATHS, WORDS } from './support/words.ts';

const isWhole = process.env.CHRONOTOPE_ALL === '1';
const loads = (isWhole ? everything : pairwise)(WALKS);

test('at least forty states; each meets each look, direction and width, and these each other', () => {
	const names = WALKS.flatMap(({ states }) => states.map(({ name }) => name));
	expect(new Set(names).size).toBe(names.length);
	expect(names.length).toBeGreaterThanOrEqual(40);
	expect(missingPairs(loads, WALKS)).toEqual([]);
});

async function open(page: Page, { walk, direction }: Load): Promise<void> {
	await walk.before?.(page);
	if (walk.dataset === undefined) await page.goto(`${PATHS[direction]}${walk.link}`);
	else await openDataset(page, walk.dataset, walk.link, PATHS[direction]);
	await expect(page.locator('html')).toHaveAttribute('dir', direction);
	// Its marks, and what is loaded after the first paint.
	await expect(page.locator('.map-view .mark').first()).toBeVisible();
	await expect(page.locator('.timeline .band > *').first()).toBeVisible();
}

const tooWide = (page: Page): Promise<number> =>
	page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const load of loads) {
	const { walk, direction, width, states } = load;
	const first = walk.states[0]?.name ?? '';
	const rest = walk.states.length > 1 ? ` and ${walk.states.length - 1} more` : '';
	test.describe(`${direction}, ${width} px`, () => {
		// Who reads this language is offered no other.
		test.use({ viewport: { width, height: 800 }, locale: direction === 'rtl' ? 'ar' : 'en-GB' });

		test(`axe finds nothing, nothing scrolls sideways: ${first}${rest}`, async ({ page }) => {
			// A page goes through up to eight states, which axe takes a second and more for in each look.
			test.setTimeout(isWhole ? 360_000 : 120_000);
			await open(page, load);
			const site = siteOf(page, WORDS[direction]);
			for (const { state, looks } of states) {
				if (state.address !== undefined) await goWithin(page, state.address);
				await state.reach?.(site);
				for (const look of looks) {
					await putOn(page, look);
					expect.soft(await axe(page, state), `${state.name}, ${look}`).toEqual([]);
					expect.soft(await tooWide(page), `${state.name}, ${look}: px too wide`).toBeLessThanOrEqual(0);
				}
			}
		});
	});
}

for (const direction of DIRECTIONS)
	test.describe(`without JavaScript, ${direction}`, () => {
		test.use({ viewport: { width: direction === 'ltr' ? 320 : 1280, height: 800 } });

		test('axe finds nothing on the page and on its paper, nothing scrolls sideways', async ({ context }) => {
			const page = await openWithoutScript(context, PATHS[direction]);
			await expect(page.getByRole('article').first()).toBeVisible();
			await expect(page.locator('.needs-script').filter({ visible: true })).toHaveCount(0);
			for (const look of LOOKS) {
				await putOn(page, look);
				expect.soft(await axe(page), look).toEqual([]);
				expect.soft(await tooWide(page), `${look}: px too wide`).toBeLessThanOrEqual(0);
			}
			await page.emulateMedia({ media: 'print' });
			expect.soft(await axe(page), 'paper').toEqual([]);
		});
	});
