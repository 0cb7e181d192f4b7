import { createCounter } from '../plural.ts';

const count = createCounter('en');
const number = (value: number): string => count(value, { other: '#' });

/** Pages of single events and places, and of changes. */
export const pages = {
	/** In the title of the window: what the page is about, and the dataset. */
	title: (about: string, dataset: string) => `${about} · ${dataset}`,
	languages: 'This page in other languages',
	about: 'About this page',
	publisher: (name: string) => `Published by ${name}.`,
	mistake: (contact: string) => `Have you found a mistake? Write to us: ${contact}`,
	open: 'Open on the map and the timeline',
	/** Between what belongs together. */
	joined: (parts: readonly string[]) => parts.join(' · '),

	event: {
		/** The events before and after it. */
		inTime: 'Before and after',
		previous: 'Previous event',
		next: 'Next event',
		added: (date: string) => `Added ${date}`,
		modified: (date: string) => `last changed ${date}`,
		/** Before the title of the other one, and why this one was withdrawn. */
		merged: 'This event turned out to be the same as another one. All that is known of it stands there:',
		withdrawn: 'This event was withdrawn. It is in no list and counts for nothing any more.',
		asItWas: 'What stood here before:',
		mergedHere: 'Entries that turned out to be this event:'
	},

	place: {
		/** How exactly its point is known. */
		precision: {
			exact: 'The point is exact.',
			town: 'The point is that of the town.',
			district: 'The point is somewhere in the district.',
			region: 'Only the region is known: the point is somewhere in it.',
			country: 'Only the country is known: the point is somewhere in it.'
		},
		unknown: 'Where it lies is not known.',
		/** Degrees without a sign. */
		point: (latitude: string, isNorth: boolean, longitude: string, isEast: boolean) =>
			`${latitude}° ${isNorth ? 'N' : 'S'}, ${longitude}° ${isEast ? 'E' : 'W'}`,
		description: (place: string, events: number) =>
			`${count(events, { one: '# event', other: '# events' })} tied to ${place}, with dates, reports and sources.`,
		events: (events: number) => count(events, { one: '# event', other: '# events' }),
		none: 'No event is tied to this place.',
		/** Beside an event, which may be a plan: what it has to do with the place. */
		role: {
			at: 'at this place',
			from: 'from this place',
			to: 'to this place',
			between: 'between this place and another',
			about: 'about this place'
		}
	},

	feed: 'Feed of new events',

	changes: {
		title: 'Changes and corrections',
		intro: (dataset: string) =>
			`What was added to “${dataset}”, changed, corrected or taken out, day by day, the newest first.`,
		kind: {
			added: 'Added',
			modified: 'Changed',
			corrected: 'Corrected',
			merged: 'Merged',
			withdrawn: 'Withdrawn',
			dataset: 'Whole dataset'
		},
		into: 'It is the same as:',
		cut: (shown: number) => `The newest ${number(shown)} changes; older ones are left out here.`,
		none: 'Nothing has changed yet.'
	}
};
