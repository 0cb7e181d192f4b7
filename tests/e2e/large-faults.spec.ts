import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page, Route } from '@playwright/test';
import { foldText } from '../../src/lib/core/search.ts';
import { datasetNamed } from '../support/datasets.ts';
import { openDataset } from './support/datasets.ts';
import { details, events as list } from './support/parts.ts';
import { expect, test } from './support/test.ts';
import { handle } from './support/timeline.ts';

/** What a large dataset asks for and does not get: the reader is told, keeps what there is, and can ask again. */
const DATASET = datasetNamed('generated');
const TOTAL = DATASET.events.length;
const textsOf = ({ title, summary }: (typeof DATASET.events)[number]): string =>
	foldText([...Object.values(title), ...Object.values(summary)].join('\n'));
const withWord = (word: string): number => DATASET.events.filter((event) => textsOf(event).includes(word)).length;
const inCategory = (id: string): number => DATASET.events.filter(({ category }) => (category as string) === id).length;

test.use({
	// The browser's own words for what is kept from it here.
	provoked: [/Failed to load resource|answer 404: .*\/data-|died on purpose/]
});

const note = (page: Page): Locator => page.locator('#events .opening');
const status = (page: Page): Locator => page.locator('#events .status .count');
const search = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search events' });
const again = (within: Locator): Locator => within.getByRole('button', { name: 'Try again', exact: true });
const said = (count: number): string => `${count.toLocaleString('en')} of ${TOTAL.toLocaleString('en')} events`;

const WORKERS = 'build/_app/immutable/workers';
const workerScript = readFileSync(
	path.join(WORKERS, readdirSync(WORKERS).find((name) => /^mask-worker-.*\.js$/.test(name)) ?? 'none'),
	'utf8'
);
const DIES_AT_ONCE = "throw new Error('died on purpose');";
const DIES_OF_A_QUESTION = `addEventListener('message', (event) => {
	if (event.data.kind !== 'update') return;
	event.stopImmediatePropagation();
	throw new Error('died on purpose');
});
${workerScript}`;

/** The scripts that workers are given, one after the other; after the last, what the site has. */
async function giveWorkers(page: Page, scripts: readonly string[]): Promise<void> {
	const left = [...scripts];
	await page.route('**/mask-worker-*.js', async (route) => {
		const script = left.shift();
		if (script === undefined) await route.continue();
		else await route.fulfill({ contentType: 'text/javascript', body: script });
	});
}

test('a worker that dies of a question is started again, and the question is answered', async ({ page }) => {
	await giveWorkers(page, [DIES_OF_A_QUESTION]);
	await openDataset(page, 'generated');
	await expect(handle(page, 'From')).toBeVisible();
	await expect(note(page)).toHaveCount(0);
	await search(page).fill('clinic');
	await expect(status(page)).toHaveText(said(withWord('clinic')));
	await expect(note(page)).toHaveText('A background worker stopped and was started again.');
});

test('a worker that dies twice is done without, and the page says so', async ({ page }) => {
	await giveWorkers(page, [DIES_AT_ONCE, DIES_AT_ONCE]);
	await openDataset(page, 'generated', '?category=courts');
	await expect(status(page)).toHaveText(said(inCategory('courts')));
	await expect(note(page)).toHaveText(/The background worker does not run here: /);
	await search(page).fill('clinic');
	await expect(status(page)).toHaveText(said(0));
	await page.getByRole('button', { name: /^Remove filter: Categories/ }).click();
	await expect(status(page)).toHaveText(said(withWord('clinic')));
});

test('a worker whose script does not come is done without', async ({ page }) => {
	await page.route('**/mask-worker-*.js', (route) => route.abort());
	await openDataset(page, 'generated');
	await expect(handle(page, 'From')).toBeVisible();
	await search(page).fill('clinic');
	await expect(status(page)).toHaveText(said(withWord('clinic')));
	await expect(note(page)).toHaveText(/The background worker does not run here: /);
});

for (const [name, words, fault] of [
	['does not come', /no connection \(columns\.bin\)/, (route: Route) => route.abort()],
	['is not on the server', /the server does not have columns\.bin/, (route: Route) => route.fulfill({ status: 404 })],
	[
		'comes in part',
		/columns\.bin is damaged/,
		async (route: Route) => {
			const response = await route.fetch();
			await route.fulfill({ response, body: (await response.body()).subarray(0, 5000) });
		}
	]
] as const) {
	test(`a file of columns that ${name}: the first rows stay, the page says why, and trying again helps`, async ({
		page
	}) => {
		// The route stays: what is on its way when it is mended is answered in the old way.
		let isMended = false;
		await page.route('**/columns.bin', (route) => (isMended ? route.continue() : fault(route)));
		await openDataset(page, 'generated', '?category=courts');
		await expect(note(page)).toContainText(words);
		await expect(list(page).locator('[data-event-id]').first()).toBeVisible();
		await again(note(page)).click();
		await expect(note(page)).toContainText(words);
		isMended = true;
		await again(note(page)).click();
		await expect(status(page)).toHaveText(said(inCategory('courts')));
		await expect(handle(page, 'From')).toBeVisible();
		await expect(note(page)).toHaveCount(0);
	});
}

