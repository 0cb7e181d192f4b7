/** Mean width of a character in a proportional face, in parts of its size: for where there is no canvas to ask. */
const MEAN_ADVANCE = 0.56;

/** What a text is written in, as the computed style of an element says it. */
export type TextStyle = Pick<CSSStyleDeclaration, 'fontFamily' | 'fontSize' | 'letterSpacing' | 'wordSpacing'>;

/**
 * Widths of texts in px, each worked out once. `style`: of an element that the texts stand in; `null`: an estimate, as on
 * the server and in tests. Spacing that a reader has asked for counts, in parts of the size.
 */
export function createMeasure(style: TextStyle | null): (text: string, fontPx: number) => number {
	const context = style === null ? null : document.createElement('canvas').getContext('2d');
	const family = style?.fontFamily ?? '';
	const perLetter = style === null ? 0 : parts(style.letterSpacing, style);
	const perSpace = style === null ? 0 : parts(style.wordSpacing, style);
	const widths = new Map<string, number>();
	return (text, fontPx) => {
		const key = `${fontPx} ${text}`;
		const known = widths.get(key);
		if (known !== undefined) return known;
		if (context !== null) context.font = `${fontPx}px ${family}`;
		const plain = context?.measureText(text).width ?? text.length * fontPx * MEAN_ADVANCE;
		const spaced = (text.length * perLetter + (text.split(' ').length - 1) * perSpace) * fontPx;
		const width = Math.ceil(plain + spaced);
		widths.set(key, width);
		return width;
	};
}

/** `normal` is none. */
function parts(spacing: string, { fontSize }: TextStyle): number {
	return (parseFloat(spacing) || 0) / parseFloat(fontSize);
}
