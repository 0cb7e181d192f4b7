import { getContext, setContext } from 'svelte';
import type { ImportSession } from '$lib/import/session.ts';
import type { PageDataset } from './start.ts';

/** What a person types. */
interface Command {
	readonly line: string;
	/** Saves the mapping file that the line names; `null`: it names none. */
	readonly saveMapping: (() => void) | null;
}

/** A dataset that a reader has opened, and that lives in this page alone. */
export interface OwnDataset {
	/** Unlike that of any other, of another visit too: entries of the history are marked with it. */
	readonly id: string;
	readonly data: PageDataset;
	/** What publishes it. */
	readonly command: Command;
	/** Records of the files that could not be read, and are not in it. */
	readonly rejected: number;
}

/** What the page knows of data that the reader opens; the rest is loaded when it is wanted (OwnData.svelte). */
export class OwnData {
	/** The dialog is open. */
	isOpen = $state(false);
	/** Shown instead of the published dataset. */
	shown: OwnDataset | null = $state.raw(null);
	/** The last one that was shown: Forward leads to it again. */
	kept: OwnDataset | null = null;
	/** Lives on behind the dashboard, so that the import can be changed. */
	session: ImportSession | null = null;
}

const KEY = Symbol('own-data');

export function provideOwnData(): OwnData {
	return setContext(KEY, new OwnData());
}

export function useOwnData(): OwnData {
	return getContext<OwnData>(KEY);
}
