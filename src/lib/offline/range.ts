/** Bytes of a file, both inclusive. */
export interface ByteRange {
	readonly first: number;
	readonly last: number;
}

/**
 * What a header `Range` asks of a file of `size` bytes. `whole`: nothing, or in a form that may be ignored (several ranges at
 * once). `outside`: what the file has not (416).
 */
export function rangeOf(header: string | null, size: number): ByteRange | 'whole' | 'outside' {
	const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.replace(/\s/g, '') ?? '') ?? [];
	if (from === '' && to === '') return 'whole';
	if (from === '') {
		const length = Math.min(Number(to), size);
		return length === 0 ? 'outside' : { first: size - length, last: size - 1 };
	}
	const [first, last] = [Number(from), to === '' ? size - 1 : Math.min(Number(to), size - 1)];
	if (to !== '' && Number(to) < first) return 'whole';
	return first >= size ? 'outside' : { first, last };
}

/** The answer to a request for a part of a file that is here as a whole. `kept`: how it once came. */
export function partOf(file: Blob, kept: Headers, header: string | null): Response {
	const range = rangeOf(header, file.size);
	const headers = new Headers({ 'accept-ranges': 'bytes' });
	for (const name of ['content-type', 'etag', 'last-modified']) {
		const value = kept.get(name);
		if (value !== null) headers.set(name, value);
	}
	if (range === 'outside') {
		headers.set('content-range', `bytes */${file.size}`);
		return new Response(null, { status: 416, headers });
	}
	const part = range === 'whole' ? file : file.slice(range.first, range.last + 1);
	headers.set('content-length', String(part.size));
	if (range === 'whole') return new Response(part, { headers });
	headers.set('content-range', `bytes ${range.first}-${range.last}/${file.size}`);
	return new Response(part, { status: 206, headers });
}
