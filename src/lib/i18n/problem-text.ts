import type { EdtfProblemCode } from '../core/edtf-types.ts';
import { createDateProblems } from './date-problems.ts';
import { dateProblems } from './en/date-problems.ts';
import { dates } from './en/dates.ts';
import { importProblems } from './en/import-problems.ts';
import { problems as ofDatasets, type ProblemFacts, type ProblemWords } from './en/problems.ts';

const problems = { ...ofDatasets, ...importProblems };

/** A problem of a data file as the loader gives it. */
export interface CodedProblem extends Omit<ProblemFacts, 'explanation'> {
	readonly severity: 'error' | 'warning';
	readonly code: keyof typeof problems;
	/** JSON pointer, or `line:column`; empty for the whole file. */
	readonly pointer: string;
	/** From 1; `null` where the file is not read by lines. */
	readonly line: number | null;
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
	const { file, line, pointer, record, value } = problem;
	const { why, mend } = problemWords(problem);
	const at = pointer === '' && line !== null ? String(line) : pointer;
	const where = `${file}${at === '' || at.startsWith('/') ? at : `:${at}`}`;
	const who = typeof record === 'string' ? `, ${record}` : '';
	return `${where}${who}: ${value === null ? '' : `“${value}” `}${why} ${mend}`;
}
