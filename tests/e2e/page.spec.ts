import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { rows } from './support/parts.ts';
import { expect, test } from './support/test.ts';

const query = (page: Page): string => new URL(page.url()).search;

interface RawEvent {
	readonly id: string;
	readonly title: { readonly en: string };
	readonly claims: readonly { readonly says: { readonly en: string } }[];
}
const EVENTS = JSON.parse(readFileSync('data/events.json', 'utf8')) as readonly RawEvent[];

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the page shows the title and every event with its claims, places and sources', async ({ page }) => {
		await page.goto('');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Syria and Russia, before the Moscow visit');
		const text = await page.locator('body').innerText();
		for (const event of EVENTS) {
			expect(text).toContain(event.title.en);
			for (const claim of event.claims) expect(text).toContain(claim.says.en);
		}
		expect(text).toContain('December 2024');
		expect(text).toContain('New York');
		expect(text).toContain('Report A, dated 14 October 2025');
		await expect(page.getByRole('slider')).toHaveCount(0);
		// What needs the script is not there; the other languages are links.
		await expect(page.locator(':is(button, input, select):visible')).toHaveCount(0);
		await expect(page.getByRole('banner').locator('summary')).toBeVisible();
		const article = page.getByRole('article').first();
		await expect(article).toHaveCSS('padding-inline-start', '16px');
		await expect(article.getByRole('heading', { level: 5 })).toHaveCSS('font-weight', '600');
	});
});

test('every event is listed, and the status line says so', async ({ page }) => {
	await page.goto('');
	await expect(rows(page)).toHaveCount(16);
	await expect(page.getByText('16 of 16 events').first()).toBeVisible();
});

test('nothing on the first screen moves once it is painted', async ({ page }) => {
	await page.addInitScript(() => {
		const shifts: number[] = [];
		Object.assign(window, { shifts });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) if ('value' in entry) shifts.push(Number(entry.value));
		}).observe({ type: 'layout-shift', buffered: true });
	});
	for (const link of ['', '?from=2025-07&to=2025-10', '?event=new-government&theme=dark', '?q=nothing-of-the-kind']) {
		await page.goto(link);
		await expect(
			page.getByRole('region', { name: 'Map', exact: true }).getByRole('button', { name: /Damascus/ })
		).toBeVisible();
		await expect(page.getByRole('slider', { name: 'To', exact: true })).toBeVisible();
		expect(await page.evaluate(() => Reflect.get(window, 'shifts') as number[]), link).toEqual([]);
	}
});

for (const [language, path, events] of [
	['English', '', 'Skip to the events'],
	['Arabic', 'ar/', 'الانتقال إلى الأحداث'],
	['Russian', 'ru/', 'Перейти к событиям']
] as const)
	test(`in ${language} at most 50 kB of script, in brotli, stand before the map`, async ({
		page,
		request,
		baseURL
	}) => {
		const at = `${baseURL}${path}`;
		const html = await (await request.get(at)).text();
		const first = [
			...html.matchAll(/href="([^"]+\.js)" rel="modulepreload"|rel="modulepreload" href="([^"]+\.js)"/g)
		].map((match) => new URL(match[1] ?? match[2] ?? '', at).href);
		expect(first.length).toBeGreaterThan(0);
		const bodies = await Promise.all(first.map(async (href) => (await request.get(href)).body()));
		const bytes = bodies.reduce((sum, body) => sum + brotliCompressSync(body).length, 0);
		expect(bytes).toBeLessThanOrEqual(50 * 1024);
		// A page comes with the words of its own language alone.
		const scripts = bodies.join('\n');
		for (const words of ['Skip to the events', 'الانتقال إلى الأحداث', 'Перейти к событиям'])
			expect(scripts.includes(words), words).toBe(words === events);

		const order: string[] = [];
		page.on('request', (sent) => order.push(sent.url()));
		const tiles = page.waitForRequest((sent) => sent.url().endsWith('.pmtiles'));
		await page.goto(path);
		await tiles;
		const indexes = first.map((href) => order.indexOf(href));
		expect(Math.min(...indexes)).toBeGreaterThanOrEqual(0);
		expect(order.findIndex((url) => url.endsWith('.pmtiles'))).toBeGreaterThan(Math.max(...indexes));
	});

test('a link opens exactly the view that it names', async ({ page }) => {
	await page.goto('?from=2025-07&to=2025-10-14&place=damascus&order=desc&theme=dark&utm_source=mail');
	await expect(page.getByText('4 of 16 events').first()).toBeVisible();
	await expect(rows(page).first()).toHaveAttribute('data-event-id', 'visit-announced');
	await expect(page.getByRole('slider', { name: 'From', exact: true })).toHaveAttribute(
		'aria-valuetext',
		/1 July 2025/
	);
	await expect(page.getByRole('slider', { name: 'To', exact: true })).toHaveAttribute(
		'aria-valuetext',
		/14 October 2025/
	);
	expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
});

test('a link into another version says what is missing and shows the rest', async ({ page }) => {
	await page.goto('?event=coronation&place=moscow,atlantis&from=soon');
	const notice = page.getByText(/coronation/).first();
	await expect(notice).toBeVisible();
	await expect(page.getByText(/atlantis/).first()).toBeVisible();
	await expect(page.getByText(/soon/).first()).toBeVisible();
	await expect(rows(page)).toHaveCount(7);
});

