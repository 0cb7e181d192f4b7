import { createCounter } from '../plural.ts';

const count = createCounter('en');

/** Said to readers without scripts, in place of events that only a script can fetch. */
export const withoutScript = {
	first: (shown: number, total: number) =>
		`The first ${count(shown, { other: '#' })} of ${count(total, { one: '# event', other: '# events' })}; the rest needs JavaScript.`,
	/** To whoever opened a page of the built site without a server. */
	fromDisk:
		'This page was opened from disk, where browsers start no scripts: it is only text. In the folder of the project, “npm run preview” shows all of it, and “npm run build -- --single” makes one file that opens from disk.'
};
