import { createCounter } from '../plural.ts';

export const INTL = 'ar-u-nu-latn';

export const count = createCounter(INTL);

/** In the list, in counts, in the status line: the noun that is counted most. */
export const events = (events: number): string =>
	count(events, {
		zero: 'لا أحداث',
		one: 'حدث واحد',
		two: 'حدثان',
		few: '# أحداث',
		many: '# حدثًا',
		other: '# حدث'
	});

/** Behind a preposition or another noun: only the dual differs in writing. */
export const eventsAfter = (events: number): string =>
	count(events, {
		zero: '# أحداث',
		one: 'حدث واحد',
		two: 'حدثين',
		few: '# أحداث',
		many: '# حدثًا',
		other: '# حدث'
	});

export const number = (value: number): string => count(value, { other: '#' });

export const listed = (listed: number, total: number): string => `${number(listed)} من ${eventsAfter(total)}`;

/** A length of time behind a preposition: `شهران` becomes `شهرين`. */
export const lengthAfter = (length: string): string =>
	length.replace(/^(ثانيت|دقيقت|ساعت|يوم|شهر|سنت)ان(?!\p{L})/u, '$1ين');

/** A length and how well it is known, behind a preposition. */
export const boundedLength = (length: string, bound: 'exact' | 'least' | 'about'): string =>
	({
		exact: lengthAfter(length),
		least: `${lengthAfter(length)} على الأقل`,
		about: `نحو ${lengthAfter(length)}`
	})[bound];

/** Kept whole between Arabic words: the parts of `2024-12-08` would else stand in the opposite order. */
export const isolate = (text: string): string => `\u2068${text}\u2069`;
