import type * as en from '../en/problem-parts.ts';
import { otherRecords } from '../problem-facts.ts';
import { count, INTL, isolate, number as counted } from './words.ts';

export { count };

export const number: typeof en.number = (value) => counted(Number(value));

/** Behind a preposition. */
export const rows: typeof en.rows = (value) =>
	count(Number(value), {
		zero: '# صفوف',
		one: 'صف واحد',
		two: 'صفين',
		few: '# صفوف',
		many: '# صفًا',
		other: '# صف'
	});

/** Behind another noun. */
export const characters = (value: string | number | undefined): string =>
	count(Number(value), {
		zero: '# أحرف',
		one: 'حرف واحد',
		two: 'حرفين',
		few: '# أحرف',
		many: '# حرفًا',
		other: '# حرف'
	});

/** Text of a file or of its format, in quotation marks and in its own direction. */
export const quoted = (text: string | number | undefined | null): string => `«${isolate(String(text ?? ''))}»`;

/** What is written in no language: `2024-12-08`, `events.json`. */
export const own = (text: string | number | undefined | null): string => isolate(String(text ?? ''));

export const didYouMean: typeof en.didYouMean = ({ suggestion }) =>
	suggestion === undefined ? '' : ` هل المقصود ${quoted(suggestion)}؟`;

export const named: typeof en.named = ({ others }) =>
	otherRecords(others)
		.map(
			({ at, isLine, file }) => `${isLine ? 'السطر' : 'العنصر'} ${number(at)}${file === '' ? '' : ` في ${own(file)}`}`
		)
		.join('، ');

const regions = new Intl.DisplayNames(INTL, { type: 'region' });

export const country: typeof en.country = (params) => regions.of(String(params.country)) ?? '';
