import type { Columns } from '../core/columns.ts';
import { PackWriter } from './pack-writer.ts';
import { PackReader, type FromRows, type PackedInts, type PackedNumbers } from './packed.ts';

/**
 * `Columns` as a file, lossless. 16 bytes: `CHRONOCO`, length of the head, checksum of all that follows (both 32 bits,
 * little-endian). Then the head, JSON in UTF-8, filled up with spaces to a multiple of 8; then the body, whose parts the
 * head describes. The same columns give the same bytes.
 */
interface Head {
	readonly version: number;
	readonly rows: number;
	readonly start: PackedNumbers;
	readonly end: PackedNumbers;
	readonly matches: List<{ readonly matchStart: PackedNumbers; readonly matchEnd: PackedNumbers }>;
	readonly sure: List<{ readonly begunBy: PackedNumbers; readonly lastsTo: PackedNumbers }>;
	readonly category: PackedInts;
	readonly status: PackedInts;
	readonly places: List<{ readonly place: PackedInts; readonly roles: PackedInts }>;
	readonly actors: List<{ readonly actor: PackedInts }>;
	readonly sources: List<{ readonly source: PackedInts }>;
	readonly reportedBy: Reported;
}

type List<Items> = Items & {
	readonly items: number;
	/** Where those of each row end. */
	readonly ends: PackedInts;
};

/** When a row was first reported follows from its sources, but for the rows in `other`; or it stands by itself. */
type Reported =
	| {
			readonly bySource: PackedNumbers;
			readonly sources: number;
			readonly other: { readonly at: PackedInts; readonly values: PackedNumbers } | null;
	  }
	| { readonly bySource: null; readonly values: PackedNumbers };

const VERSION = 2;
const MAGIC = 'CHRONOCO';
const FIXED = 16;

export type DecodeResult =
	{ readonly ok: true; readonly columns: Columns } | { readonly ok: false; readonly why: string };

/** `isQuick`: at once instead of small. */
export function encodeColumns(columns: Columns, isQuick = false): Uint8Array<ArrayBuffer> {
	const writer = new PackWriter(isQuick);
	const head = packColumns(columns, writer);
	const { body } = writer;
	const text = new TextEncoder().encode(JSON.stringify(head));
	const headLength = Math.ceil(text.length / 8) * 8;
	// Whole words of the checksum.
	const file = new Uint8Array(FIXED + headLength + Math.ceil(body.length / 4) * 4);
	file.set(new TextEncoder().encode(MAGIC));
	file.fill(0x20, FIXED, FIXED + headLength);
	file.set(text, FIXED);
	file.set(body, FIXED + headLength);
	const view = new DataView(file.buffer);
	view.setUint32(8, headLength, true);
	view.setUint32(12, checksum(file.subarray(FIXED)), true);
	return file;
}

function packColumns(columns: Columns, writer: PackWriter): Head {
	const { rows, start, end } = columns;
	const ints = (values: ArrayLike<number>) => writer.ints(values);
	const counts = (at: Uint32Array) => ({ items: at[rows] ?? 0, ends: writer.ints(at.subarray(1), true) });
	const items = (values: Float64Array, at: Uint32Array) => writer.numbers(values, { start, end, at });
	return {
		version: VERSION,
		rows,
		start: writer.numbers(start),
		end: writer.numbers(end, { start, end: start, at: null }),
		matches: {
			...counts(columns.matchAt),
			matchStart: items(columns.matchStart, columns.matchAt),
			matchEnd: items(columns.matchEnd, columns.matchAt)
		},
		sure: {
			...counts(columns.sureAt),
			begunBy: items(columns.begunBy, columns.sureAt),
			lastsTo: items(columns.lastsTo, columns.sureAt)
		},
		category: ints(columns.category),
		status: ints(columns.status),
		places: { ...counts(columns.placeAt), place: ints(columns.place), roles: ints(columns.roles) },
		actors: { ...counts(columns.actorAt), actor: ints(columns.actor) },
		sources: { ...counts(columns.sourceAt), source: ints(columns.source) },
		reportedBy: packReported(columns, writer)
	};
}

