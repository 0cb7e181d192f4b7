/**
 * XML as a tree, by a parser that knows no entities but XML's own five, fetches nothing and runs in a worker. What is
 * declared in a DOCTYPE stays letters, so that no entity can grow.
 */
import { parseXml, XmlElement, XmlError } from '@rgrove/parse-xml';
import { lineAndColumn } from '../json.ts';

export { XmlElement };

/** Deepest nesting of elements that is read. KML itself needs about ten, and one for each folder in a folder. */
export const MAX_XML_DEPTH = 64;

export type XmlResult =
	| { readonly ok: true; readonly root: XmlElement }
	| { readonly ok: false; readonly code: 'too-deep' | 'invalid'; readonly reason: string; readonly at: LineAndColumn };

/** Both from 1. */
export type LineAndColumn = ReturnType<typeof lineAndColumn>;

/** Reads a text as XML. Never throws on input. */
export function readXml(text: string): XmlResult {
	const deep = tooDeepAt(text);
	if (deep !== null) return tooDeep(text, deep);
	try {
		const { root } = parseXml(text, { ignoreUndefinedEntities: true, includeOffsets: true });
		if (root === null) return { ok: false, code: 'invalid', reason: 'there is no element', at: lineAndColumn(text, 0) };
		const inner = tooDeepIn(root);
		return inner === null ? { ok: true, root } : tooDeep(text, inner.start);
	} catch (error) {
		// The parser calls itself for each level. A DOCTYPE can hide them from the look before.
		if (error instanceof RangeError) return tooDeep(text, 0);
		if (!(error instanceof XmlError)) throw error;
		const [message = ''] = error.message.split(' (line ');
		return { ok: false, code: 'invalid', reason: message, at: lineAndColumn(text, unitsBefore(text, error.pos)) };
	}
}

function tooDeep(text: string, at: number): XmlResult {
	return { ok: false, code: 'too-deep', reason: '', at: lineAndColumn(text, at) };
}

/** The first element that stands too deep in a tree; `null` when none does. */
function tooDeepIn(root: XmlElement): XmlElement | null {
	let level = [root];
	for (let depth = 1; level.length > 0; depth++) {
		if (depth > MAX_XML_DEPTH) return level[0] ?? null;
		level = level.flatMap(childElements);
	}
	return null;
}

/** Lines, from 1, of offsets in UTF-16 units. */
export function lineFinder(text: string): (offset: number) => number {
	const starts = [0];
	for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
	return (offset) => {
		let [low, high] = [0, starts.length];
		while (high - low > 1) {
			const middle = (low + high) >> 1;
			if ((starts[middle] ?? Infinity) <= offset) low = middle;
			else high = middle;
		}
		return low + 1;
	};
}

export function childElements({ children }: XmlElement): XmlElement[] {
	return children.filter((child) => child instanceof XmlElement);
}

/** The parser counts characters, everything else here UTF-16 units. */
function unitsBefore(text: string, characters: number): number {
	let at = 0;
	for (let count = 0; count < characters && at < text.length; count++) {
		at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
	}
	return at;
}

/** The offset of the first element that stands too deep, before anything recursive meets it; `null` when none does. */
function tooDeepAt(text: string): number | null {
	let depth = 0;
	for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
		const skipped = skipSpecial(text, at);
		if (skipped !== null) at = skipped;
		else if (text[at + 1] === '/') {
			depth -= 1;
			at += 2;
		} else {
			const end = endOfTag(text, at);
			if (text[end - 1] !== '/') depth += 1;
			if (depth > MAX_XML_DEPTH) return at;
			at = end + 1;
		}
	}
	return null;
}

const SPECIAL = [
	['<!--', '-->'],
	['<![CDATA[', ']]>'],
	['<?', '?>'],
	['<!', '>']
] as const;

/** The offset after a comment and the like that begins here; `null` when it is a tag. */
function skipSpecial(text: string, at: number): number | null {
	for (const [open, close] of SPECIAL) {
		if (!text.startsWith(open, at)) continue;
		const end = text.indexOf(close, at + open.length);
		return end < 0 ? text.length : end + close.length;
	}
	return null;
}

/** The offset of the `>` that ends a tag, past those in quotes. */
function endOfTag(text: string, at: number): number {
	const next = /["'>]/g;
	next.lastIndex = at;
	for (let match = next.exec(text); match !== null; match = next.exec(text)) {
		if (match[0] === '>') return match.index;
		const close = text.indexOf(match[0], match.index + 1);
		if (close < 0) break;
		next.lastIndex = close + 1;
	}
	return text.length;
}
