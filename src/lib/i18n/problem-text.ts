import type { EdtfProblemCode } from '../core/edtf-types.ts';
import { createDateProblems } from './date-problems.ts';
import { dateProblems } from './en/date-problems.ts';
import { dates } from './en/dates.ts';
import { problems, type ProblemFacts, type ProblemWords } from './en/problems.ts';

/** A problem of a data file as the loader gives it. */
export interface CodedProblem extends Omit<ProblemFacts, 'explanation'> {
	readonly severity: 'error' | 'warning';
	readonly code: keyof typeof problems;
	/** JSON pointer, or `line:column`; empty for the whole file. */
	readonly pointer: string;
	readonly record: string | number | null;
}

/** Why it is a problem and how to mend it. */
export function problemWords(problem: CodedProblem): ProblemWords {
	return problems[problem.code]({ ...problem, explanation: explanationOf(problem) });
}

/** The date parser's own reason, in words; it is more exact than anything that could be said of all dates. */
function explanationOf({ code, params: { reason, at, ...params } }: CodedProblem): string {
	if (code !== 'date-invalid' || !isDateReason(reason) || typeof at !== 'number') return '';
	return createDateProblems('en-GB', dateProblems, dates)({ code: reason, at, params });
}

function isDateReason(reason: string | number | undefined): reason is EdtfProblemCode {
	return reason !== undefined && Object.hasOwn(dateProblems.problems, reason);
}

/** One problem in one line: `events.json/3/when, moscow-visit: “2024-13” There is no month 13. Write 01 to 12.` */
export function describeProblem(problem: CodedProblem): string {
	const { file, pointer, record, value } = problem;
	const { why, mend } = problemWords(problem);
	const where = `${file}${pointer === '' || pointer.startsWith('/') ? pointer : `:${pointer}`}`;
	const who = typeof record === 'string' ? `, ${record}` : '';
	return `${where}${who}: ${value === null ? '' : `“${value}” `}${why} ${mend}`;
}
