import { readFileSync, writeFileSync } from 'node:fs';
import type { Locator, Page, Request } from '@playwright/test';
import { details, events, map, place, places, rows } from './support/parts.ts';
import { expect, test } from './support/test.ts';
import { handle, marks } from './support/timeline.ts';

/** Files of the reader's own on a published page: nothing leaves the browser, and what was shown stays until there is more. */

interface Given {
	readonly name: string;
	readonly mimeType: string;
	readonly buffer: Buffer;
}

const HEAD = 'title,date,place,latitude,longitude\n';
const PORTS = `${HEAD}Harbour opens,2019-04-03,Northport,54.97,-1.61
Harbour closes,2021-02-28,Northport,54.97,-1.61
Letter,2020,Southport,50.8,-1.09
`;
const csv = (name: string, content: string): Given => ({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
const ports = csv('ports.csv', PORTS);
const broken = csv('ports.csv', `PK\u0003\u0004 xl/workbook.xml ${PORTS}`);

/** Rows that differ, the same each time. */
function manyRows(count: number): string {
	const lines = Array.from({ length: count }, (_, i) => {
		const [town, day] = [(i * 7_919) % 997, (i * 104_729) % 12_000];
		const date = new Date(Date.UTC(1990, 0, 1 + day)).toISOString().slice(0, 10);
		return `Event ${i} of many,${date},Town ${town},${(town % 120) - 60}.25,${((town * 7) % 340) - 170}.5`;
	});
	return `${HEAD}${lines.join('\n')}\n`;
}

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Open your own data' });
const opener = (page: Page): Locator => page.getByRole('button', { name: 'Open your own data' }).first();
const show = (page: Page): Locator => dialog(page).getByRole('button', { name: /^Show [\d,]+ events?$/ });
const own = (page: Page): Locator => page.getByRole('complementary', { name: 'Your own data' });
const status = (page: Page): Locator => events(page).or(page.locator('#events')).locator('.status .count').first();
const title = (page: Page): Locator => page.getByRole('heading', { level: 1 });
const importers = (page: Page): number => page.workers().filter((worker) => worker.url().includes('/worker-')).length;
const query = (page: Page): string => new URL(page.url()).search;

async function choose(page: Page, ...files: (Given | string)[]): Promise<void> {
	if (!(await dialog(page).isVisible())) await opener(page).click();
	await dialog(page)
		.locator('input[type="file"]')
		.setInputFiles(files as Given[] | string[]);
}

/** Chooses files and shows what they hold. */
async function take(page: Page, ...files: Given[]): Promise<void> {
	await choose(page, ...files);
	await expect(show(page)).toHaveAttribute('aria-disabled', 'false');
	await show(page).click();
	await expect(dialog(page)).toBeHidden();
	await expect(own(page)).toBeVisible();
}

/** Drags and drops over the whole page, as the browser does it; returns whether the page takes it. */
function drag(page: Page, type: 'dragover' | 'drop', what: { file?: Given; text?: string }): Promise<boolean> {
	const file = what.file === undefined ? null : { name: what.file.name, text: what.file.buffer.toString() };
	return page.evaluate(
		([type, file, text]) => {
			const dataTransfer = new DataTransfer();
			if (file !== null) dataTransfer.items.add(new File([file.text], file.name));
			if (text !== null) dataTransfer.setData('text/plain', text);
			const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
			return !document.body.dispatchEvent(event);
		},
		[type, file, what.text ?? null] as const
	);
}

test('files that are chosen are shown as a dashboard of their own', async ({ page }) => {
	await page.goto('?theme=dark');
	await expect(marks(page).first()).toBeVisible();
	await take(page, ports);
	await expect(title(page)).toHaveText('ports');
	await expect(page).toHaveTitle('ports');
	await expect(own(page)).toContainText('Your own data: ports');
	await expect(status(page)).toHaveText('3 of 3 events');
	await expect(rows(page)).toHaveCount(3);
	await expect(place(page, 'Northport')).toHaveAccessibleName('Northport, 2 events');
	await expect(places(page)).toHaveCount(2);
	await expect(marks(page)).toHaveCount(3);
	// The reader's own colours stay, and nothing else of the view.
	await expect.poll(() => query(page)).toBe('?theme=dark');
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await own(page).getByRole('button', { name: 'Back to the published data' }).click();
	await expect(own(page)).toHaveCount(0);
	await expect.poll(() => query(page)).toBe('?theme=dark');
});

test('files that are dropped anywhere open the dialog; text and links do not', async ({ page }) => {
	await page.goto('');
	await expect(map(page)).toBeVisible();
	await opener(page).click();
	await expect(dialog(page)).toBeVisible();
	await page.keyboard.press('Escape');
	// The page knows that it is closed: over an open one nothing is said.
	await expect(page.locator('input[type="file"]')).toHaveCount(0);
	expect(await drag(page, 'dragover', { text: 'https://example.org/' })).toBe(false);
	await expect(page.getByText('Drop the files to open them')).toHaveCount(0);
	expect(await drag(page, 'drop', { text: 'https://example.org/' })).toBe(false);
	await expect(dialog(page)).toBeHidden();
	expect(await drag(page, 'dragover', { file: ports })).toBe(true);
	await expect(page.getByText('Drop the files to open them')).toBeVisible();
	expect(await drag(page, 'drop', { file: ports })).toBe(true);
	await expect(page.getByText('Drop the files to open them')).toHaveCount(0);
	await show(page).click();
	await expect(rows(page)).toHaveCount(3);
});

test('a file that cannot be read leaves all as it was, and the mended one takes its place', async ({ page }) => {
	await page.goto('');
	const before = await title(page).textContent();
	await choose(page, broken);
	await expect(dialog(page)).toContainText('Excel');
	await expect(show(page)).toHaveCount(0);
	await expect(title(page)).toHaveText(before ?? '');
	await choose(page, ports);
	await show(page).click();
	await expect(rows(page)).toHaveCount(3);
	// A worse one afterwards takes nothing away.
	await own(page).getByRole('button', { name: 'Change the import' }).click();
	await expect(dialog(page)).toContainText('ports.csv');
	await choose(page, broken);
	await expect(dialog(page)).toContainText('Excel');
	await page.keyboard.press('Escape');
	await expect(rows(page)).toHaveCount(3);
});

test('files dropped beside the open dialog are announced, and lead to what came of them', async ({ page }) => {
	await page.goto('');
	await opener(page).click();
	await expect(dialog(page)).toBeVisible();
	expect(await drag(page, 'drop', { file: ports })).toBe(true);
	await expect(dialog(page).getByRole('status').last()).toHaveText('3 events read, 0 rejected.');
	await expect(dialog(page).getByRole('heading', { level: 3 }).first()).toBeFocused();
});

test('reading can be stopped, even while all is put together', async ({ page }) => {
	await page.goto('');
	await choose(page, csv('many.csv', manyRows(100_000)));
	await dialog(page).getByRole('button', { name: 'Stop' }).click();
	await expect(dialog(page).getByText('Nothing is uploaded.', { exact: false })).toBeVisible();
	await expect(dialog(page).getByRole('progressbar')).toHaveCount(0);
	await expect.poll(() => importers(page)).toBe(0);
	await take(page, ports);
	await expect(rows(page)).toHaveCount(3);
});

test('Back and Forward lead from one dataset to the other, and within each; a reload to the published one', async ({
	page
}) => {
	await page.goto('');
	const published = (await title(page).textContent()) ?? '';
	await expect(handle(page, 'From')).toBeVisible();
	await take(page, ports);
	await rows(page).first().getByRole('link').or(rows(page).first().getByRole('button')).first().click();
	await expect.poll(() => query(page)).toContain('event=');
	const link = query(page);
	await page.goBack();
	await expect.poll(() => query(page)).toBe('');
	await expect(title(page)).toHaveText('ports');
	await page.goBack();
	await expect(title(page)).toHaveText(published);
	await expect(own(page)).toHaveCount(0);
	await page.goForward();
	await expect(title(page)).toHaveText('ports');
	await expect(rows(page)).toHaveCount(3);
	await page.goForward();
	await expect.poll(() => query(page)).toBe(link);
	await own(page).getByRole('button', { name: 'Back to the published data' }).click();
	await expect(title(page)).toHaveText(published);
	await expect.poll(() => query(page)).toBe('');
	await page.goBack();
	await expect(title(page)).toHaveText('ports');
	await page.reload();
	await expect(title(page)).toHaveText(published);
	// The address names an event that the published data does not have.
	await expect(
		page.getByText('which is not in this version', { exact: false }).or(page.getByText('points to'))
	).toBeVisible();
});

test('another language asks before the data is gone, and keeps it when that is wanted', async ({ page }) => {
	await page.goto('');
	await take(page, ports);
	const asked: string[] = [];
	const follow = async (answer: 'accept' | 'dismiss'): Promise<void> => {
		page.once('dialog', (question) => {
			asked.push(question.type());
			void question[answer]();
		});
		const link = page.getByRole('link', { name: 'Русский', exact: true });
		if (!(await link.first().isVisible())) await page.locator('summary[aria-label="Language"]').click();
		await link.first().click({ noWaitAfter: true });
	};
	await follow('dismiss');
	await expect.poll(() => asked).toEqual(['beforeunload']);
	await expect(own(page)).toBeVisible();
	await expect(rows(page)).toHaveCount(3);
	await follow('accept');
	await page.waitForURL(/\/ru\//);
	await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
	// Of published data nothing is lost, and nothing is asked.
	page.on('dialog', (question) => {
		asked.push('again');
		void question.accept();
	});
	await page.reload();
	await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
	expect(asked).toEqual(['beforeunload', 'beforeunload']);
});

for (const width of [360, 1_280]) {
	test(`D8 endless words and piles of accents keep to their places, ${width} px`, async ({ page }) => {
		await page.setViewportSize({ width, height: 800 });
		await page.goto('');
		const pile = `Z${'\u0300\u0301\u0334'.repeat(300)}`;
		await take(
			page,
			csv('long.csv', `${HEAD}${'W'.repeat(9_000)},2024-01-01,${'P'.repeat(400)},1,2\n${pile},2024-01-02,${pile},3,4\n`)
		);
		await expect(rows(page)).toHaveCount(2);
		const wide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
		expect(await wide()).toBeLessThanOrEqual(0);
		await rows(page).first().getByRole('link').or(rows(page).first().getByRole('button')).first().click();
		await expect(details(page)).toContainText('P'.repeat(400));
		expect(await wide()).toBeLessThanOrEqual(0);
	});
}

test('no link is offered to data that is in this browser only, but what publishes it', async ({ page }) => {
	await page.goto('');
	await take(page, csv('my ports.csv', PORTS));
	await page.getByRole('button', { name: 'Share' }).click();
	const share = page.getByRole('dialog', { name: 'Share' });
	await expect(share).toContainText('npm run build -- "my ports.csv"');
	await expect(share.getByRole('button', { name: 'Save mapping' })).toHaveCount(0);
	await expect(share.getByRole('textbox')).toHaveCount(0);
});

test('what was said of the columns is published with them', async ({ page }) => {
	await page.goto('');
	await choose(page, csv('a.csv', `${HEAD}One,03/04/2024,Northport,54.97,-1.61\n`));
	await dialog(page).getByRole('radio', { name: /day/i }).first().check();
	await show(page).click();
	await page.getByRole('button', { name: 'Share' }).click();
	const share = page.getByRole('dialog', { name: 'Share' });
	await expect(share).toContainText('npm run build -- a.csv --mapping mapping.json');
	const download = page.waitForEvent('download');
	await share.getByRole('button', { name: 'Save mapping' }).click();
	expect((await download).suggestedFilename()).toBe('mapping.json');
	expect(readFileSync(await (await download).path(), 'utf8')).toContain('"notation": "day-first"');
});

test('what was said of the columns is still there when the import is changed', async ({ page }) => {
	await page.goto('');
	const ambiguous = csv('a.csv', `${HEAD}One,03/04/2024,Northport,54.97,-1.61\nTwo,05/06/2024,Northport,54.97,-1.61\n`);
	await choose(page, ambiguous);
	await expect(show(page)).toHaveCount(0);
	await dialog(page).getByRole('radio', { name: /day/i }).first().check();
	await expect(show(page)).toHaveText('Show 2 events');
	await show(page).click();
	await expect(rows(page)).toHaveCount(2);
	await own(page).getByRole('button', { name: 'Change the import' }).click();
	await expect(show(page)).toHaveText('Show 2 events');
	await expect(dialog(page).getByRole('heading', { name: 'Your answers' })).toBeVisible();
	await expect(dialog(page).getByRole('radio', { name: /day/i }).first()).toBeChecked();
	await expect(dialog(page).getByRole('table', { name: 'Columns of the file' })).toBeVisible();
});

/** What a browser has written down while it was traced. */
interface TraceEvent {
	readonly name: string;
	readonly ph: string;
	readonly pid: number;
	readonly tid: number;
	readonly args: { readonly name?: string };
	/** Processor time, µs. */
	readonly tdur?: number;
}

/** How long the main thread was at each of its tasks, in ms of its own: what else the machine does is left out. */
function tasksOf(trace: Buffer): number[] {
	const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
	const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
	const mains = new Set(
		traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(threadOf)
	);
	return traceEvents
		.filter((event) => event.ph === 'X' && event.name.endsWith('RunTask') && mains.has(threadOf(event)))
		.map(({ tdur = 0 }) => tdur / 1000);
}

test('100,000 rows are read and shown while the page answers, and asks for nothing but its own scripts', async ({
	page,
	browser
}, testInfo) => {
	test.setTimeout(240_000);
	// Drawing by software is no work of ours, and takes what time it takes.
	await page.addInitScript(() => Reflect.deleteProperty(window, 'WebGL2RenderingContext'));
	// From the disk, as a reader chooses it: what a test hands over itself keeps the page busy.
	const file = testInfo.outputPath('many.csv');
	writeFileSync(file, manyRows(100_000));
	await page.goto('');
	await opener(page).click();
	await expect(dialog(page)).toBeVisible();
	await page.waitForLoadState('networkidle');
	const asked: Request[] = [];
	page.on('request', (request) => asked.push(request));
	await browser.startTracing(page, { categories: ['toplevel'] });
	await choose(page, file);
	await expect(show(page)).toHaveText('Show 100,000 events', { timeout: 120_000 });
	await expect(show(page)).toHaveAttribute('aria-disabled', 'false', { timeout: 120_000 });
	await show(page).click();
	await expect(own(page)).toBeVisible({ timeout: 120_000 });
	await expect(status(page)).toHaveText('100,000 of 100,000 events', { timeout: 60_000 });
	await expect(handle(page, 'From')).toBeVisible();
	const tasks = tasksOf(await browser.stopTracing());
	expect(tasks.length).toBeGreaterThan(100);
	expect(
		tasks.filter((duration) => duration > 100),
		'tasks of over 100 ms'
	).toEqual([]);
	await page.getByRole('searchbox', { name: 'Search events' }).fill('event 99999');
	await expect(status(page)).toHaveText('1 of 100,000 events');
	await expect(events(page)).toContainText('Event 99999 of many');
	// The icon is asked for anew with each entry of the history.
	const other = asked
		.map((request) => request.url())
		.filter((url) => !/\/_app\/immutable\/.*\.(?:js|css|woff2)$|\/icon\.svg$/.test(new URL(url).pathname));
	expect(other).toEqual([]);
	expect(asked.every((request) => request.method() === 'GET' && request.postData() === null)).toBe(true);
});

const DIES = `addEventListener('message', (event) => { event.stopImmediatePropagation(); throw new Error('died on purpose'); });`;

test.describe('a worker that dies', () => {
	test.use({ provoked: [/died on purpose/] });

	test('is started again once, and nothing is noticed', async ({ page }) => {
		let left = 1;
		await page.route('**/workers/worker-*.js', async (route) => {
			if (left-- > 0) await route.fulfill({ contentType: 'text/javascript', body: DIES });
			else await route.continue();
		});
		await page.goto('');
		await choose(page, ports);
		await expect(show(page)).toHaveText('Show 3 events');
		await show(page).click();
		await expect(rows(page)).toHaveCount(3);
	});

	test('and dies again is said, and the dashboard stays', async ({ page }) => {
		await page.route('**/workers/worker-*.js', (route) =>
			route.fulfill({ contentType: 'text/javascript', body: DIES })
		);
		await page.goto('');
		await choose(page, ports);
		await expect(dialog(page).getByRole('alert')).toBeVisible();
		await expect(dialog(page).locator('input[type="file"]')).toBeFocused();
		await page.keyboard.press('Escape');
		await expect(rows(page).first()).toBeVisible();
		await expect(own(page)).toHaveCount(0);
	});
});

test('twenty datasets after each other leave one map, and the workers of the last', async ({ page }) => {
	test.setTimeout(120_000);
	await page.addInitScript(() => {
		const contexts: WebGL2RenderingContext[] = [];
		Object.assign(window, { contexts });
		const original = HTMLCanvasElement.prototype.getContext;
		HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...all: never[]) {
			const context: unknown = original.apply(this, all as never);
			if (context instanceof WebGL2RenderingContext && !contexts.includes(context)) contexts.push(context);
			return context;
		} as typeof original;
	});
	await page.goto('');
	const large = csv('large.csv', manyRows(1_200));
	for (let i = 1; i <= 20; i++) {
		const last = csv(`set-${i}.csv`, `${HEAD}Event ${i},2020,Town,1,${i}\n`);
		await take(page, i % 4 === 0 && i < 20 ? large : last);
	}
	await expect(title(page)).toHaveText('set 20');
	await expect(rows(page)).toHaveCount(1);
	await expect(places(page)).toHaveCount(1);
	await expect(map(page).locator('canvas')).not.toHaveCount(0);
	await expect
		.poll(() =>
			page.evaluate(
				() =>
					(window as unknown as { contexts: WebGL2RenderingContext[] }).contexts.filter(
						(context) => !context.isContextLost()
					).length
			)
		)
		.toBe(1);
	await expect.poll(() => importers(page)).toBe(0);
	await expect.poll(() => page.workers().filter((worker) => worker.url().includes('/mask-worker-')).length).toBe(0);
});
