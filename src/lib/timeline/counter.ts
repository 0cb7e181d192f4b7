import type { BinEdges } from '$lib/core/bins.ts';
import type { InlineCatalogue } from '$lib/core/catalogue.ts';
import { countBins, createHistogramRows, type Histogram, type HistogramRows } from '$lib/core/histogram.ts';

/** Counts the events that a filter lists by bin and category, for the timeline alone: nothing else needs to load it. */
export class Counter {
	readonly #catalogue: InlineCatalogue;
	/** Made when the first bins are asked for: a few dozen milliseconds for 20,000 events. */
	#rows: HistogramRows | null = null;

	constructor(catalogue: InlineCatalogue) {
		this.#catalogue = catalogue;
	}

	/** `broken`: as in a Result, what breaks nothing counts; `null` counts everything. */
	count(edges: BinEdges, broken: Uint16Array | null): Histogram {
		this.#rows ??= createHistogramRows(this.#catalogue);
		return countBins(this.#rows, edges, broken === null ? null : Uint8Array.from(broken, (rules) => (rules === 0 ? 1 : 0)));
	}
}
