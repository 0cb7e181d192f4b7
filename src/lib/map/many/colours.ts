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

/**
 * What the tokens of tokens.css come to, for WebGL, which cannot read them.
 *
 * @param probe An element of the page that shows nothing.
 * @param scheme `light` whatever the page has, for paper.
 */
export function readColours(probe: HTMLElement, isForced: boolean, scheme: 'light' | 'page'): MarkColours {
	const read = (name: string): readonly number[] => {
		probe.style.color = `var(--${name})`;
		return parseColour(getComputedStyle(probe).color);
	};
	probe.style.colorScheme = scheme === 'light' ? 'light' : '';
	const colours = {
		panel: read('panel'),
		land: read('land'),
		ink: read('ink'),
		muted: read('muted'),
		accent: read('accent'),
		edge: read(isForced ? 'ink' : 'land'),
		categories: Array.from({ length: SLOTS }, (_, slot) => read(`category-${slot}`)).flat(),
		isForced
	};
	probe.style.colorScheme = '';
	return colours;
}

/** As browsers give a computed colour back: `rgb(1, 2, 3)`, perhaps with an opacity, which is left out. */
export function parseColour(text: string): readonly number[] {
	const [r, g, b] = (text.match(/[\d.]+/g) ?? []).map(Number);
	if (r === undefined || g === undefined || b === undefined) throw new Error(`"${text}" is no computed colour.`);
	return [r / 255, g / 255, b / 255];
}
