import { expect, it } from 'vitest';
import type { Dataset } from '$lib/core/model.ts';
import { ownDatasetOf } from '../../../src/routes/own-dataset.ts';

const dataset = { events: [], sources: [] } as unknown as Dataset;
const commandOf = (isNative: boolean, files: readonly string[], mapping: string | null = null) =>
	ownDatasetOf(
		{ dataset, manifest: null, files: new Map() },
		{ files, isNative, mapping: mapping === null ? null : { name: mapping, blob: new Blob() }, rejected: 0 }
	).command;

it.each([
	[['events.csv'], 'npm run build -- events.csv'],
	[['my events.csv', 'b.csv'], 'npm run build -- "my events.csv" b.csv'],
	[["it's.csv"], 'npm run build -- "it\'s.csv"'],
	[['a!b.csv'], "npm run build -- 'a!b.csv'"],
	[['a"$(rm)`b`\\.csv'], "npm run build -- 'a\"$(rm)`b`\\.csv'"],
	[["$it's.csv"], "npm run build -- '$it'\\''s.csv'"],
	[['-rf.csv'], 'npm run build -- ./-rf.csv'],
	[['-r f.csv'], 'npm run build -- "./-r f.csv"']
])('names the files %j as a shell takes them', (files, line) => {
	expect(commandOf(false, files)).toEqual({ line, saveMapping: null });
});

it('names a folder for a dataset of several files', () => {
	expect(commandOf(true, ['dataset.json', 'events.json']).line).toBe('npm run build -- path/to/folder');
	expect(commandOf(true, ['mine.chronotope.json']).line).toBe('npm run build -- mine.chronotope.json');
});

it('names the mapping without which other events would come of the files', () => {
	const { line, saveMapping } = commandOf(false, ['visits.csv'], 'mapping.json');
	expect(line).toBe('npm run build -- visits.csv --mapping mapping.json');
	expect(saveMapping).not.toBeNull();
});
