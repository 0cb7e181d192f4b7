import type { Locale } from '$lib/i18n/locales.ts';
import { readDescription } from '../dataset.server.ts';
import { wordsOf } from '../words.server.ts';

/** What the accessibility statement shows. */
export type StatementContent = ReturnType<typeof readStatement>;

export function readStatement(locale: Locale) {
	const dataset = readDescription();
	return { locale, i18n: wordsOf(locale, dataset), dataset };
}
