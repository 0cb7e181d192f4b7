import type { FromRows, PackedInts, PackedNumbers } from './packed.ts';

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
