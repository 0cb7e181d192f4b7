/**
 * Arrays of numbers, packed: what a reader does with each is one pass. All bytes of one rank stand together (planes), as
 * those of higher ranks are nearly always the same, which is what general compression makes little of.
 */

/** `base + n` for whole numbers `n` from 0 on; or the same for what each has more than the one before. */
export interface PackedInts {
	readonly length: number;
	readonly base: number;
	/** Bytes of a number; 0: all are `base`. */
	readonly planes: 0 | 1 | 2 | 3 | 4;
	/** What the first one has its difference from; `null`: these are no differences. */
	readonly before: number | null;
	/** Where the planes begin in the file's body. */
	readonly at: number;
}

/** Doubles: multiples of `scale`, added to what `from` has where it is not null; those that are not stand in `other`. */
export type PackedNumbers = ScaledNumbers | PlainNumbers;

interface ScaledNumbers {
	readonly form: 'scaled';
	readonly scale: number;
	/** The array that the items of a row count from. */
	readonly from: 'start' | 'end' | null;
	readonly ints: PackedInts;
	readonly other: { readonly at: PackedInts; readonly values: PackedNumbers } | null;
}

/** As they are, little-endian. */
interface PlainNumbers {
	readonly form: 'plain';
	readonly length: number;
	readonly at: number;
}

/** Reads what `PackWriter` wrote. The body begins at a multiple of 8 in its buffer. */
export class PackReader {
	readonly #body: Uint8Array;

	constructor(body: Uint8Array) {
		this.#body = body;
	}

	/** Bytes, where no number is larger. */
	bytes(packed: PackedInts, out: Uint8Array): Uint8Array {
		const { length, base, planes, before } = packed;
		if (length !== out.length) throw new RangeError('The length is not the one that was packed.');
		if (planes === 1 && before === null && base === 0) out.set(this.#plane(packed, 0));
		else if (planes === 0 && before === null) fill(out, base);
		else out.set(this.ints(packed, new Uint32Array(out.length)));
		return out;
	}

	// This and the next are one thing written twice: a loop over arrays of one type is three times as fast as over several.
	ints(packed: PackedInts, out: Uint32Array): Uint32Array {
		const { length, base, planes, before } = packed;
		if (out.length !== length) throw new RangeError('The length is not the one that was packed.');
		const [a, b, c, d] = this.#planes(packed);
		let sum = before ?? 0;
		if (planes === 0 && before === null) fill(out, base);
		else if (planes === 0) for (let i = 0; i < length; i++) out[i] = sum += base;
		else if (planes === 1 && before === null) for (let i = 0; i < length; i++) out[i] = base + (a[i] ?? 0);
		else if (planes === 1) for (let i = 0; i < length; i++) out[i] = sum += base + (a[i] ?? 0);
		else if (planes === 2 && before === null)
			for (let i = 0; i < length; i++) out[i] = base + ((a[i] ?? 0) | ((b[i] ?? 0) << 8));
		else if (planes === 2) for (let i = 0; i < length; i++) out[i] = sum += base + ((a[i] ?? 0) | ((b[i] ?? 0) << 8));
		else
			for (let i = 0; i < length; i++) {
				const low = (a[i] ?? 0) | ((b[i] ?? 0) << 8) | ((c[i] ?? 0) << 16);
				const n = base + low + (d[i] ?? 0) * 0x1000000;
				out[i] = before === null ? n : (sum += n);
			}
		return out;
	}

	/** Each times `scale`. */
	#scaled(packed: PackedInts, out: Float64Array, scale: number): void {
		const { length, base, planes, before } = packed;
		if (out.length !== length) throw new RangeError('The length is not the one that was packed.');
		const [a, b, c, d] = this.#planes(packed);
		let sum = before ?? 0;
		if (planes === 0 && before === null) out.fill(base * scale);
		else if (planes === 1 && before === null) for (let i = 0; i < length; i++) out[i] = (base + (a[i] ?? 0)) * scale;
		else if (planes === 1) for (let i = 0; i < length; i++) out[i] = (sum += base + (a[i] ?? 0)) * scale;
		else if (planes === 2 && before !== null)
			for (let i = 0; i < length; i++) out[i] = (sum += base + ((a[i] ?? 0) | ((b[i] ?? 0) << 8))) * scale;
		else
			for (let i = 0; i < length; i++) {
				const low = (a[i] ?? 0) | ((b[i] ?? 0) << 8) | ((c[i] ?? 0) << 16);
				const n = base + low + (d[i] ?? 0) * 0x1000000;
				out[i] = (before === null ? n : (sum += n)) * scale;
			}
	}

	/** Those that there are not are all 0 where others are read beside them: reading past an end is slow. */
	#planes(packed: PackedInts): [Plane, Plane, Plane, Plane] {
		const zeros = packed.planes < 2 || packed.planes === 4 ? NO_PLANE : new Uint8Array(packed.length);
		const plane = (rank: number): Plane => (rank < packed.planes ? this.#plane(packed, rank) : zeros);
		return [plane(0), plane(1), plane(2), plane(3)];
	}

