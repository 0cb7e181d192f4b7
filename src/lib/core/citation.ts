/** References to a view and to an event, in the notations that others read. Texts are data: nothing in them is a command to TeX. */
import { civilOf } from './instant.ts';

export interface Cited {
	/** Of the dataset. */
	readonly title: string;
	readonly publisher?: string | undefined;
	/** Of the dataset. */
	readonly version: string;
	/** EDTF day of the data (`core/updated.ts`); absent: not known. */
	readonly updated?: string | undefined;
	/** Where it is shown; `null`: no link leads there. */
	readonly url: string | null;
	/** The event that is cited; absent: a view of the dataset. `when` is EDTF. */
	readonly event?: { readonly id: string; readonly title: string; readonly when: string | undefined };
	/** What a view is filtered by, in words; empty: nothing. */
	readonly filter?: string;
	/** Now, ms UTC, by the reader's own clock. */
	readonly accessed: number;
}

/** A reference for BibTeX and biblatex, in UTF-8. The same thing has the same key every time, and no two things share one. */
export function bibtexOf(cited: Cited): string {
	const { title, publisher, version, updated, url, event, filter = '', accessed } = cited;
	const year = /^\d{4}(?=-)/.exec(updated ?? '')?.[0];
	const note =
		event === undefined
			? filter
			: `${title}, version ${version}${event.when === undefined ? '' : `; dated ${event.when} (EDTF)`}`;
	const fields: readonly (readonly [name: string, value: string | undefined])[] = [
		// Twice in braces: one name, whatever is in it, in its own capitals.
		['author', publisher === undefined ? undefined : `{${texOf(publisher)}}`],
		['title', `{${texOf(event?.title ?? title)}}`],
		['year', year],
		['version', texOf(version)],
		['note', note === '' ? undefined : texOf(note)],
		['url', url === null ? undefined : addressOf(url)],
		['urldate', url === null ? undefined : dayOf(accessed)]
	];
	const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}}`]));
	return `@misc{${citationKey(cited)},\n${lines.join(',\n')}\n}\n`;
}

/** `syria-and-russia-1-0-0-moscow-visit`: Latin letters, digits and hyphens, as old programs know no others. */
export function citationKey({
	title,
	version,
	url,
	event
}: Pick<Cited, 'title' | 'version' | 'url' | 'event'>): string {
	const query = url?.includes('?') === true ? url.slice(url.indexOf('?') + 1) : '';
	const name = slug(title) || `dataset-${hash(title)}`;
	return [name, slug(version) || hash(version), event?.id ?? (query === '' ? '' : hash(query))]
		.filter(Boolean)
		.join('-');
}

const TEX: Readonly<Record<string, string>> = {
	'\\': '\\textbackslash{}',
	// BibTeX counts braces even where a backslash stands before them.
	'{': '\\textbraceleft{}',
	'}': '\\textbraceright{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}'
};

function texOf(text: string): string {
	return onOneLine(text).replace(/[\\{}~^#$%&_]/g, (sign) => TEX[sign] ?? `\\${sign}`);
}

/** `url` fields are read letter by letter; braces alone, and what no address holds, would end one. */
function addressOf(url: string): string {
	return url.replace(/[\\{}"\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

/** A text on one line, without control characters. */
export function onOneLine(text: string): string {
	return text
		.replace(/\s+/g, ' ')
		.replace(/[\p{Cc}\p{Cs}]/gu, '')
		.trim();
}

function slug(text: string): string {
	const words = text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-');
	return words.slice(0, 40).replace(/^-+|-+$/g, '');
}

/** `2026-11-27`. */
function dayOf(ms: number): string {
	const { year, month, day } = civilOf(ms);
	return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
}

/** FNV-1a of the UTF-16 units, in letters and digits. */
function hash(text: string): string {
	let value = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
	return (value >>> 0).toString(36);
}
