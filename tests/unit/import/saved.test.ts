import { describe, expect, test } from 'vitest';
import { problemWords } from '$lib/i18n/problem-text.ts';
import { importNow } from '$lib/io/import/import.ts';
import { mapImport, openImport } from '$lib/io/input.ts';
import type { ChosenFile, Request } from '$lib/import/messages.ts';
import { savedFiles, textAgain, type ToSave } from '$lib/import/saved.ts';
import type { Saved } from '$lib/import/session.ts';

/** In Windows-1252, as `é` is one byte. */
const BYTES = new Uint8Array(
	[...'id,title,date\n1,Caf\u00e9,2024\n2,Caf\u00e9s,2024-13\n'].map((letter) => letter.charCodeAt(0))
);

const chosen: ChosenFile[] = ['a/a.csv', 'a/b.csv'].map((path, index) => ({
	path,
	file: new File(index === 0 ? [BYTES] : [BYTES, '3,More,2024-14\n'], path.slice(2))
}));
const request: Request = { choice: 1, files: chosen, changes: [], language: 'en' };

async function made(): Promise<ToSave> {
	const files = await Promise.all(
		chosen.map(async ({ file }) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }))
	);
	const prepared = mapImport(openImport(files, { added: '2026-01-01' }));
	return { ...importNow(prepared.tables, prepared.mappings, prepared.options), prepared };
}

async function saved(what: Saved, done: ToSave): Promise<[name: string, text: string][]> {
	const files = await savedFiles(what, done, (file) => textAgain(file, request), problemWords);
	return Promise.all(files.map(async ({ name, blob }) => [name, await blob.text()]));
}

describe('what is saved of an import', () => {
	test('is a file of rejected rows for each file', async () => {
		const files = await saved('rejected', await made());
		expect(files.map(([name]) => name)).toEqual(['a-rejected.csv', 'b-rejected.csv']);
		expect(files[0]?.[1]).toMatch(/^chronotope:reasons,id,title,date\n"date: .*",2,Caf\u00e9s,2024-13\n$/);
		expect(files[1]?.[1].trim().split('\n')).toHaveLength(3);
	});

	test('is one file of everything else', async () => {
		const done = await made();
		const [[problems, table = ''] = []] = await saved('all-problems', done);
		expect([problems, table.split('\r\n').length]).toEqual(['problems.csv', done.problems.length + 2]);
		expect((await saved('mapping', done)).map(([name]) => name)).toEqual(['mapping.json']);
		expect((await saved('native', done)).map(([name]) => name)).toEqual(['a-b.chronotope.json']);
	});

	test('is nothing where there is nothing', async () => {
		const nothing: ToSave = { dataset: null, problems: [], rejected: [], prepared: null };
		for (const what of ['rejected', 'all-problems', 'mapping', 'native'] as const)
			expect(await saved(what, nothing)).toEqual([]);
	});

	test('has no rows of a file that is gone', async () => {
		const done = await made();
		expect(await savedFiles('rejected', done, () => Promise.resolve(null), problemWords)).toEqual([]);
		expect(await textAgain('c.csv', request)).toBeNull();
	});
});
