import type { Locator, Page } from '@playwright/test';
import Papa from 'papaparse';
import { parseMappingFile } from '../../src/lib/io/import/mapping-file.ts';
import { DIRECTIONS } from './support/matrix.ts';
import {
	AMBIGUOUS,
	chooseFiles,
	csv,
	EMPTY,
	expectSum,
	FAULTY,
	openOwnData,
	ownData,
	ownDataButton,
	SWAPPED,
	textOf,
	unfoldAll,
	type Chosen
} from './support/own-data.ts';
import { rows } from './support/parts.ts';
import { expect, test } from './support/test.ts';
import { PATHS, WORDS } from './support/words.ts';

const HOSTILE = csv(
	'<img src=x onerror=alert(1)>.csv',
	'title,date,<b>column</b>\u202egnp',
	'<img src=x onerror=alert(2)>,<script>alert(3)</script>,\u202eevil',
	'Plain,2024-01-01,value'
);

async function openFiles(page: Page, ...files: readonly Chosen[]): Promise<Locator> {
	await page.goto('');
	const dialog = await openOwnData(page);
	await chooseFiles(page, files);
	return dialog;
}

const use = (dialog: Locator, column: string): Locator =>
	dialog.getByRole('combobox', { name: `Use of the column ${column}`, exact: true });
/** What a screen reader is told. */
const spoken = (dialog: Locator): Locator => dialog.getByRole('status').last();
const summaryOf = (dialog: Locator, name: string | RegExp): Locator =>
	dialog.locator('summary').filter({ hasText: name });

test('the order of day and month is asked once, and the answer changes all rows', async ({ page }) => {
	const dialog = await openFiles(page, AMBIGUOUS);
	await expectSum(dialog, '3 events read = 0 accepted + 0 repaired + 3 rejected');
	const question = dialog.getByRole('group', {
		name: /Which comes first in the dates of “date”, the day or the month/
	});
	await expect(question.getByRole('radio')).toHaveCount(2);
	await expect(question.getByRole('radio', { checked: true })).toHaveCount(0);
	const dayFirst = question.getByRole('radio', { name: /day first 03\/04\/2024\s+3 April 2024/ });
	const monthFirst = question.getByRole('radio', { name: /month first 03\/04\/2024\s+4 March 2024/ });
	await expect(spoken(dialog)).toHaveText('3 events read, 3 rejected. There is 1 question.');
	await monthFirst.check();
	await expectSum(dialog, '3 events read = 3 accepted + 0 repaired + 0 rejected');
	await expect(spoken(dialog)).toHaveText('3 events read, 0 rejected.');
	await expect(dialog.getByRole('heading', { name: 'Before you go on' })).toHaveCount(0);
	// The question stays, so that another answer is as near.
	await expect(monthFirst).toBeFocused();
	await page.keyboard.press('ArrowUp');
	await expect(dayFirst).toBeChecked();
	await expectSum(dialog, '3 events read = 3 accepted + 0 repaired + 0 rejected');
	await expect(dialog.getByRole('combobox', { name: 'How date is written', exact: true })).toHaveValue('day-first');
	await dialog.getByRole('button', { name: 'Show 3 events', exact: true }).click();
	await expect(dialog).toBeHidden();
	await expect(rows(page).first()).toContainText('3 Apr');
});

test('years of two digits are asked about once, and show what each answer makes of them', async ({ page }) => {
	const short = csv(
		'short.csv',
		'title,date',
		'Opening,13/04/29',
		'Strike,14/04/30',
		'Letter,15-Apr-31',
		'Visit,16/04/2024'
	);
	const dialog = await openFiles(page, short);
	await expectSum(dialog, '4 events read = 1 accepted + 0 repaired + 3 rejected');
	const question = dialog.getByRole('group', { name: /^Of which hundred years are the years of two digits in “date”/ });
	await expect(dialog.getByRole('group', { name: /^Which comes first/ })).toHaveCount(0);
	await question.getByRole('radio', { name: /^1930 to 2029\s+13\/04\/29\s+13 April 2029/ }).check();
	await expectSum(dialog, '4 events read = 4 accepted + 0 repaired + 0 rejected');
	await question.getByRole('radio', { name: /^1900 to 1999\s+13\/04\/29\s+13 April 1929/ }).check();
	await dialog.getByRole('button', { name: 'Show 4 events', exact: true }).click();
	await expect(dialog).toBeHidden();
	await expect(rows(page).first()).toContainText('1929');
});

