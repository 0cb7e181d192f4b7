import { getContext, setContext } from 'svelte';
import type { Explorer } from './explorer.svelte.ts';

const KEY = Symbol('explorer');

/** Makes the page's explorer known to every view below. */
export function provideExplorer(explorer: Explorer): Explorer {
	return setContext(KEY, explorer);
}

export function useExplorer(): Explorer {
	return getContext<Explorer>(KEY);
}