	/**
	 * `from`: the arrays that may be counted from, and where the items of each row stand (`null`: one a row, as far as they
	 * go). Without it nothing is counted from anything. Where nothing is different it is that array itself.
	 */
	numbers(packed: PackedNumbers, length: number, from: FromRows | null = null): Float64Array {
		if (packed.form === 'plain') return this.#plain(packed, new Float64Array(length));
		const { scale, ints, other } = packed;
		if (packed.from === null) {
			const out = new Float64Array(length);
			this.#scaled(ints, out, scale);
			return this.#others(other, out);
		}
		if (from === null) throw new RangeError('There is nothing to count from.');
		const base = from[packed.from];
		if (isNothing(ints) && other === null && from.at === null && base.length === length && ints.length === length)
			return base;
		const out = new Float64Array(length);
		this.#counted(packed, out, base, from.at);
		return this.#others(other, out);
	}

	#others(other: ScaledNumbers['other'], out: Float64Array): Float64Array {
		if (other === null) return out;
		const { length } = other.at;
		const at = this.ints(other.at, new Uint32Array(length));
		const values = this.numbers(other.values, length);
		for (let i = 0; i < length; i++) out[at[i] ?? 0] = values[i] ?? 0;
		return out;
	}

	/** What each has more than its row. */
	#counted({ ints, scale }: ScaledNumbers, out: Float64Array, base: Float64Array, at: Uint32Array | null): void {
		if (out.length !== ints.length) throw new RangeError('The length is not the one that was packed.');
		if (ints.planes === 0 && ints.before === null) return addConstant(out, base, at, ints.base * scale);
		if (ints.planes === 1 && ints.before === null)
			return addBytes(out, base, at, this.#plane(ints, 0), ints.base, scale);
		this.#scaled(ints, out, scale);
		if (at === null) for (let i = 0; i < out.length; i++) out[i] = (out[i] ?? 0) + (base[i] ?? 0);
		else
			for (let row = 0, i = 0; i < out.length; row++)
				for (const end = at[row + 1] ?? 0; i < end; i++) out[i] = (out[i] ?? 0) + (base[row] ?? 0);
	}

	#plane({ length, at }: PackedInts, rank: number): Plane {
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

/** What is new is 0 already, and takes no memory until it is written. */
function fill(out: Uint8Array | Uint32Array, value: number): void {
	if (value !== 0) out.fill(value);
}

function isNothing({ base, planes, before }: PackedInts): boolean {
	return base === 0 && planes === 0 && before === null;
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
	if (at === null && constant === 0) out.set(base.subarray(0, out.length));
	else if (at === null) for (let i = 0; i < out.length; i++) out[i] = (base[i] ?? 0) + constant;
	else
		for (let row = 0, i = 0; i < out.length; row++) {
			const value = (base[row] ?? 0) + constant;
			for (const end = at[row + 1] ?? 0; i < end; i++) out[i] = value;
		}
}

function addBytes(
	out: Float64Array,
	base: Float64Array,
	at: Uint32Array | null,
	bytes: Plane,
	more: number,
	scale: number
): void {
	if (at === null) for (let i = 0; i < out.length; i++) out[i] = (more + (bytes[i] ?? 0)) * scale + (base[i] ?? 0);
	else
		for (let row = 0, i = 0; i < out.length; row++) {
			const value = base[row] ?? 0;
			for (const end = at[row + 1] ?? 0; i < end; i++) out[i] = (more + (bytes[i] ?? 0)) * scale + value;
		}
}

/** Chooses for each array what is likely the smallest after general compression, and never loses anything. */
export class PackWriter {
	readonly #chunks: Uint8Array[] = [];
	#length = 0;
	readonly #isQuick: boolean;

	/** `isQuick`: for a file that goes nowhere and need not be small, numbers as they are. */
	constructor(isQuick = false) {
		this.#isQuick = isQuick;
	}

