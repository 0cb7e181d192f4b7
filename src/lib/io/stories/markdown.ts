import type { Definition, Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { decodeView, encodeView } from '../../core/view-codec.ts';
import type { StoryBlock, StoryInline } from '../../core/story.ts';
import type { Severity } from '../problems.ts';
import { urlProblem } from '../schema.ts';
import type { Report, TextPoint } from './finding.ts';
import { queryOf, type ViewLink } from './view-link.ts';

/** Lists in quotes in lists, and emphasis within emphasis: more than this nobody reads. */
const MAX_DEPTH = 8;

/**
 * Indented text is no code, and a line of dashes under a paragraph makes no heading of it: in a story both are slips of the hand,
 * and the second one would cut a step in two.
 */
const PLAIN = { disable: { null: ['codeIndented', 'setextUnderline'] } };

/** `##Title`: to Markdown no heading, and the step that it was to begin would be lost in the one before. */
const UNSPACED = /^##+[^#\s]/;
/** The line under the head of a table, as many programs have it. */
const TABLE = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$/m;

export function parseMarkdown(text: string): Root {
	return fromMarkdown(text, { extensions: [PLAIN] });
}

export function pointOf({ position }: Nodes): TextPoint {
	return { line: position?.start.line ?? 1, column: position?.start.column ?? 1 };
}

/** All text of a node. One after the other and not each within the last: a file may be nested deeper than calls can be. */
export function plainText(node: Nodes): string {
	const waiting: Nodes[] = [node];
	let text = '';
	for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
		if (next.type === 'html' && isComment(next.value)) continue;
		if ('value' in next) text += next.value;
		else if (next.type === 'image' || next.type === 'imageReference') text += next.alt ?? '';
		else if (next.type === 'break') text += ' ';
		if ('children' in next) waiting.push(...next.children.toReversed());
	}
	return text.replace(/\s+/g, ' ').trim();
}

function firstText({ children: [first] }: Paragraph): string {
	return first?.type === 'text' ? first.value : '';
}

/** Notes of the editor, which no reader sees. */
function isComment(html: string): boolean {
	const text = html.trim();
	return text.startsWith('<!--') && text.indexOf('-->') === text.length - 3;
}

export interface Markdown {
	readonly blocks: (nodes: readonly RootContent[]) => readonly StoryBlock[];
}

/**
 * What becomes of the nodes of one file: text, and no markup but what a story has. HTML is text like any other; what is not shown
 * is reported. Views that the text links to are added to `views`.
 */
export function storyMarkdown(root: Root, views: ViewLink[], report: Report): Markdown {
	const definitions = definitionsIn(root);

	const unshown = (node: Nodes, what: string, severity: Severity = 'warning'): void => {
		report(severity, 'story-markup', { at: pointOf(node), value: plainText(node), params: { what } });
	};
	const tooDeep = (node: Nodes): string => {
		report('error', 'story-too-deep', { at: pointOf(node), value: plainText(node), params: { limit: MAX_DEPTH } });
		return plainText(node);
	};
	const paragraph = (...children: readonly StoryInline[]): readonly StoryBlock[] =>
		children.length === 0 ? [] : [{ kind: 'paragraph', children }];
	const text = (value: string): readonly StoryInline[] => (value === '' ? [] : [{ kind: 'text', text: value }]);

	function block(node: RootContent, depth: number): readonly StoryBlock[] {
		if (depth > MAX_DEPTH) return paragraph(...text(tooDeep(node)));
		switch (node.type) {
			case 'paragraph':
				if (UNSPACED.test(firstText(node))) unshown(node, 'unspaced', 'error');
				if (node.children.some((child) => child.type === 'text' && TABLE.test(child.value))) unshown(node, 'table');
				return paragraph(...inlines(node.children, 1));
			case 'blockquote': {
				const children = node.children.flatMap((child) => block(child, depth + 1));
				return children.length === 0 ? [] : [{ kind: 'quote', children }];
			}
			case 'list': {
				const items = node.children.map((item) => item.children.flatMap((child) => block(child, depth + 1)));
				return [{ kind: 'list', start: node.ordered === true ? (node.start ?? 1) : null, items }];
			}
			case 'heading':
				unshown(node, 'heading');
				return paragraph({ kind: 'strong', children: inlines(node.children, 2) });
			case 'code':
				unshown(node, 'code');
				return paragraph(...text(node.value));
			case 'html':
				if (isComment(node.value)) return [];
				unshown(node, 'html');
				return paragraph(...text(node.value));
			default:
				// A line across, or where a link leads that stands elsewhere.
				return [];
		}
	}

	function inlines(nodes: readonly PhrasingContent[], depth: number): readonly StoryInline[] {
		return nodes.flatMap((node) => inline(node, depth));
	}

	function inline(node: PhrasingContent, depth: number): readonly StoryInline[] {
		if (depth > MAX_DEPTH && 'children' in node) return text(tooDeep(node));
		switch (node.type) {
			case 'emphasis':
			case 'strong':
				return [{ kind: node.type, children: inlines(node.children, depth + 1) }];
			case 'link':
				return link(node, node.url, inlines(node.children, depth + 1));
			case 'linkReference': {
				const url = definitions.get(node.identifier) ?? '';
				return link(node, url, inlines(node.children, depth + 1));
			}
			case 'image':
			case 'imageReference':
				unshown(node, 'image');
				return text(node.alt ?? '');
			case 'break':
				return [{ kind: 'break' }];
			case 'html':
				if (isComment(node.value)) return [];
				unshown(node, 'html');
				return text(node.value);
			default:
				return 'value' in node ? text(node.value) : [];
		}
	}

	function link(node: Nodes, url: string, children: readonly StoryInline[]): readonly StoryInline[] {
		const at = pointOf(node);
		if (url.startsWith('?')) {
			const query = queryOf(url) ?? '';
			views.push({ query, at });
			return [{ kind: 'view', query: encodeView(decodeView(query).view), children }];
		}
		const code = urlProblem(url);
		if (code !== null) {
			report('error', code, { at, value: url });
			return children;
		}
		const { host } = new URL(url);
		return [{ kind: 'link', url, host, children: children.length === 0 ? text(host) : children }];
	}

	return { blocks: (nodes) => nodes.flatMap((node) => block(node, 1)) };
}

/** Of two of one name the first counts. */
function definitionsIn(root: Root): ReadonlyMap<string, string> {
	const found = new Map<string, string>();
	const waiting: Nodes[] = [root];
	for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
		if (next.type === 'definition') add(next);
		else if ('children' in next) waiting.push(...next.children.toReversed());
	}
	function add({ identifier, url }: Definition): void {
		if (!found.has(identifier)) found.set(identifier, url);
	}
	return found;
}
