import { createCounter } from '../plural.ts';

const count = createCounter('en');
const number = (value: number): string => count(value, { other: '#' });

/** What a list says beside its rows: how it is turned round, and how one that is too long for the page is paged. */
export const longList = {
	/** The button that reverses the order, named by what it brings. */
	newestFirst: 'Newest first',
	oldestFirst: 'Oldest first',

	/** Which rows stand in the page, counted from 1, and of how many. */
	shown: (first: number, last: number, total: number) => `Showing ${number(first)}–${number(last)} of ${number(total)}`,
	previous: 'Previous',
	next: 'Next',
	pages: 'Pages of the list',
	/** A field for a number, and what it says to anything else. */
	goTo: 'Go to row',
	noRow: (last: number) => `Type a row from 1 to ${number(last)}.`,

	/** In place of a row whose record has not come. */
	onItsWay: 'Loading',
	notLoaded: 'Not loaded',
	failed: 'Some of these events could not be loaded.',
	retry: 'Try again'
};
