import type { Mask, Tally } from './counters.ts';
import type { RowList, WindowIndex } from './window-index.ts';

/**
 * Sets of counters that take turns, for what has few values: the same counter is otherwise often due again before it is
 * written.
 */
export const TURNS = 8;

/** Adds up the sets of `TURNS`, each as long as `counts`. */
export function addUpTurns(turns: Int32Array, counts: Uint32Array): void {
	for (let value = 0; value < counts.length; value++) {
		let sum = 0;
		for (let i = value; i < turns.length; i += counts.length) sum += turns[i] ?? 0;
		counts[value] = sum;
	}
}

/** Events by the one value that each has. */
export class ValueTally implements Tally {
	readonly counts: Uint32Array;
	readonly clearCost: number;
	readonly #values: Uint8Array;
	readonly #rules: number;
	readonly #turns: Int32Array;
	/** The values once more in the orders in which nearly all are counted, so that one read a row is enough. */
	readonly #laidOut: readonly { readonly rows: Uint32Array; readonly values: Uint8Array }[];
	#broken: Uint16Array | null = null;

	/** `rules`: those that a counted row may not break. */
	constructor(values: Uint8Array, size: number, rules: number, { spans }: WindowIndex) {
		this.counts = new Uint32Array(size);
		this.clearCost = size / 2;
		this.#values = values;
		this.#rules = rules;
		this.#turns = new Int32Array(TURNS * size);
		this.#laidOut = [spans.startRow, spans.endRow].map((rows) => ({ rows, values: pick(values, rows) }));
	}

	reset({ broken, isEmpty }: Mask): void {
		this.#broken = isEmpty ? null : broken;
		this.#turns.fill(0);
	}

	add({ rows }: RowList, from: number, to: number, sign: 1 | -1): void {
		if (this.#broken !== null) return this.#addMasked(rows, from, to, this.#broken, sign);
		const laidOut = this.#laidOut.find((list) => list.rows === rows);
		if (laidOut === undefined) this.#addValues(pick(this.#values, rows.subarray(from, to)), 0, to - from, sign);
		else this.#addValues(laidOut.values, from, to, sign);
	}

	/** The hot loop. */
	#addValues(values: Uint8Array, from: number, to: number, sign: number): void {
		const [turns, size] = [this.#turns, this.counts.length];
		for (let i = from; i < to; i++) {
			const at = Math.imul(i & (TURNS - 1), size) + (values[i] ?? 0);
			turns[at] = (turns[at] ?? 0) + sign;
		}
	}

	#addMasked(rows: Uint32Array, from: number, to: number, broken: Uint16Array, sign: number): void {
		const [turns, size, values, rules] = [this.#turns, this.counts.length, this.#values, this.#rules];
		for (let i = from; i < to; i++) {
			const row = rows[i] ?? 0;
			// No branch, which would be guessed wrong every other time.
			const passes = (((broken[row] ?? 0) & rules) - 1) >> 31;
			const at = Math.imul(i & (TURNS - 1), size) + (values[row] ?? 0);
			turns[at] = (turns[at] ?? 0) + (sign & passes);
		}
	}

	settle(): void {
		addUpTurns(this.#turns, this.counts);
	}
}

function pick(values: Uint8Array, rows: Uint32Array): Uint8Array {
	const picked = new Uint8Array(rows.length);
	for (let i = 0; i < rows.length; i++) picked[i] = values[rows[i] ?? 0] ?? 0;
	return picked;
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
