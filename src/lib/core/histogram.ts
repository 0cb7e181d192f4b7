import type { BinEdges } from './bins.ts';
import type { InlineCatalogue } from './catalogue.ts';
import { surelyWithin } from './sure-spans.ts';

/**
 * What counting needs of a catalogue, in columns: row `i` is `catalogue.events[i]`. Made once; it shares nothing with the
 * catalogue, so that it can be handed to a worker.
 */
export interface HistogramRows {
	/** How many rows there are. */
	readonly events: number;
	/** How many columns a bin has: one more than the highest slot of a category, as slots may have gaps. */
	readonly slots: number;
	/** The slot of each row's category. */
	readonly slotOf: Uint32Array;
	/** Row `i` has the matches from `matchAt[i]` up to and without `matchAt[i + 1]`; an undated one has none. */
	readonly matchAt: Uint32Array;
	/** The `matches` of all rows, ms, half-open; those of one row sorted and apart. Infinite for open sides. */
	readonly matchStart: Float64Array;
	readonly matchEnd: Float64Array;
	/** Row `i` has the sure spans from `sureAt[i]` up to and without `sureAt[i + 1]`. */
	readonly sureAt: Uint32Array;
	/** As in `SureSpan`; both rise within a row. */
	readonly begunBy: Float64Array;
	readonly lastsTo: Float64Array;
}

/**
 * Events by bin and category. The bins are those of all lists of edges, in their order; with `slots` columns a bin, the
 * events of category slot `s` in bin `b` stand at `b * slots + s`.
 */
export interface Histogram {
	/** First instant of each bin, ms. */
	readonly starts: Float64Array;
	/** First instant after each bin, ms. */
	readonly ends: Float64Array;
	readonly slots: number;
	/** Events that surely were in the bin. */
	readonly certain: Uint32Array;
	/** Events that may have been in the bin; none of them is among the certain ones. */
	readonly possible: Uint32Array;
	/** The certain ones of each bin, of whatever category. */
	readonly certainInBin: Uint32Array;
	readonly possibleInBin: Uint32Array;
	/** Events that are in any bin, each once. */
	readonly events: number;
}

/** The build phase: one pass over the catalogue, tens of milliseconds for 20,000 events. */
export function createHistogramRows({ events, categoryById }: InlineCatalogue): HistogramRows {
	const slotOf = Uint32Array.from(events, ({ event }) => categoryById.get(event.category)?.slot ?? 0);
	const matchAt = new Uint32Array(events.length + 1);
	const sureAt = new Uint32Array(events.length + 1);
	const [matchStart, matchEnd, begunBy, lastsTo]: [number[], number[], number[], number[]] = [[], [], [], []];
	events.forEach(({ when, matches, event: { status } }, row) => {
		for (const { start, end } of matches) {
			matchStart.push(start);
			matchEnd.push(end);
		}
		matchAt[row + 1] = matchStart.length;
		// What is planned may come to nothing.
		for (const span of when === null || status === 'planned' ? [] : surelyWithin(when)) {
			begunBy.push(span.begunBy);
			lastsTo.push(span.lastsTo);
		}
		sureAt[row + 1] = begunBy.length;
	});
	return {
		events: events.length,
		slots: Math.max(0, ...[...categoryById.values()].map(({ slot }) => slot + 1)),
		slotOf,
		matchAt,
		matchStart: Float64Array.from(matchStart),
		matchEnd: Float64Array.from(matchEnd),
		sureAt,
		begunBy: Float64Array.from(begunBy),
		lastsTo: Float64Array.from(lastsTo)
	};
}

/**
 * The query phase. An event counts, once, in every bin that some interval of its `matches` overlaps: by the rule of the
 * time window, so that a window of just that bin lists as many events as are counted in it. It counts as certain where it
 * surely was in the bin (`surelyWithin`), else as possible.
 *
 * `edges`: lists as `segmentEdges` makes them, sorted and apart, or it throws a sentence; what lies between two lists is in
 * no bin. `passes`: a byte for each row, 0 for events to leave out; `null` counts them all. One pass over the rows, with a
 * search among the bins for each of their intervals.
 */
