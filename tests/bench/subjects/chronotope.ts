import type { Columns } from '$lib/core/columns.ts';
import type { Engine, Result } from '$lib/core/engine.ts';
import { NO_FILTER, type Filter } from '$lib/core/filter.ts';
import { Masks, type Dimensions } from '$lib/core/masks.ts';
import { MemoryEngine } from '$lib/core/memory-engine.ts';
import type { CategoryId } from '$lib/core/model.ts';
import { layOut, ValueTally } from '$lib/core/tallies.ts';
import { createWindowIndex, type WindowIndex } from '$lib/core/window-index.ts';
import { BINS, binOf, CATEGORIES, columnsOf, windowOf, type BenchData, type Step } from '../data.ts';
import { categories, placesOf, sources } from '../records.ts';
import type { Subject } from './subject.ts';

/** Half of the categories, in whose texts a word occurs that half of the events have. */
const FILTERED: Filter = {
	...NO_FILTER,
	categories: [0, 1, 4, 6].map((index) => `category-${index}` as CategoryId),
	query: 'word'
};

/** The product's own engine, over the columns of the benchmark. */
export function createCounter(
	data: BenchData,
	filter: Filter = NO_FILTER
): { readonly index: WindowIndex; count(step: Step): Result } {
	const columns = columnsOf(data);
	const dimensions = dimensionsOf(data);
	const words = { rowsWith: () => everyOther(columns) };
	const masks = new Masks(columns, dimensions, words);
	const index = createWindowIndex(columns, CATEGORIES);
	const engine: Engine = new MemoryEngine(columns, dimensions, masks, index);
	return {
		index,
		count(step) {
			const result = engine.query({ ...filter, window: windowOf(step) });
			if (result instanceof Promise) throw new Error('The engine is expected to answer at once.');
			return result;
		}
	};
}

/**
 * Listed events by place, by place and category, by category, and by bin of the start. The application asks for no such bins,
 * as its histogram does not depend on the window; they are counted, by the tally that the engine has for facets, because all
 * others count them.
 */
function createAllCounter(data: BenchData, filter: Filter): { count(step: Step): Result; readonly bins: Uint32Array } {
	const counter = createCounter(data, filter);
	const binOfRow = Uint8Array.from(data.start, binOf);
	const bins = new ValueTally(binOfRow, BINS, ~0, layOut(binOfRow, BINS, counter.index));
	return {
		bins: bins.counts,
		count(step) {
			const result = counter.count(step);
			result.facet('categories');
			result.bring(bins);
			return result;
		}
	};
}

export function createSubject(data: BenchData): Subject {
	const counter = createAllCounter(data, NO_FILTER);
	const touched = createTouched(data);
	let found = counter.count([0, 0]);
	return {
		step(step) {
			found = counter.count(step);
			touched.move(step);
		},
		read: () => ({
			total: found.count,
			places: found.places,
			categories: found.facet('categories'),
			bins: counter.bins
		}),
		touched: touched.take
	};
}

/** The same with a category and a text asked for, which change at none of the steps. */
export function createFilteredSubject(data: BenchData): Subject {
	const counter = createAllCounter(data, FILTERED);
	return { step: (step) => void counter.count(step) };
}

/** Every other event, in no order that goes with anything else of it. */
function everyOther({ rows }: Columns): Uint32Array {
	const found: number[] = [];
	for (let row = 0; row < rows; row++) if (Math.imul(row, 0x9e3779b1) >>> 31 === 1) found.push(row);
	return Uint32Array.from(found);
}

export function dimensionsOf(data: BenchData): Dimensions {
	return { places: placesOf(data), categories: categories(), actors: [], sources: sources() };
}

/**
 * How many events each move lets in or out: the least that anyone can look at who counts by what has changed. Moves are noted
 * as they are made, and looked at once nobody takes the time.
 */
function createTouched({ start, end }: BenchData) {
	const ends = end.slice().sort();
	const moves: Step[] = [];
	let [entered, left] = [0, 0];
	return {
		move: (step: Step): void => void moves.push(step),
		take(): number {
			let sum = 0;
			for (const [from, to] of moves) {
				const [begun, over] = [countUpTo(start, to), countUpTo(ends, from - 1)];
				sum += Math.abs(begun - entered) + Math.abs(over - left);
				[entered, left] = [begun, over];
			}
			moves.length = 0;
			return sum;
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
