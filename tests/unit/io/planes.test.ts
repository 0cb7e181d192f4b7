import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PackWriter } from '../../../src/lib/io/pack-writer.ts';
import { PackReader } from '../../../src/lib/io/packed.ts';
import { addToAll, joinPairs, MOST_BASE, putPairs, sumPairs } from '../../../src/lib/io/planes.ts';

const pairs = fc.array(fc.nat({ max: 65_535 }), { maxLength: 40 });

/** Both bytes of each number, at any place in a buffer. */
function planesOf(numbers: readonly number[], at: number) {
	const { length } = numbers;
	const bytes = new Uint8Array(at + 2 * length);
	numbers.forEach((number, i) => {
		bytes[at + i] = number & 0xff;
		bytes[at + length + i] = number >>> 8;
	});
	return [bytes.subarray(at, at + length), bytes.subarray(at + length)] as const;
}

describe('numbers of two bytes, four at a time', () => {
	it('are what they are one by one, wherever they stand', () => {
		fc.assert(
			fc.property(pairs, fc.nat({ max: 9 }), fc.nat({ max: 1_000_000 }), (numbers, at, base) => {
				const out = new Uint32Array(numbers.length);
				joinPairs(...planesOf(numbers, at), base, out);
				expect([...out]).toEqual(numbers.map((number) => base + number));
			})
		);
	});

	it('add up to the same, with large steps as with small ones', () => {
		const base = fc.oneof(
			fc.integer({ min: -70_000, max: 70_000 }),
			fc.constantFrom(MOST_BASE - 1, 1 - MOST_BASE, 12_345_678_901)
		);
		const before = fc.integer({ min: -(2 ** 48), max: 2 ** 48 });
		fc.assert(
			fc.property(pairs, fc.nat({ max: 9 }), base, before, (numbers, at, base, before) => {
				const out = new Float64Array(numbers.length);
				sumPairs(...planesOf(numbers, at), base, before, 1000, out);
				let sum = before;
				expect([...out]).toEqual(numbers.map((number) => (sum += base + number) * 1000));
			})
		);
	});
});

describe('what stands beside what is mostly the same', () => {
	it('is added up and put in its place', () => {
		const rows = fc.array(fc.record({ step: fc.nat({ max: 300 }), more: fc.nat({ max: 65_535 }) }), { maxLength: 40 });
		fc.assert(
			fc.property(rows, fc.integer({ min: -400, max: 400 }), fc.integer(), (rows, base, before) => {
				const [low, high] = planesOf(
					rows.map(({ step }) => step),
					3
				);
				const [valueLow, valueHigh] = planesOf(
					rows.map(({ more }) => more),
					1
				);
				const out = new Float64Array(40 * 301).fill(-1);
				const wanted = [...out];
				putPairs({ low, high, base: 1, before: -1 }, { low: valueLow, high: valueHigh, base, before }, 1000, out);
				let [index, value] = [-1, before];
				for (const { step, more } of rows) wanted[(index += 1 + step)] = (value += base + more) * 1000;
				expect([...out]).toEqual(wanted);
			})
		);
	});

	it('comes back with the rest, however much of either there is', () => {
		const item = fc.oneof(
			{ weight: 4, arbitrary: fc.constant(1000) },
			{ weight: 1, arbitrary: fc.integer({ min: 1, max: 400 }).map((days) => days * 86_400_000) },
			{ weight: 1, arbitrary: fc.double({ noNaN: true }) }
		);
		fc.assert(
			fc.property(fc.array(item, { maxLength: 600 }), (numbers) => {
				const start = Float64Array.from(numbers, (_, i) => i * 977_000);
				const end = Float64Array.from(numbers, (number, i) => (start[i] ?? 0) + number);
				const writer = new PackWriter();
				const packed = writer.numbers(end, { start, end: start, at: null });
				const reader = new PackReader(writer.body);
				expect(reader.numbers(packed, end.length, { start, end: start, at: null })).toEqual(end);
			})
		);
	});

	it('is what most have, with so much more each', () => {
		fc.assert(
			fc.property(fc.array(fc.integer(), { maxLength: 30 }), fc.nat(), fc.nat({ max: 30 }), (numbers, more, length) => {
				const out = new Float64Array(Math.min(length, numbers.length));
				addToAll(Float64Array.from(numbers), more, out);
				expect([...out]).toEqual(numbers.slice(0, out.length).map((number) => number + more));
			})
		);
	});
});

describe('what can be read is known before it is', () => {
	it('of whole numbers and of doubles, of files that end too early', () => {
		const values = fc.array(fc.oneof(fc.nat(), fc.nat({ max: 300 })), { minLength: 1, maxLength: 40 });
		fc.assert(
			fc.property(values, fc.nat({ max: 60 }), fc.boolean(), (numbers, missing, isPlain) => {
				const writer = new PackWriter(isPlain);
				const [ints, doubles] = [writer.ints(numbers), writer.numbers(Float64Array.from(numbers))];
				const body = writer.body.slice(0, Math.max(0, writer.body.length - missing));
				const reader = new PackReader(body);
				const { length } = numbers;
				const fails = (read: () => unknown): boolean => {
					try {
						read();
						return false;
					} catch (error) {
						expect(error).toBeInstanceOf(RangeError);
						return true;
					}
				};
				expect(fails(() => reader.check(ints, length))).toBe(fails(() => reader.ints(ints, new Uint32Array(length))));
				expect(fails(() => reader.checkNumbers(doubles, length))).toBe(fails(() => reader.numbers(doubles, length)));
				expect(fails(() => reader.check(ints, length + 1))).toBe(true);
			})
		);
	});
});
