import { createCounter } from '../plural.ts';

export const count = createCounter('ru');

/** In the list, in counts, in the status line: the noun that is counted most. */
export const events = (events: number): string =>
	count(events, { one: '# событие', few: '# события', many: '# событий', other: '# события' });

/** Behind `из`. */
export const eventsOf = (events: number): string =>
	count(events, { one: '# события', few: '# событий', many: '# событий', other: '# событий' });

export const number = (value: number): string => count(value, { other: '#' });
