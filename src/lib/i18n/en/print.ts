import { createCounter } from '../plural.ts';

const count = createCounter('en');
const number = (value: number): string => count(value, { other: '#' });

/** What stands on paper, and nowhere else. */
export const print = {
	/** The button that prints the page, and what comes out of the printer. */
	action: 'Print',
	about: 'Everything that this view lists, in full, with the map as it is now and the sources.',
	/** Over the words of the filters. */
	shows: 'What this page shows',
	/** Between what belongs together. */
	joined: (parts: readonly string[]) => parts.join(' · '),
	credits: (names: readonly string[]) => `Map data: ${names.join(', ')}.`,
	/** Before the categories and their signs. */
	categories: 'Categories:',
	nothing: 'No event passes these filters.',
	cut: (printed: number, listed: number) =>
		`Only the first ${number(printed)} of ${number(listed)} events are printed. A narrower time window or more filters leave fewer, which are then printed in full.`,
	sources: 'Sources',
	/** Of a source in the list of sources. */
	reference: (position: number) => `[${number(position)}]`,
	noAddress: 'no address',
	/** Before an address: `archived 3 May 2025: https://…`. */
	archivedAt: (archived: string) => `${archived}:`,
	data: 'About this page',
	publisher: (name: string) => `Published by ${name}.`,
	contact: (contact: string) => `Contact: ${contact}`,
	link: 'This view on the web:',
	printed: (date: string) => `Printed on ${date}.`
};
