import { LOCALES, type Locale } from '../i18n/locales.ts';

/**
 * Where the pages and files of the site are, from its root and without a slash before: `ar/events/putin-call/`. What is
 * another's page in a language is in the folder of that language; those of the first one are at the root.
 */
export type SitePath = string;

/** Pages that there are in each language. */
export const pages = {
	front: (locale: Locale): SitePath => (locale === LOCALES[0] ? '' : `${locale}/`),
	event: (locale: Locale, id: string): SitePath => `${pages.front(locale)}events/${id}/`,
	place: (locale: Locale, id: string): SitePath => `${pages.front(locale)}places/${id}/`,
	story: (locale: Locale, id: string): SitePath => `${pages.front(locale)}stories/${id}/`,
	changes: (locale: Locale): SitePath => `${pages.front(locale)}changes/`,
	statement: (locale: Locale): SitePath => `${pages.front(locale)}accessibility/`,
	/** For frames of other sites: the front page in another layout. */
	frame: (locale: Locale): SitePath => `${pages.front(locale)}embed/`,
	/** Atom. */
	feed: (locale: Locale): SitePath => `${pages.front(locale)}feed.xml`
};

/**
 * What a page at `from` writes to link to another page or file: relative, so that the site works wherever it lies. `query`:
 * without `?`.
 */
export function linkBetween(from: SitePath, to: SitePath, query = ''): string {
	const folders = from.split('/').slice(0, -1);
	const target = to.split('/');
	let shared = 0;
	while (shared < folders.length && shared < target.length - 1 && folders[shared] === target[shared]) shared++;
	const up = '../'.repeat(folders.length - shared);
	const down = target.slice(shared).join('/');
	// `./`: a bare `feed.xml` is fine, but an empty reference is the page itself with its query, and `a:b` would be a scheme.
	return `${up === '' ? './' : up}${down}${query === '' ? '' : `?${query}`}`;
}

/** For machines that take a page away from its site: absolute where the site has an address, else as `linkBetween`. */
export function addressOf(address: string | null, from: SitePath, to: SitePath, query = ''): string {
	if (address === null) return linkBetween(from, to, query);
	return `${new URL(to, address).href}${query === '' ? '' : `?${query}`}`;
}
