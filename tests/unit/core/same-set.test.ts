import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bounds } from '../../../src/lib/core/bounds.ts';
import type { InlineCatalogue } from '../../../src/lib/core/catalogue.ts';
import { CellTally, positionsOfRows } from '../../../src/lib/core/cell-tally.ts';
import { cellsAt, orderPlaces } from '../../../src/lib/core/cells.ts';
import { createColumns } from '../../../src/lib/core/create-columns.ts';
import { FACETS, VALUES_OF } from '../../../src/lib/core/facets.ts';
import { compileFilter, NO_FILTER, RULE, type Filter } from '../../../src/lib/core/filter.ts';
import { without } from '../../../src/lib/core/rules.ts';
import { overlaps } from '../../../src/lib/core/interval.ts';
import { ScanEngine } from '../../../src/lib/core/scan-engine.ts';
import { STATUSES, type EventId, type PlaceId } from '../../../src/lib/core/model.ts';
import { sortedSet } from '../../../src/lib/core/view-codec.ts';
import { filters as words } from '../../../src/lib/i18n/en/filters.ts';
import { groupEvents } from '../../../src/lib/list/groups.ts';
import { inOrder, rowsBetween } from '../../../src/lib/list/order.ts';
import { PAGE_SIZE, pageCount } from '../../../src/lib/list/paging.ts';
import { countOf, placeOrder, ringSegments } from '../../../src/lib/map/marks.ts';
import { toWorld } from '../../../src/lib/map/projection.ts';
import { Counter } from '../../../src/lib/timeline/counter.ts';
import { countedCategories, countsRows } from '../../../src/lib/timeline/counts.ts';
import { datasetNamed, whyMissing, type DatasetName } from '../../support/datasets.ts';
import { joined } from '../support/joined.ts';
import { listedIds } from '../support/listed.ts';
import { createPictures } from '../timeline/support.ts';

/**
 * What the list shows, what the map marks, what the timeline draws and counts, what the status line says and what stands
 * behind each facet: one set in one order, whatever the filter. Each is worked out by the product's own functions, and
 * beside them, event by event, from the one predicate.
 */

/** How many filters, and whether the timeline's bars are looked at one by one, which takes a query for each. */
const DATASETS: readonly (readonly [name: DatasetName, filters: number])[] = [
	['data', 3500],
	['small', 2000],
	['uncertain', 2700],
	['undated', 400],
	['one-instant', 400],
	['one-day', 490],
	['millennium', 500],
	['quakes', 10]
];

