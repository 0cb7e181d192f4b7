import type {
	ExpressionSpecification,
	FilterSpecification,
	FontFacesSpecification,
	LayerSpecification,
	StyleSpecification
} from 'maplibre-gl';

/** The basemap's vector source, zooms 0 to 6, enlarged from there on. */
export const SOURCE_ID = 'basemap';

/** Finer coast round the dataset's places, zooms 7 to 9: in the same file, but its other tiles do not exist. */
export const FINE_SOURCE_ID = 'basemap-fine';

/** The basemap's layers, lowest first. Data belongs above all of them. */
export const LAYER_IDS = {
	ground: 'ground',
	land: 'land',
	coast: 'coast',
	fineSea: 'fine-sea',
	fineLand: 'fine-land',
	fineCoast: 'fine-coast',
	lakes: 'lakes',
	lakeShores: 'lake-shores',
	rivers: 'rivers',
	borders: 'borders',
	disputedBorders: 'disputed-borders',
	cities: 'cities',
	countries: 'countries'
} as const;

/** Whom the basemap is owed to, to be shown with the map; `url` is an ordinary link, nothing is loaded from it. */
export const attribution: readonly { readonly text: string; readonly url: string }[] = [
	{ text: 'Natural Earth', url: 'https://www.naturalearthdata.com/' },
	{ text: '© OpenStreetMap contributors', url: 'https://www.openstreetmap.org/copyright' },
	{ text: 'GeoNames', url: 'https://www.geonames.org/' }
];

export type Theme = 'light' | 'dark';

/** Addresses of the woff2 files of Noto Sans, regular weight, by subset. */
export interface FontUrls {
	readonly latin: string;
	readonly latinExt: string;
	readonly cyrillic: string;
	readonly arabic: string;
}

export interface PlainStyleOptions {
	readonly theme: Theme;
	/** Plain black and white with strong lines, for readers who force their own colours. */
	readonly forcedColors?: boolean;
}

export interface StyleOptions extends PlainStyleOptions {
	/** BCP 47 tag of the interface's language: countries are named in it. Cities have English names only. */
	readonly locale: string;
	readonly dir: 'ltr' | 'rtl';
	/** Address of the PMTiles file, as `fetch` takes it; read through the `pmtiles` protocol. */
	readonly basemapUrl: string;
	readonly fontUrls: FontUrls;
	/** Longitudes and latitudes of the data's own marks: no name of the basemap stands next to one of them. */
	readonly avoid?: readonly (readonly [number, number])[];
}

interface Palette {
	readonly land: string;
	readonly water: string;
	readonly coast: string;
	readonly river: string;
	readonly border: string;
	readonly label: string;
	/** Factor on the widths of lines. */
	readonly weight: number;
}

// Land, water, borders and labels are those of tokens.css (a test compares them): WebGL cannot read custom properties.
const PALETTES: Readonly<Record<Theme, Palette>> = {
	light: {
		land: '#f5f2eb',
		water: '#d9e4e8',
		coast: '#b3c6cd',
		river: '#cfdde2',
		border: '#c8c0b0',
		label: '#6f6a61',
		weight: 1
	},
	dark: {
		land: '#24282c',
		water: '#171b20',
		coast: '#3a434b',
		river: '#1b2026',
		border: '#3f454b',
		label: '#99958d',
		weight: 1
	}
};

const FORCED_PALETTES: Readonly<Record<Theme, Palette>> = {
	light: {
		land: '#ffffff',
		water: '#ffffff',
		coast: '#000000',
		river: '#767676',
		border: '#767676',
		label: '#000000',
		weight: 1.5
	},
	dark: {
		land: '#000000',
		water: '#000000',
		coast: '#ffffff',
		river: '#8a8a8a',
		border: '#8a8a8a',
		label: '#ffffff',
		weight: 1.5
	}
};

const FONT = 'Noto Sans';

// The subsets' own ranges, as their publisher cuts them (@fontsource/noto-sans, @fontsource/noto-sans-arabic).
const FONT_RANGES: Readonly<Record<keyof FontUrls, readonly string[]>> = {
	latin: ['U+0000-00FF', 'U+0131', 'U+0152-0153', 'U+02BB-02BC', 'U+02C6', 'U+02DA', 'U+02DC', 'U+2000-206F'],
	latinExt: ['U+0100-02BA', 'U+02BD-02C5', 'U+02C7-02CC', 'U+02CE-02D7', 'U+02DD-02FF', 'U+1E00-1E9F', 'U+1EF2-1EFF'],
	cyrillic: ['U+0301', 'U+0400-045F', 'U+0490-0491', 'U+04B0-04B1', 'U+2116'],
	arabic: ['U+0600-06FF', 'U+0750-077F', 'U+08A0-08FF', 'U+FB50-FDFF', 'U+FE70-FEFC']
};

const WORLD_MAX_ZOOM = 6;
const FINE_ZOOMS = { min: 7, max: 9 };

