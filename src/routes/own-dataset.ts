import { parseDates } from '$lib/core/dataset-dates.ts';
import type { Taken } from '$lib/import/session.ts';
import type { OwnDataset } from './own-data.svelte.ts';

/** What a page is made from, of a dataset that an import has made. `files`: those that it was made from. */
export function ownDatasetOf(
	{ dataset, manifest, files }: Taken,
	source: { readonly files: readonly string[]; readonly isNative: boolean }
): OwnDataset {
	return {
		id: `${Date.now()}-${manifest?.folder ?? dataset.events.length}`,
		data: { dataset, dates: parseDates(dataset), paged: manifest, ...(manifest === null ? {} : { files }) },
		command: `npm run build -- ${source.isNative && source.files.length > 1 ? 'path/to/folder' : source.files.map(quoted).join(' ')}`
	};
}

/** As a shell takes it for one word. */
function quoted(name: string): string {
	// An option is none that begins with a dot.
	const path = name.startsWith('-') ? `./${name}` : name;
	return /^[\w./-]+$/.test(path) ? path : `"${path.replace(/["\\$`]/g, '\\$&')}"`;
}
