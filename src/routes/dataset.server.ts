import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Dataset } from '../lib/core/model.ts';
import { describeProblem } from '../lib/i18n/problem-text.ts';
import { loadDataset, type LoadResult } from '../lib/io/load.ts';
import type { DatasetFile } from '../lib/io/problems.ts';

/** The dataset in `data/`, or in the folder that CHRONOTOPE_DATA names. Throws one message that lists every error. */
export function readDataset(): Dataset {
	const folder = path.resolve(process.env.CHRONOTOPE_DATA ?? 'data');
	const { dataset, problems } = checkFolder(folder);
	const errors = problems.filter(({ severity }) => severity === 'error');
	if (dataset !== null && errors.length === 0) return dataset;
	throw new Error([`The dataset in ${folder} has errors.`, ...errors.map(describeProblem)].join('\n'));
}

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
