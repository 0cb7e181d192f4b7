import type { Heading, RootContent } from 'mdast';
import { parsePeriod } from '../../core/granularity.ts';
import type { StoryBlock, StoryStep, StoryText } from '../../core/story.ts';
import { lineAndColumn } from '../json.ts';
import { textOddities } from '../records.ts';
import type { Report, TextPoint } from './finding.ts';
import { readFrontMatter } from './front-matter.ts';
import { parseMarkdown, plainText, pointOf, storyMarkdown } from './markdown.ts';
import { queryOf, unknownParameters, type ViewLink } from './view-link.ts';

/** Longest file, in UTF-16 units: some ten thousand words. */
export const MAX_STORY_LENGTH = 60_000;
const MAX_STEPS = 100;

/** A step as it is written; `check` makes its view a canonical one. */
type Draft = Omit<StoryStep, 'view'> & { readonly view: ViewLink };

/** A story's text whose views are not checked yet. */
export interface StoryDraft extends Omit<StoryText, 'steps'> {
	readonly steps: readonly Draft[];
	/** What the text links to. */
	readonly links: readonly ViewLink[];
}

/** `null`: there is no story in the file; what is wrong has been reported. Never throws. */
export function readStory(raw: string, report: Report): StoryDraft | null {
	if (raw.length > MAX_STORY_LENGTH) {
		report('error', 'file-too-large', { params: { limit: MAX_STORY_LENGTH, length: raw.length } });
		return null;
	}
	// A byte order mark is no text, and of a file that is not JSON nothing else speaks against it.
	const text = raw.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
	if (text.trim() === '') {
		report('error', 'file-empty');
		return null;
	}
	reportOddities(text, report);
	const head = readFrontMatter(text, report);
	if (head === null) return null;
	const { values, places, body } = head;
	const root = parseMarkdown(body);
	const links: ViewLink[] = [];
	const { blocks } = storyMarkdown(root, links, report);
	const { lead, sections } = sectionsOf(root.children);

	const heading = lead.find((node) => node.type === 'heading' && node.depth === 1);
	const title = values.title || (heading === undefined ? '' : plainText(heading));
	if (title === '') report('error', 'field-missing', { at: { line: 1, column: 1 }, field: 'title' });
	const steps = sections.slice(0, MAX_STEPS).flatMap((section) => readStep(section, body, blocks, report) ?? []);
	const tooMany = sections[MAX_STEPS];
	if (tooMany !== undefined)
		report('error', 'story-steps-many', { at: pointOf(tooMany.heading), params: { limit: MAX_STEPS } });
	if (sections.length === 0) report('error', 'story-steps-none');
	if (title === '' || steps.length === 0) return null;
	return {
		title,
		description: values.description ?? '',
		author: values.author ?? '',
		date: readDay(values.date, places.date, report),
		lead: blocks(lead.filter((node) => node !== heading)),
		steps,
		links
	};
}

interface Section {
	readonly heading: Heading;
	readonly nodes: readonly RootContent[];
}

function sectionsOf(nodes: readonly RootContent[]): {
	readonly lead: readonly RootContent[];
	readonly sections: readonly Section[];
} {
	const lead: RootContent[] = [];
	const sections: { heading: Heading; nodes: RootContent[] }[] = [];
	for (const node of nodes) {
		if (node.type === 'heading' && node.depth === 2) sections.push({ heading: node, nodes: [] });
		else (sections.at(-1)?.nodes ?? lead).push(node);
	}
	return { lead, sections };
}

/** `null`: it has no title, no view or no text, and there is no such step. */
function readStep(
	{ heading, nodes }: Section,
	source: string,
	blocks: (nodes: readonly RootContent[]) => readonly StoryBlock[],
	report: Report
): Draft | null {
	const at = pointOf(heading);
	const title = plainText(heading);
	if (title === '') report('error', 'story-step-untitled', { at });
	const found = nodes.map((node, index) => ({ node, query: viewIn(node, source, index === 0) }));
	const view = found.find(({ query }) => query !== null);
	if (view?.query === undefined || view.query === null) report('error', 'story-view-missing', { at, value: title });
	const text = blocks(nodes.filter((node) => node !== view?.node));
	if (text.length === 0) report('error', 'story-step-empty', { at, value: title });
	if (title === '' || text.length === 0 || view === undefined) return null;
	return { title, view: { query: view.query ?? '', at: pointOf(view.node) }, text };
}

/**
 * The query of a paragraph that is nothing but a link to a view, with words or without; `null`: it is something else. A whole link
 * may be to anywhere: it is a view where it `isFirst` and has a parameter of ours.
 */
function viewIn(node: RootContent, source: string, isFirst: boolean): string | null {
	if (node.type !== 'paragraph') return null;
	const { start, end } = node.position ?? {};
	const raw = source.slice(start?.offset, end?.offset).trim();
	const [only, ...more] = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
	// Signs of Markdown in a bare address are what they are.
	const url = only?.type === 'link' && more.length === 0 ? only.url : /^\S+$/.test(raw) ? raw : '';
	if (!url.startsWith('?') && !(isFirst && /^https?:/i.test(url))) return null;
	const query = queryOf(url);
	if (query === null || url.startsWith('?')) return query;
	const names = query.split('&').filter((pair) => pair !== '').length;
	return unknownParameters(query).length < names ? query : null;
}

function readDay(date: string | undefined, at: TextPoint | undefined, report: Report): string | null {
	if (date === undefined || date === '') return null;
	if (/^\d{4}-\d\d-\d\d$/.test(date) && parsePeriod(date) !== null) return date;
	report('warning', 'date-not-day', { at, field: 'date', value: date });
	return null;
}

/** What cannot be seen in the text, and letters that were lost. */
function reportOddities(text: string, report: Report): void {
	const pointAt = (index: number): TextPoint => {
		const { line, column } = lineAndColumn(text, index);
		return { line, column };
	};
	const lost = text.indexOf('\ufffd');
	if (lost >= 0) {
		const value = text.slice(Math.max(0, lost - 20), lost + 20);
		const params = { count: text.split('\ufffd').length - 1 };
		report('warning', 'file-encoding', { at: pointAt(lost), value, params });
	}
	for (const { code, index, character } of textOddities(text)) {
		// Markdown itself reads these.
		if (code === 'text-html-entity') continue;
		const value = text.slice(Math.max(0, index - 20), index + 20);
		report('warning', code, { at: pointAt(index), value, params: { at: index, character } });
	}
}
