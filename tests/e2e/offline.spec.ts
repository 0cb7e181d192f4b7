import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import { offline as ar } from '../../src/lib/i18n/ar/offline.ts';
import { offline as en } from '../../src/lib/i18n/en/offline.ts';
import { page as words } from '../../src/lib/i18n/en/page.ts';
import { watch } from './support/guard.ts';
import { expectLand } from './support/land.ts';
import { rows } from './support/parts.ts';
import { publishSite, type PublishedSite } from './support/published-site.ts';
import { time } from './support/timeline.ts';

interface Fixtures {
	site: PublishedSite;
	/** What must never happen, and has. */
	findings: readonly string[];
	reader: BrowserContext;
}

/** A site of its own for each test, at a subpath, and a browser that lets its service worker live. */
const test = base.extend<Fixtures>({
	// eslint-disable-next-line no-empty-pattern -- Playwright reads the names of what is wanted.
	site: async ({}, use) => {
		await using site = await publishSite();
		await use(site);
	},
	reader: async ({ browser }, use) => {
		const context = await browser.newContext({ serviceWorkers: 'allow' });
		await use(context);
		await context.close();
	},
	findings: async ({ reader, site }, use) => {
		await use(await watch(reader, new URL(site.url).origin));
	}
});

// Everything is kept in the background first, and then the map is drawn once more.
test.describe.configure({ timeout: 120_000 });

const line = (page: Page, text: string) => page.getByText(text, { exact: true });

async function open(reader: BrowserContext, url: string): Promise<Page> {
	const page = await reader.newPage();
	await page.goto(url);
	await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
	return page;
}

/** The map comes last of what is kept. */
async function untilKept(page: Page): Promise<void> {
	const mapIsKept = () =>
		page.evaluate(async () => {
			const names = (await caches.keys()).filter((name) => name.endsWith(' map'));
			const shelves = await Promise.all(names.map((name) => caches.open(name)));
			return (await Promise.all(shelves.map((shelf) => shelf.keys()))).flat().length;
		});
	// All languages, the parts that nobody has asked for yet, and the map: in the background, while the page draws its own.
	await expect.poll(mapIsKept, { timeout: 30_000 }).toBe(1);
}

test('what was opened works without a network, and what was not says so in its language', async ({
	reader,
	site,
	findings
}) => {
	const first = await open(reader, site.url);
	await untilKept(first);
	await first.close();
	await site.stop();
	await reader.setOffline(true);

	const page = await reader.newPage();
	const parts: number[] = [];
	page.on('response', (response) => {
		if (response.url().endsWith('.pmtiles') && response.fromServiceWorker()) parts.push(response.status());
	});
	await page.goto(`${site.url}?from=2025-01`);
	await expect(rows(page)).toHaveCount(12);
	await expect(line(page, en.kept)).toBeVisible();
	await expect(time(page).getByRole('slider', { name: 'From', exact: true })).toBeVisible();
	await expectLand(page);
	await expect.poll(() => parts.length).toBeGreaterThan(2);
	expect(new Set(parts)).toEqual(new Set([206]));

	// Parts that this reader has never opened before.
	await page.getByRole('button', { name: words.filters, exact: true }).click();
	await page.getByRole('group', { name: 'Status', exact: true }).getByRole('checkbox', { name: 'Planned' }).check();
	await expect(rows(page)).toHaveCount(3);
	await rows(page).first().getByRole('link').click();
	await expect(page.getByRole('region', { name: 'Event details' })).toBeVisible();
	await expect.poll(() => new URL(page.url()).searchParams.has('event')).toBe(true);
	await page.reload();
	await expect(page.getByRole('region', { name: 'Event details' })).toBeVisible();
	expect(findings).toEqual([]);

	await page.goto(`${site.url}ar/`);
	await expect(page.getByRole('heading', { name: ar.title })).toBeVisible();
	expect(await page.evaluate(() => document.dir)).toBe('rtl');
	await page.goto(`${site.url}accessibility/`);
	await expect(page.getByRole('heading', { name: en.title })).toBeVisible();
	expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('Noto Sans');
	await page.getByRole('link', { name: en.home }).click();
	await expect(rows(page)).toHaveCount(16);
});

