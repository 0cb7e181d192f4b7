import type { BinStep } from '../../core/bins.ts';
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
	/** Of a handle: its keys, and the other way to its date; `field`: the name of its date field. */
	handleHint: (field: string) =>
		`Arrow keys move it by one step, Page Up and Page Down by a larger one. A date can also be typed, in the field “${field}”.`,
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
	unfoldGap: (length: string) => `Unfold ${length} in which nothing begins or ends`,
	foldGap: (length: string) => `Fold ${length} again`,
	/** Names of the buttons that move one end of the window by the unit shown. */
	stepEarlier: (end: 'from' | 'to'): string => (end === 'from' ? 'From, one step back' : 'To, one step back'),
	stepLater: (end: 'from' | 'to'): string => (end === 'from' ? 'From, one step on' : 'To, one step on'),
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
	/** Under the pointer: how many events, how many of them only possibly, and of how many that the filters hide. */
	counted: (events: number, maybe: number, all: number) => {
		const text =
			events < all
				? `${count(events, { other: '#' })} of ${count(all, { one: '# event', other: '# events' })}`
				: count(events, { one: '# event', other: '# events' });
		return maybe === 0 ? text : `${text}, ${count(maybe, { other: '#' })} possibly`;
	},
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
	/** Accessible name of a mark: its title, its date in words, and what else its look says; parts may be empty. */
	mark: (parts: readonly string[]) => parts.filter((part) => part !== '').join(', '),
	planned: 'planned',
	/** Of a mark that the window or a filter hides from the list. */
	notListed: 'not in the list',
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
		maybe: 'possibly then, or planned',
		bars: 'bars count all events',
		hidden: 'hidden by filters'
	},
	today: 'Today',
	/** Why the handles do nothing. */
	oneInstant: 'All dated events are at one time, so there is nothing to choose between.',
	noDates: 'No event has a date, so there is nothing to draw along time. The list shows them all.',
	/** The timeline as a table. */
	counts: {
		title: 'Events by period',
		close: 'Close',
		none: 'No events to count.',
		/** Where the bins are not all of one kind. */
		bySeveral: 'by period',
		by: {
			minute: 'by minute',
			'5-minutes': 'by 5 minutes',
			'15-minutes': 'by quarter of an hour',
			hour: 'by hour',
			'6-hours': 'by 6 hours',
			day: 'by day',
			week: 'by week',
			month: 'by month',
			quarter: 'by quarter',
			year: 'by year',
			'5-years': 'by 5 years',
			decade: 'by decade',
			'50-years': 'by 50 years',
			century: 'by century',
			'500-years': 'by 500 years',
			millennium: 'by millennium'
		} satisfies Record<BinStep, string>,
		summary: (events: number, by: string, period: string) =>
			`${count(events, { one: '# event', other: '# events' })} ${by}, ${period}`,
		/** `summary` and the period with the most events, of which a day and what is shorter is "on". */
		most: (summary: string, period: string, isDay: boolean, events: number) =>
			`${summary}; most ${isDay ? 'on' : 'in'} ${period}: ${count(events, { other: '#' })}`,
		sentence: (text: string) => `${text}.`,
		caption:
			'An event that lasts, or whose date is known only roughly, is counted in each period that it may lie in. ' +
			'All filters apply but the time window.',
		/** While the timeline is zoomed in. */
		partOnly: 'Only the part of the timeline that is on screen is counted.',
		choose: 'Choose a period to set the time window to it.',
		period: 'Period',
		certain: 'Certainly',
		possible: 'Possibly',
		total: 'Total',
		skipped: (periods: number) =>
			count(periods, { one: '# period without events is left out.', other: '# periods without events are left out.' }),
		firstOf: (shown: number, periods: number) =>
			`The first ${count(shown, { other: '#' })} of ${count(periods, { other: '#' })} periods with events.`,
		more: (periods: number) => count(periods, { one: 'Show # more', other: 'Show # more' })
	}
};