test('while the columns are on their way the page says so, and what is typed meanwhile is kept', async ({ page }) => {
	let send = (): void => undefined;
	const isSent = new Promise<void>((resolve) => (send = resolve));
	await page.route('**/columns.bin', async (route) => {
		await isSent;
		await route.continue();
	});
	await openDataset(page, 'generated', '?category=health&q=talks');
	await expect(page.getByRole('progressbar', { name: 'Loading all events' })).toBeVisible();
	await search(page).fill('clinic');
	send();
	const both = DATASET.events.filter(
		(event) => (event.category as string) === 'health' && textsOf(event).includes('clinic')
	);
	await expect(status(page)).toHaveText(said(both.length));
	await expect(search(page)).toHaveValue('clinic');
	await expect.poll(() => new URL(page.url()).search).toBe('?category=health&q=clinic');
	await expect(note(page)).toHaveCount(0);
});

test('records that do not come leave the rest as it is, and come when they are asked for again', async ({ page }) => {
	let isMended = false;
	await page.route('**/rows/*.json', (route) => (isMended ? route.continue() : route.abort()));
	await openDataset(page, 'generated');
	await expect(handle(page, 'From')).toBeVisible();
	// What the page has brought stays.
	await expect(list(page).locator('[data-event-id]').first()).toBeVisible();
	await page.getByRole('textbox', { name: 'Go to row' }).fill('10000');
	await page.keyboard.press('Enter');
	const alert = list(page).getByRole('alert');
	await expect(alert).toContainText('Some of these events could not be loaded.');
	const missing = list(page).getByText('Not loaded');
	await expect(missing.first()).toBeVisible();
	await expect(status(page)).toHaveText(said(TOTAL));
	// In one go: the list asks again by itself whenever it comes to rest, and the button then goes.
	isMended = true;
	await again(alert).dispatchEvent('click');
	await expect(alert).toHaveCount(0);
	await expect(missing).toHaveCount(0);
	await expect(list(page).locator('[aria-posinset="10000"] a')).toBeVisible();
});

test('a link to an event whose record does not come says so, and shows it once it does', async ({ page }) => {
	const event = DATASET.events[12_345];
	if (event === undefined) throw new Error('There is no such event.');
	// Nor anything else: where something comes, the rest is asked for again by itself.
	const data = /\/data-[0-9a-f]+\/(?:ids|rows)\//;
	await page.route(data, (route) => route.abort());
	await openDataset(page, 'generated', `?event=${event.id}`);
	const alert = list(page).getByRole('alert');
	await expect(alert).toContainText('Some of these events could not be loaded.');
	await expect(details(page)).toHaveCount(0);
	// In one go, as above.
	await page.unroute(data);
	await again(alert).dispatchEvent('click');
	await expect(details(page)).toContainText(event.title.en ?? '-');
	await expect(alert).toHaveCount(0);
});

test('words that do not come leave what is shown, the page says so, and trying again finds them', async ({ page }) => {
	await page.route('**/words/*', (route) => route.abort());
	await openDataset(page, 'generated', '?category=courts');
	await expect(status(page)).toHaveText(said(inCategory('courts')));
	await search(page).fill('clinic');
	await expect(note(page)).toContainText('The texts to search could not be loaded. What is shown is from before.');
	await expect(status(page)).toHaveText(said(inCategory('courts')));
	// Without the search everything works.
	await search(page).fill('');
	await expect(note(page)).toHaveCount(0);
	await search(page).fill('trial');
	await expect(note(page)).toContainText('could not be loaded');
	await page.unroute('**/words/*');
	await again(note(page)).click();
	const both = DATASET.events.filter(
		(event) => (event.category as string) === 'courts' && textsOf(event).includes('trial')
	);
	await expect(status(page)).toHaveText(said(both.length));
	await expect(note(page)).toHaveCount(0);
});

test('in Arabic and in Russian it is said in those', async ({ page }) => {
	await page.route('**/columns.bin', (route) => route.abort());
	await openDataset(page, 'generated', '', 'ar/');
	await expect(note(page)).toContainText(/[\u0600-\u06ff].*columns\.bin/);
	await openDataset(page, 'generated', '', 'ru/');
	await expect(note(page)).toContainText(/[а-я].*columns\.bin/i);
});
