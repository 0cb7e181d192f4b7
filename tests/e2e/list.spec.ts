import type { Page } from '@playwright/test';
import { details, events as list, row, rows } from './support/parts.ts';
import { atRest } from './support/rest.ts';
import { expect, test } from './support/test.ts';

/** As Back would: the page reads another address, and neither pointer nor focus has any part in it. */
const readAddress = (page: Page, search: string): Promise<void> =>
	page.evaluate((to) => {
		history.pushState(history.state, '', to);
		dispatchEvent(new PopStateEvent('popstate'));
	}, search);
const ids = (page: Page): Promise<string[]> =>
	rows(page).evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-event-id') ?? ''));

/** By start, end, id, as the facts have it. */
const IN_ORDER = [
	'khmeimim-base',
	'tartous-base',
	'baath-rule-begins',
	'assad-rule-begins',
	'assad-flees',
	'damascus-seized',
	'new-government',
	'israeli-strikes-support',
	'putin-call',
	'shibani-in-moscow',
	'un-address',
	'novak-in-damascus',
	'visit-announced',
	'meets-community',
	'moscow-visit',
	'talks-on-bases'
];

test('all sixteen rows stand in time order under headings that claim no month that is not known', async ({ page }) => {
	await page.goto('');
	expect(await ids(page)).toEqual(IN_ORDER);
	await expect(list(page).getByRole('heading', { level: 3 })).toHaveText([
		'Start unknown',
		'1963',
		'about 2000',
		'December 2024',
		'December 2024 or January 2025',
		'December 2024, uncertain',
		'February 2025',
		'July 2025',
		'September 2025',
		'October 2025'
	]);
	await expect(list(page).getByRole('list')).toHaveCount(10);

	await list(page).getByRole('button', { name: 'Newest first' }).click();
	await expect.poll(() => ids(page)).toEqual([...IN_ORDER].reverse());
	await expect.poll(() => new URL(page.url()).search).toBe('?order=desc');
	await list(page).getByRole('button', { name: 'Oldest first' }).click();
	await expect.poll(() => ids(page)).toEqual(IN_ORDER);
});

test('a row says what is known in words: date, places with their roles, status, sources', async ({ page }) => {
	await page.goto('');
	const says: Readonly<Record<string, readonly string[]>> = {
		'moscow-visit': ['15 Oct 2025', 'planned', 'Damascus → Moscow', '2 sources', 'Diplomacy'],
		'talks-on-bases': ['planned', 'Moscow', 'about Tartous', 'about Khmeimim', '1 source'],
		'putin-call': ['Feb 2025', 'Moscow ↔ Damascus'],
		'new-government': ['one of Dec 2024 or Jan 2025', 'reports differ', 'Damascus'],
		'assad-rule-begins': ['about 2000', 'date inferred'],
		'tartous-base': ['until 14 Oct 2025, start unknown', 'ongoing', 'Tartous'],
		'israeli-strikes-support': ['uncertain', 'ongoing', 'date inferred', 'about Damascus']
	};
	for (const [id, words] of Object.entries(says)) {
		for (const word of words) await expect(row(page, id), id).toContainText(word);
	}
	// Only what is certain of the second clock: a call in February, reported on 14 October, is 7 months old or more.
	const delays: Readonly<Record<string, string>> = {
		'putin-call': 'reported at least 7 months later',
		'novak-in-damascus': 'reported 1 month later',
		'assad-rule-begins': 'reported about 24 years later'
	};
	for (const [id, words] of Object.entries(delays)) await expect(row(page, id).getByText(words)).toBeVisible();
	for (const id of ['un-address', 'moscow-visit', 'tartous-base', 'israeli-strikes-support']) {
		await expect(row(page, id), id).not.toContainText('later');
	}
	await expect(row(page, 'baath-rule-begins')).not.toContainText('occurred');
	await expect(row(page, 'novak-in-damascus').locator('time')).toHaveAttribute('datetime', '2025-09-09');
	await expect(row(page, 'un-address').locator('time')).toHaveAttribute('datetime', '2025-09');
	await expect(row(page, 'assad-rule-begins').locator('time')).toHaveCount(0);
});

