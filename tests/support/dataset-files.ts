import type { Dataset } from '../../src/lib/core/model.ts';
import type { DatasetTexts } from '../../src/lib/io/load.ts';
import { FORMAT } from '../../src/lib/io/schema.ts';

/** The four files that a dataset loads from: the inverse of `loadDataset`. */
export function datasetFiles({ places, sources, events, categories, ...head }: Dataset): DatasetTexts {
	const features = places.map(({ id, point, ...properties }) => ({
		type: 'Feature',
		id,
		geometry: point === null ? null : { type: 'Point', coordinates: point },
		properties
	}));
	return {
		'dataset.json': JSON.stringify({
			format: FORMAT,
			...head,
			// The slot is the place in the list.
			categories: categories.map(({ slot: _, ...category }) => category)
		}),
		'places.geojson': JSON.stringify({ type: 'FeatureCollection', features }),
		'sources.json': JSON.stringify(sources),
		'events.json': JSON.stringify(events)
	};
}
