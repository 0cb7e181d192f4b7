import { readFileSync } from 'node:fs';
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import {
	attribution,
	buildPlainStyle,
	buildStyle,
	countryNames,
	FINE_SOURCE_ID,
	LAYER_IDS,
	SOURCE_ID,
	type StyleOptions
} from '../../../src/lib/map/style.ts';

const themes = ['light', 'dark'] as const;
const languages = [
	{ locale: 'en', dir: 'ltr' },
	{ locale: 'ar', dir: 'rtl' },
	{ locale: 'ru', dir: 'ltr' }
] as const;

const options = (over: Partial<StyleOptions> = {}): StyleOptions => ({
	theme: 'light',
	locale: 'en',
	dir: 'ltr',
	basemapUrl: '/basemap.pmtiles',
	fontUrls: { latin: '/l.woff2', latinExt: '/le.woff2', cyrillic: '/c.woff2', arabic: '/a.woff2' },
	...over
});

const textOf = (style: object) => JSON.stringify(style);

describe('buildStyle', () => {
	for (const theme of themes) {
		for (const language of languages) {
			for (const forcedColors of [false, true]) {
				it(`is a valid style: ${theme}, ${language.locale}${forcedColors ? ', forced colours' : ''}`, () => {
					const avoid = [[36.2765, 33.5138] as const];
					for (const more of [{}, { avoid }]) {
						const style = buildStyle(options({ theme, ...language, forcedColors, ...more }));
						expect(validateStyleMin(style)).toEqual([]);
						expect(textOf(style)).not.toMatch(/https?:/);
					}
				});
			}
		}
	}

	it('would not pass the validator with a wrong layer', () => {
		const style = buildStyle(options());
		style.layers.push({ id: 'wrong', type: 'fill', source: 'absent' });
		expect(validateStyleMin(style)).not.toEqual([]);
	});

	it('is pure and can be serialised', () => {
		expect(buildStyle(options())).toEqual(buildStyle(options()));
		expect(JSON.parse(textOf(buildStyle(options())))).toEqual(buildStyle(options()));
	});

	it('reads both sources from the one file, over zooms that meet', () => {
		const { sources } = buildStyle(options({ basemapUrl: '/base/basemap.pmtiles' }));
		expect(sources[SOURCE_ID]).toMatchObject({ url: 'pmtiles:///base/basemap.pmtiles', minzoom: 0, maxzoom: 6 });
		expect(sources[FINE_SOURCE_ID]).toMatchObject({ url: 'pmtiles:///base/basemap.pmtiles', minzoom: 7, maxzoom: 9 });
	});

	it('draws names above everything else and asks for no glyph server', () => {
		const style = buildStyle(options());
		const types = style.layers.map(({ type }) => type);
		expect(types.slice(types.indexOf('symbol')).every((type) => type === 'symbol')).toBe(true);
		expect(style.glyphs).toBeUndefined();
		expect(style.sprite).toBeUndefined();
		expect(Object.keys(style['font-faces'] ?? {})).toEqual(['Noto Sans']);
		expect(new Set(style.layers.map(({ id }) => id))).toEqual(new Set(Object.values(LAYER_IDS)));
	});

	it('names countries in the language of the interface, and cities in English only', () => {
		const [en, ar, ru] = languages.map((language) => buildStyle(options(language)));
		expect(textOf(en ?? {})).toContain('"SY","Syria"');
		expect(textOf(ar ?? {})).toContain('"SY","سوريا"');
		expect(textOf(ru ?? {})).toContain('"SY","Сирия"');
		const hasCities = (style: typeof en) => style?.layers.some(({ id }) => id === LAYER_IDS.cities);
		expect([en, ar, ru].map(hasCities)).toEqual([true, false, false]);
		expect(hasCities(buildStyle(options({ locale: 'en-GB' })))).toBe(true);
	});

	it('keeps names away from the places it is told', () => {
		const marks = [[36.2765, 33.5138] as const];
		const filterOf = (style: ReturnType<typeof buildStyle>) => {
			const layer = style.layers.find(({ id }) => id === LAYER_IDS.countries);
			return layer?.type === 'symbol' ? textOf([layer.filter]) : '';
		};
		expect(filterOf(buildStyle(options({ avoid: marks })))).toContain('[36.2765,33.5138]');
		expect(filterOf(buildStyle(options()))).not.toContain('distance');
		expect(filterOf(buildStyle(options({ avoid: [] })))).not.toContain('distance');
	});

	it('has the colours of tokens.css', () => {
		const css = readFileSync(new URL('../../../src/lib/ui/tokens.css', import.meta.url), 'utf8');
		for (const token of ['land', 'water', 'border', 'map-label']) {
			const found = new RegExp(`--${token}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css);
			expect(found, token).not.toBeNull();
			themes.forEach((theme, i) => expect(textOf(buildStyle(options({ theme })))).toContain(`"${found?.[i + 1]}"`));
		}
	});
});

describe('buildPlainStyle', () => {
	it.each(themes)('is a valid %s ground that loads nothing', (theme) => {
		const style = buildPlainStyle({ theme });
		expect(validateStyleMin(style)).toEqual([]);
		expect(style.sources).toEqual({});
		expect(style.layers.map(({ type }) => type)).toEqual(['background']);
		expect(style['font-faces']).toBeUndefined();
	});
});

describe('countryNames', () => {
	it('has a name for every member of a sample in every language', () => {
		for (const { locale } of languages) {
			const names = countryNames(locale);
			for (const code of ['SY', 'RU', 'US', 'GB', 'TR', 'LB', 'PS', 'EH', 'TW']) {
				expect(names.get(code)?.length, `${code} in ${locale}`).toBeGreaterThan(2);
			}
			expect(names.has('QM')).toBe(false);
		}
	});

	it('writes words, not abbreviations, and no vowel signs that tear Arabic words', () => {
		expect(countryNames('en').get('US')).toBe('United States');
		expect(countryNames('en').get('GB')).toBe('United Kingdom');
		expect([...countryNames('ar').values()].join('')).not.toMatch(/[\u064b-\u0652]/);
	});

	it('falls back to English for a language that Intl does not have', () => {
		expect(countryNames('tlh').get('SY')).toBe('Syria');
	});
});

describe('attribution', () => {
	it('names every source of the basemap, as plain text with a link', () => {
		expect(attribution.map(({ text }) => text).join(' ')).toMatch(/Natural Earth.*OpenStreetMap.*GeoNames/);
		for (const { text, url } of attribution) {
			expect(text).not.toMatch(/[<>&]/);
			expect(new URL(url).protocol).toBe('https:');
		}
	});
});
