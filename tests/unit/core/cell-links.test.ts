import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InlineCatalogue } from '$lib/core/catalogue.ts';
import { countAllLinks, linkPlaces } from '$lib/core/cell-links.ts';
import { cellsAt, countCells, largestCell, LAST_LEVEL, orderPlaces, type CellOrder } from '$lib/core/cells.ts';
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

/** What the map would draw: the cells of a level, or some of them. */
function counter(catalogue: InlineCatalogue, order: CellOrder) {
	const categories = catalogue.dataset.categories.length;
	const links = linkPlaces(order, createColumns(catalogue), categories);
	return (answer: Result | Promise<Result>, level: number, chosen?: Uint32Array): Counted => {
		if (answer instanceof Promise) throw new Error('The answer was to come at once.');
		const cells = cellsAt(order, level);
		const some = chosen ?? Uint32Array.from({ length: cells.size }, (_, cell) => cell);
		// What is left of another result must not show.
		const into = {
			totals: new Uint32Array(some.length).fill(7),
			byCategory: new Uint32Array(some.length * categories).fill(7)
		};
		const { places, placeCategories } = answer;
		const counts = { places, placeCategories, links: links === null ? null : answer.tally(links) };
		countCells(order, cells, some, counts, categories, into);
		return { totals: [...into.totals], byCategory: [...into.byCategory] };
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
				const count = counter(catalogue, order);
				const engines = enginesOf(catalogue);
				let filter = NO_FILTER;
				for (const [next, at] of moves) {
					filter = next(filter);
					const expected = bruteForce(catalogue, filter, order, at);
					for (const engine of engines) expect(count(engine.query(filter), at)).toEqual(expected);
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
				const categories = catalogue.dataset.categories.length;
				const order = orderPlaces(catalogue.dataset.places, toWorld);
				const count = counter(catalogue, order);
				const [engine] = enginesOf(catalogue);
				if (engine === undefined) throw new Error('No engine.');
				const random = mulberry32(seed);
				let filter = NO_FILTER;
				for (const [next, at] of moves) {
					filter = next(filter);
					const expected = bruteForce(catalogue, filter, order, at);
					const chosen = Uint32Array.from([...expected.totals.keys()].filter(() => random() < 0.5));
					expect(count(engine.query(filter), at, chosen)).toEqual({
						totals: [...chosen].map((cell) => expected.totals[cell]),
						byCategory: [...chosen].flatMap((cell) =>
							expected.byCategory.slice(cell * categories, (cell + 1) * categories)
						)
					});
				}
			}),
			{ numRuns: 2, seed: 20_261_127 }
		);
	});

	it('and so does the largest one, by which all are drawn', () => {
		const catalogue = joined(scattered(manyEvents(1000, 1), 1, 200));
		const order = orderPlaces(catalogue.dataset.places, toWorld);
		const columns = createColumns(catalogue);
		const links = linkPlaces(order, columns, catalogue.dataset.categories.length);
		const places = new Uint32Array(catalogue.dataset.places.length);
		for (const index of columns.place) places[index] = (places[index] ?? 0) + 1;
		for (const at of [0, 3, 9, LAST_LEVEL]) {
			const { totals } = bruteForce(catalogue, NO_FILTER, order, at);
			const counts = { places, links: links === null ? null : countAllLinks(links) };
			expect(largestCell(order, cellsAt(order, at), counts)).toBe(Math.max(...totals));
		}
	});
});

describe('links', () => {
	const order = orderPlaces([{ point: [-170, 80] }, { point: [170, -80] }, { point: null }], toWorld);
	const columns = (lists: readonly (readonly number[])[]) => ({
		placeAt: Uint32Array.from([0, ...lists.map((_, i) => lists.slice(0, i + 1).flat().length)]),
		place: Uint32Array.from(lists.flat()),
		category: new Uint8Array(lists.length)
	});

	it('are none where no event is at several places of the map', () => {
		expect(linkPlaces(order, columns([[0], [1], []]), 1)).toBeNull();
		expect(
			linkPlaces(
				order,
				columns([
					[0, 2],
					[2, 1]
				]),
				1
			)
		).toBeNull();
	});

	it('join the places of one event and no other', () => {
		const links = linkPlaces(order, columns([[0], [1, 2, 0], [0]]), 1);
		expect(links?.at).toEqual(Uint32Array.of(0, 0, 2, 2));
		expect(links?.values).toEqual(Uint32Array.of(0, 2));
	});
});
