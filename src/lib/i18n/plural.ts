/** Text per plural category of the language; `other` is the one every language has. `#` stands for the number. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/**
 * A counter of things in one language: `count(2, { one: '# event', other: '# events' })` is `2 events`. The rules and the
 * digits are the platform's (Intl).
 */
export function createCounter(locale: string): (count: number, forms: PluralForms) => string {
	const rules = new Intl.PluralRules(locale);
	const digits = new Intl.NumberFormat(locale);
	return (count, forms) => (forms[rules.select(count)] ?? forms.other).replace('#', digits.format(count));
}
