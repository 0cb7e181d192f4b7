import { originalName } from '../exported.ts';
import type { Table } from '../formats/format.ts';
import type { Mapping } from '../import/mapping.ts';
import { writeMappingFile } from '../import/mapping-file.ts';
import type { RejectedRow } from '../import/result.ts';
import { MAPPING_FILE } from '../input.ts';
import { rejectedFiles, type SavedText, type Words } from './rejected.ts';

/** What was imported, and the decoded text of a file of it; `null`: it is gone. */
export interface ToMend {
	readonly rejected: readonly RejectedRow[];
	readonly tables: readonly Table[];
	readonly mappings: readonly Mapping[];
	readonly textOf: (file: string) => string | null;
}

/**
 * Rejected rows with their reasons, and the mapping to read them with, for one folder: files of one name in several folders get
 * names of their own there, and the mapping has the same ones. None when nothing was rejected.
 */
export function filesToMend({ rejected, tables, mappings, textOf }: ToMend, words: Words): SavedText[] {
	const names = flatNames(tables);
	const named = (file: string): string => names.get(file) ?? file;
	const originals = new Map([...names].map(([file, name]) => [name, file]));
	const files = rejectedFiles(
		rejected,
		tables.map((table) => ({ ...table, file: named(table.file) })),
		(name) => textOf(originals.get(name) ?? name),
		words
	);
	if (files.length === 0) return [];
	const renamed = mappings.map((mapping) => ({ ...mapping, file: named(mapping.file) }));
	return [...files, { name: MAPPING_FILE, text: writeMappingFile(renamed) }];
}

/** Names without folders, of which no two files of rejected rows are called alike, on disks that know no capitals either. */
function flatNames(tables: readonly Table[]): ReadonlyMap<string, string> {
	const taken = new Set<string>();
	return new Map(
		tables.map(({ file, dialect }): [string, string] => {
			const flat = file.replace(/[\\/:]+/g, '-').replace(/^[-.]+/, '');
			const dot = flat.lastIndexOf('.');
			const [stem, ending] = dot > 0 ? [flat.slice(0, dot), flat.slice(dot)] : [flat, ''];
			// Reasons of rows without a header are in `NAME-rejected-reasons.csv`, whatever the file's name ends in.
			const key = (name: string) =>
				originalName(name)
					.replace(dialect === undefined ? '' : ending, '')
					.toLowerCase();
			let name = flat;
			for (let number = 2; taken.has(key(name)); number++) name = `${originalName(stem)}-${number}${ending}`;
			taken.add(key(name));
			return [file, name];
		})
	);
}
