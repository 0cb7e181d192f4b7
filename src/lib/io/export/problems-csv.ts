import { recordName } from '../problem-groups.js';
import type { Problem } from '../problems.ts';
import { line } from './csv.ts';
import type { Words } from './rejected.ts';

const COLUMNS = ['severity', 'code', 'file', 'line', 'pointer', 'record', 'field', 'value', 'why', 'mend'];

/** Problems that are one piece of text. */
const PIECE_SIZE = 2_000;

/** All problems as CSV, in pieces and in their order. No cell is a formula to a spreadsheet. */
export function* problemsCsv(problems: readonly Problem[], words: Words): Generator<string, void> {
	// A byte order mark, by which spreadsheets know UTF-8.
	yield `\ufeff${line(COLUMNS)}`;
	for (let from = 0; from < problems.length; from += PIECE_SIZE) {
		yield problems
			.slice(from, from + PIECE_SIZE)
			.map((problem) => {
				const { severity, code, file, line: at, pointer, field, value } = problem;
				const { why, mend } = words(problem);
				const texts = [severity, code, file, at, pointer, recordName(problem), field, value, why, mend];
				return line(texts.map((text) => String(text ?? '')));
			})
			.join('');
	}
}
