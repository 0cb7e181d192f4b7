import { sortedOrder } from './sorted-order.ts';

/**
 * Spans of time, each of a row, sorted by start and by end: how many began before an instant, or ended by one, is a binary
 * search. Checkpoints keep which ones were running, so that these are found without walking through all before them.
 * Typed arrays of its own alone: it can be handed from a worker to the page.
 */
export interface SpanIndex {
	readonly size: number;
	/** Rising; `startEnd` and `startRow` beside it. */
	readonly starts: Float64Array;
	readonly startEnd: Float64Array;
	readonly startRow: Uint32Array;
	/** Rising; `endRow` beside it. */
	readonly ends: Float64Array;
	readonly endRow: Uint32Array;
	/** Checkpoint `k` stands before the span at `checkAt[k]`, in order of starts. */
	readonly checkAt: Uint32Array;
	/** Those before it that had not ended when the last of them began: `running[runningAt[k]]` up to `runningAt[k + 1]`. */
	readonly runningAt: Uint32Array;
	/** Places in order of starts, rising. */
	readonly running: Uint32Array;
}

/** Fewest spans from one checkpoint to the next. */
const MIN_STEP = 512;

/** `rows[i]` spans `[starts[i], ends[i])`, ms, infinite for open sides, not empty. The arrays may become part of it. */
export function createSpanIndex(rows: Uint32Array, starts: Float64Array, ends: Float64Array): SpanIndex {
	const byStart = sortedOrder(starts);
	const byEnd = sortedOrder(ends);
	const sortedStarts = pickInstants(starts, byStart);
	const startEnd = pickInstants(ends, byStart);
	return {
		size: rows.length,
		starts: sortedStarts,
		startEnd,
		startRow: pickRows(rows, byStart),
		ends: pickInstants(ends, byEnd),
		endRow: pickRows(rows, byEnd),
		...createCheckpoints(sortedStarts, startEnd)
	};
}

/**
 * As many spans from one checkpoint to the next as are running, at least: so all lists together are never longer than there
 * are spans, even when none ever ends, and finding what runs takes but a few times as long as there is of it.
 */
function createCheckpoints(starts: Float64Array, startEnd: Float64Array) {
	const checkAt: number[] = [];
	const lists: Uint32Array[] = [];
	let last = new Uint32Array(0);
	for (let from = 0, to = MIN_STEP; to <= starts.length;) {
		const instant = starts[to - 1] ?? NaN;
		const list = new Uint32Array(last.length + to - from);
		let count = 0;
		for (const at of last) if ((startEnd[at] ?? NaN) > instant) list[count++] = at;
		for (let at = from; at < to; at++) if ((startEnd[at] ?? NaN) > instant) list[count++] = at;
		last = list.slice(0, count);
		checkAt.push(to);
		lists.push(last);
		from = to;
		to += Math.max(MIN_STEP, count);
	}
	const runningAt = new Uint32Array(lists.length + 1);
	lists.forEach((list, k) => (runningAt[k + 1] = (runningAt[k] ?? 0) + list.length));
	const running = new Uint32Array(runningAt[lists.length] ?? 0);
	lists.forEach((list, k) => running.set(list, runningAt[k]));
	return { checkAt: Uint32Array.from(checkAt), runningAt, running };
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

/** The rows of the first `begun` spans that end at or after `instant`, in order of starts; all had begun by it. */
export function rowsLasting(index: SpanIndex, begun: number, instant: number, orAtIt: boolean): Uint32Array {
	const { startEnd, startRow, running } = index;
	const { listFrom, listTo, from, cost } = searchRunning(index, begun);
	const rows = new Uint32Array(cost);
	let count = 0;
	for (let i = listFrom; i < listTo; i++) {
		const at = running[i] ?? 0;
		const end = startEnd[at] ?? NaN;
		if (end > instant || (orAtIt && end === instant)) rows[count++] = startRow[at] ?? 0;
	}
	for (let at = from; at < begun; at++) {
		const end = startEnd[at] ?? NaN;
		if (end > instant || (orAtIt && end === instant)) rows[count++] = startRow[at] ?? 0;
	}
	return rows.subarray(0, count);
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

function pickRows(rows: Uint32Array, order: Uint32Array): Uint32Array {
	const picked = new Uint32Array(order.length);
	for (let i = 0; i < order.length; i++) picked[i] = rows[order[i] ?? 0] ?? 0;
	return picked;
}
