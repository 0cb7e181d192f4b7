import { bytesInside } from '$lib/ui/inside.ts';

/** The first bytes of a PMTiles file. */
const MAGIC = 'PMTiles';

/**
 * Whether the basemap can be read from where it lies: by ranges, and as the kind of file that it ought to be. Some hosts
 * answer a range with the whole file or, behind a proxy that compresses, with bytes that are not those asked for.
 */
export async function canReadBasemap(url: string, signal: AbortSignal): Promise<boolean> {
	if (__ONE_FILE__) return true;
	try {
		const response = await fetch(url, { headers: { Range: `bytes=0-${MAGIC.length - 1}` }, signal });
		if (response.status !== 206) {
			await response.body?.cancel();
			return false;
		}
		return new TextDecoder().decode(await response.arrayBuffer()) === MAGIC;
	} catch {
		return false;
	}
}

/**
 * The basemap where the page has it in itself, as `pmtiles` reads one; `null`: it has none, or it lies beside the page.
 *
 * @param url Under which the style names it.
 */
export function basemapInside(url: string): InsideSource | null {
	const bytes = __ONE_FILE__ ? bytesInside('basemap.pmtiles') : null;
	if (bytes === null) return null;
	return {
		getKey: () => url,
		getBytes: (offset, length) => Promise.resolve({ data: bytes.slice(offset, offset + length).buffer })
	};
}

interface InsideSource {
	getKey(): string;
	/** Both in bytes. */
	getBytes(offset: number, length: number): Promise<{ readonly data: ArrayBuffer }>;
}
