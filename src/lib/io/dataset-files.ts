import type { Dataset } from '../core/model.ts';
import type { DatasetValues } from './load.ts';
import { FORMAT } from './schema.ts';

/** Events beyond this many go into files of their own: one of all could be longer than any that is read. */
const PART_SIZE = 50_000;

/**
 * The files that a dataset loads from, by name: the inverse of `loadDataset`. Indented with tabs, so that people can edit them.
 */
export function datasetFiles(dataset: Dataset): Record<string, string> {
	const records = datasetRecords(dataset);
	return {
		'dataset.json': write(records['dataset.json']),
		'places.geojson': write(records['places.geojson']),
		'sources.json': write(records['sources.json']),
		...filesOfEvents(records['events.json'])
	};
}

/** What the four files say: the inverse of `loadValues`. */
export function datasetRecords({ places, sources, events, categories, ...head }: Dataset) {
	const features = places.map(({ id, point, ...properties }) => ({
		type: 'Feature',
		id,
		geometry: point === null ? null : { type: 'Point', coordinates: point },
		properties
	}));
	return {
		'dataset.json': {
			format: FORMAT,
			...head,
			// The slot is the place in the list.
			categories: categories.map(({ slot: _, ...category }) => category)
		},
		'places.geojson': { type: 'FeatureCollection', features },
		'sources.json': sources,
		'events.json': events
	} satisfies DatasetValues;
}

function filesOfEvents(events: Dataset['events']): Record<string, string> {
	if (events.length <= PART_SIZE) return { 'events.json': write(events) };
	const files: Record<string, string> = {};
	for (let from = 0; from < events.length; from += PART_SIZE) {
		const part = String(from / PART_SIZE + 1).padStart(4, '0');
		files[`events/part-${part}.json`] = write(events.slice(from, from + PART_SIZE));
	}
	return files;
}

function write(value: unknown): string {
	return `${JSON.stringify(value, null, '\t')}\n`;
}
