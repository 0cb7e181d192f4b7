import { getContext, setContext } from 'svelte';
import type { LocalizedText } from '../core/model.ts';
import { createDateLabels, type DateLabels } from './dates.ts';
import type { en } from './en/index.ts';
import { LOCALE_FACTS, type Locale } from './locales.ts';

/** English is the contract: every other language is a value of this type, so a missing message fails the type check. */
export type Messages = typeof en;

/** Text in the reader's language, or the nearest there is. */
export interface ResolvedText {
	readonly text: string;
	/** BCP 47 tag of the language that `text` is really in. */
	readonly lang: string;
	readonly isFallback: boolean;
}

export interface I18n {
	readonly locale: Locale;
	readonly dir: 'ltr' | 'rtl';
	readonly m: Messages;
	/** Dates, windows and lengths in words. */
	readonly dates: DateLabels;
	/** Picks the reader's language, else the dataset's first, else whatever there is. */
	resolve(text: LocalizedText): ResolvedText;
	/** `resolve(text).text`, for names. */
	text(text: LocalizedText): string;
}

const KEY = Symbol('i18n');

/** `messages`: of that language. `datasetLanguage`: what the dataset's texts fall back to, BCP 47. */
export function createI18n(locale: Locale, messages: Messages, datasetLanguage: string): I18n {
	const { dir, intl } = LOCALE_FACTS[locale];
	const resolve = (text: LocalizedText): ResolvedText => {
		for (const lang of [locale, datasetLanguage, ...Object.keys(text)]) {
			const found = text[lang];
			if (found !== undefined) return { text: found, lang, isFallback: lang !== locale };
		}
		return { text: '', lang: locale, isFallback: false };
	};
	const dates = createDateLabels(intl, messages.dates);
	return { locale, dir, m: messages, dates, resolve, text: (text) => resolve(text).text };
}

export function provideI18n(i18n: I18n): I18n {
	return setContext(KEY, i18n);
}

export function useI18n(): I18n {
	return getContext<I18n>(KEY);
}

/**
 * Messages of a part of the page that is loaded when it is needed, and they with it: one object for each language. As with
 * `Messages`, English is the contract.
 */
export function useMessages<M>(messages: { readonly en: M } & Readonly<Record<Locale, NoInfer<M>>>): M {
	return messages[useI18n().locale];
}
