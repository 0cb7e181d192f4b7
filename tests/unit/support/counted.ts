import type { BinEdges } from '../../../src/lib/core/bins.ts';
import type { InlineCatalogue } from '../../../src/lib/core/catalogue.ts';
import { createColumns } from '../../../src/lib/core/create-columns.ts';
import { countBins, type Histogram } from '../../../src/lib/core/histogram.ts';

/** The events of a small dataset by bin and category; `broken` as in a result. */
export function counted(catalogue: InlineCatalogue, edges: BinEdges, broken: Uint16Array | null = null): Histogram {
	const slots = catalogue.dataset.categories.map(({ slot }) => slot);
	return countBins(createColumns(catalogue), slots, edges, broken);
}
