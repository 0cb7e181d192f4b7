import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	BIN_STEPS,
	binEdges,
	binStart,
	finestStep,
	MAX_BINS,
	meanBinLength,
	nextBin,
	segmentEdges,
	type BinStep
} from '../../../src/lib/core/bins.ts';
import { DAY_MS, MAX_INSTANT } from '../../../src/lib/core/instant.ts';

const step = fc.constantFrom(...BIN_STEPS);
const instant = fc.oneof(
	fc.maxSafeInteger().map((n) => n % MAX_INSTANT),
	fc.integer({ min: -62_200_000_000_000, max: 10_000_000_000_000 }),
	fc.constantFrom(-MAX_INSTANT, MAX_INSTANT, 0, -1)
);
const utc = (text: string): number => Date.parse(text);
const iso = (ms: number): string => new Date(ms).toISOString();

/** Start of a bin by the platform's calendar alone, far enough from its ends. */
function byPlatform(ms: number, of: BinStep): number {
	const date = new Date(ms);
	const years: Partial<Record<BinStep, number>> = {
		year: 1,
		'5-years': 5,
		decade: 10,
		'50-years': 50,
		century: 100,
		'500-years': 500,
		millennium: 1000
	};
	const minutes: Partial<Record<BinStep, number>> = { minute: 1, '5-minutes': 5, '15-minutes': 15, hour: 60 };
	const size = years[of];
	if (size !== undefined) {
		date.setUTCFullYear(Math.floor(date.getUTCFullYear() / size) * size, 0, 1);
		return date.setUTCHours(0, 0, 0, 0);
	}
	if (of === 'month') date.setUTCDate(1);
	if (of === 'quarter') date.setUTCMonth(Math.floor(date.getUTCMonth() / 3) * 3, 1);
	if (of === 'week') date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
	if (of === '6-hours') return date.setUTCHours(Math.floor(date.getUTCHours() / 6) * 6, 0, 0, 0);
	const short = minutes[of];
	if (short !== undefined) return date.setUTCMinutes(Math.floor(date.getUTCMinutes() / short) * short, 0, 0);
	return date.setUTCHours(0, 0, 0, 0);
}

describe('steps', () => {
	test('become longer, by no more than seven times', () => {
		BIN_STEPS.slice(1).forEach((next, i) => {
			const ratio = meanBinLength(next) / meanBinLength(BIN_STEPS[i] ?? next);
			expect(ratio).toBeGreaterThan(1);
			expect(ratio).toBeLessThanOrEqual(7);
		});
	});

	test('are the finest that is long enough, no finer than asked, and at last the coarsest', () => {
		expect(finestStep(0)).toBe('minute');
		expect(finestStep(DAY_MS)).toBe('day');
		expect(finestStep(DAY_MS + 1)).toBe('week');
		expect(finestStep(0, 'month')).toBe('month');
		expect(finestStep(300 * DAY_MS, 'month')).toBe('year');
		expect(finestStep(1e20)).toBe('millennium');
	});
});

describe('a bin', () => {
	test('is the calendar’s own', () => {
		const start = (text: string, of: BinStep): string => iso(binStart(utc(text), of));
		expect(start('2025-10-15T13:37:59Z', '15-minutes')).toBe('2025-10-15T13:30:00.000Z');
		expect(start('2025-10-15T13:37:59Z', '6-hours')).toBe('2025-10-15T12:00:00.000Z');
		expect(start('2025-10-12T23:00:00Z', 'week')).toBe('2025-10-06T00:00:00.000Z');
		expect(start('1969-12-31T00:00:00Z', 'week')).toBe('1969-12-29T00:00:00.000Z');
		expect(start('2024-12-31T00:00:00Z', '5-years')).toBe('2020-01-01T00:00:00.000Z');
		expect(start('-000044-03-15T00:00:00Z', 'decade')).toBe('-000050-01-01T00:00:00.000Z');
		expect(start('-000044-03-15T00:00:00Z', 'century')).toBe('-000100-01-01T00:00:00.000Z');
	});

	test('begins where the platform’s calendar has it begin', () => {
		const near = instant.map((ms) => Math.floor(ms * 0.99));
		fc.assert(
			fc.property(near, step, (ms, of) => {
				expect(binStart(ms, of)).toBe(byPlatform(ms, of));
			}),
			{ numRuns: 1000 }
		);
	});

	test('holds its instant, and ends where the next begins', () => {
		fc.assert(
			fc.property(instant, step, (ms, of) => {
				const start = binStart(ms, of);
				const end = nextBin(start, of);
				expect(start <= ms && ms < end).toBe(true);
				expect(binStart(start, of)).toBe(start);
				expect(binStart(end, of)).toBe(end);
				expect(binStart(end - 1, of)).toBe(start);
			}),
			{ numRuns: 1000 }
		);
	});
});