test('the details of the new government show both dates side by side and every claim', async ({ page }) => {
	await page.goto('');
	await row(page, 'new-government').getByRole('link').click();
	const open = details(page);
	await expect(open.getByRole('heading', { level: 2 })).toHaveText('New government takes office under al-Sharaa');
	await expect(open).toContainText('The reports differ: December 2024 or January 2025.');
	await expect(open.locator('.differing dt')).toHaveText(['fourth quarter of 2024', 'December 2024', 'January 2025']);
	await expect(open.locator('.differing dd')).toHaveText([
		'Report A, dated 14 October 2025, ¶6',
		'Report B, undated, ¶4',
		'Report B, undated, ¶11'
	]);
	await expect(open.locator('.source')).toHaveCount(2);
	await expect(open.locator('.source li')).toHaveCount(3);
	await expect(open.locator('.source').nth(1)).toContainText('published 14 October 2025 (inferred)');
	await expect(row(page, 'new-government').getByRole('link')).toHaveAttribute('aria-current', 'true');
	await expect(open.getByRole('link', { name: 'Link to this event' })).toHaveAttribute(
		'href',
		/\/events\/new-government\/$/
	);
	await expect(open.getByRole('heading', { level: 2 })).toBeFocused();
});

test('the details say how long after the event each report came out', async ({ page }) => {
	await page.goto('?event=putin-call');
	const sources = details(page).locator('.source');
	await expect(sources.nth(0)).toContainText('published 14 October 2025, at least 7 months after the event');
	await expect(sources.nth(1)).toContainText('published 14 October 2025 (inferred), at least 7 months after the event');
});

test('the details say which agency was quoted, what is inferred, and who was there', async ({ page }) => {
	await page.goto('?event=talks-on-bases');
	await expect(details(page)).toContainText('through Reuters, quoting a Syrian official, unnamed');
	await expect(details(page)).toContainText('Planned: none of the reports says that it took place.');
	await page.goto('?event=assad-rule-begins');
	await expect(details(page)).toContainText('about 2000');
	await expect(details(page)).toContainText('inferred: no report gives this date');
	await page.goto('?event=assad-flees');
	await expect(details(page)).toContainText('The reports agree, some more exactly than others');
	await expect(details(page)).toContainText('(inferred)');
});

test('places, actors and sources of an event lead to their events', async ({ page }) => {
	await page.goto('?event=putin-call');
	const query = (): string => new URL(page.url()).search;
	await details(page).getByRole('button', { name: 'Moscow', exact: true }).click();
	await expect.poll(query).toBe('?place=moscow&event=putin-call');
	await expect(rows(page)).toHaveCount(7);
	await expect(details(page).getByRole('button', { name: 'Moscow', exact: true })).toHaveAttribute(
		'aria-pressed',
		'true'
	);
	await details(page).getByRole('button', { name: 'Moscow', exact: true }).click();
	await expect(rows(page)).toHaveCount(16);
	await details(page).getByRole('button', { name: 'Vladimir Putin' }).click();
	await expect.poll(query).toBe('?actor=vladimir-putin&event=putin-call');
	await details(page).getByRole('button', { name: 'Vladimir Putin' }).click();
	await details(page).getByRole('button', { name: 'Report B, undated' }).click();
	await expect.poll(query).toBe('?source=report-b&event=putin-call');
});

test('Close and Escape give the focus back to the row; a modifier key leaves the link to the browser', async ({
	page
}) => {
	await page.goto('');
	const link = row(page, 'putin-call').getByRole('link');
	await link.focus();
	await page.keyboard.press('Enter');
	await expect(details(page).getByRole('heading', { level: 2 })).toBeFocused();
	await details(page).getByRole('button', { name: 'Close', exact: true }).click();
	await expect(details(page)).toHaveCount(0);
	await expect(link).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(details(page).getByRole('heading', { level: 2 })).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(details(page)).toHaveCount(0);
	await expect(link).toBeFocused();
	await expect(link).not.toHaveAttribute('aria-current');

	const opened = page.context().waitForEvent('page');
	await link.click({ modifiers: ['ControlOrMeta'] });
	const other = await opened;
	await expect(other).toHaveURL(/\?event=putin-call$/);
	await expect(details(page)).toHaveCount(0);
});

