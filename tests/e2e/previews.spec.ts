import { readFile } from 'node:fs/promises';
import { parseXml, XmlElement } from '@rgrove/parse-xml';
import type { Page } from '@playwright/test';
import { expect, test } from './support/nginx.ts';

/** Width and height of a PNG file. */
function sizeOf(png: Buffer): readonly number[] {
	expect(png.subarray(1, 4).toString()).toBe('PNG');
	return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

test('a link to the site, an event or a place is shown with its own words and picture, in its language', async ({
	request,
	baseURL
}) => {
	const seen = new Set<string>();
	for (const path of ['', 'ar/events/moscow-visit/', 'ru/places/moscow/', 'accessibility/']) {
		const html = await (await request.get(path)).text();
		const tag = (key: string): string => new RegExp(`="${key}" content="([^"]*)"`).exec(html)?.[1] ?? '';
		for (const key of ['og:title', 'og:description', 'og:type', 'og:locale', 'og:image:alt', 'twitter:card']) {
			expect(tag(key), `${path} ${key}`).not.toBe('');
		}
		const picture = await request.get(new URL(tag('og:image'), new URL(path, baseURL)).href);
		expect(picture.headers()['content-type']).toBe('image/png');
		const file = await picture.body();
		expect(sizeOf(file)).toEqual([Number(tag('og:image:width')), Number(tag('og:image:height'))]);
		seen.add(file.toString('base64'));
	}
	// The statement has that of the site.
	expect(seen.size).toBe(3);
});

async function download(page: Page, format: 'PNG' | 'SVG'): Promise<Buffer> {
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: format, exact: true }).click()
	]);
	await expect(page.getByText(`${file.suggestedFilename()} saved.`)).toBeVisible();
	return readFile(await file.path());
}

test('the view is saved as a picture that says what it is of, and nothing in it runs', async ({ page }) => {
	const bad = '"><script>alert(1)</script>';
	await page.goto(`?from=2024-12&place=moscow`);
	await expect(page.getByRole('button', { name: /^Moscow, / })).toBeVisible();
	await expect(page.getByRole('slider', { name: 'From' })).toBeVisible();
	await page.getByRole('searchbox', { name: 'Search events' }).fill(bad);
	await page.getByRole('button', { name: 'Share', exact: true }).click();
	await page.getByRole('heading', { name: 'Picture', exact: true }).click();

	const svg = (await download(page, 'SVG')).toString();
	const { root } = parseXml(svg);
	const texts = (of: XmlElement): string[] =>
		of.children.flatMap((child) => (child instanceof XmlElement ? [child.text, ...texts(child)] : []));
	expect(root?.name).toBe('svg');
	const said = root === null ? [] : texts(root);
	expect(said).toEqual(
		expect.arrayContaining(['Syria and Russia, before the Moscow visit', 'Diplomacy', 'Moscow', 'Damascus'])
	);
	const all = said.join('\n');
	for (const part of ['Map data: Natural Earth', 'Data version 1.0.0, CC BY 4.0.', 'Moscow', bad]) {
		expect(all).toContain(part);
	}
	expect(svg).not.toMatch(/<script|\son\w+=|href="(?!data:)|url\((?!data:|#)/i);
	expect(svg).toContain('font/woff2');

	const png = await download(page, 'PNG');
	// For those who do not see it, in the file as well.
	expect(png.toString()).toContain(
		'iTXtDescription\0\0\0\0\0Map and timeline of “Syria and Russia, before the Moscow visit”'
	);
	expect(png.toString()).toContain('CC BY 4.0');
	expect(sizeOf(png)).toEqual([1600, Number(root?.attributes.height)]);

	// In a page of its own, where a script would run.
	await page.goto(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`);
	expect(await page.evaluate(() => document.querySelectorAll('script, foreignObject').length)).toBe(0);
	expect(await page.title()).toBe('Syria and Russia, before the Moscow visit');
});

test.describe('without WebGL', () => {
	test.use({ provoked: [/WebGL|webgl/] });

	test('a picture has marks and timeline, and says that the map has no ground', async ({ page }) => {
		await page.addInitScript(() => {
			HTMLCanvasElement.prototype.getContext = new Proxy(HTMLCanvasElement.prototype.getContext, {
				apply: (get, canvas, [kind, ...rest]) =>
					String(kind).startsWith('webgl') ? null : Reflect.apply(get, canvas, [kind, ...rest])
			});
		});
		await page.goto('ar/');
		await expect(page.getByText('WebGL 2')).toBeVisible();
		await page.getByRole('button', { name: 'مشاركة', exact: true }).click();
		await page.getByRole('heading', { name: 'صورة', exact: true }).click();
		const [file] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: 'SVG', exact: true }).click()
		]);
		const svg = await readFile(await file.path(), 'utf8');
		expect(svg).toContain('xml:lang="ar"');
		expect(svg).toContain('دمشق');
		expect(svg).not.toContain('<image');
	});
});
