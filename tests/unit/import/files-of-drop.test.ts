import { expect, it } from 'vitest';
import { MAX_FILES } from '$lib/io/import/limits.ts';
import { filesOfDrop, hasFiles } from '$lib/import/files-of-drop.ts';

const fileEntry = (name: string) => ({
	name,
	isFile: true,
	isDirectory: false,
	file: (done: (file: File) => void) => done(new File([], name))
});

/** Gives its entries two at a time, as browsers give a hundred. */
const folderEntry = (name: string, entries: readonly object[]) => ({
	name,
	isFile: false,
	isDirectory: true,
	createReader() {
		let at = 0;
		return { readEntries: (done: (some: readonly object[]) => void) => done(entries.slice(at, (at += 2))) };
	}
});

const item = (entry: object, file: File | null = null) =>
	({ kind: 'file', getAsFile: () => file, webkitGetAsEntry: () => entry }) as never;

async function pathsOf(...items: never[]): Promise<string[]> {
	return (await filesOfDrop(items)).map(({ webkitRelativePath, name }) => webkitRelativePath || name);
}

it('finds files in folders, in order, without what is hidden', async () => {
	const entry = folderEntry('data', [
		fileEntry('b.json'),
		fileEntry('.DS_Store'),
		folderEntry('.git', [fileEntry('config')]),
		folderEntry('events', [fileEntry('2.json'), fileEntry('1.json')]),
		fileEntry('a.json')
	]);
	const loose = item(fileEntry('c.csv'), new File([], 'c.csv'));
	const text = { kind: 'string', getAsFile: () => null, webkitGetAsEntry: () => null } as never;
	expect(await pathsOf(item(entry), text)).toEqual([
		'data/a.json',
		'data/b.json',
		'data/events/1.json',
		'data/events/2.json'
	]);
	// With another it is no dataset, of which alone what lies deeper is a part.
	expect(await pathsOf(item(entry), text, loose)).toEqual(['data/a.json', 'data/b.json', 'c.csv']);
});

it('finds what lies in a folder, however much there is in the folders within', async () => {
	const archive = Array.from({ length: MAX_FILES + 5 }, (_, index) => fileEntry(`${index}.csv`));
	const folders = ['archive', 'events'].map((name) => folderEntry(name, archive));
	const paths = await pathsOf(item(folderEntry('data', [...folders, fileEntry('z.csv')])));
	expect(paths.slice(0, 2)).toEqual(['data/z.csv', 'data/events/0.csv']);
	expect(paths).toHaveLength(MAX_FILES + 1);
});

it('stops at one more than may be opened', async () => {
	const many = folderEntry(
		'many',
		Array.from({ length: MAX_FILES + 5 }, (_, index) => fileEntry(`${index}.csv`))
	);
	expect(await filesOfDrop([item(many), item(many)])).toHaveLength(MAX_FILES + 1);
});

it('knows files from text and links', () => {
	expect(hasFiles({ types: ['Files'] })).toBe(true);
	expect(hasFiles({ types: ['text/uri-list', 'text/plain'] })).toBe(false);
	expect(hasFiles(null)).toBe(false);
});
