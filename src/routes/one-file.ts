import { browser } from '$app/environment';
import { ar } from '$lib/i18n/ar/index.ts';
import { en } from '$lib/i18n/en/index.ts';
import type { Messages } from '$lib/i18n/index.ts';
import { LOCALES, type Locale } from '$lib/i18n/locales.ts';
import { ru } from '$lib/i18n/ru/index.ts';
import { inLanguage } from './language.ts';

const WORDS: Readonly<Record<Locale, Messages>> = { en, ar, ru };

/** Where the dashboard is one file, it has all languages; which one is asked for, the page has read before its first paint. */
export function inAskedLanguage<Data extends object>(data: Data): ReturnType<typeof inLanguage<Data>> {
	const asked = browser ? document.documentElement.lang : LOCALES[0];
	const locale = LOCALES.find((tag) => tag === asked) ?? LOCALES[0];
	return inLanguage(data, locale, WORDS[locale]);
}
