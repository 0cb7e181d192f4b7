import { createCounter } from '../plural.ts';

const count = createCounter('en');
const number = (value: number): string => count(value, { other: '#' });

/** What stands on paper, and nowhere else. */
export const print = {
	/** The button that prints the page. */
	action: 'Print',
	about: 'Everything that this view lists, in full, with the map as it is now and the sources.',
	/** Over the words of the filters. */
	shows: 'What this page shows',
	/** Between names that belong together. */
	joined: (names: readonly string[]) => names.join(' · '),
	credits: (names: readonly string[]) => `Map data: ${names.join(', ')}.`,
	categories: 'Categories',
	nothing: 'No event passes these filters.',
	cut: (printed: number, listed: number) =>
		`Only the first ${number(printed)} of ${number(listed)} events are printed. Fewer are listed, and all of them printed, with a narrower time window or more filters.`,
	sources: 'Sources',
	noUrl: 'no address',
	data: 'About this page',
	publisher: (name: string) => `Published by ${name}.`,
	contact: (contact: string) => `Contact: ${contact}`,
	link: 'This view on the web:',
	printed: (date: string) => `Printed on ${date}.`
};
