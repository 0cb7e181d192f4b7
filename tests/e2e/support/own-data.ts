import { readFile } from 'node:fs/promises';
import { expect, type Download, type Locator, type Page } from '@playwright/test';
import { importing as arabic } from '../../../src/lib/i18n/ar/import.ts';
import { importing as english } from '../../../src/lib/i18n/en/import.ts';
import { WORDS, type Direction } from './words.ts';

export const IMPORT_WORDS: Readonly<Record<Direction, typeof english>> = { ltr: english, rtl: arabic };

/** A file as it is chosen. */
export interface Chosen {
	readonly name: string;
	readonly text: string;
}

export function csv(name: string, ...lines: readonly string[]): Chosen {
	return { name, text: `${lines.join('\n')}\n` };
}

export function ownData(page: Page, direction: Direction = 'ltr'): Locator {
	return page.getByRole('dialog', { name: IMPORT_WORDS[direction].title });
}

/** In the header, or below the list where there is no room. */
export function ownDataButton(page: Page, direction: Direction = 'ltr'): Locator {
	return page.getByRole('button', { name: WORDS[direction].page.openOwn, exact: true }).first();
}

export async function openOwnData(page: Page, direction: Direction = 'ltr'): Promise<Locator> {
	await ownDataButton(page, direction).click();
	await expect(ownData(page, direction)).toBeVisible();
	return ownData(page, direction);
}

/** Chooses files in the open dialog, and waits until all is known of them. */
export async function chooseFiles(page: Page, files: readonly Chosen[], direction: Direction = 'ltr'): Promise<void> {
	const dialog = ownData(page, direction);
	await dialog
		.locator('input[type="file"]')
		.setInputFiles(files.map(({ name, text }) => ({ name, mimeType: '', buffer: Buffer.from(text) })));
	await expect(dialog.getByRole('progressbar')).toHaveCount(0);
	await expect(dialog.getByRole('heading', { name: IMPORT_WORDS[direction].becomes.title })).toBeVisible();
}

/** `3 events read = 2 accepted + 0 repaired + 1 rejected`. */
export async function expectSum(dialog: Locator, sum: string): Promise<void> {
	await expect(dialog.locator('.sum')).toHaveText(sum);
	await expect(dialog.getByRole('progressbar')).toHaveCount(0);
}

export async function textOf(download: Promise<Download>): Promise<string> {
	return readFile(await (await download).path(), 'utf8');
}
