import { createCounter } from '../plural.ts';

const count = createCounter('en');

/** Said to readers without scripts, in place of events that only a script can fetch. */
export const withoutScript = {
	first: (shown: number, total: number) =>
		`The first ${count(shown, { other: '#' })} of ${count(total, { one: '# event', other: '# events' })}; the rest needs JavaScript.`
};
