import { expect, it } from 'vitest';
import type { Dataset } from '$lib/core/model.ts';
import { ownDatasetOf } from '../../../src/routes/own-dataset.ts';

const dataset = { events: [], sources: [] } as unknown as Dataset;
const commandOf = (isNative: boolean, ...files: string[]): string =>
	ownDatasetOf({ dataset, manifest: null, files: new Map() }, { files, isNative }).command;

it.each([
	[['events.csv'], 'npm run build -- events.csv'],
	[['my events.csv', 'b.csv'], 'npm run build -- "my events.csv" b.csv'],
	[['a"$(rm)`b`\\.csv'], 'npm run build -- "a\\"\\$(rm)\\`b\\`\\\\.csv"'],
	[['-rf.csv'], 'npm run build -- ./-rf.csv']
])('names the files %j as a shell takes them', (files, command) => {
	expect(commandOf(false, ...files)).toBe(command);
});

it('names a folder for a dataset of several files', () => {
	expect(commandOf(true, 'dataset.json', 'events.json')).toBe('npm run build -- path/to/folder');
	expect(commandOf(true, 'mine.chronotope.json')).toBe('npm run build -- mine.chronotope.json');
});
