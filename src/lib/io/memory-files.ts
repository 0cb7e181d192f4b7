import type { Fetch } from './paged.ts';

/** The files of a paged dataset, by name below its folder. */
export type MemoryFiles = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** Stands for the browser's `fetch` where the files of a dataset are here already; what is not among them is not found. */
export function fetchFrom(folder: string, files: MemoryFiles): Fetch {
	const start = `/${folder}/`;
	return (url) => {
		const at = url.lastIndexOf(start);
		const bytes = at < 0 ? undefined : files.get(url.slice(at + start.length));
		return Promise.resolve(bytes === undefined ? new Response(null, { status: 404 }) : new Response(bytes));
	};
}
