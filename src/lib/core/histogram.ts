import type { BinEdges } from './bins.ts';
import type { Columns } from './columns.ts';

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

/**
 * An event counts, once, in every bin that some interval of its `matches` overlaps: by the rule of the time window, so that
 * a window of just that bin lists as many events as are counted in it. It counts as certain where it surely was in the bin
 * (`surelyWithin`), else as possible.
 *
 * `edges`: lists as `segmentEdges` makes them, sorted and apart, or it throws a sentence; what lies between two lists is in
 * no bin. `slotOfCategory`: by the index of a category the column of its events. `broken`: `Result.broken`; rows that break
 * anything are left out; `null` counts them all. One pass over the rows; as their starts rise, the bin of one is next to the
 * bin of the one before, and only for what reaches over several bins it is searched where.
 */
export function countBins(
	columns: Columns,
	slotOfCategory: readonly number[],
	edges: BinEdges,
	broken: Uint16Array | null
): Histogram {
	const slots = slotOfCategory.reduce((most, slot) => Math.max(most, slot + 1), 0);
	const bins: Bins = { ...flatten(edges), slots };
	const count = bins.starts.length;
	// First the changes from bin to bin, then their sums. A change of -1 is 2³² - 1 here, and the sums come out right.
	const total = new Uint32Array((count + 1) * slots);
	const certain = new Uint32Array((count + 1) * slots);
	const events = count === 0 ? 0 : addRows(total, certain, bins, columns, Uint32Array.from(slotOfCategory), broken);
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

/** Adds all rows to the changes; how many of them are in any bin. */
function addRows(
	total: Uint32Array,
	certain: Uint32Array,
	bins: Bins,
	columns: Columns,
	slotOf: Uint32Array,
	broken: Uint16Array | null
): number {
	const { starts, ends, slots } = bins;
	const { rows, category, matchAt, matchStart, matchEnd, sureAt, begunBy, lastsTo } = columns;
	const matches: Spans = { at: matchAt, from: matchStart, to: matchEnd, touching: false };
	const sure: Spans = { at: sureAt, from: begunBy, to: lastsTo, touching: true };
	const count = starts.length;
	let events = 0;
	// The first bin that ends after the start of the row before, and what it and the next one begin and end with.
	let bin = 0;
	let [before, binStart, binEnd, nextStart] = [-Infinity, instant(starts, 0), instant(ends, 0), startOr(starts, 1)];
	for (let row = 0; row < rows; row++) {
		if (broken !== null && broken[row] !== 0) continue;
		const match = at(matchAt, row);
		const slot = at(slotOf, category[row] ?? 0);
		const start = instant(matchStart, match);
		const end = instant(matchEnd, match);
		if (at(matchAt, row + 1) !== match + 1 || !(start >= before)) {
			if (!addRow(total, slot, bins, matches, row)) continue;
			events++;
			addRow(certain, slot, bins, sure, row);
			continue;
		}
		before = start;
		if (start >= binEnd) {
			while (bin < count && instant(ends, bin) <= start) bin++;
			// All that follows in list order begins even later; odd rows aside, which look for themselves.
			[binStart, binEnd, nextStart] = [startOr(starts, bin), startOr(ends, bin), startOr(starts, bin + 1)];
		}
		if (end <= binStart) continue;
		const first = bin * slots + slot;
		if (end <= nextStart) {
			// In this bin alone.
			events++;
			add(total, first, 1);
			add(total, first + slots, -1);
			const sureSpan = at(sureAt, row);
			if (at(sureAt, row + 1) === sureSpan + 1) {
				if (instant(begunBy, sureSpan) <= binEnd && instant(lastsTo, sureSpan) >= binStart) {
					add(certain, first, 1);
					add(certain, first + slots, -1);
				}
			} else addRow(certain, slot, bins, sure, row);
			continue;
		}
		events++;
		add(total, first, 1);
		add(total, search(starts, end, true, bin + 1, count) * slots + slot, -1);
		addRow(certain, slot, bins, sure, row);
	}
	return events;
}

/** Beyond the last bin there is nothing. */
function startOr(values: Float64Array, bin: number): number {
	return values[bin] ?? Infinity;
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
