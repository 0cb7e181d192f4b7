/** Bytes of one rank of many numbers. */
export type Plane = Uint8Array<ArrayBufferLike>;

/**
 * The loops that most of a large file goes through: numbers of two bytes. They read four bytes at a time and add up four
 * numbers before the next four wait for the sum, and so take half as long as one number after the other.
 */

/** `base + n`. */
export function joinPairs(low: Plane, high: Plane, base: number, out: Uint32Array): void {
	const [lows, highs] = [wordsOf(low), wordsOf(high)];
	const whole = out.length & ~3;
	for (let i = 0, word = 0; i < whole; i += 4, word++) {
		const a = lows[word] ?? 0;
		const b = highs[word] ?? 0;
		out[i] = base + ((a & 0xff) | ((b & 0xff) << 8));
		out[i + 1] = base + (((a >>> 8) & 0xff) | (b & 0xff00));
		out[i + 2] = base + (((a >>> 16) & 0xff) | ((b >>> 8) & 0xff00));
		out[i + 3] = base + ((a >>> 24) | ((b >>> 16) & 0xff00));
	}
	for (let i = whole; i < out.length; i++) out[i] = base + ((low[i] ?? 0) | ((high[i] ?? 0) << 8));
}

/** How large a base may be for no sum of four steps to be rounded. */
export const MOST_BASE = 2 ** 40;

/** What each has more than the one before is `base + n`; times `scale`. */
export function sumPairs(
	low: Plane,
	high: Plane,
	base: number,
	before: number,
	scale: number,
	out: Float64Array
): void {
	const [lows, highs] = [wordsOf(low), wordsOf(high)];
	const whole = out.length & ~3;
	let sum = before;
	for (let i = 0, word = 0; i < whole; i += 4, word++) {
		const a = lows[word] ?? 0;
		const b = highs[word] ?? 0;
		const first = (a & 0xff) | ((b & 0xff) << 8);
		const second = first + (((a >>> 8) & 0xff) | (b & 0xff00));
		const third = second + (((a >>> 16) & 0xff) | ((b >>> 8) & 0xff00));
		const fourth = third + ((a >>> 24) | ((b >>> 16) & 0xff00));
		out[i] = (sum + (base + first)) * scale;
		out[i + 1] = (sum + (2 * base + second)) * scale;
		out[i + 2] = (sum + (3 * base + third)) * scale;
		sum += 4 * base + fourth;
		out[i + 3] = sum * scale;
	}
	for (let i = whole; i < out.length; i++) {
		sum += base + ((low[i] ?? 0) | ((high[i] ?? 0) << 8));
		out[i] = sum * scale;
	}
}

/** What each has more than the one before is `base + n`. */
interface Steps {
	readonly low: Plane;
	readonly high: Plane;
	readonly base: number;
	readonly before: number;
}

/** Writes each of `values`, times `scale`, where `at` says, of which there are as many. */
export function putPairs(at: Steps, values: Steps, scale: number, out: Float64Array): void {
	const [{ low, high, base }, { low: valueLow, high: valueHigh, base: valueBase }] = [at, values];
	let [index, sum] = [at.before, values.before];
	for (let i = 0; i < low.length; i++) {
		index += base + ((low[i] ?? 0) | ((high[i] ?? 0) << 8));
		sum += valueBase + ((valueLow[i] ?? 0) | ((valueHigh[i] ?? 0) << 8));
		out[index] = sum * scale;
	}
}

/** What `out` has room for of `base`, which is as long at least, and `more`. */
export function addToAll(base: Float64Array, more: number, out: Float64Array): void {
	const whole = out.length & ~3;
	for (let i = 0; i < whole; i += 4) {
		out[i] = (base[i] ?? 0) + more;
		out[i + 1] = (base[i + 1] ?? 0) + more;
		out[i + 2] = (base[i + 2] ?? 0) + more;
		out[i + 3] = (base[i + 3] ?? 0) + more;
	}
	for (let i = whole; i < out.length; i++) out[i] = (base[i] ?? 0) + more;
}

/** Whole words of four bytes, the first byte lowest as on everything that browsers run on. */
function wordsOf(plane: Plane): Int32Array {
	const { buffer, byteOffset, length } = plane.byteOffset % 4 === 0 ? plane : plane.slice();
	return new Int32Array(buffer, byteOffset, length >>> 2);
}
