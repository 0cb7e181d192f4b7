import { parseEdtf, type EdtfDate, type EdtfProblem } from '../../../src/lib/core/edtf.ts';

/**
 * Start of a day (ms) by the platform's own reading of ISO 8601 with expanded years, not by the code under test.
 * `-0043-03-15`, `2024-12-08`.
 */
export function dayStart(text: string): number {
	const [, sign = '', year = '', rest = ''] = /^(-?)(\d+)(-\d\d-\d\d)$/.exec(text) ?? [];
	const ms = Date.parse(`${sign || '+'}${year.padStart(6, '0')}${rest}T00:00:00Z`.replace('-000000', '+000000'));
	if (Number.isNaN(ms)) throw new Error(`The test names no day: ${text}`);
	return ms;
}

/** `[first day, last day]`, both inclusive, as half-open ms; `-inf` and `inf` for sides without bound. */
export function daysToInterval([first, last]: readonly [string, string]): { start: number; end: number } {
	return {
		start: first === '-inf' ? -Infinity : dayStart(first),
		end: last === 'inf' ? Infinity : dayStart(last) + 86_400_000
	};
}

export function dateOf(text: string): EdtfDate {
	const result = parseEdtf(text);
	if (!result.ok) throw new Error(`${text} was refused: ${JSON.stringify(result.problem)}`);
	return result.date;
}

export function problemOf(text: string): EdtfProblem {
	const result = parseEdtf(text);
	if (result.ok) throw new Error(`${text} was accepted`);
	return result.problem;
}
