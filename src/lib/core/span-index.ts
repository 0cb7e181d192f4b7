import { isRising, sortedOrder } from './sorted-order.ts';

/**
 * Spans of time, each of a row, sorted by start and by end: how many began before an instant, or ended by one, is a binary
 * search. Checkpoints keep which ones were running, so that these are found without walking through all before them.
 * Typed arrays of its own alone: it can be handed from a worker to the page.
 */
export interface SpanIndex {
	readonly size: number;
	/** Rising; `startRow` and `startRank` beside it. */
	readonly starts: Float64Array;
	readonly startRow: Uint32Array;
	/** Where each stands in order of ends: it ends after an instant when as many as have ended by then stand before it. */
	readonly startRank: Uint32Array;
	/** Rising; `endRow` beside it. */
	readonly ends: Float64Array;
	readonly endRow: Uint32Array;
	/** Checkpoint `k` stands before the span at `checkAt[k]`, in order of starts. */
	readonly checkAt: Uint32Array;
	/** What had begun before it and not ended when the last of that began: from `runningAt[k]` up to `runningAt[k + 1]`. */
	readonly runningAt: Uint32Array;
	/** Where it stands in order of starts (rising), and with what, so that nothing is looked up far apart. */
	readonly running: Uint32Array;
	readonly runningRank: Uint32Array;
	readonly runningRow: Uint32Array;
}

/** Fewest spans from one checkpoint to the next. */
const MIN_STEP = 512;
/** Fewest that are looked at at a time. */
const LEAST_LOOK = 256;

/** `rows[i]` spans `[starts[i], ends[i])`, ms, infinite for open sides, not empty. The arrays may become part of it. */
export function createSpanIndex(rows: Uint32Array, starts: Float64Array, ends: Float64Array): SpanIndex {
	const byStart = isRising(starts) ? null : sortedOrder(starts);
	const startEnd = byStart === null ? ends : pickInstants(ends, byStart);
	const startRow = byStart === null ? rows : pickRows(rows, byStart);
	const byEnd = sortedOrder(startEnd);
	const sorted = {
		starts: byStart === null ? starts : pickInstants(starts, byStart),
		startRow,
		startRank: ranksOf(byEnd)
	};
	return {
		size: rows.length,
		...sorted,
		ends: pickInstants(startEnd, byEnd),
		endRow: pickRows(startRow, byEnd),
		...createCheckpoints(sorted, startEnd)
	};
}

/** Where each stands in an order. */
function ranksOf(order: Uint32Array): Uint32Array {
	const ranks = new Uint32Array(order.length);
	for (let i = 0; i < order.length; i++) ranks[order[i] ?? 0] = i;
	return ranks;
}

/**
 * Twice as many spans from one checkpoint to the next as are running, at least: so all lists together are half as long as
 * there are spans, even when none ever ends, and finding what runs takes but a few times as long as there is of it.
 */
function createCheckpoints(
	{ starts, startRow, startRank }: Pick<SpanIndex, 'starts' | 'startRow' | 'startRank'>,
	startEnd: Float64Array
) {
	const checkAt: number[] = [];
	const lists: Uint32Array[] = [];
	let last = new Uint32Array(0);
	for (let from = 0, to = MIN_STEP; to <= starts.length;) {
		const instant = starts[to - 1] ?? NaN;
		const list = new Uint32Array(last.length + to - from);
		let count = 0;
		for (let i = 0; i < last.length; i++) {
			const at = last[i] ?? 0;
			if ((startEnd[at] ?? NaN) > instant) list[count++] = at;
		}
		for (let at = from; at < to; at++) if ((startEnd[at] ?? NaN) > instant) list[count++] = at;
		last = list.slice(0, count);
		checkAt.push(to);
		lists.push(last);
		from = to;
		to += Math.max(MIN_STEP, 2 * count);
	}
	const runningAt = new Uint32Array(lists.length + 1);
	lists.forEach((list, k) => (runningAt[k + 1] = (runningAt[k] ?? 0) + list.length));
	const running = new Uint32Array(runningAt[lists.length] ?? 0);
	lists.forEach((list, k) => running.set(list, runningAt[k]));
	return {
		checkAt: Uint32Array.from(checkAt),
		runningAt,
		running,
		runningRank: pickRows(startRank, running),
		runningRow: pickRows(startRow, running)
	};
}

/** Where to look for what was running when `begun` spans had begun: in a list, then from a place on in order of starts. */
export interface Search {
	readonly listFrom: number;
	readonly listTo: number;
	readonly from: number;
	/** How many have to be looked at. */
	readonly cost: number;
}

