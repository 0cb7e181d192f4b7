import type { Columns } from './columns.ts';
import type { Mask, Tally } from './counters.ts';
import { RULE } from './filter.ts';
import { addUpTurns, TURNS } from './tallies.ts';
import type { RowList, WindowIndex } from './window-index.ts';

/** All rules but that of categories. */
const OTHERS = ~RULE.categories;

/**
 * Events by place and category, by place, by category, and altogether: what is asked for at every step. Where more rows
 * come and go than there are counters, only those of place and category are kept up, a word a row, and the rest is added up
 * from them.
 */
export class PlaceTally implements Tally {
	readonly places: Uint32Array;
	readonly placeCategories: Uint32Array;
	/** Events that break no rule but that of categories, by category. */
	readonly categories: Uint32Array;
	readonly clearCost: number;
	total = 0;
	readonly #columns: Columns;
	// Signed words are counted faster than unsigned ones; before the first place stand the events that have none.
	readonly #byCell: Int32Array;
	readonly #byPlace: Int32Array;
	readonly #byCategory: Int32Array;
	readonly #hasOneEach: boolean;
	#mask: Mask | null = null;
	/** Whether the places are to be added up at the end. */
	#adding = false;

	constructor(columns: Columns, { byStart }: WindowIndex, places: number, categories: number) {
		this.#hasOneEach = byStart.at === null;
		this.#byCell = new Int32Array((places + 1) * categories);
		this.#byPlace = new Int32Array(places + 1);
		this.#byCategory = new Int32Array(TURNS * categories);
		this.placeCategories = new Uint32Array(this.#byCell.buffer).subarray(categories);
		this.places = new Uint32Array(this.#byPlace.buffer).subarray(1);
		this.categories = new Uint32Array(categories);
		this.clearCost = (places * (categories + 1)) / 16;
		this.#columns = columns;
	}

	reset(mask: Mask): void {
		this.#mask = mask;
		this.total = 0;
		this.#byCell.fill(0);
		this.#byPlace.fill(0);
		this.#byCategory.fill(0);
	}

	prepare(rows: number): void {
		this.#adding = rows > this.#byCell.length / 2;
	}

	add({ rows, places }: RowList, from: number, to: number, sign: 1 | -1): void {
		const broken = this.#mask?.isEmpty === false ? this.#mask.broken : null;
		if (places === null) this.total += sign * this.#addRows(rows, from, to, broken, sign);
		else if (broken === null) {
			const { keys, at, categories } = places;
			this.total += sign * (to - from);
			this.#addKeys(keys, at === null ? from : (at[from] ?? 0), at === null ? to : (at[to] ?? 0), sign);
			if (!this.#addingAll) this.#addCategories(categories, rows, from, to, sign);
		} else if (places.at === null) this.total += sign * this.#addMasked(places.keys, rows, from, to, broken, sign);
		else this.total += sign * this.#addLists(places.keys, places.at, rows, from, to, broken, sign);
	}

	settle(): void {
		if (this.#adding) this.#addUpPlaces();
		if (this.#addingAll) this.#addUpCategories();
		addUpTurns(this.#byCategory, this.categories);
	}

	/** Nothing is hidden, and each event is counted in one cell: these tell the categories too. */
	get #addingAll(): boolean {
		return this.#adding && this.#hasOneEach && this.#mask?.isEmpty === true;
	}

	#addUpPlaces(): void {
		const [byCell, byPlace, categories] = [this.#byCell, this.#byPlace, this.categories.length];
		let cell = 0;
		for (let place = 0; place < byPlace.length; place++) {
			let sum = 0;
			for (const end = cell + categories; cell < end; cell++) sum = (sum + (byCell[cell] ?? 0)) | 0;
			byPlace[place] = sum;
		}
	}

	#addUpCategories(): void {
		const [byCell, byCategory, categories] = [this.#byCell, this.#byCategory, this.categories.length];
		byCategory.fill(0);
		for (let category = 0; category < categories; category++) {
			let sum = 0;
			for (let cell = category; cell < byCell.length; cell += categories) sum = (sum + (byCell[cell] ?? 0)) | 0;
			byCategory[category] = sum;
		}
	}

	/** The hot loop. */
	#addKeys(keys: Uint32Array, from: number, to: number, sign: number): void {
		const byCell = this.#byCell;
		for (let i = from; i < to; i++) {
			const key = keys[i] ?? 0;
			byCell[key] = (byCell[key] ?? 0) + sign;
		}
		if (!this.#adding) this.#addPlaces(keys, from, to, sign);
	}

	#addPlaces(keys: Uint32Array, from: number, to: number, sign: number): void {
		const byPlace = this.#byPlace;
		const share = 1 / this.categories.length;
		for (let i = from; i < to; i++) {
			// With the half no rounding gets to another place.
			const place = Math.floor(((keys[i] ?? 0) + 0.5) * share);
			byPlace[place] = (byPlace[place] ?? 0) + sign;
		}
	}

	#addCategories(values: Uint8Array | null, rows: Uint32Array, from: number, to: number, sign: number): void {
		const [byCategory, categories, { category }] = [this.#byCategory, this.categories.length, this.#columns];
		for (let i = from; i < to; i++) {
			const value = values === null ? (category[rows[i] ?? 0] ?? 0) : (values[i] ?? 0);
			const at = Math.imul(i & (TURNS - 1), categories) + value;
			byCategory[at] = (byCategory[at] ?? 0) + sign;
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
		const [byCell, byPlace, byCategory, adding] = [this.#byCell, this.#byPlace, this.#byCategory, this.#adding];
		const { category } = this.#columns;
		const categories = this.categories.length;
		const share = 1 / categories;
		let count = 0;
		for (let i = from; i < to; i++) {
			const row = rows[i] ?? 0;
			const rules = broken[row] ?? 0;
			const key = keys[i] ?? 0;
			const passes = (rules - 1) >> 31;
			byCell[key] = (byCell[key] ?? 0) + (sign & passes);
			count -= passes;
			const at = Math.imul(i & (TURNS - 1), categories) + (category[row] ?? 0);
			byCategory[at] = (byCategory[at] ?? 0) + (sign & (((rules & OTHERS) - 1) >> 31));
			if (adding) continue;
			const place = Math.floor((key + 0.5) * share);
			byPlace[place] = (byPlace[place] ?? 0) + (sign & passes);
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
		const [byCell, byCategory] = [this.#byCell, this.#byCategory];
		const { category } = this.#columns;
		let count = 0;
		for (let i = from; i < to; i++) {
			const row = rows[i] ?? 0;
			const rules = broken[row] ?? 0;
			const own = category[row] ?? 0;
			if ((rules & OTHERS) === 0) byCategory[own] = (byCategory[own] ?? 0) + sign;
			if (rules !== 0) continue;
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
		const [byCell, byPlace, byCategory] = [this.#byCell, this.#byPlace, this.#byCategory];
		const { placeAt, place, category } = this.#columns;
		const categories = this.categories.length;
		let count = 0;
		for (let i = from; i < to; i++) {
			const row = rows[i] ?? 0;
			const rules = broken === null ? 0 : (broken[row] ?? 0);
			const own = category[row] ?? 0;
			if ((rules & OTHERS) === 0) byCategory[own] = (byCategory[own] ?? 0) + sign;
			if (rules !== 0) continue;
			count++;
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
