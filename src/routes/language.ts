import { resolve } from '$app/paths';
import { LOCALES, type Locale } from '$lib/i18n/locales.ts';
import type { Messages } from '$lib/i18n/index.ts';

/**
 * The data of a page with the words it is written in. Each language has a route of its own that imports its own words, so
 * that they are known beforehand, come with the page, and those of the others do not.
 */
export function inLanguage<Data extends object>(
	data: Data,
	locale: Locale,
	messages: Messages
): Data & { readonly locale: Locale; readonly messages: Messages } {
	return { ...data, locale, messages };
}

/** The page in a language; `query`, without `?`, is the same in all of them. Ends in the slash that every page has, or hosts redirect. */
export function linkIn(locale: Locale, query = ''): string {
	if (__ONE_FILE__) return `?lang=${locale}${query === '' ? '' : `&${query}`}`;
	const path = locale === LOCALES[0] ? resolve('/') : `${resolve(`/${locale}`)}/`;
	return `${path}${query === '' ? '' : `?${query}`}`;
}

/** The accessibility statement in a language. */
export function linkToStatement(locale: Locale): string {
	return `${linkIn(locale)}accessibility/`;
}

/** The page for frames of other sites in a language. */
export function linkToFrame(locale: Locale, query = ''): string {
	return `${linkIn(locale)}embed/${query === '' ? '' : `?${query}`}`;
}

/** The page of an event in a language. */
export function linkToEvent(locale: Locale, id: string): string {
	return `${linkIn(locale)}events/${id}/`;
}

/** A story in a language. */
export function linkToStory(locale: Locale, id: string): string {
	return `${linkIn(locale)}stories/${id}/`;
}
