import { mapTable, parseMappingFile as parse, type MappingEntry } from '../../../../src/lib/io/import/mapping-file.ts';
import type { Mapping } from '../../../../src/lib/io/import/mapping.ts';
import type { Imported } from './support.ts';

export { writeMappingFile } from '../../../../src/lib/io/import/mapping-file.ts';

export function suggestMappings({ opened }: Imported): Mapping[] {
	return opened.tables.map((table) => mapTable(table).mapping);
}

/** Throws unless all of it can be used. */
export function parseMappingFile(text: string): readonly MappingEntry[] {
	const { entries, problems } = parse('mapping.json', text);
	if (entries === null || problems.length > 0)
		throw new Error(`A mapping file has problems: ${JSON.stringify(problems)}`);
	return entries;
}
