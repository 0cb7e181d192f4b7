import type { EdtfProblem } from './edtf-types.ts';

/** Whether a text can be read, and if not, why; a reason may carry a suggestion that nobody has tried yet. */
type Read = (text: string) => EdtfProblem | null;

/**
 * The problem with a suggestion that really is a date, or with none: one fault mended may leave another one. Tried are what the
 * parser proposes, mended once more where that brings up a proposal again, and plain characters in place of their
 * look-alikes. At most three readings.
 */
export function withSuggestion(text: string, problem: EdtfProblem, read: Read): EdtfProblem {
	const { suggest: proposed, ...params } = problem.params;
	const suggest =
		typeof proposed === 'string'
			? mended(proposed, read)
			: problem.code === 'unexpected'
				? lookAlikes(text).find((candidate) => read(candidate) === null)
				: undefined;
	return { ...problem, params: suggest === undefined ? params : { ...params, suggest } };
}

function mended(proposed: string, read: Read): string | undefined {
	const problem = read(proposed);
	if (problem === null) return proposed;
	const { suggest } = problem.params;
	return typeof suggest === 'string' && read(suggest) === null ? suggest : undefined;
}

/** Dashes and the minus sign; not the hyphen of the notation itself. */
const DASH = /[\u2212\p{Pd}]/gu;

/**
 * The text as it was perhaps meant: digits of other scripts as ours, dashes as hyphens (or, where they stood between two
 * dates, as the slash of an interval), letters as capitals, without spaces and invisible characters.
 */
function lookAlikes(text: string): readonly string[] {
	const plain = text
		.replace(/[\s\p{Cf}]/gu, '')
		.replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)))
		.toUpperCase();
	const candidates = [plain.replace(DASH, '-'), plain.replace(DASH, (dash) => (dash === '-' ? dash : '/'))];
	return candidates.filter((candidate) => candidate !== text);
}

/** Unicode lays the digits of a script out from 0 to 9, and sets of them end to end. */
function digitValue(digit: string): number {
	const point = digit.codePointAt(0) ?? 0;
	let before = 0;
	while (/^\p{Nd}$/u.test(String.fromCodePoint(point - before - 1))) before++;
	return before % 10;
}
