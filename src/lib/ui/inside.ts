/** Files that the page has in itself, where it is all there is: blocks of text that are never run (`src/cli/one-file`). */

function blockOf(name: string): HTMLScriptElement | null {
	return document.querySelector<HTMLScriptElement>(`script[data-file="${name}"]`);
}

/** `name`: its path below the root of the site. `null`: it is not in the page. */
export function bytesInside(name: string): Uint8Array<ArrayBuffer> | null {
	const block = blockOf(name);
	return block === null ? null : bytesOf(block);
}

/** For a link that saves it; `null`: it is not in the page. */
export function dataUrlInside(name: string): string | null {
	const block = blockOf(name);
	return block === null ? null : `data:${block.type},${block.text}`;
}

/** All files of a folder, by their names below it. */
export async function folderInside(folder: string): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> {
	const start = `${folder}/`;
	const blocks = [...document.querySelectorAll<HTMLScriptElement>(`script[data-file^="${start}"]`)];
	const files = await Promise.all(
		blocks.map(async (block) => {
			const bytes = bytesOf(block);
			return [
				(block.dataset.file ?? '').slice(start.length),
				'gzip' in block.dataset ? await unzip(bytes) : bytes
			] as const;
		})
	);
	return new Map(files);
}

/** What a `data:` URL in base64 holds: a page that may fetch nothing may not fetch that either. */
export function bytesOfDataUrl(url: string): Uint8Array<ArrayBuffer> {
	return decode(url.slice(url.indexOf(',') + 1));
}

function bytesOf({ text }: HTMLScriptElement): Uint8Array<ArrayBuffer> {
	return decode(text);
}

function decode(base64: string): Uint8Array<ArrayBuffer> {
	const signs = atob(base64);
	const bytes = new Uint8Array(signs.length);
	for (let at = 0; at < signs.length; at++) bytes[at] = signs.charCodeAt(at);
	return bytes;
}

async function unzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
	const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
	return new Uint8Array(await new Response(stream).arrayBuffer());
}
