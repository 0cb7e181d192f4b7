import type { ImportMessages } from '../i18n/import.ts';
import { showValue } from '../io/problems.ts';
import type { Encoding } from '../io/import/decode.ts';

/** The same in every language. */
export const ENCODING_NAMES: Readonly<Record<Encoding, string>> = {
	'utf-8': 'UTF-8',
	'utf-16le': 'UTF-16 LE',
	'utf-16be': 'UTF-16 BE',
	'windows-1252': 'Windows-1252',
	'windows-1251': 'Windows-1251',
	'windows-1256': 'Windows-1256'
};

export const DELIMITERS = [',', ';', '\t', '|'] as const;

export function delimiterName(delimiter: string, words: ImportMessages): string {
	const known = DELIMITERS.find((one) => one === delimiter);
	return known === undefined ? showValue(delimiter) : words.delimiter[known];
}

/** A language tag in its usual spelling, as a dataset may have it: `fr`, `pt-BR`, `zh-Hant`; `null` when it is none. */
export function languageTag(text: string): string | null {
	try {
		const [tag = ''] = Intl.getCanonicalLocales(text.trim());
		return /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/.test(tag) ? tag : null;
	} catch {
		return null;
	}
}
