import { describe, expect, it } from 'vitest';
import { decodeFile } from '../../../../src/lib/io/import/decode.ts';
import { htmlText } from '../../../../src/lib/io/import/texts.ts';
import { hashOf, idOf, Slugs } from '../../../../src/lib/io/import/slugs.ts';
import { isId } from '../../../../src/lib/core/id.ts';

const TEXT = 'title,date\nCafé zu Lübeck,2024\n';

const decode = (bytes: readonly number[]) => {
	const { text, encoding, problems } = decodeFile({ name: 'a.csv', bytes: Uint8Array.from(bytes) });
	return { text, encoding, problems: problems.map(({ code, params }) => ({ code, ...params })) };
};

const utf8 = (text: string) => [...new TextEncoder().encode(text)];
const wide = (text: string, isLittle: boolean) =>
	[...text].flatMap((character) => {
		const unit = character.charCodeAt(0);
		return isLittle ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff];
	});
const latin = (text: string) => [...text].map((character) => character.charCodeAt(0));

describe('encodings', () => {
	it('is UTF-8 without a word, with a byte order mark or without', () => {
		expect(decode(utf8(TEXT))).toEqual({ text: TEXT, encoding: 'utf-8', problems: [] });
		expect(decode([0xef, 0xbb, 0xbf, ...utf8(TEXT)])).toEqual({ text: TEXT, encoding: 'utf-8', problems: [] });
	});

	it.each([
		['utf-16le', 'UTF-16 (little-endian)', [0xff, 0xfe, ...wide(TEXT, true)]],
		['utf-16be', 'UTF-16 (big-endian)', [0xfe, 0xff, ...wide(TEXT, false)]],
		['utf-16le', 'UTF-16 (little-endian)', wide(TEXT, true)],
		['utf-16be', 'UTF-16 (big-endian)', wide(TEXT, false)],
		['windows-1252', 'Windows-1252', latin(TEXT)]
	])('is %s, which is said with words that show it', (encoding, name, bytes) => {
		expect(decode(bytes)).toEqual({
			text: TEXT,
			encoding,
			problems: [{ code: 'encoding-guessed', encoding: name, samples: 'Café, Lübeck' }]
		});
	});

	/** Letters of one byte each, Cyrillic and Arabic, by their encodings. */
	const narrow = (text: string, encoding: string) => {
		const letters = new TextDecoder(encoding).decode(
			Uint8Array.from({ length: 256 }, (_, byte) => byte),
			{ stream: true }
		);
		return [...text].map((letter) => letters.indexOf(letter));
	};

	it.each([
		['windows-1251', 'Windows-1251', 'Название;Дата\nВзрыв на складе, ВОЙНА;2024\n', 'Название, Дата, Взрыв'],
		['windows-1251', 'Windows-1251', 'МОСКВА\nТВЕРЬ\n', 'МОСКВА, ТВЕРЬ'],
		['windows-1256', 'Windows-1256', 'العنوان,التاريخ\nمظاهرة في بيروت,2019\n', 'العنوان, التاريخ, مظاهرة'],
		['windows-1252', 'Windows-1252', 'Été à Besançon, où\nÄÖÜ, Šibenik, niño\n', 'Été, à, Besançon']
	])('is %s, told by words of one script', (encoding, name, text, samples) => {
		expect(decode(narrow(text, encoding))).toEqual({
			text,
			encoding,
			problems: [{ code: 'encoding-guessed', encoding: name, samples }]
		});
	});

	it('is UTF-8 still when a byte of many letters is lost', () => {
		const bytes = utf8('Название,Дата\nВзрыв на складе,2024\nМитинг,2025\n');
		expect(decode(bytes.toSpliced(1, 1)).problems).toMatchObject([{ code: 'file-encoding', count: 1 }]);
	});

	it('is what a person says', () => {
		const bytes = Uint8Array.from(latin(TEXT));
		expect(decodeFile({ name: 'a', bytes }, 'windows-1252')).toEqual({
			text: TEXT,
			encoding: 'windows-1252',
			problems: []
		});
	});

	it('has lost characters counted, with their line', () => {
		const { problems } = decodeFile({ name: 'a', bytes: Uint8Array.from(utf8('a\nL\ufffdbeck \ufffd\n')) });
		expect(problems).toMatchObject([{ code: 'file-encoding', line: 2, params: { count: 2 } }]);
	});

	it('is text with a stray zero', () => {
		expect(decode(utf8(`${TEXT}A\0,2024\n`)).problems).toEqual([]);
	});

	it('takes no time over one endless word', () => {
		expect(decode(latin(`${'a'.repeat(300_000)}\u00e9`)).problems).toHaveLength(1);
	});
});

describe('HTML', () => {
	it.each([
		['<p>One <b>two</b></p><p>three</p>', 'One two\n\nthree'],
		['a<br>b &amp; c &lt;d&gt; &#8217;&#x41;', 'a\nb & c <d> ’A'],
		['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
		['x<script>alert(1)</script>y<style>z{}</style>', 'xy'],
		['<img src=x onerror=alert(1)>', ''],
		['&unknown; &#0; &#xd800;', '&unknown; &#0; &#xd800;'],
		['an <a href="https://example.org">open', 'an open'],
		['an <a open', 'an <a open'],
		['plain', 'plain']
	])('%j is the text %j', (html, text) => expect(htmlText(html)).toBe(text));
});

it('takes no time over HTML that never ends', () => {
	for (const piece of ['<a ', '<script>', '&', '< '])
		expect(htmlText(piece.repeat(20_000)).length).toBeGreaterThanOrEqual(0);
});

describe('ids', () => {
	it('are the texts themselves where these are ids, else never the same for two texts', () => {
		expect(idOf('007', 'event')).toBe('007');
		expect(idOf('SYR-12', 'event')).toMatch(/^syr-12-[a-z0-9]{7}$/);
		expect(idOf('عاصفة', 'event')).toMatch(/^event-[a-z0-9]{7}$/);
		const texts = ['A', 'a ', 'Ä', 'a', '__proto__', 'a--b', 'a b', 'x'.repeat(300), `${'x'.repeat(300)}y`];
		const ids = texts.map((text) => idOf(text, 'event'));
		expect(new Set(ids).size).toBe(texts.length);
		expect(ids.every(isId)).toBe(true);
	});

	it('go to the first that asks, and stay', () => {
		const slugs = new Slugs('place');
		expect(slugs.idOf('Tartous (port)')).toBe('tartous-port');
		expect(slugs.idOf('Tartous, port')).toBe(`tartous-port-${hashOf('Tartous, port')}`);
		expect(slugs.idOf('Tartous (port)')).toBe('tartous-port');
		expect(slugs.idOf('')).toMatch(/^place-/);
	});
});
