import type { Columns } from './columns.ts';
import type { Reach, RowList, WindowIndex } from './window-index.ts';

/** Rules that rows break, the window aside. */
export interface Mask {
	/** Bits of `RULE` for each row. */
	readonly broken: Uint16Array;
	/** No rule asks for anything: nothing is broken. */
	readonly isEmpty: boolean;
}

/** What a counter counts of a row. */
export interface Tally {
	/** What starting from nothing costs, in events. */
	readonly clearCost: number;
	/** Starts from nothing, with a mask. */
	reset(mask: Mask): void;
	/** Counts the rows of `list` from `from` up to and without `to`; with a `sign` of -1 they are taken off. */
	add(list: RowList, from: number, to: number, sign: 1 | -1): void;
}

/**
 * Keeps a tally of what a window touches. From one window to the next it counts what enters and takes off what leaves; or
 * takes off all of the old and counts all of the new; or starts from nothing: whatever takes the fewest events, as the
 * index tells before any is touched. Each counter goes from its own last window.
 */
export class Counter<T extends Tally> {
	readonly tally: T;
	readonly #index: WindowIndex;
	readonly #byStart: RowList;
	readonly #byEnd: RowList;
	#mask: Mask | null = null;
	#reach: Reach | null = null;

	constructor(index: WindowIndex, tally: T) {
		this.#index = index;
		this.tally = tally;
		this.#byStart = { rows: index.spans.startRow, places: index.byStart };
		this.#byEnd = { rows: index.spans.endRow, places: index.byEnd };
	}

	/** The tally for one window and mask. */
	count(reach: Reach, mask: Mask): T {
		const before = this.#mask === mask ? this.#reach : null;
		if (before === reach) return this.tally;
		this.#reach = reach;
		this.#mask = mask;
		const afresh = reach.cost + this.tally.clearCost;
		const swap = before === null ? Infinity : before.cost + reach.cost;
		const step =
			before === null ? Infinity : Math.abs(reach.started - before.started) + Math.abs(reach.ended - before.ended);
		if (before !== null && step <= Math.min(swap, afresh)) this.#step(before, reach);
		else if (before !== null && swap <= afresh) {
			this.#whole(before, -1);
			this.#whole(reach, 1);
		} else {
			this.tally.reset(mask);
			this.#whole(reach, 1);
			this.#exceptions(reach, 1);
			return this.tally;
		}
		this.#exceptions(before, -1);
		this.#exceptions(reach, 1);
		return this.tally;
	}

	#step(from: Reach, to: Reach): void {
		this.#range(this.#byStart, from.started, to.started, 1);
		this.#range(this.#byEnd, from.ended, to.ended, -1);
	}

	#range(list: RowList, from: number, to: number, sign: 1 | -1): void {
		if (from < to) this.tally.add(list, from, to, sign);
		else if (to < from) this.tally.add(list, to, from, sign === 1 ? -1 : 1);
	}

	/** All spans that a window meets. */
	#whole(reach: Reach, sign: 1 | -1): void {
		this.#range(this.#byStart, reach.begun, reach.started, sign);
		this.#range(reach.running, 0, reach.running.rows.length, sign);
	}

	/** Rows of which it meets the span in a gap do not belong to it; loose ones do when there is no window. */
	#exceptions(reach: Reach, sign: 1 | -1): void {
		this.#rows(reach.inGap, sign === 1 ? -1 : 1);
		if (reach.isOpen) this.#rows(this.#index.loose, sign);
	}

	#rows(rows: Uint32Array, sign: 1 | -1): void {
		if (rows.length > 0) this.tally.add({ rows, places: null }, 0, rows.length, sign);
	}
}

/** Events by place, by place and category, and altogether. */
export class PlaceTally implements Tally {
	readonly places: Uint32Array;
	readonly placeCategories: Uint32Array;
	readonly clearCost: number;
	total = 0;
	readonly #columns: Columns;
	readonly #categories: number;
	readonly #bits: number;
	#mask: Mask | null = null;

	constructor(columns: Columns, { categoryBits }: WindowIndex, places: number, categories: number) {
		this.places = new Uint32Array(places);
		this.placeCategories = new Uint32Array(places * categories);
		this.clearCost = (places * (categories + 1)) / 16;
		this.#columns = columns;
		this.#categories = categories;
		this.#bits = categoryBits;
	}

	reset(mask: Mask): void {
		this.#mask = mask;
		this.total = 0;
		this.places.fill(0);
		this.placeCategories.fill(0);
	}

	add({ rows, places }: RowList, from: number, to: number, sign: 1 | -1): void {
		const broken = this.#mask?.isEmpty === false ? this.#mask.broken : null;
		if (places === null) this.total += sign * this.#addRows(rows, from, to, broken, sign);
		else if (broken === null) {
			const { keys, at } = places;
			this.total += sign * (to - from);
			this.#addKeys(keys, at === null ? from : (at[from] ?? 0), at === null ? to : (at[to] ?? 0), sign);
		} else if (places.at === null) this.total += sign * this.#addMasked(places.keys, rows, from, to, broken, sign);
		else this.total += sign * this.#addLists(places.keys, places.at, rows, from, to, broken, sign);
	}

