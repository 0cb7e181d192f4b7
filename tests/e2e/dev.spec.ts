import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, test, type Page, type Route } from '@playwright/test';

/** The development server on files of its own, as `npm run dev -- FILE` starts it. Its page is not the built one, so it has no guard. */
const ROOT = path.resolve(import.meta.dirname, '../..');
const HEAD = 'id,title,date,latitude,longitude,source\n';
const row = (id: string, title: string, date = '2024-03-04') => `${id},${title},${date},54.97,-1.61,Report\n`;

let folder = '';
let server: ChildProcess | null = null;
let address = '';
/** What it has written so far. */
let said = '';

const write = (text: string) => writeFileSync(path.join(folder, 'events.csv'), text);

test.beforeAll(async () => {
	// Vite's first start on a busy machine.
	test.setTimeout(180_000);
	folder = mkdtempSync(path.join(tmpdir(), 'dev Ø '));
	write(HEAD + row('1', 'Harbour opens') + row('2', 'Letter'));
	const env = { ...process.env, INIT_CWD: folder, CHRONOTOPE_KIT: path.join('.svelte-kit', 'dev-test') };
	const child = spawn(process.execPath, [path.join(ROOT, 'src/cli/dev.mjs'), 'events.csv', '--port', '0'], {
		cwd: ROOT,
		env,
		stdio: ['ignore', 'pipe', 'pipe']
	});
	server = child;
	address = await new Promise((resolve, reject) => {
		child.stderr.on('data', (part: Buffer) => (said += String(part)));
		child.stdout.on('data', (part: Buffer) => {
			said += stripVTControlCharacters(String(part));
			const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(said);
			if (found !== null) resolve(found[0]);
		});
		child.on('exit', (code) => reject(new Error(`The development server ended with ${code}: ${said}`)));
	});
});

test.afterAll(async () => {
	if (server !== null && server.exitCode === null) {
		const ended = new Promise((resolve) => server?.once('exit', resolve));
		server.kill('SIGTERM');
		await ended;
	}
	rmSync(folder, { recursive: true, force: true });
});

const panel = (page: Page) => page.getByRole('region', { name: 'Problems of the data' });
const titled = (page: Page, title: string) => page.getByText(title).first();

test('the page follows a file that is imported, says what is wrong with it, and comes back by itself', async ({
	page
}) => {
	test.setTimeout(180_000);
	await page.goto(address);
	await expect(titled(page, 'Harbour opens')).toBeVisible({ timeout: 60_000 });
	await expect(panel(page)).toHaveCount(0);

	await test.step('a change is seen', async () => {
		write(HEAD + row('1', 'Harbour closes') + row('2', 'Letter'));
		await expect(titled(page, 'Harbour closes')).toBeVisible();
	});

	await test.step('a change while the page is on its way is seen as well', async () => {
		// The server tells of a change whoever is there, and the page is not there yet.
		const changeFirst = async (route: Route): Promise<void> => {
			const { length } = said;
			write(HEAD + row('1', 'Harbour is mended') + row('2', 'Letter'));
			await expect.poll(() => said.length).toBeGreaterThan(length);
			await route.continue();
		};
		await page.route('**/@vite/client', changeFirst, { times: 1 });
		await page.reload();
		await expect(titled(page, 'Harbour is mended')).toBeVisible();
		write(HEAD + row('1', 'Harbour closes') + row('2', 'Letter'));
		await expect(titled(page, 'Harbour closes')).toBeVisible();
	});

	await test.step('a bad row is said, and the good ones are shown', async () => {
		write(HEAD + row('1', 'Harbour closes') + row('2', 'Letter', '2024-02-30'));
		await expect(panel(page)).toContainText('1 error');
		await expect(panel(page)).toContainText('2 read = 1 accepted + 0 repaired + 1 rejected');
		await expect(panel(page)).toContainText('events.csv:3 · record 2 · field date · value “2024-02-30”');
		await expect(panel(page)).toContainText('February 2024 has 29 days, not 30.');
		await expect(titled(page, 'Harbour closes')).toBeVisible();
		await expect(page.getByText('Letter')).toHaveCount(0);
	});

	await test.step('markup in the data is text in the list too', async () => {
		write(HEAD + row('1', 'Harbour closes') + row('2', '<img src=x onerror=alert(1)>', '<b>soon</b>'));
		await expect(panel(page)).toContainText('value “<b>soon</b>”');
		await expect(panel(page).locator('b, img')).toHaveCount(0);
	});

	await test.step('where nothing can be shown there is a page all the same', async () => {
		write('{ "events": [');
		await expect(panel(page)).toContainText('Nothing to show yet.');
		await expect(panel(page)).toContainText('events.csv:1:');
		await expect(page.locator('body')).not.toContainText('    at ');
	});

	await test.step('mended, it is as before', async () => {
		write(HEAD + row('1', 'Harbour opens again') + row('2', 'Letter'));
		await expect(titled(page, 'Harbour opens again')).toBeVisible();
		await expect(panel(page)).toHaveCount(0);
	});

	await test.step('a file that is gone is said, and its return is seen', async () => {
		rmSync(path.join(folder, 'events.csv'));
		await expect(panel(page)).toContainText('events.csv');
		await expect(panel(page)).toContainText('Nothing to show yet.');
		write(HEAD + row('1', 'Harbour is back'));
		await expect(titled(page, 'Harbour is back')).toBeVisible();
	});
});

test('the built site knows nothing of it', async ({ request }) => {
	const html = await (await request.get('')).text();
	expect(html).toContain('<html');
	expect(html).not.toMatch(/data-panel|@vite|@data-report/);
});
