import { touches, type Columns } from './columns.ts';
import { countBelow, findLasting } from './span-index.ts';
import type { Reach, WindowIndex } from './window-index.ts';

/** A set of rows that tells how many of it stand before a row, and which is the n-th. */
export class RowSet {
	readonly #words: Uint32Array;
	/** Rows of the set before each word. */
	readonly #before: Uint32Array;

	constructor(words: Uint32Array) {
		this.#words = words;
		this.#before = new Uint32Array(words.length + 1);
		for (let i = 0; i < words.length; i++) this.#before[i + 1] = (this.#before[i] ?? 0) + bitsIn(words[i] ?? 0);
	}

	get size(): number {
		return this.#before[this.#words.length] ?? 0;
	}

	has(row: number): boolean {
		return (((this.#words[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1;
	}

	countBefore(row: number): number {
		const word = row >>> 5;
		return (this.#before[word] ?? 0) + bitsIn((this.#words[word] ?? 0) & ((1 << (row & 31)) - 1));
	}

	/** The row with `index` of the set before it; there has to be one. */
	at(index: number): number {
		let [low, high] = [0, this.#words.length];
		while (low < high) {
			const middle = (low + high) >>> 1;
			if ((this.#before[middle + 1] ?? 0) <= index) low = middle + 1;
			else high = middle;
		}
		let word = this.#words[low] ?? 0;
		for (let left = index - (this.#before[low] ?? 0); left > 0; left--) word &= word - 1;
		return low * 32 + 31 - Math.clz32(word & -word);
	}
}

/** Of the rows of a set of bits, those that break no rule. */
export function unbrokenRows(bits: Uint32Array, broken: Uint16Array): RowSet {
	const words = new Uint32Array(bits.length);
	for (let i = 0; i < words.length; i++) {
		let word = 0;
		const first = i * 32;
		const length = Math.min(32, broken.length - first);
		for (let bit = 0; bit < length; bit++) word |= (((broken[first + bit] ?? 0) - 1) >>> 31) << bit;
		words[i] = word & (bits[i] ?? 0);
	}
	return new RowSet(words);
}

/**
 * The rows that one result lists, by number. Those that begin in the window stand in a row already; before them come the
 * ones that were running, and between all of them the odd ones whose place in the list is not where they begin.
 */
export class Listing {
	/** Rising. */
	readonly #others: Uint32Array;
	readonly #regular: RowSet;
	/** Regular rows from `#first` up to and without `#end` of the set are listed. */
	readonly #first: number;
	readonly #end: number;
	/** The rows before which none and all of these stand. */
	readonly #from: number;
	readonly #to: number;

	/** `regular`: `unbrokenRows` of `index.regular`. */
	constructor(columns: Columns, index: WindowIndex, regular: RowSet, reach: Reach, broken: Uint16Array) {
		const { start, end } = reach.window;
		const isEmpty = !(start < end);
		this.#regular = regular;
		this.#from = countBelow(columns.start, start);
		this.#to = isEmpty ? this.#from : countBelow(columns.start, end);
		this.#first = regular.countBefore(this.#from);
		this.#end = regular.countBefore(this.#to);
		const hasGaps = reach.inGap.length > 0;
		const inGap = (row: number): boolean => hasGaps && !touches(columns, row, reach.window);
		const running = reach.running.rows.filter((row) => regular.has(row) && !inGap(row));
		const odd = oddRows(index, reach).filter((row) => broken[row] === 0 && !inGap(row));
		const loose = reach.isOpen ? index.loose.filter((row) => broken[row] === 0) : new Uint32Array(0);
		this.#others = odd.length + loose.length === 0 ? running : merged([running, odd, loose]);
	}

	get count(): number {
		return this.#others.length + this.#end - this.#first;
	}

	rowAt(index: number): number {
		const others = this.#others;
		let [low, high] = [0, others.length];
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (middle + this.#regularBefore(others[middle] ?? 0) < index) low = middle + 1;
			else high = middle;
		}
		const other = others[low];
		if (other !== undefined && low + this.#regularBefore(other) === index) return other;
		return this.#regular.at(this.#first + index - low);
	}

	/** How many listed rows stand before one. */
	countBefore(row: number): number {
		const others = this.#others;
		let [low, high] = [0, others.length];
		while (low < high) {
			const middle = (low + high) >>> 1;
			if ((others[middle] ?? 0) < row) low = middle + 1;
			else high = middle;
		}
		return low + this.#regularBefore(row);
	}

	#regularBefore(row: number): number {
		return this.#regular.countBefore(Math.max(this.#from, Math.min(this.#to, row))) - this.#first;
	}
}

/** Odd rows whose span a window meets. */
function oddRows({ odd }: WindowIndex, { window }: Reach): Uint32Array {
	if (odd.size === 0 || !(window.start < window.end)) return new Uint32Array(0);
	const begun = countBelow(odd.starts, window.start);
	const started = countBelow(odd.starts, window.end);
	return merged([findLasting(odd, begun, window.start, false, null).rows, odd.startRow.subarray(begun, started)]);
}

function merged(lists: readonly Uint32Array[]): Uint32Array {
	const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
	let next = 0;
	for (const list of lists) {
		all.set(list, next);
		next += list.length;
	}
	return all.sort();
}

function bitsIn(word: number): number {
	const pairs = word - ((word >>> 1) & 0x55555555);
	const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
	return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
