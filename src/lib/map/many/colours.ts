import { SLOTS } from '$lib/ui/shapes.ts';

/** Red, green and blue from 0 to 1, one colour after the other. */
export interface MarkColours {
	readonly panel: readonly number[];
	readonly land: readonly number[];
	readonly ink: readonly number[];
	readonly muted: readonly number[];
	readonly accent: readonly number[];
	/** Of the edge of a disc. */
	readonly edge: readonly number[];
	/** By slot. */
	readonly categories: readonly number[];
	readonly isForced: boolean;
}

/** On paper everything is light, whatever the theme: the tokens of tokens.css as they are there (a test compares them). */
export const PAPER_TOKENS = {
	panel: '#ffffff',
	land: '#f5f2eb',
	ink: '#000000',
	muted: '#444444',
	accent: '#000000',
	categories: ['#2b6cb0', '#b4451f', '#8a6d00', '#6b4fa0', '#0f766e', '#9d2f6b', '#4d6b1f', '#5a5f66']
} as const;

export const PAPER_COLOURS: MarkColours = {
	panel: fromHex(PAPER_TOKENS.panel),
	land: fromHex(PAPER_TOKENS.land),
	ink: fromHex(PAPER_TOKENS.ink),
	muted: fromHex(PAPER_TOKENS.muted),
	accent: fromHex(PAPER_TOKENS.accent),
	edge: fromHex(PAPER_TOKENS.land),
	categories: PAPER_TOKENS.categories.flatMap(fromHex),
	isForced: false
};

function fromHex(hex: string): readonly number[] {
	return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
}

/**
 * What the tokens of tokens.css come to on the page, for WebGL, which cannot read them.
 *
 * @param probe An element of the page that shows nothing.
 */
export function readColours(probe: HTMLElement, isForced: boolean): MarkColours {
	const read = (name: string): readonly number[] => {
		probe.style.color = `var(--${name})`;
		return parseColour(getComputedStyle(probe).color);
	};
	return {
		panel: read('panel'),
		land: read('land'),
		ink: read('ink'),
		muted: read('muted'),
		accent: read('accent'),
		edge: read(isForced ? 'ink' : 'land'),
		categories: Array.from({ length: SLOTS }, (_, slot) => read(`category-${slot}`)).flat(),
		isForced
	};
}

/** As browsers give a computed colour back: `rgb(1, 2, 3)`, perhaps with an opacity, which is left out. */
export function parseColour(text: string): readonly number[] {
	const [r, g, b] = (text.match(/[\d.]+/g) ?? []).map(Number);
	if (r === undefined || g === undefined || b === undefined) throw new Error(`"${text}" is no computed colour.`);
	return [r / 255, g / 255, b / 255];
}
