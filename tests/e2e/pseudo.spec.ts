import type { Page } from '@playwright/test';
import { importing } from '../../src/lib/i18n/en/import.ts';
import { page as words } from '../../src/lib/i18n/en/page.ts';
import { share } from '../../src/lib/i18n/en/share.ts';
import { timeline } from '../../src/lib/i18n/en/timeline.ts';
import { IMPORT_CODES, PROBLEM_CODES } from '../../src/lib/io/problems.ts';
import { pseudoText } from '../support/pseudo/text.mjs';
import { csv, unfoldAll } from './support/own-data.ts';
import { expect, test } from './support/test.ts';
import { saidTexts } from './support/said-texts.ts';

/** Months, days, lengths and languages are named by Intl; the category of what has none is data; the rest stands in every language as it is. */
const NOT_OURS =
	/^(?:English|Arabic|Russian|Events)$|UTF-8|UTF-16 [BL]E|Windows-1252|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b|\b(?:year|month|day|hour|minute|second)s?\b|CC BY 4\.0|Natural Earth|OpenStreetMap|contributors|GeoNames|MapLibre|https?:\S+/g;

/** Of problems: the same in every language, for who asks about one. */
const CODES: ReadonlySet<string> = new Set([...PROBLEM_CODES, ...IMPORT_CODES]);

/** Texts that do not come from the messages: words in markup. */
async function unmarked(page: Page): Promise<readonly string[]> {
	// A message around a name of the dataset is several texts: it begins in one and ends in another.
	const rest = (text: string): string => text.replace(/^[^‹›]*›/, '').replace(/‹[^‹›]*(?:›|$)/g, '');
	return (await saidTexts(page))
		.filter(({ text }) => !CODES.has(text) && /\p{L}{2,}/u.test(rest(text).replace(NOT_OURS, '')))
		.map(({ text, where }) => `${where}: ${text}`);
}

/** Words that run out of their box or over each other, and whether the page scrolls sideways. */
const broken = (page: Page): Promise<readonly string[]> =>
	page.evaluate(() => {
		const found: string[] = [];
		const { clientWidth, scrollWidth } = document.documentElement;
		if (scrollWidth > clientWidth) found.push(`the page scrolls sideways: ${scrollWidth} of ${clientWidth} px`);
		const root = document.querySelector('dialog[open]:modal') ?? document.body;
		// Marks and places stand where time and map put them, and their words are cut on purpose.
		const isPlaced = (element: Element): boolean =>
			element.closest('.lanes, .axis, .overlay, .map-view .places, svg, .visually-hidden, .skip, noscript') !== null;
		/** Not scrolled away in a list of its own. */
		const isInSight = (element: Element, { top, bottom }: DOMRect): boolean => {
			for (let around: Element | null = element; around !== null && around !== root; around = around.parentElement) {
				if (!/auto|scroll|hidden/.test(getComputedStyle(around).overflowY)) continue;
				const box = around.getBoundingClientRect();
				if (bottom <= box.top + 1 || top >= box.bottom - 1) return false;
			}
			return true;
		};
		const lines: { text: string; element: Element; box: DOMRect }[] = [];
		const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
		while (nodes.nextNode()) {
			const { currentNode: node } = nodes;
			const { parentElement: element } = node;
			const text = node.nodeValue?.trim() ?? '';
			if (
				element === null ||
				text === '' ||
				!element.checkVisibility({ visibilityProperty: true }) ||
				isPlaced(element)
			)
				continue;
			const range = document.createRange();
			range.selectNodeContents(node);
			for (const box of range.getClientRects())
				if (box.width > 1 && isInSight(element, box)) lines.push({ text, element, box });
		}
		const name = ({ text, element }: (typeof lines)[number]): string =>
			`“${text}” in ${element.tagName}.${element.className}`;
		for (const line of lines) {
			const { left, right } = line.box;
			if (line.element.tagName === 'OPTION') continue;
			for (
				let around: Element | null = line.element;
				around !== null && around !== root;
				around = around.parentElement
			) {
				const style = getComputedStyle(around);
				if (style.overflowX === 'auto' || style.overflowX === 'scroll') break;
				const box = around.getBoundingClientRect();
				const isCut = style.overflowX !== 'visible' || around.matches('button, summary, a, dialog');
				if (isCut && style.display !== 'inline' && (left < box.left - 1 || right > box.right + 1))
					found.push(`${name(line)} leaves ${around.tagName}.${around.className}`);
				// What is fixed or sticks lies over the rest: it is measured by itself.
			}
		}
		const layerOf = (element: Element): Element | null => {
			for (let around: Element | null = element; around !== null; around = around.parentElement)
				if (/fixed|sticky|absolute/.test(getComputedStyle(around).position)) return around;
			return null;
		};
		const layers = lines.map(({ element }) => layerOf(element));
		lines.forEach((a, i) => {
			lines.slice(i + 1).forEach((b, j) => {
				if (layers[i] !== layers[i + 1 + j] || a.element === b.element) return;
				const width = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
				const height = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
				if (width > 2 && height > 5) found.push(`${name(a)} lies over ${name(b)}`);
			});
		});
		// A select and a field show their text cut where it has no room.
		for (const select of root.querySelectorAll('select')) {
			if (!select.checkVisibility()) continue;
			const style = getComputedStyle(select);
			const pen = document.createElement('canvas').getContext('2d');
			if (pen === null) throw new Error('no canvas');
			pen.font = style.font;
			const needed = pen.measureText(select.selectedOptions[0]?.label ?? '').width;
			const room = select.clientWidth - parseFloat(style.paddingInlineStart) - parseFloat(style.paddingInlineEnd) - 16;
			if (needed > room + 1)
				found.push(`“${select.selectedOptions[0]?.label}” is cut in its select: ${needed} of ${room} px`);
		}
		return [...new Set(found)];
	});