/** The whole style: ground, coast, water, boundaries, names. Pure; asks `Intl` for the names of countries. */
export function buildStyle(options: StyleOptions): StyleSpecification {
	const palette = paletteOf(options);
	const url = `pmtiles://${options.basemapUrl}`;
	return {
		...buildPlainStyle(options),
		'font-faces': fontFaces(options.fontUrls),
		sources: {
			[SOURCE_ID]: { type: 'vector', url, minzoom: 0, maxzoom: WORLD_MAX_ZOOM },
			[FINE_SOURCE_ID]: { type: 'vector', url, minzoom: FINE_ZOOMS.min, maxzoom: FINE_ZOOMS.max }
		},
		layers: [groundLayer(palette), ...landLayers(palette), ...lineLayers(palette), ...labelLayers(palette, options)]
	};
}

/** A ground of one colour and nothing else: for when the basemap cannot be read. Has no source and loads nothing. */
export function buildPlainStyle(options: PlainStyleOptions): StyleSpecification {
	return {
		version: 8,
		name: `Chronotope, ${options.theme}`,
		// Names change without a fade: the map stands still while time moves.
		transition: { duration: 0, delay: 0 },
		sources: {},
		layers: [groundLayer(paletteOf(options))]
	};
}

/**
 * Names of countries in a language, by ISO 3166-1 alpha-2 code, as short as they are still words. A language that
 * `Intl` does not have gives English ones.
 */
export function countryNames(locale: string): ReadonlyMap<string, string> {
	const namesOf = (style: 'short' | 'long') =>
		new Intl.DisplayNames([locale, 'en'], { type: 'region', style, fallback: 'none' });
	const [short, long] = [namesOf('short'), namesOf('long')];
	const names = new Map<string, string>();
	for (const code of regionCodes()) {
		const brief = short.of(code);
		// "UK" and "US" are no names to read on a map; "США" and "ОАЭ" are.
		const name = brief !== undefined && brief.length <= 2 ? long.of(code) : brief;
		if (name !== undefined) names.set(code, name.replace(ARABIC_VOWEL_SIGNS, ''));
	}
	return names;
}

// The renderer draws a letter with its sign apart from its neighbours, which would tear the word.
const ARABIC_VOWEL_SIGNS = /[\u064b-\u0652]/g;

function* regionCodes(): Generator<string> {
	const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
	for (const first of letters) for (const second of letters) yield first + second;
}

function paletteOf({ theme, forcedColors }: PlainStyleOptions): Palette {
	return (forcedColors === true ? FORCED_PALETTES : PALETTES)[theme];
}

function fontFaces(urls: FontUrls): FontFacesSpecification {
	const face = (subset: keyof FontUrls) => ({ url: urls[subset], 'unicode-range': [...FONT_RANGES[subset]] });
	return { [FONT]: [face('latin'), face('latinExt'), face('cyrillic'), face('arabic')] };
}

function groundLayer(palette: Palette): LayerSpecification {
	return { id: LAYER_IDS.ground, type: 'background', paint: { 'background-color': palette.water } };
}

const isArea: FilterSpecification = ['==', ['geometry-type'], 'Polygon'];
const isCoast: FilterSpecification = ['!', ['has', 'seam']];

function landLayers(palette: Palette): LayerSpecification[] {
	const fine = { source: FINE_SOURCE_ID, minzoom: FINE_ZOOMS.min } as const;
	const coastPaint = {
		'line-color': palette.coast,
		'line-width': widthByZoom(palette, 0.4, 0.7, 1)
	} as const;
	return [
		{
			id: LAYER_IDS.land,
			type: 'fill',
			source: SOURCE_ID,
			'source-layer': 'land',
			filter: isArea,
			paint: { 'fill-color': palette.land }
		},
		{
			id: LAYER_IDS.coast,
			type: 'line',
			source: SOURCE_ID,
			'source-layer': 'land',
			filter: isCoast,
			paint: coastPaint
		},
		// Covers the coarser land and its coast wherever there is a finer one.
		{
			id: LAYER_IDS.fineSea,
			type: 'fill',
			...fine,
			'source-layer': 'fine_sea',
			paint: { 'fill-color': palette.water, 'fill-antialias': false }
		},
		{
			id: LAYER_IDS.fineLand,
			type: 'fill',
			...fine,
			'source-layer': 'fine_land',
			paint: { 'fill-color': palette.land }
		},
		{ id: LAYER_IDS.fineCoast, type: 'line', ...fine, 'source-layer': 'fine_land', paint: coastPaint }
	];
}

