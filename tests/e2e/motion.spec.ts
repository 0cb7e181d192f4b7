import type { Page } from '@playwright/test';
import { closeDialog, siteOf } from './support/reach.ts';
import { expect, test } from './support/test.ts';
import { WORDS } from './support/words.ts';

/** Notes every transition and animation that takes time, and each place where a mark of the map or a handle has stood. */
function watchMotion(page: Page): Promise<unknown> {
	return page.addInitScript(() => {
		const motion: string[] = [];
		const stands: Record<string, string[]> = { map: [], time: [] };
		Object.assign(window, { motion, stands });
		const note = (event: Event): void => {
			const { target } = event;
			if (!(target instanceof Element)) return;
			for (const animation of target.getAnimations({ subtree: false })) {
				if (Number(animation.effect?.getTiming().duration) > 0)
					motion.push(`${event.type} of ${target.tagName} ${target.getAttribute('class') ?? ''}`);
			}
		};
		addEventListener('transitionrun', note, true);
		addEventListener('animationstart', note, true);
		new MutationObserver((records) => {
			for (const { target } of records) {
				if (!(target instanceof HTMLElement)) continue;
				const kind = target.matches('.map-view .mark') ? 'map' : target.matches('.handle') ? 'time' : null;
				if (kind === null) continue;
				const all = stands[kind] ?? [];
				const stand = `${target.ariaLabel ?? ''} ${target.style.transform}`;
				if (!all.includes(stand)) all.push(stand);
			}
		}).observe(document, { subtree: true, attributeFilter: ['style'] });
	});
}

const motion = (page: Page): Promise<readonly string[]> =>
	page.evaluate(() => Reflect.get(window, 'motion') as string[]);
/** Where the mark of a place has been since this was asked last. */
const stands = (page: Page, name: string): Promise<readonly string[]> =>
	page.evaluate((start) => {
		const all = (Reflect.get(window, 'stands') as { map: string[] }).map;
		return all.splice(0).filter((stand) => stand.startsWith(start));
	}, name);

const transformOf = (page: Page, name: RegExp): Promise<string> =>
	page.getByRole('button', { name }).evaluate((node) => node.style.transform);

/** Asks for a move of the map and waits until it is over: the mark has left its place, and stays in another one. */
async function move(page: Page, ask: () => Promise<void>): Promise<void> {
	const start = await transformOf(page, /^Moscow, /);
	await ask();
	let last = start;
	await expect
		.poll(
			async () => {
				const before = last;
				last = await transformOf(page, /^Moscow, /);
				return last !== start && last === before;
			},
			{ intervals: [300] }
		)
		.toBe(true);
}

for (const reducedMotion of ['reduce', 'no-preference'] as const) {
	test(`${reducedMotion === 'reduce' ? 'with' : 'without'} reduced motion asked for: the map ${reducedMotion === 'reduce' ? 'jumps, and nothing fades' : 'flies'}`, async ({
		page
	}) => {
		await page.emulateMedia({ reducedMotion });
		await watchMotion(page);
		await page.goto('');
		const site = siteOf(page, WORDS.ltr);
		await expect(site.map.locator('canvas')).toBeVisible();
		const { w } = site;
		await stands(page, 'Moscow');
		await move(page, () => site.button(w.map.zoomIn, site.map).click());
		const show = (): Promise<void> => site.button(w.event.showOnMap, site.details).click();
		await move(page, async () => {
			await site.events.locator('[data-event-id="un-address"] a').click();
			await show();
		});
		await move(page, () => site.button(w.map.reset, site.map).click());
		await move(page, show);
		const passed = await stands(page, 'Moscow');
		if (reducedMotion === 'no-preference') {
			expect(passed.length).toBeGreaterThan(5);
			return;
		}
		// One for each move that ends where none has, and one where the event that was chosen had a place out of view.
		expect(passed.length).toBeGreaterThan(2);
		expect(passed.length).toBeLessThanOrEqual(4);

		await site.map.locator('.mark').first().hover();
		await site.button(w.page.theme).click();
		await site.button(w.page.filters).first().click();
		await site.button(w.filters.close).first().click();
		await site.button(w.page.share).click();
		await closeDialog(site);
		await site.time.locator('[data-mark="putin-call"]').hover();
		await site.button(w.timeline.zoomIn, site.time).click();

		// Play is a metronome here as everywhere: each date is one place of the handle, and there is none between two.
		await page.evaluate(() => (Reflect.get(window, 'stands') as { time: string[] }).time.splice(0));
		await site.button(w.timeline.play, site.time).click();
		const handle = site.time.getByRole('slider', { name: w.timeline.to, exact: true });
		const dates = new Set<string>();
		await expect
			.poll(async () => dates.add((await handle.getAttribute('aria-valuetext')) ?? '').size)
			.toBeGreaterThan(3);
		expect(await motion(page)).toEqual([]);
	});
}
