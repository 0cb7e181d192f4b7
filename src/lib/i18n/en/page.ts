import { createCounter } from '../plural.ts';

const count = createCounter('en');

export const page = {
	skip: 'Skip to',
	skipToTime: 'Skip to the time window',
	skipToEvents: 'Skip to the events',
	skipToMap: 'Skip to the map',
	/** Under the title: what the dataset holds. */
	holds: (events: number, places: number, reports: number) =>
		[
			count(events, { one: '# event', other: '# events' }),
			count(places, { one: '# place', other: '# places' }),
			count(reports, { one: '# report', other: '# reports' })
		].join(' · '),
	filters: 'Filters',
	share: 'Share',
	openOwn: 'Open your own data',
	language: 'Language',
	theme: 'Theme',
	fullScreen: 'Full screen',
	shortcuts: 'Keyboard shortcuts',
	data: (version: string, licence: string) => `Data version ${version}, ${licence}.`,
	schema: 'The format of the data',
	accessibility: 'Accessibility',
	licences: 'Licences of what this page is made of',
	partFailed: 'This part of the page could not be loaded. The rest works, and the address keeps what you see.',
	reload: 'Reload the page',
	noScript: 'The map and the timeline need JavaScript. Everything they show is in this list.'
};
