import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

const time = (page: Page): Locator => page.getByRole('group', { name: 'Time window', exact: true });
const handle = (page: Page, name: 'From' | 'To'): Locator => time(page).getByRole('slider', { name, exact: true });
const button = (page: Page, name: string): Locator => time(page).getByRole('button', { name, exact: true });
const field = (page: Page, name: string): Locator => time(page).getByRole('textbox', { name, exact: true });
const mark = (page: Page, id: string): Locator => time(page).locator(`[data-mark="${id}"]`);
const query = (page: Page): string => new URL(page.url()).search;

async function middle(locator: Locator): Promise<{ x: number; y: number }> {
	const box = await locator.boundingBox();
	if (box === null) throw new Error('not on screen');
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const historyLength = (page: Page): Promise<number> => page.evaluate(() => history.length);

test('a handle follows the mouse day by day, and its release is one step of history', async ({ page }) => {
	await page.goto('?from=2025-07&to=2025-10-15');
	await expect(handle(page, 'From')).toHaveAttribute('aria-valuetext', '1 July 2025');
	await expect(handle(page, 'To')).toHaveAttribute('aria-valuetext', '15 October 2025');
	const before = await historyLength(page);
	const { x, y } = await middle(handle(page, 'From'));
	await page.mouse.move(x, y);
	await page.mouse.down();
	// What moves is the window: of the marks nothing but their classes may change.
	await time(page).evaluate((group) => {
		const changes: string[] = [];
		Object.assign(globalThis, { changes });
		const observer = new MutationObserver((records) =>
			changes.push(...records.map((record) => String(record.attributeName)))
		);
		const marks = group.querySelector('svg [role="group"]');
		if (marks !== null)
			observer.observe(marks, { subtree: true, childList: true, characterData: true, attributes: true });
	});
	const seen = new Set<string | null>();
	for (let i = 1; i <= 20; i++) {
		await page.mouse.move(x + i * 10, y);
		await page.evaluate(() => new Promise(requestAnimationFrame));
		seen.add(await handle(page, 'From').getAttribute('aria-valuetext'));
	}
	expect(seen.size).toBeGreaterThan(15);
	expect(new Set(await page.evaluate(() => (globalThis as unknown as { changes: string[] }).changes))).toEqual(
		new Set(['class'])
	);
	expect(query(page)).toBe('?from=2025-07&to=2025-10-15');
	await expect(time(page).locator('.mark.ghost')).toHaveCount(7);
	await page.mouse.up();
	await expect.poll(() => query(page)).toMatch(/^\?from=2025-0[89]-\d\d&to=2025-10-15$/);
	expect(await historyLength(page)).toBe(before + 1);
	expect(await page.evaluate(() => getSelection()?.toString())).toBe('');
	await page.goBack();
	await expect(handle(page, 'From')).toHaveAttribute('aria-valuetext', '1 July 2025');
});

test('handles swap by mouse, and Escape puts back what was', async ({ page }) => {
	await page.goto('?from=2025-07&to=2025-10-15');
	const from = await middle(handle(page, 'From'));
	const to = await middle(handle(page, 'To'));
	await page.mouse.move(to.x, to.y);
	await page.mouse.down();
	await page.mouse.move(from.x - 150, to.y, { steps: 8 });
	await expect(handle(page, 'To')).toHaveAttribute('aria-valuetext', '30 June 2025');
	await page.keyboard.press('Escape');
	await expect(handle(page, 'From')).toHaveAttribute('aria-valuetext', '1 July 2025');
	await expect(handle(page, 'To')).toHaveAttribute('aria-valuetext', '15 October 2025');
	await page.mouse.move(from.x - 300, to.y);
	await expect(handle(page, 'To')).toHaveAttribute('aria-valuetext', '15 October 2025');
	await page.mouse.up();
	expect(query(page)).toBe('?from=2025-07&to=2025-10-15');
});

test('the body slides at its own length, and the edges of the axis open a side', async ({ page }) => {
	await page.goto('?from=2025-07&to=2025-08');
	const from = await middle(handle(page, 'From'));
	const to = await middle(handle(page, 'To'));
	await page.mouse.move((from.x + to.x) / 2, from.y);
	await page.mouse.down();
	await page.mouse.move((from.x + to.x) / 2 - (to.x - from.x), from.y, { steps: 6 });
	await page.mouse.up();
	await expect.poll(() => query(page)).toMatch(/^\?from=2025-(04-(29|30)|05(-0[1-3])?)&to=2025-0(6|7)/);
	const moved = await middle(handle(page, 'From'));
	await page.mouse.move(moved.x, moved.y);
	await page.mouse.down();
	await page.mouse.move(2, moved.y, { steps: 6 });
	await page.mouse.up();
	await expect(handle(page, 'From')).toHaveAttribute('aria-valuetext', 'open, from the beginning');
	await expect.poll(() => query(page)).toMatch(/^\?to=/);
});

test('a click on the track brings the nearer handle there', async ({ page }) => {
	await page.goto('?from=2025-07&to=2025-10-15');
	const from = await middle(handle(page, 'From'));
	await page.mouse.click(from.x - 120, from.y);
	await expect(handle(page, 'From')).toHaveAttribute('aria-valuetext', /(May|June) 2025$/);
	await expect(handle(page, 'To')).toHaveAttribute('aria-valuetext', '15 October 2025');
	await expect.poll(() => query(page)).toMatch(/^\?from=2025-0[56].*&to=2025-10-15$/);
});

test('keys move a handle, stop at the other one, and several at once are one step of history', async ({ page }) => {
	await page.clock.install();
	await page.goto('?from=2025-07&to=2025-10-15');
	await expect(handle(page, 'From')).toBeVisible();
	const before = await historyLength(page);
	await handle(page, 'From').focus();
	// However long this machine takes from one key to the next, the page's clock knows of no pause between them.
	await page.clock.pauseAt(Date.now() + 3_600_000);
	for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'PageDown', 'Shift+ArrowLeft']) {
		await page.keyboard.press(key);
		await page.clock.runFor(100);
	}
	expect(query(page)).toBe('?from=2025-07&to=2025-10-15');
	await page.clock.runFor(1000);
	await expect.poll(() => query(page)).toBe('?from=2025-06&to=2025-10-15');
	expect(await historyLength(page)).toBe(before + 1);
	await page.clock.resume();
	for (const [key, text] of [
		['Shift+ArrowRight', '1 July 2025'],
		['ArrowRight', '2 July 2025'],
		['PageDown', '1 July 2025']
	] as const) {
		await page.keyboard.press(key);
		await expect(handle(page, 'From')).toHaveAttribute('aria-valuetext', text);
	}
	await page.keyboard.press('End');
	await expect(handle(page, 'From')).toHaveAttribute('aria-valuetext', '15 October 2025');
	await page.keyboard.press('ArrowRight');
	await expect(handle(page, 'From')).toHaveAttribute('aria-valuetext', '15 October 2025');
	await page.keyboard.press('Home');
	await expect(handle(page, 'From')).toHaveAttribute('aria-valuetext', 'open, from the beginning');
	const now = Number(await handle(page, 'From').getAttribute('aria-valuenow'));
	expect(now).toBe(Number(await handle(page, 'From').getAttribute('aria-valuemin')));
});

