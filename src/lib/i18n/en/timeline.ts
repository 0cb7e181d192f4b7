import { createCounter } from '../plural.ts';

const count = createCounter('en');

export const timeline = {
	timeWindow: 'Time window',
	from: 'From',
	to: 'To',
	fromDate: 'From date',
	toDate: 'To date',
	/** Between the two date fields. */
	until: '–',
	openStart: 'open, from the beginning',
	openEnd: 'open, to the end',
	/** In an empty date field. */
	beginning: 'beginning',
	end: 'end',
	anyDay: 'any day',
	play: 'Play',
	pause: 'Pause',
	earlier: 'Earlier',
	later: 'Later',
	previousEvent: 'Previous event',
	nextEvent: 'Next event',
	allTime: 'All time',
	unfoldGaps: 'Unfold gaps',
	/** Names of the buttons at a gap: `length` in words, `24 years`. */
	unfoldGap: (length: string) => `Unfold ${length} in which nothing happens`,
	foldGap: (length: string) => `Fold ${length} again`,
	axisTools: 'Timeline view',
	zoomIn: 'Zoom in on the timeline',
	zoomOut: 'Zoom out of the timeline',
	wholeAxis: 'Show the whole timeline',
	/** The strip that shows the whole axis while a part of it is on screen. */
	overview: 'Part of the timeline shown',
	overviewShows: (first: string, last: string) => `from ${first} to ${last}`,
	rowsByCategory: 'Rows by category',
	countsTable: 'Table of counts',
	/** The window is one day, month or year, whatever is shown, and both handles move as one. */
	moment: 'Single moment',
	/** First entry of the choice of windows, and its name. */
	period: 'Period',
	lastOfData: {
		hour: (hours: number) => count(hours, { one: 'last hour of the data', other: 'last # hours of the data' }),
		day: (days: number) => count(days, { one: 'last day of the data', other: 'last # days of the data' }),
		month: (months: number) => count(months, { one: 'last month of the data', other: 'last # months of the data' })
	},
	/** After a press on a period: what the next press does. */
	pickLast: 'press another period to end the range there',
	/** Under the pointer: how many events, and how many of them are not certain. */
	counted: (events: number, maybe: number) =>
		count(events, { one: '# event', other: '# events' }) + (maybe > 0 && events > 0 ? `, ${maybe} uncertain` : ''),
	playMode: 'Play mode',
	playModes: { window: 'Window moves', cumulative: 'Window grows', instant: 'Step by step' },
	speed: 'Speed',
	/** `times` as the locale writes the number. */
	speedTimes: (times: string) => `${times}×`,
	knownOn: 'As known on',
	more: 'More',
	/** Why a typed date was not taken, and how to mend it. */
	badDate: (text: string) => `“${text}” is not a date: write 2024, 2024-12 or 2024-12-08, or leave it empty.`,
	marks: 'Events on the timeline',
	/** Accessible name of a mark. */
	mark: (title: string, date: string, status: string) => [title, date, status].filter((part) => part !== '').join(', '),
	planned: 'planned',
	reportsDiffer: 'reports differ',
	legend: 'Legend',
	/** Forms of marks, in the legend: only those that are present. */
	forms: {
		planned: 'planned',
		approximate: 'about',
		unknown: 'start or end unknown',
		dispute: 'reports differ',
		uncertain: 'uncertain',
		open: 'goes on',
		period: 'some time within',
		choice: 'one of several dates',
		each: 'several dates',
		/** In a histogram. */
		maybe: 'date uncertain, or planned',
		hidden: 'hidden by filters'
	},
	today: 'Today',
	/** Why the handles do nothing. */
	oneInstant: 'All dated events are at one time, so there is nothing to choose between.',
	noDates: 'No event has a date, so there is nothing to draw along time. The list shows them all.'
};
