import { describe, expect, test } from 'vitest';
import { figureTable, goal, goalTable, jsonOf, digits, size } from '../../bench/report.ts';
import { find, mean, median, percentile, perRow, ratio, summarize, type Measured } from '../../bench/statistics.ts';

const measured = (subject: string, ...rounds: number[][]): Measured => ({
	group: 'count',
	subject,
	events: 1_000_000,
	places: 1000,
	script: 'slide',
	rounds: rounds.map((times) => ({ times, main: times.length, page: null }))
});

describe('statistics', () => {
	test('the median is in the middle, of an even number between the two', () => {
		expect(median([9, 1, 5])).toBe(5);
		expect(median([4, 1, 2, 9])).toBe(3);
		expect(median([])).toBeNaN();
	});

	test('a percentile is one of the values', () => {
		const values = Array.from({ length: 100 }, (_, i) => 100 - i);
		expect(percentile(values, 0.95)).toBe(95);
		expect(percentile([7], 0.95)).toBe(7);
		expect(percentile([1, 2], 0)).toBe(1);
		expect(mean([1, 2, 6])).toBe(3);
	});

	test('a disturbed round moves no figure', () => {
		const figure = summarize(measured('chronotope', [1, 2, 3], [100, 200, 300], [1, 2, 3]));
		expect(figure).toMatchObject({ median_ms: 2, p95_ms: 3, mean_ms: 2, main_ms: 1, page_ms: null });
	});

	test('scripts that are known of each step are what the main thread is said to take', () => {
		const one = measured('chronotope', [1, 1, 1]);
		const rounds = one.rounds.map((round) => ({ ...round, scripts: [5, 7, 100] }));
		expect(summarize({ ...one, rounds }).main_ms).toBe(7);
	});

	test('a ratio is of rounds that ran side by side; rounds that one of the two lacks are left out', () => {
		const own = measured('chronotope', [1], [10], [2]);
		expect(ratio(measured('other', [30], [300], [80]), own)).toBe(30);
		expect(ratio(measured('other', [50]), own)).toBe(50);
		expect(ratio(measured('other'), own)).toBeNaN();
	});

	test('a touched row takes what all steps of a round took, by the rows that they touched', () => {
		const round = { times: [1, 2], main: null, page: null };
		expect(perRow({ ...round, touched: 1000 })).toBe(3000);
		expect(perRow({ ...round, touched: null })).toBeNaN();
		expect(perRow(round)).toBeNaN();
	});

	test('what was measured is found by all that is named, and nothing is guessed', () => {
		const all = [measured('a', [1]), measured('b', [1])];
		expect(find(all, { subject: 'b', events: 1_000_000 })?.subject).toBe('b');
		expect(find(all, { events: 1_000_000 })).toBeUndefined();
		expect(find(all, { subject: 'c' })).toBeUndefined();
	});
});

describe('the report', () => {
	test('numbers have three digits and no exponent', () => {
		expect([0, 0.000012, 0.0255, 1.234, 12.34, 1234.5, null, NaN].map(digits)).toEqual([
			'0',
			'0.00001',
			'0.0255',
			'1.23',
			'12.3',
			'1235',
			'–',
			'–'
		]);
		expect([5, 1000, 23_412, 10_000_000].map(size)).toEqual(['5', '1e3', '23412', '1e7']);
	});

	test('one row a figure, with how many times it is ours', () => {
		const figures = [measured('chronotope', [0.5]), measured('a | b', [20])].map(summarize);
		const failure = { group: 'count', subject: 'mosaic', events: 1_000_000, places: 1000, why: 'no answer' } as const;
		const lines = figureTable(figures, ({ median_ms }) => median_ms / 0.5, [failure]).split('\n');
		expect(lines).toHaveLength(5);
		expect(lines[2]).toBe('| count | chronotope | 1e6 | 1e3 | slide | 1.00 | 0.500 | 0.500 | 0.500 | 1.00 | – | 1 |');
		expect(lines[3]).toContain('| a \\| b | 1e6 | 1e3 | slide | 40.0 | 20.0 |');
		expect(lines[4]).toContain('| count | mosaic: FAILED, no answer | 1e6 | 1e3 |');
	});

	test('a goal is met, missed, or was not measured', () => {
		const goals = [goal('a', 'at least', 30, 30), goal('b', 'at most', 2, 2.1), goal('c', 'at most', 8, NaN, 'ms')];
		expect(goalTable(goals).split('\n').slice(2)).toEqual([
			'| a | >= 30 x | 30.0 x | yes |',
			'| b | <= 2 x | 2.10 x | NO |',
			'| c | <= 8 ms | – ms | not measured |'
		]);
	});

	test('the file has the keys that are promised, and no more', () => {
		expect(JSON.parse(jsonOf([summarize(measured('chronotope', [0.0123456]))]))).toEqual([
			{
				group: 'count',
				subject: 'chronotope',
				events: 1_000_000,
				places: 1000,
				script: 'slide',
				median_ms: 0.01235,
				p95_ms: 0.01235,
				main_ms: 1
			}
		]);
	});
});
