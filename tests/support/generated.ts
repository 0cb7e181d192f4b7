import { generateDataset, type Request } from '../../src/cli/generate/dataset.mjs';
import type { Dataset } from '../../src/lib/core/model.ts';
import { loadDataset, type DatasetTexts } from '../../src/lib/io/load.ts';

/** The files of a generated dataset, events in one. */
export function generatedFiles(request: Partial<Request>): DatasetTexts {
	const { dataset, places, sources, events } = generateDataset(request);
	return {
		'dataset.json': JSON.stringify(dataset),
		'places.geojson': JSON.stringify({ type: 'FeatureCollection', features: places }),
		'sources.json': JSON.stringify(sources),
		'events.json': JSON.stringify([...events()])
	};
}

/** As `npm run data:generate` writes it and the loader reads it. */
export function generated(request: Partial<Request>): Dataset {
	const { dataset, problems } = loadDataset(generatedFiles(request));
	if (dataset === null || problems.length > 0) throw new Error(`What is generated has ${problems.length} problems.`);
	return dataset;
}
