/** Longest search text that a link carries, in UTF-16 code units. */
export const MAX_QUERY_LENGTH = 200;

/** Marks above and below letters, apostrophes, and the letters that only stand for one (`ʿ`, `ʾ`); the Arabic tatweel. */
const UNSPOKEN = /[\p{M}'`‘’\u02b9-\u02bf\u0640]+/gu;

/** Case, accents and apostrophes folded, so that "Sharaa", "SHARĀʾA" and "Shara'a" compare equal. Idempotent. */
export function foldText(text: string): string {
	const plain = (part: string): string => part.normalize('NFKD').replace(UNSPOKEN, '');
	// Lower-casing can bring marks of its own (`İ`).
	return plain(plain(text).toLowerCase());
}

/** The words of a search; every one of them must occur as a substring. */
export function queryWords(query: string): readonly string[] {
	return foldText(query)
		.split(/\s+/u)
		.filter((word) => word !== '');
}

/** A search text as a View holds it: no control characters or halves of surrogate pairs, at most 200 units. */
export function normalizeQuery(text: string): string {
	const clean = text.replace(/[\p{Cc}\p{Cs}]+/gu, ' ');
	return clean.length <= MAX_QUERY_LENGTH ? clean : clean.slice(0, MAX_QUERY_LENGTH).replace(/\p{Cs}$/u, '');
}
