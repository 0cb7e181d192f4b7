import { readdirSync, readFileSync } from 'node:fs';
import { createCatalogue } from '../../src/lib/core/catalogue.ts';
import { parseDates } from '../../src/lib/core/dataset-dates.ts';
import { ScanEngine } from '../../src/lib/core/scan-engine.ts';
import { decodeView } from '../../src/lib/core/view-codec.ts';
import { datasetNamed } from '../support/datasets.ts';
import { axe } from './support/axe.ts';
import { expect, test } from './support/nginx.ts';

// Pages without scripts of their own: `context.newPage`, as there is nothing to wait for.

test.describe('without JavaScript, in a folder', () => {
	test.use({ javaScriptEnabled: false });

	test('one reads an event and goes on to its places, its neighbours, other languages and the dashboard', async ({
		page
	}) => {
		const title = page.getByRole('heading', { level: 1 });
		const follow = (name: string) => page.getByRole('link', { name, exact: true }).first().click();
		await page.goto('with/data/events/assad-flees/');
		await expect(title).toHaveText('Assad flees to Russia');
		const main = page.getByRole('main');
		await expect(main).toContainText(/December 2024.*It took place, as the reports say\./s);
		await expect(main).toContainText(/Report A, dated 14 October 2025.*¶5/s);
		await expect(main).toContainText('Added 23 November 2026');
		await expect(
			page.locator('script[src]:not([src*="/early."], [src$="/keep.js"]), link[rel=modulepreload]')
		).toHaveCount(0);
		await expect(main.locator('article > dl'), 'the styles of the article are there').toHaveCSS('display', 'grid');
		await follow('Moscow');
		await expect(title).toHaveText('Moscow');
		await expect(page.getByRole('main')).toContainText('55.76° N, 37.62° E');
		await follow('Assad flees to Russia');
		await page.getByRole('navigation', { name: 'Before and after' }).getByRole('link').last().click();
		await expect(title).not.toHaveText('Assad flees to Russia');
		await page.goBack();
		await follow('العربية');
		await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
		await expect(page).toHaveURL(/\/with\/data\/ar\/events\/assad-flees\/$/);
		await follow('فتح على الخريطة والخط الزمني');
		await expect(page).toHaveURL(/\/with\/data\/ar\/\?event=assad-flees$/);
		await follow('رابط هذا الحدث');
		await expect(page).toHaveURL(/\/with\/data\/ar\/events\/[a-z-]+\/$/);
	});
});

for (const [path, theme, width] of [
	['events/fleet-sails/', 'light', 320],
	['ar/places/bergen/', 'dark', 768],
	['ru/changes/', 'dark', 360],
	['events/sea-monster/', 'light', 1440]
] as const)
	test.describe(`${path}, ${theme}, ${width} px`, () => {
		test.use({ colorScheme: theme, viewport: { width, height: 800 } });

		test('axe finds nothing, and nothing is beside the page', async ({ context }) => {
			const page = await context.newPage();
			await page.goto(`with/published/${path}`);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			expect(await axe(page)).toEqual([]);
			const overflow = await page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth
			);
			expect(overflow, 'no scrolling sideways').toBeLessThanOrEqual(0);
		});
	});

test('merged, withdrawn and corrected events say so, and no text of the data does anything', async ({
	context,
	page
}) => {
	const text = await context.newPage();
	const main = text.getByRole('main');
	const robots = text.locator('meta[name=robots]');

	await text.goto('with/published/events/fleet-leaves/');
	await expect(main).toContainText('turned out to be the same as another one');
	await expect(robots).toHaveAttribute('content', 'noindex');
	await main.getByRole('link', { name: 'The fleet sails' }).first().click();
	await expect(main).toContainText('Corrected 24 November 2026: There were six ships');
	await expect(robots).toHaveCount(0);
	await text.goto('with/published/events/sea-monster/');
	await expect(main).toContainText('It was a whale, and the diary says so on the next page.');
	await expect(robots).toHaveAttribute('content', 'noindex');

	const hostile = datasetNamed('published').events.find(({ id }) => id === 'hostile');
	await text.goto('with/published/events/hostile/');
	await expect(text.getByRole('heading', { level: 1 })).toHaveText(hostile?.title.en ?? '');
	await expect(text).toHaveTitle(`${hostile?.title.en} · Harbours & <ports>`);
	const things = await text.locator('script[type="application/ld+json"]').allTextContents();
	expect(things.map((thing) => JSON.parse(thing).name)).toEqual([hostile?.title.en]);
	await expect(text.locator('link[rel=canonical]')).toHaveAttribute(
		'href',
		'https://example.org/harbours/events/hostile/'
	);

	await text.goto('with/published/changes/');
	expect((await main.getByRole('heading', { level: 2 }).allTextContents()).map((day) => day.trim())).toEqual(
		[26, 25, 24, 23].map((day) => `${day} November 2026`)
	);
	await expect(main).toContainText(
		/Withdrawn.*A sea monster.*Merged.*The fleet leaves.*Corrected.*The fleet sails.*Added/s
	);

	await page.goto('with/published/?event=fleet-leaves');
	const notice = page.getByRole('complementary', { name: 'About this link' });
	await expect(notice).toContainText('It turned out to be the same as another one, which is shown instead.');
	await expect(page.getByRole('region', { name: 'Event details' })).toContainText('The fleet sails');
	await expect(page.getByRole('link', { name: 'Link to this event' })).toHaveAttribute(
		'href',
		/\/with\/published\/events\/fleet-sails\/$/
	);
	await page.goto('with/published/?event=sea-monster');
	await expect(notice).toContainText('which was withdrawn.');
	await expect(notice.getByRole('link', { name: 'What happened to it' })).toHaveAttribute(
		'href',
		/\/with\/published\/events\/sea-monster\/$/
	);
});

test('links of released versions open what they opened', async ({ page, request }) => {
	const folder = new URL('../fixtures/links/', import.meta.url);
	const dataset = datasetNamed('data');
	const catalogue = createCatalogue(dataset, parseDates(dataset));
	for (const file of readdirSync(folder)) {
		const { events, places, views } = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
		const pages: string[] = ['', 'ar/', 'ru/'].flatMap((language) => [
			...events.map((id: string) => `${language}events/${id}/`),
			...places.map((id: string) => `${language}places/${id}/`),
			`${language}changes/`,
			`${language}feed.xml`
		]);
		for (const path of pages) expect((await request.get(path)).status(), path).toBe(200);
		// What they are decoded to is tested without a browser.
		const sample: readonly { query: string }[] = views.filter((_: unknown, index: number) => index % 12 === 4);
		for (const { query } of sample) {
			await page.goto(query);
			const result = new ScanEngine(catalogue).query(decodeView(query).view.filter);
			if (result instanceof Promise) throw new Error('It answers at once.');
			await expect(page.locator('[data-event-list] [data-event-id]'), query).toHaveCount(result.count);
		}
	}
});
