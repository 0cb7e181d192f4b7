import type { Page } from '@playwright/test';

/** Before the page is opened: what it copies is noted, as its policy lets nobody read the clipboard. */
export async function noteCopies(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const write = navigator.clipboard.writeText.bind(navigator.clipboard);
		Object.defineProperty(navigator.clipboard, 'writeText', {
			value: async (text: string) => {
				await write(text);
				Reflect.set(window, 'copied', text);
			}
		});
	});
}

export function copied(page: Page): Promise<string> {
	return page.evaluate(() => String(Reflect.get(window, 'copied')));
}
