/** The view as a picture. */
export const picture = {
	title: 'Picture',
	about:
		'The map and the timeline as they are now, with the words of the filter, the legend, the sources and the licence.',
	png: 'PNG',
	svg: 'SVG',
	/** What each format is for. */
	use: { png: 'for articles and slides', svg: 'to edit further, sharp at any size' },
	making: 'Making the picture',
	saved: (file: string) => `${file} saved.`,
	failed: 'The picture could not be made. A smaller window or another browser may help.',
	/** Of the sources of what is shown. */
	sources: (titles: readonly string[]) => `Sources: ${titles.join('; ')}.`,
	/** Where the picture has no map. */
	noMap: 'This browser draws no map: the events are listed instead.',
	moreRows: (rows: number) => `and ${new Intl.NumberFormat('en').format(rows)} more`,
	/** The picture in words, for those who do not see it. */
	description: (title: string, shows: readonly string[], about: string) =>
		`Map and timeline of “${title}”: ${shows.join('; ')}. ${about}`
};
