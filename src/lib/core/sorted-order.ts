const DIGIT_BITS = 11;
const BUCKETS = 1 << DIGIT_BITS;
/** Where the digits of a 64-bit key begin: three in the lower word, three in the upper. */
const SHIFTS = [0, 11, 22] as const;

/**
 * The indices of `values` in rising order, equal ones in their own order. Infinities have their place; NaN has none. What
 * is followed by nothing smaller stands in order already, as most events end in the order in which they begin; the others
 * get a radix sort of the doubles' bits, and go in between.
 */
export function sortedOrder(values: Float64Array): Uint32Array {
	const order = new Uint32Array(values.length);
	// From the end down: those in order come last in `order`, the others to the front of `others`, both turned around.
	const others = new Uint32Array(values.length);
	let [kept, left, least] = [values.length, 0, Infinity];
	for (let i = values.length - 1; i >= 0; i--) {
		const value = values[i] ?? NaN;
		if (value <= least) {
			order[--kept] = i;
			least = value;
		} else others[left++] = i;
	}
	if (left > 0) merge(values, order, kept, radixSorted(values, others.subarray(0, left).reverse()));
	return order;
}

/** Both are in order; those of `order` stand from `from` on, with as much room before them as there are others. */
function merge(values: Float64Array, order: Uint32Array, from: number, others: Uint32Array): void {
	let [next, read] = [0, from];
	for (const other of others) {
		const value = values[other] ?? NaN;
		while (read < order.length) {
			const item = order[read] ?? 0;
			const found = values[item] ?? NaN;
			if (!(found < value || (found === value && item < other))) break;
			order[next++] = item;
			read++;
		}
		order[next++] = other;
	}
}

/** Some of the indices, which rise, by their values. */
function radixSorted(values: Float64Array, indices: Uint32Array): Uint32Array {
	const { low, high } = keysOf(values, indices);
	const order = new Uint32Array(indices.length);
	for (let i = 0; i < order.length; i++) order[i] = i;
	let [from, to] = [order, new Uint32Array(indices.length)];
	for (const key of [low, high]) {
		for (const shift of SHIFTS) {
			const starts = bucketStarts(key, shift);
			if (starts === null) continue;
			scatter(from, to, key, shift, starts);
			[from, to] = [to, from];
		}
	}
	for (let i = 0; i < from.length; i++) to[i] = indices[from[i] ?? 0] ?? 0;
	return to;
}

/** Whether each value is at least the one before it. */
export function isRising(values: Float64Array): boolean {
	for (let i = 1; i < values.length; i++) if ((values[i] ?? NaN) < (values[i - 1] ?? NaN)) return false;
	return true;
}

/** Doubles as pairs of unsigned words that compare as the doubles do. */
function keysOf(values: Float64Array, indices: Uint32Array) {
	const [low, high] = [new Uint32Array(indices.length), new Uint32Array(indices.length)];
	const double = new Float64Array(1);
	// Every platform that runs a browser has the lower word first.
	const words = new Uint32Array(double.buffer);
	for (let i = 0; i < indices.length; i++) {
		// Adding 0 makes one zero of the two.
		double[0] = (values[indices[i] ?? 0] ?? NaN) + 0;
		const [lower, upper] = [words[0] ?? 0, words[1] ?? 0];
		const isNegative = upper >>> 31 === 1;
		low[i] = isNegative ? ~lower : lower;
		high[i] = isNegative ? ~upper : upper ^ 0x80000000;
	}
	return { low, high };
}

/** Where each bucket of a digit begins; `null` when all are in one. */
function bucketStarts(key: Uint32Array, shift: number): Uint32Array | null {
	const starts = new Uint32Array(BUCKETS + 1);
	for (let i = 0; i < key.length; i++) {
		const bucket = (((key[i] ?? 0) >>> shift) & (BUCKETS - 1)) + 1;
		starts[bucket] = (starts[bucket] ?? 0) + 1;
	}
	if (starts.includes(key.length)) return null;
	for (let bucket = 1; bucket <= BUCKETS; bucket++) starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
	return starts;
}

function scatter(from: Uint32Array, to: Uint32Array, key: Uint32Array, shift: number, starts: Uint32Array): void {
	for (let i = 0; i < from.length; i++) {
		const item = from[i] ?? 0;
		const bucket = ((key[item] ?? 0) >>> shift) & (BUCKETS - 1);
		const at = starts[bucket] ?? 0;
		to[at] = item;
		starts[bucket] = at + 1;
	}
}
