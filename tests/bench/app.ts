import type { Browser, CDPSession, Locator, Page } from '@playwright/test';
import { stepHandle } from '../support/step-handle.ts';
import { openPage, type Metrics } from './browser.ts';
import { createScripts, SPAN, type Script, type Step } from './data.ts';
import type { Soak } from './findings.ts';
import { median, OWN, type Measured, type Round } from './statistics.ts';

/** What the page keeps account of: when the pointer last moved, and when what was drawn after it was there. */
interface Watch {
	/**
	 * Resolves to ms from the next move of the pointer to the end of the last frame that drew on a canvas, or of the first; 0
	 * when the page heard of no move. `reads`: waits for the pixels, which is work that the application does not do.
	 */
	step(reads: boolean): Promise<number>;
}

declare global {
	interface Window {
		watch: Watch;
	}
}

/** A move is shown by the page in the next frame, and by the map in the one after it. */
const FRAMES = 3;
/** Moves that tell what watching takes. */
const WATCHED = 20;
const YEARS = { from: '2015-01-01', to: '2015-01-31' };

/**
 * The built application, scrubbed with the mouse: the window of thirty days is held in its middle and slid, its later end is
 * pulled from the beginning to the end, and it is thrown from one place to another. Only the browser's own events go in, and
 * only pixels and the browser's own accounts come out.
 */
export async function scrubApplication(
	browser: Browser,
	url: string,
	size: { readonly events: number; readonly places: number },
	rounds: number,
	/** ms for one script of one round; never fewer than five steps. */
	budgetMs: number
): Promise<readonly Measured[]> {
	const { page, metrics } = await openPage(browser, 'about:blank');
	await page.addInitScript(watchFrames, FRAMES);
	await show(page, url, YEARS);
	const session = await page.context().newCDPSession(page);
	const hand = new Hand(page, session, metrics);
	const scripts: readonly Script[] = ['slide', 'handle', 'jump'];
	const all = new Map<Script, Round[]>(scripts.map((script) => [script, []]));
	for (let round = -1; round < rounds; round++) {
		for (const script of scripts) {
			const made = await hand.follow(createScripts()[script], script, round < 0 ? budgetMs / 4 : budgetMs);
			// The first time everything is compiled: it counts nowhere.
			if (round >= 0) all.get(script)?.push(made);
		}
	}
	await page.close();
	return scripts.map((script) => ({ group: 'step', subject: OWN, ...size, script, rounds: all.get(script) ?? [] }));
}

/** Many steps of a handle by keys, to see whether anything of them stays. */
export async function soakApplication(browser: Browser, url: string, steps: number): Promise<Soak> {
	const { page, metrics } = await openPage(browser, 'about:blank');
	await show(page, url, { from: '2019-03', to: '2022-08' });
	const state = async () => {
		await settle(page);
		await rest(page, metrics);
		return { heap: await metrics.heap(), ...(await metrics.read()) };
	};
	const handle = timeWindow(page).and(page.getByLabel('To', { exact: true }));
	// The first ones are for what is made once, and kept.
	await handle.evaluate(stepHandle, Math.min(5000, steps));
	const before = await state();
	await handle.evaluate(stepHandle, steps);
	const after = await state();
	await page.close();
	return {
		subject: 'the application',
		steps,
		heap: [before.heap, after.heap],
		listeners: [before.listeners, after.listeners]
	};
}

/** Until it has come to rest. */
async function show(page: Page, url: string, { from, to }: typeof YEARS): Promise<void> {
	await page.goto(`${url}/?from=${from}&to=${to}`);
	// A mark on the map, which comes last.
	await page.getByRole('region', { name: 'Map', exact: true }).locator('.cell').first().waitFor();
	await page.waitForLoadState('networkidle');
}

/** Until the rows of the list are as they stay: rows of a gesture, and those whose records are on their way, are made of less. */
async function settle(page: Page): Promise<void> {
	await page.waitForFunction(() => {
		const rows = [...document.querySelectorAll<HTMLElement>('[data-event-list] li')];
		return rows.length > 0 && rows.every((row) => row.dataset.eventId !== undefined && row.ariaSetSize !== '-1');
	});
}

/** Until no listener has come or gone for a while: parts of the page are fetched once it has nothing else to do, and the first use of it. */
async function rest(page: Page, metrics: Metrics): Promise<void> {
	const [most, still] = [30, 3];
	let { listeners } = await metrics.read();
	for (let i = 0, same = 0; i < most && same < still; i++) {
		await page.waitForTimeout(1000);
		// What is let go of counts until it is collected.
		await metrics.heap();
		const now = (await metrics.read()).listeners;
		same = now === listeners ? same + 1 : 0;
		listeners = now;
	}
}

function timeWindow(page: Page): Locator {
	return page.getByRole('group', { name: 'Time window', exact: true }).getByRole('slider');
}

