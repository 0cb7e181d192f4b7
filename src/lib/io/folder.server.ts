import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadDataset, type LoadResult, type TextPart } from './load.ts';
import { compareParts, type EventsPart, type WholeFile } from './problems.ts';

/**
 * Loads the files of a folder: four, or for many events more of them in `events/`, in the order of their names. What is
 * wrong with them is in the result; it throws only when a file cannot be read.
 */
export function checkFolder(folder: string): LoadResult {
	return loadDataset({
		'dataset.json': readText(folder, 'dataset.json'),
		'places.geojson': readText(folder, 'places.geojson'),
		'sources.json': readText(folder, 'sources.json'),
		'events.json': readText(folder, 'events.json'),
		parts: findParts(folder)
	});
}

function findParts(folder: string): TextPart[] {
	const names = orNull(() => readdirSync(path.join(folder, 'events'))) ?? [];
	return names
		.filter((name) => /\.json$/i.test(name))
		.map((name): EventsPart => `events/${name}`)
		.sort(compareParts)
		.map((file) => ({ file, text: () => readFileSync(path.join(folder, file), 'utf8') }));
}

function readText(folder: string, file: WholeFile): string | null {
	// TextDecoder would take off a byte order mark without a word.
	return orNull(() => readFileSync(path.join(folder, file), 'utf8'));
}

function orNull<T>(read: () => T): T | null {
	try {
		return read();
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
		throw error;
	}
}