	get body(): Uint8Array {
		const body = new Uint8Array(this.#length);
		let at = 0;
		for (const chunk of this.#chunks) {
			body.set(chunk, at);
			at += chunk.length;
		}
		return body;
	}

	/** Whole numbers from 0 to 2^32 - 1; `rising`: best by their differences. */
	ints(values: ArrayLike<number>, rising = false): PackedInts {
		if (this.#isQuick) return this.#write({ base: 0, planes: 4, before: null, numbers: Float64Array.from(values) });
		const { plan } = bestInts(values, rising ? [true] : [false, true]);
		if (plan === null) throw new RangeError('Only whole numbers from 0 to 2^32 - 1 can be packed as such.');
		return this.#write(plan);
	}

	/** Any doubles but NaN and -0, which no date is. */
	numbers(values: Float64Array, from: FromRows | null = null): PackedNumbers {
		let best: Plan = planPlain(values);
		for (const plan of this.#isQuick ? [] : plans(values, from)) {
			// What stands by itself is packed in turn: less than half of it each time, so that this ends.
			if (plan.cost < best.cost && plan.others.length * 2 < Math.max(1, values.length)) best = plan;
		}
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
					: { at: this.ints(others, true), values: this.numbers(Float64Array.from(others, (i) => values[i] ?? 0)) }
		};
	}

	#write({ base, planes, before, numbers }: IntPlan): PackedInts {
		const { length } = numbers;
		const bytes = new Uint8Array(length * planes);
		for (let rank = 0; rank < planes; rank++)
			for (let i = 0; i < length; i++) bytes[rank * length + i] = Math.floor((numbers[i] ?? 0) / 256 ** rank) % 256;
		return { length, base, planes, before, at: this.#append(bytes, 1) };
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
	readonly before: number | null;
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
	const first = whole.findIndex((number, i) => returns(i, scale, number));
	for (let i = 0, last = whole[first] ?? 0; i < length; i++) {
		if (returns(i, scale, whole[i] ?? 0)) last = whole[i] ?? 0;
		else others.push(i);
		// What stands elsewhere is no step up and down.
		numbers[i] = last;
	}
	const best = bestInts(numbers, base === null ? [false, true] : [false]);
	if (best.plan !== null) yield { cost: best.cost + others.length * OTHER_COST, ints: best.plan, scale, from, others };
	const sorted = numbers.toSorted();
	// One plane is good enough, unless none will do.
	if (best.plan === null || best.plan.planes > 1)
		yield narrow(numbers, fullestRange(sorted, 256), 256, 1, { scale, from, others });
	if (base !== null) yield narrow(numbers, fullestRange(sorted, 1), 1, 0, { scale, from, others });
}

/** As many as lie in a range, in so few bytes; the rest by themselves. */
function narrow(
	numbers: Float64Array,
	base: number,
	range: number,
	planes: 0 | 1,
	rest: Pick<Plan, 'scale' | 'from' | 'others'>
): Plan {
	const apart = new Set(rest.others);
	const inside = numbers.map((number, i) => {
		const isInside = number >= base && number < base + range;
		if (!isInside) apart.add(i);
		return isInside ? number - base : 0;
	});
	const others = [...apart].sort((a, b) => a - b);
	const ints: IntPlan = { base, planes, before: null, numbers: inside };
	return { ...rest, cost: costOf(ints) + others.length * OTHER_COST, ints, others };
}

/** Where a range begins that holds as many of the numbers as any. */
function fullestRange(sorted: Float64Array, range: number): number {
	let [begin, most] = [0, 0];
	for (let first = 0, end = 0; end < sorted.length; first++) {
		while (end < sorted.length && (sorted[end] ?? 0) < (sorted[first] ?? 0) + range) end++;
		if (end - first > most) [begin, most] = [sorted[first] ?? 0, end - first];
	}
	return begin;
}

function scaleFits(values: Float64Array, scale: number): boolean {
	return values.every((value) => !Number.isFinite(value) || Math.round(value / scale) * scale === value);
}

interface Chosen {
	readonly plan: IntPlan | null;
	readonly cost: number;
}

function bestInts(values: ArrayLike<number>, forms: readonly boolean[]): Chosen {
	let best: Chosen = { plan: null, cost: Infinity };
	for (const differences of forms) {
		const numbers = differences
			? Float64Array.from(values, (value, i) => value - (values[Math.max(0, i - 1)] ?? 0))
			: Float64Array.from(values);
		// The first one has no other before it: it may as well be what the second one makes it.
		if (differences && numbers.length > 1) numbers[0] = numbers[1] ?? 0;
		let [base, most] = [numbers[0] ?? 0, numbers[0] ?? 0];
		for (const number of numbers) {
			if (number < base) base = number;
			if (number > most) most = number;
		}
		const before = differences ? (values[0] ?? 0) - (numbers[0] ?? 0) : null;
		if (most - base >= 2 ** 32 || ![base, most, before].every((n) => Number.isSafeInteger(n ?? 0))) continue;
		const planes = ([0, 1, 2, 3, 4] as const).find((count) => most - base < 256 ** count) ?? 4;
		for (let i = 0; i < numbers.length; i++) numbers[i] = (numbers[i] ?? 0) - base;
		const plan: IntPlan = { base, planes, before, numbers };
		const cost = costOf(plan);
		if (cost < best.cost) best = { plan, cost };
	}
	return best;
}

/** What a pass over a plane costs a reader, as bytes a number: it is worth some bytes to have one less. */
const PLANE_COST = 0.2;

function costOf({ numbers, planes }: IntPlan): number {
	return entropy(numbers, planes) + numbers.length * planes * PLANE_COST;
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
