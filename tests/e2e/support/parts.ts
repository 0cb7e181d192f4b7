import type { Locator, Page } from '@playwright/test';

/** Parts of the page in English, by the names that readers of screens hear. The timeline's are in `timeline.ts`. */
export const map = (page: Page): Locator => page.getByRole('region', { name: 'Map', exact: true });
export const events = (page: Page): Locator => page.getByRole('region', { name: 'Events', exact: true });
export const rows = (page: Page): Locator => events(page).locator('[data-event-id]');
export const row = (page: Page, id: string): Locator => events(page).locator(`[data-event-id="${id}"]`);
export const details = (page: Page): Locator => page.getByRole('region', { name: 'Event details', exact: true });
/** The mark of a place, whatever the number of its events. */
export const place = (page: Page, name: string): Locator =>
	map(page).getByRole('button', { name: new RegExp(`^${name}, \\d+ events?$`) });
/** The marks of all places. */
export const places = (page: Page): Locator => map(page).getByRole('button', { name: /, [\d,]+ events?$/ });
