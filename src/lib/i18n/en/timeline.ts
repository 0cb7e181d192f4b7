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
		dispute: 'reports differ'
	},
	today: 'Today',
	notSingly: (events: number) =>
		count(events, { one: '# event is drawn as density only', other: '# events are drawn as density only' }),
	noDates: 'No event has a date, so there is nothing to draw along time. The list shows them all.'
};
