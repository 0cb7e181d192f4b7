import { LOCALES, type Locale } from '../i18n/locales.ts';
import { escapeJson, escapeMarkup } from './escape.ts';
import { addressOf, pages, type SitePath } from './paths.ts';

/** A node of JSON-LD in the words of schema.org. */
export type Thing = { readonly '@type': string; readonly [key: string]: unknown };

/** `og:…` or `twitter:…`, and what it says. */
export type MetaTag = readonly [key: string, content: string];

/** What a page says of itself to search engines, feed readers and whoever shows a preview of a link. */
export interface PageHead {
	readonly locale: Locale;
	/** Where the page is in each language. */
	readonly path: (locale: Locale) => SitePath;
	/** Where it stands itself, if it is the same page once more. */
	readonly at?: SitePath;
	/** As in `<title>`, which the page itself writes. */
	readonly title: string;
	/** What the page is about, without the name of the site; left out: the title is that. */
	readonly subject?: string;
	readonly description: string;
	/** `false`: search engines leave it out, as it only says where to look instead. */
	readonly isIndexed?: boolean;
	/** What the page is about. Addresses in it are made with `addressOf` from the page's path. */
	readonly things?: readonly Thing[];
	/** Where there is one, the name of the dataset: feeds of it are offered. */
	readonly feed?: string;
	/** Pictures and words of a preview. */
	readonly meta?: readonly MetaTag[];
}

/**
 * The markup of it, for the end of `<head>`. `address`: of the site, `null` when nobody has said where it will lie; its
 * pages then name each other by relative addresses. Written by the server alone: nothing of it is in any script.
 */
export function headTags(head: PageHead, address: string | null): string {
	const { locale, path, description, isIndexed = true, things = [], feed, meta = [] } = head;
	const at = head.at ?? path(locale);
	const href = (to: SitePath): string => addressOf(address, at, to);
	const link = (attributes: Readonly<Record<string, string>>): string => element('link', attributes);
	return [
		...(description === '' ? [] : [element('meta', { name: 'description', content: description })]),
		...(isIndexed ? [] : [element('meta', { name: 'robots', content: 'noindex' })]),
		link({ rel: 'canonical', href: href(path(locale)) }),
		...LOCALES.map((tag) => link({ rel: 'alternate', hreflang: tag, href: href(path(tag)) })),
		link({ rel: 'alternate', hreflang: 'x-default', href: href(path(LOCALES[0])) }),
		...(feed === undefined
			? []
			: [link({ rel: 'alternate', type: 'application/atom+xml', title: feed, href: href(pages.feed(locale)) })]),
		...meta.map(([key, content]) =>
			element('meta', { [key.startsWith('twitter:') ? 'name' : 'property']: key, content })
		),
		...things.map(
			(thing) =>
				`<script type="application/ld+json">${escapeJson({ '@context': 'https://schema.org', ...thing })}</script>`
		)
	].join('\n\t\t');
}

/** An element without content. */
function element(name: string, attributes: Readonly<Record<string, string>>): string {
	const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeMarkup(value)}"`);
	return `<${name}${written.join('')}>`;
}