/** A row is reported by its first source; a source is thus out by the latest that any of its rows says. */
function packReported({ rows, start, end, sourceAt, source, reportedBy }: Columns, writer: PackWriter): Reported {
	const bySource = new Float64Array(source.reduce((most, index) => Math.max(most, index + 1), 0)).fill(-Infinity);
	for (let row = 0, i = 0; row < rows; row++)
		for (; i < (sourceAt[row + 1] ?? 0); i++) {
			const index = source[i] ?? 0;
			bySource[index] = Math.max(bySource[index] ?? 0, reportedBy[row] ?? 0);
		}
	const derived = deriveReported(new Float64Array(rows), bySource, sourceAt, source);
	const others: number[] = [];
	for (let row = 0; row < rows; row++) if (derived[row] !== reportedBy[row]) others.push(row);
	if (others.length * 2 > rows) return { bySource: null, values: writer.numbers(reportedBy, { start, end, at: null }) };
	return {
		bySource: writer.numbers(bySource),
		sources: bySource.length,
		other:
			others.length === 0
				? null
				: {
						at: writer.ints(others),
						values: writer.numbers(Float64Array.from(others, (row) => reportedBy[row] ?? 0))
					}
	};
}

function deriveReported(out: Float64Array, bySource: Float64Array, sourceAt: Uint32Array, source: Uint32Array) {
	for (let row = 0, i = 0; row < out.length; row++) {
		let first = Infinity;
		for (const end = sourceAt[row + 1] ?? 0; i < end; i++) {
			const by = bySource[source[i] ?? 0] ?? Infinity;
			if (by < first) first = by;
		}
		out[row] = first;
	}
	return out;
}

/** `why` is for developers: a damaged file, another one, or one of another version. */
export function decodeColumns(file: Uint8Array<ArrayBuffer>): DecodeResult {
	const refuse = (why: string): DecodeResult => ({ ok: false, why });
	if (file.length < FIXED || new TextDecoder().decode(file.subarray(0, 8)) !== MAGIC)
		return refuse('These are no columns.');
	const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
	const headLength = view.getUint32(8, true);
	if (FIXED + headLength > file.length || file.length % 4 !== 0) return refuse('The file ends too early.');
	const rest = file.subarray(FIXED);
	if (checksum(rest) !== view.getUint32(12, true)) return refuse('The file is damaged.');
	try {
		const head = JSON.parse(new TextDecoder().decode(rest.subarray(0, headLength))) as Head;
		if (head.version !== VERSION) return refuse(`The file is of version ${head.version}; this reads ${VERSION}.`);
		return { ok: true, columns: unpackColumns(head, new PackReader(rest.subarray(headLength))) };
	} catch (error) {
		// The checksum is right, so it was written so.
		return refuse(
			`The file was not written as it should be: ${error instanceof Error ? error.message : String(error)}`
		);
	}
}

/**
 * What nobody has asked for yet is not read: counting needs half of the columns, and sources or sure spans are asked for by
 * some views alone. That they can be read is looked at before.
 */
