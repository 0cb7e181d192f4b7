/** Length in bytes of what begins every PNG file: the signature and the chunk `IHDR`. */
const HEAD_BYTES = 8 + 25;

/**
 * A PNG file with texts in it (chunks `iTXt`, UTF-8), which it keeps wherever it goes: what it shows, and whose it is. Empty ones
 * are left out.
 *
 * @param texts By the keywords of the PNG specification: `Title`, `Description`, `Copyright`, `Comment`.
 */
export function withTexts(
	png: Uint8Array<ArrayBuffer>,
	texts: readonly (readonly [keyword: string, text: string])[]
): Blob {
	const chunks = texts.filter(([, text]) => text !== '').map(([keyword, text]) => textChunk(keyword, text));
	return new Blob([png.subarray(0, HEAD_BYTES), ...chunks, png.subarray(HEAD_BYTES)], { type: 'image/png' });
}

function textChunk(keyword: string, text: string): Uint8Array<ArrayBuffer> {
	// Not compressed; of no language; no translated keyword. A text may hold anything but NUL.
	const body = new TextEncoder().encode(`iTXt${keyword}\0\0\0\0\0${text.replaceAll('\0', '')}`);
	const chunk = new Uint8Array(body.length + 8);
	const view = new DataView(chunk.buffer);
	view.setUint32(0, body.length - 4);
	chunk.set(body, 4);
	view.setUint32(body.length + 4, crc32(body));
	return chunk;
}

/** As PNG and zip have it: polynomial 0xEDB88320, bit by bit, as it is for a few hundred bytes. */
function crc32(bytes: Uint8Array): number {
	let crc = 0xffffffff;
	for (const byte of bytes) {
		crc ^= byte;
		for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
	}
	return (crc ^ 0xffffffff) >>> 0;
}
