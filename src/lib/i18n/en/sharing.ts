import { createCounter } from '../plural.ts';

const count = createCounter('en');
const number = (value: number): string => count(value, { other: '#' });
const events = (value: number): string => count(value, { one: '# event', other: '# events' });

/** What the Share dialog gives besides the link: code for other pages, files, citations. */
export const sharing = {
	embed: 'Embed',
	embedAbout: 'This view in an article of yours, at full width. It works without any script.',
	embedOwn: 'This data is only in this browser: no page can show it before it is published.',
	embedTooLong: 'This view does not fit in a link, so no frame can open it. Remove some filters first.',
	height: 'Height',
	pixels: (value: number) => `${number(value)} pixels`,
	withScript: 'With the script: the frame becomes as high as what it shows, and the article can follow the view',
	code: 'Code for your page',
	copyCode: 'Copy code',
	/** Of any field with a button that copies it. */
	copied: 'Copied.',
	notCopied: 'The browser does not allow copying. The text is selected: copy it with Ctrl+C, or ⌘C on a Mac.',

	download: 'Download',
	which: 'Which events',
	filtered: (listed: number, total: number) => `What is filtered now: ${number(listed)} of ${events(total)}`,
	all: (total: number) => `All ${events(total)}`,
	excel: 'For Excel: mark the CSV file as UTF-8',
	/** Of each format its name and what it is for. */
	csv: 'CSV',
	csvFor: 'for spreadsheets',
	geojson: 'GeoJSON',
	geojsonFor: 'for maps',
	icalendar: 'iCalendar',
	icalendarFor: 'for calendars',
	native: 'Dataset file',
	nativeFor: 'everything, to open again here',
	/** What the first three have no room for. */
	leftOut:
		'CSV, GeoJSON and iCalendar leave out texts in other languages, corrections, archived copies, where in a report something stands and which agency it quotes, and all pictures but the first; iCalendar also who took part, all pictures and what the reports say.',
	/** What stands in the file: what was chosen, and the words of the filter. */
	selection: (listed: number, total: number, lines: readonly string[]) =>
		[`${number(listed)} of ${events(total)}`, ...lines].join('; '),
	wholeSelection: (total: number) => `all ${events(total)}`,
	writing: 'Collecting the events',
	cancel: 'Cancel',
	cancelled: 'Cancelled. Nothing was saved.',
	saved: (name: string, written: number) => `${name}: ${events(written)} saved.`,
	undated: (left: number) =>
		count(left, {
			one: '# event has no day that a calendar could show, and is not in it.',
			other: '# events have no day that a calendar could show, and are not in it.'
		}),
	tooMany: (chosen: number, most: number) =>
		`These are ${events(chosen)}, and a browser writes at most ${number(most)} at once. Narrow the filters; all of them can be written with npm run data:export.`,
	nothing: 'No event passes these filters: there is nothing to write.',
	opening: 'The dataset is still being opened. Try again when the timeline is there.',
	failed: (file: string) => `${file} could not be fetched, and nothing was saved. Try again.`,

	cite: 'Cite'
};
