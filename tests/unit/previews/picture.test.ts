import { beforeAll, describe, expect, test } from 'vitest';
import { createI18n, type I18n } from '../../../src/lib/i18n/index.ts';
import { ar } from '../../../src/lib/i18n/ar/index.ts';
import { en } from '../../../src/lib/i18n/en/index.ts';
import type { Locale } from '../../../src/lib/i18n/locales.ts';
import { ru } from '../../../src/lib/i18n/ru/index.ts';
import { parseDates } from '../../../src/lib/core/dataset-dates.ts';
import type { Dataset } from '../../../src/lib/core/model.ts';
import { checkFolder } from '../../../src/lib/io/folder.server.ts';
import { headTags, type PageHead } from '../../../src/lib/publish/head.ts';
import { pages } from '../../../src/lib/publish/paths.ts';
import { picturePath, previewTags } from '../../../src/lib/publish/preview.ts';
import { pictured } from '../../../src/routes/previews/pictured.server.ts';
import { createPictures, type Pictures } from '../../../src/routes/previews/pictures.server.ts';
import { BAD_TEXTS } from '../publish/support.ts';

const { dataset } = checkFolder('data');
if (dataset === null) throw new Error('The dataset of the site cannot be read.');
const data: Dataset = dataset;
const wordsIn =
	(of: Dataset) =>
	(locale: Locale): I18n =>
		createI18n(locale, { en, ar, ru }[locale], of.languages[0] ?? locale);
const picturesOf = (of: Dataset): Promise<Pictures> =>
	createPictures({ dataset: of, dates: parseDates(of), paged: null }, wordsIn(of), { isCached: false });
const sizeOf = (png: Uint8Array): readonly number[] => {
	const view = new DataView(png.buffer);
	return [view.getUint32(16), view.getUint32(20)];
};

let pictures: Pictures;
beforeAll(async () => (pictures = await picturesOf(data)));

describe('pictures', () => {
	test('are PNG files of 1200 by 630, the same each time they are drawn, and another in each language', async () => {
		const [item] = pictures.catalogue.events;
		const [place] = data.places;
		if (item === undefined || place === undefined) throw new Error('The dataset is empty.');
		const again = await picturesOf(data);
		for (const subject of [{ kind: 'site' }, { kind: 'event', item }, { kind: 'place', place }] as const) {
			const [first, arabic, second] = [
				await pictures.draw(subject, 'en'),
				await pictures.draw(subject, 'ar'),
				await again.draw(subject, 'en')
			];
			expect([...first.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
			expect(sizeOf(first)).toEqual([1200, 630]);
			expect(Buffer.compare(first, second)).toBe(0);
			expect(Buffer.compare(first, arabic)).not.toBe(0);
		}
		expect(pictures.missing()).toBe('');
	});

	test('of whatever texts there are, of places nobody knows, and of nothing at all', async () => {
		const [event] = data.events;
		if (event === undefined) throw new Error('The dataset is empty.');
		const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft '.repeat(9);
		const bad: Dataset = {
			...data,
			title: { en: long },
			publisher: BAD_TEXTS.join(' '),
			places: data.places.map((place) => ({ ...place, name: { en: long }, point: null })),
			events: [{ ...event, title: { en: '東京 <b>&' } }]
		};
		const made = await picturesOf(bad);
		const [item] = made.catalogue.events;
		const [place] = bad.places;
		if (item === undefined || place === undefined) throw new Error('The dataset is empty.');
		for (const subject of [{ kind: 'site' }, { kind: 'event', item }, { kind: 'place', place }] as const) {
			expect(sizeOf(await made.draw(subject, 'ar'))).toEqual([1200, 630]);
		}
		expect(made.missing()).toContain('東');
		const none = await picturesOf({ ...data, events: [], places: [] });
		expect(sizeOf(await none.draw({ kind: 'site' }, 'ru'))).toEqual([1200, 630]);
	});
});

describe('tags of a preview', () => {
	const site = { name: 'Name of the site', isPictured: (_: string, id: string) => id === 'putin-call' };
	const head = (path: PageHead['path'], more: Partial<PageHead> = {}): PageHead => ({
		locale: 'ar',
		path,
		title: '"><script>',
		description: 'What it is about',
		...more
	});
	const tags = (of: PageHead, address: string | null) => new Map(previewTags(of, address, site));

	test('name the page and its picture by whole addresses where the site has one', () => {
		const found = tags(
			head((locale) => pages.event(locale, 'putin-call')),
			'https://example.org/a/'
		);
		expect(found.get('og:url')).toBe('https://example.org/a/ar/events/putin-call/');
		expect(found.get('og:image')).toBe('https://example.org/a/previews/ar/events/putin-call.png');
		expect(found.get('og:type')).toBe('article');
		expect(found.get('og:locale')).toBe('ar_AR');
		expect(found.get('twitter:card')).toBe('summary_large_image');
	});

	test('else by relative ones, from where the page stands', () => {
		const event = (locale: Locale) => pages.event(locale, 'putin-call');
		expect(tags(head(event), null).get('og:image')).toBe('../../../previews/ar/events/putin-call.png');
		expect(tags(head(event), null).has('og:url')).toBe(false);
		expect(tags(head(pages.front, { at: 'ar/embed/' }), null).get('og:image')).toBe('../../previews/ar/site.png');
	});

	test('fall back to the picture of the site', () => {
		const path = (id: string, more = {}) =>
			picturePath(
				head((locale) => pages.event(locale, id), more),
				'ar',
				site
			);
		expect(path('merged')).toBe('previews/ar/site.png');
		expect(path('putin-call', { isIndexed: false })).toBe('previews/ar/site.png');
		const many = { ...data, places: Array.from({ length: 400 }, () => data.places[0]).flatMap((place) => place ?? []) };
		expect(pictured({ dataset: many, dates: new Map(), paged: null })).toMatchObject({ tooMany: 416 });
		expect(pictured({ dataset: data, dates: new Map(), paged: null }).events.size).toBe(16);
	});

	test('name what the page is about, and beside it the site; the picture by the title that is in it', () => {
		const of = (id: string) =>
			tags(
				head((tag) => pages.event(tag, id), { title: 'A · Site', subject: 'A' }),
				null
			);
		expect(of('putin-call').get('og:title')).toBe('A');
		expect(of('putin-call').get('og:site_name')).toBe('Name of the site');
		expect(of('putin-call').get('og:image:alt')).toContain('«A»');
		expect(of('merged').get('og:image:alt')).toContain('«Name of the site»');
	});

	test('are text in the page', () => {
		const of = head(pages.front);
		const markup = headTags({ ...of, meta: previewTags(of, null, site) }, null);
		expect(markup).toContain('content="&quot;&gt;&lt;script&gt;"');
		expect(markup).not.toContain('<script>');
	});
});
