import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InlineCatalogue } from '$lib/core/catalogue.ts';
import { createColumns } from '$lib/core/create-columns.ts';
import { joined } from '../support/joined.ts';
import { NO_FILTER, type Filter } from '$lib/core/filter.ts';
import { activeRules, without } from '$lib/core/rules.ts';
import { ALWAYS, type Interval } from '$lib/core/interval.ts';
import { ScanEngine } from '$lib/core/scan-engine.ts';
import type { PlaceId } from '$lib/core/model.ts';
import { smallestWidening, type Widening } from '$lib/core/widen.ts';
import { dataset, day, plainFilter } from '../support/arbitraries.ts';
import { catalogueOf, event } from './support.ts';

const DAY = 86_400_000;
const span = (from: string, to: string): Interval => ({ start: Date.parse(from), end: Date.parse(to) + DAY });

function applied(step: Widening, filter: Filter): Filter {
	switch (step.kind) {
		case 'window':
			return { ...filter, window: step.window };
		case 'drop':
			return without(filter, [step.rule]);
		case 'clear':
			return { ...NO_FILTER, window: filter.window };
		case 'everything':
			return NO_FILTER;
	}
}

const listed = (catalogue: InlineCatalogue, filter: Filter): number => new ScanEngine(catalogue).query(filter).count;

const widened = (filter: Filter, catalogue: InlineCatalogue): Widening | null =>
	smallestWidening(filter, new ScanEngine(catalogue).query(filter), createColumns(catalogue));

/** Filters that often list nothing: few events, narrow windows. */
const narrow: fc.Arbitrary<Filter> = fc
	.record({ filter: plainFilter, a: day, length: fc.integer({ min: 0, max: 40 }), has: fc.boolean() })
	.map(({ filter, a, length, has }) => ({
		...filter,
		window: has ? { start: Date.parse(a), end: Date.parse(a) + (length + 1) * DAY } : ALWAYS
	}));

describe('the smallest widening', () => {
	it('always lists something, exactly as many as it says, and no smaller single step does', () => {
		fc.assert(
			fc.property(dataset, narrow, (data, filter) => {
				const catalogue = joined(data);
				const step = widened(filter, catalogue);
				if (listed(catalogue, filter) > 0 || data.events.length === 0) {
					expect(step).toBeNull();
					return;
				}
				if (step === null) throw new Error('no way out');
				expect(step.gain).toBeGreaterThan(0);
				expect(listed(catalogue, applied(step, filter))).toBe(step.gain);

				const allTime = { ...filter, window: ALWAYS };
				const dated = catalogue.events.filter(
					(item) => item.when !== null && new ScanEngine(catalogue).query(allTime).lists(item.row)
				);
				const drops = activeRules(filter).map((rule) => listed(catalogue, without(filter, [rule])));
				if (step.kind === 'window') {
					// As far as the nearest one and no further: up to its edge there is nothing.
					const gaps = dated.flatMap(({ matches }) =>
						matches.map((m) => Math.max(filter.window.start - m.end, m.start - filter.window.end))
					);
					const gap = Math.min(...gaps);
					const reached = { start: filter.window.start - gap, end: filter.window.end + gap };
					expect(listed(catalogue, { ...filter, window: reached })).toBe(0);
					expect(Number(step.window.start < filter.window.start) + Number(step.window.end > filter.window.end)).toBe(1);
				} else {
					expect(dated).toEqual([]);
					const useful = drops.filter((count) => count > 0);
					if (step.kind === 'drop') expect(step.gain).toBe(Math.min(...useful));
					else expect(useful).toEqual([]);
					if (step.kind === 'everything') {
						expect(listed(catalogue, { ...NO_FILTER, window: filter.window })).toBe(0);
					}
				}
			}),
			{ numRuns: 1000 }
		);
	});

	const catalogue = catalogueOf([
		event('early', '1963'),
		event('late', '2025-02'),
		event('open', '2030/..'),
		event('never', undefined, { places: [{ place: 'here' as PlaceId, role: 'at' }] })
	]);
	const window = (interval: Interval): Filter => ({ ...NO_FILTER, window: interval });

	it('takes the nearest period in whole', () => {
		expect(widened(window(span('2025-03-10', '2025-03-20')), catalogue)).toEqual({
			kind: 'window',
			window: span('2025-02-01', '2025-03-20'),
			gain: 1
		});
		expect(widened(window(span('1950-01-01', '1950-12-31')), catalogue)).toEqual({
			kind: 'window',
			window: span('1950-01-01', '1963-12-31'),
			gain: 1
		});
	});

	it('takes of an endless period the nearest day', () => {
		expect(widened(window(span('2029-01-01', '2029-12-30')), catalogue)).toEqual({
			kind: 'window',
			window: span('2029-01-01', '2030-01-01'),
			gain: 1
		});
	});

	it('opens a side that no link could name', () => {
		const far = catalogueOf([event('far', 'Y-300000')]);
		expect(widened(window(span('2025-01-01', '2025-01-01')), far)).toEqual({
			kind: 'window',
			window: { start: -Infinity, end: Date.parse('2025-01-02') },
			gain: 1
		});
	});

	it('gives the window up where only an undated event would be left', () => {
		const filter = { ...window(span('2025-02-01', '2025-02-28')), places: ['here' as PlaceId] };
		expect(widened(filter, catalogue)).toEqual({ kind: 'drop', rule: 'window', gain: 1 });
	});

	it('drops the rule that brings the fewest, the first of equals', () => {
		const filter: Filter = { ...NO_FILTER, places: ['here' as PlaceId], query: 'late' };
		expect(widened(filter, catalogue)).toEqual({ kind: 'drop', rule: 'places', gain: 1 });
	});

	it('clears the filters where no single one is in the way, and all when the window is too', () => {
		const filter: Filter = { ...NO_FILTER, statuses: ['planned'], query: 'nothing of the kind' };
		expect(widened(filter, catalogue)).toEqual({ kind: 'clear', gain: 4 });
		expect(widened({ ...filter, window: span('1970-01-01', '1970-01-02') }, catalogue)).toEqual({
			kind: 'everything',
			gain: 4
		});
	});

	it('is none where there is nothing to list', () => {
		expect(widened(window(span('2025-01-01', '2025-01-02')), catalogueOf([]))).toBeNull();
	});
});
