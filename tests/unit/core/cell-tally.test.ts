import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InlineCatalogue } from '$lib/core/catalogue.ts';
import { CellTally, largestCell, positionsOfRows } from '$lib/core/cell-tally.ts';
import { cellsAt, LAST_LEVEL, orderPlaces, type CellOrder } from '$lib/core/cells.ts';
import { createColumns } from '$lib/core/create-columns.ts';
import type { Engine, Result } from '$lib/core/engine.ts';
import { compileFilter, NO_FILTER, type Filter } from '$lib/core/filter.ts';
import { Masks } from '$lib/core/masks.ts';
import { MemoryEngine } from '$lib/core/memory-engine.ts';
import type { Dataset, LngLat } from '$lib/core/model.ts';
import { ScanEngine } from '$lib/core/scan-engine.ts';
import { createWindowIndex } from '$lib/core/window-index.ts';
import { mulberry32 } from '../../support/random.ts';
import { joined } from '../support/joined.ts';
import { datedDataset, manyEvents, move } from '../support/moves.ts';
import { textIndexOf } from '../support/text-index.ts';

const toWorld = ([lng, lat]: LngLat) => ({ x: (lng + 180) / 360, y: (90 - lat) / 180 });

/** Places far apart, near each other, at one point and nowhere; events at any of them, at some in two roles. */
function scattered(data: Dataset, seed: number, size: number): Dataset {
	const random = mulberry32(seed);
	const points: (LngLat | null)[] = [];
	for (let i = 0; i < size; i++) {
		const [lng, lat] = points[Math.floor(random() * i)] ?? [0, 0];
		const kind = random();
		if (kind < 0.1) points.push(null);
		else if (kind < 0.25) points.push([lng, lat]);
		else if (kind < 0.6) points.push([lng + random() * 0.01, lat + random() * 0.01]);
		else points.push([random() * 360 - 180, random() * 170 - 85]);
	}
	const made = points.map((point, i) => ({ id: `made-${i}`, name: { en: `Made ${i}` }, point }));
	const some = (): readonly { place: string; role: string }[] => {
		const most = random() < 0.05 ? 30 : 5;
		const ids = Array.from({ length: Math.floor(random() * most) }, () => `made-${Math.floor(random() * size)}`);
		const again = random() < 0.5 ? ids.slice(0, 1) : [];
		return [...ids.map((place) => ({ place, role: 'at' })), ...again.map((place) => ({ place, role: 'about' }))];
	};
	const events = data.events.map((event) => ({ ...event, places: some() }));
	// Ids are branded, which nothing made of plain texts is.
	return { ...data, places: made, events } as unknown as Dataset;
}

function enginesOf(catalogue: InlineCatalogue): readonly Engine[] {
	const columns = createColumns(catalogue);
	const { dataset } = catalogue;
	const index = createWindowIndex(columns, dataset.categories.length);
	const masks = new Masks(columns, dataset, textIndexOf(catalogue));
	return [new MemoryEngine(columns, dataset, masks, index), new ScanEngine(catalogue)];
}

interface Counted {
	readonly totals: readonly number[];
	readonly byCategory: readonly number[];
}

/** Each cell's events by the one predicate, looked for one by one. */
function bruteForce(catalogue: InlineCatalogue, filter: Filter, order: CellOrder, level: number): Counted {
	const { dataset, events } = catalogue;
	const breaks = compileFilter(filter, catalogue);
	const listed = events.filter((item) => breaks(item) === 0);
	const cells = cellsAt(order, level);
	const found = Array.from({ length: cells.size }, (_, cell) => {
		const own = new Set(
			[...order.place.slice(cells.at[cell], cells.at[cell + 1])].map((index) => dataset.places[index]?.id)
		);
		return listed.filter(({ places }) => places.some((id) => own.has(id)));
	});
	return {
		totals: found.map((here) => here.length),
		byCategory: found.flatMap((here) =>
			dataset.categories.map(({ id }) => here.filter(({ event }) => event.category === id).length)
		)
	};
}