test('the link to an event leads to its page, from there to it with nothing filtered, and Back to where it stood', async ({
	page
}) => {
	await page.goto('?place=moscow&event=putin-call');
	await expect(rows(page)).toHaveCount(7);
	const link = details(page).getByRole('link', { name: 'Link to this event' });

	const opened = page.context().waitForEvent('page');
	await link.click({ modifiers: ['ControlOrMeta'] });
	await expect(await opened).toHaveURL(/\/events\/putin-call\/$/);
	await expect(rows(page)).toHaveCount(7);

	await link.click();
	await expect(page).toHaveURL(/\/events\/putin-call\/$/);
	await page.getByRole('link', { name: 'Open on the map and the timeline' }).click();
	await expect(page).toHaveURL(/\/\?event=putin-call$/);
	await expect(rows(page)).toHaveCount(16);
	await expect(details(page)).toContainText('February 2025');
	await page.goBack();
	await page.goBack();
	await expect(page).toHaveURL(/\/\?place=moscow&event=putin-call$/);
	await expect(rows(page)).toHaveCount(7);
	await expect(details(page)).toContainText('February 2025');
});

test('what changes beside the selection moves neither the focus nor the details', async ({ page }) => {
	await page.goto('?event=new-government');
	await expect(details(page).getByRole('heading', { level: 2 })).toBeVisible();
	const link = row(page, 'new-government').getByRole('link');
	await link.focus();
	const top = await details(page).evaluate((node) => {
		node.scrollTop = 40;
		return node.scrollTop;
	});
	expect(top).toBe(40);
	await readAddress(page, '?place=damascus&event=new-government');
	await expect(rows(page)).not.toHaveCount(16);
	await expect(link).toBeFocused();
	expect(await details(page).evaluate((node) => node.scrollTop)).toBe(40);
});

test('what is filtered away under the pointer is pointed at no longer', async ({ page }) => {
	await page.goto('');
	// Events of their own: the browser's pointer would at once enter whatever comes to lie under it.
	await row(page, 'putin-call').dispatchEvent('pointerenter');
	await expect(row(page, 'putin-call')).toHaveClass(/\blit\b/);
	await readAddress(page, '?place=new-york');
	await expect(row(page, 'putin-call')).toHaveCount(0);
	await readAddress(page, '?play=window');
	await expect(rows(page)).toHaveCount(16);
	await expect(list(page).locator('.lit')).toHaveCount(0);

	await readAddress(page, '?event=putin-call');
	await details(page).getByRole('button', { name: 'Moscow', exact: true }).dispatchEvent('pointerenter');
	await expect(list(page).locator('.lit')).toHaveCount(7);
	await readAddress(page, '?event=baath-rule-begins');
	await expect(details(page)).toContainText('1963');
	await expect(list(page).locator('.lit')).toHaveCount(0);
});

test('a dialog closes by a press on its backdrop, and not where a press that began inside ends', async ({ page }) => {
	await page.goto('');
	await page.getByRole('button', { name: 'Share', exact: true }).click();
	const dialog = page.getByRole('dialog', { name: 'Share' });
	await expect(dialog).toBeVisible();
	await atRest(page);
	const [inside, box] = [await dialog.getByRole('heading', { level: 2 }).boundingBox(), await dialog.boundingBox()];
	if (inside === null || box === null) throw new Error('nothing to press');
	const y = inside.y + inside.height / 2;
	await page.mouse.move(inside.x + inside.width / 2, y);
	await page.mouse.down();
	await page.mouse.move(box.x / 2, y, { steps: 5 });
	await page.mouse.up();
	await expect(dialog).toBeVisible();
	await page.mouse.click(box.x / 2, y);
	await expect(dialog).toHaveCount(0);
});

