import { expect, type Locator, type Page } from '@playwright/test';

/** Where things of the timeline are found, by the names that readers of screens hear. */
export const time = (page: Page): Locator => page.getByRole('group', { name: 'Time window', exact: true });
export const handle = (page: Page, name: 'From' | 'To'): Locator =>
	time(page).getByRole('slider', { name, exact: true });
export const button = (page: Page, name: string | RegExp): Locator =>
	time(page).getByRole('button', { name, exact: true });
export const field = (page: Page, name: string): Locator => time(page).getByRole('textbox', { name, exact: true });
export const choice = (page: Page, name: string): Locator => time(page).getByRole('combobox', { name, exact: true });
export const overview = (page: Page): Locator =>
	time(page).getByRole('slider', { name: 'Part of the timeline shown', exact: true });
export const mark = (page: Page, id: string): Locator => time(page).locator(`[data-mark="${id}"]`);
export const marks = (page: Page): Locator => time(page).locator('[data-mark]');
/** What is said beside the pointer, or after a press. */
export const hint = (page: Page): Locator => time(page).locator('.hover span');
/** The bars, as one picture. */
export const picture = (page: Page): Locator => time(page).locator('[role="img"]');

export const query = (page: Page): string => new URL(page.url()).search;
export const historyLength = (page: Page): Promise<number> => page.evaluate(() => history.length);

export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

export async function boxOf(locator: Locator): Promise<Box> {
	const box = await locator.boundingBox();
	if (box === null) throw new Error(`not on screen: ${locator}`);
	return box;
}

export async function middle(locator: Locator): Promise<{ x: number; y: number }> {
	const { x, y, width, height } = await boxOf(locator);
	return { x: x + width / 2, y: y + height / 2 };
}

/** Px of the middle of the sign that a mark begins with. */
export const signX = async (page: Page, id: string): Promise<number> =>
	(await middle(mark(page, id).locator('.sign').first())).x;

/** A place in the lanes at `x`, px of the page: just above the axis, or `up` px higher. */
export async function inLanes(page: Page, x: number, up = 2): Promise<{ x: number; y: number }> {
	const { y, height } = await boxOf(time(page).locator('.lanes'));
	const axis = await boxOf(time(page).locator('.axis line').first());
	return { x, y: Math.min(axis.y, y + height) - up };
}

/** A place in the lanes at `x` where no mark lies, the nearest to the axis. */
export async function emptyAt(page: Page, x: number): Promise<{ x: number; y: number }> {
	const { y: bottom } = await inLanes(page, x);
	const { y: top } = await boxOf(time(page).locator('.lanes'));
	const y = await page.evaluate(
		(at) => {
			for (let y = at.bottom; y > at.top; y -= 3)
				if (document.elementFromPoint(at.x, y)?.classList.contains('lanes') === true) return y;
			return null;
		},
		{ x, bottom, top }
	);
	if (y === null) throw new Error(`there is a mark everywhere at ${x}`);
	return { x, y };
}

/** Comes so many times twice as near to the pointer. */
export async function wheelIn(page: Page, times: number): Promise<void> {
	// One turn is cut off at less than twice as near: a notch of some wheels is very large.
	for (let i = 0; i < 2 * times; i++) await page.mouse.wheel(0, -217);
}

/** The days of "from 1 July 2025 to 3 July 2025", which the overview says of the screen. */
export async function shown(page: Page): Promise<readonly [first: string, last: string]> {
	const text = (await overview(page).getAttribute('aria-valuetext')) ?? '';
	const [, first = '', last = ''] = /^from (.+) to (.+)$/.exec(text) ?? [];
	expect(first, text).not.toBe('');
	return [first, last];
}

/** Names of the buttons that fold and unfold gaps, from left to right. */
export const foldNames = (page: Page): Promise<readonly string[]> =>
	time(page)
		.getByRole('button', { name: /^(Unfold .* in which|Fold .* again)/ })
		.evaluateAll((buttons) =>
			buttons
				.map((button) => ({ x: button.getBoundingClientRect().x, name: button.getAttribute('aria-label') ?? '' }))
				.sort((a, b) => a.x - b.x)
				.map(({ name }) => name)
		);
