import { addToAll, joinPairs, MOST_BASE, putPairs, sumPairs, type Plane } from './planes.ts';

/**
 * Arrays of numbers, packed: what a reader does with each is one pass. All bytes of one rank stand together (planes), as
 * those of higher ranks are nearly always the same, which is what general compression makes little of.
 */

/** `base + n` for whole numbers `n` from 0 on; or the same for what each has more than the one before. */
export interface PackedInts {
	readonly length: number;
	readonly base: number;
	/** Bytes of a number; 0: all are `base`. */
	readonly planes: 0 | 1 | 2 | 3 | 4;
	/** What the first one has its difference from; `null`: these are no differences. */
	readonly before: number | null;
	/** Where the planes begin in the file's body. */
	readonly at: number;
}

/** Doubles: multiples of `scale`, added to what `from` has where it is not null; those that are not stand in `other`. */
export type PackedNumbers = ScaledNumbers | PlainNumbers;

interface ScaledNumbers {
	readonly form: 'scaled';
	readonly scale: number;
	/** The array that the items of a row count from. */
	readonly from: 'start' | 'end' | null;
	readonly ints: PackedInts;
	readonly other: { readonly at: PackedInts; readonly values: PackedNumbers } | null;
}

/** As they are, little-endian. */
interface PlainNumbers {
	readonly form: 'plain';
	readonly length: number;
	readonly at: number;
}

/** Reads what `PackWriter` wrote. The body begins at a multiple of 8 in its buffer. */
export class PackReader {
	readonly #body: Uint8Array;

	constructor(body: Uint8Array) {
		this.#body = body;
	}

