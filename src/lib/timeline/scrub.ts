import type { Interval } from '$lib/core/interval.ts';
import type { Explorer } from '$lib/state/explorer.svelte.ts';

/** Steps that follow each other this closely are one; in this time a click may still become a double click. */
const PAUSE_MS = 400;

/**
 * Windows set one after the other by keys, buttons and clicks: each is shown at once, and a pause after the last one
 * commits them all as one step of history.
 */
export class Scrub {
	readonly #explorer: Explorer;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(explorer: Explorer) {
		this.#explorer = explorer;
	}

	get isPending(): boolean {
		return this.#timer !== undefined;
	}

	/** ms, half-open. */
	set(window: Interval): void {
		this.#explorer.previewWindow(window);
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.commit(), PAUSE_MS);
	}

	/** Without waiting for the pause. */
	commit(): void {
		if (this.#end()) this.#explorer.commitWindow();
	}

	/** Back to the window before the first of them; false when there is none. */
	cancel(): boolean {
		if (!this.#end()) return false;
		this.#explorer.cancelPreview();
		return true;
	}

	destroy(): void {
		this.#end();
	}

	#end(): boolean {
		if (!this.isPending) return false;
		clearTimeout(this.#timer);
		this.#timer = undefined;
		return true;
	}
}
