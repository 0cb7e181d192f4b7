import { describe, expect, test } from 'vitest';
import { describeProblem } from '../../../../src/lib/i18n/problem-text.ts';
import { storyProblems as words } from '../../../../src/lib/i18n/en/story-problems.ts';
import { STORY_CODES, type Problem, type ProblemCode } from '../../../../src/lib/io/problems.ts';
import { MAX_STORY_LENGTH } from '../../../../src/lib/io/stories/read-story.ts';
import { faultsIn } from '../../i18n/problem-sentences.ts';
import { found, load, STEP, story } from './support.ts';

const second = (text: string): string => story(STEP, text);

interface Case {
	readonly name: string;
	readonly files: Readonly<Record<string, string>>;
	/** In order; only the members given are compared. */
	readonly problems: readonly (Partial<Problem> & { readonly code: ProblemCode })[];
	/** Of the story `road` in English; 0: there is none. */
	readonly steps: number;
}

const cases: readonly Case[] = [
	{
		name: 'front matter without an end',
		files: { 'road.md': `---\ntitle: A\n\n${STEP}` },
		problems: [{ code: 'story-head-open', severity: 'error', file: 'stories/road.md', line: 1, pointer: '1:1' }],
		steps: 0
	},
	{
		name: 'front matter with a line that is none, a misspelt name and a repeated one',
		files: { 'road.md': `---\ntitle: A\njust words\nautor: B\ntitle: C\n---\n${STEP}` },
		problems: [
			{ code: 'story-head-line', severity: 'error', line: 3, value: 'just words' },
			{ code: 'key-unknown', severity: 'warning', line: 4, field: 'autor', params: { suggestion: 'author' } },
			{ code: 'story-head-repeated', severity: 'warning', line: 5, field: 'title' }
		],
		steps: 1
	},
	{
		name: 'no title',
		files: { 'road.md': `---\ndate: 2026-11-27\n---\n${STEP}` },
		problems: [{ code: 'field-missing', severity: 'error', line: 1, field: 'title' }],
		steps: 0
	},
	{
		name: 'a date that is no day',
		files: { 'road.md': `---\ntitle: A\ndate: 2026-02-30\n---\n${STEP}` },
		problems: [{ code: 'date-not-day', severity: 'warning', line: 3, field: 'date', value: '2026-02-30' }],
		steps: 1
	},
	{
		name: 'no steps',
		files: { 'road.md': story('Only text.') },
		problems: [{ code: 'story-steps-none', severity: 'error' }],
		steps: 0
	},
	{
		name: 'a step without a view',
		files: { 'road.md': second('## Bare\n\nText with [a view](?place=moscow) in it.\n') },
		problems: [{ code: 'story-view-missing', severity: 'error', line: 11, value: 'Bare' }],
		steps: 1
	},
	{
		name: 'a link to elsewhere is no view',
		files: { 'road.md': second('## Bare\n\nhttps://example.org/?page=2\n\nText.\n') },
		problems: [{ code: 'story-view-missing' }],
		steps: 1
	},
	{
		name: 'an empty step, and one without a title',
		files: { 'road.md': second('## Empty\n\n[View](?)\n\n<!-- a note -->\n\n##\n\n[View](?)\n\nText.\n') },
		problems: [
			{ code: 'story-step-empty', severity: 'error', line: 11, value: 'Empty' },
			{ code: 'story-step-untitled', severity: 'error', line: 17 }
		],
		steps: 1
	},
	{
		name: 'ids that the dataset does not have',
		files: {
			'road.md': second(
				'## A\n\n[View](?place=damscus,moscow&category=powr&event=putin-cal&actor=nobody-at-all)\n\nText and [more](?source=report-c).\n'
			)
		},
		problems: [
			...['place damscus damascus', 'category powr power', 'actor nobody-at-all', 'event putin-cal putin-call'].map(
				(text) => {
					const [field = '', value = '', suggestion] = text.split(' ');
					const params = { parameter: field, reason: 'missing', ...(suggestion === undefined ? {} : { suggestion }) };
					return { code: 'story-view-ignored', severity: 'error', line: 13, field, value, params } as const;
				}
			),
			{ code: 'story-view-ignored', line: 15, field: 'source', value: 'report-c' }
		],
		steps: 2
	},
	{
		name: 'values that are none, and a window that is the wrong way round',
		files: {
			'road.md': second(
				'## A\n\n[View](?from=2025-13&status=done&known=%FF)\n\nText.\n\n## B\n\n[View](?from=2025&to=2024)\n\nText.\n'
			)
		},
		problems: [
			{
				code: 'story-view-ignored',
				severity: 'error',
				field: 'known',
				params: { parameter: 'known', reason: 'unreadable' }
			},
			{ code: 'story-view-ignored', severity: 'error', field: 'from', value: '2025-13' },
			{ code: 'story-view-ignored', severity: 'error', field: 'status', value: 'done' },
			{ code: 'story-view-ignored', severity: 'warning', line: 19, params: { parameter: 'from', reason: 'swapped' } }
		],
		steps: 3
	},
	{
		name: 'a parameter that there is not',
		files: { 'road.md': second('## A\n\n[View](?form=2024&utm_source=x)\n\nText.\n') },
		problems: [{ code: 'key-unknown', severity: 'warning', field: 'form', params: { suggestion: 'from' } }],
		steps: 2
	},
	{
		name: 'markup that stories do not have',
		files: {
			'road.md': second(
				'## A\n\n[View](?)\n\n### Deeper\n\n<b>bold</b> ![A map](map.png)\n\n```\ncode\n```\n\n<script>alert(1)</script>\n'
			)
		},
		problems: ['heading', 'html', 'html', 'image', 'code', 'html'].map((what) => ({
			code: 'story-markup' as const,
			severity: 'warning' as const,
			params: { what }
		})),
		steps: 2
	},
	{
		name: 'a heading without its space, which begins no step',
		files: { 'road.md': second('##Lost\n\n[View](?)\n\nText with ##signs and a #tag.\n') },
		problems: [{ code: 'story-markup', severity: 'error', line: 11, value: '##Lost', params: { what: 'unspaced' } }],
		steps: 1
	},
	{
		name: 'a table',
		files: { 'road.md': second('## A\n\n[View](?)\n\n| a | b |\n|---|:--|\n| 1 | 2 |\n\na | b, -- and\n---\n') },
		problems: [{ code: 'story-markup', severity: 'warning', line: 15, params: { what: 'table' } }],
		steps: 2
	},
	{
		name: 'links that are none',
		files: {
			'road.md': second(
				'## A\n\n[View](?)\n\n[a](javascript:alert(1)) [b](mailto:a@b.c) [c](page.html) [d](https://good.example@evil.example/)\n'
			)
		},
		problems: [
			{ code: 'url-not-http', severity: 'error', value: 'javascript:alert(1)' },
			{ code: 'url-not-http' },
			{ code: 'url-invalid' },
			{ code: 'url-userinfo' }
		],
		steps: 2
	},
	{
		name: 'quotes within quotes',
		files: { 'road.md': second(`## A\n\n[View](?)\n\n${'> '.repeat(12)}deep\n`) },
		problems: [{ code: 'story-too-deep', severity: 'error', params: { limit: 8 } }],
		steps: 2
	},
	{
		name: 'too many steps',
		files: { 'road.md': story(...Array.from({ length: 101 }, () => STEP)) },
		problems: [{ code: 'story-steps-many', severity: 'error' }],
		steps: 100
	},
	{
		name: 'a file that is too large',
		files: { 'road.md': story(STEP, 'a'.repeat(MAX_STORY_LENGTH)) },
		problems: [{ code: 'file-too-large', severity: 'error', params: { limit: MAX_STORY_LENGTH } }],
		steps: 0
	},
	{
		name: 'an empty file',
		files: { 'road.md': ' \n' },
		problems: [{ code: 'file-empty', severity: 'error' }],
		steps: 0
	},
	{
		name: 'text that is not what it looks like',
		files: { 'road.md': second('## A\n\n[View](?)\n\nT\u202eext, l\ufffdst.\n') },
		problems: [
			{ code: 'file-encoding', line: 15 },
			{ code: 'text-bidi-control', line: 15 }
		],
		steps: 2
	},
	{
		name: 'names of files',
		files: { 'road.md': story(STEP), 'road.en.md': story(STEP), 'road.fr.md': story(STEP), 'My Road.md': story(STEP) },
		problems: [
			{ code: 'id-invalid', file: 'stories/My Road.md', params: { suggestion: 'my-road' } },
			{ code: 'language-undeclared', file: 'stories/road.fr.md', params: { language: 'fr', declared: 'en, ar, ru' } },
			{ code: 'story-repeated', file: 'stories/road.md', params: { other: 'stories/road.en.md' } }
		],
		steps: 1
	},
	{
		name: 'a translation with fewer steps',
		files: { 'road.md': story(STEP, STEP), 'road.ar.md': story(STEP) },
		problems: [
			{
				code: 'story-steps-differ',
				severity: 'warning',
				file: 'stories/road.ar.md',
				params: { steps: 1, expected: 2, other: 'stories/road.md' }
			}
		],
		steps: 2
	}
];

describe('what is wrong with a story is said, and the good steps load', () => {
	for (const { name, files, problems, steps } of cases) {
		test(name, () => {
			const result = load(files);
			expect(result.problems, found(result).join('\n')).toHaveLength(problems.length);
			result.problems.forEach((problem, index) => {
				const { params, ...expected } = problems[index] ?? {};
				expect(problem).toMatchObject({ ...expected, ...(params === undefined ? {} : { params }) });
			});
			expect(result.stories.find(({ id }) => id === 'road')?.texts.en?.steps.length ?? 0).toBe(steps);
			for (const problem of result.problems) {
				expect(faultsIn(problem)).toEqual([]);
				expect(describeProblem(problem)).toContain(problem.file);
			}
		});
	}

	test('every code occurs, and has words', () => {
		const said = new Set(cases.flatMap(({ files }) => load(files).problems.map(({ code }) => code)));
		expect(STORY_CODES.filter((code) => !said.has(code))).toEqual([]);
		expect(Object.keys(words)).toEqual([...STORY_CODES]);
	});

	test('a folder with nothing wrong says nothing', () => {
		expect(load({})).toEqual({ stories: [], problems: [] });
		expect(found(load({ 'road.md': story(STEP) }))).toEqual([]);
	});
});
