import type { Columns } from './columns.ts';
import type { Mask, Tally } from './counters.ts';
import type { RowList } from './window-index.ts';

/**
 * Events by place and category, by place, and altogether: what is asked for at every step. Where more rows come and go than
 * there are counters, only those of place and category are kept up, a word a row, and the places are added up from them.
 */
export class PlaceTally implements Tally {
	readonly places: Uint32Array;
	readonly placeCategories: Uint32Array;
	readonly clearCost: number;
	total = 0;
	readonly #columns: Columns;
	readonly #categories: number;
	// Signed words are counted faster than unsigned ones; before the first place stand the events that have none.
	readonly #byCell: Int32Array;
	readonly #byPlace: Int32Array;
	#broken: Uint16Array | null = null;
	/** Whether the places are to be added up at the end. */
	#adding = false;

	constructor(columns: Columns, places: number, categories: number) {
		this.#byCell = new Int32Array((places + 1) * categories);
		this.#byPlace = new Int32Array(places + 1);
		this.placeCategories = new Uint32Array(this.#byCell.buffer).subarray(categories);
		this.places = new Uint32Array(this.#byPlace.buffer).subarray(1);
		this.clearCost = (places * (categories + 1)) / 16;
		this.#columns = columns;
		this.#categories = categories;
	}

	reset({ broken, isEmpty }: Mask): void {
		this.#broken = isEmpty ? null : broken;
		this.total = 0;
		this.#byCell.fill(0);
		this.#byPlace.fill(0);
	}

	prepare(rows: number): void {
		this.#adding = rows > this.#byCell.length / 3;
	}

	add({ rows, places }: RowList, from: number, to: number, sign: 1 | -1): void {
		const broken = this.#broken;
		if (places === null) this.total += sign * this.#addRows(rows, from, to, broken, sign);
		else if (broken === null) {
			const { keys, at } = places;
			this.total += sign * (to - from);
			this.#addKeys(keys, at === null ? from : (at[from] ?? 0), at === null ? to : (at[to] ?? 0), sign);
		} else if (places.at === null) this.total += sign * this.#addMasked(places.keys, rows, from, to, broken, sign);
		else this.total += sign * this.#addLists(places.keys, places.at, rows, from, to, broken, sign);
	}

	settle(): void {
		if (!this.#adding) return;
		const [byCell, byPlace, categories] = [this.#byCell, this.#byPlace, this.#categories];
		let cell = 0;
		for (let place = 0; place < byPlace.length; place++) {
			const end = cell + categories;
			// Four sums side by side, so that none waits for another.
			let a = 0;
			let b = 0;
			let c = 0;
			let d = 0;
			for (; cell < end - 3; cell += 4) {
				a = (a + (byCell[cell] ?? 0)) | 0;
				b = (b + (byCell[cell + 1] ?? 0)) | 0;
				c = (c + (byCell[cell + 2] ?? 0)) | 0;
				d = (d + (byCell[cell + 3] ?? 0)) | 0;
			}
			for (; cell < end; cell++) a = (a + (byCell[cell] ?? 0)) | 0;
			byPlace[place] = (((a + b) | 0) + ((c + d) | 0)) | 0;
		}
	}

	/** The hot loop: four keys are read before the first is counted, which takes little more than half as long as one by one. */
	#addKeys(keys: Uint32Array, from: number, to: number, sign: number): void {
		const byCell = this.#byCell;
		let i = from;
		for (; i < to - 3; i += 4) {
			const a = keys[i] ?? 0;
			const b = keys[i + 1] ?? 0;
			const c = keys[i + 2] ?? 0;
			const d = keys[i + 3] ?? 0;
			byCell[a] = (byCell[a] ?? 0) + sign;
			byCell[b] = (byCell[b] ?? 0) + sign;
			byCell[c] = (byCell[c] ?? 0) + sign;
			byCell[d] = (byCell[d] ?? 0) + sign;
		}
		for (; i < to; i++) {
			const key = keys[i] ?? 0;
			byCell[key] = (byCell[key] ?? 0) + sign;
		}
		if (!this.#adding) this.#addPlaces(keys, from, to, sign);
	}

	#addPlaces(keys: Uint32Array, from: number, to: number, sign: number): void {
		const byPlace = this.#byPlace;
		const share = 1 / this.#categories;
		for (let i = from; i < to; i++) {
			// With the half no rounding gets to another place.
			const place = Math.floor(((keys[i] ?? 0) + 0.5) * share);
			byPlace[place] = (byPlace[place] ?? 0) + sign;
		}
	}

	/** One key each, and no branch, which would be guessed wrong every other time. */
	#addMasked(
		keys: Uint32Array,
		rows: Uint32Array,
		from: number,
		to: number,
		broken: Uint16Array,
		sign: number
	): number {
		const byCell = this.#byCell;
		let count = 0;
		for (let i = from; i < to; i++) {
			const passes = ((broken[rows[i] ?? 0] ?? 0) - 1) >> 31;
			const key = keys[i] ?? 0;
			byCell[key] = (byCell[key] ?? 0) + (sign & passes);
			count -= passes;
		}
		if (!this.#adding) this.#addPlacesMasked(keys, rows, from, to, broken, sign);
		return count;
	}

	#addPlacesMasked(
		keys: Uint32Array,
		rows: Uint32Array,
		from: number,
		to: number,
		broken: Uint16Array,
		sign: number
	): void {
		const byPlace = this.#byPlace;
		const share = 1 / this.#categories;
		for (let i = from; i < to; i++) {
			const passes = ((broken[rows[i] ?? 0] ?? 0) - 1) >> 31;
			const place = Math.floor(((keys[i] ?? 0) + 0.5) * share);
			byPlace[place] = (byPlace[place] ?? 0) + (sign & passes);
		}
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
		const byCell = this.#byCell;
		let count = 0;
		for (let i = from; i < to; i++) {
			if (broken[rows[i] ?? 0] !== 0) continue;
			count++;
			const [first, last] = [at[i] ?? 0, at[i + 1] ?? 0];
			for (let next = first; next < last; next++) {
				const key = keys[next] ?? 0;
				byCell[key] = (byCell[key] ?? 0) + sign;
			}
			if (!this.#adding) this.#addPlaces(keys, first, last, sign);
		}
		return count;
	}

	/** Rows for which no keys are laid out. */
	#addRows(rows: Uint32Array, from: number, to: number, broken: Uint16Array | null, sign: number): number {
		const [byCell, byPlace, categories] = [this.#byCell, this.#byPlace, this.#categories];
		const { placeAt, place, category } = this.#columns;
		let count = 0;
		for (let i = from; i < to; i++) {
			const row = rows[i] ?? 0;
			if (broken !== null && broken[row] !== 0) continue;
			count++;
			const own = category[row] ?? 0;
			const last = placeAt[row + 1] ?? 0;
			for (let link = placeAt[row] ?? 0; link < last; link++) {
				const value = (place[link] ?? 0) + 1;
				const cell = Math.imul(value, categories) + own;
				byPlace[value] = (byPlace[value] ?? 0) + sign;
				byCell[cell] = (byCell[cell] ?? 0) + sign;
			}
		}
		return count;
	}
}
