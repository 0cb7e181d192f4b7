import { expect, test } from 'vitest';
import { atomFeed, type Feed, type FeedEntry } from '$lib/publish/atom.ts';
import { sitemap } from '$lib/publish/sitemap.ts';
import { pages } from '$lib/publish/paths.ts';
import { BAD_TEXTS, childrenOf, held, rootOf, textOf } from './support.ts';
import { expectAtom, expectSitemap } from './validators.ts';

function entry(text: string, index: number): FeedEntry {
	return {
		id: `urn:uuid:${String(index).padStart(8, '0')}-0000-5000-8000-000000000000`,
		title: { text, lang: 'en' },
		summary: { text, lang: index % 2 === 0 ? 'en' : 'und' },
		href: `./events/e-${index}/`,
		added: '2026-11-23',
		modified: index === 0 ? '2026-11-25' : '2026-11-24',
		category: 'power'
	};
}

function feed(rest: Partial<Feed>): Feed {
	return {
		id: 'urn:uuid:00000000-0000-5000-8000-00000000ffff',
		lang: 'en',
		title: { text: 'A feed', lang: 'en' },
		subtitle: { text: 'Of events', lang: 'en' },
		self: './feed.xml',
		sheet: './feed.css',
		page: './',
		author: 'An author',
		rights: 'CC BY 4.0',
		entries: [],
		...rest
	};
}

test('a feed is Atom as RFC 4287 has it, whatever its texts hold', () => {
	for (const text of BAD_TEXTS) {
		const root = rootOf(
			atomFeed(
				feed({
					title: { text, lang: 'und' },
					author: text || 'x',
					rights: text,
					entries: [entry(text, 0), entry(text, 1)]
				})
			)
		);
		expectAtom(root);
		const [first, second] = childrenOf(root, 'entry');
		expect(first && textOf(first, 'title')).toBe(held(text));
		expect(second && childrenOf(second, 'summary')[0]?.attributes['xml:lang']).toBe('und');
		expect(textOf(root, 'rights')).toBe(held(text));
	}
});

test('a feed is as new as its newest entry, and an empty one is a feed', () => {
	expect(textOf(rootOf(atomFeed(feed({ entries: [entry('a', 1), entry('b', 0)] }))), 'updated')).toBe(
		'2026-11-25T00:00:00Z'
	);
	expectAtom(rootOf(atomFeed(feed({}))));
});

test('a sitemap names every page in every language by absolute addresses', () => {
	const root = rootOf(
		sitemap(
			[
				{ path: pages.front, changed: '2026-11-24' },
				{ path: (tag) => pages.event(tag, 'a'), changed: null }
			],
			'https://example.org/a&b/'
		)
	);
	expectSitemap(root, 'https://example.org/a&b/');
	expect(childrenOf(root, 'url').map((url) => textOf(url, 'loc'))).toEqual(
		['', 'ar/', 'ru/', 'events/a/', 'ar/events/a/', 'ru/events/a/'].map((path) => `https://example.org/a&b/${path}`)
	);
	expect(childrenOf(root, 'url').map((url) => childrenOf(url, 'lastmod').length)).toEqual([1, 1, 1, 0, 0, 0]);
});

test('more addresses than the protocol allows are refused', () => {
	const many = Array.from({ length: 20_000 }, () => ({ path: pages.front, changed: null }));
	expect(() => sitemap(many, 'https://example.org/')).toThrow('50000');
});
