import type { Columns } from './columns.ts';
import type { Mask, Tally } from './counters.ts';
import type { RowList, WindowIndex } from './window-index.ts';

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
