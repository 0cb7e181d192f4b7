/**
 * Fonts for the renderer, which takes what fonts were before the web: a WOFF file (version 1) holds the same tables,
 * compressed one by one (https://www.w3.org/TR/WOFF/).
 */

/** One file of a font: a script or two of it at one weight. */
export interface Face {
	/** Of this file alone: what the renderer finds it by. */
	readonly family: string;
	/** SFNT: TrueType or OpenType. */
	readonly file: Uint8Array;
	/** Code points that have a glyph. */
	readonly characters: ReadonlySet<number>;
	/** A letter of it that joins no other: set round a piece of text, it tells how much room that takes, spaces and all. */
	readonly sentinel: string;
}

interface Table {
	readonly tag: string;
	readonly content: Uint8Array;
}

const WOFF = 'wOFF';
const HEADER = { woff: 44, sfnt: 12 };
const ENTRY = { woff: 20, sfnt: 16 };

/**
 * Reads a WOFF 1 file and gives it a family of its own, as the files of one font, a script each, all carry the same one.
 * Throws a sentence when it is none.
 *
 * @param inflate Undoes zlib's compression.
 */
export function readWoff(
	woff: Uint8Array,
	{ family, sentinel }: Pick<Face, 'family' | 'sentinel'>,
	inflate: (bytes: Uint8Array) => Uint8Array
): Face {
	const view = viewOf(woff);
	if (textOf(woff.subarray(0, 4)) !== WOFF) throw new Error(`The file of the font ${family} is no WOFF.`);
	const tables = Array.from({ length: view.getUint16(12) }, (_, index): Table => {
		const entry = HEADER.woff + index * ENTRY.woff;
		const [at, packed, length] = [view.getUint32(entry + 4), view.getUint32(entry + 8), view.getUint32(entry + 12)];
		const content = woff.subarray(at, at + packed);
		return { tag: textOf(woff.subarray(entry, entry + 4)), content: packed < length ? inflate(content) : content };
	});
	const named = tables.map((table) => (table.tag === 'name' ? { ...table, content: nameTable(family) } : table));
	const cmap = tables.find(({ tag }) => tag === 'cmap');
	if (cmap === undefined) throw new Error(`The font ${family} has no table of its characters.`);
	return { family, sentinel, file: writeSfnt(view.getUint32(4), named), characters: charactersIn(cmap.content) };
}

function writeSfnt(flavour: number, tables: readonly Table[]): Uint8Array {
	const directory = HEADER.sfnt + ENTRY.sfnt * tables.length;
	const length = tables.reduce((sum, { content }) => sum + padded(content.length), directory);
	const file = new Uint8Array(length);
	const view = viewOf(file);
	const steps = Math.floor(Math.log2(tables.length));
	view.setUint32(0, flavour);
	view.setUint16(4, tables.length);
	view.setUint16(6, ENTRY.sfnt * 2 ** steps);
	view.setUint16(8, steps);
	view.setUint16(10, ENTRY.sfnt * (tables.length - 2 ** steps));
	let at = directory;
	tables.forEach(({ tag, content }, index) => {
		const entry = HEADER.sfnt + index * ENTRY.sfnt;
		file.set(bytesOf(tag), entry);
		file.set(content, at);
		view.setUint32(entry + 4, checksum(file, at, padded(content.length)));
		view.setUint32(entry + 8, at);
		view.setUint32(entry + 12, content.length);
		at += padded(content.length);
	});
	return file;
}

/** Family, style, full name and the name for PostScript, as Windows has them. */
function nameTable(family: string): Uint8Array {
	const names = [
		[1, family],
		[2, 'Regular'],
		[4, family],
		[6, family]
	] as const;
	const texts = names.map(([, text]) => Uint8Array.from([...text].flatMap((char) => [0, char.charCodeAt(0)])));
	const start = 6 + 12 * names.length;
	const table = new Uint8Array(texts.reduce((sum, text) => sum + text.length, start));
	const view = viewOf(table);
	view.setUint16(2, names.length);
	view.setUint16(4, start);
	let at = 0;
	names.forEach(([id], index) => {
		const text = texts[index] ?? new Uint8Array();
		[3, 1, 0x409, id, text.length, at].forEach((value, i) => view.setUint16(6 + 12 * index + 2 * i, value));
		table.set(text, start + at);
		at += text.length;
	});
	return table;
}

/** Every code point of the formats in use: 4 for the first plane, 12 for all. */
function charactersIn(cmap: Uint8Array): ReadonlySet<number> {
	const view = viewOf(cmap);
	const found = new Set<number>();
	for (let index = 0; index < view.getUint16(2); index++) {
		const at = view.getUint32(4 + 8 * index + 4);
		const format = view.getUint16(at);
		if (format === 4) readSegments(view, at, found);
		if (format === 12) readGroups(view, at, found);
	}
	return found;
}

function readSegments(view: DataView, at: number, found: Set<number>): void {
	const double = view.getUint16(at + 6);
	const [ends, starts] = [at + 14, at + 16 + double];
	const [deltas, ranges] = [starts + double, starts + 2 * double];
	for (let segment = 0; segment < double; segment += 2) {
		const [start, end] = [view.getUint16(starts + segment), view.getUint16(ends + segment)];
		const range = view.getUint16(ranges + segment);
		for (let code = start; code <= end && code !== 0xffff; code++) {
			const glyph =
				range === 0
					? (code + view.getUint16(deltas + segment)) & 0xffff
					: view.getUint16(ranges + segment + range + 2 * (code - start));
			if (glyph !== 0) found.add(code);
		}
	}
}

function readGroups(view: DataView, at: number, found: Set<number>): void {
	for (let group = 0; group < view.getUint32(at + 12); group++) {
		const entry = at + 16 + 12 * group;
		for (let code = view.getUint32(entry); code <= view.getUint32(entry + 4); code++) found.add(code);
	}
}

function checksum(file: Uint8Array, at: number, length: number): number {
	const view = viewOf(file);
	let sum = 0;
	for (let i = at; i < at + length; i += 4) sum = (sum + view.getUint32(i)) >>> 0;
	return sum;
}

const padded = (length: number): number => (length + 3) & ~3;
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const textOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