/** Runs in the page, before anything of it. */
function watchFrames(frames: number): void {
	let draws = 0;
	const gl = WebGL2RenderingContext.prototype as unknown as Record<string, (...values: unknown[]) => unknown>;
	for (const name of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced']) {
		const draw = gl[name];
		gl[name] = function (...values) {
			draws++;
			return draw?.apply(this, values);
		};
	}
	const pixel = new Uint8Array(4);
	const readBack = (): void => {
		for (const canvas of document.querySelectorAll('canvas')) {
			const context = canvas.getContext('webgl2');
			context?.readPixels(5, 5, 1, 1, context.RGBA, context.UNSIGNED_BYTE, pixel);
		}
	};
	const step = (reads: boolean): Promise<number> =>
		new Promise((resolve) => {
			let hasBegun = false;
			const begin = (): void => {
				hasBegun = true;
				removeEventListener('pointermove', begin, true);
				const moved = performance.now();
				const channel = new MessageChannel();
				let [seen, last, frame] = [draws, 0, 0];
				// After everything else that the frame has to do.
				channel.port1.onmessage = () => {
					if (draws > seen || frame === 0) {
						seen = draws;
						if (reads) readBack();
						last = performance.now() - moved;
					}
					if (++frame < frames) requestAnimationFrame(tell);
					else resolve(last);
				};
				const tell = (): void => channel.port2.postMessage(null);
				requestAnimationFrame(tell);
			};
			addEventListener('pointermove', begin, true);
			// The pointer has moved by less than a pixel, and the page heard nothing of it: no step.
			setTimeout(() => {
				removeEventListener('pointermove', begin, true);
				if (!hasBegun) resolve(0);
			}, 2000);
		});
	window.watch = { step };
}

class Hand {
	readonly #page: Page;
	readonly #session: CDPSession;
	readonly #metrics: Metrics;

	constructor(page: Page, session: CDPSession, metrics: Metrics) {
		this.#page = page;
		this.#session = session;
		this.#metrics = metrics;
	}

	async follow(steps: readonly Step[], script: Script, budgetMs: number): Promise<Round> {
		const { from, to, band, axis } = await this.#find();
		// In the rail the handle; below it a drag that begins in the window takes the window along, however narrow.
		const y = script === 'handle' ? band.y + 8 : band.y + 0.6 * band.height;
		const at = (second: number): number => axis.left + (axis.width * second) / SPAN;
		const held = script === 'handle' ? to : (from + to) / 2;
		const own = await this.#watching();
		await this.#page.mouse.move(held, y);
		await this.#page.mouse.down();
		const [times, scripts]: [number[], number[]] = [[], []];
		let [main, all] = [0, 0];
		const begin = performance.now();
		// The first is where the window is. By turns a step is timed to its pixels, or its scripts are looked at without that.
		for (const [i, [start, end]] of steps.slice(1).entries()) {
			const reads = i % 2 === 0;
			const before = await this.#metrics.read();
			const { result } = await this.#move(script === 'handle' ? at(end) : (at(start) + at(end)) / 2, y, reads);
			const after = await this.#metrics.read();
			if (Number(result.value) > 0) {
				if (reads) {
					times.push(Number(result.value));
					main += after.main - before.main;
					all += after.page - before.page;
				} else scripts.push(Math.max(0, after.script - before.script - own));
			}
			const isEnough = times.length >= 5 || performance.now() - begin > 10 * budgetMs;
			if (isEnough && performance.now() - begin > budgetMs) break;
		}
		// Escape puts back what was.
		await this.#page.keyboard.press('Escape');
		await this.#page.mouse.up();
		return { times, scripts, main, page: all };
	}

	/** ms of scripts that looking at a step takes by itself: of moves over the heading, of which the application makes nothing. */
	async #watching(): Promise<number> {
		const heading = await this.#page.getByRole('heading', { level: 1 }).boundingBox();
		if (heading === null) throw new Error('The application shows no heading.');
		const taken: number[] = [];
		for (let i = 0; i < WATCHED; i++) {
			const before = await this.#metrics.read();
			await this.#move(heading.x + 2 + i, heading.y + heading.height / 2, false, false);
			taken.push((await this.#metrics.read()).script - before.script);
		}
		return median(taken);
	}

	/** Where the two handles are and the axis runs, px. */
	async #find() {
		const sliders = timeWindow(this.#page);
		const boxes = await Promise.all(
			['From', 'To'].map((name) => sliders.and(this.#page.getByLabel(name, { exact: true })).boundingBox())
		);
		const [from, to] = boxes;
		const band = await sliders.first().locator('..').boundingBox();
		if (!from || !to || band === null) throw new Error('The application shows no time window.');
		const middle = (box: { x: number; width: number }): number => box.x + box.width / 2;
		return {
			from: middle(from),
			to: middle(to),
			band,
			// The window begins where the axis does.
			axis: { left: middle(from), width: band.x + band.width - 2 * middle(from) }
		};
	}

	async #move(x: number, y: number, reads: boolean, isHeld = true) {
		const done = this.#session.send('Runtime.evaluate', {
			expression: `window.watch.step(${reads})`,
			awaitPromise: true,
			returnByValue: true
		});
		await this.#session.send('Input.dispatchMouseEvent', {
			type: 'mouseMoved',
			x,
			y,
			...(isHeld ? { button: 'left', buttons: 1 } : { button: 'none', buttons: 0 })
		} as const);
		return done;
	}
}
