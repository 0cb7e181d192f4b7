import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DATASET_FILES, type WholeFile } from '../../../src/lib/io/problems.ts';
import type { DatasetTexts } from '../../../src/lib/io/load.ts';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
export const SMALL = `${ROOT}tests/fixtures/datasets/small`;

export type Texts = Record<WholeFile, string | null>;

export function readTexts(folder: string): Texts {
	const read = (file: WholeFile) => readFileSync(`${folder}/${file}`, 'utf8');
	return {
		'dataset.json': read('dataset.json'),
		'places.geojson': read('places.geojson'),
		'sources.json': read('sources.json'),
		'events.json': read('events.json')
	};
}

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** The value of one file with one member set; `undefined` deletes it. Path as in a JSON pointer. */
export function withValue(texts: DatasetTexts, file: WholeFile, pointer: string, value: Json | undefined): Texts {
	const root = JSON.parse(texts[file] ?? 'null') as Json;
	const keys = pointer.split('/').slice(1);
	const last = keys.pop();
	if (last === undefined) return { ...texts, [file]: JSON.stringify(value) };
	let parent = root;
	for (const key of keys) parent = (parent as Record<string, Json>)[key] as Json;
	if (Array.isArray(parent) && last === '-') parent.push(value as Json);
	else if (Array.isArray(parent) && value === undefined) parent.splice(Number(last), 1);
	else if (value === undefined) Reflect.deleteProperty(parent as Record<string, Json>, last);
	else (parent as Record<string, Json>)[last] = value;
	return { ...texts, [file]: JSON.stringify(root) };
}

export function valueIn(texts: DatasetTexts, file: WholeFile, pointer: string): Json {
	let value = JSON.parse(texts[file] ?? 'null') as Json;
	for (const key of pointer.split('/').slice(1)) value = (value as Record<string, Json>)[key] as Json;
	return value;
}

export { DATASET_FILES };
