import type { FrameLocator, Page } from '@playwright/test';
import { serveArticles, type Articles } from './support/article.ts';
import { expect, test } from './support/nginx.ts';
import { atRest } from './support/rest.ts';

let articles: Articles;
test.beforeAll(async () => (articles = await serveArticles()));
test.afterAll(() => articles.close());

// The article is the other site here.
test.use({ provoked: [/^request to another origin: GET http:\/\/127\.0\.0\.1:\d+\/article\//] });

const frameOf = (page: Page, name = 'Map'): FrameLocator => page.frameLocator(`iframe[title="${name}"]`);
const count = (frame: FrameLocator, text: string) =>
	expect(frame.getByText(text, { exact: true }).first()).toBeVisible();

/** The views that an article has heard of. */
const LISTENS = `<script>
	var views = [];
	addEventListener('chronotope:view', function (event) { views.push(event.detail.view); });
</script>`;
const heard = (page: Page): Promise<string[]> => page.evaluate(() => Reflect.get(window, 'views') as string[]);
const setView = (page: Page, view: string): Promise<void> =>
	page.evaluate(
		(asked) => Reflect.get(window, 'Chronotope').setView(document.querySelector('iframe[title="Map"]'), asked),
		view
	);

/** Of the site on its host: `/news/map/`. */
const pathOf = (baseURL: string | undefined): string => new URL(baseURL ?? '').pathname;

/** The article's own way to it, as its address bar: a page of another site has none of what the site's pages are waited for. */
async function visit(page: Page, url: string): Promise<void> {
	await page.mainFrame().goto(url);
}

test('an article passes a view in, hears of the reader’s, and the frame is as high as what it shows', async ({
	page,
	baseURL
}) => {
	const url = articles.put(
		'whole',
		`${LISTENS}<div style="width: 600px"><iframe data-chronotope data-chronotope-param="map" title="Map" src="${baseURL}embed/?order=desc" width="100%" height="420"></iframe></div>
		<script async src="${baseURL}embed.js"></script>`
	);
	await visit(page, `${url}?map=${encodeURIComponent('place=moscow')}`);
	const frame = frameOf(page);
	await count(frame, '7 of 16 events');
	await expect(frame.getByRole('heading', { level: 1 })).toHaveText('Syria and Russia, before the Moscow visit');
	const full = frame.getByRole('link', { name: 'Full page, in a new tab' });
	await expect(full).toHaveAttribute('href', `${pathOf(baseURL)}?place=moscow`);
	await expect(full).toHaveAttribute('target', '_blank');
	await expect(full).toHaveAttribute('rel', 'noopener noreferrer');
	const node = page.locator('iframe');
	const box = async () => (await node.boundingBox()) ?? { height: 0 };
	await expect.poll(async () => (await box()).height).toBeGreaterThan(700);
	const inside = page.frames()[1];
	await expect
		.poll(() => inside?.evaluate(() => document.documentElement.scrollHeight <= document.documentElement.clientHeight))
		.toBe(true);

	const steps = await page.evaluate(() => history.length);
	await setView(page, 'https://example.org/?place=damascus#x');
	await count(frame, '11 of 16 events');
	await frame.getByRole('button', { name: 'Newest first' }).click();
	await expect.poll(() => heard(page)).toEqual(['place=damascus&order=desc']);
	expect(await page.evaluate(() => history.length)).toBe(steps);
	// By the address of the article, which is another one now.
	await page.evaluate(() => (location.hash = `map=${encodeURIComponent('place=tartous')}`));
	await count(frame, '2 of 16 events');
});

test('nobody else is heard: not a neighbour, not before a greeting, not what is out of order', async ({
	page,
	baseURL
}) => {
	const other = await serveArticles();
	try {
		const hostile = other.put(
			'hostile',
			`<script>
			setInterval(function () {
				[parent, parent.frames[0]].forEach(function (target) {
					['hello', 'view', 'height', 'here'].forEach(function (type) {
						target.postMessage({ chronotope: 1, type: type, view: 'place=tartous', height: 3333 }, '*');
					});
				});
			}, 20);
		</script>`
		);
		const url = articles.put(
			'besieged',
			`${LISTENS}<iframe data-chronotope title="Map" src="${baseURL}embed/?place=moscow" width="600" height="420"></iframe>
			<iframe title="Hostile" src="${hostile}"></iframe><script async src="${baseURL}embed.js"></script>`
		);
		await visit(page, url);
		const frame = frameOf(page);
		await count(frame, '7 of 16 events');
		await expect.poll(async () => (await page.locator('iframe').first().boundingBox())?.height).toBeGreaterThan(700);
		await page.evaluate(
			(origin) => {
				const target = document.querySelector('iframe')?.contentWindow;
				for (const data of [null, 7, 'view', [], { chronotope: 1 }, { chronotope: 1, type: 'view', view: { a: 1 } }])
					target?.postMessage(data, origin);
				target?.postMessage({ chronotope: 1, type: 'view', view: 'place=<img src=x onerror=alert(1)>' }, origin);
			},
			new URL(baseURL ?? '').origin
		);
		// What is no id is said in words, and everything is shown.
		await expect(frame.getByRole('complementary', { name: 'About this link' })).toContainText('<img src=x');
		await count(frame, '16 of 16 events');
		await setView(page, 'place=damascus');
		await count(frame, '11 of 16 events');
		expect(await heard(page)).toEqual([]);
		expect((await page.locator('iframe').first().boundingBox())?.height).toBeLessThan(1500);
	} finally {
		await other.close();
	}
});

test('in a frame that may do nothing all works, what it may not is not offered, and the wheel is the article’s', async ({
	page,
	baseURL
}) => {
	const url = articles.put(
		'bare',
		`<iframe title="Map" sandbox="allow-scripts allow-same-origin allow-popups" referrerpolicy="no-referrer" src="${baseURL}embed/?theme=dark" width="700" height="600"></iframe>
		<iframe title="Narrow" src="${baseURL}ar/embed/" width="300" height="400"></iframe><div style="height: 2000px"></div>`
	);
	await visit(page, url);
	const frame = frameOf(page);
	await count(frame, '16 of 16 events');
	await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
	await expect(frame.getByRole('button', { name: 'Damascus, 11 events' })).toBeVisible();
	for (const name of ['Full screen', 'Share', 'Theme', 'Open your own data'])
		await expect(frame.getByRole('button', { name, exact: true })).toHaveCount(0);
	await expect(frame.locator('.maplibregl-cooperative-gestures')).toBeAttached();
	await frame.getByRole('region', { name: 'Map', exact: true }).hover();
	await page.mouse.wheel(0, 300);
	await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
	await atRest(page);
	await page.evaluate(() => scrollTo(0, 0));
	// Credits stay in sight.
	await expect(frame.getByRole('link', { name: '© OpenStreetMap contributors' })).toBeInViewport();
	// Copying is not allowed here, and no button for it is there: the reference is selected by the reader.
	await frame.getByRole('link', { name: 'Assad flees to Russia' }).click();
	await frame.getByRole('button', { name: 'Cite' }).click();
	await expect(frame.getByRole('textbox', { name: 'BibTeX' })).toHaveValue(/^@misc\{[^]*\/events\/assad-flees\/\}/);
	await expect(frame.getByRole('button', { name: 'Copy BibTeX' })).toHaveCount(0);
	// A page of its own opens beside the article, and never in the frame.
	const link = frame.getByRole('link', { name: 'Link to this event' });
	await link.evaluate((node: HTMLElement) => {
		addEventListener('click', (event) => event.preventDefault(), { once: true });
		node.click();
	});
	await expect(link).toHaveAttribute('target', '_blank');
	await expect(frameOf(page, 'Narrow').getByRole('slider').last()).toBeAttached();
	const narrow = page.frames().find((each) => each.url().includes('/ar/embed/'));
	await expect.poll(() => narrow?.evaluate(() => document.documentElement.scrollWidth)).toBe(300);
	const full = frameOf(page, 'Narrow').getByRole('link', { name: /^الصفحة الكاملة/ });
	await expect(full).toBeInViewport();
	await expect(full).toHaveAttribute('href', `${pathOf(baseURL)}ar/`);
});

test('an event of a link, or chosen on the map or in the timeline, is read in the frame as it stands', async ({
	page
}) => {
	for (const [width, height] of [
		[320, 500],
		[800, 500],
		[1000, 500]
	] as const) {
		await page.setViewportSize({ width, height });
		await page.goto('embed/?event=assad-flees');
		const heading = page.getByRole('region', { name: 'Event details' }).getByRole('heading', { level: 2 });
		const events = page.locator('#events');
		const isSeen = () =>
			expect
				.poll(async () => {
					const [inner, outer] = [await heading.boundingBox(), await events.boundingBox()];
					return inner !== null && outer !== null && inner.y >= outer.y && inner.y < outer.y + outer.height - 40;
				})
				.toBe(true);
		await expect(heading).toHaveText('Assad flees to Russia');
		await isSeen();
		await events.evaluate((node) => (node.scrollTop = node.scrollHeight));
		await page.locator('[data-mark="putin-call"]').press('Enter');
		await expect(heading).toHaveText('Putin telephones al-Sharaa');
		await isSeen();
	}
});

test('a script that comes long after its frame finds it', async ({ page, baseURL }) => {
	await page.clock.install();
	const url = articles.put(
		'late',
		`${LISTENS}<iframe data-chronotope title="Map" src="${baseURL}embed/?place=moscow" width="600" height="420"></iframe>`
	);
	await visit(page, url);
	await count(frameOf(page), '7 of 16 events');
	await page.clock.fastForward(60_000);
	await page.addScriptTag({ url: `${baseURL}embed.js` });
	await expect.poll(async () => (await page.locator('iframe').boundingBox())?.height).toBeGreaterThan(700);
	await setView(page, 'place=damascus');
	await count(frameOf(page), '11 of 16 events');
});

test('the code of the dialog shows the same view where it is pasted', async ({ page, context }) => {
	await page.goto('?place=moscow&order=desc');
	await page.getByRole('button', { name: 'Share', exact: true }).click();
	const dialog = page.getByRole('dialog', { name: 'Share' });
	await dialog.getByText('Embed', { exact: true }).click();
	await dialog.getByRole('combobox', { name: 'Height' }).selectOption('500');
	await dialog.getByRole('checkbox', { name: /^With the script/ }).check();
	const code = await dialog.getByRole('textbox', { name: 'Code for your page' }).inputValue();
	const article = await context.newPage();
	await visit(article, articles.put('pasted', code));
	const frame = article.frameLocator('iframe');
	await count(frame, '7 of 16 events');
	await expect(frame.getByRole('button', { name: 'Oldest first' })).toBeVisible();
	await expect(article.locator('iframe')).toHaveAttribute('title', 'Syria and Russia, before the Moscow visit');
	await expect(article.locator('iframe')).toHaveAttribute('height', '500');
	await expect.poll(async () => (await article.locator('iframe').boundingBox())?.width).toBeGreaterThan(1200);
});

test('without scripts there is the list, and the way to the page; search engines are led there too', async ({
	newReader,
	request,
	baseURL
}) => {
	const html = await (await request.get('embed/')).text();
	expect(html).toContain('<link rel="canonical" href="../">');
	expect(html).toContain('<meta name="robots" content="noindex">');
	const reader = await newReader({ javaScriptEnabled: false });
	const page = await reader.newPage();
	await page.goto(new URL('embed/', baseURL).href);
	await expect(page.getByRole('article')).toHaveCount(16);
	await expect(page.getByRole('link', { name: 'Full page, in a new tab' })).toHaveAttribute('href', '../');
});
