import type { BenchData } from '../data.ts';
import type { Subject } from './subject.ts';
export function createSubject(_d: BenchData): Subject {
	throw new Error('later');
}
