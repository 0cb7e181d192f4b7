import { expect, test } from 'vitest';
import { escapeJson, escapeMarkup } from '$lib/publish/escape.ts';
import { headTags, type PageHead } from '$lib/publish/head.ts';
import { pages } from '$lib/publish/paths.ts';
import { BAD_TEXTS, childrenOf, held, rootOf } from './support.ts';

const head = (rest: Partial<PageHead> = {}): PageHead => ({
	locale: 'ar',
	path: (tag) => pages.event(tag, 'x'),
	title: 'T',
	description: 'D',
	...rest
});

/** The tags of a head; they are well-formed once each has an end. */
function tagsOf(markup: string) {
	const root = rootOf(`<head>${markup.replace(/<(link|meta)([^>]*)>/g, '<$1$2/>')}</head>`);
	return ['link', 'meta', 'script'].flatMap((name) => childrenOf(root, name));
}

test('the languages of a page name each other, and itself as the one that counts', () => {
	const links = (address: string | null) =>
		tagsOf(headTags(head(), address))
			.filter(({ name }) => name === 'link')
			.map(({ attributes }) =>
				[attributes.rel, attributes.hreflang ?? '', attributes.href].join(' ').replace(/ +/g, ' ')
			);
	expect(links(null)).toEqual([
		'canonical ./',
		'alternate en ../../../events/x/',
		'alternate ar ./',
		'alternate ru ../../../ru/events/x/',
		'alternate x-default ../../../events/x/'
	]);
	expect(links('https://example.org/a/')[0]).toBe('canonical https://example.org/a/ar/events/x/');
	expect(links('https://example.org/a/')[4]).toBe('alternate x-default https://example.org/a/events/x/');
});

test('a page that only leads on is not indexed, and a feed is offered by its name', () => {
	const robots = (markup: string) => /<meta name="robots" content="([^"]*)">/.exec(markup)?.[1];
	expect(robots(headTags(head({ isIndexed: false }), null))).toBe('noindex');
	expect(robots(headTags(head(), null))).toBeUndefined();
	expect(headTags(head({ feed: 'News & "more"' }), null)).toContain(
		'<link rel="alternate" type="application/atom+xml" title="News &amp; &quot;more&quot;" href="../../feed.xml">'
	);
});

test('tags of a preview are written by their kind', () => {
	const markup = headTags(
		head({
			meta: [
				['og:title', 'T'],
				['twitter:card', 'summary']
			]
		}),
		null
	);
	expect(markup).toContain('<meta property="og:title" content="T">');
	expect(markup).toContain('<meta name="twitter:card" content="summary">');
});

test('no text of the data becomes markup, and data in a script stays data', () => {
	for (const text of BAD_TEXTS) {
		const markup = headTags(
			head({
				description: text || 'x',
				feed: text,
				meta: [['og:title', text]],
				things: [{ '@type': 'Event', name: text, [text]: [text] }]
			}),
			null
		);
		const tags = tagsOf(markup.replace(/(<script[^>]*>).*?(<\/script>)/s, '$1$2'));
		expect(tags.map(({ name }) => name)).toEqual([
			...Array.from({ length: 6 }, () => 'link'),
			'meta',
			'meta',
			'script'
		]);
		const script = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(markup)?.[1] ?? '';
		expect(script).not.toMatch(/<|>|&|\u2028|\u2029/);
		expect(JSON.parse(script)).toEqual({
			'@context': 'https://schema.org',
			'@type': 'Event',
			name: text,
			[text]: [text]
		});
	}
});

test('escaped text is read again as it was, but for what no page can hold', () => {
	for (const text of BAD_TEXTS) {
		expect(rootOf(`<a>${escapeMarkup(text)}</a>`).text).toBe(held(text));
		expect(JSON.parse(escapeJson(text))).toBe(text);
	}
});
