import type { Dataset } from '../../core/model.ts';
import type { ImportCounts } from './result.ts';

/** Of what was loaded. */
export function countLoaded(dataset: Dataset | null): Pick<ImportCounts, 'undated' | 'unplaced' | 'places'> {
	const points = new Map((dataset?.places ?? []).map(({ id, point }) => [id, point]));
	const events = dataset?.events ?? [];
	return {
		undated: events.filter(({ when }) => when === undefined).length,
		unplaced: events.filter(({ places }) => places.every(({ place }) => !points.get(place))).length,
		places: points.size
	};
}
