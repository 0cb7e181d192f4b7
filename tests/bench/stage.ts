import type { Browser, Page } from '@playwright/test';
import { launchBrowser, openPage, type Metrics } from './browser.ts';
import type { Bench } from './pages/harness.ts';

/** A page of the benchmark in a browser of its own, so that none finds the memory of another one. */
export class Stage {
	readonly #chromium: string;
	readonly #url: string;
	#browser: Browser | null = null;
	#page: Page | null = null;
	#metrics: Metrics | null = null;

	/** `chromium`: the executable. */
	constructor(chromium: string, url: string) {
		this.#chromium = chromium;
		this.#url = url;
	}

	/** Also in the place of what is open, whatever has become of it. */
	async open(): Promise<void> {
		await this.close();
		this.#browser = await launchBrowser(this.#chromium);
		const { page, metrics } = await openPage(this.#browser, this.#url);
		[this.#page, this.#metrics] = [page, metrics];
		await page.waitForFunction(() => 'bench' in window);
	}

	get metrics(): Metrics {
		if (this.#metrics === null) throw new Error('The page is not open.');
		return this.#metrics;
	}

	/** Rejects when the page throws, has crashed, or has no answer in `limitMs`. */
	call<K extends keyof Bench>(
		limitMs: number,
		method: K,
		...args: Bench[K] extends (...given: infer Given) => unknown ? Given : never
	): Promise<Awaited<Bench[K] extends (...given: never) => infer Answer ? Answer : never>> {
		if (this.#page === null) throw new Error('The page is not open.');
		const answer = this.#page.evaluate(
			([name, given]) =>
				(window.bench as unknown as Record<string, (...values: unknown[]) => unknown>)[name]?.(...given),
			[method, args] as const
		);
		return within(limitMs, answer as Promise<never>);
	}

	/** Whether the page still answers. */
	async isAlive(): Promise<boolean> {
		const answer = this.#page?.evaluate(() => true).catch(() => false) ?? Promise.resolve(false);
		return within(5000, answer).catch(() => false);
	}

	async close(): Promise<void> {
		const browser = this.#browser;
		this.#browser = this.#page = this.#metrics = null;
		// One that hangs is left to the end of this process.
		if (browser !== null) await within(10_000, browser.close()).catch(() => {});
	}
}

/** The promise, or a rejection that says that it took too long. */
export async function within<T>(limitMs: number, promise: Promise<T>): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const why = limitMs <= 0 ? 'there was no time left' : `no answer within ${Math.round(limitMs / 1000)} s`;
	const late = new Promise<never>((_, reject) => {
		// A timer holds no more than this.
		timer = setTimeout(() => reject(new Error(why)), Math.min(limitMs, 2 ** 31 - 1));
	});
	try {
		return await Promise.race([promise, late]);
	} finally {
		clearTimeout(timer);
		// Its own end, whatever it is, concerns nobody any more.
		promise.catch(() => {});
	}
}

export function firstLine(error: unknown): string {
	return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