test('a story and a page of text, to which a reader came first, open again without a network', async ({
	reader,
	site,
	findings
}) => {
	const text = await reader.newPage();
	await text.goto(`${site.url}events/putin-call/`);
	const pagesKept = () =>
		text.evaluate(async () => {
			const [name = ''] = (await caches.keys()).filter((key) => key.endsWith(' pages'));
			return (await (await caches.open(name)).keys()).map(({ url }) => url);
		});
	await expect.poll(pagesKept, { timeout: 30_000 }).toContain(`${site.url}events/putin-call/`);
	const story = await open(reader, `${site.url}ru/stories/road-to-moscow/`);
	await untilKept(story);
	await site.stop();
	await reader.setOffline(true);

	await text.reload();
	await expect(text.getByRole('heading', { level: 1 })).toHaveText('Putin telephones al-Sharaa');
	expect(await text.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('Noto Sans');
	await text.close();
	await story.reload();
	await expect(story.getByRole('region', { name: /^Сентябрь/ })).toBeAttached();
	await expectLand(story, '#graphic');
	expect(findings).toEqual([]);
});

test('what is published meanwhile is said, and loaded when the reader says so, with the view', async ({
	reader,
	site,
	findings
}) => {
	const page = await open(reader, `${site.url}?from=2025-01`);
	await untilKept(page);
	const [old, corrected] = ['Putin telephones al-Sharaa', 'Putin calls al-Sharaa'];
	await expect(rows(page).filter({ hasText: old })).toHaveCount(1);
	const { data } = await page.evaluate(() => fetch('version.json').then((answer) => answer.json()));
	const another = '0123456789ab';
	for (const file of ['version.json', 'index.html'])
		site.change(file, (text) => text.replaceAll(data, another).replaceAll(old, corrected));
	site.change('service-worker.js', (text) => `${text}\n// Another one.`);
	site.hideScripts(true);

	await page.evaluate(() => dispatchEvent(new Event('online')));
	await expect(line(page, en.news.data.text)).toBeVisible();
	// Nothing else has changed, and what is not published any more is still there for who is in the middle of it.
	await expect(rows(page).filter({ hasText: old })).toHaveCount(1);
	await page.getByRole('button', { name: words.filters, exact: true }).click();
	await page.getByRole('group', { name: 'Places', exact: true }).getByRole('checkbox', { name: 'Moscow' }).check();
	await expect(rows(page)).not.toHaveCount(12);
	const count = await rows(page).count();
	expect(count).toBeLessThan(12);

	site.hideScripts(false);
	await page.getByRole('button', { name: en.news.data.load }).click();
	await expect(rows(page).filter({ hasText: corrected })).toHaveCount(1);
	await expect(rows(page)).toHaveCount(count);
	expect(new URL(page.url()).search).toBe('?from=2025&place=moscow');
	await expect(line(page, en.news.data.text)).toBeHidden();
	// The newer worker does not wait until this page, which is of its version, is closed.
	const workers = () =>
		page.evaluate(async () => {
			const { waiting, installing, active } = (await navigator.serviceWorker.getRegistration()) ?? {};
			return [waiting?.state, installing?.state, active?.state];
		});
	await expect.poll(workers).toEqual([undefined, undefined, 'activated']);
	expect(findings).toEqual([]);
});

test('a part that is not published any more offers what is, where nothing is kept', async ({ browser, site }) => {
	const reader = await browser.newContext({ serviceWorkers: 'block' });
	const page = await open(reader, `${site.url}?from=2025-01`);
	await expect(time(page).getByRole('slider', { name: 'From', exact: true })).toBeVisible();
	site.change('version.json', () => JSON.stringify({ code: 'another', data: 'another' }));
	site.hideScripts(true);
	await page.getByRole('button', { name: words.filters, exact: true }).click();
	await expect(page.getByRole('alert')).toContainText(words.partFailed);
	await expect(line(page, en.news.data.text)).toBeVisible();
	site.hideScripts(false);
	await page.getByRole('button', { name: words.reload }).click();
	await expect(rows(page)).toHaveCount(12);
	await reader.close();
});
