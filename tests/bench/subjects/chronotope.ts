import { countAll, type BenchData, type Counts, type Step } from '../data.ts';
import type { Subject } from './subject.ts';
export function createCounter(d: BenchData): { count(step: Step): Counts } { return { count: (step) => countAll(d, step) }; }
export function createSubject(_d: BenchData): Subject { throw new Error('later'); }
export function createFilteredSubject(_d: BenchData): Subject { throw new Error('later'); }