describe.each(DATASETS)('%s', (name, numRuns) => {
	const why = whyMissing(name);

	it.skipIf(why !== null)(
		`list, map, timeline, table, words and facets agree on ${numRuns} filters`,
		() => {
			const catalogue = joined(datasetNamed(name));
			const engine = new ScanEngine(catalogue);
			const counter = new Counter(catalogue);
			const { dataset } = catalogue;
			const places = orderPlaces(dataset.places, toWorld);
			const along = positionsOfRows(places, createColumns(catalogue));
			const edges = catalogue.extent === null ? null : createPictures(catalogue, 1280)().bins.edges;
			fc.assert(
				fc.property(filterOf(catalogue), fc.nat(), (filter, seed) => {
					const broken = compileFilter(filter, catalogue);
					const listed = catalogue.events.filter((item) => broken(item) === 0);
					const ids = listed.map(({ event }) => event.id);
					const result = engine.query(filter);
					expect(listedIds(result, catalogue)).toEqual(ids);

					// The list: every row once, on pages and under headings, in one order and in the other.
					for (const direction of ['asc', 'desc'] as const) {
						const list = inOrder(result, catalogue, direction);
						const pages = Array.from({ length: pageCount(list.count) }, (_, page) =>
							rowsBetween(list, page * PAGE_SIZE, (page + 1) * PAGE_SIZE).flatMap((row) => catalogue.events[row] ?? [])
						);
						const shown = pages.flatMap((page) => groupEvents(page).flatMap(({ items }) => items.map(({ id }) => id)));
						expect(shown).toEqual(direction === 'asc' ? ids : turned(listed));
					}

					// The map: the number of each place, its ring, and how many places have a mark.
					const there = new Map<PlaceId, number>();
					for (const { places } of listed)
						for (const place of new Set(places)) there.set(place, (there.get(place) ?? 0) + 1);
					const found = dataset.places.map(({ id }, place) => {
						const count = countOf(result, place);
						const ring = ringSegments(count, dataset.categories);
						return [id, count.total, sum(ring.map(({ events }) => events))];
					});
					expect(found).toEqual(dataset.places.map(({ id }) => [id, there.get(id) ?? 0, there.get(id) ?? 0]));
					expect(result.places).toHaveLength(found.length);
					// Where there are too many for each to have a mark, the events of the cells they stand in, each once.
					for (const level of [0, 4, 9]) {
						const cells = cellsAt(places, level);
						const tally = new CellTally(along, cells, dataset.categories.length);
						result.bring(tally);
						const expected = Array.from(tally.totals, (_, cell) => {
							const indices = [...places.place.slice(cells.at[cell], cells.at[cell + 1])];
							const own = new Set(indices.map((index) => dataset.places[index]?.id));
							return listed.filter((item) => item.places.some((id) => own.has(id))).length;
						});
						expect([...tally.totals]).toEqual(expected);
						expect(sum([...tally.byCategory])).toBe(sum(expected));
					}

					// The status line, and what it says is hidden for want of a date.
					const said = words.status(result.count, result.total).match(/[\d,]+/g) ?? [];
					expect(said.map((number) => Number(number.replaceAll(',', '')))).toEqual([
						ids.length,
						catalogue.events.length
					]);
					const undated = catalogue.events.filter((item) => item.when === null && broken(item) === RULE.window);
					expect(result.hidden.undated).toBe(undated.length);

					// Each facet, by every rule but its own.
					for (const facet of FACETS) {
						const counts = new Map<string, number>();
						for (const item of catalogue.events)
							if ((broken(item) & ~RULE[facet]) === 0)
								for (const value of VALUES_OF[facet](item)) counts.set(value, (counts.get(value) ?? 0) + 1);
						const values: readonly string[] = facet === 'statuses' ? STATUSES : dataset[facet].map(({ id }) => id);
						expect([...result.facet(facet)]).toEqual(values.map((value) => counts.get(value) ?? 0));
					}

					// The timeline counts what passes all but the window: bars and undated events together are that list.
					const scope = without(filter, ['window']);
					const inScope = engine.query(scope);
					if (edges === null) return;
					const histogram = counter.count(edges, inScope.broken);
					const withoutDate = catalogue.events.filter(({ when, row }) => when === null && inScope.lists(row)).length;
					expect(histogram.events + withoutDate).toBe(inScope.count);
					// The table says the same, by category too; and a window of one of its periods lists as many as it counts.
					const categories = countedCategories(histogram, dataset.categories);
					const rows = countsRows(histogram, categories);
					for (const row of rows) {
						expect(row.certain + row.possible).toBe(row.total);
						if (categories.length > 0) expect(sum(row.byCategory)).toBe(row.total);
					}
					const row = rows[seed % Math.max(rows.length, 1)];
					if (row !== undefined) expect(engine.query({ ...scope, window: row.period }).count).toBe(row.total);
					// And no event of the list is in none of the periods that the window touches.
					const touched = rows.filter(({ period }) => overlaps(period, filter.window));
					if (ids.length - listed.filter(({ when }) => when === null).length > 0) expect(touched).not.toEqual([]);
				}),
				{ numRuns, seed: 20_251_014 }
			);
		},
		120_000
	);
});

