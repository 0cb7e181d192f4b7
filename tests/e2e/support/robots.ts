import { expect, type Locator, type Page } from '@playwright/test';

/** One who cannot point: Tab until a thing has the focus, then keys. */
export class KeyboardRobot {
	readonly page: Page;

	constructor(page: Page) {
		this.page = page;
	}

	/** Tab or Shift and Tab, whichever way it lies. Throws a sentence when it is not reached. */
	async reach(target: Locator): Promise<void> {
		await expect(target).toBeVisible();
		// Found once: to look for it by its name after each Tab takes longer than the Tab.
		const node = await target.elementHandle();
		if (node === null) throw new Error(`${target} is not there.`);
		const side = await node.evaluate((node) => {
			const now = document.activeElement;
			if (now === node) return 'here';
			if (now === null || now === document.body) return 'after';
			return (now.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) === 0 ? 'before' : 'after';
		});
		for (let i = 0; side !== 'here' && i < 120; i++) {
			await this.page.keyboard.press(side === 'after' ? 'Tab' : 'Shift+Tab');
			if (await node.evaluate((node) => node === document.activeElement)) return;
		}
		await expect(target, 'is reached by Tab').toBeFocused();
	}

	async press(...keys: readonly string[]): Promise<void> {
		for (const key of keys) await this.page.keyboard.press(key);
	}

	/** Reaches a control and presses it. */
	async activate(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
		await this.reach(target);
		await this.press(key);
	}

	async type(target: Locator, text: string): Promise<void> {
		await this.reach(target);
		await this.page.keyboard.type(text);
	}
}

/** One who can only click: single presses at points, nothing held, nothing turned. Writes where it has clicked. */
export class ClickRobot {
	readonly page: Page;

	constructor(page: Page) {
		this.page = page;
	}

	async at(x: number, y: number): Promise<void> {
		await this.page.mouse.move(x, y);
		await this.page.mouse.down();
		await this.page.mouse.up();
	}

	/** The middle of a thing, which has to be in view and covered by nothing: nobody scrolls for it. */
	async click(target: Locator): Promise<void> {
		await expect(target).toBeVisible();
		const point = await target.evaluate(async (node) => {
			// Nobody presses what is still moving.
			const place = (): string => JSON.stringify(node.getBoundingClientRect());
			for (let last = ''; last !== place();) {
				last = place();
				await new Promise((resolve) => setTimeout(() => requestAnimationFrame(resolve), 30));
			}
			const { left, top, width, height } = node.getBoundingClientRect();
			const [x, y] = [left + width / 2, top + height / 2];
			const hit = document.elementFromPoint(x, y);
			return { x, y, isFree: hit !== null && (node.contains(hit) || hit.contains(node)) };
		});
		expect(point.isFree, `${target} is in view and covered by nothing`).toBe(true);
		await this.at(point.x, point.y);
	}

	async type(target: Locator, text: string): Promise<void> {
		await this.click(target);
		await expect(target).toBeFocused();
		await this.page.keyboard.type(text);
	}
}
