import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSiteAddress } from '$lib/core/site-address.js';
import { LOCALES } from '$lib/i18n/locales.ts';
import { addressOf, linkBetween, pages } from '$lib/publish/paths.ts';

const id = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,4})?$/);
const locale = fc.constantFrom(...LOCALES);
const path = fc.oneof(
	locale.map(pages.front),
	fc.tuple(locale, id).map(([tag, name]) => pages.event(tag, name)),
	fc.tuple(locale, id).map(([tag, name]) => pages.place(tag, name)),
	locale.map(pages.changes),
	locale.map(pages.feed)
);
const root = fc.constantFrom('https://example.org/', 'https://example.org/a/b/', 'http://localhost:4910/events/ar/');

test('a link between two pages leads to the other one, wherever the site lies', () => {
	fc.assert(
		fc.property(root, path, path, (site, from, to) => {
			const link = linkBetween(from, to, 'event=x');
			expect(link).toMatch(/^\.\.?\//);
			expect(new URL(link, site + from).href).toBe(`${site}${to}?event=x`);
		})
	);
});

test('an address is absolute where the site has one, and relative where not', () => {
	expect(addressOf('https://example.org/a/', 'ar/', 'ar/events/x/')).toBe('https://example.org/a/ar/events/x/');
	expect(addressOf(null, 'ar/', 'ar/events/x/')).toBe('./events/x/');
	expect(addressOf(null, 'events/x/', 'events/x/')).toBe('./');
	expect(addressOf('https://example.org/', 'feed.xml', '', 'event=x')).toBe('https://example.org/?event=x');
});

test.each([
	['https://example.org/', true],
	['https://example.org/a/b/', true],
	['https://пример.рф/', true],
	['https://example.org', false],
	['https://example.org/a', false],
	['http://example.org/', false],
	['https://example.org/?a/', false],
	['https://example.org/#/', false],
	['https://user@example.org/', false],
	['https://example.org:99999/', false],
	['https://example.org/\n/', false],
	[`https://example.org/${'a'.repeat(2000)}/`, false]
])('%s is the address of a site: %s', (address, is) => {
	expect(isSiteAddress(address)).toBe(is);
});
