import { buildStyle } from '$lib/map/style.ts';
import { SLOTS } from '$lib/ui/shapes.ts';
import type { Colours } from './picture.ts';

const NO_FONTS = { latin: '', latinExt: '', cyrillic: '', arabic: '' };

/**
 * The light theme: pictures are seen on anybody's page. What the tokens have is theirs, the rest is the map's own.
 *
 * @param css `tokens.css`. Throws a sentence for a token that it does not have.
 */
export function readColours(css: string): Colours {
	const token = (name: string): string => {
		const [, light] = new RegExp(`--${name}: light-dark\\((#[\\da-f]{6}),`).exec(css) ?? [];
		if (light === undefined) throw new Error(`tokens.css has no light colour --${name}.`);
		return light;
	};
	const { layers } = buildStyle({ theme: 'light', locale: 'en', dir: 'ltr', basemapUrl: '', fontUrls: NO_FONTS });
	const lineOf = (id: string): string => {
		const layer = layers.find((each) => each.id === id);
		const colour = layer?.type === 'line' ? layer.paint?.['line-color'] : undefined;
		if (typeof colour !== 'string') throw new Error(`The map's layer ${id} has no colour.`);
		return colour;
	};
	return {
		panel: token('panel'),
		ink: token('ink'),
		muted: token('muted'),
		hairline: token('hairline'),
		land: token('land'),
		water: token('water'),
		coast: lineOf('coast'),
		river: lineOf('rivers'),
		border: token('border'),
		label: token('map-label'),
		categories: Array.from({ length: SLOTS }, (_, slot) => token(`category-${slot}`))
	};
}
