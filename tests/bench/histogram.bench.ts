import { bench, describe } from 'vitest';
import { binEdges } from '../../src/lib/core/bins.ts';
import { NO_FILTER } from '../../src/lib/core/filter.ts';
import { countBins, createHistogramRows } from '../../src/lib/core/histogram.ts';
import { ScanEngine } from '../../src/lib/core/scan-engine.ts';
import type { CategoryId } from '../../src/lib/core/model.ts';
import { joined } from '../unit/support/joined.ts';
import { syntheticDataset } from './synthetic.ts';

const TEN_YEARS = { start: Date.UTC(2015, 0), end: Date.UTC(2025, 0) };

for (const events of [1_000, 23_000, 100_000]) {
	const catalogue = joined(syntheticDataset(events, 100));
	const rows = createHistogramRows(catalogue);
	const engine = new ScanEngine(catalogue);
	const filter = { ...NO_FILTER, categories: ['category-1' as CategoryId] };
	describe(`a histogram of ${events} events in eight categories`, () => {
		bench('made ready', () => void createHistogramRows(catalogue));
		for (const step of ['day', 'week', 'month', 'year'] as const) {
			const edges = [binEdges(TEN_YEARS, step)];
			bench(`by ${step}`, () => void countBins(rows, edges, null));
		}
		const edges = [binEdges(TEN_YEARS, 'week')];
		bench('by week, of one category: the same filter', () => void countBins(rows, edges, engine.passing(filter)));
		bench('by week, of one category: a new filter', () => {
			countBins(rows, edges, engine.passing({ ...filter, categories: [...filter.categories] }));
		});
	});
}