test('typed dates: taken as periods, refused with a reason, typed over, empty is open', async ({ page }) => {
	await page.goto('');
	await field(page, 'From date').fill('2024-12');
	await page.keyboard.press('Enter');
	await field(page, 'To date').fill('2025-02');
	await page.keyboard.press('Tab');
	await expect.poll(() => query(page)).toBe('?from=2024-12&to=2025-02');
	await expect(field(page, 'From date')).toHaveValue('1 Dec 2024');
	await expect(field(page, 'To date')).toHaveValue('28 Feb 2025');
	await expect(time(page).getByText('3 months', { exact: true }).filter({ visible: true })).toHaveCount(1);
	await field(page, 'To date').fill('2025-02-30');
	await page.keyboard.press('Enter');
	await expect(field(page, 'To date')).toHaveAttribute('aria-invalid', 'true');
	await expect(field(page, 'To date')).toHaveValue('2025-02-30');
	await expect(field(page, 'To date')).toHaveAccessibleDescription(/2025-02-30.*write 2024/);
	expect(query(page)).toBe('?from=2024-12&to=2025-02');
	// What was refused is typed over.
	await field(page, 'From date').click();
	await field(page, 'To date').click();
	await page.keyboard.type('2023');
	await page.keyboard.press('Enter');
	// Before the other side: the window goes along.
	await expect(field(page, 'To date')).toHaveAttribute('aria-invalid', 'false');
	await expect.poll(() => query(page)).toBe('?from=2023&to=2023');
	await field(page, 'To date').fill('');
	await page.keyboard.press('Enter');
	await expect.poll(() => query(page)).toBe('?from=2023');
	await expect(handle(page, 'To')).toHaveAttribute('aria-valuetext', 'open, to the end');
});

