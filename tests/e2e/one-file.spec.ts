import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';
import { BUILD_DIR } from '../../src/cli/build.mjs';
import { SINGLE_FILE } from '../../src/cli/one-file/build.mjs';
import { oneFile } from '../../src/lib/i18n/en/one-file.ts';
import { page as words } from '../../src/lib/i18n/en/page.ts';
import { picture } from '../../src/lib/i18n/en/picture.ts';
import { expectLand } from './support/land.ts';
import { AMBIGUOUS, chooseFiles, openOwnData } from './support/own-data.ts';
import { places, rows } from './support/parts.ts';
import { time } from './support/timeline.ts';
import { WORDS } from './support/words.ts';

interface Fixtures {
	/** A browser without a network, and all that it asks for or complains of. */
	findings: string[];
}

const test = base.extend<Fixtures>({
	findings: [
		async ({ context }, use) => {
			const findings: string[] = [];
			context.on('request', (request) => {
				if (request.resourceType() !== 'document' && !request.url().startsWith('data:'))
					findings.push(`request: ${request.url().slice(0, 200)}`);
			});
			context.on('weberror', (error) => findings.push(error.error().stack ?? error.error().message));
			context.on('console', (message) => {
				if (message.type() === 'error') findings.push(message.text().slice(0, 300));
			});
			await context.addInitScript(() => {
				addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
					console.error(`CSP: ${effectiveDirective} forbids ${blockedURI}`)
				);
			});
			await use(findings);
			expect(findings, 'what a file on disk must never do').toEqual([]);
		},
		{ auto: true }
	]
});

test.use({ offline: true });

async function open(page: Page, query = ''): Promise<void> {
	await page.goto(`${pathToFileURL(SINGLE_FILE).href}${query}`);
	await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
}

test.beforeAll(() => {
	const published = readFileSync(join(BUILD_DIR, 'version.json'), 'utf8');
	const { code } = JSON.parse(published) as { readonly code: string };
	if (existsSync(SINGLE_FILE) && readFileSync(SINGLE_FILE, 'utf8').includes(code)) return;
	throw new Error(`${SINGLE_FILE} is not of the same code as ${BUILD_DIR}: run "npm run build -- --single".`);
});

test('the whole dashboard opens from disk: map, timeline, filters, an event, a link, data of one’s own', async ({
	page
}) => {
	await open(page);
	await expect(rows(page)).toHaveCount(16);
	await expect(places(page)).toHaveCount(5);
	await expectLand(page);
	// There are no pages beside it for a link to lead to, without scripts either.
	await expect(page.getByText(words.licences)).toBeAttached();
	const links = await page.locator('a[href]').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
	expect(links.filter((href) => !/^(?:#|\?[^/]*$|https:\/\/)/.test(href))).toEqual([]);
	expect(readFileSync(SINGLE_FILE, 'utf8')).not.toMatch(/href="\?[^"]*\//);
	await expect(time(page).getByRole('slider', { name: 'From', exact: true })).toBeVisible();

	await page.getByRole('button', { name: words.filters, exact: true }).click();
	await page.getByRole('group', { name: 'Status', exact: true }).getByRole('checkbox', { name: 'Planned' }).check();
	await expect(rows(page)).toHaveCount(3);
	await expect.poll(() => new URL(page.url()).search).toBe('?status=planned');
	await rows(page).first().getByRole('link').click();
	await expect(page.getByRole('region', { name: 'Event details' })).toBeVisible();
	await expect.poll(() => new URL(page.url()).searchParams.has('event')).toBe(true);
	await page.reload();
	await expect(rows(page)).toHaveCount(3);
	await expect(page.getByRole('region', { name: 'Event details' })).toBeVisible();

	await page.getByRole('button', { name: words.share, exact: true }).click();
	await expect(page.getByText(oneFile.link)).toBeVisible();
	await page.getByRole('heading', { name: picture.title, exact: true }).click();
	const saved = page.waitForEvent('download');
	await page.getByRole('button', { name: picture.svg, exact: true }).click();
	const svg = readFileSync(await (await saved).path(), 'utf8');
	expect(svg).toContain('data:font/woff2;base64,');
	await page.keyboard.press('Escape');
	await page.getByText(words.licences).click();
	await expect(page.locator('pre')).toContainText('maplibre-gl');

	const dialog = await openOwnData(page);
	await chooseFiles(page, [AMBIGUOUS]);
	await dialog.getByRole('radio').first().check();
	await dialog.getByRole('button', { name: WORDS.ltr.importing.show(3) }).click();
	await expect(rows(page)).toHaveCount(3);
});

test('has every language, which the address asks for and every view keeps', async ({ page }) => {
	const listed = (page: Page) => page.locator('#events [data-event-id]');
	await open(page, '?lang=ar&status=planned');
	expect(await page.evaluate(() => [document.dir, document.documentElement.lang])).toEqual(['rtl', 'ar']);
	await expect(listed(page)).toHaveCount(3);
	await expect(page.getByRole('button', { name: WORDS.rtl.page.share, exact: true })).toBeVisible();
	await expectLand(page);
	await listed(page).first().getByRole('link').click();
	await expect.poll(() => new URL(page.url()).search).toMatch(/^\?lang=ar&status=planned&event=/);
	await page.locator('summary[title]').click();
	await page.getByRole('link', { name: 'Русский' }).click();
	await expect(page).toHaveURL(/\?lang=ru&status=planned&event=/);
	await expect(listed(page)).toHaveCount(3);
	await expect(page).toHaveTitle(/Сирия/);
});
