import { countAll, type BenchData } from '../data.ts';
import type { Subject } from './subject.ts';

/** One pass over all columns: what all others are checked against. */
export function createSubject(data: BenchData): Subject {
	let found = countAll(data, [0, 0]);
	return {
		step(step) {
			found = countAll(data, step);
		},
		read: () => found
	};
}