/** What the map would draw. A level has one tally, so that moves and other levels come between its answers. */
function counter(catalogue: InlineCatalogue, order: CellOrder) {
	const rows = positionsOfRows(order, createColumns(catalogue));
	const tallies = new Map<number, CellTally>();
	return (answer: Result | Promise<Result>, level: number): Counted => {
		if (answer instanceof Promise) throw new Error('The answer was to come at once.');
		const known = tallies.get(level);
		const tally = known ?? new CellTally(rows, cellsAt(order, level), catalogue.dataset.categories.length);
		tallies.set(level, tally);
		answer.bring(tally);
		return { totals: [...tally.totals], byCategory: [...tally.byCategory] };
	};
}

const level = fc.integer({ min: 0, max: LAST_LEVEL });

describe('a cell counts each event once', () => {
	it('whatever the level, the filter and the moves that led to it, by either engine', () => {
		const steps = fc.array(fc.tuple(move, level), { minLength: 1, maxLength: 8 });
		fc.assert(
			fc.property(datedDataset, fc.nat(), fc.integer({ min: 1, max: 40 }), steps, (data, seed, size, moves) => {
				const catalogue = joined(scattered(data, seed, size));
				const order = orderPlaces(catalogue.dataset.places, toWorld);
				const sides = enginesOf(catalogue).map((engine) => ({ engine, count: counter(catalogue, order) }));
				let filter = NO_FILTER;
				for (const [next, at] of moves) {
					filter = next(filter);
					const expected = bruteForce(catalogue, filter, order, at);
					for (const { engine, count } of sides) expect(count(engine.query(filter), at)).toEqual(expected);
				}
			}),
			{ numRuns: 150, seed: 20_261_127 }
		);
	});

	it('and over thousands of events at hundreds of places, at some of the cells as well', () => {
		const steps = fc.array(fc.tuple(move, level), { minLength: 10, maxLength: 10 });
		fc.assert(
			fc.property(fc.nat(), steps, (seed, moves) => {
				const catalogue = joined(scattered(manyEvents(3000, seed), seed, 400));
				const order = orderPlaces(catalogue.dataset.places, toWorld);
				const count = counter(catalogue, order);
				const [engine] = enginesOf(catalogue);
				if (engine === undefined) throw new Error('No engine.');
				let filter = NO_FILTER;
				for (const [next, at] of moves) {
					filter = next(filter);
					expect(count(engine.query(filter), at)).toEqual(bruteForce(catalogue, filter, order, at));
				}
			}),
			{ numRuns: 2, seed: 20_261_127 }
		);
	});

	it('and so does the largest one, by which all are drawn', () => {
		const catalogue = joined(scattered(manyEvents(1000, 1), 1, 200));
		const order = orderPlaces(catalogue.dataset.places, toWorld);
		const rows = positionsOfRows(order, createColumns(catalogue));
		for (const at of [0, 3, 9, LAST_LEVEL]) {
			const { totals } = bruteForce(catalogue, NO_FILTER, order, at);
			expect(largestCell(rows, cellsAt(order, at))).toBe(Math.max(...totals));
		}
	});
});

describe('where events are', () => {
	const order = orderPlaces([{ point: [-170, 80] }, { point: [170, -80] }, { point: null }], toWorld);
	const columns = (lists: readonly (readonly number[])[]) => ({
		placeAt: Uint32Array.from([0, ...lists.map((_, i) => lists.slice(0, i + 1).flat().length)]),
		place: Uint32Array.from(lists.flat()),
		category: new Uint8Array(lists.length)
	});

	it('is one number for each where each is at one place', () => {
		const { at, values } = positionsOfRows(order, columns([[0], [1, 2], [0]]));
		expect([at, values]).toEqual([null, Uint32Array.of(0, 1 << 5, 0)]);
	});

	it('is in the order of the curve, with the level at which the one before is left behind', () => {
		const { at, values } = positionsOfRows(order, columns([[], [1, 2, 0], [2], [1]]));
		expect(at).toEqual(Uint32Array.of(0, 0, 2, 2, 3));
		expect(values).toEqual(Uint32Array.of(0, (1 << 5) | 1, 1 << 5));
	});
});
