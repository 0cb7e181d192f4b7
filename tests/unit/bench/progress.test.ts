import { expect, test } from 'vitest';
import { estimate, fullPlan, quickPlan } from '../../bench/plan.ts';
import { Progress, timeLeft } from '../../bench/progress.ts';

const MINUTE = 60_000;
const tasks = [10, 10, 20].map((minutes, i) => ({ name: `part ${i + 1}`, estimateMs: minutes * MINUTE }));

test('the time left is as expected at first, then by the pace so far, and never less than none', () => {
	expect(timeLeft(tasks, [], 0)).toBe(40 * MINUTE);
	expect(timeLeft(tasks, [], 25 * MINUTE)).toBe(30 * MINUTE);
	expect(timeLeft(tasks, [20 * MINUTE + 15_000], 0) / MINUTE).toBeCloseTo(60, 0);
	expect(timeLeft(tasks, [10 * MINUTE, 10 * MINUTE], 30 * MINUTE)).toBe(0);
	expect(timeLeft(tasks, [10 * MINUTE, 10 * MINUTE, 20 * MINUTE], 0)).toBe(0);
});

test('progress says which part, for how long, and when there is no more time', () => {
	let now = 0;
	const lines: string[] = [];
	const limits = { softMs: 5 * MINUTE, hardMs: 15 * MINUTE };
	const progress = new Progress(
		tasks,
		limits,
		(line) => void lines.push(line),
		() => now
	);
	progress.say('begins');
	expect([progress.isLate, progress.isOver, progress.within(MINUTE)]).toEqual([false, false, MINUTE]);
	now = 10 * MINUTE;
	progress.end();
	progress.say('round 1 of 3');
	expect([progress.isLate, progress.isOver, progress.within(10 * MINUTE)]).toEqual([true, false, 5 * MINUTE]);
	now = 20 * MINUTE;
	expect([progress.isOver, progress.within(MINUTE)]).toEqual([true, 0]);
	expect(lines).toEqual([
		'[1/3, 0:00, about 40:00 left] part 1: begins',
		'[2/3, 10:00, about 30:00 left] part 2: round 1 of 3'
	]);
});

test('the quick plan has a million events at a thousand places alone, and all groups', () => {
	const plan = quickPlan();
	expect(new Set(plan.map(({ size }) => `${size.events} ${size.places}`))).toEqual(new Set(['1000000 1000']));
	expect(new Set(plan.map(({ group }) => group))).toEqual(new Set(['count', 'map', 'step', 'list', 'load']));
	const minutes = (all: readonly Parameters<typeof estimate>[0][]): number =>
		all.reduce((sum, experiment) => sum + estimate(experiment), 0) / MINUTE;
	expect(minutes(plan)).toBeLessThan(4);
	expect(minutes(fullPlan())).toBeLessThan(25);
});

test('the full plan grows from a thousand events to ten millions, counting and drawing', () => {
	for (const group of ['count', 'step']) {
		const sizes = fullPlan()
			.filter((experiment) => experiment.group === group && experiment.rounds >= 5)
			.map(({ size }) => size.events);
		for (const events of [1e3, 1e4, 1e5, 1e6, 1e7]) expect(sizes).toContain(events);
	}
	expect(fullPlan().some(({ soak }) => soak === 200_000)).toBe(true);
});
