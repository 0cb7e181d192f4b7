import type { Dataset } from '../../core/model.ts';
import type { Row, Table } from '../formats/format.ts';
import type { Counts } from '../load.ts';
import type { Problem } from '../problems.ts';
import type { BuildHead, BuildWords } from './build.ts';

export interface ImportOptions {
	/** EDTF day on which the events enter the dataset. */
	readonly added: string;
	/** What the dataset is called and whose it is; what is left out comes from the files. */
	readonly head?: Partial<Omit<BuildHead, 'added' | 'language'>>;
	readonly words?: BuildWords;
	/** Of files that could not be opened; they are listed with the others. */
	readonly problems?: readonly Problem[];
	/** Names of all files in the order in which their problems are listed; absent: that of the tables. */
	readonly files?: readonly string[];
}

/** Numbers of event records: `read = accepted + repaired + rejected`. The last three are of those that were loaded. */
export interface ImportCounts extends Counts {
	readonly undated: number;
	/** Without a position on the map, though perhaps with the name of a place. */
	readonly unplaced: number;
	/** Places with a position or a name. */
	readonly places: number;
}

/** A row that was not loaded, with the errors that are the reason. */
export interface RejectedRow {
	readonly table: Table;
	readonly row: Row;
	readonly reasons: readonly Problem[];
}

export interface ImportResult {
	/** `null`: no event could be loaded. */
	readonly dataset: Dataset | null;
	/** In the order of files, then lines or records. */
	readonly problems: readonly Problem[];
	readonly counts: ImportCounts;
	/** In the order of files and rows. */
	readonly rejected: readonly RejectedRow[];
}

export interface Progress {
	/** Rows that are done, of `total`; each is looked at twice. */
	readonly done: number;
	readonly total: number;
}
