import type { Table } from '../formats/format.ts';
import type { Problem } from '../problems.ts';

/** What is known of the records of one file that were not loaded. */
export interface RejectedRecords {
	readonly table: Table;
	/** Of each row that was rejected, by its index: why. */
	readonly reasons: ReadonlyMap<number, readonly string[]>;
	/** Errors about records that are not among the rows, as nothing of them could be read. */
	readonly unreadable: readonly Problem[];
}

/** Text of a file, and what its name has beyond that of the first: `-reasons.csv`; empty for the first. */
export interface WrittenPart {
	readonly suffix: string;
	readonly text: string;
}
