/** The first bytes of a PMTiles file. */
const MAGIC = 'PMTiles';

/**
 * Whether the basemap can be read from where it lies: by ranges, and as the kind of file that it ought to be. Some hosts
 * answer a range with the whole file or, behind a proxy that compresses, with bytes that are not those asked for.
 */
export async function canReadBasemap(url: string, signal: AbortSignal): Promise<boolean> {
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
