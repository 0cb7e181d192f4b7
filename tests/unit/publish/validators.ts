import type { XmlElement } from '@rgrove/parse-xml';
import { expect } from 'vitest';
import { childrenOf, textOf } from './support.ts';

const RFC3339 = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T[0-2]\d:[0-5]\d:[0-5]\d(?:Z|[+-]\d\d:\d\d)$/;
const ABSOLUTE_IRI = /^[a-z][a-z0-9+.-]*:\S+$/i;
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/;

/** What RFC 4287 asks of a feed (4.1) and of its entries, and what feed readers rely on. */
export function expectAtom(root: XmlElement): void {
	expect(root.name).toBe('feed');
	expect(root.attributes.xmlns).toBe('http://www.w3.org/2005/Atom');
	const entries = childrenOf(root, 'entry');
	const feedAuthors = childrenOf(root, 'author');
	const ids = [root, ...entries].map((element) => {
		// Exactly one of each, and an id is an absolute IRI (4.2.6).
		const id = textOf(element, 'id');
		expect(id).toMatch(ABSOLUTE_IRI);
		textOf(element, 'title');
		expect(textOf(element, 'updated')).toMatch(RFC3339);
		for (const text of ['title', 'subtitle', 'summary', 'rights'].flatMap((name) => childrenOf(element, name))) {
			expect(['text', undefined]).toContain(text.attributes.type);
			expect(
				text.children.every(({ type }) => type === 'text'),
				'text, and no markup'
			).toBe(true);
			const lang = text.attributes['xml:lang'];
			if (lang !== undefined) expect(lang).toMatch(LANGUAGE);
		}
		// At most one alternate of a type and language (4.1.1).
		const links = childrenOf(element, 'link');
		expect(links.filter(({ attributes }) => attributes.rel === 'alternate')).toHaveLength(1);
		for (const { attributes } of links) expect(attributes.href).toMatch(/^\S+$/);
		return id;
	});
	expect(new Set(ids).size, 'ids are of one entry each').toBe(ids.length);
	expect(childrenOf(root, 'link').filter(({ attributes }) => attributes.rel === 'self')).toHaveLength(1);
	for (const author of feedAuthors) expect(textOf(author, 'name')).not.toBe('');
	for (const entry of entries) {
		// An author of its own or of the feed; a summary where there is no content.
		expect(childrenOf(entry, 'author').length + feedAuthors.length).toBeGreaterThan(0);
		textOf(entry, 'summary');
		expect(textOf(entry, 'published')).toMatch(RFC3339);
		for (const { attributes } of childrenOf(entry, 'category')) expect(attributes.term).toBeTruthy();
	}
	const updated = entries.map((entry) => textOf(entry, 'updated')).sort();
	if (updated.length > 0) expect(textOf(root, 'updated')).toBe(updated.at(-1));
}

/** What the protocol of sitemaps.org asks, and what is asked of other languages in it: they name each other, and themselves. */
export function expectSitemap(root: XmlElement, address: string): void {
	expect(root.name).toBe('urlset');
	expect(root.attributes.xmlns).toBe('http://www.sitemaps.org/schemas/sitemap/0.9');
	expect(root.attributes['xmlns:xhtml']).toBe('http://www.w3.org/1999/xhtml');
	const alternates = new Map<string, string>();
	for (const url of childrenOf(root, 'url')) {
		const loc = textOf(url, 'loc');
		expect(loc.startsWith(address)).toBe(true);
		expect(new URL(loc).href).toBe(loc);
		expect(loc.length).toBeLessThan(2048);
		const names = url.children.flatMap((child) => ('name' in child ? [child.name] : []));
		expect(names.every((name) => ['loc', 'lastmod', 'xhtml:link'].includes(String(name)))).toBe(true);
		for (const { text } of childrenOf(url, 'lastmod')) expect(text).toMatch(/^\d{4}-\d\d-\d\d$/);
		const links = childrenOf(url, 'xhtml:link').map(({ attributes }) => {
			expect(attributes.rel).toBe('alternate');
			return `${attributes.hreflang} ${attributes.href}`;
		});
		expect(
			links.some((link) => link.endsWith(` ${loc}`)),
			'names itself'
		).toBe(true);
		expect(alternates.has(loc), 'once').toBe(false);
		alternates.set(loc, links.join('\n'));
	}
	expect(alternates.size).toBeGreaterThan(0);
	expect(alternates.size).toBeLessThanOrEqual(50_000);
	for (const links of alternates.values())
		for (const link of links.split('\n')) expect(alternates.get(link.split(' ')[1] ?? '')).toBe(links);
}
