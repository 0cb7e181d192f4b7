import * as z from 'zod';
import { originalName } from '../exported.ts';
import { FORMAT_IDS, MANY, NOTATIONS, TARGETS, type ColumnUse, type Table } from '../formats/format.ts';
import { parseJson } from '../json.ts';
import { problemAt, rowProblem, type Problem } from '../problems.ts';
import { readRecord, suggestion } from '../records.ts';
import { language } from '../schema.ts';
import { ENCODINGS } from './decode.ts';
import { questionsOf, suggestMapping, type ColumnMapping, type Mapping } from './mapping.ts';

/** The version of the mapping file that this code reads, and `"mapping"` in it. */
export const MAPPING_FORMAT = 1;

const column = z.strictObject({
	column: z.string().describe('The column’s name, as the first row has it.'),
	use: z.enum(TARGETS).nullable().describe('What the column is; null: nothing is taken from it.').optional(),
	notation: z.enum(NOTATIONS).describe('How its values are written, where that could mean several things.').optional(),
	yearsFrom: z
		.int()
		.min(0)
		.max(9900)
		.describe('The first of the hundred years of which years of two digits are: 1930 makes 29 2029 and 30 1930.')
		.optional(),
	separator: z.string().min(1).max(5).describe('What stands between several values in one cell.').optional()
});

const entry = z.strictObject({
	file: z.string().describe('The file’s name without its folder.'),
	format: z.enum(FORMAT_IDS).describe('The format to read it as; left out: found by its content.').optional(),
	encoding: z.enum(ENCODINGS).describe('The encoding; left out: found by its content.').optional(),
	delimiter: z
		.string()
		.min(1)
		.max(5)
		.describe('What stands between the cells; left out: found by its content.')
		.optional(),
	header: z.boolean().describe('Whether the first row has the names of the columns; left out: found by it.').optional(),
	language: language.describe('BCP 47 tag of the texts; und: not known.').optional(),
	swapped: z.boolean().describe('true: latitude and longitude are the other way round in the whole file.').optional(),
	columns: z.array(column).describe('Columns that are left out here are taken as suggested.').optional()
});

const mappingFile = z.strictObject({ mapping: z.literal(MAPPING_FORMAT), files: z.array(entry) });

/** How a person wants a file to be read. What is left out is found out or suggested. */
export type MappingEntry = z.output<typeof entry>;