test('Earlier and Later move by the window’s own length; All time ends it', async ({ page }) => {
	await page.goto('');
	await expect(button(page, 'Earlier')).toBeDisabled();
	await expect(button(page, 'Later')).toBeDisabled();
	await page.goto('?from=2025-04&to=2025-06');
	await button(page, 'Later').click();
	await expect.poll(() => query(page)).toBe('?from=2025-07&to=2025-09');
	await button(page, 'Earlier').click();
	await button(page, 'Earlier').click();
	await expect.poll(() => query(page)).toBe('?from=2025&to=2025-03');
	await button(page, 'All time').click();
	await expect.poll(() => query(page)).not.toContain('from');
	await expect(handle(page, 'From')).toHaveAttribute('aria-valuetext', 'open, from the beginning');
});

test('buttons that can do no more keep the focus, or hand it to the one beside them', async ({ page }) => {
	await page.goto('?from=2025-04&to=2025-06');
	const before = await historyLength(page);
	await button(page, 'All time').focus();
	await page.keyboard.press('Enter');
	await expect(button(page, 'All time')).toBeDisabled();
	await expect(button(page, 'All time')).toBeFocused();
	await page.keyboard.press('Enter');
	await expect.poll(() => query(page)).toBe('');
	expect(await historyLength(page)).toBe(before + 1);
	await page.goBack();
	await expect(button(page, 'Later')).toBeEnabled();
	await button(page, 'Later').focus();
	await page.goForward();
	await expect(button(page, 'Later')).toBeDisabled();
	await expect(button(page, 'All time')).toBeFocused();
	await button(page, 'Previous event').focus();
	for (let i = 0; i < 40 && (await button(page, 'Previous event').isEnabled()); i++) await page.keyboard.press('Enter');
	await expect(button(page, 'Previous event')).toBeDisabled();
	await expect(button(page, 'Previous event')).toBeFocused();
});

test('playing starts when asked, moves in steps, and leaves one step of history', async ({ page }) => {
	await page.goto('?from=2025-01&to=2025-02');
	await expect(button(page, 'Play')).toBeVisible();
	const before = await historyLength(page);
	// Ten steps a second: at the end of the data, where it would stop by itself, it is half a minute later.
	await time(page).getByRole('combobox', { name: 'Speed', exact: true }).selectOption({ label: '2×' });
	await button(page, 'Play').click();
	await expect(handle(page, 'From')).not.toHaveAttribute('aria-valuetext', '1 January 2025');
	await expect(handle(page, 'From')).toHaveAttribute('aria-valuetext', / (February|March|April|May|June) 2025$/);
	expect(query(page)).toBe('?from=2025-01&to=2025-02');
	await button(page, 'Pause').click();
	await expect(button(page, 'Play')).toBeVisible();
	await expect.poll(() => query(page)).not.toBe('?from=2025-01&to=2025-02');
	expect(await historyLength(page)).toBe(before + 1);
});

test('playing stops by itself at the end of the data', async ({ page }) => {
	await page.goto('?from=2025-10-01&to=2025-10-07&play=cumulative');
	await time(page).getByRole('combobox', { name: 'Speed', exact: true }).selectOption({ label: '8×' });
	await button(page, 'Play').click();
	await expect(button(page, 'Play')).toBeVisible();
	await expect(handle(page, 'To')).toHaveAttribute('aria-valuetext', '15 October 2025');
	await expect(handle(page, 'From')).toHaveAttribute('aria-valuetext', '1 October 2025');
});

test('any other command on the window pauses the playing', async ({ page }) => {
	await page.goto('?from=2025-01&to=2025-02');
	await button(page, 'Play').click();
	await handle(page, 'To').focus();
	await page.keyboard.press('ArrowRight');
	await expect(button(page, 'Play')).toBeVisible();
});

test('passing through a date field asks for nothing while playing', async ({ page }) => {
	await page.goto('?from=2025-01&to=2025-02');
	await button(page, 'Play').click();
	await field(page, 'From date').focus();
	await expect(handle(page, 'From')).not.toHaveAttribute('aria-valuetext', '1 January 2025');
	await field(page, 'To date').focus();
	const passed = (await handle(page, 'From').getAttribute('aria-valuetext')) ?? '';
	await expect(button(page, 'Pause')).toBeVisible();
	await expect(handle(page, 'From')).not.toHaveAttribute('aria-valuetext', passed);
});

