import { beforeAll, describe, expect, test } from 'vitest';
import { directionOf, runsOf, tidy } from '../../../src/routes/previews/runs.ts';
import { createRenderer, type Renderer } from '../../../src/routes/previews/render.server.ts';
import { readWoff, type Face } from '../../../src/routes/previews/font-file.ts';
import { wrapText } from '../../../src/lib/ui/wrap.ts';
import { BAD_TEXTS, rootOf } from '../publish/support.ts';

let renderer: Renderer;
beforeAll(async () => (renderer = await createRenderer()));

const face = (family: string, letters: string): Face => ({
	family,
	file: new Uint8Array(),
	sentinel: letters.slice(0, 1),
	characters: new Set([...letters].map((letter) => letter.codePointAt(0) ?? 0))
});
const LATIN = face('latin', 'abcdefgHUN0123456789()·\u00a0.');
const ARABIC = face('arabic', 'سوريا\u00a0،');
const piece = (text: string, dir: 'ltr' | 'rtl' = 'ltr') =>
	runsOf(text, dir, [LATIN, ARABIC])?.map(({ face: { family }, text, isRtl }) => [family, text, isRtl]) ?? null;

describe('pieces of a line', () => {
	test('stand in the order of paper, each in one font and one direction', () => {
		expect(piece('سوريا 12', 'rtl')).toEqual([
			['latin', '12', false],
			['arabic', 'سوريا\u00a0', true]
		]);
		expect(piece('UN (سوريا)')).toEqual([
			['latin', 'UN\u00a0(', false],
			['arabic', 'سوريا', true],
			['latin', ')', false]
		]);
	});

	test('have no hole where a letter should be: the text is not set at all', () => {
		expect(piece('abc 日本')).toBeNull();
		expect(piece('abc 😀 ✈️ (d)')).toEqual([['latin', 'abc\u00a0\u00a0\u00a0(d)', false]]);
	});

	test('are not turned by what a text brings along', () => {
		expect(tidy('abc\u202edef\u2069')).toBe('abcdef');
		expect(tidy('\u2067abc')).toBe('\u2067abc\u2069');
		expect(tidy('a\nb\t c')).toBe('a b c');
		expect(directionOf('2025: سوريا', 'ltr')).toBe('rtl');
		expect(directionOf('1963–2025', 'rtl')).toBe('rtl');
	});
});

describe('texts in our own fonts', () => {
	test('Arabic letters are joined: apart they take more room, and other pixels', () => {
		const style = { size: 100, weight: 600 } as const;
		const [joined, apart] = ['سوريا', [...'سوريا'].join('\u200c')];
		expect(renderer.type.measure(joined, style)).toBeLessThan(renderer.type.measure(apart, style) * 0.95);
		const draw = (text: string) => {
			const line = renderer.type.line(text, { ...style, x: 20, y: 120, fill: '#000' }, 'rtl');
			return renderer.png(
				`<svg xmlns="http://www.w3.org/2000/svg" width="600" height="200"><rect width="600" height="200" fill="#fff"/>${line}</svg>`
			);
		};
		expect(draw(joined)).not.toEqual(draw(apart));
		expect(draw(joined)).toEqual(draw(joined));
	});

	test('languages of the interface and their punctuation can all be set, those of nobody here are named', () => {
		for (const text of [
			'“Al-Sharaa’s” – 2025…',
			'Хмеймим № 5 — «да»',
			'قوات الشرع (2025)، «نعم»؟',
			'Đặng Ελλάδα Łódź'
		]) {
			expect(renderer.type.canSet(text), text).toBe(true);
		}
		expect(renderer.type.canSet('東京 2025')).toBe(false);
		expect([...renderer.type.missing]).toEqual(['東', '京']);
	});

	test('whatever a text is, it is text: the line is well-formed, and is drawn', () => {
		for (const text of BAD_TEXTS) {
			const line = renderer.type.line(text, { x: 0, y: 50, size: 20, weight: 400, fill: '#000' }, 'ltr');
			const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60">${line}</svg>`;
			expect(() => rootOf(svg), text).not.toThrow();
			expect(svg.match(/<(?!\/?(?:svg|g|text)\b)/g), text).toBeNull();
		}
		const all = BAD_TEXTS.map((text) =>
			renderer.type.line(text, { x: 0, y: 50, size: 20, weight: 400, fill: '#000' }, 'rtl')
		);
		expect(() =>
			renderer.png(`<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60">${all.join('')}</svg>`)
		).not.toThrow();
	});

	test('a line is read as all of its text is', () => {
		const xOf = (piece: string, reads?: 'rtl') => {
			const line = renderer.type.line(
				'UN (سوريا).',
				{ x: 0, y: 50, size: 20, weight: 400, fill: '#000', ...(reads && { reads }) },
				'ltr'
			);
			const [, x] = new RegExp(`x="([^"]+)"[^>]*>[^<]*${piece}`).exec(line) ?? [];
			return Number(x);
		};
		expect(xOf('سوريا')).toBeGreaterThan(xOf('UN'));
		expect(xOf('سوريا', 'rtl')).toBeLessThan(xOf('UN', 'rtl'));
	});

	test('a file that is no font is refused in a sentence', () => {
		expect(() => readWoff(new Uint8Array(50), { family: 'x', sentinel: 'x' }, (bytes) => bytes)).toThrow('is no WOFF');
	});
});

describe('lines', () => {
	const measure = (text: string, size: number): number => text.length * size;
	const wrap = (text: string, widthPx: number, ...sizes: { size: number; lines: number }[]) =>
		wrapText(text, { widthPx, sizes }, measure);

	test('are about equally long', () => {
		expect(wrap('aaa bbb ccc ddd', 12, { size: 1, lines: 2 }).lines).toEqual(['aaa bbb', 'ccc ddd']);
	});

	test('become smaller before anything is left out', () => {
		const set = wrap('aaa bbb ccc ddd', 14, { size: 2, lines: 1 }, { size: 1, lines: 2 });
		expect(set).toEqual({ lines: ['aaa bbb', 'ccc ddd'], size: 1, isCut: false });
	});

	test('say that something is left out, and tear no letter from its accent', () => {
		expect(wrap('aaa bbb ccc', 4, { size: 1, lines: 2 })).toEqual({ lines: ['aaa', 'bbb…'], size: 1, isCut: true });
		expect(wrap('e\u0301e\u0301e\u0301', 4, { size: 1, lines: 9 }).lines).toEqual(['e\u0301e\u0301', 'e\u0301']);
		expect(wrap('', 4, { size: 1, lines: 2 }).lines).toEqual([]);
	});
});
