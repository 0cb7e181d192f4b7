import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';

const TYPES: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.mjs': 'text/javascript',
	'.css': 'text/css',
	'.wasm': 'application/wasm'
};

/** Isolated, so that `performance.now` has steps of 5 µs. */
const ISOLATED = {
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Embedder-Policy': 'require-corp'
};

/** Serves a folder on 127.0.0.1, for the benchmark's own pages. */
export async function serveFolder(folder: string): Promise<{ url: string; close(): void }> {
	const server = createServer((request, response) => {
		const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
		const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
		stat(file).then(
			({ size }) => {
				const type = TYPES[extname(file)] ?? 'application/octet-stream';
				response.writeHead(200, { ...ISOLATED, 'Content-Type': type, 'Content-Length': size });
				createReadStream(file).pipe(response);
			},
			() => response.writeHead(404).end()
		);
	});
	return { url: await listen(server), close: () => server.closeAllConnections() };
}

/** On a free port; the address without a slash at its end. */
export function listen(server: Server): Promise<string> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			server.unref();
			const address = server.address();
			if (address !== null && typeof address === 'object') resolve(`http://127.0.0.1:${address.port}`);
		});
	});
}

/** Headless, drawing in software: the same on machines with and without a graphics card. */
export function launchBrowser(executablePath: string): Promise<Browser> {
	return chromium.launch({
		executablePath,
		// Who breaks the benchmark off gets a report first; the browser ends with this process.
		handleSIGINT: false,
		handleSIGTERM: false,
		handleSIGHUP: false,
		args: [
			'--no-sandbox',
			'--use-angle=swiftshader',
			'--enable-unsafe-swiftshader',
			'--ignore-gpu-blocklist',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-renderer-backgrounding',
			'--enable-precise-memory-info',
			'--js-flags=--expose-gc --max-old-space-size=12000'
		]
	});
}

/** A page with what it says on its console sent to stderr, that reports where it asks for anything but this machine. */
export async function openPage(browser: Browser, url: string): Promise<{ page: Page; metrics: Metrics }> {
	const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, serviceWorkers: 'block' });
	page.setDefaultTimeout(600_000);
	page.on('pageerror', (error) => process.stderr.write(`  ${error.message}\n`));
	page.on('request', (request) => {
		if (!/^(?:http:\/\/127\.0\.0\.1:|data:|blob:)/.test(request.url()))
			process.stderr.write(`  The page asked for ${request.url()}.\n`);
	});
	const session = await page.context().newCDPSession(page);
	await session.send('Performance.enable', { timeDomain: 'threadTicks' });
	await page.goto(url);
	return { page, metrics: new Metrics(session) };
}

export interface Reading {
	/** ms of the CPU: the page's main thread. */
	readonly main: number;
	/** ms of the CPU: all threads of the page, its workers among them. */
	readonly page: number;
	/** ms of scripts on the main thread. */
	readonly script: number;
	/** Listeners on elements. */
	readonly listeners: number;
	/** Elements and texts. */
	readonly nodes: number;
}

/** The browser's own accounts of a page. */
export class Metrics {
	readonly #session: CDPSession;

	constructor(session: CDPSession) {
		this.#session = session;
	}

	async read(): Promise<Reading> {
		const { metrics } = await this.#session.send('Performance.getMetrics');
		const value = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? NaN;
		return {
			main: 1000 * value('ThreadTime'),
			page: 1000 * value('ProcessTime'),
			script: 1000 * value('ScriptDuration'),
			listeners: value('JSEventListeners'),
			nodes: value('Nodes')
		};
	}

	/** MB that are still needed: objects and buffers, after collecting twice. */
	async heap(): Promise<number> {
		for (let i = 0; i < 2; i++) await this.#session.send('HeapProfiler.collectGarbage');
		const usage = await this.#session.send('Runtime.getHeapUsage');
		const backing = 'backingStorageSize' in usage ? Number(usage.backingStorageSize) : 0;
		return (usage.usedSize + backing) / 1e6;
	}
}
