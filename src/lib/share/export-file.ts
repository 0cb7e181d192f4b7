/** What the dialog asks for when a file is to be written; who writes it stands outside of the views (`routes/exports.ts`). */

export const FILE_FORMATS = ['csv', 'geojson', 'icalendar', 'native'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

export interface FileRequest {
	readonly format: FileFormat;
	/** What is listed now, or all of the dataset. */
	readonly which: 'filtered' | 'all';
	/** The same in words, with how many of how many: it stands in the file. */
	readonly selection: string;
	/** A byte order mark before CSV. */
	readonly mark: boolean;
	/** Of the events that have to be fetched, from 0 to 1. */
	readonly onprogress: (share: number) => void;
	/** Its abortion rejects with an `AbortError`. */
	readonly signal: AbortSignal;
}

export type FileOutcome =
	/** `undated`: of the events those that a calendar leaves out. */
	| { readonly ok: true; readonly name: string; readonly written: number; readonly undated: number }
	| { readonly ok: false; readonly why: 'too-many'; readonly chosen: number; readonly most: number }
	| { readonly ok: false; readonly why: 'nothing' | 'opening' }
	| { readonly ok: false; readonly why: 'failed'; readonly file: string };

/** Writes the file and hands it to the browser as a download. */
export type ExportFile = (request: FileRequest) => Promise<FileOutcome>;
