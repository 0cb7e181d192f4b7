import { createCounter } from '../plural.ts';

const count = createCounter('en');
const number = (value: number): string => count(value, { other: '#' });

export const filters = {
	search: 'Search events',
	title: 'Filters',
	close: 'Close',
	/** The status line. */
	status: (listed: number, total: number) =>
		`${number(listed)} of ${count(total, { one: '# event', other: '# events' })}`,
	partial: 'The counts are from a part of the data.',
	undated: (hidden: number) => count(hidden, { one: '# undated event not shown', other: '# undated events not shown' }),
	unreported: (hidden: number) =>
		count(hidden, {
			one: '# event without a dated source not shown',
			other: '# events without a dated source not shown'
		}),
	unplaced: (hidden: number) =>
		count(hidden, {
			one: '# event without a known place not shown',
			other: '# events without a known place not shown'
		}),
	active: 'Active filters',
	clear: 'Clear filters',
	/** The name of a chip that takes a filter away: `Remove filter: Places: Damascus`. */
	remove: (filter: string) => `Remove filter: ${filter}`,
	value: (facet: string, value: string) => `${facet}: ${value}`,
	facet: { places: 'Places', categories: 'Categories', actors: 'Actors', sources: 'Sources', statuses: 'Status' },
	statuses: { occurred: 'Occurred', planned: 'Planned', ongoing: 'Ongoing', reported: 'Reported' },
	window: 'Time window',
	query: 'Search',
	known: 'As known on',
	bounds: 'Only in map view',
	boundsUnavailable: 'The map is not there.',
	find: (facet: string) => `Find in ${facet}`,
	showAll: (values: number) => `Show all ${number(values)}`,
	showFewer: 'Show fewer',
	nothingFound: 'Nothing by this name.',
	/** Beside a value, in place of the number, for those who hear it; and elsewhere. */
	events: (events: number) => count(events, { one: '# event', other: '# events' }),
	show: (events: number) => count(events, { one: 'Show # event', other: 'Show # events' })
};