describe('in the order of the list', () => {
	it.each(['data', 'small', 'uncertain', 'millennium'] as const)(
		'%s: the marks of the timeline, whatever is counted',
		(name) => {
			const catalogue = joined(datasetNamed(name));
			const at = new Map(catalogue.events.map(({ event }, index) => [event.id, index]));
			const shown = createPictures(catalogue, 1280)().marks.map(({ id }) => id);
			expect(shown).toEqual(shown.toSorted((a, b) => (at.get(a) ?? 0) - (at.get(b) ?? 0)));
		}
	);

	it('places: as the events name them first, each once, and those of no event last', () => {
		const catalogue = joined(datasetNamed('data'));
		const named: PlaceId[] = [];
		for (const { event } of catalogue.events)
			for (const { place } of event.places) if (!named.includes(place)) named.push(place);
		const order = placeOrder(createColumns(catalogue), catalogue.dataset.places);
		expect(order.slice(0, named.length)).toEqual(named);
		expect(order.toSorted()).toEqual([...catalogue.placeById.keys()].sort());
	});
});

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}

/** Newest first, and what has no date last all the same. */
function turned(items: InlineCatalogue['events']): readonly EventId[] {
	const [dated, undated] = [items.filter(({ when }) => when !== null), items.filter(({ when }) => when === null)];
	return [...dated.map(({ event }) => event.id).reverse(), ...undated.map(({ event }) => event.id)];
}

/** Filters that this dataset can answer: its own ids, words of its own titles, dates around its own. */
function filterOf({ dataset, events, extent }: InlineCatalogue): fc.Arbitrary<Filter> {
	const some = <T extends string>(ids: readonly T[]): fc.Arbitrary<readonly T[]> =>
		fc.oneof(
			{ weight: 3, arbitrary: fc.constant<readonly T[]>([]) },
			fc.array(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 }).map((list) => sortedSet([...new Set(list)]))
		);
	const of = <T extends string>(records: readonly { readonly id: T }[]): fc.Arbitrary<readonly T[]> =>
		records.length === 0 ? fc.constant([]) : some(records.map(({ id }) => id));
	const boundaries = events
		.flatMap(({ matches }) => matches.flatMap(({ start, end }) => [start, end]))
		.filter(Number.isFinite);
	const { start, end } = extent ?? { start: 0, end: 1 };
	const second = (ms: number): number => Math.round(ms / 1000) * 1000;
	const instant = fc.oneof(
		...(boundaries.length === 0 ? [] : [fc.constantFrom(...boundaries)]),
		fc.double({ min: -0.1, max: 1.1, noNaN: true }).map((share) => start + share * (end - start))
	);
	const window = fc
		.tuple(fc.option(instant.map(second), { nil: -Infinity }), fc.option(instant.map(second), { nil: Infinity }))
		.map(([a, b]) => ({ start: Math.min(a, b), end: a === b ? b + 86_400_000 : Math.max(a, b) }));
	const titles = events
		.slice(0, 500)
		.flatMap(({ event }) => Object.values(event.title).flatMap((text) => text.split(/\s+/)));
	const query = fc.oneof(
		{ weight: 3, arbitrary: fc.constant('') },
		fc.constantFrom(...titles).map((word) => word.slice(0, 4))
	);
	const coordinate = (limit: number): fc.Arbitrary<number> => fc.integer({ min: -limit, max: limit });
	const bounds: fc.Arbitrary<Bounds> = fc
		.tuple(coordinate(180), coordinate(90), coordinate(180), coordinate(90))
		.map(([west, a, east, b]) => ({ west, south: Math.min(a, b), east, north: Math.max(a, b) }));
	return fc.record({
		window: fc.oneof(fc.constant(NO_FILTER.window), { weight: 2, arbitrary: window }),
		places: of(dataset.places),
		categories: of(dataset.categories),
		actors: of(dataset.actors),
		sources: of(dataset.sources),
		statuses: some(STATUSES),
		query,
		known: fc.option(instant.map(second), { freq: 4 }),
		bounds: fc.option(bounds, { freq: 4 })
	});
}
