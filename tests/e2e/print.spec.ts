import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

interface RawEvent {
	readonly id: string;
	readonly title: { readonly en: string };
	readonly summary: { readonly en: string };
	readonly claims: readonly { readonly says: { readonly en: string } }[];
}
const EVENTS = JSON.parse(readFileSync('data/events.json', 'utf8')) as readonly RawEvent[];

/** The basemap is drawn, and what lays out the paper has come: it is loaded when the browser has nothing else to do. */
async function readyToPrint(page: Page): Promise<void> {
	await expect(page.locator('.maplibregl-canvas')).toBeVisible();
	await layOut(page);
	await putAway(page);
}

/** As the browser does before it prints. */
async function layOut(page: Page): Promise<void> {
	const sheets = (): Promise<number> =>
		page.evaluate(() => {
			dispatchEvent(new Event('beforeprint'));
			return document.querySelectorAll('.paper').length;
		});
	await expect.poll(sheets).toBe(1);
}

async function putAway(page: Page): Promise<void> {
	await page.evaluate(() => dispatchEvent(new Event('afterprint')));
	await expect(page.locator('.paper')).toHaveCount(0);
}

/** How many pages a PDF has, and how wide its pictures are in pixels. */
function readPdf(pdf: Buffer): { readonly pages: number; readonly pictures: readonly number[] } {
	const text = pdf.toString('latin1');
	return {
		pages: [...text.matchAll(/\/Type\s*\/Page\b/g)].length,
		pictures: [...text.matchAll(/\/Subtype\s*\/Image[^>]*?\/Width (\d+)/g)].map(([, width]) => Number(width))
	};
}

/** The part of a picture's pixels that are drawn, and the part of these that are light. */
async function tellPixels(img: HTMLImageElement): Promise<{ drawn: number; light: number }> {
	await img.decode();
	const canvas = document.createElement('canvas');
	canvas.width = img.naturalWidth;
	canvas.height = img.naturalHeight;
	const context = canvas.getContext('2d');
	if (context === null) throw new Error('There is no canvas to read the picture with.');
	context.drawImage(img, 0, 0);
	const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
	let [drawn, light] = [0, 0];
	for (let i = 0; i < data.length; i += 4) {
		if (data[i + 3] !== 255) continue;
		drawn++;
		if (Math.min(data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0) > 128) light++;
	}
	return { drawn: drawn / (data.length / 4), light: light / drawn };
}

test('the paper says what is shown, shows the map in light colours, and holds all that is listed and its sources', async ({
	page
}) => {
	await page.goto('?place=moscow&known=2025-10-14&order=desc&theme=dark');
	await readyToPrint(page);
	const listed = await page
		.getByRole('region', { name: 'Events', exact: true })
		.locator('[data-event-id]')
		.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-event-id')));
	const printed = listed.flatMap((id) => EVENTS.find((event) => event.id === id) ?? []);
	expect(printed).toHaveLength(listed.length);
	expect(printed.length).toBeGreaterThan(1);

	// The first pictures may be of a map that has not been drawn yet.
	const tell = async (): Promise<{ drawn: number; isLight: boolean }> => {
		await layOut(page);
		const { drawn, light } = await page.locator('.paper img').evaluate(tellPixels);
		return { drawn, isLight: light > 0.9 };
	};
	await expect.poll(tell, { timeout: 30_000 }).toEqual({ drawn: 1, isLight: true });

	await page.setViewportSize({ width: 700, height: 900 });
	await page.emulateMedia({ media: 'print' });
	const text = await page.locator('body').innerText();
	expect(text.split('\n')[0]).toBe('Syria and Russia, before the Moscow visit');
	for (const line of [
		`${listed.length} of 16 events`,
		'Places: Moscow',
		'As known on: 14 October 2025',
		'the list newest first',
		'Map data: Natural Earth, © OpenStreetMap contributors, GeoNames.',
		'[1] Report A, dated 14 October 2025',
		'Data version 1.0.0, CC BY 4.0.',
		page.url()
	])
		expect(text).toContain(line);
	for (const { summary, claims } of printed) {
		expect(text).toContain(summary.en);
		for (const { says } of claims) expect(text).toContain(says.en);
	}
	const titles = page.getByRole('article').getByRole('heading', { level: 4 });
	expect((await titles.allInnerTexts()).map((title) => title.trim())).toEqual(printed.map(({ title }) => title.en));
	// The ring of a mark in words, and the mark itself.
	await expect(page.getByRole('listitem').filter({ hasText: /^Moscow, \d events/ })).toContainText('Diplomacy');
	await expect(page.getByRole('img', { name: 'Map' }).getByText('Moscow')).toBeVisible();

	await expect(page.getByRole('button')).toHaveCount(0);
	await expect(page.locator('body')).toHaveCSS('color', 'rgb(0, 0, 0)');
	await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
	await expect(page.getByRole('article').first()).toHaveCSS('break-inside', 'avoid');
	const { overflow, cut } = await page.evaluate(() => ({
		overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
		cut: [...document.querySelectorAll('.paper *, body, .app')].filter((node) => {
			const { overflowY, position } = getComputedStyle(node);
			return overflowY === 'auto' || overflowY === 'scroll' || position === 'fixed' || position === 'sticky';
		}).length
	}));
	expect(overflow).toBeLessThanOrEqual(0);
	expect(cut).toBe(0);
});

test('the browser prints it on several pages, with the map, and leaves the screen as it was', async ({ page }) => {
	await page.addInitScript(() => {
		let asked = 0;
		Object.assign(window, { print: () => Object.assign(window, { asked: ++asked }) });
	});
	await page.goto('ar/?theme=dark');
	await readyToPrint(page);
	const scene = page.locator('[data-event-list]');
	const before = await scene.innerText();
	for (const format of ['A4', 'Letter']) {
		const { pages, pictures } = readPdf(await page.pdf({ format }));
		expect(pages).toBeGreaterThan(2);
		expect(Math.max(...pictures), 'sharp enough for paper').toBeGreaterThan(1000);
	}
	await expect(page.locator('.paper')).toHaveCount(0);
	expect(await scene.innerText()).toBe(before);
	await layOut(page);
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('.paper')).toHaveCSS('direction', 'rtl');
	await expect(page.locator('.paper h1')).toHaveText('سوريا وروسيا قبيل زيارة موسكو');
	await page.emulateMedia({ media: 'screen' });
	await putAway(page);

	// The button does what the browser's own command does.
	await page.getByRole('button', { name: 'مشاركة', exact: true }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'طباعة', exact: true }).click();
	await expect.poll(() => page.evaluate(() => Reflect.get(window, 'asked') as unknown)).toBe(1);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('every event is printed in full', async ({ page }) => {
		await page.goto('');
		await page.emulateMedia({ media: 'print' });
		await expect(page.getByRole('article')).toHaveCount(EVENTS.length);
		const text = await page.locator('body').innerText();
		for (const { summary } of EVENTS) expect(text).toContain(summary.en);
	});
});
