import { element, escapeXml } from '$lib/ui/markup.ts';
import type { Face } from './font-file.ts';
import { directionOf, runsOf, tidy, type Run } from './runs.ts';

export type Weight = 400 | 600;

export interface TextStyle {
	/** px. */
	readonly size: number;
	readonly weight: Weight;
}

export interface LineStyle extends TextStyle {
	readonly x: number;
	/** Of the line on which letters stand. */
	readonly y: number;
	readonly fill: string;
	/** `start` is the left in every language. */
	readonly anchor?: 'start' | 'middle' | 'end';
	/** What the text is read in of which this is a line; left out: the line is all of it. */
	readonly reads?: 'ltr' | 'rtl';
	/** What sets it off from the map below it. */
	readonly halo?: { readonly colour: string; readonly width: number };
}

/** Texts in a picture, set in the fonts at hand alone; `dir`: what they are read in where no letter tells. */
export interface Typesetter {
	/** Whether no letter of it would be a hole. */
	canSet(text: string): boolean;
	/** px. */
	measure(text: string, style: TextStyle): number;
	/** One line as SVG; empty for what cannot be set. */
	line(text: string, style: LineStyle, dir: 'ltr' | 'rtl'): string;
	/** Letters and digits that could not be set so far. */
	readonly missing: ReadonlySet<string>;
}

/** px of the type in which texts are measured: widths grow with the size. */
const MEASURED_AT = 100;
/** To the renderer, whose own lines run from the left. */
const FROM_RIGHT = ['\u202e', '\u202c'] as const;

/**
 * @param faces Of each weight, in order of preference.
 * @param widthOf Width in px of an SVG `text` in a font's file, by the renderer that will draw it.
 */
export function createTypesetter(
	faces: Readonly<Record<Weight, readonly Face[]>>,
	widthOf: (text: string, family: string) => number
): Typesetter {
	const inks = new Map<string, number>();
	const words = new Map<string, number>();
	const missing = new Set<string>();

	const spanOf = ({ face, text, isRtl }: Run, at: Readonly<Record<string, string | number>>): string => {
		const [before, after] = isRtl ? FROM_RIGHT : ['', ''];
		return element('text', { ...at, 'font-family': face.family }, `${before}${escapeXml(text)}${after}`);
	};

	/** px at `MEASURED_AT` that the renderer counts: from the first outline to the last. */
	const inked = (run: Run): number => {
		const key = `${run.face.family} ${run.isRtl ? 'rtl' : 'ltr'} ${run.text}`;
		const known = inks.get(key) ?? widthOf(spanOf(run, { 'font-size': MEASURED_AT }), run.face.family);
		inks.set(key, known);
		return known;
	};

	/** px at `MEASURED_AT` that it takes in a line. */
	const widthOfRun = (run: Run): number => {
		const { sentinel } = run.face;
		const between = (text: string): number => inked({ ...run, text: sentinel + text + sentinel });
		return between(run.text) - between('');
	};

	/** px at `MEASURED_AT`. */
	const widthOfWord = (word: string, weight: Weight): number => {
		const key = `${weight} ${word}`;
		const runs = (): readonly Run[] => runsOf(word, 'ltr', faces[weight]) ?? [];
		const known = words.get(key) ?? runs().reduce((sum, run) => sum + widthOfRun(run), 0);
		words.set(key, known);
		return known;
	};

	const runsIn = (text: string, weight: Weight, dir: 'ltr' | 'rtl'): readonly Run[] =>
		runsOf(text, dir, faces[weight]) ?? [];

	return {
		canSet(text) {
			if (runsOf(text, 'ltr', faces[400]) !== null) return true;
			for (const character of tidy(text)) if (runsOf(character, 'ltr', faces[400]) === null) missing.add(character);
			return false;
		},
		missing,
		// Word by word: lines are tried in many ways, of the same words.
		measure(text, { size, weight }) {
			const words = text.split(' ');
			const widths = words.map((word) => widthOfWord(word, weight));
			const spaces = (words.length - 1) * widthOfWord('\u00a0', weight);
			return (widths.reduce((sum, width) => sum + width, spaces) * size) / MEASURED_AT;
		},
		line(text, { x, y, size, weight, fill, anchor = 'start', halo, reads }, dir) {
			const runs = runsIn(text, weight, reads ?? directionOf(text, dir)).map((run) => ({
				run,
				width: (widthOfRun(run) * size) / MEASURED_AT
			}));
			const width = runs.reduce((sum, run) => sum + run.width, 0);
			let left = x - { start: 0, middle: width / 2, end: width }[anchor];
			const spans = runs.map(({ run, width: step }) => {
				left += step;
				return spanOf(run, { x: left - step, y, 'font-size': size });
			});
			if (spans.length === 0) return '';
			const edge = halo && { stroke: halo.colour, 'stroke-width': halo.width, 'stroke-linejoin': 'round' };
			// Below all of the line, so that none of its pieces is nibbled at by the edge of the next.
			return (
				(edge ? element('g', { fill: 'none', ...edge }, spans.join('')) : '') + element('g', { fill }, spans.join(''))
			);
		}
	};
}
