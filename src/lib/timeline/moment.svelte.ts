import { GRANULARITIES, periodAt } from '$lib/core/granularity.ts';
import { sameInterval, type Interval } from '$lib/core/interval.ts';
import { closeWindow } from '$lib/core/window.ts';
import type { PlayMode } from '$lib/core/view.ts';
import type { Explorer } from '$lib/state/explorer.svelte.ts';
import { momentAt, type BrushAxis } from './brush-model.ts';

/**
 * The window as a single moment: one day, month or year, whichever unit is shown, that both handles move as one. It ends
 * when it is switched off, which brings back the window from before, and when something else sets a longer window.
 */
export class Moment {
	readonly #explorer: Explorer;
	#isAsked = $state(false);
	#before: { readonly window: Interval; readonly play: PlayMode } | null = null;

	readonly isOn: boolean = $derived.by(() => this.#isAsked && isOnePeriod(this.#explorer.view.filter.window));

	constructor(explorer: Explorer) {
		this.#explorer = explorer;
	}

	/** `axis` says which unit is shown where. The moment begins at the end of what the window holds. */
	toggle(axis: BrushAxis): void {
		const explorer = this.#explorer;
		if (this.isOn) {
			this.#isAsked = false;
			if (this.#before === null) return;
			explorer.setDisplay({ play: this.#before.play });
			explorer.setWindow(this.#before.window);
			return;
		}
		const { play, filter } = explorer.view;
		const { window } = filter;
		this.#before = { window, play };
		this.#isAsked = true;
		explorer.setWindow(momentAt(closeWindow(window, axis.steps.limits).end - 1, axis));
		explorer.setDisplay({ play: 'instant' });
	}

	/** To be called once something else has set a longer window: a single period set later is no moment by itself. */
	end(): void {
		this.#isAsked = false;
	}
}

function isOnePeriod(window: Interval): boolean {
	return (
		Number.isFinite(window.start) && GRANULARITIES.some((unit) => sameInterval(periodAt(window.start, unit), window))
	);
}