test('what has to be answered stands in a summary whose links lead to the fields', async ({ page }) => {
	const dialog = await openFiles(page, AMBIGUOUS);
	await expect(dialog.getByRole('heading', { name: 'Before you go on' })).toBeFocused();
	const address = page.url();
	await dialog.getByRole('link', { name: 'Say how “date” is to be read' }).click();
	await expect(dialog.getByRole('radio').first()).toBeFocused();
	await dialog.getByRole('link', { name: '3 events were rejected: see why' }).click();
	await expect(dialog.getByRole('heading', { name: /^What needs attention/ })).toBeFocused();
	expect(page.url()).toBe(address);
});

test('swapped coordinates are offered once for the file, and can be swapped back', async ({ page }) => {
	const dialog = await openFiles(page, SWAPPED);
	await expectSum(dialog, '2 events read = 0 accepted + 0 repaired + 2 rejected');
	const offer = dialog.getByRole('group', { name: 'Are latitude and longitude swapped?' });
	await expect(offer).toContainText('100.5, 15.25 → 15.25° N, 100.5° E');
	await offer.getByRole('button', { name: 'Swap latitude and longitude' }).click();
	await expectSum(dialog, '2 events read = 2 accepted + 0 repaired + 0 rejected');
	await expect(dialog.getByRole('button', { name: 'Swap them back' })).toBeFocused();
	await dialog.getByRole('button', { name: 'Swap them back' }).click();
	await expectSum(dialog, '2 events read = 0 accepted + 0 repaired + 2 rejected');
});

test('another use of a column, and none, change what it becomes', async ({ page }) => {
	const dialog = await openFiles(page, AMBIGUOUS);
	await dialog.getByRole('radio', { name: /day first/ }).check();
	await expectSum(dialog, '3 events read = 3 accepted + 0 repaired + 0 rejected');
	const becomes = dialog.getByRole('region', { name: 'What it becomes' });
	await expect(becomes.getByRole('list', { name: '2 places' })).toContainText('Damascus');
	await expect(use(dialog, 'remark')).toHaveValue('');
	await use(dialog, 'remark').selectOption('actor');
	await expect(becomes.getByRole('heading', { name: '3 actors' })).toBeVisible();
	await use(dialog, 'place').selectOption('');
	await expect(becomes.getByRole('list', { name: '2 places' })).not.toContainText('Damascus');
	await expect(dialog.getByRole('row', { name: /^place/ })).toHaveClass(/unused/);
	await expect(summaryOf(dialog, 'visits.csv')).toContainText('5 of 6 columns used');
	// Only one column may be the title: who takes it leaves the other without.
	await use(dialog, 'remark').selectOption('title');
	await expect(use(dialog, 'title')).toHaveValue('');
	await expect(dialog.getByRole('row', { name: /^remark/ })).toContainText('you said so');
});

test('a column says what speaks for its use', async ({ page }) => {
	const dialog = await openFiles(
		page,
		csv('proved.csv', 'title,when it was,who', 'First,13/04/2024,X', 'Second,01/05/2024,Y')
	);
	await summaryOf(dialog, 'proved.csv').click();
	const row = dialog.getByRole('row', { name: /^when it was/ });
	await expect(row).toContainText('100% of its values are dates');
	await expect(row).toContainText('13/04/2024 can only be day first');
	await expect(dialog.getByRole('row', { name: /^title/ })).toContainText('its name');
});

test('problems stand in groups with their number, their reason and the mend', async ({ page }) => {
	const dialog = await openFiles(page, FAULTY);
	await expectSum(dialog, '5 events read = 1 accepted + 0 repaired + 4 rejected');
	const part = dialog.getByRole('region', { name: /^What needs attention 4 errors/ });
	const groups = part.locator('details');
	await expect(groups.nth(0).locator('summary')).toContainText(/Error\s*2/);
	await expect(groups.nth(0).getByRole('row')).toHaveCount(3);
	await expect(groups.nth(0)).toContainText('date-invalid');
	await expect(groups.nth(0).getByRole('row', { name: /^line 3 / })).toContainText('2024-02-30');
	await expect(groups.nth(0).getByRole('row', { name: /^line 4 / })).toContainText('2024-13-01');
	await groups.nth(1).locator('summary').click();
	const row = groups.nth(1).getByRole('row', { name: /^line 5/ });
	await expect(row.getByRole('cell')).toHaveText(['d', 'latitude', 'north']);
	await expect(groups.nth(1)).toContainText('number-unreadable');
});

