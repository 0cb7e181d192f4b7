import { LOCALES, type Locale } from '../i18n/locales.ts';
import { escapeMarkup } from './escape.ts';
import type { SitePath } from './paths.ts';

/** A page of the site in all its languages. */
export interface SitemapPage {
	readonly path: (locale: Locale) => SitePath;
	/** ISO 8601; `null`: not known. */
	readonly changed: string | null;
}

/** More in one file are against the protocol (sitemaps.org). */
export const MAX_ADDRESSES = 50_000;

/**
 * All pages with their other languages, for a site that has an address: the protocol knows no relative ones. Throws a sentence
 * where they are more than one file may name.
 */
export function sitemap(pages: readonly SitemapPage[], address: string): string {
	if (pages.length * LOCALES.length > MAX_ADDRESSES)
		throw new Error(`A sitemap may name ${MAX_ADDRESSES} addresses, not ${pages.length * LOCALES.length}.`);
	const href = (path: SitePath): string => escapeMarkup(new URL(path, address).href);
	return `${[
		'<?xml version="1.0" encoding="utf-8"?>',
		'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
		...pages.flatMap(({ path, changed }) => {
			const others = [...LOCALES.map((tag) => [tag, tag] as const), ['x-default', LOCALES[0]] as const].map(
				([name, tag]) => `\t\t<xhtml:link rel="alternate" hreflang="${name}" href="${href(path(tag))}"/>`
			);
			return LOCALES.flatMap((tag) => [
				'\t<url>',
				`\t\t<loc>${href(path(tag))}</loc>`,
				...(changed === null ? [] : [`\t\t<lastmod>${changed}</lastmod>`]),
				...others,
				'\t</url>'
			]);
		}),
		'</urlset>'
	].join('\n')}\n`;
}
