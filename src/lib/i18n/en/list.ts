import { createCounter } from '../plural.ts';

const count = createCounter('en');
const either = new Intl.ListFormat('en-GB', { type: 'disjunction' });

export const list = {
	title: 'Events',

	/** Headings of groups. */
	either: (dates: readonly string[]) => either.format(dates),
	between: (first: string, last: string) => `${first} to ${last}`,
	startUnknown: 'Start unknown',
	startOpen: 'No beginning',
	undated: 'Date unknown',
	/** Behind a heading that stood above already. */
	continued: ', continued',

	/** After a text that is not in the reader's language. */
	inLanguage: (language: string) => `(in ${language})`,

	/** What a row says beside date, title and places. */
	sources: (sources: number) => count(sources, { one: '# source', other: '# sources' }),
	noSource: 'no source',
	/** How long after the event the first report came out; `length` in words, and whether it is longer at most, or roughly that. */
	reported: (length: string, bound: 'exact' | 'least' | 'about') =>
		`reported ${{ exact: '', least: 'at least ', about: 'about ' }[bound]}${length} later`,
	differ: 'reports differ',
	dateInferred: 'date inferred',
	placeUnknown: 'place unknown',
	status: { occurred: 'occurred', planned: 'planned', ongoing: 'ongoing', reported: 'reported' },

	/** Places of a row by their roles. */
	from: (place: string) => `from ${place}`,
	to: (place: string) => `to ${place}`,
	journey: (from: string, to: string) => `${from} → ${to}`,
	link: (places: readonly string[]) => places.join(' ↔ '),
	about: (place: string) => `about ${place}`
};
