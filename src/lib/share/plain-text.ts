/**
 * Text from a link, made visible: characters that turn the direction of what follows, or that no one sees, stand as
 * `U+202E`.
 */
export function plainText(text: string): string {
	return text.replace(
		/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
		(char) => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
	);
}
