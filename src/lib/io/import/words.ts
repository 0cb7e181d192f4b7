/** A text for comparing: small letters without accents, everything between letters and digits one space. */
export function plainWord(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/\u0131/g, 'i')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}
