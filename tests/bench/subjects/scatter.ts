import { mulberry32 } from '../../support/random.ts';
import { BINS, CATEGORIES, type BenchData } from '../data.ts';
import type { Subject } from './subject.ts';

/** Rows of one step: as many as a slide of thirty days touches among a million events. */
const ROWS = 10_000;

/**
 * The limit of the machine: three scattered increments a row and nothing else, over as many counters as there are to
 * count. No exact count by rows can be faster than this; `touched` says of how many rows the times are.
 */
export function createSubject({ places }: BenchData): Subject {
	const random = mulberry32(3);
	const rows = 1_000_000;
	const keys = (count: number): Uint32Array =>
		Uint32Array.from({ length: rows }, () => Math.floor(random() * random() * count));
	const [place, category, bin] = [keys(places), keys(CATEGORIES), keys(BINS)];
	const byPlace = new Uint32Array(places);
	const byCategory = new Uint32Array(CATEGORIES);
	const byBin = new Uint32Array(BINS);
	let [at, touched] = [0, 0];
	return {
		step() {
			const end = at + ROWS;
			for (let i = at; i < end; i++) {
				increment(byPlace, place, i);
				increment(byCategory, category, i);
				increment(byBin, bin, i);
			}
			at = end + ROWS > rows ? 0 : end;
			touched += ROWS;
		},
		touched() {
			const count = touched;
			touched = 0;
			return count;
		}
	};
}

function increment(counts: Uint32Array, keys: Uint32Array, row: number): void {
	const key = keys[row] ?? 0;
	counts[key] = (counts[key] ?? 0) + 1;
}
