import { createCounter } from '../plural.ts';

const count = createCounter('en');
const either = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** An empty result: why, and the smallest widening. */
export const empty = {
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
	extend: (window: string, gain: number) => `Widen the time window to ${window}: ${empty.events(gain)}`,
	drop: {
		window: (gain: number) => `All time: ${empty.events(gain)}`,
		places: (gain: number) => `Any place: ${empty.events(gain)}`,
		categories: (gain: number) => `Any category: ${empty.events(gain)}`,
		actors: (gain: number) => `Any actor: ${empty.events(gain)}`,
		sources: (gain: number) => `Any source: ${empty.events(gain)}`,
		statuses: (gain: number) => `Any status: ${empty.events(gain)}`,
		query: (gain: number) => `Without the search: ${empty.events(gain)}`,
		known: (gain: number) => `Whenever known: ${empty.events(gain)}`,
		bounds: (gain: number) => `Outside the map view too: ${empty.events(gain)}`
	},
	clear: (gain: number) => `Clear all filters: ${empty.events(gain)}`,
	everything: (gain: number) => `Clear all filters and the time window: ${empty.events(gain)}`,
	events: (events: number): string => count(events, { one: '# event', other: '# events' })
};
