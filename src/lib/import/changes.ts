import { MANY } from '../io/formats/format.ts';
import type { FileChanges } from '../io/input.ts';
import type { Mapping } from '../io/import/mapping.ts';
import type { MappingChange, OpenedTable } from './session.ts';

type ColumnEntry = NonNullable<FileChanges['entry']['columns']>[number];

/** What a person has changed about a file before, `null`: nothing, and now. `mapping`: as they see it. */
export function addChange(before: FileChanges | null, mapping: Mapping, change: MappingChange): FileChanges {
	const columns = mapping.columns.map(({ column }) => column);
	const entry = before?.entry ?? { file: mapping.file };
	switch (change.kind) {
		case 'swapped':
			return { columns, entry: { ...entry, swapped: change.swapped } };
		case 'language':
			return { columns, entry: { ...entry, language: change.language } };
		case 'reading': {
			// Other columns may come of it: what was said of these is said anew.
			const { file, format, encoding, delimiter, header, language } = entry;
			const { kind: _, ...reading } = change;
			return { columns: null, entry: { file, format, encoding, delimiter, header, language, ...reading } };
		}
		case 'use':
			return { columns, entry: { ...entry, columns: withUse(entry.columns ?? [], change) } };
	}
}

function withUse(
	before: readonly ColumnEntry[],
	{ column, use }: Extract<MappingChange, { kind: 'use' }>
): ColumnEntry[] {
	const isTaken = (other: ColumnEntry) => use !== null && !MANY.has(use.target) && other.use === use.target;
	const others = before
		.filter((other) => other.column !== column)
		.map((other): ColumnEntry => (isTaken(other) ? { column: other.column, use: null } : other));
	return [...others, use === null ? { column, use: null } : { column, ...use, use: use.target }].map(withoutTarget);
}

function withoutTarget({ column, use, notation, yearsFrom, separator }: ColumnEntry): ColumnEntry {
	return { column, use, notation, yearsFrom, separator };
}

/** The mapping as it will be, until it comes back with all that follows from the change. */
export function withChange(mapping: Mapping, change: MappingChange): Mapping {
	if (change.kind === 'swapped') return { ...mapping, swapped: change.swapped };
	if (change.kind === 'language') return { ...mapping, language: change.language };
	if (change.kind === 'reading') return mapping;
	const { column, use } = change;
	return {
		...mapping,
		columns: mapping.columns.map((known) => {
			if (known.column === column) return { ...known, use, evidence: [{ code: 'given' }] };
			const isTaken = use !== null && known.use?.target === use.target && !MANY.has(use.target);
			return isTaken ? { ...known, use: null } : known;
		})
	};
}

/** The table as it will be, if it can be read as this says. */
export function withReading(table: OpenedTable, change: MappingChange): OpenedTable {
	if (change.kind !== 'reading') return table;
	const { format = table.format, encoding = table.encoding, delimiter, header } = change;
	const { dialect } = table;
	return {
		...table,
		format,
		encoding,
		dialect: dialect && { delimiter: delimiter ?? dialect.delimiter, hasHeader: header ?? dialect.hasHeader },
		isReadingRefused: false
	};
}

/** Whether a table was read as a person said. */
export function isReadAs(
	{ format, encoding, dialect }: OpenedTable,
	{ format: ofFormat, encoding: inEncoding, delimiter, header }: FileChanges['entry']
): boolean {
	return (
		(ofFormat === undefined || ofFormat === format) &&
		(inEncoding === undefined || inEncoding === encoding) &&
		(delimiter === undefined || delimiter === dialect?.delimiter) &&
		(header === undefined || header === dialect?.hasHeader)
	);
}

/** A change without what it says of reading: the file cannot be read so. `columns`: those that it has then. */
export function withoutReading({ entry }: FileChanges, columns: readonly string[]): FileChanges {
	const { format: _, encoding: __, delimiter: ___, header: ____, ...rest } = entry;
	return { columns, entry: rest };
}
