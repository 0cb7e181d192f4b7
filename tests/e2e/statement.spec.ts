import { axe } from './support/axe.ts';
import { expect, test } from './support/test.ts';

// A page without scripts of its own: `context.newPage`, as there is nothing to wait for.
for (const [path, theme, width, heading] of [
	['', 'light', 320, 'Accessibility'],
	['ar/', 'dark', 320, 'إمكانية الوصول'],
	['ru/', 'dark', 1440, 'Доступность']
] as const) {
	test.describe(`the accessibility statement at /${path}, ${theme}, ${width} px`, () => {
		test.use({ colorScheme: theme, viewport: { width, height: 800 } });

		test('is a text in its language in which axe finds nothing', async ({ context }) => {
			const page = await context.newPage();
			await page.goto(`${path}accessibility/`);
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
			await expect(page.locator('html')).toHaveAttribute('lang', path === '' ? 'en' : path.slice(0, 2));
			await expect(page.getByRole('main')).toContainText(/NVDA.*JAWS.*VoiceOver.*TalkBack/);
			await expect(
				page.locator('script[src]:not([src*="/early."], [src$="/keep.js"]), link[rel=modulepreload]')
			).toHaveCount(0);
			expect(await axe(page)).toEqual([]);
			const overflow = await page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth
			);
			expect(overflow, 'no scrolling sideways').toBeLessThanOrEqual(0);
		});
	});
}

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the foot of the page leads to the statement, and it to other languages and back', async ({ page }) => {
		await page.goto('');
		await page.getByRole('link', { name: 'Accessibility', exact: true }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Accessibility');
		await page.getByRole('link', { name: 'Русский' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Доступность');
		await page.getByRole('link', { name: 'Вернуться к карте и шкале времени' }).click();
		await expect(page).toHaveURL(/\/ru\/$/);
	});
});
