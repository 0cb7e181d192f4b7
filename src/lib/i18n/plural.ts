/** Plural categories that whole numbers have in each language of the interface (CLDR); `other` is the one every language has. */
interface Categories {
	readonly en: 'one' | 'other';
	readonly 'ar-u-nu-latn': 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
	readonly ru: 'one' | 'few' | 'many' | 'other';
}

/**
 * Text per plural category: all that the language has, or `other` alone for what never changes. `#` stands for the number.
 * A form that is missing fails the type check.
 */
export type PluralForms<Locale extends keyof Categories> =
	| Readonly<Record<Categories[Locale], string>>
	| ({ readonly other: string } & { readonly [Category in Exclude<Categories[Locale], 'other'>]?: never });

/**
 * A counter of things in one language: `count(2, { one: '# event', other: '# events' })` is `2 events`. The rules and the
 * digits are the platform's (Intl).
 */
export function createCounter<Locale extends keyof Categories>(
	locale: Locale
): (count: number, forms: PluralForms<Locale>) => string {
	const rules = new Intl.PluralRules(locale);
	const digits = new Intl.NumberFormat(locale);
	return (count, forms) => {
		const byCategory = new Map(Object.entries<string | undefined>(forms));
		const form = byCategory.get(rules.select(count)) ?? byCategory.get('other') ?? '';
		return form.replace('#', digits.format(count));
	};
}
