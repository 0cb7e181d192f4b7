import { CellTally, largestCell, positionsOfRows, type RowPositions } from '$lib/core/cell-tally.ts';
import { cellsAt, LAST_LEVEL, splitLevel, type CellOrder, type Cells } from '$lib/core/cells.ts';
import type { Columns } from '$lib/core/columns.ts';
import type { Result } from '$lib/core/engine.ts';
import { createRadius, type RadiusOf } from '../marks.ts';
import { nearestCopy, type ScreenPoint, type Viewport, type WorldPoint } from '../projection.ts';

/** How a mark is to look beyond its numbers, by bits. */
export const FLAG = { picked: 1, strong: 2, dimmed: 4 } as const;

/** At a whole zoom a cell is 64 px wide, a little more than the largest mark; it grows to twice that until the next. */
const LEVELS_BEYOND_ZOOM = 3;
/** How far the zoom has to go beyond a whole number before other cells are drawn: it may tremble under two fingers. */
const TREMBLE = 0.1;
/** Places up to which adding up those of all cells costs less than keeping up with what enters and leaves them. */
const MOST_ADDED = 4096;
/** Of the width and height in view: so much around it is ready, so that a small move asks for nothing. */
const AROUND = 0.25;

/** A part of the world. World units; `x` beyond 0 to 1 in further copies. */
interface Area {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

/**
 * The marks of many places in and around what is in view: cells of one level, and places that are alone in theirs. All of
 * it is in typed arrays by number of the mark, `size` of them; they are filled anew when `look` returns true.
 */
export class CellMarks {
	size = 0;
	/** World units, the copy nearest to `origin`. */
	x = new Float64Array(0);
	y = new Float64Array(0);
	/** Middle of the area drawn: what is subtracted before numbers go to the graphics card, which has few digits. */
	origin: WorldPoint = { x: 0.5, y: 0.5 };
	totals = new Uint32Array(0);
	byCategory = new Uint32Array(0);
	/** px. */
	radius = new Float32Array(0);
	flags = new Uint8Array(0);

	readonly #order: CellOrder;
	readonly #rows: RowPositions;
	readonly #categories: number;
	/** No event is at several places, and places are few: what a cell has is what its places have, added up. */
	readonly #isAddedUp: boolean;
	/** Position in the order by place index. */
	readonly #positionOf: Uint32Array;
	readonly #largest = new Map<number, number>();
	#cells: Cells;
	/** Of all cells of the level. */
	#tally: CellTally;
	#chosen = new Uint32Array(0);
	#area: Area | null = null;
	#radiusOf: RadiusOf = createRadius(1);