test('texts of files are shown as they are, and none of them does anything', async ({ page }) => {
	const dialog = await openFiles(page, HOSTILE);
	await unfoldAll(dialog);
	await expect(dialog).toContainText('<img src=x onerror=alert(1)>.csv');
	await expect(dialog).toContainText('<b>column</b>U+202Egnp');
	await expect(dialog).toContainText('<img src=x onerror=alert(2)>');
	await expect(dialog).toContainText('<script>alert(3)</script>');
	await expect(dialog).toContainText('U+202Eevil');
	await expect(dialog.locator('img, script, b')).toHaveCount(0);
	expect(await dialog.innerText()).not.toContain('\u202e');
});

test('the mapping that is saved is the one of the command line, and is applied when it is opened again', async ({
	page
}) => {
	const dialog = await openFiles(page, AMBIGUOUS);
	await dialog.getByRole('radio', { name: /month first/ }).check();
	await use(dialog, 'remark').selectOption('');
	await expectSum(dialog, '3 events read = 3 accepted + 0 repaired + 0 rejected');
	const download = page.waitForEvent('download');
	await dialog.getByRole('button', { name: 'Save mapping' }).click();
	const text = await textOf(download);
	expect(JSON.parse(text)).toEqual({
		mapping: 1,
		files: [
			{
				file: 'visits.csv',
				format: 'csv',
				delimiter: ',',
				header: true,
				language: 'und',
				swapped: false,
				columns: [
					{ column: 'title', use: 'title' },
					{ column: 'date', use: 'when', notation: 'month-first' },
					{ column: 'place', use: 'place' },
					{ column: 'latitude', use: 'latitude' },
					{ column: 'longitude', use: 'longitude' },
					{ column: 'remark', use: null }
				]
			}
		]
	});
	expect(parseMappingFile('mapping.json', text).problems).toEqual([]);

	await page.reload();
	await openOwnData(page);
	await chooseFiles(page, [AMBIGUOUS, { name: 'mapping.json', text }]);
	await expectSum(dialog, '3 events read = 3 accepted + 0 repaired + 0 rejected');
	await expect(dialog.getByRole('radio')).toHaveCount(0);
	await summaryOf(dialog, 'visits.csv').click();
	await expect(dialog.getByRole('combobox', { name: 'How date is written', exact: true })).toHaveValue('month-first');
	await expect(use(dialog, 'remark')).toHaveValue('');
});

test('rejected rows are saved with their reasons', async ({ page }) => {
	const dialog = await openFiles(page, FAULTY);
	const download = page.waitForEvent('download');
	await dialog.getByRole('button', { name: 'Save rejected rows' }).click();
	const { data } = Papa.parse<string[]>((await textOf(download)).replace(/^\ufeff/, ''), { skipEmptyLines: true });
	// What the file had, behind the reasons.
	expect(data.map(([, ...cells]) => cells)).toEqual([
		['id', 'title', 'date', 'latitude', 'longitude'],
		['b', 'No such day', '2024-02-30', '33.5', '36.25'],
		['c', 'No such month', '2024-13-01', '33.5', '36.25'],
		['d', 'No number', '2024-04-03', 'north', '36.25'],
		['e', 'Half a position', '2024-04-03', '33.5', '']
	]);
	const reasons = data.slice(1).map(([reason]) => reason);
	expect(reasons).toEqual([
		expect.stringContaining('February 2024 has 29 days'),
		expect.stringContaining('month'),
		expect.stringContaining('north'),
		expect.stringContaining('longitude')
	]);
});

test('one answer serves all columns that ask the same', async ({ page }) => {
	const dialog = await openFiles(
		page,
		csv('three.csv', 'title,start,end,report date', 'One,03/04/2024,05/04/2024,06/05/2024')
	);
	const radios = dialog.getByRole('radio', { name: /day first/ });
	await expect(radios).toHaveCount(3);
	await radios.nth(1).check();
	await dialog.getByRole('button', { name: 'The same for 2 other columns' }).click();
	await expect(radios.nth(1)).toBeFocused();
	await expect(dialog.getByRole('heading', { name: 'Your answers' })).toBeVisible();
	for (const index of [0, 1, 2]) await expect(radios.nth(index)).toBeChecked();
	await expectSum(dialog, '1 event read = 1 accepted + 0 repaired + 0 rejected');
});

test('a mapping without its file is said to be one', async ({ page }) => {
	await page.goto('');
	const dialog = await openOwnData(page);
	const buffer = Buffer.from('{"mapping": 1, "files": []}');
	await dialog
		.locator('input[type="file"]')
		.setInputFiles([{ name: 'mapping.json', mimeType: 'application/json', buffer }]);
	await expect(dialog).toContainText('This is a mapping. Choose it together with its data file.');
	await expect(dialog.getByRole('heading', { name: 'Before you go on' })).toBeFocused();
});