/** Whether a text is a mapping file, though perhaps one that cannot be used. */
export function isMappingText(text: string): boolean {
	if (!/^\ufeff?\s*\{/.test(text) || !text.includes('"mapping"')) return false;
	const json = parseJson(text.replace(/^\ufeff/, ''));
	const value: unknown = json.ok ? json.value : null;
	return typeof value === 'object' && value !== null && 'mapping' in value && typeof value.mapping === 'number';
}

/** A mapping file: `null` when it cannot be used, with the reasons. */
export function parseMappingFile(
	name: string,
	text: string
): { readonly entries: readonly MappingEntry[] | null; readonly problems: readonly Problem[] } {
	const json = parseJson(text.replace(/^\ufeff/, ''));
	if (!json.ok) {
		const { line, column: at, found, expected } = json.fault;
		const place = { file: name, line, pointer: `${line}:${at}` };
		return {
			entries: null,
			problems: [rowProblem(place, 'error', 'json-invalid', { value: found, params: { expected } })]
		};
	}
	const read = readRecord(mappingFile, json.value, { file: name, path: [], record: null }, null);
	return { entries: read.ok ? read.value.files : null, problems: read.problems };
}

/** The suggested mapping of a table, changed as an entry says. `name`: the mapping file, for what is wrong in it. */
export function mapTable(
	table: Table,
	entries: readonly MappingEntry[] = [],
	name = ''
): { readonly mapping: Mapping; readonly problems: readonly Problem[] } {
	const suggested = suggestMapping(table);
	const named = entries.findIndex(({ file }) => file === table.file);
	// Rejected rows of a file are read as it was, though not all of its columns need be there.
	const isPart = named < 0 && originalName(table.file) !== table.file;
	const at = isPart ? entries.findIndex(({ file }) => file === originalName(table.file)) : named;
	const found = entries[at];
	if (found === undefined) return { mapping: suggested, problems: [] };
	const problems: Problem[] = [];
	const names = table.columns.map((item) => item.name);
	const given = new Map<string, NonNullable<MappingEntry['columns']>[number]>();
	found.columns?.forEach((item, index) => {
		if (names.includes(item.column)) given.set(item.column, item);
		else if (!isPart) {
			const place = { file: name, path: ['files', at, 'columns', index], record: null };
			problems.push(
				problemAt(place, 'error', 'column-missing', ['column'], item.column, suggestion(item.column, names))
			);
		}
	});
	// Rejected rows are saved in our own encoding, whatever that of the file was.
	const entry = isPart ? { ...found, encoding: undefined } : found;
	return { mapping: applied(table, suggested, entry, given), problems };
}

/** A mapping changed as an entry says that is known to be of this table. Columns that the table has not are passed over. */
export function withEntry(table: Table, mapping: Mapping, changes: MappingEntry): Mapping {
	return applied(table, mapping, changes, new Map((changes.columns ?? []).map((item) => [item.column, item])));
}

function applied(
	table: Table,
	mapping: Mapping,
	{ file, encoding, swapped = mapping.swapped, language: tag = mapping.language }: MappingEntry,
	given: ReadonlyMap<string, NonNullable<MappingEntry['columns']>[number]>
): Mapping {
	const changed: Omit<Mapping, 'questions'> = {
		...mapping,
		columns: withGiven(mapping.columns, given),
		swapped,
		language: tag,
		...(encoding === undefined || file !== table.file ? {} : { reading: { ...mapping.reading, encoding } })
	};
	return { ...changed, questions: questionsOf(table, changed) };
}

/** A column that a person chose for something has it alone, unless many may have it. */
function withGiven(
	columns: readonly ColumnMapping[],
	given: ReadonlyMap<string, NonNullable<MappingEntry['columns']>[number]>
): ColumnMapping[] {
	const chosen = new Set([...given.values()].map(({ use }) => use));
	return columns.map((mapping): ColumnMapping => {
		const item = given.get(mapping.column);
		if (item === undefined) {
			const { use } = mapping;
			const isTaken = use !== null && chosen.has(use.target) && !MANY.has(use.target);
			return isTaken ? { ...mapping, use: null } : mapping;
		}
		return { ...mapping, use: useOf(item, mapping.use), evidence: [{ code: 'given' }] };
	});
}

function useOf(
	{ use, notation, yearsFrom, separator }: NonNullable<MappingEntry['columns']>[number],
	suggested: ColumnUse | null
): ColumnUse | null {
	if (use === null) return null;
	const target = use ?? suggested?.target;
	if (target === undefined) return null;
	const kept = suggested?.target === target ? suggested : null;
	const written = notation ?? kept?.notation;
	const years = yearsFrom ?? kept?.yearsFrom;
	const between = separator ?? kept?.separator;
	return {
		target,
		...(written === undefined ? {} : { notation: written }),
		...(years === undefined ? {} : { yearsFrom: years }),
		...(between === undefined ? {} : { separator: between })
	};
}

/** The text of a mapping file that says what these mappings say: every column, so that it can be read and changed, and how each file is read. */
export function writeMappingFile(mappings: readonly Mapping[]): string {
	const files = mappings.map(({ file, format, reading, language: tag, swapped, columns }): MappingEntry => ({
		file,
		format,
		...reading,
		language: tag,
		swapped,
		columns: columns.map(({ column: name, use }) =>
			use === null
				? { column: name, use: null }
				: {
						column: name,
						use: use.target,
						...(use.notation === undefined ? {} : { notation: use.notation }),
						...(use.yearsFrom === undefined ? {} : { yearsFrom: use.yearsFrom }),
						...(use.separator === undefined ? {} : { separator: use.separator })
					}
		)
	}));
	return `${JSON.stringify({ mapping: MAPPING_FORMAT, files }, null, '\t')}\n`;
}
