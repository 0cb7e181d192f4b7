import { dateProblems } from './en/date-problems.ts';
import { dates } from './en/dates.ts';
import { importProblems } from './en/import-problems.ts';
import { problems } from './en/problems.ts';
import { createProblemWords, type CodedProblem } from './problem-words.ts';

/** Why it is a problem and how to mend it, in English, for command lines. */
export const problemWords = createProblemWords('en-GB', { problems, importProblems, dateProblems, dates });

/** One problem in one line: `events.json/3/when, moscow-visit: “2024-13” There is no month 13. Write 01 to 12.` */
export function describeProblem(problem: CodedProblem): string {
	const { file, line, pointer, record, value } = problem;
	const { why, mend } = problemWords(problem);
	const at = pointer === '' && line !== null ? String(line) : pointer;
	const where = `${file}${at === '' || at.startsWith('/') ? at : `:${at}`}`;
	const who = typeof record === 'string' ? `, ${record}` : '';
	return `${where}${who}: ${value === null ? '' : `“${value}” `}${why} ${mend}`;
}
