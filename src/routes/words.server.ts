import type { Dataset } from '$lib/core/model.ts';
import { ar } from '$lib/i18n/ar/index.ts';
import { en } from '$lib/i18n/en/index.ts';
import { createI18n, type I18n, type Messages } from '$lib/i18n/index.ts';
import type { Locale } from '$lib/i18n/locales.ts';
import { ru } from '$lib/i18n/ru/index.ts';

/** Of all languages: pages bring their own alone (`language.ts`), the server writes in each. */
const MESSAGES: Readonly<Record<Locale, Messages>> = { en, ar, ru };

export function wordsOf(locale: Locale, { languages }: Pick<Dataset, 'languages'>): I18n {
	return createI18n(locale, MESSAGES[locale], languages[0] ?? locale);
}
