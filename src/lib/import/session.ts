import type { Dataset } from '../core/model.ts';
import type { Locale } from '../i18n/locales.ts';
import type { ColumnUse, Dialect, FormatId, LeftOut } from '../io/formats/format.ts';
import type { Encoding } from '../io/import/decode.ts';
import type { Mapping, Question } from '../io/import/mapping.ts';
import type { ImportCounts } from '../io/import/result.ts';
import type { PagedManifest } from '../io/paged.ts';
import type { Problem, ProblemCode, Severity } from '../io/problems.ts';

/**
 * Files of the reader's own on their way to a dashboard, as the interface sees them. All work is done in a worker; nothing leaves
 * the browser. What is shown stays until `take` has given what takes its place.
 */
export interface ImportSession {
	/** `empty`: no files yet; `reading`: files are opened; `ready`: there are tables, or a native dataset, or problems to look at. */
	readonly phase: 'empty' | 'reading' | 'ready';
	/** Of what is being worked at, from 0 to 1; `null`: nothing is. */
	readonly progress: number | null;
	/** The worker died twice, or cannot be had at all: nothing can be imported here. */
	readonly hasFailed: boolean;
	/** Names of the files that were chosen, in order. */
	readonly files: readonly string[];
	/** Whether they are a dataset in the native format, which needs no mapping. */
	readonly isNative: boolean;
	/** Name of the mapping file among what was chosen, which `files` does not have once they are opened; `null`: none is. */
	readonly mappingFile: string | null;
	/** Whether the outcome depends on a mapping: on a file with one, or on what a person said here. */
	readonly isMapped: boolean;
	/** One for each file that is a table; empty for a native dataset. */
	readonly tables: readonly OpenedTable[];
	/** What the mappings as they were last computed lead to. It stays in sight while newer ones are computed (`progress`). */
	readonly outcome: Outcome | null;
	/** Questions that were answered here, so that they can be answered otherwise. */
	readonly answered: readonly AnsweredQuestion[];
	/** Takes the place of all files before; of none it is said that there is nothing to read. A mapping file among them is applied to the others. What a person changed for a file of the same name and columns is kept. */
	open(files: readonly File[]): void;
	noteAnswered(file: string, question: ColumnQuestion): void;
	/** Computes the outcome anew; the newest counts. */
	change(table: number, change: MappingChange): void;
	/** Stops what is being worked at; the last outcome stays, or without one the session is empty again. */
	cancel(): void;
	/** Files to save, made when asked for, with what is said of problems in this language; none: there is nothing to put into them. */
	save(what: Saved, language: Locale): Promise<readonly SavedFile[]>;
	/** The dataset of `outcome`. */
	take(): Promise<Taken>;
	/** Ends the worker and what it is at; what was shown last stays. */
	close(): void;
}

/** All but the offer to swap, which the mapping itself answers. */
export type ColumnQuestion = Exclude<Question, { readonly kind: 'swapped' }>;

export interface AnsweredQuestion {
	readonly file: string;
	readonly question: ColumnQuestion;
}

export type MappingChange =
	| { readonly kind: 'use'; readonly column: string; readonly use: ColumnUse | null }
	| { readonly kind: 'swapped'; readonly swapped: boolean }
	/** BCP 47 tag. */
	| { readonly kind: 'language'; readonly language: string }
	/** How the file is read at all; the mapping is then suggested anew. */
	| {
			readonly kind: 'reading';
			readonly format?: FormatId;
			readonly encoding?: Encoding;
			readonly delimiter?: string;
			readonly header?: boolean;
	  };

export interface OpenedTable {
	readonly file: string;
	readonly format: FormatId;
	readonly rows: number;
	readonly mapping: Mapping;
	readonly dialect: Dialect | null;
	/** What the file was read in. */
	readonly encoding: Encoding;
	/** The file cannot be read as it was last said to be: it is read as before. */
	readonly isReadingRefused?: boolean;
	readonly leftOut: Readonly<Partial<Record<LeftOut, number>>>;
}

/** `rejected`: rejected rows with their reasons, in the format of their file; `all-problems`: every problem as CSV; `native`: the dataset as one file that can be opened again. */
export type Saved = 'rejected' | 'all-problems' | 'mapping' | 'native';

export interface SavedFile {
	readonly name: string;
	readonly blob: Blob;
}

export interface Outcome {
	/** `false`: no event could be loaded, there is nothing to take. */
	readonly isUsable: boolean;
	/** The dataset's title, in its first language. */
	readonly title: string;
	/** `read = accepted + repaired + rejected`. */
	readonly counts: ImportCounts;
	/** Those with the most events come first, at most 100; `total` counts all. */
	readonly places: Tally;
	readonly categories: Tally;
	readonly sources: Tally;
	readonly actors: Tally;
	/** Errors before warnings, each in the order in which they first occur. */
	readonly groups: readonly ProblemGroup[];
}

export interface Tally {
	readonly total: number;
	readonly first: readonly { readonly name: string; readonly events: number }[];
}

export interface ProblemGroup {
	readonly code: ProblemCode;
	readonly severity: Severity;
	readonly count: number;
	/** The first, at most 100, in the order of files and rows. */
	readonly first: readonly Problem[];
}

/** A dataset that lives in this page alone. */
export interface Taken {
	/** All of it, or the head and the first rows of what is paged. */
	readonly dataset: Dataset;
	readonly manifest: PagedManifest | null;
	/** The files of what is paged, by name below its folder; empty otherwise. */
	readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}