export function countBins(rows: HistogramRows, edges: BinEdges, passes: Uint8Array | null): Histogram {
	const { slots, slotOf } = rows;
	const bins: Bins = { ...flatten(edges), slots };
	const count = bins.starts.length;
	const matches: Spans = { at: rows.matchAt, from: rows.matchStart, to: rows.matchEnd, touching: false };
	const sure: Spans = { at: rows.sureAt, from: rows.begunBy, to: rows.lastsTo, touching: true };
	// First the changes from bin to bin, then their sums. A change of -1 is 2³² - 1 here, and the sums come out right.
	const total = new Uint32Array((count + 1) * slots);
	const certain = new Uint32Array((count + 1) * slots);
	let events = 0;
	for (let row = 0; row < rows.events; row++) {
		if (passes !== null && passes[row] === 0) continue;
		const slot = at(slotOf, row);
		if (!addRow(total, slot, bins, matches, row)) continue;
		events++;
		addRow(certain, slot, bins, sure, row);
	}
	const certainInBin = sumUp(certain, count, slots);
	const possibleInBin = sumUp(total, count, slots);
	subtract(total, certain);
	subtract(possibleInBin, certainInBin);
	return {
		starts: bins.starts,
		ends: bins.ends,
		slots,
		certain: certain.subarray(0, count * slots),
		possible: total.subarray(0, count * slots),
		certainInBin,
		possibleInBin,
		events
	};
}

/** The fullest bin (the first of those) and how many events are in it; `null` when none is in any. */
export function fullestBin({ certainInBin, possibleInBin }: Histogram): { bin: number; events: number } | null {
	let [bin, events] = [-1, 0];
	certainInBin.forEach((certain, i) => {
		const inBin = certain + at(possibleInBin, i);
		if (inBin > events) [bin, events] = [i, inBin];
	});
	return bin < 0 ? null : { bin, events };
}

interface Bins {
	readonly starts: Float64Array;
	readonly ends: Float64Array;
	readonly slots: number;
}

interface Spans {
	readonly at: Uint32Array;
	readonly from: Float64Array;
	readonly to: Float64Array;
	/** Whether a bin has only to reach up to `from` and begin with `to`, and not beyond them. */
	readonly touching: boolean;
}

/** Adds a row to the changes, once for each bin that one of its spans is in; false when none is in any. */
function addRow(changes: Uint32Array, slot: number, bins: Bins, spans: Spans, row: number): boolean {
	const { starts, ends, slots } = bins;
	const { from, to, touching } = spans;
	const last = at(spans.at, row + 1);
	let next = 0;
	let added = false;
	for (let span = at(spans.at, row); span < last; span++) {
		// Both sides rise from span to span: the bins before `next` have the row already.
		const first = search(ends, instant(from, span), touching, next, ends.length);
		const end = instant(to, span);
		// Most spans are in one bin or in none: the bin after it is looked at before all others.
		const isShort = first + 1 >= starts.length || isPast(instant(starts, first + 1), end, !touching);
		next = search(starts, end, !touching, first, isShort ? Math.min(first + 1, starts.length) : starts.length);
		if (next === first) continue;
		add(changes, first * slots + slot, 1);
		add(changes, next * slots + slot, -1);
		added = true;
	}
	return added;
}

/** The first index from `low` on, and at most `high`, whose value is past `value`; the values rise. */
function search(values: Float64Array, value: number, orEqual: boolean, low: number, high: number): number {
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (isPast(instant(values, middle), value, orEqual)) high = middle;
		else low = middle + 1;
	}
	return low;
}

function isPast(found: number, value: number, orEqual: boolean): boolean {
	return found > value || (orEqual && found === value);
}

/** Turns the changes of each slot into its counts, in place, and gives those of all slots together. */
function sumUp(changes: Uint32Array, bins: number, slots: number): Uint32Array {
	const inBin = new Uint32Array(bins);
	for (let bin = 0; bin < bins; bin++) {
		for (let slot = 0; slot < slots; slot++) {
			const i = bin * slots + slot;
			if (bin > 0) add(changes, i, at(changes, i - slots));
			add(inBin, bin, at(changes, i));
		}
	}
	return inBin;
}

function flatten(edges: BinEdges): Pick<Bins, 'starts' | 'ends'> {
	const count = edges.reduce((sum, list) => sum + Math.max(0, list.length - 1), 0);
	const [starts, ends] = [new Float64Array(count), new Float64Array(count)];
	let bin = 0;
	let before = -Infinity;
	for (const list of edges) {
		for (let i = 0; i < list.length - 1; i++, bin++) {
			const [start, end] = [instant(list, i), instant(list, i + 1)];
			if (!(start >= before && end > start))
				throw new RangeError(`Bins have to rise: one from ${start} to ${end} cannot follow one up to ${before}.`);
			starts[bin] = start;
			ends[bin] = before = end;
		}
	}
	return { starts, ends };
}

function subtract(counts: Uint32Array, others: Uint32Array): void {
	for (let i = 0; i < counts.length; i++) add(counts, i, -at(others, i));
}

function add(counts: Uint32Array, index: number, change: number): void {
	counts[index] = at(counts, index) + change;
}

// One function for each kind of array: one for both would make every look-up several times slower.
function at(counts: Uint32Array, index: number): number {
	return counts[index] ?? 0;
}

function instant(values: Float64Array, index: number): number {
	return values[index] ?? NaN;
}
