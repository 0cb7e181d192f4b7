import { createCounter } from '../plural.ts';

const count = createCounter('en');
const number = (value: number): string => count(value, { other: '#' });

export const share = {
	title: 'Share',
	close: 'Close',
	link: 'Link to this view',
	copy: 'Copy link',
	copied: 'The link is copied.',
	notCopied: 'The browser does not allow copying. The link is selected: copy it with Ctrl+C, or ⌘C on a Mac.',
	tooLong: (length: number, max: number) =>
		`This view does not fit in a link: it takes ${number(length)} characters, and ${number(max)} are safe everywhere. Remove some filters or shorten the search.`,
	/** What the link restores. */
	restores: 'Whoever opens it sees:',
	events: (listed: number, total: number) =>
		`${number(listed)} of ${count(total, { one: '# event', other: '# events' })}`,
	window: (window: string) => `time window: ${window}`,
	filter: (name: string, values: readonly string[]) => `${name}: ${values.join(', ')}`,
	event: (title: string) => `details of “${title}”`,
	camera: 'the map where it is now',
	fitted: 'the map fitted to these events',
	newestFirst: 'the list newest first',
	linear: 'the timeline without folded gaps',
	theme: { light: 'the light theme', dark: 'the dark theme' },
	play: { window: '', cumulative: 'play mode: cumulative', instant: 'play mode: instant' },
	language: 'It opens in the language of this page, with the same dates in every time zone.',

	/** Notices of what a link asks for and cannot be given. */
	notices: 'About this link',
	dismiss: 'Dismiss',
	/** Leads to the page of an event that is in no list any more. */
	whatHappened: 'What happened to it',
	parameter: {
		from: 'start of the time window (from)',
		to: 'end of the time window (to)',
		place: 'place',
		category: 'category',
		actor: 'actor',
		source: 'source',
		status: 'status',
		q: 'search (q)',
		known: 'day of “as known on” (known)',
		bounds: 'map area (bounds)',
		event: 'event',
		map: 'map position (map)',
		order: 'order of the list (order)',
		axis: 'timeline axis (axis)',
		play: 'play mode (play)',
		theme: 'theme'
	},
	notice: {
		malformed: (parameter: string, value: string) =>
			value === ''
				? `In this link the ${parameter} is empty. It is left out.`
				: `In this link the ${parameter} reads ${value}, which is not in a form that can be read. It is left out.`,
		unreadable: (parameter: string, value: string) =>
			`Part of this link was unreadable: the ${parameter}, ${value}. It is left out.`,
		swapped: (_parameter: string, value: string) =>
			`In this link the time window ends before it starts (from ${value}). The two dates are swapped.`,
		shortened: (parameter: string, value: string) =>
			`In this link the ${parameter} is too long. It is shortened to: ${value}`,
		missing: (parameter: string, value: string) =>
			`This link points to the ${parameter} ${value}, which this version does not have.`,
		merged: (_parameter: string, value: string) =>
			`This link points to the event ${value}. It turned out to be the same as another one, which is shown instead.`,
		withdrawn: (_parameter: string, value: string) => `This link points to the event ${value}, which was withdrawn.`,
		duplicate: (parameter: string, value: string) =>
			`This link gives the ${parameter} more than once. Only the first counts, not ${value}.`
	}
};
