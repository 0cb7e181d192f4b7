import { getContext, setContext, type Snippet } from 'svelte';
import type Shell from './Shell.svelte';

/** What is not the same where the dashboard stands in a frame of another page (`[[lang]]/embed/`). */
export interface Frame {
	/** Takes the place of `Shell.svelte`. */
	readonly Layout: typeof Shell;
	/** Takes the place of the header. `isReady`: the link has been read, or the dataset opens with its own view. */
	readonly head: Snippet<[isReady: boolean]>;
}

const KEY = Symbol('frame');

export function provideFrame(frame: Frame): void {
	setContext(KEY, frame);
}

/** `undefined`: the page stands by itself. */
export function useFrame(): Frame | undefined {
	return getContext<Frame | undefined>(KEY);
}
