import { table } from 'arquero';
import { BINS, binOf, CATEGORIES, type BenchData } from '../data.ts';
import { toArray } from './crossfilter.ts';
import type { Subject } from './subject.ts';

interface Row {
	readonly key: number;
	readonly value: number;
}

export function createSubject({ events, places, start, end, place, category }: BenchData): Subject {
	const bin = Uint8Array.from({ length: events }, (_, i) => binOf(start[i] ?? 0));
	const rows = table({ start, end, place, category, bin });
	let [byPlace, byCategory, byBin]: Row[][] = [[], [], []];
	return {
		step([from, to]) {
			// Arquero compiles the text of the function: it may name nothing from outside of it.
			const listed = rows
				.params({ from, to })
				.filter(
					(row: { start: number; end: number }, $: { from: number; to: number }) =>
						row.start <= $.to && row.end >= $.from
				);
			const count = (key: string): Row[] => listed.groupby({ key }).count({ as: 'value' }).objects({ limit: Infinity });
			[byPlace, byCategory, byBin] = [count('d => d.place'), count('d => d.category'), count('d => d.bin')];
		},
		read: () => ({
			places: toArray(byPlace ?? [], places),
			categories: toArray(byCategory ?? [], CATEGORIES),
			bins: toArray(byBin ?? [], BINS)
		})
	};
}
