/** Which of the encodings with one byte to a letter a text has: the one whose words are words of one script. */

export const SINGLE_BYTE = ['windows-1252', 'windows-1251', 'windows-1256'] as const;
export type SingleByte = (typeof SINGLE_BYTE)[number];

/** How much of a file is looked at, and how many words with letters beyond ASCII. */
const SAMPLE_BYTES = 1_000_000;
const SAMPLE_WORDS = 2_000;

/** The least share of such words that must be whole words of the script. */
const SHARE = 0.7;

/**
 * Western European unless nearly all words beyond ASCII are Cyrillic or Arabic ones. A guess, whatever it says: the words
 * are shown to who knows better.
 */
export function singleByteOf(bytes: Uint8Array): SingleByte {
	const sample = bytes.subarray(0, SAMPLE_BYTES);
	const [cyrillic, arabic] = [shareOf(sample, 'windows-1251', isCyrillic), shareOf(sample, 'windows-1256', isArabic)];
	if (Math.max(cyrillic, arabic) < SHARE) return 'windows-1252';
	// Capitals of the one may be letters of the other, but no text has these alone.
	return cyrillic >= arabic ? 'windows-1251' : 'windows-1256';
}

/** The share of words of three letters or more, not all of them ASCII, for which this holds. */
function shareOf(bytes: Uint8Array, encoding: SingleByte, holds: (word: string) => boolean): number {
	let [words, good] = [0, 0];
	for (const [word] of new TextDecoder(encoding).decode(bytes).matchAll(/[\p{L}\p{M}]{3,60}/gu)) {
		if (/^[a-z]*$/i.test(word)) continue;
		words++;
		if (holds(word)) good++;
		if (words === SAMPLE_WORDS) break;
	}
	return words === 0 ? 0 : good / words;
}

/** Small letters, with a capital before them or not, or capitals alone: Arabic read as Cyrillic has them in any order. */
function isCyrillic(word: string): boolean {
	return /^\p{Script=Cyrillic}+$/u.test(word) && /^(?:\p{Lu}?\p{Ll}+|\p{Lu}+)$/u.test(word);
}

/** Vowel signs belong to no script of their own. */
function isArabic(word: string): boolean {
	return /^[\p{Script=Arabic}\p{M}\u0640]+$/u.test(word);
}
