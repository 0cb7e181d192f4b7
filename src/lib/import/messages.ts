import type { Locale } from '../i18n/locales.ts';
import type { FileChanges } from '../io/input.ts';
import type { OpenedTable, Outcome, Saved, SavedFile, Taken } from './session.ts';

/** A file as it was chosen. */
export interface ChosenFile {
	/** With the folders it was chosen in, with slashes. */
	readonly path: string;
	readonly file: File;
}

/** All that a worker has to know, so that any worker can go on where another one ended. */
export interface Request {
	/** Changes with the files. */
	readonly choice: number;
	readonly files: readonly ChosenFile[];
	readonly changes: readonly FileChanges[];
	/** Of the names that are made for what a file has no name for. */
	readonly language: Locale;
}

/** To the worker. Of two requests the newer one counts; what is wanted of an older one is then refused. */
export type ToImport =
	| { readonly kind: 'run'; readonly job: number; readonly request: Request }
	| {
			readonly kind: 'save';
			readonly job: number;
			readonly request: Request;
			readonly what: Saved;
			readonly language: Locale;
	  }
	| { readonly kind: 'take'; readonly job: number; readonly request: Request };

export type FromImport =
	| {
			readonly kind: 'opened';
			readonly job: number;
			readonly files: readonly string[];
			readonly isNative: boolean;
			/** Name of the mapping file among them. */
			readonly mappingFile: string | null;
			readonly tables: readonly OpenedTable[];
	  }
	/** From 0 to 1. */
	| { readonly kind: 'progress'; readonly job: number; readonly share: number }
	| { readonly kind: 'outcome'; readonly job: number; readonly outcome: Outcome }
	| { readonly kind: 'saved'; readonly job: number; readonly files: readonly SavedFile[] }
	| { readonly kind: 'taken'; readonly job: number; readonly taken: Taken }
	/** A newer request came, or there is no dataset to take. */
	| { readonly kind: 'refused'; readonly job: number };
