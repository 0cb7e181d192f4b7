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
	const into: Counting = {
		total: createCounts(count, slots),
		certain: createCounts(count, slots),
		slotOf: Uint32Array.from(slotOfCategory)
	};
	const events = count === 0 ? 0 : addAll(into, bins, columns, broken);
	const total = sumUp(into.total, count, slots);
	const certain = sumUp(into.certain, count, slots);
	return {
		starts: bins.starts,
		ends: bins.ends,
		slots,
		certain: certain.cells,
		possible: subtract(total.cells, certain.cells),
		certainInBin: certain.inBin,
		possibleInBin: subtract(total.inBin, certain.inBin),
		events
	};
}

/** Counts by bin and slot while they are made. */
interface Counts {
	/** Of what is in one bin alone. */
	readonly single: Int32Array;
	/** From bin to bin, of what is in several. */
	readonly changes: Int32Array;
}

interface Counting {
	readonly total: Counts;
	readonly certain: Counts;
	/** The slot of each category. */
	readonly slotOf: Uint32Array;
}

function createCounts(bins: number, slots: number): Counts {
	return { single: new Int32Array(bins * slots), changes: new Int32Array((bins + 1) * slots) };
}

/** Adds all rows; how many of them are in any bin. */
function addAll(
	{ total, certain, slotOf }: Counting,
	bins: Bins,
	columns: Columns,
	broken: Uint16Array | null
): number {
	const { starts, ends, slots } = bins;
	const { rows, category, matchAt, matchStart, matchEnd, sureAt, begunBy, lastsTo } = columns;
	const matches: Spans = { at: matchAt, from: matchStart, to: matchEnd, touching: false };
	const sure: Spans = { at: sureAt, from: begunBy, to: lastsTo, touching: true };
	const count = starts.length;
	let events = 0;
	// The first bin that ends after the start of the row before. What is past the last bin is in none.
	let bin = 0;
	let before = -Infinity;
	let binStart = starts[0] ?? Infinity;
	let binEnd = ends[0] ?? Infinity;
	let nextStart = starts[1] ?? Infinity;
	for (let row = 0; row < rows; row++) {
		if (broken !== null && broken[row] !== 0) continue;
		const slot = slotOf[category[row] ?? 0] ?? 0;
		const match = matchAt[row] ?? 0;
		const start = matchStart[match] ?? NaN;
		if (matchAt[row + 1] !== match + 1 || !(start >= before)) {
			// A set, or one of the few that stand elsewhere in the list than where they begin.
			if (!addRow(total.changes, slot, bins, matches, row)) continue;
			events++;
			addRow(certain.changes, slot, bins, sure, row);
			continue;
		}
		before = start;
		if (start >= binEnd) {
			while (bin < count && (ends[bin] ?? NaN) <= start) bin++;
			binStart = starts[bin] ?? Infinity;
			binEnd = ends[bin] ?? Infinity;
			nextStart = starts[bin + 1] ?? Infinity;
		}
		const end = matchEnd[match] ?? NaN;
		if (!(end > binStart)) continue;
		events++;
		const cell = bin * slots + slot;
		const span = sureAt[row] ?? 0;
		if (end > nextStart) {
			const next = near(starts, end, true, bin + 1, bin + 2);
			add(total.changes, cell, 1);
			add(total.changes, next * slots + slot, -1);
			if (sureAt[row + 1] !== span + 1) addRow(certain.changes, slot, bins, sure, row);
			else {
				const first = near(ends, begunBy[span] ?? NaN, true, 0, bin);
				const last = near(starts, lastsTo[span] ?? NaN, false, first, next);
				add(certain.changes, first * slots + slot, 1);
				add(certain.changes, last * slots + slot, -1);
			}
			continue;
		}
		total.single[cell] = (total.single[cell] ?? 0) + 1;
		if (sureAt[row + 1] !== span + 1) addRow(certain.changes, slot, bins, sure, row);
		else if ((begunBy[span] ?? NaN) <= binEnd && (lastsTo[span] ?? NaN) >= binStart)
			certain.single[cell] = (certain.single[cell] ?? 0) + 1;
	}
	return events;
}

/** `search` from `low` on, for a value that is probably about `guess`. */
function near(values: Float64Array, value: number, orEqual: boolean, low: number, guess: number): number {
	if (guess < low || guess >= values.length) return search(values, value, orEqual, low, values.length);
	const step = 4;
	if (isPast(instant(values, guess), value, orEqual)) {
		const from = guess - step;
		if (from > low && !isPast(instant(values, from), value, orEqual))
			return search(values, value, orEqual, from, guess);
		return search(values, value, orEqual, low, guess);
	}
	const to = guess + step;
	if (to < values.length && isPast(instant(values, to), value, orEqual))
		return search(values, value, orEqual, guess + 1, to);
	return search(values, value, orEqual, guess + 1, values.length);
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
function addRow(changes: Int32Array, slot: number, bins: Bins, spans: Spans, row: number): boolean {
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

/** The counts of each slot in each bin, and those of all slots together. */
function sumUp({ single, changes }: Counts, bins: number, slots: number) {
	const cells = new Uint32Array(bins * slots);
	const inBin = new Uint32Array(bins);
	for (let bin = 0; bin < bins; bin++) {
		let sum = 0;
		for (let slot = 0; slot < slots; slot++) {
			const i = bin * slots + slot;
			if (bin > 0) add(changes, i, changes[i - slots] ?? 0);
			const count = (changes[i] ?? 0) + (single[i] ?? 0);
			cells[i] = count;
			sum += count;
		}
		inBin[bin] = sum;
	}
	return { cells, inBin };
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

/** The differences, in the place of `counts`. */
function subtract(counts: Uint32Array, others: Uint32Array): Uint32Array {
	for (let i = 0; i < counts.length; i++) counts[i] = at(counts, i) - at(others, i);
	return counts;
}

function add(counts: Int32Array, index: number, change: number): void {
	counts[index] = (counts[index] ?? 0) + change;
}

// One function for each kind of array: one for both would make every look-up several times slower.
function at(counts: Uint32Array, index: number): number {
	return counts[index] ?? 0;
}

function instant(values: Float64Array, index: number): number {
	return values[index] ?? NaN;
}
