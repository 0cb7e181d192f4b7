import type { BrowserContext, Page } from '@playwright/test';

/**
 * The page at `path` as a browser without JavaScript shows it, with scripts allowed once it is there: axe is one, and waits for
 * promises, which do not come where scripts are off. The style sheets then still hold what they hold without scripts.
 */
export async function openWithoutScript(context: BrowserContext, path: string): Promise<Page> {
	const page = await context.newPage();
	await page.route('**/*.css', async (route) => {
		const response = await route.fetch();
		const sheet = await response.text();
		const body = sheet
			.replace(/\(scripting: ?none\)/g, '(width >= 0)')
			.replace(/\(scripting: ?enabled\)/g, '(width < 0)');
		await route.fulfill({ response, body });
	});
	const session = await context.newCDPSession(page);
	await session.send('Emulation.setScriptExecutionDisabled', { value: true });
	await page.goto(path);
	await session.send('Emulation.setScriptExecutionDisabled', { value: false });
	return page;
}
