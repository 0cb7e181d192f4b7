import { axe } from './support/axe.ts';
import { expect, test } from './support/nginx.ts';

test('on a phone map and timeline stay above the text, and nothing moves by itself', async ({ page }) => {
	await page.addInitScript(() => {
		const shifts: number[] = [];
		Reflect.set(window, 'shifts', shifts);
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries())
				if (!Reflect.get(entry, 'hadRecentInput')) shifts.push(Reflect.get(entry, 'value'));
		}).observe({ type: 'layout-shift', buffered: true });
	});
	await page.goto('stories/road-to-moscow/');
	await expect(page.getByRole('button', { name: 'Damascus, 11 events' })).toBeVisible();
	await expect(page.getByRole('slider', { name: 'From' })).toBeVisible();
	expect(await page.evaluate(() => Reflect.get(window, 'shifts') as number[])).toEqual([]);

	const next = page.getByRole('button', { name: 'Next step' });
	for (const step of [2, 3, 4]) {
		await next.tap();
		await expect(page.locator('[aria-current="step"]')).toHaveAttribute('id', `step-${step}`);
	}
	const heading = page.getByRole('heading', { name: 'Who took office when? The reports differ' });
	const graphic = page.getByRole('group', { name: 'Map and timeline of the story' });
	await expect
		.poll(async () => {
			const [text, above] = [await heading.boundingBox(), await graphic.boundingBox()];
			return above?.y === 0 && text !== null && text.y >= above.height && text.y < above.height + 120;
		})
		.toBe(true);
	await expect(graphic.getByRole('button', { name: 'Damascus, 3 events' })).toBeInViewport();
	const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	expect(width, 'no scrolling sideways').toBeLessThanOrEqual(0);
	expect(await axe(page)).toEqual([]);
});