for (const width of [360, 768, 1280])
	test(`long words everywhere, none of them in markup, at ${width} px`, async ({ page }) => {
		test.setTimeout(120_000);
		await page.setViewportSize({ width, height: 900 });
		const check = async (state: string): Promise<void> => {
			await page.evaluate(() => document.fonts.ready);
			expect.soft(await unmarked(page), state).toEqual([]);
			expect.soft(await broken(page), state).toEqual([]);
		};
		const button = (text: string) => page.getByRole('button', { name: pseudoText(text), exact: true });
		const slider = page.getByRole('slider', { name: pseudoText(timeline.from), exact: true });

		const answer = await page.goto('pseudo/?event=gone&from=soon&category=diplomacy&to=2025-09-15');
		if (answer?.ok() !== true) throw new Error(await answer?.text());
		await expect(page.getByLabel(pseudoText(share.notices), { exact: true })).toBeVisible();
		await expect(slider).toBeVisible();
		await check('a link with faults');
		await page.locator('header summary').first().click();
		await check('the menu of languages');
		await page.keyboard.press('Escape');
		await button(words.share).click();
		await expect(page.getByRole('dialog')).toBeVisible();
		await check('sharing');
		await page.keyboard.press('Escape');
		await button(words.filters).click();
		await expect(
			page
				.getByRole('group')
				.filter({ has: page.getByRole('checkbox') })
				.first()
		).toBeVisible();
		await check('the filters');

		await page.goto('pseudo/');
		const files = page.getByLabel(pseudoText(importing.choose), { exact: true });
		await button(words.openOwn).first().click();
		await expect(files).toBeAttached();
		await check('files of one’s own to be chosen');
		// Its texts as those of the page are marked, so that what is not a message is seen.
		const own = csv('‹1›', '‹2›,‹3›,‹4›,‹5›', '‹a›,03/04/2024,33.5,36.25', '‹b›,05/06/2024,34.5,37.25');
		await files.setInputFiles({ name: own.name, mimeType: '', buffer: Buffer.from(own.text) });
		const dialog = page.getByRole('dialog');
		await expect(dialog.getByRole('radio')).toHaveCount(2);
		await expect(dialog.locator('.sum')).toBeVisible();
		await unfoldAll(dialog);
		await check('a question about a file');
		await dialog.getByRole('radio').first().check();
		await expect(dialog.getByRole('button', { name: pseudoText(importing.show(2)), exact: true })).toBeVisible();
		await unfoldAll(dialog);
		await check('the question answered');

		await page.goto('pseudo/?event=new-government&from=2024-12');
		await expect(page.getByRole('article')).toBeVisible();
		await expect(slider).toBeVisible();
		await check('details');
		await button(timeline.more).click();
		await expect(page.getByRole('combobox', { name: pseudoText(timeline.playMode) })).toBeVisible();
		await check('the rarer controls');
		await button(timeline.countsTable).click();
		await expect(page.getByRole('table')).toBeVisible();
		await check('the table of counts');

		await page.goto('pseudo/?from=1980&to=1981&place=moscow');
		await expect(page.getByText('‹Ñóó éévééñt')).toBeVisible();
		await check('nothing found');
	});
