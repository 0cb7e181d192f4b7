import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { storyLanguage, type StoryBlock, type StoryInline } from '../../../../src/lib/core/story.ts';
import { readStoryFiles } from '../../../../src/lib/io/stories/folder.server.ts';
import { loadStories } from '../../../../src/lib/io/stories/load.ts';
import { MAX_STORY_LENGTH } from '../../../../src/lib/io/stories/read-story.ts';
import { folderOf } from '../../../support/datasets.ts';
import { data, found, load, STEP, story } from './support.ts';

/** The text of a story of one step. */
function textOf(markdown: string): readonly StoryBlock[] {
	const { stories } = load({ 'road.md': story(`## A\n\n[View](?)\n\n${markdown}\n`) });
	return stories[0]?.texts.en?.steps[0]?.text ?? [];
}

const text = (words: string): StoryInline => ({ kind: 'text', text: words });
const paragraph = (...children: readonly StoryInline[]): StoryBlock => ({ kind: 'paragraph', children });

test('a view is a line of its own: a link, a bare query, or a whole link from Share', () => {
	const views = (line: string): string | undefined =>
		load({ 'road.md': story(`## A\n\n${line}\n\nText.\n`) }).stories[0]?.texts.en?.steps[0]?.view;
	const canonical = 'from=2024-12&to=2025-01&place=damascus,moscow';
	const query = 'place=moscow,damascus&from=2024-12&to=2025-01';
	for (const line of [
		`[View](?${query})`,
		`[Any **words**](https://example.org/syria/ar/?${query}&utm_source=mail#step-2)`,
		`?${query}`,
		`https://example.org/syria/?${query}`,
		`<https://example.org/syria/?${query}>`
	])
		expect(views(line), line).toBe(canonical);
	expect(views('[View](?)')).toBe('');
	// Where it stands does not matter, if it says that it is a view.
	expect(views('Text before.\n\n[View](?place=moscow)')).toBe('place=moscow');
});

test('front matter: names in any case, quotes, comments, Windows lines and a byte order mark', () => {
	const file = `\ufeff---\n# a comment\nTitle: "A: b"\ndescription: 'c'\nAUTHOR: D. E.\ndate: 2026-11-27\n---\n\nLead.\n\n${STEP}`;
	const { stories, problems } = load({ 'road.md': file.replaceAll('\n', '\r\n') });
	expect(problems).toEqual([]);
	expect(stories[0]?.texts.en).toMatchObject({
		title: 'A: b',
		description: 'c',
		author: 'D. E.',
		date: '2026-11-27',
		lead: [paragraph(text('Lead.'))]
	});
	// Without it the title is the heading of the file.
	expect(load({ 'road.md': `# A *title*\n\n${STEP}` }).stories[0]?.texts.en?.title).toBe('A title');
});

test('paragraphs, emphasis, links, lists and quotes', () => {
	expect(textOf('One *two* **three [four](https://example.org/a)**\\\nfive &amp; six')).toEqual([
		paragraph(
			text('One '),
			{ kind: 'emphasis', children: [text('two')] },
			text(' '),
			{
				kind: 'strong',
				children: [
					text('three '),
					{ kind: 'link', url: 'https://example.org/a', host: 'example.org', children: [text('four')] }
				]
			},
			{ kind: 'break' },
			text('five & six')
		)
	]);
	expect(textOf('- a\n- b\n\n3. c\n\n> d\n\n[e](?event=putin-call)')).toEqual([
		{ kind: 'list', start: null, items: [[paragraph(text('a'))], [paragraph(text('b'))]] },
		{ kind: 'list', start: 3, items: [[paragraph(text('c'))]] },
		{ kind: 'quote', children: [paragraph(text('d'))] },
		paragraph({ kind: 'view', query: 'event=putin-call', children: [text('e')] })
	]);
	// A slip of the hand cuts no step in two, and indented text is text.
	expect(textOf('Text\n---\n\n    more')).toEqual([paragraph(text('Text')), paragraph(text('more'))]);
});

test('what looks like markup is text, whatever it is', () => {
	const payloads = [
		'<script>alert(1)</script>',
		'<img src=x onerror=alert(1)>',
		'<svg/onload=alert(1)>',
		'<a href="javascript:alert(1)">x</a>',
		'[x](javascript:alert(1))',
		'[x](java&#115;cript:alert(1))',
		'[x](data:text/html;base64,PHNjcmlwdD4=)',
		'[x](vbscript:msgbox)',
		'[x](//evil.example)',
		'![x](javascript:alert(1))',
		'<javascript:alert(1)>',
		'<iframe srcdoc="<script>alert(1)</script>"></iframe>',
		'{@html "<b>"} {{constructor}}',
		'[x][y]\n\n[y]: javascript:alert(1)'
	];
	for (const payload of payloads) {
		const blocks = textOf(`Before.\n\n${payload}`);
		expect(blocks[0], payload).toEqual(paragraph(text('Before.')));
		expect(kindsIn(blocks), payload).toEqual(
			[...new Set(kindsIn(blocks))].filter((kind) => kind === 'paragraph' || kind === 'text')
		);
	}
});

