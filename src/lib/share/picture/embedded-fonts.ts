import { bytesOfDataUrl } from '$lib/ui/inside.ts';

/** A file of a font and the characters that it has. */
interface FontFile {
	readonly family: string;
	readonly weight: string;
	readonly url: string;
	readonly range: string;
}

/** A letter that only one of the embedded fonts has: when it is drawn, the font is there. */
export interface Sample {
	readonly family: string;
	readonly weight: string;
	readonly text: string;
}

export interface EmbeddedFonts {
	/** `@font-face` rules with the fonts in them. */
	readonly css: string;
	readonly samples: readonly Sample[];
}

/**
 * Rules that bring the page's own fonts along in a file, those alone whose characters a text has: an SVG file may not ask
 * anybody for a font, and the image of a PNG is drawn without the page. A font that cannot be read is left out: then the
 * families that a reader has stand in.
 */
export async function embedFonts(text: string, sheets: Iterable<CSSStyleSheet>): Promise<EmbeddedFonts> {
	const characters = [...new Set(text)];
	const fonts = await Promise.all(
		[...sheets].flatMap(fontsOf).map(async ({ family, weight, url, range }) => {
			const own = characters.filter((character) => isIn(character.codePointAt(0) ?? 0, range));
			if (own.length === 0) return { css: '', samples: [] };
			try {
				const bytes = await bytesOf(url);
				if (bytes === null) return { css: '', samples: [] };
				const data = encode(bytes);
				const source = `url(data:font/woff2;base64,${data}) format('woff2')`;
				const css = `@font-face{font-family:${family};font-weight:${weight};src:${source};unicode-range:${range}}`;
				const letter = own.find((character) => /[\p{L}\p{N}]/u.test(character));
				return { css, samples: letter === undefined ? [] : [{ family, weight, text: letter }] };
			} catch {
				return { css: '', samples: [] };
			}
		})
	);
	return { css: fonts.map(({ css }) => css).join(''), samples: fonts.flatMap(({ samples }) => samples) };
}

/** `null`: it is not where it should be. */
async function bytesOf(url: string): Promise<Uint8Array | null> {
	if (url.startsWith('data:')) return bytesOfDataUrl(url);
	const response = await fetch(url);
	return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
}

function fontsOf(sheet: CSSStyleSheet): readonly FontFile[] {
	let rules: CSSRuleList;
	try {
		rules = sheet.cssRules;
	} catch {
		// Of an extension of the browser.
		return [];
	}
	return [...rules].flatMap((rule) => {
		if (!(rule instanceof CSSFontFaceRule)) return [];
		const value = (property: string): string => rule.style.getPropertyValue(property);
		const [, address] = /url\("?([^")]+)"?\)/.exec(value('src')) ?? [];
		if (address === undefined) return [];
		const url = new URL(address, sheet.href ?? document.baseURI).href;
		return [{ family: value('font-family'), weight: value('font-weight'), url, range: value('unicode-range') }];
	});
}

/** `range`: as in CSS, `U+0-FF, U+131`; none: everything. */
export function isIn(code: number, range: string): boolean {
	if (range.trim() === '') return true;
	return range.split(',').some((part) => {
		const [, first = '', last = first] = /U\+([\da-f]+)(?:-([\da-f]+))?/i.exec(part) ?? [];
		return code >= parseInt(first, 16) && code <= parseInt(last, 16);
	});
}

function encode(bytes: Uint8Array): string {
	let binary = '';
	// In pieces: as arguments so many numbers would be too many.
	for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
	return btoa(binary);
}
