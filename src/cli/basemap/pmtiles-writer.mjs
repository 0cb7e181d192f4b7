import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { zxyToTileId } from 'pmtiles';

// The specification wants header and root directory within the first 16 KiB: what a reader fetches first.
const HEADER_BYTES = 127;
const ROOT_LIMIT_BYTES = 16384 - HEADER_BYTES;
const GZIP = 2;
const MVT = 1;

/** Gzip whose bytes do not depend on the operating system that wrote them. */
export function gzip(bytes) {
	const out = gzipSync(bytes, { level: 9 });
	out[9] = 255;
	return out;
}

/**
 * Writes a PMTiles version 3 archive (https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md): clustered, tiles
 * and directories gzipped, equal tiles stored once.
 *
 * @param {Iterable<{ z: number, x: number, y: number, data: Uint8Array }>} tiles not compressed
 * @param {{ minZoom: number, maxZoom: number, center: [number, number, number], metadata: object }} about
 *   `center` is longitude, latitude, zoom
 */
export function writePmtiles(tiles, about) {
	const sorted = [...tiles]
		.map(({ z, x, y, data }) => ({ id: zxyToTileId(z, x, y), data }))
		.sort((a, b) => a.id - b.id);
	const { entries, chunks, contents } = storeTiles(sorted);
	const { root, leaves } = buildDirectories(entries);
	const metadata = gzip(Buffer.from(JSON.stringify(about.metadata)));
	const data = Buffer.concat(chunks);
	const header = writeHeader(about, {
		root: root.length,
		metadata: metadata.length,
		leaves: leaves.length,
		data: data.length,
		addressed: sorted.length,
		entries: entries.length,
		contents
	});
	return Buffer.concat([header, root, metadata, leaves, data]);
}

function storeTiles(sorted) {
	const offsets = new Map();
	const entries = [];
	const chunks = [];
	let length = 0;
	for (const { id, data } of sorted) {
		const hash = createHash('sha256').update(data).digest('base64');
		let stored = offsets.get(hash);
		if (stored === undefined) {
			const compressed = gzip(data);
			stored = { offset: length, length: compressed.length };
			offsets.set(hash, stored);
			chunks.push(compressed);
			length += compressed.length;
		}
		const last = entries.at(-1);
		if (last !== undefined && last.offset === stored.offset && last.id + last.run === id) last.run++;
		else entries.push({ id, run: 1, ...stored });
	}
	return { entries, chunks, contents: offsets.size };
}

function buildDirectories(entries) {
	const whole = gzip(encodeDirectory(entries));
	if (whole.length <= ROOT_LIMIT_BYTES) return { root: whole, leaves: Buffer.alloc(0) };
	for (let size = 512; ; size *= 2) {
		const rootEntries = [];
		const leaves = [];
		let offset = 0;
		for (let start = 0; start < entries.length; start += size) {
			const leaf = gzip(encodeDirectory(entries.slice(start, start + size)));
			rootEntries.push({ id: entries[start].id, run: 0, offset, length: leaf.length });
			leaves.push(leaf);
			offset += leaf.length;
		}
		const root = gzip(encodeDirectory(rootEntries));
		if (root.length <= ROOT_LIMIT_BYTES) return { root, leaves: Buffer.concat(leaves) };
	}
}

function encodeDirectory(entries) {
	const bytes = [];
	writeVarint(bytes, entries.length);
	entries.forEach((entry, i) => writeVarint(bytes, entry.id - (i === 0 ? 0 : entries[i - 1].id)));
	for (const entry of entries) writeVarint(bytes, entry.run);
	for (const entry of entries) writeVarint(bytes, entry.length);
	entries.forEach((entry, i) => {
		const previous = entries[i - 1];
		const follows = previous !== undefined && entry.offset === previous.offset + previous.length;
		writeVarint(bytes, follows ? 0 : entry.offset + 1);
	});
	return Buffer.from(bytes);
}

function writeVarint(bytes, value) {
	while (value > 127) {
		bytes.push((value % 128) + 128);
		value = Math.floor(value / 128);
	}
	bytes.push(value);
}

function writeHeader(about, size) {
	const header = Buffer.alloc(HEADER_BYTES);
	header.write('PMTiles', 0, 'ascii');
	header.writeUInt8(3, 7);
	const rootAt = HEADER_BYTES;
	const metadataAt = rootAt + size.root;
	const leavesAt = metadataAt + size.metadata;
	const dataAt = leavesAt + size.leaves;
	const numbers = [rootAt, size.root, metadataAt, size.metadata, leavesAt, size.leaves, dataAt, size.data];
	numbers.push(size.addressed, size.entries, size.contents);
	numbers.forEach((number, i) => header.writeBigUInt64LE(BigInt(number), 8 + i * 8));
	header.writeUInt8(1, 96);
	header.writeUInt8(GZIP, 97);
	header.writeUInt8(GZIP, 98);
	header.writeUInt8(MVT, 99);
	header.writeUInt8(about.minZoom, 100);
	header.writeUInt8(about.maxZoom, 101);
	const [lng, lat, zoom] = about.center;
	[-180, -85.0511287, 180, 85.0511287].forEach((degrees, i) =>
		header.writeInt32LE(Math.round(degrees * 1e7), 102 + i * 4)
	);
	header.writeUInt8(zoom, 118);
	header.writeInt32LE(Math.round(lng * 1e7), 119);
	header.writeInt32LE(Math.round(lat * 1e7), 123);
	return header;
}
