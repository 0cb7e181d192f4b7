import type { BinEdges } from '$lib/core/bins.ts';
import type { Catalogue } from '$lib/core/catalogue.ts';
import type { Columns } from '$lib/core/columns.ts';
import { columnsOf } from '$lib/core/create-columns.ts';
import { countBins, type Histogram } from '$lib/core/histogram.ts';

/** Counts the events that a filter lists by bin and category, for the timeline alone: nothing else needs to load it. */
export class Counter {
	readonly #catalogue: Catalogue;
	readonly #slots: readonly number[];
	/** Made when the first bins are asked for, where the catalogue comes without. */
	#columns: Columns | null = null;

	constructor(catalogue: Catalogue) {
		this.#catalogue = catalogue;
		this.#slots = catalogue.dataset.categories.map(({ slot }) => slot);
	}

	/** `broken`: as in a Result, what breaks nothing counts; `null` counts everything. */
	count(edges: BinEdges, broken: Uint16Array | null): Histogram {
		this.#columns ??= columnsOf(this.#catalogue);
		return countBins(this.#columns, this.#slots, edges, broken);
	}
}
