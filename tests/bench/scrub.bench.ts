import { bench, describe } from 'vitest';
import { joined } from '../unit/support/joined.ts';
import { NO_FILTER, type Filter } from '../../src/lib/core/filter.ts';
import { ScanEngine } from '../../src/lib/core/scan-engine.ts';
import { decodeView, encodeView } from '../../src/lib/core/view-codec.ts';
import { syntheticDataset } from './synthetic.ts';

const DAY_MS = 86_400_000;
const MONTH_MS = 30 * DAY_MS;
const START = Date.UTC(2015, 0, 1);

/** A window of thirty days that slides on by a day at each step, and starts again at the end of the ten years. */
function slider(filter: Filter): () => Filter {
	let step = 0;
	return () => {
		const start = START + (step++ % 3600) * DAY_MS;
		return { ...filter, window: { start, end: start + MONTH_MS } };
	};
}

for (const [events, places] of [
	[16, 5],
	[1_000, 100],
	[10_000, 1_000],
	[100_000, 1_000]
] as const) {
	const catalogue = joined(syntheticDataset(events, places));
	const engine = new ScanEngine(catalogue);
	describe(`one step of a scrub, ${events} events at ${places} places`, () => {
		const plain = slider(NO_FILTER);
		bench('time window alone', () => void engine.query(plain()));
		const filtered = slider({ ...decodeView('category=category-1,category-2&q=place').view.filter });
		bench('with a category and a search', () => void engine.query(filtered()));
	});
}

describe('the link', () => {
	const query = 'from=2024-12&to=2025-02&place=damascus,moscow&q=talks&map=3.5/45/35&order=desc';
	const { view } = decodeView(query);
	bench('decode', () => void decodeView(query));
	bench('encode', () => void encodeView(view));
});
