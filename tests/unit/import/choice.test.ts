import { expect, it } from 'vitest';
import { choiceOf } from '$lib/import/choice.ts';

const located = (...paths: string[]) => paths.map((path) => ({ path }));

it.each([
	['a folder with a native file', ['d/dataset.json', 'd/notes.txt'], ['dataset.json', 'notes.txt']],
	['a folder with events in parts', ['d/events/1.json'], ['events/1.json']],
	['files chosen one by one, one of them the head', ['events.json', 'dataset.json'], ['events.json', 'dataset.json']]
])('%s is a dataset', (_, paths, files) => {
	const choice = choiceOf(located(...paths));
	expect(choice.isNative).toBe(true);
	expect([...choice.files.keys()]).toEqual(files);
});

it.each([
	['files chosen one by one, in their order', ['b.csv', 'a.csv'], ['b.csv', 'a.csv']],
	['a file called as one of a dataset', ['events.json'], ['events.json']],
	['two folders', ['d/dataset.json', 'e/dataset.json'], ['d/dataset.json', 'e/dataset.json']],
	[
		'a folder: what lies directly in it and is not hidden, by name',
		['d/b.csv', 'd/.a', 'd/a.csv', 'd/e/c.csv'],
		['a.csv', 'b.csv']
	]
])('%s are files of other formats', (_, paths, names) => {
	expect(choiceOf(located(...paths))).toMatchObject({ isNative: false, names });
});
