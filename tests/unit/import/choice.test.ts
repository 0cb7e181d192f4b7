import { expect, it } from 'vitest';
import { choiceOf } from '$lib/import/choice.ts';

/** How files begin. */
const NATIVE: Readonly<Record<string, string>> = {
	'd/events/1.json': '[{"id":"a","when":"2024","places":[],"title":{"en":"A"}',
	'd/places.geojson': '{"type":"FeatureCollection","features":[{"properties":{"name":{"en":"A"}}}'
};
const OTHERS: Readonly<Record<string, string>> = {
	'd/events.json': '[{"id":1,"date":"1/2/2024","title":"A","sources":["s1"]}]',
	'd/places.geojson': '{"type":"FeatureCollection","features":[{"properties":{"name":"A"}}]}'
};

const located = (...paths: string[]) => paths.map((path) => ({ path }));

it.each([
	['a folder with a native file', ['d/dataset.json', 'd/notes.txt'], ['dataset.json', 'notes.txt']],
	['a folder with events in parts', ['d/events/1.json'], ['events/1.json']],
	['a folder with places alone', ['d/places.geojson', 'd/a.csv'], ['places.geojson', 'a.csv']],
	['files chosen one by one, one of them the head', ['events.json', 'dataset.json'], ['events.json', 'dataset.json']]
])('%s is a dataset', (_, paths, files) => {
	const choice = choiceOf(located(...paths), (path) => NATIVE[path] ?? null);
	expect(choice.isNative).toBe(true);
	expect([...choice.files.keys()]).toEqual(files);
});

it.each([
	['files chosen one by one, in their order', ['b.csv', 'a.csv'], ['b.csv', 'a.csv']],
	['a file called as one of a dataset', ['events.json'], ['events.json']],
	['two folders', ['d/a.json', 'e/a.json'], ['d/a.json', 'e/a.json']],
	[
		'a folder with names that others have too',
		['d/events.json', 'd/places.geojson', 'd/sources.json'],
		['events.json', 'places.geojson', 'sources.json']
	],
	[
		'what is left of rejected rows, but for the reasons',
		['d/a-rejected.csv', 'd/a-rejected-reasons.csv', 'd/mapping.json'],
		['a-rejected.csv', 'mapping.json']
	],
	['the same chosen one by one', ['a-rejected.csv', 'a-rejected-reasons.csv'], ['a-rejected.csv']],
	['such reasons alone', ['a-rejected-reasons.csv'], ['a-rejected-reasons.csv']],
	[
		'a folder: what lies directly in it and is not hidden, by name',
		['d/b.csv', 'd/.a', 'd/a.csv', 'd/e/c.csv'],
		['a.csv', 'b.csv']
	]
])('%s are files of other formats', (_, paths, names) => {
	expect(choiceOf(located(...paths), (path) => OTHERS[path] ?? null)).toMatchObject({ isNative: false, names });
});

it('a dataset and other files make no one thing', () => {
	expect(choiceOf(located('d/dataset.json', 'd/events.json', 'e/a.csv'))).toMatchObject({
		isNative: false,
		names: ['a.csv'],
		datasets: ['d']
	});
});
