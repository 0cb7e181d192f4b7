import { rejectedName } from '../exported.ts';
import { rowKey, type Table } from '../formats/format.ts';
import type { RejectedRow } from '../import/result.ts';
import type { Problem } from '../problems.ts';
import { rejectedCalendar } from './rejected-calendar.ts';
import { rejectedJson } from './rejected-json.ts';
import { rejectedKml } from './rejected-kml.ts';
import { rejectedLines } from './rejected-lines.ts';
import type { RejectedRecords, WrittenPart } from './rejected-records.ts';

/** A file to save. */
export interface SavedText {
	readonly name: string;
	readonly text: string;
}

/** Why something is a problem and how to mend it, in the words of a language. */
export type Words = (problem: Problem) => { readonly why: string; readonly mend: string };

/**
 * For each file with rejected records a file of the same format that has only these, as they stand in the original, each with
 * the reasons: `events-rejected.csv` of `events.csv`. Mended and opened again, with the mapping file of the original if there
 * is one, it gives the events; our readers leave the reasons out. What stands where:
 *
 * - delimited text: the rows letter by letter under the original header, the reasons in a first column of their own, as rows
 *   that are too short or too long have no certain last one. Without a header there is no room for them: they stand in a
 *   second file, `events-rejected-reasons.csv`.
 * - JSON of any kind: the document with the rejected records alone in its list, the reasons as their first member.
 * - KML and iCalendar: the original without the placemarks and events that were loaded; reasons in comments, or in a property.
 *
 * Records beyond a limit, where reading stopped, are not in it, nor is a file that could not be read at all.
 *
 * `tables`: all that were imported. `textOf`: the decoded text of a file; files without one are left out.
 */
export function rejectedFiles(
	rejected: readonly RejectedRow[],
	tables: readonly Table[],
	textOf: (file: string) => string | null,
	words: Words
): SavedText[] {
	return tables.flatMap((table) => {
		const text = textOf(table.file);
		if (text === null) return [];
		const records = recordsOf(table, rejected, words);
		if (records.reasons.size + records.unreadable.length === 0) return [];
		const name = rejectedName(table.file);
		return write(records, text).map(({ suffix, text: written }) => ({ name: withSuffix(name, suffix), text: written }));
	});
}

function write(records: RejectedRecords, text: string): readonly WrittenPart[] {
	const { table } = records;
	const whole = (written: string | null): WrittenPart[] => (written === null ? [] : [{ suffix: '', text: written }]);
	if (table.dialect !== undefined) return rejectedLines(records, text);
	if (table.format === 'kml') return whole(rejectedKml(records, text));
	if (table.format === 'icalendar') return whole(rejectedCalendar(records, text));
	return whole(rejectedJson(records, text));
}

function recordsOf(table: Table, rejected: readonly RejectedRow[], words: Words): RejectedRecords {
	const indexes = new Map(table.rows.map((row, index) => [row, index]));
	const reasons = new Map<number, readonly string[]>();
	for (const { row, reasons: why } of rejected) {
		const index = indexes.get(row);
		if (index !== undefined) reasons.set(index, [...new Set(why.map((problem) => sentence(problem, words)))]);
	}
	const known = new Set(table.rows.map(rowKey));
	const unreadable = table.problems.filter((problem) => problem.severity === 'error' && !known.has(rowKey(problem)));
	return { table, reasons, unreadable };
}

/** `date: “31 June” There is no such day. Write ...` */
function sentence(problem: Problem, words: Words): string {
	const { why, mend } = words(problem);
	const { field, value } = problem;
	const what = [field === null ? '' : `${field}:`, value === null || value === '' ? '' : `“${value}”`];
	return [...what, why, mend].filter((part) => part !== '').join(' ');
}

function withSuffix(name: string, suffix: string): string {
	return suffix === '' ? name : `${name.replace(/\.[^./\\]*$/, '')}${suffix}`;
}
