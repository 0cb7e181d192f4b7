import type { Size } from './pages/harness.ts';
import type { Group, Measured } from './statistics.ts';

/** What is known of a subject beside its steps. */
export interface Setup {
	readonly group: Group;
	readonly subject: string;
	readonly size: Size;
	/** ms to make it, with one first step. */
	readonly readyMs: number;
	/** MB of objects and buffers that it holds on to. */
	readonly heapMb: number;
	/** MB of the file that it reads, as it is; 0: none. */
	readonly fileMb: number;
}

/** What was there before many steps and after them. */
export interface Soak {
	readonly subject: string;
	readonly steps: number;
	/** MB. */
	readonly heap: readonly [before: number, after: number];
	readonly listeners: readonly [before: number, after: number];
}

/** A subject that was not measured to the end. What it has done before stays. */
export interface Failure {
	readonly group: Group;
	readonly subject: string;
	readonly events: number;
	readonly places: number;
	/** In a sentence or a few words. */
	readonly why: string;
}

/** What the application takes to open. */
export interface Opening {
	/** ms from the last byte of the columns of a million events to the first picture of all of them. */
	readonly usableMs: number;
}

/** Of the dataset that the product comes with: what comes before anything is asked for. */
export interface FirstLoad {
	/** Events in the list without JavaScript, of all. */
	readonly readable: number;
	readonly events: number;
	/** kB of scripts, as they were sent, before the first one of the map was asked for. */
	readonly scriptKb: number;
	/** As Chromium counts it. */
	readonly layoutShift: number;
	/** Whether the map's library came only after the list stood. */
	readonly isMapLazy: boolean;
}

/** All that has been measured so far: written to while the benchmark runs, so that what is there is never lost. */
export interface Findings {
	readonly measured: Measured[];
	readonly setups: Setup[];
	readonly soaks: Soak[];
	readonly failures: Failure[];
	/** MB of the file of columns for a million events, as a host sends it; NaN: not measured. */
	packedMb: number;
	opening: Opening | null;
	firstLoad: FirstLoad | null;
}

export function noFindings(): Findings {
	return {
		measured: [],
		setups: [],
		soaks: [],
		failures: [],
		packedMb: NaN,
		opening: null,
		firstLoad: null
	};
}
