import type { Mask, Tally } from './counters.ts';
import { countStretch, orderedValues, type OrderedValues } from './ordered-values.ts';
import { pickBytes } from './span-index.ts';
import type { RowList, WindowIndex } from './window-index.ts';

/** Sets of counters that take turns: of few values the same counter is otherwise often due again before it is written. */
const TURNS = 8;

/** The values of rows once more beside a list of rows. */
export interface LaidOut {
	readonly rows: Uint32Array;
	readonly ordered: OrderedValues;
}

/** Events by the one value that each has. */
export class ValueTally implements Tally {
	readonly counts: Uint32Array;
	readonly clearCost: number;
	readonly #values: Uint8Array;
	readonly #rules: number;
	readonly #turns: Int32Array;
	readonly #laidOut: readonly LaidOut[];
	#broken: Uint16Array | null = null;

	/** `rules`: those that a counted row may not break. `laidOut`: for the lists of which most is counted, see `layOut`. */
	constructor(values: Uint8Array, size: number, rules: number, laidOut: readonly LaidOut[]) {
		this.counts = new Uint32Array(size);
		this.clearCost = size / 2;
		this.#values = values;
		this.#rules = rules;
		this.#turns = new Int32Array(TURNS * size);
		this.#laidOut = laidOut;
	}

	reset({ broken, isEmpty }: Mask): void {
		this.#broken = isEmpty ? null : broken;
		this.#turns.fill(0);
	}

	add({ rows }: RowList, from: number, to: number, sign: 1 | -1): void {
		const ordered = this.#laidOut.find((list) => list.rows === rows)?.ordered;
		if (this.#broken !== null) {
			if (ordered === undefined) this.#addRowsMasked(rows, from, to, this.#broken, sign);
			else this.#addMasked(ordered.values, rows, from, to, this.#broken, sign);
		} else if (ordered === undefined) this.#addRows(rows, from, to, sign);
		else countStretch(this.#turns, ordered, from, to, sign);
	}

	#addRows(rows: Uint32Array, from: number, to: number, sign: number): void {
		const [turns, size, values] = [this.#turns, this.counts.length, this.#values];
		for (let i = from; i < to; i++) {
			const at = Math.imul(i & (TURNS - 1), size) + (values[rows[i] ?? 0] ?? 0);
			turns[at] = (turns[at] ?? 0) + sign;
		}
	}

	/** `values` stand beside `rows`. */
	#addMasked(values: Uint8Array, rows: Uint32Array, from: number, to: number, broken: Uint16Array, sign: number): void {
		const [turns, size, rules] = [this.#turns, this.counts.length, this.#rules];
		for (let i = from; i < to; i++) {
			// No branch, which would be guessed wrong every other time.
			const passes = (((broken[rows[i] ?? 0] ?? 0) & rules) - 1) >> 31;
			const at = Math.imul(i & (TURNS - 1), size) + (values[i] ?? 0);
			turns[at] = (turns[at] ?? 0) + (sign & passes);
		}
	}

	#addRowsMasked(rows: Uint32Array, from: number, to: number, broken: Uint16Array, sign: number): void {
		const [turns, size, values, rules] = [this.#turns, this.counts.length, this.#values, this.#rules];
		for (let i = from; i < to; i++) {
			const row = rows[i] ?? 0;
			const passes = (((broken[row] ?? 0) & rules) - 1) >> 31;
			const at = Math.imul(i & (TURNS - 1), size) + (values[row] ?? 0);
			turns[at] = (turns[at] ?? 0) + (sign & passes);
		}
	}

	settle(): void {
		const [turns, counts, size] = [this.#turns, this.counts, this.counts.length];
		for (let value = 0; value < size; value++) {
			let sum = 0;
			for (let i = value; i < turns.length; i += size) sum = (sum + (turns[i] ?? 0)) | 0;
			counts[value] = sum;
		}
	}
}

/** Values, all below `size`, in the two orders of an index: a pass over all rows. */
export function layOut(values: Uint8Array, size: number, { spans }: WindowIndex): readonly LaidOut[] {
	return [spans.startRow, spans.endRow].map((rows) => ({
		rows,
		ordered: orderedValues(pickBytes(values, rows), size)
	}));
}

/** Events by each value of a list that each has. */
export class ListTally implements Tally {
	readonly counts: Uint32Array;
	readonly clearCost: number;
	readonly #at: Uint32Array;
	readonly #values: Uint32Array;
	readonly #rules: number;
	#broken: Uint16Array = new Uint16Array(0);

	/** `rules`: those that a counted row may not break. */
	constructor(at: Uint32Array, values: Uint32Array, size: number, rules: number) {
		this.counts = new Uint32Array(size);
		this.clearCost = size / 16;
		this.#at = at;
		this.#values = values;
		this.#rules = rules;
	}

	reset({ broken }: Mask): void {
		this.#broken = broken;
		this.counts.fill(0);
	}

	add({ rows }: RowList, from: number, to: number, sign: 1 | -1): void {
		const [counts, at, values, broken, rules] = [this.counts, this.#at, this.#values, this.#broken, this.#rules];
		for (let i = from; i < to; i++) {
			const row = rows[i] ?? 0;
			if (((broken[row] ?? 0) & rules) !== 0) continue;
			const last = at[row + 1] ?? 0;
			for (let j = at[row] ?? 0; j < last; j++) {
				const value = values[j] ?? 0;
				counts[value] = (counts[value] ?? 0) + sign;
			}
		}
	}
}

/** How many events of a kind there are. */
export class FlagTally implements Tally {
	readonly clearCost = 0;
	total = 0;
	readonly #kind: (broken: Uint16Array) => Uint8Array;
	#flags: Uint8Array = new Uint8Array(0);

	/** `kind`: 1 for each row to count, else 0. Asked once for each mask. */
	constructor(kind: (broken: Uint16Array) => Uint8Array) {
		this.#kind = kind;
	}

	reset({ broken }: Mask): void {
		this.#flags = this.#kind(broken);
		this.total = 0;
	}

	add({ rows }: RowList, from: number, to: number, sign: 1 | -1): void {
		const flags = this.#flags;
		let count = 0;
		for (let i = from; i < to; i++) count += flags[rows[i] ?? 0] ?? 0;
		this.total += sign * count;
	}
}