	/** The hot loop: one word an event, in the order in which they lie. */
	#addKeys(keys: Uint32Array, from: number, to: number, sign: number): void {
		const [places, placeCategories] = [this.places, this.placeCategories];
		const [bits, categories] = [this.#bits, this.#categories];
		const ones = (1 << bits) - 1;
		for (let i = from; i < to; i++) {
			const key = keys[i] ?? 0;
			const place = key >>> bits;
			const cell = Math.imul(place, categories) + (key & ones);
			places[place] = (places[place] ?? 0) + sign;
			placeCategories[cell] = (placeCategories[cell] ?? 0) + sign;
		}
	}

	/** The same for what breaks nothing, without a branch that would be guessed wrong every other time. */
	#addMasked(
		keys: Uint32Array,
		rows: Uint32Array,
		from: number,
		to: number,
		broken: Uint16Array,
		sign: number
	): number {
		const [places, placeCategories] = [this.places, this.placeCategories];
		const [bits, categories] = [this.#bits, this.#categories];
		const ones = (1 << bits) - 1;
		let count = 0;
		for (let i = from; i < to; i++) {
			const key = keys[i] ?? 0;
			const passes = ((broken[rows[i] ?? 0] ?? 0) - 1) >>> 31;
			const place = key >>> bits;
			const cell = Math.imul(place, categories) + (key & ones);
			const change = Math.imul(passes, sign);
			places[place] = (places[place] ?? 0) + change;
			placeCategories[cell] = (placeCategories[cell] ?? 0) + change;
			count += passes;
		}
		return count;
	}

	#addLists(
		keys: Uint32Array,
		at: Uint32Array,
		rows: Uint32Array,
		from: number,
		to: number,
		broken: Uint16Array,
		sign: number
	): number {
		const [places, placeCategories] = [this.places, this.placeCategories];
		const [bits, categories] = [this.#bits, this.#categories];
		const ones = (1 << bits) - 1;
		let count = 0;
		let key = at[from] ?? 0;
		for (let i = from; i < to; i++) {
			const last = at[i + 1] ?? 0;
			if ((broken[rows[i] ?? 0] ?? 0) !== 0) {
				key = last;
				continue;
			}
			count++;
			for (; key < last; key++) {
				const word = keys[key] ?? 0;
				const place = word >>> bits;
				const cell = Math.imul(place, categories) + (word & ones);
				places[place] = (places[place] ?? 0) + sign;
				placeCategories[cell] = (placeCategories[cell] ?? 0) + sign;
			}
		}
		return count;
	}

	#addRows(rows: Uint32Array, from: number, to: number, broken: Uint16Array | null, sign: number): number {
		const [places, placeCategories, categories] = [this.places, this.placeCategories, this.#categories];
		const { placeAt, place, category } = this.#columns;
		let count = 0;
		for (let i = from; i < to; i++) {
			const row = rows[i] ?? 0;
			if (broken !== null && (broken[row] ?? 0) !== 0) continue;
			count++;
			const last = placeAt[row + 1] ?? 0;
			for (let link = placeAt[row] ?? 0; link < last; link++) {
				const value = place[link] ?? 0;
				const cell = Math.imul(value, categories) + (category[row] ?? 0);
				places[value] = (places[value] ?? 0) + sign;
				placeCategories[cell] = (placeCategories[cell] ?? 0) + sign;
			}
		}
		return count;
	}
}

/** Events by the one value that each has. */
export class ValueTally implements Tally {
	readonly counts: Uint32Array;
	readonly clearCost: number;
	readonly #values: Uint8Array;
	readonly #rules: number;
	#broken = new Uint16Array(0);

	/** `rules`: those that a counted row may not break. */
	constructor(values: Uint8Array, size: number, rules: number) {
		this.counts = new Uint32Array(size);
		this.clearCost = size / 16;
		this.#values = values;
		this.#rules = rules;
	}

	reset({ broken }: Mask): void {
		this.#broken = broken;
		this.counts.fill(0);
	}

	add({ rows }: RowList, from: number, to: number, sign: 1 | -1): void {
		const [counts, values, broken, rules] = [this.counts, this.#values, this.#broken, this.#rules];
		for (let i = from; i < to; i++) {
			const row = rows[i] ?? 0;
			const passes = (((broken[row] ?? 0) & rules) - 1) >>> 31;
			const value = values[row] ?? 0;
			counts[value] = (counts[value] ?? 0) + Math.imul(passes, sign);
		}
	}
}

/** Events by each value of a list that each has. */
export class ListTally implements Tally {
	readonly counts: Uint32Array;
	readonly clearCost: number;
	readonly #at: Uint32Array;
	readonly #values: Uint32Array;
	readonly #rules: number;
	#broken = new Uint16Array(0);

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
	#flags = new Uint8Array(0);

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
