import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { openPage } from './browser.ts';
import type { FirstLoad, Opening } from './findings.ts';
import { median } from './statistics.ts';

/** What visitors wait for: from the last byte of a million events on, and at the first load of a small dataset. */

/** The median of so many visits, none of which finds anything in a cache. `url`: without a slash at its end. */
export async function measureOpening(browser: Browser, url: string, visits: number): Promise<Opening> {
	const all: number[] = [];
	for (let i = 0; i < visits; i++) {
		const { page } = await openPage(browser, 'about:blank');
		await page.goto(`${url}/?from=2015-01-01&to=2015-01-31`);
		all.push(await page.evaluate(untilUsable));
		await page.close();
	}
	return { usableMs: median(all) };
}

/** Runs in the page. ms from the last byte of the columns to the frame after the one in which the window can be moved. */
function untilUsable(): Promise<number> {
	return new Promise((resolve) => {
		const look = (): void => {
			const columns = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/columns.bin'));
			const isThere = document.querySelector('[role="slider"]') !== null && document.querySelector('canvas') !== null;
			if (!(columns instanceof PerformanceResourceTiming) || columns.responseEnd === 0 || !isThere)
				return void requestAnimationFrame(look);
			requestAnimationFrame(() => resolve(performance.now() - columns.responseEnd));
		};
		look();
	});
}

/** Of the dataset in `data/`, in English. */
export async function measureFirstLoad(browser: Browser, url: string, root: string): Promise<FirstLoad> {
	const text = readFileSync(join(root, 'data/events.json'), 'utf8');
	const events = JSON.parse(text) as readonly { readonly title: { readonly en: string } }[];
	const plain = await browser.newPage({ javaScriptEnabled: false });
	await plain.goto(url);
	const shown = await plain.locator('body').innerText();
	const readable = events.filter(({ title }) => shown.includes(title.en)).length;
	const html = await plain.content();
	await plain.close();

	const first = [...html.matchAll(/<link[^>]*rel="modulepreload"[^>]*>/g)].flatMap(([link]) =>
		[...link.matchAll(/href="([^"]+\.js)"/g)].map(([, href = '']) => new URL(href, `${url}/`).href)
	);
	const scripts = await Promise.all(first.map(async (href) => Buffer.from(await (await fetch(href)).arrayBuffer())));
	const { page } = await openPage(browser, 'about:blank');
	await page.addInitScript(watchShifts);
	await page.goto(url);
	await page.locator('canvas').first().waitFor();
	await page.waitForLoadState('networkidle');
	const seen = await page.evaluate(() => {
		const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN;
		const tiles = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('.pmtiles'));
		return { layoutShift: window.shifted, isMapLazy: (tiles?.startTime ?? NaN) > paint };
	});
	await page.close();
	const scriptKb = scripts.reduce((sum, script) => sum + brotliCompressSync(script).length, 0) / 1024;
	return { readable, events: events.length, scriptKb, ...seen };
}

declare global {
	interface Window {
		/** As the browser counts it. */
		shifted: number;
	}
}

/** Runs in the page, before anything of it. */
function watchShifts(): void {
	window.shifted = 0;
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) if ('value' in entry) window.shifted += Number(entry.value);
	}).observe({ type: 'layout-shift', buffered: true });
}
