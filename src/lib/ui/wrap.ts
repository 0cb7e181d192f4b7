/** Width in px of a text set in one line at a size in px. */
export type Measure = (text: string, sizePx: number) => number;

export interface Wrapped {
	readonly lines: readonly string[];
	/** px of the type. */
	readonly size: number;
	/** Not all of the text is there: the last line ends in `…`. */
	readonly isCut: boolean;
}

interface Room {
	readonly widthPx: number;
	/** From the wanted one down, each with as many lines as there may be. */
	readonly sizes: readonly { readonly size: number; readonly lines: number }[];
}

const ELLIPSIS = '…';

/**
 * Sets a text in lines: at the first size at which it fits without tearing a word, else at the last, where a word that is
 * wider than a line is torn between two characters and what has no room is replaced by `…`. Lines are about equally long.
 */
export function wrapText(text: string, { widthPx, sizes }: Room, measure: Measure): Wrapped {
	const words = text.trim().split(/[^\S\u00a0\u202f]+/u);
	if (words.join('') === '') return { lines: [], size: sizes[0]?.size ?? 0, isCut: false };
	for (const { size, lines } of sizes) {
		const width = (line: string): number => measure(line, size);
		if (words.some((word) => width(word) > widthPx)) continue;
		const broken = fill(words, widthPx, width);
		if (broken.length <= lines) return { lines: balance(words, broken.length, widthPx, width), size, isCut: false };
	}
	const { size, lines } = sizes.at(-1) ?? { size: 0, lines: 0 };
	return { ...cut(words, widthPx, lines, (line) => measure(line, size)), size };
}

/** As much as fits into each line. */
function fill(words: readonly string[], widthPx: number, width: (line: string) => number): readonly string[] {
	const lines: string[] = [];
	for (const word of words) {
		const last = lines.at(-1);
		const joined = last === undefined ? word : `${last} ${word}`;
		if (last !== undefined && width(joined) <= widthPx) lines[lines.length - 1] = joined;
		else lines.push(word);
	}
	return lines;
}

/** The narrowest setting in as many lines, so that the last line is no single word. */
function balance(
	words: readonly string[],
	count: number,
	widthPx: number,
	width: (line: string) => number
): readonly string[] {
	let [low, high] = [Math.max(...words.map(width)), widthPx];
	// A dozen steps are exact to a px.
	for (let step = 0; step < 8 && high - low > 4; step++) {
		const middle = (low + high) / 2;
		if (fill(words, middle, width).length <= count) high = middle;
		else low = middle;
	}
	return fill(words, high, width);
}

function cut(
	words: readonly string[],
	widthPx: number,
	most: number,
	width: (line: string) => number
): Pick<Wrapped, 'lines' | 'isCut'> {
	const pieces = words.flatMap((word) => tear(word, widthPx, width));
	const lines = fill(pieces, widthPx, width);
	if (lines.length <= most) return { lines, isCut: false };
	const kept = lines.slice(0, most);
	let last = charactersOf(kept.at(-1) ?? '');
	while (last.length > 0 && width(`${last.join('')}${ELLIPSIS}`) > widthPx) last = last.slice(0, -1);
	kept[most - 1] = `${last.join('').trimEnd()}${ELLIPSIS}`;
	return { lines: kept, isCut: true };
}

/** Pieces of a word that fit into a line each. */
function tear(word: string, widthPx: number, width: (line: string) => number): readonly string[] {
	if (width(word) <= widthPx) return [word];
	const pieces: string[] = [];
	let piece = '';
	for (const character of charactersOf(word)) {
		if (piece !== '' && width(piece + character) > widthPx) {
			pieces.push(piece);
			piece = '';
		}
		piece += character;
	}
	return [...pieces, piece];
}

/** As a reader counts them: a letter with its accents is one. */
function charactersOf(text: string): readonly string[] {
	return Array.from(new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text), ({ segment }) => segment);
}
