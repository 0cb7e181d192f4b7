import { createCounter } from '../plural.ts';

const count = createCounter('en');
const either = new Intl.ListFormat('en-GB', { type: 'disjunction' });

export const list = {
	title: 'Events',
	/** The button that reverses the order, named by what it brings. */
	newestFirst: 'Newest first',
	oldestFirst: 'Oldest first',
	details: 'Event details',
	close: 'Close',

	/** Headings of groups. */
	either: (dates: readonly string[]) => either.format(dates),
	between: (first: string, last: string) => `${first} to ${last}`,
	startUnknown: 'Start unknown',
	startOpen: 'No beginning',
	undated: 'Date unknown',
	continued: 'continued',

	/** What a row says beside date, title and places. */
	sources: (sources: number) => count(sources, { one: '# source', other: '# sources' }),
	noSource: 'no source',
	differ: 'reports differ',
	inferred: 'inferred',
	dateInferred: 'date inferred',
	placeUnknown: 'place unknown',
	status: { occurred: 'occurred', planned: 'planned', ongoing: 'ongoing', reported: 'reported' },
	/** What a status means, in the detail view. */
	statusMeaning: {
		occurred: 'It took place, as the reports say.',
		planned: 'Planned: none of the reports says that it took place.',
		ongoing: 'Ongoing at the last date known.',
		reported: 'Reported, without confirmation.'
	},

	/** Places of a row by their roles. */
	from: (place: string) => `from ${place}`,
	to: (place: string) => `to ${place}`,
	journey: (from: string, to: string) => `${from} → ${to}`,
	link: (places: readonly string[]) => places.join(' ↔ '),
	about: (place: string) => `about ${place}`,
	role: { at: 'at', from: 'from', to: 'to', between: 'between', about: 'about' },
	precision: { region: 'only the region is known', country: 'only the country is known' },

	/** Pages of a long list; all three are formatted numbers or ids of rows counted from 1. */
	shown: (first: number, last: number, total: number) =>
		`Showing ${count(first, { other: '#' })}–${count(last, { other: '#' })} of ${count(total, { other: '#' })}`,
	previous: 'Previous',
	next: 'Next',
	pages: 'Pages of the list',

	/** The detail view. */
	when: 'When',
	where: 'Where',
	who: 'Who',
	says: 'What the reports say',
	noClaims: 'No report is given for this event.',
	undatedEvent: 'The date is not known.',
	whenInferred: 'inferred: no report gives this date',
	reportsDiffer: (dates: readonly string[]) => `The reports differ: ${either.format(dates)}.`,
	reportsPrecision: (dates: readonly string[]) =>
		`The reports agree, some more exactly than others: ${dates.join('; ')}.`,
	noClaimDate: 'gives no date',
	through: (agency: string) => `through ${agency}`,
	quoting: (agency: string, whom: string) => `through ${agency}, quoting ${whom}`,
	published: (date: string) => `published ${date}`,
	publishedInferred: (date: string) => `published ${date} (inferred)`,
	publishedUnknown: 'date of publication unknown',
	publisherUnknown: 'publisher unknown',
	archived: (date: string) => `archived ${date}`,
	onlySource: 'Only events in this report',
	media: { image: 'Image', video: 'Video', audio: 'Recording', document: 'Document' },
	graphic: 'may disturb',
	permalink: 'Link to this event',
	showOnMap: 'Show on map',
	notOnMap: 'None of its places can be shown on the map.',
	notListed: 'Not in the list: the filters or the time window leave it out.',
	inLanguage: (language: string) => `(in ${language})`,

	/** An empty result: why, and the smallest widening. */
	empty: 'No event matches.',
	emptyDataset: 'This dataset has no events.',
	because: (rules: readonly string[]) => `No event matches all of: ${rules.join('; ')}.`,
	becauseOne: (rule: string) => `No event matches ${rule}.`,
	rule: {
		window: (window: string) => `time window ${window}`,
		places: (names: readonly string[]) => `place ${either.format(names)}`,
		categories: (names: readonly string[]) => `category ${either.format(names)}`,
		actors: (names: readonly string[]) => `actor ${either.format(names)}`,
		sources: (names: readonly string[]) => `source ${either.format(names)}`,
		statuses: (names: readonly string[]) => `status ${either.format(names)}`,
		query: (text: string) => `search “${text}”`,
		known: (day: string) => `known by ${day}`,
		bounds: () => 'only in map view'
	},
	extend: (window: string, gain: number) => `Widen the time window to ${window}: ${list.events(gain)}`,
	drop: {
		window: (gain: number) => `All time: ${list.events(gain)}`,
		places: (gain: number) => `Any place: ${list.events(gain)}`,
		categories: (gain: number) => `Any category: ${list.events(gain)}`,
		actors: (gain: number) => `Any actor: ${list.events(gain)}`,
		sources: (gain: number) => `Any source: ${list.events(gain)}`,
		statuses: (gain: number) => `Any status: ${list.events(gain)}`,
		query: (gain: number) => `Without the search: ${list.events(gain)}`,
		known: (gain: number) => `Whenever known: ${list.events(gain)}`,
		bounds: (gain: number) => `Outside the map view too: ${list.events(gain)}`
	},
	clear: (gain: number) => `Clear all filters: ${list.events(gain)}`,
	everything: (gain: number) => `Clear all filters and the time window: ${list.events(gain)}`,
	events: (events: number): string => count(events, { one: '# event', other: '# events' })
};
