import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { existsSync, readFileSync } from 'node:fs';

/** As bad as texts get: what ends a script, a comment, CDATA or an attribute, controls, halves of characters, both directions. */
export const BAD_TEXTS: readonly string[] = [
	'</script><script>alert(1)</script>',
	'<!--<script>',
	'-->',
	']]>',
	'<![CDATA[',
	'&lt;b&gt; &amp; &nbsp; &#0;',
	'"\'><img src=x onerror=alert(1)>',
	'\u0000\u0001\u0008\u000b\u000c\u001f\u007f\u009f',
	'\ud800 \udfff\ud800',
	'\ufffe\uffff\ufdd0',
	'\u2028\u2029\u202e\u2066',
	'$& $1 $$ %lang% %head%',
	'\ud83d\udc69\u200d\ud83d\ude80 e\u0301 \u0634\u0645',
	'a\r\nb\tc',
	...naughtyStrings()
];

/** The Big List of Naughty Strings, where it is. */
function naughtyStrings(): readonly string[] {
	const file = new URL('../../../../shared/corpora/naughty-strings/blns.json', import.meta.url);
	return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : [];
}

/** What XML and HTML can hold of a text. */
export function held(text: string): string {
	return text
		.replace(/\r\n?/g, '\n')
		.replace(/[^\t\n\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
}

/** The root of a document; throws where it is not well-formed. */
export function rootOf(xml: string): XmlElement {
	const { root } = parseXml(xml);
	if (root === null) throw new Error('no root');
	return root;
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
	return element.children.filter((child): child is XmlElement => child instanceof XmlElement && child.name === name);
}

/** The text of the one child of that name. */
export function textOf(element: XmlElement, name: string): string {
	const [child, ...more] = childrenOf(element, name);
	if (child === undefined || more.length > 0)
		throw new Error(`${element.name} has ${more.length + (child ? 1 : 0)} ${name}`);
	return child.text;
}