test('the encoding that is chosen is the one that is shown', async ({ page }) => {
	const dialog = await openFiles(page, SWAPPED);
	await unfoldAll(dialog);
	const encoding = dialog.getByRole('combobox', { name: 'Encoding' });
	await encoding.selectOption('windows-1252');
	await expect(summaryOf(dialog, 'swapped.csv')).toContainText('Windows-1252');
	await expect(encoding).toHaveValue('windows-1252');
});

test('a language tag that is none is refused beside its field', async ({ page }) => {
	const dialog = await openFiles(page, AMBIGUOUS);
	await dialog.getByRole('combobox', { name: 'Language of the texts' }).selectOption('another language');
	const field = dialog.getByRole('textbox', { name: 'Language code' });
	await expect(field).toBeFocused();
	await field.fill('klingon!');
	await field.press('Enter');
	await expect(field).toHaveAttribute('aria-invalid', 'true');
	await expect(field).toHaveAccessibleDescription(/“klingon!” is no language code/);
	await field.fill('pt-br');
	await field.press('Enter');
	await expect(field).toHaveValue('pt-BR');
	await expect(field).toHaveAttribute('aria-invalid', 'false');
});

test('a file that cannot be read is named with the way to its reason; the good one is there', async ({ page }) => {
	const dialog = await openFiles(page, SWAPPED, EMPTY);
	await dialog.getByRole('link', { name: '“nothing.csv” could not be read: see why' }).click();
	await expect(dialog.getByRole('heading', { name: /^What needs attention/ })).toBeFocused();
	await expect(summaryOf(dialog, 'The file is empty.')).toBeVisible();
	await expect(summaryOf(dialog, 'swapped.csv')).toContainText('2 rows');
});

test('of a thousand columns a hundred stand there, and the others are counted', async ({ page }) => {
	const names = Array.from({ length: 300 }, (_, index) => `column ${index}`);
	const dialog = await openFiles(page, csv('wide.csv', names.join(','), names.map(() => 'x').join(',')));
	await summaryOf(dialog, 'wide.csv').click();
	await expect(dialog.getByRole('combobox', { name: /^Use of the column/ })).toHaveCount(100);
	await expect(dialog).toContainText('200 more columns are not shown here. They are read as suggested.');
});

test('by keyboard alone from the button to the dataset', async ({ page }) => {
	// Asked for long before: a chooser that opens before the browser has heard of it is closed at once.
	const chooser = page.waitForEvent('filechooser');
	await page.goto('');
	await ownDataButton(page).focus();
	await page.keyboard.press('Enter');
	const dialog = ownData(page);
	await expect(dialog).toBeVisible();
	const field = dialog.locator('input[type="file"]');
	while (!(await field.evaluate((node) => node === document.activeElement))) await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await (await chooser).setFiles([{ name: AMBIGUOUS.name, mimeType: 'text/csv', buffer: Buffer.from(AMBIGUOUS.text) }]);
	await expect(dialog.getByRole('heading', { name: 'Before you go on' })).toBeFocused();
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(dialog.getByRole('radio').first()).toBeFocused();
	await page.keyboard.press('Space');
	await expectSum(dialog, '3 events read = 3 accepted + 0 repaired + 0 rejected');
	const show = dialog.getByRole('button', { name: 'Show 3 events' });
	for (let step = 0; step < 60 && !(await show.evaluate((node) => node === document.activeElement)); step++)
		await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(dialog).toBeHidden();
	await expect(page.getByText('3 of 3 events').first()).toBeVisible();
});

for (const direction of DIRECTIONS)
	for (const width of [360, 768])
		test.describe(`${direction}, ${width} px`, () => {
			test.use({ viewport: { width, height: 800 }, locale: direction === 'rtl' ? 'ar' : 'en-GB' });

			test('nothing in the dialog scrolls sideways', async ({ page }) => {
				const w = WORDS[direction];
				await page.goto(PATHS[direction]);
				const dialog = await openOwnData(page, w);
				const tooWide = () => dialog.evaluate((node) => node.scrollWidth - node.clientWidth);
				expect.soft(await tooWide(), 'nothing chosen').toBe(0);
				await chooseFiles(page, [AMBIGUOUS], w);
				await unfoldAll(dialog);
				expect.soft(await tooWide(), 'a question').toBe(0);
				await chooseFiles(page, [SWAPPED, FAULTY, EMPTY], w);
				await unfoldAll(dialog);
				expect.soft(await tooWide(), 'several files with problems').toBe(0);
			});
		});
