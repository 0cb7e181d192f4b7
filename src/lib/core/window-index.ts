import type { Columns } from './columns.ts';
import { ALWAYS, sameInterval, type Interval } from './interval.ts';
import { orderedValues, type OrderedValues } from './ordered-values.ts';
import {
	besideRows,
	countBelow,
	countUpTo,
	createSpanIndex,
	findLasting,
	LastingWalk,
	lastingRows,
	pickBytes,
	pickRows,
	searchRunning,
	type SpanIndex
} from './span-index.ts';

/**
 * The rows of a dataset by time. A window touches what has begun before its end, less what ended by its start. A row of
 * several matches (a set, a date with gaps) counts as one span from its first to its last, and the gaps between have an
 * index of their own: a window that lies in a gap does not touch the row. Exact, and each row once.
 *
 * Typed arrays of its own alone: it can be made in a worker and handed over.
 */
export interface WindowIndex {
	/** One for each row that a window can touch: from its first match to its last. */
	readonly spans: SpanIndex;
	/** Between two matches of one row. */
	readonly gaps: SpanIndex;
	/** The spans of `odd` rows again, by themselves. */
	readonly odd: SpanIndex;
	/** Rows that no window touches, undated ones first of all; only having no window lists them. Rising. */
	readonly loose: Uint32Array;
	/**
	 * A bit for each row, 32 in a word: its span begins where the row stands in list order. The others are odd (unknown
	 * starts, years beyond milliseconds) or loose.
	 */
	readonly regular: Uint32Array;
	/** What is counted by place and category, beside `spans.startRow` and beside `spans.endRow`. */
	readonly byStart: PlaceKeys;
	readonly byEnd: PlaceKeys;
	/** The categories of the same spans. */
	readonly categories: { readonly byStart: OrderedValues; readonly byEnd: OrderedValues };
	/** Beside `spans.running`, where every span has one key. */
	readonly runningKeys: Uint32Array | null;
}

export interface PlaceKeys {
	/**
	 * In the order of the spans a word for each place of each: `(1 + place) * categories + category`. A span without a place
	 * has one word, its category.
	 */
	readonly keys: Uint32Array;
	/** Those of span `i` go from `at[i]` up to and without `at[i + 1]`; `null`: every span has one, its own. */
	readonly at: Uint32Array | null;
}

/** A list of rows of which a stretch is counted, or taken off again. */
export interface RowList {
	readonly rows: Uint32Array;
	/** Beside the rows; `null` where none were laid out for them. */
	readonly places: PlaceKeys | null;
}

/** The build phase: some 150 ms for a million rows. `categories`: how many the dataset has. */
export function createWindowIndex(columns: Columns, categories: number): WindowIndex {
	const parts = splitRows(columns);
	const spans = createSpanIndex(parts.rows, parts.starts, parts.ends);
	const byStart = placeKeys(columns, spans.startRow, categories);
	return {
		spans,
		gaps: createSpanIndex(parts.gapRows, parts.gapStarts, parts.gapEnds),
		odd: createSpanIndex(parts.oddRows, parts.oddStarts, parts.oddEnds),
		loose: parts.loose,
		regular: parts.regular,
		byStart,
		byEnd: placeKeys(columns, spans.endRow, categories),
		categories: {
			byStart: orderedValues(pickBytes(columns.category, spans.startRow), categories),
			byEnd: orderedValues(pickBytes(columns.category, spans.endRow), categories)
		},
		runningKeys: byStart.at === null ? pickRows(byStart.keys, spans.running) : null
	};
}

function splitRows({ rows, start, matchAt, matchStart, matchEnd }: Columns) {
	const [spanRows, starts, ends] = [new Uint32Array(rows), new Float64Array(rows), new Float64Array(rows)];
	const regular = new Uint32Array((rows + 31) >>> 5);
	const [loose, oddRows, oddStarts, oddEnds]: [number[], number[], number[], number[]] = [[], [], [], []];
	const [gapRows, gapStarts, gapEnds]: [number[], number[], number[]] = [[], [], []];
	let count = 0;
	for (let row = 0; row < rows; row++) {
		let from = NaN;
		let to = NaN;
		const last = matchAt[row + 1] ?? 0;
		for (let at = matchAt[row] ?? 0; at < last; at++) {
			const begin = matchStart[at] ?? NaN;
			const end = matchEnd[at] ?? NaN;
			// Rounding makes years beyond all doubles empty.
			if (!(begin < end)) continue;
			if (Number.isNaN(from)) from = begin;
			else {
				gapRows.push(row);
				gapStarts.push(to);
				gapEnds.push(begin);
			}
			to = end;
		}
		if (Number.isNaN(from)) {
			loose.push(row);
			continue;
		}
		spanRows[count] = row;
		starts[count] = from;
		ends[count++] = to;
		if (from === start[row]) regular[row >>> 5] = (regular[row >>> 5] ?? 0) | (1 << (row & 31));
		else {
			oddRows.push(row);
			oddStarts.push(from);
			oddEnds.push(to);
		}
	}
	return {
		rows: spanRows.subarray(0, count),
		starts: starts.subarray(0, count),
		ends: ends.subarray(0, count),
		regular,
		loose: Uint32Array.from(loose),
		oddRows: Uint32Array.from(oddRows),
		oddStarts: Float64Array.from(oddStarts),
		oddEnds: Float64Array.from(oddEnds),
		gapRows: Uint32Array.from(gapRows),
		gapStarts: Float64Array.from(gapStarts),
		gapEnds: Float64Array.from(gapEnds)
	};
}

