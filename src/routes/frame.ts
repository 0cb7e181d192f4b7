import { getContext, hasContext, setContext, type Component } from 'svelte';
import type Shell from './Shell.svelte';

/** What is not the same where the dashboard stands in a frame of another page (`embed/`). */
export interface Frame {
	/** Takes the place of `Shell.svelte`. */
	readonly Layout: typeof Shell;
	/** Takes the place of the header. `isReady`: the link has been read, or the dataset opens with its own view. */
	readonly Head: Component<{ isReady: boolean }>;
}

const KEY = Symbol('frame');

export function provideFrame(frame: Frame): void {
	setContext(KEY, frame);
}

/** `null`: the page stands by itself. */
export function useFrame(): Frame | null {
	return hasContext(KEY) ? getContext<Frame>(KEY) : null;
}
