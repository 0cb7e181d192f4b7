const either = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** One event in full. */
export const event = {
	details: 'Event details',
	close: 'Close',

	/** What a status means. */
	statusMeaning: {
		occurred: 'It took place, as the reports say.',
		planned: 'Planned: none of the reports says that it took place.',
		ongoing: 'Ongoing at the last date known.',
		reported: 'Reported, without confirmation.'
	},
	inferred: 'inferred',
	role: { at: 'at', from: 'from', to: 'to', between: 'between', about: 'about' },
	precision: { region: 'only the region is known', country: 'only the country is known' },

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
	/** Behind the date of publication. */
	publishedAfter: (length: string, bound: 'exact' | 'least' | 'about') =>
		`, ${{ exact: '', least: 'at least ', about: 'about ' }[bound]}${length} after the event`,
	/** Beside a report that was out before what it reports. */
	reportOlder: (published: string, when: string) =>
		`The report is older than the event it reports: it was published ${published}, and what it reports is dated ${when}. One of the two dates is likely wrong.`,
	/** Where in a report something stands. */
	cited: (title: string, locator: string) => `${title}, ${locator}`,
	archived: (date: string) => `archived ${date}`,
	/** Before the words of a correction. */
	corrected: (date: string) => `Corrected ${date}:`,
	onlySource: 'Only events in this report',
	media: { image: 'Image', video: 'Video', audio: 'Recording', document: 'Document' },
	graphic: 'may disturb',
	permalink: 'Link to this event',
	showOnMap: 'Show on map',
	notOnMap: 'None of its places can be shown on the map.',
	notListed: 'Not in the list: the filters or the time window leave it out.'
};
