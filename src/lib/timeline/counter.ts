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
	/** The last ones: bars are made anew for many a reason, and mostly have the same edges. */
	#kept: readonly Kept[] = [];

	constructor(catalogue: Catalogue) {
		this.#catalogue = catalogue;
		this.#slots = catalogue.dataset.categories.map(({ slot }) => slot);
	}

	/** `broken`: as in a Result, what breaks nothing counts; `null` counts everything. */
	count(edges: BinEdges, broken: Uint16Array | null): Histogram {
		const known = this.#kept.find((one) => one.broken === broken && haveSameEdges(one.edges, edges));
		if (known !== undefined) return known.histogram;
		this.#columns ??= columnsOf(this.#catalogue);
		const histogram = countBins(this.#columns, this.#slots, edges, broken);
		this.#kept = [{ edges, broken, histogram }, ...this.#kept].slice(0, MOST_KEPT);
		return histogram;
	}
}

interface Kept {
	readonly edges: BinEdges;
	readonly broken: Uint16Array | null;
	readonly histogram: Histogram;
}

/** Those of the bars, listed and all, and of the table. */
const MOST_KEPT = 3;

function haveSameEdges(a: BinEdges, b: BinEdges): boolean {
	return (
		a.length === b.length &&
		a.every((list, i) => list.length === b[i]?.length && list.every((edge, k) => edge === b[i]?.[k]))
	);
}
