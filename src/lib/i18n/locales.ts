/** Languages of the interface, BCP 47, the first at the root of the site and each other one in a folder by its name. */
export const LOCALES = ['en', 'ar', 'ru'] as const;
export type Locale = (typeof LOCALES)[number];

interface LocaleFacts {
	readonly dir: 'ltr' | 'rtl';
	/** What Intl formats by: the order of day and month, and the digits. */
	readonly intl: string;
	/** In the language itself, as is `offer`: for those who read no other. */
	readonly name: string;
	/** Said to a reader whose browser prefers this language, on a page in another one. */
	readonly offer: string;
}

/** What is known of a language without its words, which are in a folder each so that a page loads its own alone. */
export const LOCALE_FACTS: Readonly<Record<Locale, LocaleFacts>> = {
	// Day before month in all English texts, as in `9 September 2025`.
	en: { dir: 'ltr', intl: 'en-GB', name: 'English', offer: 'Read in English' },
	// The digits of the dataset's own Arabic texts.
	ar: { dir: 'rtl', intl: 'ar-u-nu-latn', name: 'العربية', offer: 'القراءة بالعربية' },
	ru: { dir: 'ltr', intl: 'ru', name: 'Русский', offer: 'Читать по-русски' }
};
