import { isNativeFolder } from '../io/chosen.ts';
import { isReasonsFile } from '../io/exported.ts';
import { isForImport, namesOf } from '../io/input.ts';

/** Where a file was chosen: folders that it was chosen with, and its name, with slashes. */
export interface Located {
	readonly path: string;
}

export type Choice<F extends Located> =
	/** By path in the dataset's folder. */
	| { readonly isNative: true; readonly files: ReadonlyMap<string, F> }
	/** In the order in which their problems are listed; `names` as these call them. */
	| {
			readonly isNative: false;
			readonly files: readonly F[];
			readonly names: readonly string[];
			/** Folders that are datasets and were chosen with others. */
			readonly datasets: readonly string[];
	  };

/**
 * Whether the files that were chosen are a dataset in the native format, and which of them count. Of a folder it is decided as
 * on the command line; files chosen one by one are a dataset when `dataset.json` is one of them. `startOf`: how a file begins,
 * `null` where that is not known.
 */
export function choiceOf<F extends Located>(
	files: readonly F[],
	startOf: (path: string) => string | null = () => null
): Choice<F> {
	const folders = [...new Set(files.map(folderOf))];
	const isNative = (folder: string): boolean => {
		const names = files.filter((file) => folderOf(file) === folder).map(nameIn);
		if (folder === '') return folders.length === 1 && names.includes('dataset.json');
		return isNativeFolder(names, (name) => startOf(`${folder}/${name}`));
	};
	const datasets = folders.filter(isNative);
	if (datasets.length === 1 && folders.length === 1)
		return { isNative: true, files: new Map(files.map((file) => [nameIn(file), file])) };
	const chosen = files.filter((file) => isImported(file, files.length) && !datasets.includes(folderOf(file)));
	const inOrder = chosen.every(({ path }) => path.includes('/'))
		? [...chosen].sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)))
		: chosen;
	return { isNative: false, files: inOrder, names: namesOf(inOrder.map(({ path }) => path)), datasets };
}

/** Empty: chosen by itself. */
function folderOf({ path }: Located): string {
	return path.slice(0, Math.max(0, path.indexOf('/')));
}

function nameIn({ path }: Located): string {
	return path.slice(path.indexOf('/') + 1);
}

/** Of a folder what lies directly in it; a mapping file is looked for by its content. */
function isImported({ path }: Located, count: number): boolean {
	const [first = '', name, ...deeper] = path.split('/');
	if (name === undefined) return count === 1 || !isReasonsFile(first);
	return deeper.length === 0 && isForImport(name);
}
