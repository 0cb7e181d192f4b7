import type { Messages } from '$lib/i18n/index.ts';
import { LOCALES, type Locale } from '$lib/i18n/locales.ts';
import type { PageLoad } from './$types';

const WORDS: Readonly<Record<Locale, () => Promise<Messages>>> = {
	en: async () => (await import('$lib/i18n/en/index.ts')).en,
	ar: async () => (await import('$lib/i18n/ar/index.ts')).ar,
	ru: async () => (await import('$lib/i18n/ru/index.ts')).ru
};

/** Loaded apart, so that nothing of it is in the scripts of the dashboard. */
export const load: PageLoad = async ({ data, params }) => {
	const locale = LOCALES.find((tag) => tag === params.lang) ?? LOCALES[0];
	const [{ default: Page }, messages] = await Promise.all([
		import('../../../stories/StoryPage.svelte'),
		WORDS[locale]()
	]);
	return { ...data, Page, locale, messages };
};
