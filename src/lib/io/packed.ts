/**
 * Arrays of numbers, packed: what a reader does with each is one pass. All bytes of one rank stand together (planes), as
 * those of higher ranks are nearly always the same, which is what general compression makes little of.
 */

/** `base + n` for whole numbers `n` from 0 on, or the same for the differences between neighbours, the first from 0. */
export interface PackedInts {
	readonly length: number;
	readonly base: number;
	/** Bytes of a number; 0: all are `base`. */
	readonly planes: 0 | 1 | 2 | 3 | 4;
	readonly differences: boolean;
	/** Where the planes begin in the file's body. */
	readonly at: number;
}

/** Doubles: multiples of `scale`, added to what `from` has where it is not null; those that are not stand in `other`. */
export type PackedNumbers =
	| {
			readonly form: 'scaled';
			readonly scale: number;
			/** The array that the first of a row is near: in each row all its items count from that one. */
			readonly from: 'start' | 'end' | null;
			readonly ints: PackedInts;
			readonly other: { readonly at: PackedInts; readonly values: PackedNumbers } | null;
	  }
	/** As they are, little-endian, at a multiple of 8. */
	| { readonly form: 'plain'; readonly length: number; readonly at: number };

/** Reads what `PackWriter` wrote. The body begins at a multiple of 8 in its buffer. */
export class PackReader {
	readonly #body: Uint8Array;

	constructor(body: Uint8Array) {
		this.#body = body;
	}

	ints<T extends Uint8Array | Uint32Array | Float64Array>(packed: PackedInts, out: T): T {
		const { length, base, planes, differences } = packed;
		if (out.length !== length) throw new RangeError('The length is not the one that was packed.');
		const [a, b, c, d] = [0, 1, 2, 3].map((rank) => this.#plane(packed, rank)) as [Plane, Plane, Plane, Plane];
		if (planes === 0 && !differences) out.fill(base);
		else if (planes === 0) for (let i = 0, sum = 0; i < length; i++) out[i] = sum += base;
		else if (planes === 1 && !differences && base === 0) out.set(a);
		else if (planes === 1 && !differences) for (let i = 0; i < length; i++) out[i] = base + (a[i] ?? 0);
		else if (planes === 1) for (let i = 0, sum = 0; i < length; i++) out[i] = sum += base + (a[i] ?? 0);
		else if (planes === 2 && !differences)
			for (let i = 0; i < length; i++) out[i] = base + ((a[i] ?? 0) | ((b[i] ?? 0) << 8));
		else if (planes === 2)
			for (let i = 0, sum = 0; i < length; i++) out[i] = sum += base + ((a[i] ?? 0) | ((b[i] ?? 0) << 8));
		else
			for (let i = 0, sum = 0; i < length; i++) {
				const n =
					((a[i] ?? 0) | ((b[i] ?? 0) << 8) | ((c[i] ?? 0) << 16)) +
					(planes === 4 ? (d[i] ?? 0) * 0x1000000 : 0) +
					base;
				out[i] = differences ? (sum += n) : n;
			}
		return out;
	}

	/**
	 * `from`: the arrays that may be counted from, and where the items of each row stand (`null`: one a row, as far as they
	 * go). Without it nothing is counted from anything.
	 */
	numbers(packed: PackedNumbers, out: Float64Array, from: FromRows | null = null): Float64Array {
		if (packed.form === 'plain') return this.#plain(packed, out);
		const { scale, ints, other } = packed;
		const base = packed.from === null ? null : (from?.[packed.from] ?? null);
		if (packed.from !== null && base === null) throw new RangeError('There is nothing to count from.');
		if (base !== null && ints.planes === 0) addConstant(out, base, from?.at ?? null, ints.base * scale);
		else {
			this.ints(ints, out);
			if (scale !== 1 || base !== null) scaleAndAdd(out, scale, base, from?.at ?? null);
		}
		if (other !== null) {
			const { length } = other.at;
			const at = this.ints(other.at, new Uint32Array(length));
			const values = this.numbers(other.values, new Float64Array(length));
			for (let i = 0; i < length; i++) out[at[i] ?? 0] = values[i] ?? 0;
		}
		return out;
	}

	#plane({ length, planes, at }: PackedInts, rank: number): Plane {
		if (rank >= planes) return NO_PLANE;
		const begin = at + rank * length;
		if (begin + length > this.#body.length) throw new RangeError('The file ends too early.');
		return this.#body.subarray(begin, begin + length);
	}

	#plain({ length, at }: { readonly length: number; readonly at: number }, out: Float64Array): Float64Array {
		if (out.length !== length) throw new RangeError('The length is not the one that was packed.');
		const view = new DataView(this.#body.buffer, this.#body.byteOffset, this.#body.byteLength);
		for (let i = 0; i < length; i++) out[i] = view.getFloat64(at + i * 8, true);
		return out;
	}
}

export interface FromRows {
	readonly start: Float64Array;
	readonly end: Float64Array;
	/** The items of row `i` stand from `at[i]` up to and without `at[i + 1]`. */
	readonly at: Uint32Array | null;
}

type Plane = Uint8Array<ArrayBufferLike>;
const NO_PLANE: Plane = new Uint8Array(0);

function addConstant(out: Float64Array, base: Float64Array, at: Uint32Array | null, constant: number): void {
	if (at === null) {
		if (constant === 0) out.set(base.subarray(0, out.length));
		else for (let i = 0; i < out.length; i++) out[i] = (base[i] ?? 0) + constant;
	} else
		for (let row = 0, i = 0; i < out.length; row++)
			for (; i < (at[row + 1] ?? 0); i++) out[i] = (base[row] ?? 0) + constant;
}

function scaleAndAdd(out: Float64Array, scale: number, base: Float64Array | null, at: Uint32Array | null): void {
	if (base === null) for (let i = 0; i < out.length; i++) out[i] = (out[i] ?? 0) * scale;
	else if (at === null) for (let i = 0; i < out.length; i++) out[i] = (out[i] ?? 0) * scale + (base[i] ?? 0);
	else
		for (let row = 0, i = 0; i < out.length; row++)
			for (; i < (at[row + 1] ?? 0); i++) out[i] = (out[i] ?? 0) * scale + (base[row] ?? 0);
}

/** Chooses for each array what is likely the smallest after general compression, and never loses anything. */
export class PackWriter {
	readonly #chunks: Uint8Array[] = [];
	#length = 0;

