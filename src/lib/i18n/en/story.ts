import { createCounter } from '../plural.ts';

const count = createCounter('en');

export const story = {
	/** Above the title. */
	kind: 'Story',
	/** Before their titles. */
	stories: (stories: number): string => (stories === 1 ? 'Story:' : 'Stories:'),
	languages: 'This story in other languages',
	skipToStory: 'Skip to the story',
	by: (author: string) => `By ${author}`,
	/** Under the title of a text that is not in the reader's language. */
	notTranslated: (language: string) => `This story is not available in English. It is shown in: ${language}.`,

	/** The group of what moves from step to step. */
	steps: 'Steps of the story',
	previous: 'Previous step',
	next: 'Next step',
	place: (step: number, steps: number) => `Step ${step} of ${steps}`,
	/** Where a step asks for nothing. */
	everything: 'Everything',
	search: (words: string) => `“${words}”`,
	known: (day: string) => `as known on ${day}`,

	/** Over the events of a step. */
	events: (events: number) =>
		count(events, { one: '# event on the map and the timeline', other: '# events on the map and the timeline' }),
	none: 'No event matches this view.',
	more: (events: number) => count(events, { one: '# more event', other: '# more events' }),
	/** What the reports say of an event: a link. */
	reports: 'What the reports say',
	/** A link to the dashboard with a step's view. */
	open: 'Open this view',

	graphic: 'Map and timeline of the story',
	changed: 'You have changed the view.',
	back: 'Back to the step',
	explore: 'Explore freely',
	exploreHint: 'Opens the map, timeline and list of all events, with what you see now.',
	others: 'Other stories',
	singleKeys: 'Single keys: J for the next step, K for the previous one'
};
