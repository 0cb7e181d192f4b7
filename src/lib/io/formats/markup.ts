/** A title without markup, `null` when it is empty or has any: what a file says of itself is shown as it is. */
export function plainTitle(text: string): string | null {
	const trimmed = text.trim();
	return trimmed === '' || /[<&]/.test(trimmed) ? null : trimmed;
}
