import type { BinEdges } from '$lib/core/bins.ts';
import type { Catalogue } from '$lib/core/catalogue.ts';
import type { Engine } from '$lib/core/engine.ts';
import { activeRules, type Filter } from '$lib/core/filter.ts';
import { countBins, createHistogramRows, type Histogram, type HistogramRows } from '$lib/core/histogram.ts';

/** Counts the events that a filter lists by bin and category, for the timeline alone: nothing else needs to load it. */
export class Counter {
	readonly #catalogue: Catalogue;
	readonly #engine: Pick<Engine, 'passing'>;
	/** Made when the first bins are asked for: a few dozen milliseconds for 20,000 events. */
	#rows: HistogramRows | null = null;

	constructor(catalogue: Catalogue, engine: Pick<Engine, 'passing'>) {
		this.#catalogue = catalogue;
		this.#engine = engine;
	}

	count(edges: BinEdges, filter: Filter): Histogram {
		this.#rows ??= createHistogramRows(this.#catalogue);
		return countBins(this.#rows, edges, activeRules(filter).length === 0 ? null : this.#engine.passing(filter));
	}
}
