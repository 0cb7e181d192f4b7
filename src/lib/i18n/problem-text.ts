import { dateProblems } from './en/date-problems.ts';
import { dates } from './en/dates.ts';
import { importProblems } from './en/import-problems.ts';
import { problems } from './en/problems.ts';
import { storyProblems } from './en/story-problems.ts';
import type { ProblemWords } from './problem-facts.ts';
import { createProblemWords, type CodedProblem } from './problem-words.ts';

const words = createProblemWords('en-GB', { problems, importProblems, storyProblems, dateProblems, dates });

/** What those do who have no page in which to choose. */
const BY_COMMAND: Readonly<Partial<Record<CodedProblem['code'], string>>> = {
	'date-order-unknown': 'In a mapping file: "notation": "day-first" or "month-first" for this column.',
	'date-year-short':
		'In a mapping file: "yearsFrom" for this column, the first of the hundred years that are meant: 2000, or 1930 as spreadsheets have it.',
	'date-kind-unknown': 'In a mapping file: "notation": "excel", "excel-1904", "epoch-s" or "epoch-ms" for this column.',
	'coordinates-order-unknown': 'In a mapping file: "notation": "lat-lng" or "lng-lat" for this column.',
	'coordinates-maybe-swapped': 'In a mapping file: "swapped": true.',
	'crs-unsupported': 'With GDAL: ogr2ogr -t_srs EPSG:4326 -lco RFC7946=YES new.geojson old.geojson',
	'coordinates-projected': 'With GDAL: ogr2ogr -t_srs EPSG:4326 -lco RFC7946=YES new.geojson old.geojson'
};

/** Why it is a problem and how to mend it, in English, for command lines. */
export function problemWords(problem: CodedProblem): ProblemWords {
	const { why, mend } = words(problem);
	const command = BY_COMMAND[problem.code];
	return { why, mend: command === undefined ? mend : `${mend} ${command}` };
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
