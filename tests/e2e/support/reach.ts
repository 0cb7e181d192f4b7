import { expect, type Locator, type Page } from '@playwright/test';
import type { Words } from './words.ts';

/** A page in one direction of writing, and where things are found on it. */
export interface Site {
	readonly page: Page;
	readonly w: Words;
	readonly map: Locator;
	readonly events: Locator;
	readonly time: Locator;
	readonly details: Locator;
	readonly dialog: Locator;
	button(name: string | RegExp, within?: Locator): Locator;
}

export function siteOf(page: Page, w: Words): Site {
	return {
		page,
		w,
		map: page.getByRole('region', { name: w.map.title, exact: true }),
		events: page.getByRole('region', { name: w.list.title, exact: true }),
		time: page.getByRole('group', { name: w.timeline.timeWindow, exact: true }),
		details: page.getByRole('region', { name: w.event.details, exact: true }),
		dialog: page.getByRole('dialog'),
		button: (name, within) => (within ?? page.locator('body')).getByRole('button', { name, exact: true })
	};
}

/** As Back would: the page reads another address. */
export function goWithin(page: Page, search: string): Promise<void> {
	return page.evaluate((to) => {
		history.pushState(history.state, '', to);
		dispatchEvent(new PopStateEvent('popstate'));
	}, search);
}

export async function openFilters({ page, w, button }: Site): Promise<void> {
	await button(w.page.filters).first().click();
	await expect(page.getByRole('group', { name: w.filters.facet.places, exact: true })).toBeVisible();
}

export async function closeFilters({ page, w, button }: Site): Promise<void> {
	await button(w.filters.close).click();
	await expect(page.getByRole('group', { name: w.filters.facet.places, exact: true })).toHaveCount(0);
}

export async function closeDialog({ page, dialog }: Site): Promise<void> {
	await expect(dialog).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(dialog).toHaveCount(0);
}

export async function type({ page, w }: Site, text: string): Promise<void> {
	await page.getByRole('searchbox', { name: w.filters.search, exact: true }).fill(text);
}

export async function listed({ events }: Site, count: number): Promise<void> {
	await expect(events.locator('[data-event-id]')).toHaveCount(count);
}

/** Where the rarer controls of the timeline stand behind a button. */
export async function openMore({ w, time, button }: Site): Promise<void> {
	const more = button(w.timeline.more, time);
	// It comes with the timeline, seen or not.
	await expect(time.locator('.more-button')).toBeAttached();
	if ((await more.isVisible()) && (await more.getAttribute('aria-expanded')) === 'false') await more.click();
}

export async function press(site: Site, name: string | RegExp): Promise<void> {
	await site.button(name, site.time).first().click();
}

export async function zoomIn(site: Site, times = 1): Promise<void> {
	for (let time = 0; time < times; time++) await press(site, site.w.timeline.zoomIn);
	await expect(site.time.getByRole('slider', { name: site.w.timeline.overview, exact: true })).toBeVisible();
}
