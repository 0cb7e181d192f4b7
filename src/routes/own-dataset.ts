import { parseDates } from '$lib/core/dataset-dates.ts';
import { saveFile } from '$lib/import/save-file.ts';
import type { SavedFile, Taken } from '$lib/import/session.ts';
import type { OwnDataset } from './own-data.svelte.ts';

/** What a dataset was made from. */
interface Source {
	readonly files: readonly string[];
	readonly isNative: boolean;
	/** What it needs besides its files; `null`: nothing. */
	readonly mapping: SavedFile | null;
	/** Records that could not be read. */
	readonly rejected: number;
}

/** What a page is made from, of a dataset that an import has made. */
export function ownDatasetOf(
	{ dataset, manifest, files }: Taken,
	{ files: names, isNative, mapping, rejected }: Source
): OwnDataset {
	const given = isNative && names.length > 1 ? 'path/to/folder' : names.map(quoted).join(' ');
	return {
		id: `${Date.now()}-${manifest?.folder ?? dataset.events.length}`,
		data: { dataset, dates: parseDates(dataset), paged: manifest, ...(manifest === null ? {} : { files }) },
		rejected,
		command: {
			line: `npm run build -- ${given}${mapping === null ? '' : ` --mapping ${quoted(mapping.name)}`}`,
			saveMapping: mapping === null ? null : () => saveFile(mapping)
		}
	};
}

/** As a shell takes it for one word, that of Windows as well where the name allows it. */
function quoted(name: string): string {
	// An option is none that begins with a dot.
	const path = name.startsWith('-') ? `./${name}` : name;
	if (/^[\w./-]+$/.test(path)) return path;
	// Between double quotes some signs still mean something: `!` to bash, `%` to Windows.
	return /["\\$`!%]/.test(path) ? `'${path.replaceAll("'", "'\\''")}'` : `"${path}"`;
}
