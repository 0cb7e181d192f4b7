import type { HistoricalEvent } from '../../core/model.ts';
import { plain } from './flat-event.ts';

/** What a file says of where its events are from, besides the dataset's own title, version and licence. */
export interface Provenance {
	/** What was chosen and out of how many, in words; absent: everything. */
	readonly selection?: string;
	/** The address that shows it. */
	readonly link?: string;
	/** EDTF day on which the newest of the records was added or changed; see `core/updated.ts`. */
	readonly updated?: string;
	/** How many records of the files that the dataset was made from could not be read, and are in none of it. */
	readonly rejected?: number;
}

export interface ExportOptions extends Provenance {
	/** Those to write; absent: all of the dataset that are in lists. */
	readonly events?: readonly HistoricalEvent[];
	/** BCP 47 tag; absent: the dataset's first language. */
	readonly language?: string;
}

/** What is known of it, by the names under which files have it. */
export function provenanceOf(
	{ selection, link, updated, rejected = 0 }: Provenance,
	names: { readonly [K in keyof Required<Provenance>]: string }
): readonly (readonly [name: string, value: string | number])[] {
	return [
		...(selection === undefined ? [] : [[names.selection, plain(selection)] as const]),
		...(link === undefined ? [] : [[names.link, link] as const]),
		...(updated === undefined ? [] : [[names.updated, updated] as const]),
		...(rejected === 0 ? [] : [[names.rejected, rejected] as const])
	];
}
