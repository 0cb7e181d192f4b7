import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

const CHUNKS = 'build/_app/immutable/chunks';
/** As the build writes the direction of English in `src/lib/i18n/locales.ts`. */
const COMPILED = /(\ben:\{dir:)([`'"])ltr\2/g;

/**
 * Pages opened afterwards are written from right to left, in English, so that a test of the direction needs
 * no other words. The one place that says the direction is turned on its way to the browser; throws a
 * sentence where the build has no such place, or several.
 */
export async function turnAround(page: Page): Promise<void> {
	const found = readdirSync(CHUNKS)
		.filter((file) => file.endsWith('.js'))
		.flatMap((file) => {
			const script = readFileSync(join(CHUNKS, file), 'utf8');
			return [...script.matchAll(COMPILED)].map(() => ({ file, script }));
		});
	const [only] = found;
	if (only === undefined || found.length > 1)
		throw new Error(`The build says "dir: 'ltr'" ${found.length} times and not once: which one is to be turned?`);
	const body = only.script.replace(COMPILED, '$1$2rtl$2');
	await page.route(`**/${only.file}`, (route) => route.fulfill({ contentType: 'text/javascript', body }));
	await page.addInitScript(() => {
		// The element may be there only after this script has run.
		const turn = (): void => document.documentElement?.setAttribute('dir', 'rtl');
		turn();
		new MutationObserver(turn).observe(document, { childList: true });
	});
}
