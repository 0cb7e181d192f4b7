/** Formats that are known by the names of their columns, in delimited text or in a list of JSON records. */
import { firstRows, readDelimited } from './delimited.ts';
import { findDialect } from './dialect.ts';
import type { ColumnUse, Format, FormatId, Table, TextFile } from './format.ts';
import { isObject } from './json-values.ts';
import { readRecords, recordsOf } from './json-records.ts';

export interface NamedFormat {
	readonly id: FormatId;
	/** In small letters. All of `required` make it this format. */
	readonly required: readonly string[];
	readonly uses: ReadonlyMap<string, ColumnUse>;
}

/** A format whose files have columns of these names. Other columns of the file stay without a use. */
export function namedFormat({ id, required, uses }: NamedFormat): Format {
	const use = (name: string) => uses.get(name.toLowerCase());
	return {
		id,
		detect(file) {
			const names = new Set(columnNames(file));
			return required.every((name) => names.has(name)) ? 0.96 : 0;
		},
		read(file) {
			if (file.json !== undefined) return { table: readRecords(file, id, use).finish() };
			return { table: readDelimited(file, { format: id, hasHeader: true, use }) };
		}
	};
}

/** Names of the columns in small letters: of the first row of a delimited text, or of the first record of JSON. */
export function columnNames({ text, json }: TextFile): readonly string[] {
	if (json !== undefined) {
		const [first] = (recordsOf(json)?.records ?? []).filter(isObject);
		return first === undefined ? [] : Object.keys(first).map((name) => name.toLowerCase());
	}
	// Cheap, for the many files that are neither.
	if (/^\s*[<{[]/.test(text.slice(0, 100))) return [];
	const sample = text.slice(0, 64_000).replace(/\r\n?/g, '\n');
	const [header = []] = firstRows(sample, findDialect(sample).delimiter, 1);
	return header.map((name) => name.trim().toLowerCase());
}

/** The table without some of its rows, which were looked at by the cells of one column. */
export function withoutRows(table: Table, column: string, leave: (text: string) => boolean): Table {
	const index = table.columns.findIndex(({ name }) => name.toLowerCase() === column);
	if (index < 0) return table;
	return { ...table, rows: table.rows.filter(({ cells }) => !leave(String(cells[index] ?? ''))) };
}