function lineLayers(palette: Palette): LayerSpecification[] {
	const world = { source: SOURCE_ID } as const;
	const borderWidth = widthByZoom(palette, 0.5, 0.9, 1.2);
	return [
		{
			id: LAYER_IDS.rivers,
			type: 'line',
			...world,
			'source-layer': 'rivers',
			minzoom: 3,
			layout: { 'line-join': 'round', 'line-cap': 'round' },
			paint: { 'line-color': palette.river, 'line-width': widthByZoom(palette, 0.3, 0.8, 1.6) }
		},
		{
			id: LAYER_IDS.lakes,
			type: 'fill',
			...world,
			'source-layer': 'lakes',
			paint: { 'fill-color': palette.water }
		},
		{
			id: LAYER_IDS.lakeShores,
			type: 'line',
			...world,
			'source-layer': 'lakes',
			minzoom: 3,
			paint: { 'line-color': palette.coast, 'line-width': widthByZoom(palette, 0.3, 0.5, 0.8) }
		},
		{
			id: LAYER_IDS.borders,
			type: 'line',
			...world,
			'source-layer': 'borders',
			filter: ['!', ['has', 'disputed']],
			layout: { 'line-join': 'round' },
			paint: { 'line-color': palette.border, 'line-width': borderWidth }
		},
		{
			id: LAYER_IDS.disputedBorders,
			type: 'line',
			...world,
			'source-layer': 'borders',
			filter: ['has', 'disputed'],
			paint: { 'line-color': palette.border, 'line-width': borderWidth, 'line-dasharray': [3, 2.5] }
		}
	];
}

function labelLayers(palette: Palette, options: StyleOptions): LayerSpecification[] {
	const isJoined = options.dir === 'rtl';
	const halo = { 'text-halo-color': palette.land, 'text-halo-width': 1.2, 'text-halo-blur': 0.4 } as const;
	const countries: LayerSpecification = {
		id: LAYER_IDS.countries,
		type: 'symbol',
		source: SOURCE_ID,
		'source-layer': 'countries',
		filter: labelFilter(options.avoid, COUNTRY_REACH),
		layout: {
			'text-field': countryNameExpression(options.locale),
			'text-font': [FONT],
			'text-size': ['interpolate', ['linear'], ['zoom'], 1, 11.5, 4, 12.5, 8, 14.5],
			// Spaced letters would tear joined scripts apart.
			'text-letter-spacing': isJoined ? 0 : 0.02,
			'text-max-width': 7,
			'text-line-height': 1.15,
			'text-padding': 8,
			'symbol-sort-key': ['get', 'rank']
		},
		paint: { 'text-color': palette.label, ...halo }
	};
	const cities: LayerSpecification = {
		id: LAYER_IDS.cities,
		type: 'symbol',
		source: SOURCE_ID,
		'source-layer': 'cities',
		minzoom: 4,
		filter: labelFilter(options.avoid, CITY_REACH),
		layout: {
			'text-field': ['format', '•', { 'font-scale': 0.9 }, ['concat', ' ', ['get', 'name']], {}],
			'text-font': [FONT],
			'text-size': ['interpolate', ['linear'], ['zoom'], 4, 11, 8, 12.5],
			'text-anchor': 'left',
			'text-offset': [-0.25, 0],
			'text-max-width': 20,
			'text-padding': 6,
			'symbol-sort-key': ['get', 'rank']
		},
		paint: { 'text-color': palette.label, ...halo }
	};
	return isEnglish(options.locale) ? [cities, countries] : [countries];
}

function isEnglish(locale: string): boolean {
	return locale.toLowerCase().split('-')[0] === 'en';
}

function countryNameExpression(locale: string): ExpressionSpecification {
	const branches = [...countryNames(locale)].flat();
	const [code, name, ...rest] = branches;
	if (code === undefined || name === undefined) throw new Error(`Intl names no country in "${locale}".`);
	return ['match', ['get', 'code'], code, name, ...rest, ''];
}

// How far a name keeps from the data's marks: pixels on screen, and at least so many metres.
const COUNTRY_REACH = { px: 34, metres: 0 };
const CITY_REACH = { px: 26, metres: 15_000 };

/** Names for which there is room at this zoom (`z` in the tiles) and which are not next to a mark. */
function labelFilter(avoid: StyleOptions['avoid'], reach: { px: number; metres: number }): FilterSpecification {
	const hasRoom: ExpressionSpecification = ['<=', ['get', 'z'], ['zoom']];
	if (avoid === undefined || avoid.length === 0) return hasRoom;
	const marks = { type: 'MultiPoint' as const, coordinates: avoid.map(([lng, lat]) => [lng, lat]) };
	// At 40 degrees of latitude, where a tile of 512 px at zoom 0 spans the equator: near enough elsewhere.
	const metresPerPx = (40_075_016 / 512) * Math.cos((40 * Math.PI) / 180);
	const reachMetres: ExpressionSpecification = ['max', reach.metres, ['/', reach.px * metresPerPx, ['^', 2, ['zoom']]]];
	return ['all', hasRoom, ['>', ['distance', marks], reachMetres]];
}

/** Widths in pixels at zooms 1, 5 and 9. */
function widthByZoom({ weight }: Palette, far: number, middle: number, near: number): ExpressionSpecification {
	return ['interpolate', ['linear'], ['zoom'], 1, far * weight, 5, middle * weight, 9, near * weight];
}
