/** The part of bidi-js that is used: the Unicode Bidirectional Algorithm (UAX #9). The package has no types. */
declare module 'bidi-js' {
	interface Bidi {
		/** `levels`: one for each UTF-16 unit; odd ones are read from the right. */
		getEmbeddingLevels(text: string, direction: 'ltr' | 'rtl'): { readonly levels: Uint8Array };
	}
	export default function bidiFactory(): Bidi;
}