function unpackColumns(head: Head, reader: PackReader): Columns {
	const { rows, matches, sure, places, actors, sources } = head;
	const start = reader.numbers(head.start, rows);
	const end = reader.numbers(head.end, rows, { start, end: start, at: null });
	const later = <T>(read: () => T): (() => T) => {
		let known: T | null = null;
		return () => (known ??= read());
	};
	const bytes = (packed: PackedInts, length: number) => {
		reader.check(packed, length);
		return later(() => reader.bytes(packed, length));
	};
	const words = (packed: PackedInts, length: number) => {
		reader.check(packed, length);
		return later(() => reader.ints(packed, new Uint32Array(length)));
	};
	const numbers = (packed: PackedNumbers, length: number, from: FromRows | null = null) => {
		reader.checkNumbers(packed, length);
		return later(() => reader.numbers(packed, length, from));
	};
	// Lists are mostly as long for all rows: such an array is made once.
	const even = new Map<number, Uint32Array>();
	const counted = ({ items, ends }: List<unknown>): Counted => {
		const known = ends.planes === 0 && ends.before === 0 ? even.get(ends.base) : undefined;
		const at = known ?? new Uint32Array(rows + 1);
		if (known === undefined && !(ends.planes === 0 && ends.before === 0 && ends.base === 0))
			reader.ints(ends, at.subarray(1));
		if (ends.planes === 0 && ends.before === 0) even.set(ends.base, at);
		if (ends.length !== rows || at[rows] !== items) throw new RangeError('There are not as many items as rows have.');
		const isOneEach = ends.planes === 0 && ends.base === 1 && items === rows;
		return { at, from: { start, end, at: isOneEach ? null : at } };
	};
	const items = (packed: PackedNumbers, { items: length }: List<unknown>, { from }: Counted) =>
		numbers(packed, length, from);
	const [match, sures, place, actor, source] = [matches, sure, places, actors, sources].map(counted) as [
		Counted,
		Counted,
		Counted,
		Counted,
		Counted
	];
	const read = {
		matchStart: items(matches.matchStart, matches, match),
		matchEnd: items(matches.matchEnd, matches, match),
		begunBy: items(sure.begunBy, sure, sures),
		lastsTo: items(sure.lastsTo, sure, sures),
		category: bytes(head.category, rows),
		status: bytes(head.status, rows),
		place: words(places.place, places.items),
		roles: bytes(places.roles, places.items),
		actor: words(actors.actor, actors.items),
		source: words(sources.source, sources.items)
	};
	/** What follows from the sources is worked out. */
	const unpackReported = (): (() => Float64Array) => {
		const { reportedBy } = head;
		if (reportedBy.bySource === null) return numbers(reportedBy.values, rows, { start, end, at: null });
		const bySource = numbers(reportedBy.bySource, reportedBy.sources);
		const others = reportedBy.other?.at.length ?? 0;
		const at = reportedBy.other === null ? () => [] : words(reportedBy.other.at, others);
		const values = reportedBy.other === null ? () => [] : numbers(reportedBy.other.values, others);
		return later(() => {
			const derived = deriveReported(new Float64Array(rows), bySource(), source.at, read.source());
			const [rowOf, valueOf] = [at(), values()];
			for (let i = 0; i < others; i++) derived[rowOf[i] ?? 0] = valueOf[i] ?? 0;
			return derived;
		});
	};
	const reportedBy = unpackReported();
	return {
		rows,
		start,
		end,
		matchAt: match.at,
		sureAt: sures.at,
		placeAt: place.at,
		actorAt: actor.at,
		sourceAt: source.at,
		get matchStart() {
			return read.matchStart();
		},
		get matchEnd() {
			return read.matchEnd();
		},
		get begunBy() {
			return read.begunBy();
		},
		get lastsTo() {
			return read.lastsTo();
		},
		get category() {
			return read.category();
		},
		get status() {
			return read.status();
		},
		get place() {
			return read.place();
		},
		get roles() {
			return read.roles();
		},
		get actor() {
			return read.actor();
		},
		get source() {
			return read.source();
		},
		get reportedBy() {
			return reportedBy();
		}
	};
}

interface Counted {
	readonly at: Uint32Array;
	readonly from: FromRows;
}

/** Four sums side by side, so that none waits for another. The length is a multiple of 4. */
function checksum(bytes: Uint8Array<ArrayBuffer>): number {
	// Signed ones are read faster.
	const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
	const whole = words.length & ~3;
	let [a, b, c, d] = [1, 2, 3, 4];
	for (let i = 0; i < whole; i += 4) {
		a = Math.imul(a ^ (words[i] ?? 0), 0x01000193);
		b = Math.imul(b ^ (words[i + 1] ?? 0), 0x01000193);
		c = Math.imul(c ^ (words[i + 2] ?? 0), 0x01000193);
		d = Math.imul(d ^ (words[i + 3] ?? 0), 0x01000193);
	}
	for (let i = whole; i < words.length; i++) a = Math.imul(a ^ (words[i] ?? 0), 0x01000193);
	return (Math.imul(a ^ (b >>> 7), 0x85ebca6b) ^ Math.imul(c ^ (d >>> 11), 0xc2b2ae35) ^ words.length) >>> 0;
}
