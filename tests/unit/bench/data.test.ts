import { describe, expect, test } from 'vitest';
import {
	CATEGORIES,
	columnsOf,
	countAll,
	createData,
	createScripts,
	SCRIPTS,
	SPAN,
	windowOf
} from '../../bench/data.ts';
import { createSubject } from '../../bench/subjects/chronotope.ts';
import { noFindings } from '../../bench/findings.ts';
import { goalsOf } from '../../bench/goals.ts';

describe('the data of the benchmark', () => {
	const data = createData(5000, 200);

	test('is the same each time, and on every machine', () => {
		expect(createData(5000, 200)).toEqual(data);
		const sum = (values: Int32Array | Uint32Array): number =>
			Array.from(values).reduce((a, b) => (a + b) % 1_000_003, 0);
		expect([sum(data.start), sum(data.end), sum(data.place)]).toMatchInlineSnapshot(`
			[
			  892149,
			  607800,
			  453711,
			]
		`);
	});

	test('is in order of start and end, within the ten years, one in five lasting', () => {
		for (let i = 1; i < data.events; i++) {
			const [before, now] = [data.start[i - 1] ?? 0, data.start[i] ?? 0];
			expect(now).toBeGreaterThanOrEqual(before);
			if (now === before) expect(data.end[i]).toBeGreaterThanOrEqual(data.end[i - 1] ?? 0);
		}
		expect(data.start.every((second) => second >= 0 && second < SPAN)).toBe(true);
		const lasting = data.end.filter((second, i) => second > (data.start[i] ?? 0)).length;
		expect(lasting / data.events).toBeCloseTo(0.2, 1);
		expect(Math.max(...data.category)).toBe(CATEGORIES - 1);
	});

	test('has one place an event, or one to three different ones', () => {
		expect(data.place).toHaveLength(5000);
		const several = createData(2000, 50, true);
		for (let i = 0; i < several.events; i++) {
			const places = [...several.place.subarray(several.placeAt[i], several.placeAt[i + 1])];
			expect(places.length).toBeGreaterThanOrEqual(1);
			expect(new Set(places).size).toBe(places.length);
		}
		expect(several.place.length / several.events).toBeGreaterThan(1.5);
	});

	test('a script has its steps: slides and jumps of thirty days, a handle that goes from one end to the other', () => {
		const { slide, handle, jump } = createScripts();
		expect([slide, handle, jump].map(({ length }) => length)).toEqual([200, 50, 50]);
		expect(new Set([...slide, ...jump].map(([from, to]) => to - from))).toEqual(new Set([30 * 86_400]));
		expect([slide.at(-1)?.[1], handle.at(-1)?.[1]]).toEqual([SPAN, SPAN]);
	});

	test('a window in ms overlaps what the window in seconds does', () => {
		const { start, end } = windowOf([10, 20]);
		expect(end - start).toBe(11_000);
		const columns = columnsOf(createData(100, 5));
		expect(columns.matchEnd.every((ms, i) => ms - (columns.matchStart[i] ?? 0) >= 1000)).toBe(true);
	});
});

test.each([false, true])('Chronotope counts what brute force counts (several places an event: %s)', (several) => {
	const data = createData(3000, 60, several);
	const subject = createSubject(data);
	const scripts = createScripts();
	for (const script of SCRIPTS) {
		for (const step of scripts[script].filter((_, i) => i % 7 === 0)) {
			void subject.step(step);
			expect(subject.read?.()).toEqual(countAll(data, step));
		}
	}
});

test('a run that measured nothing meets no goal', () => {
	const goals = goalsOf(noFindings());
	expect(goals.length).toBeGreaterThan(15);
	expect(goals.filter(({ isMet }) => isMet)).toEqual([]);
});
