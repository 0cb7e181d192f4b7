import type { Fault } from '$lib/io/paged.ts';

/** How far a large dataset has come, and what is in its way. */
export class Opening {
	/** Of what has to be fetched before anything can be filtered, from 0 to 1; `null`: it is here, or comes with the page. */
	share: number | null = $state(null);
	fault: Fault | null = $state.raw(null);
	/** Of the words that a search is looking for, from 0 to 1; `null`: nothing is looked for. */
	search: number | null = $state(null);
	/** What became of the worker. */
	trouble: 'restarted' | 'here' | null = $state(null);
	/** There is something to say of it. */
	readonly isSaid = $derived(
		this.share !== null || this.fault !== null || this.search !== null || this.trouble !== null
	);
	/** Tries again what `fault` was in the way of. */
	retry: () => void = () => undefined;
}
