import { expect, it } from 'vitest';
import { NO_FILTER } from '../../../src/lib/core/filter.ts';
import { ScanEngine } from '../../../src/lib/core/scan-engine.ts';
import { Counter } from '../../../src/lib/timeline/counter.ts';
import { pictureOf, realCatalogue } from './support.ts';

it('counts what the engine lists, each once however long it lasts, and all without a filter', () => {
	const engine = new ScanEngine(realCatalogue);
	const counter = new Counter(realCatalogue);
	const { edges } = pictureOf(realCatalogue).bins;
	const planned = { ...NO_FILTER, statuses: ['planned' as const] };
	expect(counter.count(edges, null).events).toBe(16);
	expect(counter.count(edges, engine.query(NO_FILTER).broken).events).toBe(16);
	const result = engine.query(planned);
	const histogram = counter.count(edges, result.broken);
	expect(result.count).toBe(3);
	expect(histogram.events).toBe(result.count);
	// What is planned may come to nothing.
	expect(histogram.certainInBin.every((count) => count === 0)).toBe(true);
});

it('gives the counts that it has as long as bins and rules are the same', () => {
	const engine = new ScanEngine(realCatalogue);
	const counter = new Counter(realCatalogue);
	const { edges } = pictureOf(realCatalogue).bins;
	const { broken } = engine.query({ ...NO_FILTER, statuses: ['planned'] });
	const all = counter.count(edges, null);
	const planned = counter.count(edges, broken);
	expect(planned).not.toBe(all);
	const same = edges.map((list) => list.slice());
	expect([counter.count(same, null), counter.count(same, broken)]).toEqual([all, planned]);
	expect(counter.count(same, broken)).toBe(planned);
	expect(counter.count(same.slice(0, -1), null)).not.toBe(all);
	expect(counter.count(same.slice(0, -1), null).events).toBeLessThanOrEqual(all.events);
});
