import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadDataset, type LoadResult } from './load.ts';
import type { DatasetFile } from './problems.ts';

/** Loads the four files of a folder. What is wrong with them is in the result; it throws only when a file cannot be read. */
export function checkFolder(folder: string): LoadResult {
	return loadDataset({
		'dataset.json': readText(folder, 'dataset.json'),
		'places.geojson': readText(folder, 'places.geojson'),
		'sources.json': readText(folder, 'sources.json'),
		'events.json': readText(folder, 'events.json')
	});
}

function readText(folder: string, file: DatasetFile): string | null {
	try {
		// TextDecoder would take off a byte order mark without a word.
		return readFileSync(path.join(folder, file), 'utf8');
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
		throw error;
	}
}