/** Beside `rows`, in their order. */
function placeKeys(columns: Columns, rows: Uint32Array, categories: number): PlaceKeys {
	const { category, placeAt, place } = columns;
	const at = haveSeveral(columns) ? listStarts(placeAt, rows) : null;
	const keys = new Uint32Array(at === null ? rows.length : (at[rows.length] ?? 0));
	let next = 0;
	for (let i = 0; i < rows.length; i++) {
		const row = rows[i] ?? 0;
		const value = category[row] ?? 0;
		const last = placeAt[row + 1] ?? 0;
		let link = placeAt[row] ?? 0;
		if (link === last) keys[next++] = value;
		for (; link < last; link++) keys[next++] = Math.imul((place[link] ?? 0) + 1, categories) + value;
	}
	return { keys, at };
}

/** Whether any row has more places than one. */
function haveSeveral({ rows, placeAt }: Columns): boolean {
	for (let row = 0; row < rows; row++) if ((placeAt[row + 1] ?? 0) - (placeAt[row] ?? 0) > 1) return true;
	return false;
}

function listStarts(placeAt: Uint32Array, rows: Uint32Array): Uint32Array {
	const at = new Uint32Array(rows.length + 1);
	for (let i = 0; i < rows.length; i++) {
		const row = rows[i] ?? 0;
		at[i + 1] = (at[i] ?? 0) + Math.max(1, (placeAt[row + 1] ?? 0) - (placeAt[row] ?? 0));
	}
	return at;
}

/** Room for what one reach after the other looks up. */
export class Room {
	rows = new Uint32Array(0);
	keys = new Uint32Array(0);
	/** Whose rows are in it, as far as they were walked to, and whose keys. */
	of: Reach | null = null;
	walk: LastingWalk | null = null;
	keysOf: Reach | null = null;

	/** Grows, and keeps nothing of what is in it. */
	fit(length: number): void {
		if (length <= this.rows.length) return;
		this.rows = new Uint32Array(2 * length);
		this.keys = new Uint32Array(2 * length);
	}
}

/** What one window touches, as counts of spans in the two orders of an index. */
export class Reach {
	readonly window: Interval;
	/** No window: loose rows are touched too. */
	readonly isOpen: boolean;
	/** Spans that began before the window begins, by its end, and that ended by its start. */
	readonly begun: number = 0;
	readonly started: number = 0;
	readonly ended: number = 0;
	/** What it takes to go through all that it touches, in spans of which it is known. */
	readonly cost: number = 0;
	readonly #index: WindowIndex;
	readonly #room: Room;
	readonly #lookAt: number = 0;
	#inGap: Uint32Array | null = null;

	/** `room`: of the same index alone. */
	constructor(index: WindowIndex, window: Interval, room = new Room()) {
		this.window = window;
		this.isOpen = sameInterval(window, ALWAYS);
		this.#index = index;
		this.#room = room;
		if (!(window.start < window.end)) return;
		const { spans } = index;
		this.begun = countBelow(spans.starts, window.start);
		this.started = countBelow(spans.starts, window.end);
		this.ended = countUpTo(spans.ends, window.start);
		this.#lookAt = searchRunning(spans, this.begun).cost;
		this.cost = this.started - this.begun + LOOK_COST * this.#lookAt;
	}

	/** How many rows have a span that began before the window and reaches into it, or beyond. */
	get running(): number {
		return this.begun - this.ended;
	}

	/** The first `length` of a list: `runningRows`, with what is counted of them, in the room as they are. */
	get runningList(): { readonly list: RowList; readonly length: number } {
		const rows = this.runningRows();
		const length = this.running;
		const { spans, byStart, runningKeys } = this.#index;
		if (runningKeys === null) return { list: { rows, places: null }, length };
		const room = this.#room;
		if (room.keysOf !== this) {
			findLasting(spans, this.begun, this.ended, { byStart: byStart.keys, running: runningKeys }, room.keys);
			room.keysOf = this;
		}
		return { list: { rows, places: { keys: room.keys, at: null } }, length };
	}

	/**
	 * Rows that were running when the window began, in order of starts: the first `wanted` of what is returned, or all there are.
	 * They stand in the room until another reach looks up its own.
	 */
	runningRows(wanted = Infinity): Uint32Array {
		const room = this.#room;
		if (room.of !== this || room.walk === null) {
			room.fit(this.#lookAt);
			const { spans } = this.#index;
			room.walk = new LastingWalk(spans, this.begun, this.ended, besideRows(spans), room.rows);
			[room.of, room.keysOf] = [this, null];
		}
		room.walk.goTo(wanted);
		return room.rows;
	}

	/** Rows of which the window lies in a gap: it does not touch them, though it lies in their span. */
	get inGap(): Uint32Array {
		if (this.#inGap !== null) return this.#inGap;
		const { start, end } = this.window;
		const { gaps } = this.#index;
		if (gaps.size === 0 || !(start < end)) return (this.#inGap = NO_ROWS);
		// A gap that ends with the window still holds all of it.
		return (this.#inGap = lastingRows(gaps, countUpTo(gaps.starts, start), countBelow(gaps.ends, end)));
	}
}

const NO_ROWS = new Uint32Array(0);
/** What it takes to find out whether a span was running, in spans of which it is known. */
const LOOK_COST = 4;
