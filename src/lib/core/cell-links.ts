import type { CellOrder } from './cells.ts';
import type { Columns } from './columns.ts';
import type { RowValues } from './engine.ts';

/**
 * What makes the number of a cell one of events. Summed over its places, an event that is at several of them counts at
 * each. So the places of an event, in the order of the curve, are joined one to the next by links: `k` places of one cell
 * have `k - 1` links within it, and none of its other links lies within it whole. A cell's events are the sum over its
 * places less the links within it.
 *
 * A link is counted at the one gap between two neighbouring positions at which the cells of its two places part: as
 * cells lie one in another, a cell holds the places on both sides of that gap when it holds both ends of the link, and
 * only then. So one number for each gap serves all levels, and a cell reads the gaps between its own positions.
 *
 * The values of a row: for each of its links the gap, by the position before it, and after all gaps the gap and the
 * category, at `gaps + gap * categories + category`, where there are as many gaps as positions. Two for each link, and no
 * value twice in one row. `null`: no event is at several placed places, and there is nothing to take off.
 *
 * A pass over all rows, and some 50 ns a link.
 *
 * @param columns Places may be in any order; each has to be there once a row.
 */
export function linkPlaces(
	{ place: placeOf, code }: Pick<CellOrder, 'place' | 'code'>,
	{ placeAt, place, category }: Pick<Columns, 'placeAt' | 'place' | 'category'>,
	categories: number
): RowValues | null {
	const [gaps, rows] = [placeOf.length, placeAt.length - 1];
	const positions = positionsOf(placeOf);
	let [links, most] = [0, 0];
	for (let row = 0; row < rows; row++) {
		const count = (placeAt[row + 1] ?? 0) - (placeAt[row] ?? 0);
		if (count < 2) continue;
		links += count - 1;
		if (count > most) most = count;
	}
	if (links === 0) return null;
	const [at, values, own] = [new Uint32Array(rows + 1), new Uint32Array(2 * links), new Uint32Array(most)];
	let next = 0;
	for (let row = 0; row < rows; row++) {
		const [first, last] = [placeAt[row] ?? 0, placeAt[row + 1] ?? 0];
		let count = 0;
		for (let i = first; last - first > 1 && i < last; i++) {
			// Beyond the positions: it is nowhere on the map.
			const position = positions[place[i] ?? 0] ?? NOWHERE;
			if (position !== NOWHERE) own[count++] = position;
		}
		sortFirst(own, count);
		for (let i = 1; i < count; i++) {
			const gap = partingGap(code, own[i - 1] ?? 0, own[i] ?? 0);
			values[next++] = gap;
			values[next++] = gaps + gap * categories + (category[row] ?? 0);
		}
		at[row + 1] = next;
	}
	return next === 0 ? null : { at, values: values.slice(0, next), size: gaps * (1 + categories) };
}

/** The same counted over all rows. */
export function countAllLinks({ values, size }: RowValues): Uint32Array {
	const counts = new Uint32Array(size);
	for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
	return counts;
}

const NOWHERE = 2 ** 32 - 1;
/** From so many on the browser's own sorting is the quicker one. */
const MANY = 16;

function positionsOf(placeOf: Uint32Array): Uint32Array {
	const positions = new Uint32Array(placeOf.reduce((most, index) => Math.max(most, index + 1), 0)).fill(NOWHERE);
	placeOf.forEach((index, position) => (positions[index] = position));
	return positions;
}

/** The gap, by the position before it, at which the cells of two positions part, `a` before `b`. */
function partingGap(code: Uint32Array, a: number, b: number): number {
	const [first, last] = [code[a] ?? 0, code[b] ?? 0];
	// No cell parts places at one point: any gap between them will do.
	if (first === last) return a;
	// The cell of `a` at the first level at which `b` is in another one ends before the first position of a larger code.
	const shift = 30 - 2 * (Math.clz32(first ^ last) >>> 1);
	const cell = first >>> shift;
	let [low, high] = [a + 1, b];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((code[middle] ?? 0) >>> shift > cell) high = middle;
		else low = middle + 1;
	}
	return low - 1;
}

function sortFirst(values: Uint32Array, count: number): void {
	if (count > MANY) {
		values.subarray(0, count).sort();
		return;
	}
	for (let i = 1; i < count; i++) {
		const value = values[i] ?? 0;
		let at = i;
		for (; at > 0 && (values[at - 1] ?? 0) > value; at--) values[at] = values[at - 1] ?? 0;
		values[at] = value;
	}
}
