import { LOCALES, type Locale } from '$lib/i18n/locales.ts';

/** A language that has a folder of its own: each but the first. */
export function match(param: string): param is Exclude<Locale, (typeof LOCALES)[0]> {
	return LOCALES.some((tag, index) => index > 0 && tag === param);
}
