import { suggestion } from '../records.ts';
import type { Report, TextPoint } from './finding.ts';

const KEYS = ['title', 'description', 'author', 'date'] as const;
export type StoryKey = (typeof KEYS)[number];

export interface FrontMatter {
	readonly values: Readonly<Partial<Record<StoryKey, string>>>;
	/** Where each of them stands. */
	readonly places: Readonly<Partial<Record<StoryKey, TextPoint>>>;
	/** The text with empty lines in place of what was read, so that lines keep their numbers. */
	readonly body: string;
}

const FENCE = /^---[ \t]*$/;

/**
 * Lines of `key: value` between two lines of `---` at the top of a file: no more of YAML than that, a value in quotes aside. Without
 * a first fence there is none; without a second one all of the file is in it, and `null` is returned.
 */
export function readFrontMatter(text: string, report: Report): FrontMatter | null {
	const lines = text.split('\n');
	if (!FENCE.test(lines[0] ?? '')) return { values: {}, places: {}, body: text };
	const end = lines.findIndex((line, index) => index > 0 && FENCE.test(line));
	if (end < 0) {
		report('error', 'story-head-open', { at: { line: 1, column: 1 }, value: lines[0] ?? '' });
		return null;
	}
	const values: Partial<Record<StoryKey, string>> = {};
	const places: Partial<Record<StoryKey, TextPoint>> = {};
	lines.slice(1, end).forEach((line, index) => {
		const at = { line: index + 2, column: 1 };
		if (line.trim() === '' || line.startsWith('#')) return;
		const [, key = '', value = ''] = /^([A-Za-z][\w-]*)[ \t]*:(.*)$/.exec(line) ?? [];
		if (key === '') return report('error', 'story-head-line', { at, value: line });
		const known = KEYS.find((name) => name === key.toLowerCase());
		if (known === undefined) {
			return report('warning', 'key-unknown', { at, field: key, value: value.trim(), params: suggestion(key, KEYS) });
		}
		if (values[known] !== undefined)
			return report('warning', 'story-head-repeated', { at, field: known, value: value.trim() });
		values[known] = unquoted(value.trim());
		places[known] = at;
	});
	return { values, places, body: '\n'.repeat(end + 1) + lines.slice(end + 1).join('\n') };
}

function unquoted(value: string): string {
	const [, inner] = /^"(.*)"$/s.exec(value) ?? /^'(.*)'$/s.exec(value) ?? [];
	return (inner ?? value).trim();
}
