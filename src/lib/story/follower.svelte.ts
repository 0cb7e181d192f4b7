import type { View } from '$lib/core/view.ts';
import type { Explorer } from '$lib/state/explorer.svelte.ts';
import type { MapPort } from '$lib/state/map-port.svelte.ts';

/**
 * Shows steps by restoring their views: it writes nothing else, and no history. Whatever is committed beside it is the reader's own
 * doing, and stays until the next step is read or the reader wants this one back.
 */
export class Follower {
	readonly #explorer: Explorer;
	readonly #port: Pick<MapPort, 'travel'>;
	/** The view was restored, and what it lists is not known yet: the map waits. */
	#isWaiting = $state(false);
	#isChanged = $state(false);

	constructor(explorer: Explorer, port: Pick<MapPort, 'travel'>) {
		this.#explorer = explorer;
		this.#port = port;
	}

	/** The reader has touched map, timeline or list: what is shown is no more the step's view. */
	get isChanged(): boolean {
		return this.#isChanged;
	}

	/** Hears of what the reader does. Returns what ends it. */
	follow(): () => void {
		this.#explorer.onCommit = () => (this.#isChanged = true);
		return () => (this.#explorer.onCommit = null);
	}

	show(view: View): void {
		this.#explorer.restore(view);
		this.#isChanged = false;
		this.#isWaiting = this.#explorer.isPending;
		// At once, before the map hears of the view, which it would jump to.
		if (!this.#isWaiting) this.#port.travel();
	}

	/** To be called in an effect: the map follows when the answer is there. */
	settle(): void {
		if (!this.#isWaiting || this.#explorer.isPending) return;
		this.#isWaiting = false;
		this.#port.travel();
	}
}
