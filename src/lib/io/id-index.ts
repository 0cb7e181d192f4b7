/**
 * Where the event of an id stands, without the ids: by a hash of 32 bits. `ids/0.bin` and so on have pairs of hash and row,
 * 32 bits little-endian each, rising by hash, then row. Two ids may share a hash: whoever looks compares the record's own id.
 */

/** Ids of a file, about. */
const FILE_IDS = 4_096;

export function idShards(rows: number): number {
	return Math.max(1, Math.ceil(rows / FILE_IDS));
}

/** Which of so many files an id is in. */
export function shardOf(id: string, shards: number): number {
	return hashOf(id) % shards;
}

/** FNV-1a over UTF-16 units, mixed once more so that the low bits are as good as the others. */
export function hashOf(id: string): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	return (hash ^ (hash >>> 13)) >>> 0;
}

/** `ids`: one a row. */
export function indexIds(ids: readonly string[]): Uint8Array[] {
	const hashes = Uint32Array.from(ids, hashOf);
	const shards: number[][] = Array.from({ length: idShards(ids.length) }, () => []);
	hashes.forEach((hash, row) => shards[hash % shards.length]?.push(row));
	return shards.map((rows) => {
		rows.sort((a, b) => (hashes[a] ?? 0) - (hashes[b] ?? 0) || a - b);
		const view = new DataView(new ArrayBuffer(rows.length * 8));
		rows.forEach((row, i) => {
			view.setUint32(i * 8, hashes[row] ?? 0, true);
			view.setUint32(i * 8 + 4, row, true);
		});
		return new Uint8Array(view.buffer);
	});
}

/** Rows that an id may have, hardly ever more than one. */
export function rowsOfId(file: Uint8Array, id: string): number[] {
	const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
	const hash = hashOf(id);
	const rows: number[] = [];
	for (let at = 0; at + 8 <= view.byteLength; at += 8)
		if (view.getUint32(at, true) === hash) rows.push(view.getUint32(at + 4, true));
	return rows;
}
