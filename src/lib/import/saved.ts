import type { Dataset } from '../core/model.ts';
import { problemsCsv } from '../io/export/problems-csv.ts';
import { rejectedFiles, type Words } from '../io/export/rejected.ts';
import { decodeFile, type Encoding } from '../io/import/decode.ts';
import { writeMappingFile } from '../io/import/mapping-file.ts';
import type { RejectedRow } from '../io/import/result.ts';
import { MAPPING_FILE, type Prepared } from '../io/input.ts';
import { nativeFile, nativeName } from '../io/native-file.ts';
import type { Problem } from '../io/problems.ts';
import { choiceOf } from './choice.ts';
import type { Request } from './messages.ts';
import type { Saved, SavedFile } from './session.ts';

/** What files are made of that can be saved. */
export interface ToSave {
	readonly dataset: Dataset | null;
	readonly problems: readonly Problem[];
	readonly rejected: readonly RejectedRow[];
	/** `null`: of a dataset in the native format. */
	readonly prepared: Prepared | null;
}

/**
 * The files to save: of rejected rows one for each file that has some, of everything else one. None when there is nothing to put
 * into it. `textOf`: the text of a file as it was read, which is asked for the rejected rows alone; `null`: it is gone.
 */
export async function savedFiles(
	what: Saved,
	{ dataset, problems, rejected, prepared }: ToSave,
	textOf: (file: string) => Promise<string | null>,
	words: Words
): Promise<SavedFile[]> {
	switch (what) {
		case 'mapping':
			return prepared === null ? [] : [fileOf(MAPPING_FILE, [writeMappingFile(prepared.mappings)])];
		case 'native':
			return dataset === null ? [] : [fileOf(nativeName(dataset), [...nativeFile(dataset)])];
		case 'all-problems':
			return problems.length === 0 ? [] : [fileOf('problems.csv', [...problemsCsv(problems, words)])];
		case 'rejected': {
			const tables = prepared?.tables ?? [];
			const texts = new Map<string, string | null>();
			for (const { file, unreadable } of tables)
				if (unreadable > 0 || rejected.some(({ table }) => table.file === file)) texts.set(file, await textOf(file));
			const files = rejectedFiles(rejected, tables, (file) => texts.get(file) ?? null, words);
			return files.map(({ name, text }) => fileOf(name, [text]));
		}
	}
}

/** The text of a file that was chosen, read once more: of what became a table the text is not kept. */
export async function textAgain(
	name: string,
	{ files, changes }: Request,
	given: Encodings = []
): Promise<string | null> {
	const choice = choiceOf(files);
	const chosen = choice.isNative ? undefined : choice.files[choice.names.indexOf(name)];
	if (chosen === undefined) return null;
	const said = [...changes.map(({ entry }) => entry), ...given].find(
		({ file, encoding }) => file === name && encoding !== undefined
	);
	try {
		return decodeFile({ name, bytes: new Uint8Array(await chosen.file.arrayBuffer()) }, said?.encoding).text;
	} catch {
		// It was changed or taken away since.
		return null;
	}
}

/** What a mapping file says of encodings. */
type Encodings = readonly { readonly file: string; readonly encoding?: Encoding | undefined }[];

const TYPES: readonly (readonly [RegExp, string])[] = [
	[/\.csv$/i, 'text/csv;charset=utf-8'],
	[/\.(?:geo)?json$/i, 'application/json'],
	[/\.kml$/i, 'application/vnd.google-earth.kml+xml'],
	[/\.ics$/i, 'text/calendar;charset=utf-8']
];

function fileOf(name: string, parts: string[]): SavedFile {
	const type = TYPES.find(([ending]) => ending.test(name))?.[1] ?? 'text/plain;charset=utf-8';
	return { name, blob: new Blob(parts, { type }) };
}
