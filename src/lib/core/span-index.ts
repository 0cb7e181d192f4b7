import { isRising, sortedOrder } from './sorted-order.ts';

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
	/** What had begun before it and not ended when the last of that began: from `runningAt[k]` up to `runningAt[k + 1]`. */
	readonly runningAt: Uint32Array;
	/** Where it stands in order of starts (rising), and with what, so that nothing is looked up far apart. */
	readonly running: Uint32Array;
	readonly runningEnd: Float64Array;
	readonly runningRow: Uint32Array;
}

/** Fewest spans from one checkpoint to the next. */
const MIN_STEP = 512;

/** `rows[i]` spans `[starts[i], ends[i])`, ms, infinite for open sides, not empty. The arrays may become part of it. */
export function createSpanIndex(rows: Uint32Array, starts: Float64Array, ends: Float64Array): SpanIndex {
	const byStart = isRising(starts) ? null : sortedOrder(starts);
	const byEnd = sortedOrder(ends);
	const started = {
		starts: byStart === null ? starts : pickInstants(starts, byStart),
		startEnd: byStart === null ? ends : pickInstants(ends, byStart),
		startRow: byStart === null ? rows : pickRows(rows, byStart)
	};
	return {
		size: rows.length,
		...started,
		ends: pickInstants(ends, byEnd),
		endRow: pickRows(rows, byEnd),
		...createCheckpoints(started)
	};
}

/**
 * Twice as many spans from one checkpoint to the next as are running, at least: so all lists together are half as long as
 * there are spans, even when none ever ends, and finding what runs takes but a few times as long as there is of it.
 */
function createCheckpoints({ starts, startEnd, startRow }: Pick<SpanIndex, 'starts' | 'startEnd' | 'startRow'>) {
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
		runningEnd: pickInstants(startEnd, running),
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
 * Writes to `rows` the rows of the first `begun` spans that end after `instant`, in order of starts; all of them had begun by
 * it. Returns how many. What stands `beside` goes to `values`. There has to be room for as many as `searchRunning` says have
 * to be looked at: whoever asks often makes it once, as making it takes longer than this.
 */
export function findLasting(
	index: SpanIndex,
	begun: number,
	instant: number,
	rows: Uint32Array,
	beside: Beside | null,
	values: Uint32Array
): number {
	const { startEnd, startRow, runningEnd, runningRow } = index;
	const { listFrom, listTo, from } = searchRunning(index, begun);
	if (beside === null) {
		const listed = keepRows(rows, 0, runningRow, runningEnd, listFrom, listTo, instant);
		return keepRows(rows, listed, startRow, startEnd, from, begun, instant);
	}
	const listed = keepBoth(rows, values, 0, runningRow, beside.running, runningEnd, listFrom, listTo, instant);
	return keepBoth(rows, values, listed, startRow, beside.byStart, startEnd, from, begun, instant);
}

/** The same in an array of its own; with `orAtIt` also what ends at the instant. */
export function lastingRows(index: SpanIndex, begun: number, instant: number, orAtIt: boolean): Uint32Array {
	const { startEnd, startRow, runningEnd, runningRow } = index;
	const { listFrom, listTo, from, cost } = searchRunning(index, begun);
	const rows = new Uint32Array(cost);
	let count = 0;
	const keep = (row = 0, end = NaN): void => {
		if (end > instant || (orAtIt && end === instant)) rows[count++] = row;
	};
	for (let i = listFrom; i < listTo; i++) keep(runningRow[i], runningEnd[i]);
	for (let i = from; i < begun; i++) keep(startRow[i], startEnd[i]);
	return rows.subarray(0, count);
}

/** Writes to `out`, from `count` on, those of `rows` from `from` up to `to` whose ends come later; how many there are then. */
function keepRows(
	out: Uint32Array,
	count: number,
	rows: Uint32Array,
	ends: Float64Array,
	from: number,
	to: number,
	instant: number
): number {
	for (let i = from; i < to; i++) {
		// Each is written, and the next one over it where it does not last: a branch would be guessed wrong too often.
		out[count] = rows[i] ?? 0;
		count += Number((ends[i] ?? NaN) > instant);
	}
	return count;
}

/** Both at once, which is the quicker. */
function keepBoth(
	out: Uint32Array,
	outValues: Uint32Array,
	count: number,
	rows: Uint32Array,
	values: Uint32Array,
	ends: Float64Array,
	from: number,
	to: number,
	instant: number
): number {
	for (let i = from; i < to; i++) {
		out[count] = rows[i] ?? 0;
		outValues[count] = values[i] ?? 0;
		count += Number((ends[i] ?? NaN) > instant);
	}
	return count;
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
