import type { Place } from './model.ts';

/** Cells halve from level to level; the world is one cell at level 0, and 65,536 cells wide and high at the last. */
export const LAST_LEVEL = 16;

/**
 * The placed places of a dataset along a Morton curve: whatever the level, the places of one cell stand one after another.
 * `x`, `y` are in world units, as the caller gave them (0 to 1), by position in the order.
 */
export interface CellOrder {
	/** Indices in `dataset.places`, in Morton order. */
	readonly place: Uint32Array;
	/** Rising; the bits of x and y interleaved, those of the largest cells first. */
	readonly code: Uint32Array;
	readonly x: Float64Array;
	readonly y: Float64Array;
}

/** The cells of one level that have places, in Morton order: those of cell `i` stand from `at[i]` up to and without `at[i + 1]`. */
export interface Cells {
	readonly level: number;
	readonly size: number;
	/** Positions in the order. */
	readonly at: Uint32Array;
	/** Where the cell is drawn, world units: a place that is alone at its own point, else see `cellsAt`. */
	readonly x: Float64Array;
	readonly y: Float64Array;
}

/** Of a cell's side: a mark keeps so far from its edges, or two neighbours would pile up. */
const INSET = 0.25;
const SIDE = 2 ** LAST_LEVEL;

/**
 * @param toWorld From degrees to world units: (0, 0) is the north-west corner, (1, 1) the south-east one.
 */
export function orderPlaces(
	places: readonly Pick<Place, 'point'>[],
	toWorld: (point: NonNullable<Place['point']>) => { readonly x: number; readonly y: number }
): CellOrder {
	const placed: number[] = [];
	places.forEach(({ point }, index) => {
		if (point !== null) placed.push(index);
	});
	const [xs, ys] = [new Float64Array(places.length), new Float64Array(places.length)];
	// One number for both: the code above, the index below, 52 bits together, which a double holds exactly.
	const keys = Float64Array.from(placed, (index) => {
		const point = places[index]?.point ?? [0, 0];
		const { x, y } = toWorld(point);
		xs[index] = x - Math.floor(x);
		ys[index] = y;
		return mortonCode(xs[index] ?? 0, y) * INDEX_RANGE + index;
	}).sort();
	const place = Uint32Array.from(keys, (key) => key % INDEX_RANGE);
	return {
		place,
		code: Uint32Array.from(keys, (key) => Math.floor(key / INDEX_RANGE)),
		x: Float64Array.from(place, (index) => xs[index] ?? 0),
		y: Float64Array.from(place, (index) => ys[index] ?? 0)
	};
}

const INDEX_RANGE = 2 ** 20;

/** Which of the smallest cells a point lies in. World units; beyond the world counts to its edge. */
export function mortonCode(x: number, y: number): number {
	return (spread16(bitsOf(x)) | (spread16(bitsOf(y)) << 1)) >>> 0;
}

/**
 * The cells of a level from 0 to `LAST_LEVEL`. A cell of several places is drawn in their mean, but never nearer to the
 * edge than a quarter of its side; no filter moves it. A few nanoseconds a place.
 */
export function cellsAt({ place, code, x, y }: CellOrder, level: number): Cells {
	// A shift by 32 would be one by 0.
	const shift = 32 - 2 * level;
	const isSame = (a: number, b: number): boolean => shift === 32 || a >>> shift === b >>> shift;
	const at = new Uint32Array(place.length + 1);
	let size = 0;
	for (let i = 0; i < place.length; i++) {
		if (i === 0 || !isSame(code[i] ?? 0, code[i - 1] ?? 0)) at[size++] = i;
	}
	at[size] = place.length;
	const [midX, midY] = [new Float64Array(size), new Float64Array(size)];
	for (let cell = 0; cell < size; cell++) {
		midX[cell] = middle(x, at[cell] ?? 0, at[cell + 1] ?? 0, level);
		midY[cell] = middle(y, at[cell] ?? 0, at[cell + 1] ?? 0, level);
	}
	return { level, size, at: at.slice(0, size + 1), x: midX, y: midY };
}

/**
 * From which level on the places of a cell (positions `from` up to and without `to`) are no longer in one cell; `null`:
 * they are so near each other that they stay together at every level, and for a single place.
 */
export function splitLevel({ code }: Pick<CellOrder, 'code'>, from: number, to: number): number | null {
	const [first, last] = [code[from] ?? 0, code[to - 1] ?? 0];
	return first === last ? null : (Math.clz32(first ^ last) >>> 1) + 1;
}

function bitsOf(unit: number): number {
	return Math.min(Math.max(Math.floor(unit * SIDE), 0), SIDE - 1);
}

/** A zero before each of 16 bits. */
function spread16(bits: number): number {
	let spread = bits;
	spread = (spread | (spread << 8)) & 0x00ff00ff;
	spread = (spread | (spread << 4)) & 0x0f0f0f0f;
	spread = (spread | (spread << 2)) & 0x33333333;
	return (spread | (spread << 1)) & 0x55555555;
}

function middle(values: Float64Array, from: number, to: number, level: number): number {
	const first = values[from] ?? 0;
	if (to - from === 1) return first;
	let sum = 0;
	for (let i = from; i < to; i++) sum += values[i] ?? 0;
	const cells = 2 ** level;
	const edge = Math.min(Math.floor(first * cells), cells - 1);
	return Math.min(Math.max(sum / (to - from), (edge + INSET) / cells), (edge + 1 - INSET) / cells);
}
