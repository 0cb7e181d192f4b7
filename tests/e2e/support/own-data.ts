import { readFile } from 'node:fs/promises';
import { expect, type Download, type Locator, type Page } from '@playwright/test';
import { WORDS, type Words } from './words.ts';

/** A file as it is chosen. */
export interface Chosen {
	readonly name: string;
	readonly text: string;
}

export function csv(name: string, ...lines: readonly string[]): Chosen {
	return { name, text: `${lines.join('\n')}\n` };
}

/** Day and month may be either way round. */
export const AMBIGUOUS = csv(
	'visits.csv',
	'title,date,place,latitude,longitude,remark',
	'First,03/04/2024,Damascus,33.5138,36.2765,a',
	'Second,05/06/2024,Moscow,55.7558,37.6173,b',
	'Third,07/08/2024,Damascus,33.5138,36.2765,c'
);
export const SWAPPED = csv(
	'swapped.csv',
	'title,date,latitude,longitude',
	'First,2024-04-03,100.5,15.25',
	'Second,2024-04-04,101.5,16.25'
);
/** Of five rows one is good. */
export const FAULTY = csv(
	'faulty.csv',
	'id,title,date,latitude,longitude',
	'a,Good,2024-04-03,33.5,36.25',
	'b,No such day,2024-02-30,33.5,36.25',
	'c,No such month,2024-13-01,33.5,36.25',
	'd,No number,2024-04-03,north,36.25',
	'e,Half a position,2024-04-03,33.5,'
);
export const EMPTY: Chosen = { name: 'nothing.csv', text: '' };

export function ownData(page: Page, w: Words = WORDS.ltr): Locator {
	return page.getByRole('dialog', { name: w.importing.title });
}

/** In the header, or below the list where there is no room. */
export function ownDataButton(page: Page, w: Words = WORDS.ltr): Locator {
	return page.getByRole('button', { name: w.page.openOwn, exact: true }).first();
}

export async function openOwnData(page: Page, w: Words = WORDS.ltr): Promise<Locator> {
	await ownDataButton(page, w).click();
	await expect(ownData(page, w)).toBeVisible();
	return ownData(page, w);
}

/** Chooses files in the open dialog, and waits until all is known of them. */
export async function chooseFiles(page: Page, files: readonly Chosen[], w: Words = WORDS.ltr): Promise<void> {
	const dialog = ownData(page, w);
	await dialog
		.locator('input[type="file"]')
		.setInputFiles(files.map(({ name, text }) => ({ name, mimeType: '', buffer: Buffer.from(text) })));
	await expect(dialog.getByRole('list', { name: w.importing.chosen })).toHaveText(
		files.map(({ name }) => name).join('')
	);
	await expect(dialog.getByRole('progressbar')).toHaveCount(0);
	await expect(dialog.getByRole('heading', { name: w.importing.becomes.title })).toBeVisible();
}

/** Presses every heading that unfolds something and is not unfolded. */
export async function unfoldAll(dialog: Locator): Promise<void> {
	// What is unfolded may hold more that is not.
	const pressFolded = (): Promise<number> =>
		dialog.evaluate((node) => {
			const folded = [...node.querySelectorAll<HTMLElement>('details:not([open]) > summary')];
			for (const summary of folded) summary.click();
			return folded.length;
		});
	await expect.poll(pressFolded).toBe(0);
}

/** `3 events read = 2 accepted + 0 repaired + 1 rejected`. */
export async function expectSum(dialog: Locator, sum: string): Promise<void> {
	await expect(dialog.locator('.sum')).toHaveText(sum);
	await expect(dialog.getByRole('progressbar')).toHaveCount(0);
}

export async function textOf(download: Promise<Download>): Promise<string> {
	return readFile(await (await download).path(), 'utf8');
}