test('Back and Forward restore each view exactly, and write nothing', async ({ page }) => {
	await page.goto('');
	const before = await page.evaluate(() => history.length);
	await rows(page).filter({ hasText: 'Putin telephones' }).getByRole('link').first().click();
	await expect.poll(() => query(page)).toBe('?event=putin-call');
	await page.getByRole('button', { name: 'Next event', exact: true }).click();
	await expect.poll(() => query(page)).toBe('?event=shibani-in-moscow');
	await page.getByRole('searchbox', { name: 'Search events' }).fill('moscow');
	await expect.poll(() => query(page)).toBe('?q=moscow&event=shibani-in-moscow');
	const listed = await rows(page).count();
	const details = page.getByRole('region', { name: 'Event details', exact: true });

	await page.goBack();
	await expect(rows(page)).toHaveCount(16);
	expect(query(page)).toBe('?event=shibani-in-moscow');
	await page.goBack();
	await expect(details).toContainText('Putin telephones al-Sharaa');
	await page.goBack();
	await expect(details).toHaveCount(0);
	expect(query(page)).toBe('');
	await page.goForward();
	await page.goForward();
	await page.goForward();
	await expect(rows(page)).toHaveCount(listed);
	expect(await page.evaluate(() => history.length)).toBe(before + 3);
});

test('Back leads to the step before, however soon after another it was made', async ({ page }) => {
	await page.clock.install();
	await page.goto('');
	await expect(rows(page)).toHaveCount(16);
	// For the page no time passes between the two, nor after them.
	await page.clock.pauseAt(Date.now() + 3_600_000);
	await rows(page).filter({ hasText: 'Putin telephones' }).getByRole('link').first().click();
	await page.getByRole('button', { name: 'Next event', exact: true }).click();
	await expect.poll(() => query(page)).toBe('?event=shibani-in-moscow');
	await page.goBack();
	await expect.poll(() => query(page)).toBe('?event=putin-call');
	await expect(page.getByRole('region', { name: 'Event details', exact: true })).toContainText(
		'Putin telephones al-Sharaa'
	);
});

test('a third step within a second is written when the second is over', async ({ page }) => {
	await page.clock.install();
	await page.goto('');
	await expect(rows(page)).toHaveCount(16);
	const before = await page.evaluate(() => history.length);
	await page.clock.pauseAt(Date.now() + 3_600_000);
	await rows(page).filter({ hasText: 'Putin telephones' }).getByRole('link').first().click();
	const next = page.getByRole('button', { name: 'Next event', exact: true });
	await next.click();
	await expect.poll(() => query(page)).toBe('?event=shibani-in-moscow');
	await next.click();
	await expect(page.getByRole('region', { name: 'Event details', exact: true })).toContainText(
		'Al-Sharaa speaks at the UN'
	);
	await page.clock.runFor(900);
	expect(query(page)).toBe('?event=shibani-in-moscow');
	await page.clock.runFor(200);
	await expect.poll(() => query(page)).toBe('?event=un-address');
	expect(await page.evaluate(() => history.length)).toBe(before + 3);
});

test('the theme follows the button and the link, and the system again when they agree', async ({ page }) => {
	await page.emulateMedia({ colorScheme: 'light' });
	await page.goto('');
	const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
	const light = await ground();
	await page.getByRole('button', { name: 'Theme', exact: true }).click();
	await expect.poll(() => query(page)).toBe('?theme=dark');
	await expect.poll(ground).not.toBe(light);
	await page.getByRole('button', { name: 'Theme', exact: true }).click();
	await expect.poll(() => query(page)).toBe('');
	await expect.poll(ground).toBe(light);
});

test('the skip links lead past the header, the time window and the list', async ({ page }) => {
	await page.goto('');
	await expect(rows(page)).toHaveCount(16);
	for (const [name, target] of [
		['Skip to the time window', 'time'],
		['Skip to the events', 'events'],
		['Skip to the map', 'map']
	] as const) {
		await page.getByRole('link', { name }).focus();
		await page.keyboard.press('Enter');
		await expect(page.locator(`#${target}`)).toBeFocused();
	}
});

test.describe('when a part of the page cannot be fetched', () => {
	test.use({ provoked: [/^console error: Failed to load resource: net::ERR_FAILED/] });

	/** Aborts the request of each script that holds one of these. */
	const without = async (page: Page, ...signs: string[]): Promise<void> => {
		await page.route(/_app\/immutable\/chunks\/.*\.js$/, async (route) => {
			const response = await route.fetch();
			const body = await response.text();
			await (signs.some((sign) => body.includes(sign)) ? route.abort() : route.fulfill({ response, body }));
		});
	};

	test('it says so, and the rest works', async ({ page }) => {
		await without(page, 'aria-valuetext');
		await page.goto('');
		await expect(page.getByRole('alert')).toContainText('could not be loaded');
		await expect(page.getByRole('button', { name: 'Reload the page' })).toBeVisible();
		await expect(rows(page)).toHaveCount(16);
		await page.getByRole('searchbox', { name: 'Search events' }).fill('lavrov');
		await expect(rows(page)).toHaveCount(1);
		// A part that is still on its way would be read when the page is gone.
		await page.unrouteAll({ behavior: 'ignoreErrors' });
	});

	test('nobody takes what is left for all there is: chips and the way out of an empty list are missed', async ({
		page
	}) => {
		await without(page, 'data-chip', 'emptyDataset');
		await page.goto('?q=nothing-of-the-kind');
		const events = page.locator('#events');
		await expect(events.getByRole('alert')).toHaveCount(2);
		await expect(events.getByRole('button', { name: 'Reload the page' }).first()).toBeVisible();
		await page.getByRole('searchbox', { name: 'Search events' }).fill('lavrov');
		await expect(rows(page)).toHaveCount(1);
		await expect(events.getByRole('alert')).toHaveCount(1);
		await page.getByRole('searchbox', { name: 'Search events' }).fill('');
		await expect(events.getByRole('alert')).toHaveCount(0);
		await page.unrouteAll({ behavior: 'ignoreErrors' });
	});
});
