import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page, Response } from '@playwright/test';
import { BUILD_DIR } from '../../src/cli/build.mjs';
import { rows } from './support/parts.ts';
import { expect, test } from './support/nginx.ts';

const html = readFileSync(path.join(BUILD_DIR, 'index.html'), 'utf8');
/** The first folder in a folder of the site, with a slash: a page of its kind. */
const firstIn = (folder: string): string => {
	const at = path.join(BUILD_DIR, folder);
	const [first] = existsSync(at) ? readdirSync(at).filter((name) => existsSync(path.join(at, name, 'index.html'))) : [];
	return `${folder}/${first ?? 'none'}/`;
};

interface Visit {
	readonly what: string;
	/** From the site's root, with the query. */
	readonly at: string;
	readonly see: (page: Page, answer: Response | null) => Promise<void>;
}

const heading = async (page: Page): Promise<void> => expect(page.getByRole('heading').first()).toBeVisible();

/** The essentials of the site. What this build does not have is left out. */
const VISITS: readonly Visit[] = [
	{ what: 'page', at: '', see: async (page) => expect(rows(page)).toHaveCount(16) },
	{
		what: 'deep link',
		at: '?from=2025-07&to=2025-10-14&place=damascus&event=moscow-visit&theme=dark',
		see: async (page) => {
			await expect(page.getByText('4 of 16 events').first()).toBeVisible();
			await expect(page.getByRole('region', { name: 'Event details', exact: true })).toBeVisible();
			expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
		}
	},
	{ what: 'Arabic', at: 'ar/', see: async (page) => expect(page.locator('html')).toHaveAttribute('dir', 'rtl') },
	{ what: 'Russian', at: 'ru/?q=', see: async (page) => expect(page.locator('html')).toHaveAttribute('lang', 'ru') },
	{ what: 'statement', at: 'accessibility/', see: heading },
	{ what: 'event', at: firstIn('events'), see: heading },
	{ what: 'event in Arabic', at: firstIn('ar/events'), see: heading },
	{ what: 'place', at: firstIn('places'), see: heading },
	{ what: 'changes', at: 'changes/', see: heading },
	{ what: 'embed', at: 'embed/', see: async (page) => expect(page.locator('[data-event-id]').first()).toBeVisible() },
	{ what: 'story', at: firstIn('stories'), see: heading }
];
const FILES = ['feed.xml', 'ar/feed.xml', 'sitemap.xml', 'service-worker.js', 'schema/events.json', 'licences.txt'];

const isBuilt = (at: string): boolean =>
	existsSync(path.join(BUILD_DIR, at.replace(/\?.*$/, '').replace(/(^|\/)$/, '$1index.html')));

test('the site works in a subfolder: every kind of page, and the map in ranges', async ({
	page,
	baseURL,
	nginxSite,
	request
}) => {
	test.info().annotations.push({ type: 'served by', description: nginxSite === null ? 'the project itself' : 'nginx' });
	const ranges: number[] = [];
	page.on('response', (answer) => {
		if (answer.url().endsWith('/basemap.pmtiles')) ranges.push(answer.status());
	});
	for (const { what, at, see } of VISITS.filter((visit) => isBuilt(visit.at))) {
		await test.step(what, async () => {
			const answer = await page.goto(at);
			expect(answer?.status(), at).toBe(200);
			expect(page.url().startsWith(baseURL ?? '?'), page.url()).toBe(true);
			await see(page, answer);
		});
		if (at === '') await expect.poll(() => ranges.length, { timeout: 30_000 }).toBeGreaterThan(1);
	}
	expect(new Set(ranges)).toEqual(new Set([206]));
	for (const at of FILES.filter(isBuilt)) expect((await request.get(`${baseURL}${at}`)).status(), at).toBe(200);
});

test('the policy is one for all pages, and allows nothing inline but the two scripts that all have', async () => {
	const policyOf = (page: string): string =>
		/<meta http-equiv="content-security-policy" content="([^"]*)"/.exec(page)?.[1] ?? 'none';
	const policy = policyOf(html);
	expect(policy.replaceAll(/ 'sha256-[^']+'/g, '')).not.toMatch(/unsafe|blob:|sha256|nonce|\*/);
	const pages = readdirSync(BUILD_DIR, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
	const used = new Set<string>();
	for (const name of pages) {
		const page = readFileSync(path.join(BUILD_DIR, name), 'utf8');
		expect(policyOf(page), name).toBe(policy);
		expect(page, name).not.toMatch(/<style|<[a-z][^<>]*\s(?:style|on[a-z]+)="/);
		for (const [, code = ''] of page.matchAll(/<script>([\s\S]*?)<\/script>/g))
			used.add(`'sha256-${createHash('sha256').update(code).digest('base64')}'`);
	}
	expect(used.size).toBe(2);
	expect(policy).toContain(`script-src 'self' ${[...used].sort().join(' ')};`);
	const headers = readFileSync(path.join(BUILD_DIR, '_headers'), 'utf8');
	expect(headers).toContain(`  Content-Security-Policy: ${policy}; frame-ancestors *\n`);
});

test.describe('what is not there', () => {
	test.use({
		provoked: [
			/^answer 404: .*\/no\/such\/page$|^answer 404: .*\/(?:icon\.svg|_app\/.*\.css)$|Failed to load resource.*404/
		]
	});

	test('is said in each language, at any depth', async ({ page, nginxSite }) => {
		// Its links begin at the root of the host, as nobody has told this build where it will lie.
		test.skip(nginxSite === null, 'without nginx the site is at a root, which other tests look at');
		const answer = await page.goto('no/such/page');
		expect(answer?.status()).toBe(404);
		await expect(page.getByRole('heading')).toHaveText([
			'There is no page at this address',
			'لا توجد صفحة على هذا العنوان',
			'По этому адресу страницы нет'
		]);
	});
});

test.describe('the feed, in a browser', () => {
	// It names no icon, and the browser asks the host for the host's own.
	test.use({ provoked: [/404.*\/favicon\.ico/] });

	test('is text that can be read, and the policy is kept', async ({ page }) => {
		await page.goto('ar/feed.xml');
		await expect(page.locator('entry > title').first()).toBeVisible();
		await expect(page.locator('entry > id').first()).toBeHidden();
	});
});
