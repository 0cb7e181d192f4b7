import { createCounter } from '../plural.ts';
import { otherRecords, type ProblemParams } from '../problem-facts.ts';

export const count = createCounter('en');

export const number = (value: string | number | undefined): string => count(Number(value), { other: '#' });

export const rows = (value: string | number | undefined): string =>
	count(Number(value), { one: 'one row', other: '# rows' });

/** ` Did you mean “x”?`, when there is something near. */
export function didYouMean({ suggestion }: ProblemParams): string {
	return suggestion === undefined ? '' : ` Did you mean “${suggestion}”?`;
}

/** Where else the same stands: `line 3`, `entry 4`. */
export function named({ others }: ProblemParams): string {
	return otherRecords(others)
		.map(({ at, isLine, file }) => `${isLine ? 'line' : 'entry'} ${number(at)}${file === '' ? '' : ` of ${file}`}`)
		.join(', ');
}

const regions = new Intl.DisplayNames('en-GB', { type: 'region' });

/** Of its two-letter code. */
export function country(params: ProblemParams): string {
	return regions.of(String(params.country)) ?? '';
}