test('gaps unfold and fold, and the link keeps it', async ({ page }) => {
	await page.goto('');
	await expect(time(page).getByText('35 years')).toBeVisible();
	await expect(time(page).getByText('23 years')).toBeVisible();
	await expect(button(page, 'Unfold gaps')).toHaveAttribute('aria-pressed', 'false');
	await button(page, 'Unfold gaps').click();
	await expect(button(page, 'Unfold gaps')).toHaveAttribute('aria-pressed', 'true');
	await expect(time(page).getByText('35 years')).toHaveCount(0);
	await expect.poll(() => query(page)).toContain('axis=linear');
	await button(page, 'Unfold gaps').click();
	await expect(time(page).getByText('35 years')).toBeVisible();
});

test('a mark is a button: click and keys select its event, one tab stop for all', async ({ page }) => {
	await page.goto('');
	await expect(time(page).locator('.mark')).toHaveCount(16);
	await expect(time(page).locator('.mark[tabindex="0"]')).toHaveCount(1);
	await expect(mark(page, 'moscow-visit')).toHaveAccessibleName(/15 October 2025, planned$/);
	await expect(mark(page, 'assad-rule-begins')).toHaveAccessibleName(/about 2000$/);
	await mark(page, 'putin-call').click();
	await expect.poll(() => query(page)).toContain('event=putin-call');
	await expect(mark(page, 'putin-call')).toHaveAttribute('aria-pressed', 'true');
	await mark(page, 'putin-call').focus();
	await page.keyboard.press('ArrowRight');
	await expect(mark(page, 'shibani-in-moscow')).toBeFocused();
	await page.keyboard.press('Enter');
	await expect.poll(() => query(page)).toContain('event=shibani-in-moscow');
});

test('Previous event and Next event walk in time order', async ({ page }) => {
	await page.goto('?event=putin-call');
	await button(page, 'Next event').click();
	await expect.poll(() => query(page)).toContain('event=shibani-in-moscow');
	await button(page, 'Previous event').click();
	await button(page, 'Previous event').click();
	await expect.poll(() => query(page)).toContain('event=israeli-strikes-support');
});

test('"As known on" takes the last day that counts', async ({ page }) => {
	await page.goto('');
	await field(page, 'As known on').fill('2025-10-13');
	await page.keyboard.press('Enter');
	await expect.poll(() => query(page)).toBe('?known=2025-10-13');
	await expect(time(page).locator('.mark.ghost')).toHaveCount(16);
	await field(page, 'As known on').fill('2025-10-14');
	await page.keyboard.press('Enter');
	await expect(time(page).locator('.mark.ghost')).toHaveCount(0);
	await expect.poll(() => query(page)).toBe('?known=2025-10-14');
	await field(page, 'As known on').fill('2025-10-13T12:00:00Z');
	await page.keyboard.press('Enter');
	await expect(field(page, 'As known on')).toHaveAttribute('aria-invalid', 'true');
	expect(query(page)).toBe('?known=2025-10-14');
	await field(page, 'As known on').fill('');
	await page.keyboard.press('Enter');
	await expect.poll(() => query(page)).not.toContain('known');
});

test('a window outside the data is kept, with both handles at the edge', async ({ page }) => {
	await page.goto('?from=2030&to=2031');
	await expect(handle(page, 'From')).toHaveAttribute('aria-valuetext', '1 January 2030');
	const [from, to] = [await middle(handle(page, 'From')), await middle(handle(page, 'To'))];
	expect(to.x - from.x).toBeLessThanOrEqual(24.5);
	expect(from.x).toBeGreaterThan(1370);
});

test('no two marks or labels of a lane overlap, and none covers a handle', async ({ page }) => {
	await page.goto('?from=2025-07&to=2025-10-15');
	await expect(time(page).locator('.mark')).toHaveCount(16);
	const boxes = await time(page)
		.locator('.mark')
		.evaluateAll((marks) =>
			marks.map((mark) => {
				const parts = [...mark.querySelectorAll('.sign, .bar, .label, line')].map((part) =>
					part.getBoundingClientRect()
				);
				return {
					left: Math.min(...parts.map((part) => part.left)),
					right: Math.max(...parts.map((part) => part.right)),
					top: mark.querySelector('.hit')?.getBoundingClientRect().top ?? 0
				};
			})
		);
	const grip = await handle(page, 'To').boundingBox();
	for (const [i, a] of boxes.entries()) {
		expect(a.top).toBeGreaterThanOrEqual((grip?.y ?? 0) + (grip?.height ?? 0) - 1);
		for (const b of boxes.slice(i + 1)) {
			if (Math.abs(a.top - b.top) < 1) expect(a.right <= b.left || b.right <= a.left).toBe(true);
		}
	}
});
