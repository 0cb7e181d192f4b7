import type { EdtfProblemCode } from '../core/edtf-types.ts';
import type { FormatMessages } from './calendar-format.ts';
import { createDateProblems, type DateProblemMessages } from './date-problems.ts';
import type { ImportProblems } from './en/import-problems.ts';
import type { DatasetProblems } from './en/problems.ts';
import type { ProblemFacts, ProblemWords } from './problem-facts.ts';

/** A problem of a data file as the loader gives it. */
export interface CodedProblem extends Omit<ProblemFacts, 'explanation'> {
	readonly severity: 'error' | 'warning';
	readonly code: keyof DatasetProblems | keyof ImportProblems;
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
	readonly dateProblems: DateProblemMessages;
	readonly dates: FormatMessages;
}

/** Why something is a problem and how to mend it, in one language. `locale`: BCP 47, what months and numbers are written by. */
export function createProblemWords(
	locale: string,
	{ problems, importProblems, dateProblems, dates }: ProblemCatalogue
): (problem: CodedProblem) => ProblemWords {
	const all = { ...problems, ...importProblems };
	const explain = createDateProblems(locale, dateProblems, dates);

	/** The date parser's own reason, in words; it is more exact than anything that could be said of all dates. */
	const explanationOf = ({ code, params: { reason, at, ...params } }: CodedProblem): string =>
		code === 'date-invalid' && isReason(reason) && typeof at === 'number' ? explain({ code: reason, at, params }) : '';

	const isReason = (reason: string | number | undefined): reason is EdtfProblemCode =>
		reason !== undefined && Object.hasOwn(dateProblems.problems, reason);

	return (problem) => all[problem.code]({ ...problem, explanation: explanationOf(problem) });
}
