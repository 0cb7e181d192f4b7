import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from '@playwright/test';
import ICAL from 'ical.js';
import { copied, noteCopies } from './support/clipboard.ts';
import { openDataset } from './support/datasets.ts';
import { chooseFiles, csv, openOwnData } from './support/own-data.ts';
import { expect, test } from './support/nginx.ts';

async function openDownloads(page: Page): Promise<Locator> {
	await page.getByRole('button', { name: 'Share', exact: true }).click();
	const dialog = page.getByRole('dialog', { name: 'Share' });
	await dialog.getByText('Download', { exact: true }).click();
	return dialog;
}

async function save(page: Page, dialog: Locator, name: string): Promise<{ name: string; text: string }> {
	const coming: Promise<Download> = page.waitForEvent('download');
	await dialog.getByRole('button', { name, exact: true }).click();
	const download = await coming;
	return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

const NAME = 'syria-and-russia-before-the-moscow-visit-1-0-0-filtered';

test('each file holds what is filtered, and says so', async ({ page, baseURL }) => {
	await page.goto('?place=moscow&from=2025-07');
	await expect(page.getByText('5 of 16 events').first()).toBeVisible();
	const dialog = await openDownloads(page);
	await dialog.getByRole('checkbox', { name: /^For Excel/ }).check();

	const table = await save(page, dialog, 'CSV');
	expect(table.name).toBe(`${NAME}.csv`);
	expect(table.text.startsWith('\ufeffid,title,')).toBe(true);
	expect(table.text).toContain('5 of 16 events; time window: from July 2025; Places: Moscow');
	expect(table.text).toContain('?from=2025-07&place=moscow');
	expect(table.text).toContain('CC BY 4.0');
	expect(table.text.match(/^[a-z0-9-]+,/gm)).toHaveLength(5);
	await expect(dialog).toContainText(`${NAME}.csv: 5 events saved.`);

	const map = await save(page, dialog, 'GeoJSON');
	const collection = JSON.parse(map.text) as { selection: string; features: { properties: { event: string } }[] };
	expect(new Set(collection.features.map(({ properties }) => properties.event)).size).toBe(5);
	expect(collection.selection).toContain('5 of 16 events');

	const calendar = await save(page, dialog, 'iCalendar');
	expect(calendar.name).toBe(`${NAME}.ics`);
	const entries = new ICAL.Component(ICAL.parse(calendar.text)).getAllSubcomponents('vevent');
	expect(entries).toHaveLength(5);
	const [site, id] = String(entries[0]?.getFirstPropertyValue('url')).split('events/');
	expect(site).toBe(baseURL);
	expect(id).toMatch(/^[a-z-]+\/$/);

	const native = await save(page, dialog, 'Dataset file');
	expect(native.name).toBe(`${NAME}.chronotope.json`);
	expect((JSON.parse(native.text) as { events: unknown[] }).events).toHaveLength(5);

	await dialog.getByRole('radio', { name: 'All 16 events' }).check();
	const all = await save(page, dialog, 'CSV');
	expect(all.name).toBe(`${NAME.replace('filtered', 'all')}.csv`);
	expect(all.text.match(/^[a-z0-9-]+,/gm)).toHaveLength(16);

	// What no report says is marked, and what files leave out is told.

	expect(all.text).toMatch(/^assad-rule-begins,.*,true,at,/m);
	const allDays = await save(page, dialog, 'iCalendar');
	expect(allDays.text.replaceAll('\r\n ', '')).toContain('EDTF 2000~ (inferred: no report gives this date)');
	expect(allDays.text.match(/^X-CHRONOTOPE-INFERRED:TRUE\r$/gm)).toHaveLength(2);
	await expect(dialog).toContainText('CSV, GeoJSON and iCalendar leave out texts in other languages, corrections');
});

test('of a dataset that comes in pages all that is listed is fetched, or nothing is written', async ({ page }) => {
	await openDataset(page, 'generated', '?order=desc');
	await expect(page.getByText('20,000 of 20,000 events').first()).toBeVisible();
	const dialog = await openDownloads(page);
	let fetched = 0;
	await page.route(/\/rows\/\d+\.json$/, async (route) => {
		fetched += 1;
		if (fetched === 20) await dialog.getByRole('button', { name: 'Cancel' }).click();
		await route.continue();
	});
	await dialog.getByRole('button', { name: 'CSV', exact: true }).click();
	await expect(dialog).toContainText('Cancelled. Nothing was saved.');
	const { text } = await save(page, dialog, 'Dataset file');
	expect((JSON.parse(text) as { events: unknown[] }).events).toHaveLength(20_000);
	await expect(dialog).toContainText('20,000 events saved.');
});

test('of one’s own data there are files and references, without a link; nothing in it is ever more than text', async ({
	page
}) => {
	const evil = '<img src=x onerror=alert(1)>"</script><script>alert(2)</script>';
	page.on('dialog', () => expect.soft('a script', 'nothing is executed').toBe('never run'));
	await page.goto('');
	const own = await openOwnData(page);
	await chooseFiles(page, [
		csv(
			'evil.csv',
			'title,date,place,latitude,longitude,source,summary',
			`"${evil.replaceAll('"', '""')}",2024-04-03,"${evil.replaceAll('"', '""')}",33.5,36.25,"=HYPERLINK(1)","@SUM(1)"`,
			'Undated,,Damascus,33.5,36.25,Report,Words',
			'Bad,2024-02-30,Damascus,33.5,36.25,Report,Words'
		)
	]);
	await own.getByRole('button', { name: 'Show 2 events' }).click();
	await expect(page.getByText('2 of 2 events').first()).toBeVisible();
	const dialog = await openDownloads(page);
	const table = await save(page, dialog, 'CSV');
	expect(table.text).toContain("'=HYPERLINK(1)");
	expect(table.text).toContain("'@SUM(1)");
	expect(table.text).toContain('records rejected');
	expect(table.text).not.toContain('selection link');
	const map = JSON.parse((await save(page, dialog, 'GeoJSON')).text) as { features: { properties: object }[] };
	expect(map.features[0]?.properties).toMatchObject({ title: evil, place: evil });
	const calendar = await save(page, dialog, 'iCalendar');
	expect(calendar.text).not.toContain('URL:');
	await expect(dialog).toContainText('1 event has no day that a calendar could show, and is not in it.');
	await save(page, dialog, 'Dataset file');
	await dialog.getByText('Cite', { exact: true }).click();
	const reference = dialog.getByRole('textbox', { name: 'BibTeX' });
	await expect(reference).toHaveValue(/^@misc\{/);
	await expect(reference).not.toHaveValue(/url =/);
	await dialog.getByText('Embed', { exact: true }).click();
	await expect(dialog).toContainText('no page can show it before it is published');
});

test.describe('with a clipboard', () => {
	test.use({ permissions: ['clipboard-write'] });

	test('a view and an event are cited by their own links', async ({ page }) => {
		await noteCopies(page);
		await page.goto('?place=moscow&event=moscow-visit');
		const details = page.getByRole('region', { name: 'Event details' });
		await details.getByRole('button', { name: 'Cite' }).click();
		await details.getByRole('button', { name: 'Copy reference' }).click();
		await expect(details).toContainText('Copied.');
		const reference = await copied(page);
		expect(reference).toContain('“First official visit of al-Sharaa to Russia”, 15 October 2025.');
		expect(reference).toContain('moscow-visit');
		await page.getByRole('button', { name: 'Share', exact: true }).click();
		const dialog = page.getByRole('dialog', { name: 'Share' });
		await dialog.getByText('Cite', { exact: true }).click();
		const view = dialog.getByRole('textbox', { name: 'BibTeX' });
		await expect(view).toHaveValue(/^@misc\{syria-and-russia-before-the-moscow-visit-1-0-0-[a-z0-9]+,\n/);
		await expect(view).toHaveValue(/note = \{Places: Moscow\}/);
		await expect(view).toHaveValue(/url = \{http:[^}]*\?place=moscow&event=moscow-visit\}/);
	});
});
