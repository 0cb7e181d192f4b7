import { escapeMarkup } from './escape.ts';

/** A text and the BCP 47 tag of the language it is in. */
export interface TaggedText {
	readonly text: string;
	readonly lang: string;
}

/** `id`: permanent, of this entry alone, wherever the site lies. Days are ISO 8601. */
export interface FeedEntry {
	readonly id: string;
	readonly title: TaggedText;
	readonly summary: TaggedText;
	readonly href: string;
	readonly added: string;
	readonly modified: string;
	readonly category: string;
}

export interface Feed {
	readonly id: string;
	readonly lang: string;
	readonly title: TaggedText;
	readonly subtitle: TaggedText;
	/** Its own address, and that of the page that it is a feed of. */
	readonly self: string;
	readonly page: string;
	/** Address of how a browser shows it. */
	readonly sheet: string;
	/** Who is named for all entries. */
	readonly author: string;
	readonly rights: string;
	/** As they are written. */
	readonly entries: readonly FeedEntry[];
}

/** A feed as RFC 4287 has it. Days are midnights of UTC. */
export function atomFeed({ id, lang, title, subtitle, self, page, sheet, author, rights, entries }: Feed): string {
	const newest = entries.reduce((last, { modified }) => (modified > last ? modified : last), '1970-01-01');
	return `${[
		'<?xml version="1.0" encoding="utf-8"?>',
		`<?xml-stylesheet type="text/css" href="${escapeMarkup(sheet)}"?>`,
		`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeMarkup(lang)}">`,
		`\t<id>${escapeMarkup(id)}</id>`,
		`\t${tagged('title', title, lang)}`,
		`\t${tagged('subtitle', subtitle, lang)}`,
		`\t<updated>${instant(newest)}</updated>`,
		`\t<link rel="self" type="application/atom+xml" href="${escapeMarkup(self)}"/>`,
		`\t<link rel="alternate" type="text/html" href="${escapeMarkup(page)}"/>`,
		`\t<author><name>${escapeMarkup(author)}</name></author>`,
		`\t<rights>${escapeMarkup(rights)}</rights>`,
		'\t<generator>Chronotope</generator>',
		...entries.flatMap((entry) => writeEntry(entry, lang)),
		'</feed>'
	].join('\n')}\n`;
}

function writeEntry(
	{ id, title, summary, href, added, modified, category }: FeedEntry,
	lang: string
): readonly string[] {
	return [
		'\t<entry>',
		`\t\t<id>${escapeMarkup(id)}</id>`,
		`\t\t${tagged('title', title, lang)}`,
		`\t\t<link rel="alternate" type="text/html" href="${escapeMarkup(href)}"/>`,
		`\t\t<published>${instant(added)}</published>`,
		`\t\t<updated>${instant(modified)}</updated>`,
		`\t\t<category term="${escapeMarkup(category)}"/>`,
		`\t\t${tagged('summary', summary, lang)}`,
		'\t</entry>'
	];
}

function tagged(name: string, { text, lang }: TaggedText, around: string): string {
	return `<${name} type="text"${lang === around ? '' : ` xml:lang="${escapeMarkup(lang)}"`}>${escapeMarkup(text)}</${name}>`;
}

function instant(day: string): string {
	return `${day}T00:00:00Z`;
}
