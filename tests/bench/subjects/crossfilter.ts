import crossfilter from 'crossfilter2';
import { BINS, binOf, CATEGORIES, SPAN, type BenchData } from '../data.ts';
import type { Subject } from './subject.ts';

type Groups = readonly { readonly key: number; readonly value: number }[];

/** crossfilter2 over row numbers, which is the fastest way to hand it columns. */
export function createCrossfilter(data: BenchData) {
	const rows = crossfilter(Array.from({ length: data.events }, (_, i) => i));
	const value = (column: Int32Array | Uint32Array | Uint8Array) => (row: number) => column[row] ?? 0;
	const starts = rows.dimension(value(data.start));
	const ends = rows.dimension(value(data.end));
	const count = (of: (row: number) => number) => rows.dimension(of).group();
	const groups = {
		places: count(value(data.place)),
		categories: count(value(data.category)),
		bins: count((row) => binOf(data.start[row] ?? 0))
	};
	return {
		filter(from: number, to: number): void {
			starts.filterRange([-1, to + 1]);
			ends.filterRange([from, 2 * SPAN]);
		},
		all: (): Record<keyof typeof groups, Groups> => ({
			places: groups.places.all(),
			categories: groups.categories.all(),
			bins: groups.bins.all()
		}),
		listed: (): readonly number[] => rows.allFiltered()
	};
}

export function createSubject(data: BenchData): Subject {
	const filter = createCrossfilter(data);
	let found = filter.all();
	return {
		step([from, to]) {
			filter.filter(from, to);
			found = filter.all();
		},
		read: () => ({
			places: toArray(found.places, data.places),
			categories: toArray(found.categories, CATEGORIES),
			bins: toArray(found.bins, BINS)
		})
	};
}

export function toArray(groups: Groups, length: number): Uint32Array {
	const counts = new Uint32Array(length);
	for (const { key, value } of groups) counts[key] = value;
	return counts;
}
