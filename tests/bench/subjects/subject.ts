import type { BenchData, Counts, Script, Step } from '../data.ts';

/** One library doing the step of a scrub its own way, in the page. */
export interface Subject {
	/** Those that it can follow; all when it says nothing. */
	readonly scripts?: readonly Script[];
	/** Ends when the counts, or the pixels, are those of the window. */
	step(step: Step): void | Promise<void>;
	/** What the last step came to, as far as this one counts it; outside of what is timed. */
	read?(): Partial<Counts>;
	/** Rows that steps have had to touch since the last call. */
	touched?(): number;
	/** Pixels that are not as the empty map's: whether what the last step came to is there to be seen. */
	drawn?(): number;
	/** Where a step reads a file: its bytes, which are no part of what it holds on to. */
	file?(): Uint8Array;
	/** What it holds on to besides; named here, as the build leaves out what nobody can read. */
	held?(): unknown;
	free?(): void | Promise<void>;
}

export type MakeSubject = (data: BenchData) => Subject | Promise<Subject>;