export function searchRunning({ checkAt, runningAt }: SpanIndex, begun: number): Search {
	let [low, high] = [0, checkAt.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((checkAt[middle] ?? 0) > begun) high = middle;
		else low = middle + 1;
	}
	if (low === 0) return { listFrom: 0, listTo: 0, from: 0, cost: begun };
	const [listFrom, listTo, from] = [runningAt[low - 1] ?? 0, runningAt[low] ?? 0, checkAt[low - 1] ?? 0];
	return { listFrom, listTo, from, cost: listTo - listFrom + begun - from };
}

/** Beside the spans of an index something of each: in order of starts, and of each of `running`. */
export interface Beside {
	readonly byStart: Uint32Array;
	readonly running: Uint32Array;
}

/**
 * Writes to `out` what stands `beside` the first `begun` spans that are not among the first `ended` in order of ends, in order
 * of starts. Returns how many they are. There has to be room for as many as `searchRunning` says have to be looked at: whoever
 * asks often makes it once, as making it takes longer than this.
 */
export function findLasting(index: SpanIndex, begun: number, ended: number, beside: Beside, out: Uint32Array): number {
	return new LastingWalk(index, begun, ended, beside, out).goTo(Infinity);
}

/** The same bit by bit, for those who need the first few. */
export class LastingWalk {
	/** How many are found. */
	found = 0;
	readonly #index: SpanIndex;
	readonly #search: Search;
	readonly #ended: number;
	readonly #beside: Beside;
	readonly #out: Uint32Array;
	/** How many have been looked at. */
	#looked = 0;

	constructor(index: SpanIndex, begun: number, ended: number, beside: Beside, out: Uint32Array) {
		this.#index = index;
		this.#search = searchRunning(index, begun);
		[this.#ended, this.#beside, this.#out] = [ended, beside, out];
	}

	/** Goes on until so many are found, or all. Returns how many are. */
	goTo(wanted: number): number {
		const { cost } = this.#search;
		while (this.found < wanted && this.#looked < cost) {
			const to = Math.min(cost, this.#looked + Math.max(LEAST_LOOK, 2 * (wanted - this.found)));
			this.#look(this.#looked, to);
			this.#looked = to;
		}
		return this.found;
	}

	/** Of those to be looked at, first the ones in the list, then the ones in order of starts. */
	#look(from: number, to: number): void {
		const { listFrom, listTo, from: first } = this.#search;
		const listed = listTo - listFrom;
		const { runningRank, startRank } = this.#index;
		const { running, byStart } = this.#beside;
		if (from < listed) this.#keep(running, runningRank, listFrom + from, listFrom + Math.min(listed, to));
		if (to > listed) this.#keep(byStart, startRank, first + Math.max(0, from - listed), first + to - listed);
	}

	/** Those of `values` from `from` up to `to` that rank high enough. */
	#keep(values: Uint32Array, ranks: Uint32Array, from: number, to: number): void {
		const [out, least] = [this.#out, this.#ended - 1];
		let count = this.found;
		for (let i = from; i < to; i++) {
			// Each is written, and the next one over it where it does not last: a branch would be guessed wrong too often.
			out[count] = values[i] ?? 0;
			count += (least - (ranks[i] ?? 0)) >>> 31;
		}
		this.found = count;
	}
}

/** The rows of the spans of an index. */
export function besideRows({ startRow, runningRow }: SpanIndex): Beside {
	return { byStart: startRow, running: runningRow };
}

/** The rows of the same spans, in an array of their own. */
export function lastingRows(index: SpanIndex, begun: number, ended: number): Uint32Array {
	const rows = new Uint32Array(searchRunning(index, begun).cost);
	return rows.subarray(0, findLasting(index, begun, ended, besideRows(index), rows));
}

/** How many of the rising values are below one. */
export function countBelow(values: Float64Array, value: number): number {
	let [low, high] = [0, values.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((values[middle] ?? NaN) < value) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** How many of the rising values are at or below one. */
export function countUpTo(values: Float64Array, value: number): number {
	let [low, high] = [0, values.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((values[middle] ?? NaN) <= value) low = middle + 1;
		else high = middle;
	}
	return low;
}

function pickInstants(values: Float64Array, order: Uint32Array): Float64Array {
	const picked = new Float64Array(order.length);
	for (let i = 0; i < order.length; i++) picked[i] = values[order[i] ?? 0] ?? NaN;
	return picked;
}

export function pickRows(rows: Uint32Array, order: Uint32Array): Uint32Array {
	const picked = new Uint32Array(order.length);
	for (let i = 0; i < order.length; i++) picked[i] = rows[order[i] ?? 0] ?? 0;
	return picked;
}

export function pickBytes(values: Uint8Array, order: Uint32Array): Uint8Array {
	const picked = new Uint8Array(order.length);
	for (let i = 0; i < order.length; i++) picked[i] = values[order[i] ?? 0] ?? 0;
	return picked;
}
