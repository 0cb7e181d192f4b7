import type { BenchData } from '../data.ts';
import { createCounter } from './chronotope.ts';
import { createPanel } from './panel.ts';
import type { Subject } from './subject.ts';

/** Both ask Chronotope's engine which events are listed, and show them in the same markup. */

/** The rows in sight, in elements that stay. */
export function createWindowed(data: BenchData): Subject {
	const panel = createPanel(data);
	const counter = createCounter(data);
	return {
		step(step) {
			const result = counter.count(step);
			panel.showFirst(result.count, (index) => result.rowAt(index));
		},
		free: panel.free
	};
}

/** All of them. */
export function createWhole(data: BenchData): Subject {
	const panel = createPanel(data);
	const counter = createCounter(data);
	return {
		scripts: ['slide', 'jump'],
		step(step) {
			const result = counter.count(step);
			panel.showAll(Array.from({ length: result.count }, (_, index) => result.rowAt(index)));
		},
		free: panel.free
	};
}
