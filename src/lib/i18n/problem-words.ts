import type { EdtfProblemCode } from '../core/edtf-types.ts';
import type { FormatMessages } from './calendar-format.ts';
import { createDateProblems, type DateProblemMessages } from './date-problems.ts';
import type { ImportProblems } from './en/import-problems.ts';
import type { DatasetProblems } from './en/problems.ts';
import type { StoryProblems } from './en/story-problems.ts';
import type { ProblemFacts, ProblemWords } from './problem-facts.ts';

/** A problem of a data file as the loader gives it. */
export interface CodedProblem extends Omit<ProblemFacts, 'explanation'> {
	readonly severity: 'error' | 'warning';
	readonly code: keyof DatasetProblems | keyof ImportProblems | keyof StoryProblems;
	/** JSON pointer, or `line:column`; empty for the whole file. */
	readonly pointer: string;
	/** From 1; `null` where the file is not read by lines. */
	readonly line: number | null;
	readonly record: string | number | null;
}

/** All that is said of problems in one language. */
export interface ProblemCatalogue {
	readonly problems: DatasetProblems;
	readonly importProblems: ImportProblems;
	readonly storyProblems: StoryProblems;
	readonly dateProblems: DateProblemMessages;
	readonly dates: FormatMessages;
}

/** Letters that are written from the right. */
const FROM_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * Texts of a file among words that are written from the left, each kept apart, so that what follows it is not taken along.
 * Catalogues of languages that are written from the right do so themselves.
 */
export function apart(problem: CodedProblem): CodedProblem {
	const kept = <Text extends string | number | null>(text: Text): Text | string =>
		typeof text === 'string' && FROM_RIGHT.test(text) ? `\u2068${text}\u2069` : text;
	const { file, field, value, params } = problem;
	const paramsKept = Object.fromEntries(Object.entries(params).map(([name, param]) => [name, kept(param)]));
	return { ...problem, file: kept(file), field: kept(field), value: kept(value), params: paramsKept };
}

/** Why something is a problem and how to mend it, in one language. `locale`: BCP 47, what months and numbers are written by. */
export function createProblemWords(
	locale: string,
	{ problems, importProblems, storyProblems, dateProblems, dates }: ProblemCatalogue
): (problem: CodedProblem) => ProblemWords {
	const all = { ...problems, ...importProblems, ...storyProblems };
	const explain = createDateProblems(locale, dateProblems, dates);

	/** The date parser's own reason, in words; it is more exact than anything that could be said of all dates. */
	const explanationOf = ({ code, params: { reason, at, ...params } }: CodedProblem): string =>
		code === 'date-invalid' && isReason(reason) && typeof at === 'number' ? explain({ code: reason, at, params }) : '';

	const isReason = (reason: string | number | undefined): reason is EdtfProblemCode =>
		reason !== undefined && Object.hasOwn(dateProblems.problems, reason);

	return (problem) => all[problem.code]({ ...problem, explanation: explanationOf(problem) });
}
