import { isNativeFolder, namesOf } from '../io/input.ts';

/** Where a file was chosen: folders that it was chosen with, and its name, with slashes. */
export interface Located {
	readonly path: string;
}

export type Choice<F extends Located> =
	/** By path in the dataset's folder. */
	| { readonly isNative: true; readonly files: ReadonlyMap<string, F> }
	/** In the order in which their problems are listed; `names` as these call them. */
	| { readonly isNative: false; readonly files: readonly F[]; readonly names: readonly string[] };

/**
 * Whether the files that were chosen are a dataset in the native format, and which of them count. Of a folder it is decided as
 * on the command line; files chosen one by one are a dataset when `dataset.json` is one of them.
 */
export function choiceOf<F extends Located>(files: readonly F[]): Choice<F> {
	const folders = new Set(files.map(({ path }) => path.slice(0, Math.max(0, path.indexOf('/')))));
	const [folder] = folders;
	const inFolder = (file: F) => (folder ? file.path.slice(folder.length + 1) : file.path);
	if (folder !== undefined && folders.size === 1) {
		const names = files.map((file) => inFolder(file).split('/')[0] ?? '');
		if (folder === '' ? names.includes('dataset.json') : isNativeFolder(names))
			return { isNative: true, files: new Map(files.map((file) => [inFolder(file), file])) };
	}
	const chosen = files.filter(isImported);
	const inOrder = chosen.every(({ path }) => path.includes('/'))
		? [...chosen].sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)))
		: chosen;
	return { isNative: false, files: inOrder, names: namesOf(inOrder.map(({ path }) => path)) };
}

/** Of a folder what lies directly in it; a mapping file is looked for by its content. */
function isImported({ path }: Located): boolean {
	const [, name, ...deeper] = path.split('/');
	return name === undefined || (deeper.length === 0 && !name.startsWith('.'));
}