	get body(): Uint8Array {
		const body = new Uint8Array(this.#length);
		let at = 0;
		for (const chunk of this.#chunks) {
			body.set(chunk, at);
			at += chunk.length;
		}
		return body;
	}

	/** Whole numbers from 0 to 2^32 - 1. */
	ints(values: ArrayLike<number>): PackedInts {
		const { plan } = bestInts(values, [false, true]);
		if (plan === null) throw new RangeError('Only whole numbers from 0 to 2^32 - 1 can be packed as such.');
		return this.#write(plan);
	}

	/** Any doubles but NaN and -0, which no date is. */
	numbers(values: Float64Array, from: FromRows | null = null): PackedNumbers {
		let best: Plan = planPlain(values);
		for (const plan of plans(values, from)) if (plan.cost < best.cost) best = plan;
		if (best.ints === null) return { form: 'plain', length: values.length, at: this.#append(bytesOf(values), 8) };
		const { scale, others } = best;
		return {
			form: 'scaled',
			scale,
			from: best.from,
			ints: this.#write(best.ints),
			other:
				others.length === 0
					? null
					: { at: this.ints(others), values: this.numbers(Float64Array.from(others, (i) => values[i] ?? 0)) }
		};
	}

	#write({ base, planes, differences, numbers }: IntPlan): PackedInts {
		const { length } = numbers;
		const bytes = new Uint8Array(length * planes);
		for (let rank = 0; rank < planes; rank++)
			for (let i = 0; i < length; i++) bytes[rank * length + i] = Math.floor((numbers[i] ?? 0) / 256 ** rank) % 256;
		return { length, base, planes, differences, at: this.#append(bytes, 1) };
	}

	#append(bytes: Uint8Array, multiple: number): number {
		const gap = (multiple - (this.#length % multiple)) % multiple;
		if (gap > 0) this.#chunks.push(new Uint8Array(gap));
		const at = this.#length + gap;
		this.#chunks.push(bytes);
		this.#length = at + bytes.length;
		return at;
	}
}

interface IntPlan {
	readonly base: number;
	readonly planes: 0 | 1 | 2 | 3 | 4;
	readonly differences: boolean;
	readonly numbers: Float64Array;
}

interface Plan {
	/** Bytes, by the entropy of the bytes: what compression makes of them, roughly. */
	readonly cost: number;
	readonly ints: IntPlan | null;
	readonly scale: number;
	readonly from: 'start' | 'end' | null;
	/** Where values stand that the ints do not give. */
	readonly others: readonly number[];
}

/** ms: days, hours, minutes, seconds. */
const SCALES = [86_400_000, 3_600_000, 60_000, 1_000, 1];
/** What a value costs that stands by itself, with its place. */
const OTHER_COST = 4;

function planPlain(values: Float64Array): Plan {
	return { cost: values.length * 8, ints: null, scale: 1, from: null, others: [] };
}

function* plans(values: Float64Array, from: FromRows | null): Generator<Plan> {
	yield* plansFrom(values, null, null);
	if (from === null) return;
	for (const name of ['start', 'end'] as const)
		yield* plansFrom(values, name, spread(from[name], from.at, values.length));
}

/** What each item counts from, one for one. */
function spread(base: Float64Array, at: Uint32Array | null, length: number): Float64Array {
	if (at === null) return base.subarray(0, length);
	const out = new Float64Array(length);
	for (let row = 0, i = 0; i < length; row++) for (; i < (at[row + 1] ?? 0); i++) out[i] = base[row] ?? 0;
	return out;
}

function* plansFrom(values: Float64Array, from: Plan['from'], base: Float64Array | null): Generator<Plan> {
	const { length } = values;
	const rest = base === null ? values : values.map((value, i) => value - (base[i] ?? 0));
	/** Whether counting gives the value back, to the bit. */
	const returns = (i: number, scale: number, n: number): boolean =>
		Number.isSafeInteger(n) && Object.is(base === null ? n * scale : n * scale + (base[i] ?? 0), values[i] ?? 0);
	const scale = SCALES.find((candidate) => scaleFits(rest, candidate)) ?? 1;
	const whole = rest.map((value) => value / scale);
	const others: number[] = [];
	const numbers = new Float64Array(length);
	for (let i = 0, last = 0; i < length; i++) {
		if (returns(i, scale, whole[i] ?? 0)) last = whole[i] ?? 0;
		else others.push(i);
		// What stands elsewhere is no step up and down.
		numbers[i] = last;
	}
	const best = bestInts(numbers, base === null ? [false, true] : [false]);
	if (best.plan !== null) yield { cost: best.cost + others.length * OTHER_COST, ints: best.plan, scale, from, others };
	if (base === null) return;
	const common = mostCommon(numbers);
	const rare = Array.from(values.keys()).filter((i) => !returns(i, scale, common) || whole[i] !== common);
	const constant: IntPlan = { base: common, planes: 0, differences: false, numbers };
	yield { cost: rare.length * OTHER_COST, ints: constant, scale, from, others: rare };
}

function scaleFits(values: Float64Array, scale: number): boolean {
	return values.every((value) => !Number.isFinite(value) || value % scale === 0);
}

function mostCommon(values: Float64Array): number {
	const counts = new Map<number, number>();
	let [common, most] = [0, 0];
	for (const value of values) {
		const count = (counts.get(value) ?? 0) + 1;
		counts.set(value, count);
		if (count > most) [common, most] = [value, count];
	}
	return common;
}

function bestInts(
	values: ArrayLike<number>,
	forms: readonly boolean[]
): { plan: IntPlan; cost: number } | { plan: null; cost: number } {
	let best: { plan: IntPlan; cost: number } | { plan: null; cost: number } = { plan: null, cost: Infinity };
	for (const differences of forms) {
		const numbers = Float64Array.from(values, (value, i) =>
			differences ? value - (i === 0 ? 0 : (values[i - 1] ?? 0)) : value
		);
		let [least, most] = [Infinity, -Infinity];
		for (const number of numbers) {
			if (number < least) least = number;
			if (number > most) most = number;
		}
		const base = numbers.length === 0 ? 0 : least;
		const range = numbers.length === 0 ? 0 : most - least;
		if (range >= 2 ** 32 || !Number.isSafeInteger(most === -Infinity ? 0 : most)) continue;
		const planes = ([0, 1, 2, 3, 4] as const).find((count) => range < 256 ** count) ?? 4;
		for (let i = 0; i < numbers.length; i++) numbers[i] = (numbers[i] ?? 0) - base;
		const cost = entropy(numbers, planes);
		if (cost < best.cost) best = { plan: { base, planes, differences, numbers }, cost };
	}
	return best;
}

/** Bytes that an ideal coder of single bytes needs for all planes. */
function entropy(numbers: Float64Array, planes: number): number {
	let bits = 0;
	for (let rank = 0; rank < planes; rank++) {
		const counts = new Uint32Array(256);
		const unit = 256 ** rank;
		for (const number of numbers) {
			const byte = Math.floor(number / unit) % 256;
			counts[byte] = (counts[byte] ?? 0) + 1;
		}
		for (const count of counts) if (count > 0) bits -= count * Math.log2(count / numbers.length);
	}
	return bits / 8;
}

function bytesOf(values: Float64Array): Uint8Array {
	const bytes = new Uint8Array(values.length * 8);
	const view = new DataView(bytes.buffer);
	values.forEach((value, i) => view.setFloat64(i * 8, value, true));
	return bytes;
}
