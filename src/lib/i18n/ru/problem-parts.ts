import type * as en from '../en/problem-parts.ts';
import { otherRecords } from '../problem-facts.ts';
import { count, number as counted } from './words.ts';

export { count };

export const number: typeof en.number = (value) => counted(Number(value));

/** `В 3 строках`. */
export const rows: typeof en.rows = (value) =>
	count(Number(value), { one: '# строке', few: '# строках', many: '# строках', other: '# строки' });

/** `В файле 3 символа`. */
export const characters = (value: string | number | undefined): string =>
	count(Number(value), { one: '# символ', few: '# символа', many: '# символов', other: '# символа' });

export const didYouMean: typeof en.didYouMean = ({ suggestion }) =>
	suggestion === undefined ? '' : ` Возможно, имелось в виду «${suggestion}».`;

export const named: typeof en.named = ({ others }) =>
	otherRecords(others)
		.map(({ at, isLine, file }) => `${isLine ? 'строка' : 'запись'} ${number(at)}${file === '' ? '' : ` в ${file}`}`)
		.join(', ');

const regions = new Intl.DisplayNames('ru', { type: 'region' });

export const country: typeof en.country = (params) => regions.of(String(params.country)) ?? '';
