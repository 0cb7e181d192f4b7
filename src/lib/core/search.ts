/** Longest search text that a link carries, in UTF-16 code units. */
export const MAX_QUERY_LENGTH = 200;

/** Case and accents folded, so that "Sharaa", "SHARAA" and "Sharʿaa" with combining marks compare equal. Idempotent. */
export function foldText(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}+/gu, '')
		.toLowerCase()
		.normalize('NFKD')
		.replace(/\p{M}+/gu, '');
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