	/** `places`, `categories`: how many the dataset has. */
	constructor(
		order: CellOrder,
		columns: Pick<Columns, 'placeAt' | 'place' | 'category'>,
		places: number,
		categories: number
	) {
		this.#order = order;
		this.#rows = positionsOfRows(order, columns);
		this.#categories = categories;
		this.#isAddedUp = order.place.length <= MOST_ADDED && isOneEach(columns.placeAt);
		this.#positionOf = new Uint32Array(places).fill(order.place.length);
		order.place.forEach((index, position) => (this.#positionOf[index] = position));
		this.#cells = cellsAt(order, 0);
		this.#tally = new CellTally(this.#rows, this.#cells, categories);
	}

	get level(): number {
		return this.#cells.level;
	}

	/** Takes what is in view. True: the marks are others, and have neither numbers nor looks until `count` and `flag`. */
	look(viewport: Viewport): boolean {
		const level = levelFor(viewport.camera.zoom, this.#area === null ? null : this.#cells.level);
		const view = areaOf(viewport, 0);
		if (this.#area !== null && level === this.#cells.level && holds(this.#area, view)) return false;
		if (this.#area === null || level !== this.#cells.level) {
			this.#cells = cellsAt(this.#order, level);
			this.#tally = new CellTally(this.#rows, this.#cells, this.#categories);
			this.#radiusOf = createRadius(this.#largestOf(this.#cells));
		}
		this.#area = areaOf(viewport, AROUND);
		this.#choose(this.#area);
		return true;
	}

	/** Numbers and sizes of the marks for a result. Costs what has entered and left since the last one at most, and the marks. */
	count(result: Pick<Result, 'bring' | 'places' | 'placeCategories'>): void {
		if (this.#isAddedUp) this.#addUp(result);
		else this.#take(result);
		for (let i = 0; i < this.size; i++) this.radius[i] = this.#radiusOf(this.totals[i] ?? 0);
	}

	#take(result: Pick<Result, 'bring'>): void {
		result.bring(this.#tally);
		const { totals, byCategory } = this.#tally;
		const categories = this.#categories;
		for (let i = 0; i < this.size; i++) {
			const cell = this.#chosen[i] ?? 0;
			this.totals[i] = totals[cell] ?? 0;
			for (let c = 0; c < categories; c++) {
				this.byCategory[i * categories + c] = byCategory[cell * categories + c] ?? 0;
			}
		}
	}

	#addUp({ places, placeCategories }: Pick<Result, 'places' | 'placeCategories'>): void {
		const [{ at }, { place }, categories] = [this.#cells, this.#order, this.#categories];
		const [totals, byCategory] = [this.totals, this.byCategory];
		totals.fill(0);
		byCategory.fill(0);
		for (let i = 0, first = 0; i < this.size; i++, first += categories) {
			const cell = this.#chosen[i] ?? 0;
			const end = at[cell + 1] ?? 0;
			for (let position = at[cell] ?? 0; position < end; position++) {
				const index = place[position] ?? 0;
				totals[i] = (totals[i] ?? 0) + (places[index] ?? 0);
				for (let c = 0, from = index * categories; c < categories; c++, from++) {
					byCategory[first + c] = (byCategory[first + c] ?? 0) + (placeCategories[from] ?? 0);
				}
			}
		}
	}

	/**
	 * @param picked Indices of places.
	 * @param strong The same.
	 * @param isRestDimmed The others step back.
	 */
	flag(picked: Iterable<number>, strong: Iterable<number>, isRestDimmed: boolean): void {
		this.flags.fill(isRestDimmed ? FLAG.dimmed : 0);
		this.#raise(picked, FLAG.picked);
		this.#raise(strong, FLAG.strong);
		for (let i = 0; i < this.size; i++) {
			const flags = this.flags[i] ?? 0;
			if ((flags & FLAG.strong) !== 0) this.flags[i] = flags & ~FLAG.dimmed;
		}
	}

	/** Indices of a mark's places. */
	placesOf(mark: number): Uint32Array {
		const [from, to] = this.#range(mark);
		return this.#order.place.subarray(from, to);
	}

	/** px, of the mark that is of this place alone; `null`: there is none, or it is not drawn. */
	radiusAlone(place: number): number | null {
		const mark = this.#markOf(place);
		return mark === null || this.placesOf(mark).length > 1 ? null : (this.radius[mark] ?? 0);
	}

	/** What no other mark is called at any level: the place that it is, else the cell. */
	keyOf(mark: number): string {
		const [from, to] = this.#range(mark);
		if (to - from === 1) return `place ${this.#order.place[from] ?? 0}`;
		return `cell ${this.level} ${this.#order.place[from] ?? 0}`;
	}

	/** The least zoom at which a mark's places are no longer one mark; `null`: there is none. */
	splitZoom(mark: number): number | null {
		const level = splitLevel(this.#order, ...this.#range(mark));
		return level === null ? null : level - LEVELS_BEYOND_ZOOM;
	}

	/** The mark at a point in px, at most `reach` px from the middle of one that is smaller; `null`: there is none. */
	hit(point: ScreenPoint, viewport: Viewport, reach: number): number | null {
		let [found, least]: [number | null, number] = [null, Infinity];
		for (let i = 0; i < this.size; i++) {
			const at = this.screenOf(i, viewport);
			const distance = Math.hypot(at.x - point.x, at.y - point.y);
			// Of two that overlap, the one whose middle is nearer.
			if (distance <= Math.max(this.radius[i] ?? 0, reach) && distance < least) [found, least] = [i, distance];
		}
		return found;
	}

	/** The marks whose middles are in view: the `most` with the most events in their order, and how many are left. */
	largest(viewport: Viewport, most: number): { readonly marks: readonly number[]; readonly left: number } {
		const inView = Array.from({ length: this.size }, (_, mark) => mark).filter((mark) => {
			const { x, y } = this.screenOf(mark, viewport);
			return x >= 0 && y >= 0 && x <= viewport.width && y <= viewport.height;
		});
		const total = (mark: number): number => this.totals[mark] ?? 0;
		// A tie goes to the first, so that the choice is the same every time.
		const chosen = new Set(inView.toSorted((a, b) => total(b) - total(a) || a - b).slice(0, most));
		return { marks: inView.filter((mark) => chosen.has(mark)), left: inView.length - chosen.size };
	}

	/** px. */
	screenOf(mark: number, viewport: Viewport): ScreenPoint {
		const { x } = viewport.toWorld({ x: viewport.width / 2, y: viewport.height / 2 });
		return viewport.toScreen(nearestCopy({ x: this.x[mark] ?? 0, y: this.y[mark] ?? 0 }, x));
	}

	#range(mark: number): [from: number, to: number] {
		const cell = this.#chosen[mark] ?? 0;
		return [this.#cells.at[cell] ?? 0, this.#cells.at[cell + 1] ?? 0];
	}

	#largestOf(cells: Cells): number {
		const largest = this.#largest.get(cells.level) ?? largestCell(this.#rows, cells);
		this.#largest.set(cells.level, largest);
		return largest;
	}

	#choose(area: Area): void {
		const { size, x, y } = this.#cells;
		const origin = { x: (area.left + area.right) / 2, y: (area.top + area.bottom) / 2 };
		const half = (area.right - area.left) / 2;
		const chosen = new Uint32Array(size);
		let n = 0;
		for (let cell = 0; cell < size; cell++) {
			const dx = (x[cell] ?? 0) - origin.x;
			const atY = y[cell] ?? 0;
			if (Math.abs(dx - Math.round(dx)) <= half && atY >= area.top && atY <= area.bottom) chosen[n++] = cell;
		}
		this.#chosen = chosen.slice(0, n);
		this.size = n;
		this.origin = origin;
		this.x = Float64Array.from(this.#chosen, (cell) => (x[cell] ?? 0) + Math.round(origin.x - (x[cell] ?? 0)));
		this.y = Float64Array.from(this.#chosen, (cell) => y[cell] ?? 0);
		this.totals = new Uint32Array(n);
		this.byCategory = new Uint32Array(n * this.#categories);
		this.radius = new Float32Array(n);
		this.flags = new Uint8Array(n);
	}

	#raise(places: Iterable<number>, flag: number): void {
		for (const index of places) {
			const mark = this.#markOf(index);
			if (mark !== null) this.flags[mark] = (this.flags[mark] ?? 0) | flag;
		}
	}

	/** The mark in which a place is; `null`: none of those drawn. */
	#markOf(place: number): number | null {
		const position = this.#positionOf[place] ?? this.#order.place.length;
		if (position >= this.#order.place.length) return null;
		const cell = lastAtMost(this.#cells.at, this.#cells.size, position);
		const mark = lastAtMost(this.#chosen, this.#chosen.length, cell);
		return mark >= 0 && this.#chosen[mark] === cell ? mark : null;
	}
}

/** Whether each row has one place at most. */
function isOneEach(placeAt: Uint32Array): boolean {
	for (let row = 1; row < placeAt.length; row++) if ((placeAt[row] ?? 0) - (placeAt[row - 1] ?? 0) > 1) return false;
	return true;
}

/** `previous`: of the cells that are drawn now. */
export function levelFor(zoom: number, previous: number | null): number {
	const level = (at: number): number => Math.min(Math.max(Math.floor(at) + LEVELS_BEYOND_ZOOM, 0), LAST_LEVEL);
	const trembling = [level(zoom - TREMBLE), level(zoom + TREMBLE)];
	return previous !== null && trembling.includes(previous) ? previous : level(zoom);
}

function areaOf(viewport: Viewport, around: number): Area {
	const { width, height } = viewport;
	const corners = [
		{ x: 0, y: 0 },
		{ x: width, y: 0 },
		{ x: width, y: height },
		{ x: 0, y: height }
	].map((corner) => viewport.toWorld(corner));
	const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
	const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
	const [beside, above] = [(right - left) * around, (bottom - top) * around];
	return { left: left - beside, right: right + beside, top: top - above, bottom: bottom + above };
}

function holds(area: Area, view: Area): boolean {
	const isWhole = area.right - area.left >= 1;
	const isBeside = isWhole || (view.left >= area.left && view.right <= area.right);
	return isBeside && view.top >= area.top && view.bottom <= area.bottom;
}

/** Index of the last of the first `size` rising values that is at most `value`; -1: there is none. */
function lastAtMost(values: Uint32Array, size: number, value: number): number {
	let [low, high] = [0, size];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((values[middle] ?? 0) <= value) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}
