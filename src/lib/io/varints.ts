/**
 * Rising rows as bytes: what each is more than the one before, seven bits a byte, the lowest first; or, where that is
 * shorter, a bit for every row there is. The first byte says which.
 */
const STEPS = 0;
const BITS = 1;

/** `rows`: rising, each once, below `size`. */
export function packRows(rows: Uint32Array, size: number): Uint8Array {
	const bits = 1 + Math.ceil(size / 8);
	const steps: number[] = [STEPS];
	let last = -1;
	for (const row of rows) {
		if (steps.length > bits) break;
		let step = row - last - 1;
		last = row;
		for (; step >= 0x80; step = Math.floor(step / 0x80)) steps.push((step % 0x80) | 0x80);
		steps.push(step);
	}
	if (steps.length <= bits) return Uint8Array.from(steps);
	const bytes = new Uint8Array(bits);
	bytes[0] = BITS;
	for (const row of rows) {
		const at = 1 + (row >> 3);
		bytes[at] = (bytes[at] ?? 0) | (1 << (row & 7));
	}
	return bytes;
}

/** A set of rows, as one bit for each: what is found in several lists is there once, and in order. */
export class RowSet {
	readonly #size: number;
	readonly #bytes: Uint8Array;

	constructor(size: number) {
		this.#size = size;
		this.#bytes = new Uint8Array(Math.ceil(size / 8));
	}

	/** Adds what `packRows` wrote; throws a RangeError for what it cannot have written. */
	add(packed: Uint8Array): void {
		const bytes = this.#bytes;
		if (packed[0] === BITS) {
			if (packed.length !== bytes.length + 1) throw new RangeError('These are bits of another number of rows.');
			for (let i = 0; i < bytes.length; i++) bytes[i] = (bytes[i] ?? 0) | (packed[i + 1] ?? 0);
			return;
		}
		let [row, step, unit] = [-1, 0, 1];
		for (let i = 1; i < packed.length; i++) {
			const byte = packed[i] ?? 0;
			step += (byte & 0x7f) * unit;
			unit *= 0x80;
			if (byte >= 0x80) continue;
			row += step + 1;
			if (row >= this.#size) throw new RangeError('There are not so many rows.');
			bytes[row >> 3] = (bytes[row >> 3] ?? 0) | (1 << (row & 7));
			[step, unit] = [0, 1];
		}
	}

	/** Rising. */
	rows(): Uint32Array<ArrayBuffer> {
		let count = 0;
		for (const byte of this.#bytes) for (let rest = byte; rest > 0; rest &= rest - 1) count++;
		const rows = new Uint32Array(count);
		let at = 0;
		this.#bytes.forEach((byte, i) => {
			for (let bit = 0, rest = byte; rest > 0; bit++, rest >>= 1) if ((rest & 1) === 1) rows[at++] = i * 8 + bit;
		});
		return rows;
	}
}