	/** Throws where `ints` or `bytes` would, without reading anything. */
	check(packed: PackedInts, length: number): void {
		if (packed.length !== length) throw new RangeError('The length is not the one that was packed.');
		if (packed.at + packed.planes * length > this.#body.length) throw new RangeError('The file ends too early.');
	}

	/** The same for `numbers`, given that there is something to count from. */
	checkNumbers(packed: PackedNumbers, length: number): void {
		if (packed.form === 'plain') {
			if (packed.length !== length) throw new RangeError('The length is not the one that was packed.');
			if (packed.at + 8 * length > this.#body.length) throw new RangeError('The file ends too early.');
			return;
		}
		this.check(packed.ints, length);
		if (packed.other === null) return;
		this.check(packed.other.at, packed.other.at.length);
		this.checkNumbers(packed.other.values, packed.other.at.length);
	}

	/** Bytes, where no number is larger. Those that are in the file as they are stay there: it is not to be written to. */
	bytes(packed: PackedInts, length: number): Uint8Array {
		const { base, planes, before } = packed;
		if (length !== packed.length) throw new RangeError('The length is not the one that was packed.');
		if (planes === 1 && before === null && base === 0) return this.#plane(packed, 0);
		const out = new Uint8Array(length);
		if (planes === 0 && before === null) fill(out, base);
		else out.set(this.ints(packed, new Uint32Array(length)));
		return out;
	}

	// This and the next are one thing written twice: a loop over arrays of one type is three times as fast as over several.
	ints(packed: PackedInts, out: Uint32Array): Uint32Array {
		const { length, base, planes, before } = packed;
		if (out.length !== length) throw new RangeError('The length is not the one that was packed.');
		const [a, b, c, d] = this.#planes(packed);
		let sum = before ?? 0;
		if (planes === 0 && before === null) fill(out, base);
		else if (planes === 0) for (let i = 0; i < length; i++) out[i] = sum += base;
		else if (planes === 1 && before === null) for (let i = 0; i < length; i++) out[i] = base + (a[i] ?? 0);
		else if (planes === 1) for (let i = 0; i < length; i++) out[i] = sum += base + (a[i] ?? 0);
		else if (planes === 2 && before === null) joinPairs(a, b, base, out);
		else if (planes === 2) for (let i = 0; i < length; i++) out[i] = sum += base + ((a[i] ?? 0) | ((b[i] ?? 0) << 8));
		else
			for (let i = 0; i < length; i++) {
				const low = (a[i] ?? 0) | ((b[i] ?? 0) << 8) | ((c[i] ?? 0) << 16);
				const n = base + low + (d[i] ?? 0) * 0x1000000;
				out[i] = before === null ? n : (sum += n);
			}
		return out;
	}

	/** Each times `scale`. */
	#scaled(packed: PackedInts, out: Float64Array, scale: number): void {
		const { length, base, planes, before } = packed;
		if (out.length !== length) throw new RangeError('The length is not the one that was packed.');
		const [a, b, c, d] = this.#planes(packed);
		let sum = before ?? 0;
		if (planes === 0 && before === null) out.fill(base * scale);
		else if (planes === 1 && before === null) for (let i = 0; i < length; i++) out[i] = (base + (a[i] ?? 0)) * scale;
		else if (planes === 1) for (let i = 0; i < length; i++) out[i] = (sum += base + (a[i] ?? 0)) * scale;
		else if (planes === 2 && before !== null && Math.abs(base) < MOST_BASE) sumPairs(a, b, base, before, scale, out);
		else if (planes === 2 && before !== null)
			for (let i = 0; i < length; i++) out[i] = (sum += base + ((a[i] ?? 0) | ((b[i] ?? 0) << 8))) * scale;
		else
			for (let i = 0; i < length; i++) {
				const low = (a[i] ?? 0) | ((b[i] ?? 0) << 8) | ((c[i] ?? 0) << 16);
				const n = base + low + (d[i] ?? 0) * 0x1000000;
				out[i] = (before === null ? n : (sum += n)) * scale;
			}
	}

	/** Those that there are not are all 0 where others are read beside them: reading past an end is slow. */
	#planes(packed: PackedInts): [Plane, Plane, Plane, Plane] {
		const zeros = packed.planes < 2 || packed.planes === 4 ? NO_PLANE : new Uint8Array(packed.length);
		const plane = (rank: number): Plane => (rank < packed.planes ? this.#plane(packed, rank) : zeros);
		return [plane(0), plane(1), plane(2), plane(3)];
	}

	/**
	 * `from`: the arrays that may be counted from, and where the items of each row stand (`null`: one a row, as far as they
	 * go). Without it nothing is counted from anything. Where nothing is different it is that array itself.
	 */
	numbers(packed: PackedNumbers, length: number, from: FromRows | null = null): Float64Array {
		if (packed.form === 'plain') return this.#plain(packed, new Float64Array(length));
		const { scale, ints, other } = packed;
		if (packed.from === null) {
			const out = new Float64Array(length);
			this.#scaled(ints, out, scale);
			return this.#others(other, out);
		}
		if (from === null) throw new RangeError('There is nothing to count from.');
		const base = from[packed.from];
		if (isNothing(ints) && other === null && from.at === null && base.length === length && ints.length === length)
			return base;
		const out = new Float64Array(length);
		this.#counted(packed, out, base, from.at);
		return this.#others(other, out);
	}

	#others(other: ScaledNumbers['other'], out: Float64Array): Float64Array {
		if (other === null) return out;
		const { at: places, values: items } = other;
		const { length } = places;
		if (items.form === 'scaled' && items.from === null && items.other === null) {
			const { scale, ints } = items;
			if (areSteps(places) && areSteps(ints)) {
				this.check(ints, length);
				putPairs(this.#steps(places), this.#steps(ints), scale, out);
				return out;
			}
		}
		const at = this.ints(places, new Uint32Array(length));
		const values = this.numbers(items, length);
		for (let i = 0; i < length; i++) out[at[i] ?? 0] = values[i] ?? 0;
		return out;
	}

	/** What each has more than its row. */
	#counted({ ints, scale }: ScaledNumbers, out: Float64Array, base: Float64Array, at: Uint32Array | null): void {
		if (out.length !== ints.length) throw new RangeError('The length is not the one that was packed.');
		if (ints.planes === 0 && ints.before === null) return addConstant(out, base, at, ints.base * scale);
		if (ints.planes === 1 && ints.before === null)
			return addBytes(out, base, at, this.#plane(ints, 0), ints.base, scale);
		this.#scaled(ints, out, scale);
		if (at === null) for (let i = 0; i < out.length; i++) out[i] = (out[i] ?? 0) + (base[i] ?? 0);
		else
			for (let row = 0, i = 0; i < out.length; row++)
				for (const end = at[row + 1] ?? 0; i < end; i++) out[i] = (out[i] ?? 0) + (base[row] ?? 0);
	}

	#steps(packed: PackedSteps) {
		const { base, before } = packed;
		return { low: this.#plane(packed, 0), high: this.#plane(packed, 1), base, before };
	}

	#plane({ length, at }: PackedInts, rank: number): Plane {
		const begin = at + rank * length;
		if (begin + length > this.#body.length) throw new RangeError('The file ends too early.');
		return this.#body.subarray(begin, begin + length);
	}

	#plain({ length, at }: { readonly length: number; readonly at: number }, out: Float64Array): Float64Array {
		if (out.length !== length) throw new RangeError('The length is not the one that was packed.');
		const view = new DataView(this.#body.buffer, this.#body.byteOffset, this.#body.byteLength);
		for (let i = 0; i < length; i++) out[i] = view.getFloat64(at + i * 8, true);
		return out;
	}
}

/** What is new is 0 already, and takes no memory until it is written. */
function fill(out: Uint8Array | Uint32Array, value: number): void {
	if (value !== 0) out.fill(value);
}

/** Differences of two bytes each, which can be added up without an array in between. */
type PackedSteps = PackedInts & { readonly before: number };

function areSteps(packed: PackedInts): packed is PackedSteps {
	return packed.planes === 2 && packed.before !== null;
}

function isNothing({ base, planes, before }: PackedInts): boolean {
	return base === 0 && planes === 0 && before === null;
}

export interface FromRows {
	readonly start: Float64Array;
	readonly end: Float64Array;
	/** The items of row `i` stand from `at[i]` up to and without `at[i + 1]`. */
	readonly at: Uint32Array | null;
}

const NO_PLANE: Plane = new Uint8Array(0);

function addConstant(out: Float64Array, base: Float64Array, at: Uint32Array | null, constant: number): void {
	if (at === null && constant === 0) out.set(base.subarray(0, out.length));
	else if (at === null) addToAll(base, constant, out);
	else
		for (let row = 0, i = 0; i < out.length; row++) {
			const value = (base[row] ?? 0) + constant;
			for (const end = at[row + 1] ?? 0; i < end; i++) out[i] = value;
		}
}

function addBytes(
	out: Float64Array,
	base: Float64Array,
	at: Uint32Array | null,
	bytes: Plane,
	more: number,
	scale: number
): void {
	if (at === null) for (let i = 0; i < out.length; i++) out[i] = (more + (bytes[i] ?? 0)) * scale + (base[i] ?? 0);
	else
		for (let row = 0, i = 0; i < out.length; row++) {
			const value = base[row] ?? 0;
			for (const end = at[row + 1] ?? 0; i < end; i++) out[i] = (more + (bytes[i] ?? 0)) * scale + value;
		}
}
