import type { Columns } from '$lib/core/columns.ts';
import type { Engine, Result } from '$lib/core/engine.ts';
import { NO_FILTER, type Filter } from '$lib/core/filter.ts';
import { Masks, type Dimensions } from '$lib/core/masks.ts';
import { MemoryEngine } from '$lib/core/memory-engine.ts';
import type { Category, CategoryId, Place, PlaceId } from '$lib/core/model.ts';
import { createWindowIndex } from '$lib/core/window-index.ts';
import { CATEGORIES, columnsOf, windowOf, type BenchData, type Step } from '../data.ts';
import type { Subject } from './subject.ts';

/** Half of the categories, in whose texts a word occurs that half of the events have. */
const FILTERED: Filter = {
	...NO_FILTER,
	categories: [0, 1, 4, 6].map((index) => `category-${index}` as CategoryId),
	query: 'word'
};

/** The product's own engine, over the columns of the benchmark. */
export function createCounter(data: BenchData, filter: Filter = NO_FILTER): { count(step: Step): Result } {
	const columns = columnsOf(data);
	const dimensions = dimensionsOf(data);
	const words = { rowsWith: () => everyOther(columns) };
	const masks = new Masks(columns, dimensions, words);
	const engine: Engine = new MemoryEngine(columns, dimensions, masks, createWindowIndex(columns, CATEGORIES));
	return {
		count(step) {
			const result = engine.query({ ...filter, window: windowOf(step) });
			if (result instanceof Promise) throw new Error('The engine is expected to answer at once.');
			return result;
		}
	};
}

/** What a step of a scrub asks for: listed events by place, by place and category, and by category. */
export function createSubject(data: BenchData): Subject {
	const counter = createCounter(data);
	const touched = createTouched(data);
	let found = counter.count([0, 0]);
	return {
		step(step) {
			found = counter.count(step);
			found.facet('categories');
			touched.move(step);
		},
		read: () => ({ total: found.count, places: found.places, categories: found.facet('categories') }),
		touched: touched.take
	};
}

/** The same with a category and a text asked for, which change at none of the steps. */
export function createFilteredSubject(data: BenchData): Subject {
	const counter = createCounter(data, FILTERED);
	return {
		step(step) {
			counter.count(step).facet('categories');
		}
	};
}

/** Every other event, in no order that goes with anything else of it. */
function everyOther({ rows }: Columns): Uint32Array {
	const found: number[] = [];
	for (let row = 0; row < rows; row++) if (Math.imul(row, 0x9e3779b1) >>> 31 === 1) found.push(row);
	return Uint32Array.from(found);
}

export function dimensionsOf({ places, lon, lat }: BenchData): Dimensions {
	const list = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
	return {
		places: list(places, (i): Place => ({
			id: `place-${i}` as PlaceId,
			name: { en: `Place ${i}` },
			point: [lon[i] ?? 0, lat[i] ?? 0],
			precision: 'exact'
		})),
		categories: list(CATEGORIES, (slot): Category => ({
			id: `category-${slot}` as CategoryId,
			name: { en: `Category ${slot}` },
			slot
		})),
		actors: [],
		sources: []
	};
}

/** How many events each move lets in or out: the least that anyone can look at who counts by what has changed. */
function createTouched({ start, end }: BenchData) {
	const ends = end.slice().sort();
	let [entered, left, sum] = [0, 0, 0];
	return {
		move([from, to]: Step): void {
			const [begun, over] = [countUpTo(start, to), countUpTo(ends, from - 1)];
			sum += Math.abs(begun - entered) + Math.abs(over - left);
			[entered, left] = [begun, over];
		},
		take(): number {
			const taken = sum;
			sum = 0;
			return taken;
		}
	};
}

/** How many of the rising values are `limit` or less. */
function countUpTo(values: Int32Array, limit: number): number {
	let [low, high] = [0, values.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((values[middle] ?? 0) <= limit) low = middle + 1;
		else high = middle;
	}
	return low;
}
