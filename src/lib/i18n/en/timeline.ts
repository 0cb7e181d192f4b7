import { createCounter } from '../plural.ts';

const count = createCounter('en');

export const timeline = {
	events: (events: number) => count(events, { one: '# event', other: '# events' })
};
