import type { Messages } from '$lib/i18n/index.ts';
import type { Locale } from '$lib/i18n/locales.ts';
import { inLanguage } from '../../language.ts';
import type { PageLoad } from './$types';

/** One route for all languages, which a first load of the dashboard knows of: the words come after. */
const WORDS: Readonly<Record<Locale, () => Promise<Messages>>> = {
	en: async () => (await import('$lib/i18n/en/index.ts')).en,
	ar: async () => (await import('$lib/i18n/ar/index.ts')).ar,
	ru: async () => (await import('$lib/i18n/ru/index.ts')).ru
};

export const load: PageLoad = async ({ data: { locale, ...data } }) => inLanguage(data, locale, await WORDS[locale]());