test('a selection from elsewhere shows its row below the details, and the page stays where it is', async ({ page }) => {
	await page.goto('');
	await expect(rows(page)).toHaveCount(16);
	await page.getByRole('button', { name: 'Previous event', exact: true }).click();
	await expect(details(page)).toContainText('Talks to cover the two bases');
	await expect
		.poll(async () => {
			const [at, above] = await Promise.all([row(page, 'talks-on-bases').boundingBox(), details(page).boundingBox()]);
			const time = await page.getByRole('group', { name: 'Time window' }).boundingBox();
			if (at === null || above === null || time === null) return 'not there';
			if (at.y < above.y + above.height - 1) return 'under the details';
			return at.y + at.height > time.y + 1 ? 'under the timeline' : 'in view';
		})
		.toBe('in view');
	await atRest(page);
	expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('the focus outlives the row it was on', async ({ page }) => {
	await page.goto('?place=moscow');
	await expect(rows(page)).toHaveCount(7);
	await row(page, 'putin-call').getByRole('link').focus();
	await readAddress(page, '?place=moscow&status=planned');
	await expect(rows(page)).toHaveCount(3);
	await expect(row(page, 'meets-community').getByRole('link')).toBeFocused();
	await readAddress(page, '?from=1980&to=1981');
	await expect(rows(page)).toHaveCount(0);
	await expect(list(page).getByRole('heading', { name: 'Events' })).toBeFocused();
});

test('nothing listed: why, and the smallest widening in one button', async ({ page }) => {
	await page.goto('?from=1980&to=1981&place=damascus');
	await expect(list(page)).toContainText('No event matches all of: time window 1980–1981; place Damascus.');
	await list(page).getByRole('button', { name: 'Widen the time window to 1963–1981: 1 event' }).click();
	await expect(rows(page)).toHaveCount(1);
	await expect.poll(() => new URL(page.url()).search).toBe('?from=1963&to=1981&place=damascus');
	await expect(list(page).getByRole('heading', { name: 'Events' })).toBeFocused();

	await page.goto('?place=new-york&category=power');
	await expect(list(page)).toContainText('place New York; category Power');
	await list(page).getByRole('button', { name: 'Any category: 1 event' }).click();
	await expect(rows(page)).toHaveCount(1);

	await page.goto('?from=1980&to=1981&q=zebra&status=reported');
	const before = await page.evaluate(() => history.length);
	await list(page).getByRole('button', { name: 'Clear all filters and the time window: 16 events' }).click();
	await expect(rows(page)).toHaveCount(16);
	await expect.poll(() => new URL(page.url()).search).toBe('');
	expect(await page.evaluate(() => history.length)).toBe(before + 1);
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

	test('a row that is tapped brings its details into view, below what sticks to the top', async ({ page }) => {
		await page.goto('');
		await row(page, 'moscow-visit').getByRole('link').tap();
		const heading = details(page).getByRole('heading', { level: 2 });
		await expect(heading).toBeInViewport();
		const isOnTop = (): Promise<boolean> =>
			heading.evaluate((node) => {
				const { x, y, width, height } = node.getBoundingClientRect();
				const top = document.elementFromPoint(x + width / 4, y + height / 2);
				return top !== null && node.contains(top);
			});
		await expect.poll(isOnTop).toBe(true);
		await details(page).getByRole('button', { name: 'Close', exact: true }).tap();
		await expect(row(page, 'moscow-visit').getByRole('link')).toBeFocused();
		await expect(row(page, 'moscow-visit')).toBeInViewport();
	});

	test('a selection from elsewhere does not move the page', async ({ page }) => {
		await page.goto('');
		await expect(rows(page)).toHaveCount(16);
		const before = await page.evaluate(() => scrollY);
		await readAddress(page, '?event=talks-on-bases');
		await expect(details(page)).toBeAttached();
		await atRest(page);
		expect(await page.evaluate(() => scrollY)).toBe(before);
	});
});
