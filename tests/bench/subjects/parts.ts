import { BINS, type BenchData } from '../data.ts';
import { createCounter } from './chronotope.ts';
import { createPlaceLayer } from './layer.ts';
import { createPanel } from './panel.ts';
import type { Subject } from './subject.ts';

/**
 * The engine and the map's layer of the product, with a histogram and a list like those of the other pages: the whole step
 * at sizes, and side by side with others, in which the application itself cannot be had.
 */
export const createSubject = (data: BenchData): Promise<Subject> => createParts('chronotope, in parts', data, false);

/** Of fewer events, beside the other: how much a step grows is seen where both are made at the same time. */
export const createFewer = (data: BenchData): Promise<Subject> =>
	createParts('chronotope, in parts, fewer', data, false);

/** With a frame of the map in each step. */
export const createMoving = (data: BenchData): Promise<Subject> =>
	createParts('chronotope, in parts, on a moving map', data, true);

export const createMovingFewer = (data: BenchData): Promise<Subject> =>
	createParts('chronotope, in parts, on a moving map, fewer', data, true);

async function createParts(subject: string, data: BenchData, movesMap: boolean): Promise<Subject> {
	const layer = await createPlaceLayer(subject, data, { movesMap });
	const panel = createPanel(data);
	const counter = createCounter(data);
	const bins = new Uint32Array(BINS);
	return {
		step(step) {
			const result = counter.count(step);
			bins.set(result.facet('categories'));
			panel.draw(bins);
			panel.showFirst(result.count, (index) => result.rowAt(index));
			layer.show(result);
		},
		drawn: () => layer.drawn(),
		free() {
			panel.free();
			layer.free();
		}
	};
}
