/**
 * SVG written as text, for pictures that are files. Names of elements and attributes are ours; values and texts may be anybody's.
 */

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Characters that XML 1.0 does not allow in any form, and halves of surrogate pairs. */
// eslint-disable-next-line no-control-regex -- these are what is looked for
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Cs}/gu;

/** Without what XML cannot hold: of markup that a browser has written, which does not look for it. */
export function withoutInvalid(markup: string): string {
	return markup.replace(NOT_XML, '');
}

/** Text between tags or in an attribute; what XML cannot hold is left out. */
export function escapeXml(text: string): string {
	return withoutInvalid(text)
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll("'", '&#39;');
}

/** An element; `content` is markup. Attributes that are `undefined` are left out, numbers have two decimals at most. */
export function element(name: string, attributes: Attributes, content = ''): string {
	const written = Object.entries(attributes).flatMap(([key, value]) => {
		if (value === undefined) return [];
		return [` ${key}="${typeof value === 'number' ? short(value) : escapeXml(value)}"`];
	});
	const open = `<${name}${written.join('')}`;
	return content === '' ? `${open}/>` : `${open}>${content}</${name}>`;
}

/** A number of px with two decimals at most. */
export function short(value: number): string {
	return String(Math.round(value * 100) / 100);
}
