import { MAX_FILES } from '../io/import/limits.ts';

/** What of a dropped thing is needed. */
type Item = Pick<DataTransferItem, 'kind' | 'getAsFile' | 'webkitGetAsEntry'>;

/** Whether something that is dragged holds files, and not text or a link. */
export function hasFiles(transfer: Pick<DataTransfer, 'types'> | null): boolean {
	return transfer?.types.includes('Files') ?? false;
}

/**
 * The files that were dropped, those in folders with their paths as `webkitRelativePath`, in the order of the items and then of
 * names. Of a folder what lies directly in it, and of one that came alone also what lies in its `events`, as a dataset has it:
 * nothing else counts. What is hidden is passed over; of more than 1,000 files one more is returned, so that it can be said. Has to be called
 * while the event is handled. Never rejects: a folder that cannot be read has no files.
 */
export async function filesOfDrop(items: Iterable<Item>): Promise<File[]> {
	// When the event is over the items are empty.
	const dropped = [...items]
		.filter(({ kind }) => kind === 'file')
		.map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
	const files: File[] = [];
	for (const { entry, file } of dropped) {
		if (entry !== null && isFolder(entry)) await addFolder(entry, entry.name, files, dropped.length === 1);
		else if (file !== null) files.push(file);
	}
	return files.slice(0, MAX_FILES + 1);
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
	return entry.isDirectory;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
	return entry.isFile;
}

async function addFolder(
	folder: FileSystemDirectoryEntry,
	path: string,
	files: File[],
	withEvents: boolean
): Promise<void> {
	const entries = await entriesOf(folder);
	for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)))) {
		if (files.length > MAX_FILES) return;
		if (entry.name.startsWith('.')) continue;
		if (isFile(entry)) {
			const file = await fileOf(entry);
			if (file !== null) files.push(located(file, `${path}/${entry.name}`));
		}
	}
	const events = withEvents ? entries.find(({ name }) => name === 'events') : undefined;
	if (events !== undefined && isFolder(events)) await addFolder(events, `${path}/events`, files, false);
}

/** A browser gives at most a hundred at a time, and none when there are no more. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
	const reader = folder.createReader();
	const all: FileSystemEntry[] = [];
	for (;;) {
		const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
		if (some.length === 0 || all.length > 10 * MAX_FILES) return all;
		all.push(...some);
	}
}

function fileOf(entry: FileSystemFileEntry): Promise<File | null> {
	return new Promise((resolve) => entry.file(resolve, () => resolve(null)));
}

/** As a file chosen with its folder is: browsers leave this empty for what is dropped. */
function located(file: File, path: string): File {
	return Object.defineProperty(file, 'webkitRelativePath', { value: path });
}
