import type { Page } from '@playwright/test';
import { closeDialog, closeFilters, openFilters, openMore, siteOf, type Site } from './support/reach.ts';
import { expect, test } from './support/test.ts';
import { WORDS } from './support/words.ts';

/** The values of criterion 1.4.12. */
const SPACING =
	'* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }';
const TWICE = 'html { font-size: 200% !important; }';

const CASES = [
	{ name: '320 px, as at 400 % on a screen of 1280', viewport: { width: 320, height: 256 }, sheet: '' },
	{
		name: '320 px with more room between letters, words and lines',
		viewport: { width: 320, height: 800 },
		sheet: SPACING
	},
	{
		name: '1280 px with more room between letters, words and lines',
		viewport: { width: 1280, height: 800 },
		sheet: SPACING
	},
	{ name: '1280 px with text twice as large', viewport: { width: 1280, height: 800 }, sheet: TWICE },
	{ name: '640 px with text twice as large', viewport: { width: 640, height: 800 }, sheet: TWICE }
] as const;

/** Text that is cut off, and boxes but the map that scroll sideways, in sentences. */
function losses(page: Page): Promise<readonly string[]> {
	return page.evaluate(() => {
		const found = new Set<string>();
		const { scrollWidth, clientWidth } = document.documentElement;
		if (scrollWidth > clientWidth) found.add(`the page is ${scrollWidth - clientWidth} px too wide`);
		const modal = document.querySelector('dialog[open]');
		const walker = document.createTreeWalker(modal ?? document.body, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
			const parent = node.parentElement;
			const text = node.textContent?.trim() ?? '';
			if (
				parent === null ||
				text === '' ||
				!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })
			)
				continue;
			// Places outside of the map's view are out of view, and so are events of the timeline.
			if (parent.closest('.visually-hidden, noscript, option, .overlay, .skip, .maplibregl-map') !== null) continue;
			const range = document.createRange();
			range.selectNodeContents(node);
			const { left, right, top, bottom } = range.getBoundingClientRect();
			let fixed = getComputedStyle(parent).position === 'fixed';
			for (
				let box = parent;
				!fixed && box !== document.documentElement && box !== null;
				box = box.parentElement as HTMLElement
			) {
				const style = getComputedStyle(box);
				fixed = style.position === 'fixed';
				const outer = box.getBoundingClientRect();
				const isOut = (overflow: string, before: number, after: number): boolean =>
					(before > 1 || after > 1) && (overflow === 'hidden' || overflow === 'clip');
				if (
					isOut(style.overflowX, outer.left - left, right - outer.right) ||
					isOut(style.overflowY, outer.top - top, bottom - outer.bottom)
				)
					found.add(`cut off by ${box.tagName} ${box.getAttribute('class') ?? ''}: ${text.slice(0, 50)}`);
				if (/auto|scroll/.test(style.overflowX) && box.scrollWidth > box.clientWidth + 1)
					found.add(`scrolls sideways: ${box.tagName} ${box.className}`);
			}
			if ((left < -1 || right > clientWidth + 1) && scrollWidth <= clientWidth)
				found.add(`beside the screen: ${text.slice(0, 50)}`);
		}
		for (const field of (modal ?? document).querySelectorAll('input:not([type=checkbox], [readonly]), select, button'))
			if (field.checkVisibility() && field.scrollWidth > field.clientWidth + 1 && field.closest('.overlay') === null)
				found.add(`too narrow for its text: ${field.tagName} ${field.getAttribute('aria-label') ?? field.textContent}`);
		return [...found];
	});
}

/** What has to be in reach in every one of them, by one press. */
async function useAll(site: Site): Promise<void> {
	const { w, time, map, page } = site;
	const t = w.timeline;
	for (const name of [t.play, t.zoomIn, t.rowsByCategory, t.countsTable, t.moment, t.earlier, t.allTime])
		await site.button(name, time).click({ trial: true });
	for (const name of [w.map.zoomIn, w.map.reset]) await site.button(name, map).click({ trial: true });
	for (const name of [t.from, t.to]) await time.getByRole('slider', { name, exact: true }).click({ trial: true });
	await page.getByRole('searchbox', { name: w.filters.search, exact: true }).click({ trial: true });
	await site.button(w.filters.clear).click({ trial: true });
	await site.events.locator('[data-event-id] a').last().click({ trial: true });
}

for (const { name, viewport, sheet } of CASES) {
	test.describe(name, () => {
		test.use({ viewport });

		test('no text is cut off, nothing but the map scrolls sideways, and all can be used', async ({ page }) => {
			await page.addInitScript((css) => {
				const made = new CSSStyleSheet();
				made.replaceSync(css);
				document.adoptedStyleSheets = [made];
			}, sheet);
			await page.goto('?from=2025-02&to=2025-10-14&place=damascus,moscow');
			const site = siteOf(page, WORDS.ltr);
			await expect(page.locator('.timeline .band > *').first()).toBeVisible();
			await expect(site.map.locator('.mark').first()).toBeVisible();
			expect.soft(await losses(page), 'everything').toEqual([]);
			await openMore(site);
			expect.soft(await losses(page), 'the rarer controls').toEqual([]);
			await useAll(site);
			await openFilters(site);
			expect.soft(await losses(page), 'the filters').toEqual([]);
			await closeFilters(site);
			await site.button(site.w.page.share).click();
			await expect(site.dialog).toBeVisible();
			expect.soft(await losses(page), 'sharing').toEqual([]);
			await closeDialog(site);
			await site.events.locator('[data-event-id="putin-call"] a').click();
			await expect(site.details).toBeVisible();
			expect.soft(await losses(page), 'an event').toEqual([]);
			await site.button(site.w.event.close, site.details).click();
			await expect(site.details).toHaveCount(0);
		});
	});
}
