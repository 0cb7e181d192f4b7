/** Mean width of a character in a proportional face, in parts of its size: for where there is no canvas to ask. */
const MEAN_ADVANCE = 0.56;

/**
 * Widths of texts in px, each worked out once. `family`: CSS font family to measure with; `null`: an estimate, as on the
 * server and in tests.
 */
export function createMeasure(family: string | null): (text: string, fontPx: number) => number {
	const context = family === null ? null : document.createElement('canvas').getContext('2d');
	const widths = new Map<string, number>();
	return (text, fontPx) => {
		const key = `${fontPx} ${text}`;
		const known = widths.get(key);
		if (known !== undefined) return known;
		if (context !== null) context.font = `${fontPx}px ${family}`;
		const width = Math.ceil(context?.measureText(text).width ?? text.length * fontPx * MEAN_ADVANCE);
		widths.set(key, width);
		return width;
	};
}
