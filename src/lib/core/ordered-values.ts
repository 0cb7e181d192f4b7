/**
 * The values of rows in the order in which they are counted, and how often each value stands before every so many of them:
 * so that counting a stretch takes no longer for a long one than for a short one. Typed arrays of its own alone.
 */
export interface OrderedValues {
	readonly values: Uint8Array;
	/** Values are below it. */
	readonly size: number;
	/** Rows from one check to the next. */
	readonly step: number;
	/** Value `v` stands `checks[k * size + v]` times before row `k * step`. */
	readonly checks: Int32Array;
}

/** Fewest rows from one check to the next; where there are many values, as many that checks take no more room than values do. */
const MIN_STEP = 128;

/** One pass over the values, which become part of it. */
export function orderedValues(values: Uint8Array, size: number): OrderedValues {
	const step = Math.max(MIN_STEP, 4 * size);
	const count = Math.floor(values.length / step) + 1;
	const checks = new Int32Array(count * size);
	for (let k = 1; k < count; k++) {
		const at = k * size;
		checks.copyWithin(at, at - size, at);
		const sums = checks.subarray(at, at + size);
		addValues(sums, values, (k - 1) * step, k * step, 1);
	}
	return { values, size, step, checks };
}

/** Adds `sign` to the counts for each of the values from `from` up to and without `to`, of which there is at least one. */
export function countStretch(counts: Int32Array, ordered: OrderedValues, from: number, to: number, sign: number): void {
	if (to - from <= ordered.step) addValues(counts, ordered.values, from, to, sign);
	else {
		addBefore(counts, ordered, to, sign);
		addBefore(counts, ordered, from, -sign);
	}
}

/** All values before one row: those of the check that is nearest, and the rest of the way there one by one. */
function addBefore(counts: Int32Array, { values, size, step, checks }: OrderedValues, row: number, sign: number): void {
	const last = Math.floor(values.length / step);
	const check = Math.min(last, Math.round(row / step));
	const at = check * size;
	for (let value = 0; value < size; value++)
		counts[value] = (counts[value] ?? 0) + Math.imul(sign, checks[at + value] ?? 0);
	if (check * step < row) addValues(counts, values, check * step, row, sign);
	else addValues(counts, values, row, check * step, -sign);
}

function addValues(counts: Int32Array, values: Uint8Array, from: number, to: number, sign: number): void {
	for (let i = from; i < to; i++) {
		const value = values[i] ?? 0;
		counts[value] = (counts[value] ?? 0) + sign;
	}
}
