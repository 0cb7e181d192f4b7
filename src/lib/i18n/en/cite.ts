/** References to what is shown. */
export const cite = {
	/** The button of an event. */
	open: 'Cite',
	plain: 'Reference',
	copyPlain: 'Copy reference',
	bibtex: 'BibTeX',
	copyBibtex: 'Copy BibTeX',
	copied: 'Copied.',
	notCopied: 'The browser does not allow copying. The text is selected: copy it with Ctrl+C, or ⌘C on a Mac.',
	/** `publisher`, `filter`, `when` and `url` may be empty. */
	view: (title: string, version: string, publisher: string, filter: string, url: string, accessed: string) =>
		[
			publisher === '' ? '' : `${publisher}.`,
			`“${title}”, version ${version}${filter === '' ? '' : ` (${filter})`}.`,
			url === '' ? `Viewed on ${accessed}.` : `${url} (accessed ${accessed}).`
		]
			.filter(Boolean)
			.join(' '),
	event: (
		event: string,
		when: string,
		title: string,
		version: string,
		publisher: string,
		url: string,
		accessed: string
	) =>
		[
			`“${event}”${when === '' ? '' : `, ${when}`}.`,
			`In: “${title}”, version ${version}.`,
			publisher === '' ? '' : `${publisher}.`,
			url === '' ? `Viewed on ${accessed}.` : `${url} (accessed ${accessed}).`
		]
			.filter(Boolean)
			.join(' ')
};
