import { readFileSync } from 'node:fs';
import { isListed } from '../../src/lib/core/gone.ts';
import { datasetNamed, MADE, whyMissing, WRITTEN } from '../support/datasets.ts';
import { openDataset } from './support/datasets.ts';
import { expect, test } from './support/test.ts';

test('the page with the dataset of the product is, to the byte, the page that was built', async ({ request }) => {
	const answer = await request.get('with/data/');
	expect(await answer.text()).toBe(readFileSync('build/index.html', 'utf8'));
});

// What must never happen on any page (a console error, a breach of the policy, …) is watched by the guard of every test.
for (const name of [...WRITTEN, ...MADE]) {
	const why = whyMissing(name);
	test(`the dataset ${name} opens: list, map and time${why === null ? '' : ` (skipped: ${why})`}`, async ({ page }) => {
		await openDataset(page, name);
		const total = datasetNamed(name).events.filter(isListed).length;
		const words = total.toLocaleString('en');
		await expect(page.getByText(`${words} of ${words} events`).first()).toBeVisible();
		const events = page.getByRole('region', { name: 'Events', exact: true });
		const rows = events.locator('[data-event-id]');
		if (total <= 200) await expect(rows).toHaveCount(total);
		// Of a long list what is in sight stands in the page, and a little more.
		else await expect.poll(async () => [5 < (await rows.count()), (await rows.count()) < 60]).toEqual([true, true]);
		await expect(page.getByRole('group', { name: 'Time window', exact: true })).toBeVisible();
		await expect(
			page
				.getByRole('region', { name: 'Map', exact: true })
				.getByRole('button', { name: /, \d+ events?$/ })
				.first()
		).toBeVisible();
	});
}
