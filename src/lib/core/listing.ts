import { touches, type Columns } from './columns.ts';
import { countBelow, countUpTo, lastingRows } from './span-index.ts';
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
	/** Rising; `null`: those that were running, and no others, which are looked up as far as somebody asks. */
	readonly #others: Uint32Array | null;
	readonly #reach: Reach;
	readonly #regular: RowSet;
	/** So many of the regular rows stand before the first that begins in the window. */
	readonly #first: number;
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
		this.#reach = reach;
		this.#others = othersOf(columns, index, regular, reach, broken);
	}

	rowAt(index: number): number {
		const others = this.#others;
		if (others === null) {
			const { running } = this.#reach;
			if (index >= running) return this.#regular.at(this.#first + index - running);
			return this.#reach.runningRows(index + 1)[index] ?? 0;
		}
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
		const { running } = this.#reach;
		if (this.#others !== null) return countRowsBelow(this.#others, this.#others.length, row) + this.#regularBefore(row);
		if (row >= this.#from) return running + this.#regularBefore(row);
		return countRowsBelow(this.#reach.runningRows(), running, row);
	}

	#regularBefore(row: number): number {
		return this.#regular.countBefore(Math.max(this.#from, Math.min(this.#to, row))) - this.#first;
	}
}

const NO_ROWS = new Uint32Array(0);

/** Listed rows that do not begin in the window, rising; `null`: they are just those that were running when it began. */
function othersOf(
	columns: Columns,
	index: WindowIndex,
	regular: RowSet,
	reach: Reach,
	broken: Uint16Array
): Uint32Array | null {
	const gaps = reach.inGap.length > 0 ? reach : null;
	// Where every span is of a regular row that breaks nothing, none has to be looked at.
	if (gaps === null && !reach.isOpen && regular.size === index.spans.size) return null;
	const running = keep(reach.runningRows(), reach.running, regular, broken, columns, gaps);
	const odd = oddRows(index, reach);
	const others = odd.length === 0 ? odd : keep(odd, odd.length, null, broken, columns, gaps).sort();
	const loose = reach.isOpen ? keep(index.loose, index.loose.length, null, broken, columns, null) : NO_ROWS;
	return merged(merged(running, others), loose);
}

/** Of the first `length` those that are in a set, or break no rule, and whose matches, not only their span, a window touches. */
function keep(
	rows: Uint32Array,
	length: number,
	set: RowSet | null,
	broken: Uint16Array,
	columns: Columns,
	reach: Reach | null
): Uint32Array {
	const kept = new Uint32Array(length);
	let count = 0;
	for (let i = 0; i < length; i++) {
		const row = rows[i] ?? 0;
		if (set === null ? broken[row] !== 0 : !set.has(row)) continue;
		if (reach === null || touches(columns, row, reach.window)) kept[count++] = row;
	}
	return kept.subarray(0, count);
}

/** Odd rows whose span a window meets, in no order. */
function oddRows({ odd }: WindowIndex, { window }: Reach): Uint32Array {
	if (odd.size === 0 || !(window.start < window.end)) return NO_ROWS;
	const begun = countBelow(odd.starts, window.start);
	const started = countBelow(odd.starts, window.end);
	const rows = lastingRows(odd, begun, countUpTo(odd.ends, window.start));
	const all = new Uint32Array(rows.length + started - begun);
	all.set(rows);
	all.set(odd.startRow.subarray(begun, started), rows.length);
	return all;
}

/** How many of the first `length`, which rise, are below a row. */
function countRowsBelow(rows: Uint32Array, length: number, row: number): number {
	let [low, high] = [0, length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((rows[middle] ?? 0) < row) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Of two rising lists one. */
function merged(a: Uint32Array, b: Uint32Array): Uint32Array {
	if (a.length === 0) return b;
	if (b.length === 0) return a;
	const all = new Uint32Array(a.length + b.length);
	let [i, j] = [0, 0];
	for (let next = 0; next < all.length; next++) {
		const isFirst = j === b.length || (i < a.length && (a[i] ?? 0) < (b[j] ?? 0));
		all[next] = (isFirst ? a[i++] : b[j++]) ?? 0;
	}
	return all;
}

function bitsIn(word: number): number {
	const pairs = word - ((word >>> 1) & 0x55555555);
	const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
	return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
