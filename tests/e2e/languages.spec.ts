import type { Locator, Page } from '@playwright/test';
import { ar } from '../../src/lib/i18n/ar/index.ts';
import { longList as arLongList } from '../../src/lib/i18n/ar/long-list.ts';
import { share as arShare } from '../../src/lib/i18n/ar/share.ts';
import { timeline as arTimeline } from '../../src/lib/i18n/ar/timeline.ts';
import { en } from '../../src/lib/i18n/en/index.ts';
import { longList as enLongList } from '../../src/lib/i18n/en/long-list.ts';
import { share as enShare } from '../../src/lib/i18n/en/share.ts';
import { timeline as enTimeline } from '../../src/lib/i18n/en/timeline.ts';
import { ru } from '../../src/lib/i18n/ru/index.ts';
import { longList as ruLongList } from '../../src/lib/i18n/ru/long-list.ts';
import { share as ruShare } from '../../src/lib/i18n/ru/share.ts';
import { timeline as ruTimeline } from '../../src/lib/i18n/ru/timeline.ts';
import { atRest } from './support/rest.ts';
import { expect, test } from './support/test.ts';
import { boxOf, middle } from './support/timeline.ts';
import { saidTexts } from './support/said-texts.ts';

const WORDS = {
	en: { ...en, longList: enLongList, share: enShare, timeline: enTimeline },
	ar: { ...ar, longList: arLongList, share: arShare, timeline: arTimeline },
	ru: { ...ru, longList: ruLongList, share: ruShare, timeline: ruTimeline }
} as const;
type Tag = keyof typeof WORDS;

const pathOf = (tag: Tag): string => (tag === 'en' ? '' : `${tag}/`);
const rows = (page: Page) => page.locator('[data-event-list] [data-event-id]');
const ids = (page: Page) => rows(page).evaluateAll((all) => all.map((row) => row.getAttribute('data-event-id')));
const menu = (page: Page, tag: Tag) =>
	page.locator('summary').and(page.locator(`[aria-label="${WORDS[tag].page.language}"]`));