describe('edges', () => {
	test('take in the whole span in steps of the calendar', () => {
		const span = { start: utc('2024-01-15'), end: utc('2024-04-01') };
		expect([...binEdges(span, 'month')].map((ms) => iso(ms).slice(0, 10))).toEqual([
			'2024-01-01',
			'2024-02-01',
			'2024-03-01',
			'2024-04-01'
		]);
		expect(binEdges({ start: 0, end: 1 }, 'millennium')).toHaveLength(2);
	});

	test('are sorted, reach from before the start to after the end, and no further than they need', () => {
		fc.assert(
			fc.property(instant, fc.double({ min: 0, max: 300, noNaN: true }), step, (from, lengths, of) => {
				const start = Math.min(from, MAX_INSTANT - 1);
				const end = Math.min(MAX_INSTANT, Math.floor(start + 1 + lengths * meanBinLength(of)));
				const edges = binEdges({ start, end }, of);
				expect(edges.at(0)).toBe(Math.max(binStart(start, of), -MAX_INSTANT));
				expect(edges.at(-2)).toBeLessThan(end);
				expect(edges.at(-1)).toBeGreaterThanOrEqual(end);
				for (let i = 1; i < edges.length - 1; i++) {
					expect(edges[i]).toBeGreaterThan(edges[i - 1] ?? NaN);
					expect(edges[i]).toBe(binStart(edges[i] ?? NaN, of));
				}
			}),
			{ numRuns: 300 }
		);
	});

	test('stay within what a Date holds', () => {
		const all = binEdges({ start: -MAX_INSTANT, end: MAX_INSTANT }, 'millennium');
		expect([all.at(0), all.at(-1)]).toEqual([-MAX_INSTANT, MAX_INSTANT]);
		expect(all.length).toBeLessThan(600);
	});

	test('throw a sentence for too many and for a span that is none', () => {
		const all = { start: -MAX_INSTANT, end: MAX_INSTANT };
		expect(() => binEdges(all, 'minute')).toThrow('more than 4096: take a coarser step');
		expect(() => binEdges({ start: 0, end: MAX_BINS * DAY_MS + 1 }, 'day')).toThrow('4097 bins (day)');
		expect(binEdges({ start: 0, end: MAX_BINS * DAY_MS }, 'day')).toHaveLength(MAX_BINS + 1);
		for (const [start, end] of [
			[0, 0],
			[1, 0],
			[NaN, 1],
			[-Infinity, 0],
			[0, Infinity]
		] as const)
			expect(() => binEdges({ start, end }, 'day')).toThrow('Bins need a span within');
	});

	test('of several spans share no bin: one that two reach into is parted, by the calendar where that is possible', () => {
		const spans = [
			{ start: utc('2020-01-05'), end: utc('2020-02-01') },
			{ start: utc('2020-06-01'), end: utc('2020-07-01') },
			{ start: utc('2024-01-01'), end: utc('2024-02-01') }
		];
		const inDays = (...steps: readonly BinStep[]): readonly string[][] =>
			segmentEdges(spans, steps).map((edges) => [...edges].map((ms) => iso(ms).slice(0, 10)));
		expect(inDays('month', 'month', 'month')).toEqual([
			['2020-01-01', '2020-02-01'],
			['2020-06-01', '2020-07-01'],
			['2024-01-01', '2024-02-01']
		]);
		expect(inDays('year', 'year', 'month')).toEqual([
			['2020-01-01', '2020-04-01'],
			['2020-04-01', '2021-01-01'],
			['2024-01-01', '2024-02-01']
		]);
		expect(inDays('year', 'month', 'decade')[0]).toEqual(['2020-01-01', '2020-06-01']);
		expect(inDays('year', 'decade', 'decade')).toEqual([
			['2020-01-01', '2020-04-01'],
			['2020-04-01', '2024-01-01'],
			['2024-01-01', '2030-01-01']
		]);
		expect(segmentEdges([], [])).toEqual([]);
	});
});
