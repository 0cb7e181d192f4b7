import type { WriteProblem } from '../problem-facts.ts';
import { count, didYouMean, number } from './problem-parts.ts';

const REASONS: Readonly<Record<string, string>> = {
	malformed: 'The view of this step has a value that cannot be read',
	unreadable: 'The view of this step has characters that cannot be read',
	swapped: 'The view of this step begins after it ends; the two were swapped',
	shortened: 'The view of this step searches for a text that is too long; it was cut',
	missing: 'The view of this step names something that this dataset does not have',
	merged: 'The view of this step names an event that was merged into another one, which is shown',
	withdrawn: 'The view of this step names an event that was withdrawn',
	duplicate: 'The view of this step says something twice; only the first counts'
};

const MARKUP: Readonly<Record<string, string>> = {
	html: 'Stories have no HTML: it is shown letter for letter.',
	image: 'Stories load no pictures: only the description of this one is shown.',
	heading: 'A story has headings for its steps alone (##): this one is shown as strong text.',
	code: 'Stories have no blocks of code: this one is shown as plain text.',
	table: 'Stories have no tables: this one is shown letter for letter.',
	unspaced: 'Without a space behind its ## this is no heading: it begins no step, and is shown as text.'
};

const HEAD = 'Between the two lines of --- write lines such as: title: The road to Moscow.';
const VIEW =
	'Under the heading write a line such as: [View](?from=2024-12&place=damascus), or paste a link from “Share”, with an empty line above and below.';
const STEP = 'A step is a heading with ##, a line with its view, and text.';

export const storyProblems = {
	'story-head-open': () => ({
		why: 'The file begins with a line of ---, and no second one ends what it opens.',
		mend: 'Put a line of --- under title and date, above the text.'
	}),
	'story-head-line': () => ({ why: 'This line is no name with a value.', mend: HEAD }),
	'story-head-repeated': ({ field }) => ({
		why: `“${field ?? ''}” is given twice; only the first one counts.`,
		mend: 'Delete the one that is wrong.'
	}),
	'story-repeated': ({ params }) => ({
		why: `The same story in the same language is in ${params.other}. This file was left out.`,
		mend: 'Delete one of them, or correct the language in its name, as in: road.ar.md.'
	}),
	'story-steps-none': () => ({ why: 'The story has no steps.', mend: STEP }),
	'story-steps-many': ({ params }) => ({
		why: `The story has more than ${number(params.limit)} steps; the rest was left out.`,
		mend: 'Make two stories of it.'
	}),
	'story-steps-differ': ({ params }) => ({
		why: `This translation has ${count(Number(params.steps), { one: 'one step', other: '# steps' })}, and ${params.other} has ${number(params.expected)}.`,
		mend: 'Check whether a step is missing, or was left out for what else is said of it here.'
	}),
	'story-step-untitled': () => ({
		why: 'The heading of this step is empty. The step was left out.',
		mend: 'Write a short title behind the ##.'
	}),
	'story-step-empty': () => ({ why: 'This step has no text. It was left out.', mend: STEP }),
	'story-view-missing': () => ({
		why: 'This step has no view. It was left out.',
		mend: `${VIEW} For everything: [View](?).`
	}),
	'story-view-ignored': ({ params }) => ({
		why: `${REASONS[String(params.reason)] ?? params.reason} (“${params.parameter}”).`,
		mend: `Correct the link, or take a new one from “Share”.${didYouMean(params)}`
	}),
	'story-markup': ({ params }) => ({
		why: MARKUP[String(params.what)] ?? 'Stories have no such markup.',
		mend:
			params.what === 'unspaced'
				? 'Write a space behind the signs, as in: ## December 2024.'
				: 'Use paragraphs, *emphasis*, **strong text**, links, lists and quotes.'
	}),
	'story-too-deep': ({ params }) => ({
		why: `Lists, quotes or emphasis stand inside each other more than ${number(params.limit)} levels deep. What is deeper is shown as plain text.`,
		mend: 'Write it with fewer levels.'
	})
} satisfies Readonly<Record<string, WriteProblem>>;

/** Every language has words for the same codes. */
export type StoryProblems = Readonly<Record<keyof typeof storyProblems, WriteProblem>>;