const entry = (page: Page, tag: Tag) => page.locator(`header details a[hreflang="${tag}"]`);
const handle = (page: Page, tag: Tag, end: 'from' | 'to') =>
	page.getByRole('slider', { name: WORDS[tag].timeline[end], exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Frozen: what a page in each language says of one view, `?from=2025-02&to=2025-10&event=putin-call`. */
const SAID: Readonly<Record<Tag, { dir: string; title: string; from: string; texts: readonly string[] }>> = {
	en: {
		dir: 'ltr',
		title: 'Syria and Russia, before the Moscow visit',
		from: '1 February 2025',
		texts: ['16 events · 5 places · 2 reports', 'of 16 events', 'February 2025']
	},
	ar: {
		dir: 'rtl',
		title: 'سوريا وروسيا قبيل زيارة موسكو',
		from: '1 فبراير 2025',
		texts: ['16 حدثًا · 5 أماكن · تقريران', 'من 16 حدثًا', 'فبراير 2025']
	},
	ru: {
		dir: 'ltr',
		title: 'Сирия и Россия накануне визита в Москву',
		from: '1 февраля 2025 г.',
		texts: ['16 событий · 5 мест · 2 сообщения', 'из 16 событий', 'февраль 2025']
	}
};

/** Keeps what moves on the page from its first paint on. */
const watchShifts = (page: Page) =>
	page.addInitScript(() => {
		const shifts: number[] = [];
		Object.assign(window, { shifts });
		new PerformanceObserver((list) => {
			for (const shift of list.getEntries()) if ('value' in shift) shifts.push(Number(shift.value));
		}).observe({ type: 'layout-shift', buffered: true });
	});

for (const [tag, browser, offered] of [
	['en', 'ar-EG', 'ar'],
	['ar', 'fr-FR', null],
	['ru', 'en-US', 'en']
] as const) {
	test(`the path decides: ${tag} in a browser that prefers ${browser}`, async ({ newReader, baseURL }) => {
		const context = await newReader({
			locale: browser,
			viewport: { width: 1440, height: 900 },
			...(baseURL && { baseURL })
		});
		const page = await context.newPage();
		await watchShifts(page);
		const view = '?from=2025-02&to=2025-10&event=putin-call';
		await page.goto(`${pathOf(tag)}${view}`);
		const { dir, title, from, texts } = SAID[tag];
		const html = page.locator('html');
		await expect(html).toHaveAttribute('lang', tag);
		await expect(html).toHaveAttribute('dir', dir);
		await expect(page).toHaveTitle(title);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
		await expect(handle(page, tag, 'from')).toHaveAttribute('aria-valuetext', from);
		// With an event in the link the list waits for its details, so that nothing moves.
		await expect(page.locator('#events [data-event-id]').first()).toBeVisible();
		const body = await page.locator('body').innerText();
		// With an offer the header has no room to say what the dataset holds.
		for (const text of texts.slice(offered === null ? 0 : 1)) expect(body.toLowerCase()).toContain(text.toLowerCase());
		expect(body, 'digits of the dataset’s own texts').not.toMatch(/[\u0660-\u0669\u06f0-\u06f9]/);
		expect(body, 'the Gregorian calendar').not.toMatch(/14[45]\d|هـ/);
		expect(new URL(page.url()).pathname).toBe(`/${pathOf(tag)}`);

		const offers = page.locator('header a.offer').filter({ visible: true });
		if (offered === null) await expect(offers).toHaveCount(0);
		else {
			await expect(offers).toHaveText({ ar: 'القراءة بالعربية', en: 'Read in English' }[offered]);
			await expect(offers).toHaveAttribute('lang', offered);
			await expect(offers).toHaveJSProperty('href', `${baseURL}${pathOf(offered)}${view}`);
		}
		// Timeline, map and foot have come, and nothing has made room for them.
		await expect(page.locator('#map canvas')).toBeVisible();
		await expect(page.locator('a[href$="feed.xml"]')).toBeAttached();
		await atRest(page);
		expect(await page.evaluate(() => Reflect.get(window, 'shifts') as number[])).toEqual([]);
		if (offered === null) return;
		// The offer follows the view.
		await button(page, WORDS[tag].longList.newestFirst).click();
		await expect(offers).toHaveAttribute('href', /&event=putin-call&order=desc$/);
		const listed = await ids(page);
		await offers.click();
		await expect(page.locator('html')).toHaveAttribute('lang', offered);
		await expect.poll(() => ids(page)).toEqual(listed);
	});
}

test('numbers take the plural form of their language', async ({ request }) => {
	const said = async (dataset: string, tag: Tag): Promise<string> =>
		(await (await request.get(`with/${dataset}/${pathOf(tag)}`)).text()).replaceAll('<!---->', '');
	const holds: Readonly<Record<string, Readonly<Record<Tag, string>>>> = {
		small: {
			en: '2 events · 2 places · 2 reports',
			ar: 'حدثان · مكانان · تقريران',
			ru: '2 события · 2 места · 2 сообщения'
		},
		'arabic-first': {
			en: '2 events · 1 place · 1 report',
			ar: 'حدثان · مكان واحد · تقرير واحد',
			ru: '2 события · 1 место · 1 сообщение'
		}
	};
	for (const [dataset, expected] of Object.entries(holds))
		for (const tag of ['en', 'ar', 'ru'] as const)
			expect(await said(dataset, tag), `${dataset}, ${tag}`).toContain(expected[tag]);
	for (const [tag, status] of [
		['en', '2 of 2 events'],
		['ar', '2 من حدثين'],
		['ru', '2 из 2 событий']
	] as const)
		expect(await said('small', tag)).toContain(status);
});

test('each page names the others for search engines, wherever the site lies', async ({ page, request, baseURL }) => {
	for (const folder of ['', 'with/small/'])
		for (const tag of ['en', 'ar', 'ru'] as const) {
			const at = `${baseURL}${folder}${pathOf(tag)}`;
			const html = await (await request.get(at)).text();
			const links = [...html.matchAll(/<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)"/g)];
			expect(Object.fromEntries(links.map(([, lang = '', href = '']) => [lang, new URL(href, at).href])), at).toEqual({
				en: `${baseURL}${folder}`,
				ar: `${baseURL}${folder}ar/`,
				ru: `${baseURL}${folder}ru/`,
				'x-default': `${baseURL}${folder}`
			});
			expect(links).toHaveLength(4);
		}
	await page.goto('with/small/ru/?order=desc');
	const found = await page
		.locator('link[rel="alternate"][hreflang]')
		.evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href));
	expect(found).toEqual(['', 'ar/', 'ru/', ''].map((path) => `${baseURL}with/small/${path}`));
});

test('another language by the menu shows the same view', async ({ page }) => {
	await page.goto('?place=damascus&from=2025-02&theme=dark');
	await button(page, enLongList.newestFirst).click();
	await rows(page).filter({ hasText: 'Putin telephones' }).getByRole('link').first().click();
	await expect.poll(() => new URL(page.url()).search).toMatch(/event=putin-call/);
	const [listed, { search }] = [await ids(page), new URL(page.url())];
	expect(search).toMatch(/from=2025-02.*place=damascus.*order=desc.*theme=dark/);
	for (const [from, to] of [
		['en', 'ar'],
		['ar', 'ru'],
		['ru', 'en']
	] as const) {
		await menu(page, from).click();
		await expect(entry(page, from)).toHaveAttribute('aria-current', 'page');
		await entry(page, to).click();
		await page.waitForURL((url) => url.pathname === `/${pathOf(to)}`);
		await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
		expect(new URL(page.url()).search).toBe(search);
		await expect.poll(() => ids(page)).toEqual(listed);
		await expect(handle(page, to, 'from')).toHaveAttribute('aria-valuetext', SAID[to].from);
		await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
		await expect(page.locator('[data-event-id="putin-call"] a').first()).toHaveAttribute('aria-current', 'true');
	}
});

test('the menu of languages closes by Escape, a press outside and by leaving it', async ({ page }) => {
	await page.goto('');
	const isOpen = (is: boolean) => expect(page.locator('header details')).toHaveJSProperty('open', is);
	await menu(page, 'en').focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await expect(entry(page, 'en')).toBeFocused();
	await page.keyboard.press('Escape');
	await isOpen(false);
	await expect(menu(page, 'en')).toBeFocused();
	await page.keyboard.press('Enter');
	await isOpen(true);
	await page.getByRole('heading', { level: 1 }).click();
	await isOpen(false);
	await menu(page, 'en').click();
	await isOpen(true);
	for (let stop = 0; stop < 4; stop++) await page.keyboard.press('Tab');
	await isOpen(false);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('every language has its list and the way to the others', async ({ page }) => {
		for (const [tag, next, event] of [
			['ar', 'ru', 'بداية حكم بشار الأسد'],
			['ru', 'en', 'Начало правления Башара Асада']
		] as const) {
			await page.goto(pathOf(tag));
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(SAID[tag].title);
			await expect(page.getByRole('article')).toHaveCount(16);
			await expect(page.getByRole('heading', { name: event }).first()).toBeVisible();
			await expect(page.getByText(WORDS[tag].page.noScript)).toBeVisible();
			await menu(page, tag).click();
			await entry(page, next).click();
			await expect(page.locator('html')).toHaveAttribute('lang', next);
		}
	});
});

/** Px from the left: the first and the last character of the text in another direction, and the sentence around it. */
const ends = (text: Locator) =>
	text.evaluate((box) => {
		const [node, more] = [...box.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
		if (node === undefined || more !== undefined) throw new Error('not one text');
		const { length } = node.textContent ?? '';
		const at = (start: number): number => {
			const range = document.createRange();
			range.setStart(node, start);
			range.setEnd(node, start + 1);
			return range.getBoundingClientRect().x;
		};
		const { left, right } = box.getBoundingClientRect();
		return { first: at(0) - left, last: at(length - 1) - left, width: right - left };
	});

test('D9 a text that lacks the language says so, and keeps its own direction and punctuation', async ({ page }) => {
	for (const [path, id, lang, note] of [
		['with/arabic-first/', 'arabic-only', 'ar', '(in Arabic)'],
		['with/arabic-first/ru/', 'arabic-only', 'ar', '(язык: арабский)'],
		['with/english-first/ar/', 'english-only', 'en', ar.list.inLanguage('الإنجليزية')]
	] as const) {
		await page.goto(`${path}?event=${id}`);
		const row = page.locator(`[data-event-id="${id}"]`);
		await expect(row.getByText(note), path).toBeVisible();
		const title = page.getByRole('heading', { level: 1 });
		await expect(title.getByText(note), path).toBeVisible();
		const label = page.locator(`[data-mark="${id}"] .label`);
		const place = page.locator('#map .label bdi');
		await expect(place).toHaveAttribute('lang', lang);
		for (const text of [row.locator(`a bdi[lang="${lang}"]`), title.locator(`bdi[lang="${lang}"]`), label, place]) {
			const { first, last, width } = await ends(text);
			const what = `${path} ${await text.textContent()}`;
			if (lang === 'ar') {
				// From the right: the bracket first, the exclamation mark at the far left.
				expect(first, what).toBeGreaterThan(width - 12);
				expect(last, what).toBeLessThan(3);
			} else {
				expect(first, what).toBeLessThan(3);
				expect(last, what).toBeGreaterThan(width - 14);
			}
		}
		// Where the place stands in a row, it is marked as well.
		await expect(row.locator(`.place bdi[lang="${lang}"]`)).toHaveCount(1);
		// In the details the summary and what the report says too.
		const details = page.getByRole('article').first();
		await expect(details.locator(`bdi[lang="${lang}"]`)).not.toHaveCount(0);
		await expect(details.getByText(note).nth(1)).toBeVisible();
		// A text in the page's language has no note.
		await expect(page.locator('[data-event-id="both"]').getByText(note)).toHaveCount(path.endsWith('ru/') ? 1 : 0);
	}
});

test('in Arabic time runs from right to left, and keys, handles and play follow what is seen', async ({ page }) => {
	await page.goto('ar/?from=2025-02&to=2025-07');
	const { timeline: m } = WORDS.ar;
	const [from, to] = [handle(page, 'ar', 'from'), handle(page, 'ar', 'to')];
	await expect(from).toHaveAttribute('aria-valuetext', '1 فبراير 2025');
	await atRest(page);
	const start = await middle(from);
	expect(start.x).toBeGreaterThan((await middle(to)).x + 50);
	const list = await boxOf(page.locator('[data-event-list]'));
	const map = await boxOf(page.locator('#map'));
	expect(list.x + list.width).toBeLessThanOrEqual(map.x + 1);

	await from.focus();
	await page.keyboard.press('ArrowLeft');
	await expect(from).toHaveAttribute('aria-valuetext', '2 فبراير 2025');
	await page.keyboard.press('ArrowRight');
	await expect(from).toHaveAttribute('aria-valuetext', '1 فبراير 2025');
	const end = await middle(to);
	await page.mouse.move(end.x, end.y);
	await page.mouse.down();
	await page.mouse.move(end.x - 60, end.y, { steps: 4 });
	await page.mouse.up();
	await expect(to).toHaveAttribute('aria-valuetext', /(أغسطس|سبتمبر) 2025$/);

	await button(page, m.play).click();
	await expect.poll(async () => (await middle(from)).x).toBeLessThan(start.x - 10);
	await button(page, m.pause).click();
	// The map's own controls and what it names are Arabic too.
	await expect(page.locator('#map').getByRole('button', { name: /^دمشق، / })).toBeVisible();
});

/** Said as they are in every language: names, licences, formats and what stands in an address. */
const LATIN =
	/CC BY 4\.0|CC0|JavaScript|WebGL|Natural Earth|OpenStreetMap|GeoNames|MapLibre|Report [AB](, dated 14 October 2025|, undated)?|\((?:from|to|q|known|bounds|map|order|axis|play)\)|Ctrl\+C|Mac|Enter|Control|Escape|\b(?:I{1,3}|IV) квартал|UTC|soon|gone|https?:\S+/g;

for (const tag of ['ar', 'ru'] as const) {
	test(`nothing is left in English on the page in ${tag}`, async ({ page }) => {
		test.setTimeout(120_000);
		const m = WORDS[tag];
		const close = (title: string) => page.getByRole('dialog', { name: title });
		const check = async (state: string): Promise<void> => {
			const found = (await saidTexts(page))
				.filter(({ text }) => /[A-Za-z]{2,}/.test(text.replace(LATIN, '')))
				.map(({ text, where }) => `${where}: ${text}`);
			expect.soft([...new Set(found)], state).toEqual([]);
		};
		await page.goto(`${pathOf(tag)}?event=gone&from=soon&category=diplomacy&q=2025`);
		await expect(page.getByLabel(m.share.notices, { exact: true })).toBeVisible();
		await expect(page.locator('#map canvas')).toBeVisible();
		await expect(page.locator('.handle').last()).toBeVisible();
		await expect(page.locator('a[href$="feed.xml"]')).toBeVisible();
		await check('a link with faults');
		await button(page, m.page.filters).click();
		await expect(page.getByRole('group', { name: m.filters.facet.places, exact: true })).toBeVisible();
		await check('the filters');

		await page.goto(`${pathOf(tag)}?from=2025-02&order=desc&axis=linear`);
		await button(page, m.timeline.more).click();
		await expect(page.getByRole('combobox', { name: m.timeline.playMode })).toBeVisible();
		await button(page, m.timeline.zoomIn).click();
		await check('the rarer controls, zoomed in');
		await page.getByRole('textbox', { name: m.timeline.fromDate }).fill('x');
		await page.keyboard.press('Enter');
		await check('a date that is none');
		await button(page, m.timeline.countsTable).click();
		await expect(page.getByRole('dialog')).toBeVisible();
		await check('the table of counts');
		await page.keyboard.press('Escape');
		await button(page, m.page.share).click();
		await expect(close(m.share.title)).toBeVisible();
		await check('sharing');
		await page.keyboard.press('Escape');

		for (const event of ['new-government', 'moscow-visit', 'assad-rule-begins']) {
			await page.goto(`${pathOf(tag)}?event=${event}`);
			await expect(page.getByRole('article')).toBeVisible();
			await check(`details of ${event}`);
		}
		await page.goto(`${pathOf(tag)}?from=1980&to=1981&place=moscow`);
		await expect(rows(page)).toHaveCount(0);
		await expect(page.getByRole('button', { name: m.filters.clear }).first()).toBeVisible();
		await check('nothing found');
	});
}
