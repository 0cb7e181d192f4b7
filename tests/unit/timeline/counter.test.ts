import { expect, it } from 'vitest';
import { NO_FILTER } from '../../../src/lib/core/filter.ts';
import { ScanEngine } from '../../../src/lib/core/scan-engine.ts';
import { Counter } from '../../../src/lib/timeline/counter.ts';
import { pictureOf, realCatalogue } from './support.ts';

it('counts what the engine lists, each once however long it lasts, and all without a filter', () => {
	const engine = new ScanEngine(realCatalogue);
	const counter = new Counter(realCatalogue, engine);
	const { edges } = pictureOf(realCatalogue).bins;
	const planned = { ...NO_FILTER, statuses: ['planned' as const] };
	const result = engine.query(planned);
	expect(counter.count(edges, NO_FILTER).events).toBe(16);
	const histogram = counter.count(edges, planned);
	expect(histogram.events).toBe(result.ids.length);
	// What is planned may come to nothing.
	expect(histogram.certainInBin.every((count) => count === 0)).toBe(true);
});
