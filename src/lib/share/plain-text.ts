/**
 * Text from a link, made visible: characters that turn the direction of what follows, or that no one sees, stand as
 * `U+202E`.
 */
export function plainText(text: string): string {
	return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, named);
}

/**
 * The same of those alone that turn what follows, also beyond the text: for what goes into a file or a reference, in which the
 * joiners that Persian and some pictures are written with stay.
 */
export function withoutTurns(text: string): string {
	return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, named);
}

function named(char: string): string {
	return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
