import { LOCALES, type Locale } from '../../../src/lib/i18n/locales.ts';
import { problemMessages } from '../../../src/lib/i18n/problem-messages.ts';
import type { CodedProblem } from '../../../src/lib/i18n/problem-words.ts';

/** Ends of whole sentences. */
const ENDS: Readonly<Record<Locale, RegExp>> = {
	en: /^[\p{Lu}\p{Nd}“].*[.?]$/su,
	ar: /^[\p{Script=Arabic}\p{Nd}].*[.؟]$/su,
	ru: /^[\p{Lu}«].*[.?]$/su
};

const SCRIPTS: Readonly<Record<Locale, RegExp>> = {
	en: /\p{Script=Latin}/u,
	ar: /\p{Script=Arabic}/u,
	ru: /\p{Script=Cyrillic}/u
};

/** What is wrong with the words for a problem in any language; empty when nothing is. */
export function faultsIn(problem: CodedProblem): string[] {
	return LOCALES.flatMap((locale) => {
		const { why, mend } = problemMessages[locale](problem);
		const english = problemMessages.en(problem);
		const faults = [why, mend].flatMap((text) => {
			const isWhole = ENDS[locale].test(text) && text.trim() === text && SCRIPTS[locale].test(text);
			const isFilled = !/undefined|NaN|\[object|\$\{|(?:^|\s)#(?:\s|$)| {2}/.test(text);
			return [...(isWhole ? [] : ['no sentence']), ...(isFilled ? [] : ['not filled'])].map(
				(fault) => `${fault}: ${text}`
			);
		});
		if (locale !== 'en' && (why === english.why || mend === english.mend))
			faults.push(`not translated: ${why} ${mend}`);
		if (locale === 'ar') faults.push(...[why, mend].flatMap((text) => strayIn(text)));
		return faults.map((fault) => `${locale} ${problem.code}: ${fault}`);
	});
}

/**
 * What would run the wrong way in a sentence that is read from the right: values of a file stand in an isolate, and so does
 * whatever is written in neither language and has signs in it.
 */
export function strayIn(text: string): string[] {
	const outside = text.replace(/\u2068[^\u2068\u2069]*\u2069/g, '');
	const isBalanced = !/[\u2068\u2069]/.test(outside);
	const stray = outside.match(/[\p{Script=Latin}\d]+[-/:_.~][\p{Script=Latin}\d]+|["[\]{}]|[\u0660-\u0669]/gu) ?? [];
	const found = stray.filter((written) => !/^(?:UTF-8|UTF-16|3166-1)$/.test(written));
	return [...(isBalanced ? [] : ['isolates']), ...found.map((written) => `not isolated: ${written}`)].map(
		(fault) => `${fault}: ${text}`
	);
}
