import type { Page } from '@playwright/test';
import { contrast, decodePng, distance, type Pixels, type Rgb } from './pixels.ts';

/** What is to be told from what is behind it. */
interface Item {
	readonly what: string;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly colour: Rgb;
	/** Nothing above it makes it paler. */
	readonly isSolid: boolean;
	readonly atLeast: number;
}

export interface Measured {
	readonly what: string;
	readonly ratio: number;
	readonly atLeast: number;
}

/** Screen pixels to a CSS pixel: strokes of letters have to be wide enough to have a pixel of their own. */
export const SCALE = 2;
/** A pixel of a colour, as far as a screenshot may differ from it. */
const NEAR = 10;
/** So few pixels are no picture of anything: it lies under something else. */
const FEW = 6;

/** Every text on screen, against the pixels that are there without it. */
export async function measureTexts(page: Page, within = 'body'): Promise<readonly Measured[]> {
	const items = await page.evaluate(textsIn, within);
	const hidden = 'body, body * { color: transparent !important; } text { fill: transparent !important; stroke: none !important; }';
	return measure(page, items, hidden);
}

/** What each of the shapes is painted with, against the pixels that are there without what `hidden` names. */
export async function measureShapes(page: Page, shapes: string, hidden: string): Promise<readonly Measured[]> {
	const items = await page.evaluate(shapesOf, shapes);
	return measure(page, items, `${hidden} { visibility: hidden !important; transition: none !important; }`);
}

async function measure(page: Page, items: readonly Item[], css: string): Promise<readonly Measured[]> {
	const shown = decodePng(await page.screenshot());
	// By a sheet that is made and not written: the policy of the page allows no other.
	await page.evaluate((rules) => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(rules);
		document.adoptedStyleSheets = [sheet];
	}, css);
	const behind = decodePng(await page.screenshot());
	await page.evaluate(() => void (document.adoptedStyleSheets = []));
	return items.flatMap((item) => {
		const ratio = ratioOf(item, shown, behind);
		return ratio === null ? [] : [{ what: item.what, ratio: Math.round(ratio * 100) / 100, atLeast: item.atLeast }];
	});
}

/** Of the pixels of its colour, that of the worst tenth; of something paler, whose colour is not known, of the best fifth. */
function ratioOf(item: Item, shown: Pixels, behind: Pixels): number | null {
	const ratios: number[] = [];
	const [x1, y1] = [Math.min(shown.width, (item.x + item.width) * SCALE), Math.min(shown.height, (item.y + item.height) * SCALE)];
	for (let y = Math.max(0, Math.round(item.y * SCALE)); y < y1; y++)
		for (let x = Math.max(0, Math.round(item.x * SCALE)); x < x1; x++) {
			const [a, b] = [shown.at(x, y), behind.at(x, y)];
			if (item.isSolid ? distance(a, item.colour) > NEAR : false) continue;
			if (distance(a, b) > NEAR) ratios.push(contrast(a, b));
		}
	if (ratios.length < FEW) return null;
	ratios.sort((a, b) => a - b);
	return ratios[Math.floor(ratios.length * (item.isSolid ? 0.1 : 0.8))] ?? null;
}

function textsIn(within: string): Item[] {
	const items: Item[] = [];
	const rgb = (text: string): [number, number, number] => {
		const [r = 0, g = 0, b = 0] = (text.match(/[\d.]+/g) ?? []).map(Number);
		return [r, g, b];
	};
	const root = document.querySelector(within);
	if (root === null) throw new Error(`there is no ${within}`);
	const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
		const parent = node.parentElement;
		const text = node.textContent?.trim() ?? '';
		if (parent === null || text === '' || !parent.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
			continue;
		// What cannot be used need not be read, and what nobody sees is for those who hear it.
		if (parent.closest(':disabled, [aria-disabled="true"], .visually-hidden, noscript') !== null) continue;
		let isSolid = true;
		for (let at: Element | null = parent; at !== null; at = at.parentElement)
			if (Number(getComputedStyle(at).opacity) < 1) isSolid = false;
		const style = getComputedStyle(parent);
		const range = document.createRange();
		range.selectNodeContents(node);
		const [size, weight] = [parseFloat(style.fontSize), Number(style.fontWeight)];
		for (const { x, y, width, height } of range.getClientRects())
			items.push({
				what: text.slice(0, 60),
				x,
				y,
				width,
				height,
				colour: rgb(parent instanceof SVGElement ? style.fill : style.color),
				isSolid,
				atLeast: size >= 24 || (size >= 18.66 && weight >= 700) ? 3 : 4.5
			});
	}
	return items;
}

function shapesOf(shapes: string): Item[] {
	return [...document.querySelectorAll(shapes)].flatMap((node) => {
		if (!node.checkVisibility({ visibilityProperty: true })) return [];
		let isSolid = true;
		for (let at: Element | null = node; at !== null; at = at.parentElement)
			if (Number(getComputedStyle(at).opacity) < 1) isSolid = false;
		const style = getComputedStyle(node);
		const paint = node instanceof SVGElement ? (style.stroke === 'none' ? style.fill : style.stroke) : style.borderTopColor;
		// A filled sign has an edge in the colour of the ground.
		const own = node.matches('.sign:not(.hollow)') ? style.fill : paint;
		const [r = 0, g = 0, b = 0] = (own.match(/[\d.]+/g) ?? []).map(Number);
		const { x, y, width, height } = node.getBoundingClientRect();
		const owner = node.closest('[aria-label]')?.getAttribute('aria-label') ?? '';
		return [
			{
				what: `${node.getAttribute('class') ?? node.tagName} of ${owner}`,
				x: x - 2,
				y: y - 2,
				width: width + 4,
				height: height + 4,
				colour: [r, g, b] as const,
				isSolid,
				atLeast: 3
			}
		];
	});
}
