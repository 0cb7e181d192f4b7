import { XmlElement } from '@rgrove/parse-xml';
import { describe, expect, test } from 'vitest';
import { composeView, VIEW_PX, type ViewPicture } from '../../../src/lib/share/picture/view-picture.ts';
import { isIn } from '../../../src/lib/share/picture/embedded-fonts.ts';
import { BAD_TEXTS, rootOf, textOf } from '../publish/support.ts';

const measure = (text: string, size: number): number => text.length * size * 0.5;
const SIGN = { slot: 1, isPlanned: false };
const view: ViewPicture = {
	lang: 'en',
	dir: 'ltr',
	title: 'Title',
	shows: ['5 of 16 events', 'time window: 2025'],
	map: { markup: '<circle r="3"/>', widthPx: 680, heightPx: 400, ground: 'data:image/png;base64,AAAA' },
	notice: null,
	timeline: { markup: '<line x2="9"/>', widthPx: 752, heightPx: 150 },
	rows: [],
	legend: [{ ...SIGN, text: 'Power' }],
	foot: ['Sources: A.', 'Data version 1.0.0, CC BY 4.0.', 'Map data: Natural Earth.'],
	link: 'https://example.org/?from=2025',
	description: 'Map and timeline of 5 events. Data version 1.0.0.',
	colours: { panel: '#fff', ink: '#000', muted: '#555', hairline: '#ddd', land: '#eee', categories: ['#00f', '#f00'] },
	fonts: "@font-face{font-family:'Noto Sans';src:url(data:font/woff2;base64,AA)}"
};

function all(element: XmlElement): XmlElement[] {
	return [element, ...element.children.flatMap((child) => (child instanceof XmlElement ? all(child) : []))];
}
const texts = (svg: string): string[] =>
	all(rootOf(svg))
		.filter(({ name }) => name === 'text')
		.map(({ text }) => text);

describe('a picture of the view', () => {
	test('is 1600 pixels wide, as high as what it holds, and says what it shows to those who do not see it', () => {
		const { svg, height } = composeView(view, measure);
		const root = rootOf(svg);
		expect(root.attributes).toMatchObject({ width: String(VIEW_PX), height: String(height), role: 'img' });
		expect(textOf(root, 'title')).toBe('Title');
		expect(textOf(root, 'desc')).toBe(view.description);
		expect(texts(svg)).toEqual(['Title', '5 of 16 events\u00a0· time window: 2025', 'Power', ...view.foot, view.link]);
		expect(composeView({ ...view, foot: [...view.foot, 'More.'] }, measure).height).toBeGreaterThan(height);
		expect(composeView(view, measure)).toEqual({ svg, height });
	});

	test('has nothing but drawings and text, whatever the texts are, and asks nobody for anything', () => {
		for (const bad of BAD_TEXTS) {
			const { svg } = composeView(
				{
					...view,
					title: bad,
					shows: [bad],
					description: bad,
					foot: [bad],
					link: bad,
					notice: bad,
					rows: [{ ...SIGN, text: bad }],
					legend: [{ ...SIGN, text: bad }]
				},
				measure
			);
			const elements = all(rootOf(svg));
			expect(new Set(elements.map(({ name }) => name))).toEqual(
				new Set(
					elements
						.map(({ name }) => name)
						.filter((name) => /^(?:svg|title|desc|style|rect|g|text|path|circle|line|image|clipPath)$/.test(name))
				)
			);
			for (const { attributes } of elements) {
				expect(Object.keys(attributes).filter((name) => /^on|^style$/i.test(name))).toEqual([]);
				expect(attributes.href ?? 'data:').toMatch(/^data:/);
			}
		}
	});

	test('from right to left begins at the right, and keeps map and axis as they are', () => {
		const { svg } = composeView({ ...view, lang: 'ar', dir: 'rtl' }, measure);
		const lines = all(rootOf(svg)).filter(({ name, attributes }) => name === 'text' && attributes.direction === 'rtl');
		expect(lines[0]?.attributes.x).toBe('776');
		expect(
			all(rootOf(svg)).filter(({ name, attributes }) => name === 'g' && attributes.direction === 'ltr')
		).toHaveLength(2);
	});

	test('without a map lists the events and says so', () => {
		const { svg } = composeView(
			{ ...view, map: null, notice: 'No map.', rows: [{ ...SIGN, text: 'May 2025: It' }] },
			measure
		);
		expect(texts(svg)).toEqual(expect.arrayContaining(['No map.', 'May 2025: It']));
	});

	test.each([
		[0x41, 'U+0-FF, U+131', true],
		[0x131, 'U+0000-00FF, U+0131', true],
		[0x627, 'U+0000-00FF', false],
		[0x627, '', true]
	])('a font has the characters of its range: %i in %s', (code, range, isInside) => {
		expect(isIn(code, range)).toBe(isInside);
	});
});