/** Every kind of node, each once. */
function kindsIn(nodes: readonly (StoryBlock | StoryInline)[]): readonly string[] {
	const inside = nodes.flatMap((node) =>
		kindsIn('children' in node ? node.children : node.kind === 'list' ? node.items.flat() : [])
	);
	return [...new Set([...nodes.map(({ kind }) => kind), ...inside])];
}

test('any text at all is read, and links lead to http and https alone', () => {
	const piece = fc.oneof(
		fc.constantFrom(
			'## A\n',
			'[View](?from=2024)\n',
			'---\n',
			'[x](',
			'javascript:',
			'https://e.org',
			')',
			'> ',
			'- ',
			'**'
		),
		fc.constantFrom(
			'<b>',
			'<!--',
			'-->',
			'`',
			'![',
			']',
			'\n\n',
			'\\',
			'&lt;',
			'\u0000',
			'\u202e',
			'\ud800',
			'𝒳',
			'نص'
		),
		fc.string({ unit: 'binary', maxLength: 8 })
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
			const { stories, problems } = load({ 'road.md': story(pieces.join('')) });
			const json = JSON.stringify(stories);
			for (const [, url = ''] of json.matchAll(/"url":"([^"]*)"/g)) expect(url).toMatch(/^https?:\/\//i);
			expect(problems.every(({ file }) => file === 'stories/road.md')).toBe(true);
		}),
		{ numRuns: 300 }
	);
});

test('nested as deep as a file can be, it is still read', () => {
	for (const deep of ['>', '[', '*a ', '![', '`a', '- ']) {
		const body = deep.repeat(Math.floor(3_000 / deep.length));
		const { stories } = load({ 'road.md': story(`## A\n\n[View](?)\n\nText.\n\n${body} end\n`) });
		expect(stories[0]?.texts.en?.steps, deep).toHaveLength(1);
		expect(deepest(stories), deep).toBeLessThan(60);
	}
	expect(found(load({ 'road.md': '#'.repeat(MAX_STORY_LENGTH + 1) }))).toEqual(['error file-too-large']);
});

function deepest(value: unknown): number {
	if (typeof value !== 'object' || value === null) return 0;
	return 1 + Object.values(value).reduce((most: number, item) => Math.max(most, deepest(item)), 0);
}

test('a story in several languages is one, and falls back as events do', () => {
	const { stories } = load({ 'road.ru.md': story(STEP), 'road.ar.md': story(STEP), 'other.ar.md': story(STEP) });
	expect(stories.map(({ id, texts }) => [id, Object.keys(texts)])).toEqual([
		['other', ['ar']],
		['road', ['ar', 'ru']]
	]);
	const [, road] = stories;
	if (road === undefined) throw new Error('There is no story.');
	expect(storyLanguage(road, 'ru', 'en')).toBe('ru');
	expect(storyLanguage(road, 'de', 'ru')).toBe('ru');
	expect(storyLanguage(road, 'de', 'en')).toBe('ar');
});

test('the stories of the dataset: nothing is wrong with them, and each step says what it says in every language', () => {
	const folder = folderOf('data');
	const { stories, problems } = loadStories(readStoryFiles(folder), data);
	expect(problems).toEqual([]);
	const [road] = stories;
	expect(Object.keys(road?.texts ?? {})).toEqual(['en', 'ar', 'ru']);
	const views = Object.values(road?.texts ?? {}).map(({ steps }) => steps.map(({ view }) => view));
	expect(views[1]).toEqual(views[0]);
	expect(views[2]).toEqual(views[0]);
	expect(views[0]?.length).toBe(8);
	// It says of the planned visit that nobody says that it took place.
	const last = readFileSync(`${folder}/stories/road-to-moscow.md`, 'utf8').split('\n## ').at(-1);
	expect(last).toContain('Neither report says that the visit took place.');
});

test('a folder without stories has none, and files beside them are left alone', () => {
	expect(readStoryFiles(folderOf('small'))).toEqual([]);
	expect(readStoryFiles(folderOf('data')).map(({ file }) => file)).toEqual([
		'stories/road-to-moscow.ar.md',
		'stories/road-to-moscow.md',
		'stories/road-to-moscow.ru.md'
	]);
});
