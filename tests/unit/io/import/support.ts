import {
	importNow,
	openFiles,
	suggestMapping,
	type ImportResult,
	type Mapping
} from '../../../../src/lib/io/import/import.ts';
import type { Table } from '../../../../src/lib/io/formats/format.ts';
import type { Problem } from '../../../../src/lib/io/problems.ts';
import { faultsIn } from '../../i18n/problem-sentences.ts';

export const ADDED = '2026-11-27';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Imports texts as the files of these names; `change` is what a person changes of each suggested mapping. */
export function importTexts(
	files: Readonly<Record<string, string | Uint8Array>>,
	change: (mapping: Mapping) => Mapping = (mapping) => mapping
): ImportResult {
	const opened = openFiles(
		Object.entries(files).map(([name, text]) => ({ name, bytes: typeof text === 'string' ? bytesOf(text) : text }))
	);
	return importNow(
		opened.tables,
		opened.tables.map((table) => change(suggestMapping(table))),
		{ added: ADDED, problems: opened.problems, files: opened.files }
	);
}

export const importCsv = (text: string, change?: (mapping: Mapping) => Mapping): ImportResult =>
	importTexts({ 'events.csv': text }, change);

export function tableOf(text: string): Table {
	const [table] = openFiles([{ name: 'events.csv', bytes: bytesOf(text) }]).tables;
	if (table === undefined) throw new Error('This is no table.');
	return table;
}

/** The suggested mapping of a text. */
export const mappingOf = (text: string): Mapping => suggestMapping(tableOf(text));

/** `line code field`, of the rows alone or with what is said of files. */
export const codesOf = ({ problems }: Pick<ImportResult, 'problems'>): string[] =>
	problems.map(({ line, code, field }) => [line ?? '-', code, field ?? '-'].join(' '));

export const ofRows = (result: Pick<ImportResult, 'problems'>): string[] =>
	codesOf({ problems: result.problems.filter(({ line }) => line !== null) });

/** Throws unless there are words for it that can be read, in every language. */
export function checkWords(problem: Problem): void {
	const faults = faultsIn(problem);
	if (faults.length > 0) throw new Error(faults.join('\n'));
}
