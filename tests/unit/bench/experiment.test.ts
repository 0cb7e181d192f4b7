import { describe, expect, test } from 'vitest';
import { runExperiment, type Experiment, type Scene } from '../../bench/experiment.ts';
import { noFindings } from '../../bench/findings.ts';
import { NO_LIMITS, Progress } from '../../bench/progress.ts';
import { within } from '../../bench/stage.ts';

const EXPERIMENT: Experiment = {
	group: 'count',
	page: 'count',
	size: { events: 1000, places: 10 },
	subjects: ['good', 'wrong', 'broken', 'deadly', 'slow'],
	rounds: 3,
	budgetMs: 1,
	atLeast: 1,
	slow: { subjects: ['slow'], rounds: 1 }
};

/** A page in which some subjects misbehave; `told` is what was asked of it. */
function createScene() {
	const told: string[] = [];
	let alive = true;
	const answer = (method: string, subject: string): unknown => {
		if (!alive) throw new Error('Target crashed');
		told.push(`${method} ${subject}`);
		if (method === 'prepare') return { ms: 1, scripts: ['slide'], fileBytes: 0 };
		if (method === 'check') return subject === 'wrong' ? 'wrong counts other places than brute force.' : null;
		if (method !== 'run') return undefined;
		if (subject === 'broken') throw new Error('It broke.\n  at somewhere');
		if (subject === 'deadly') alive = false;
		if (!alive) throw new Error('Target crashed');
		return { times: [2, 4], touched: null };
	};
	const metrics = {
		heap: () => Promise.resolve(1),
		read: () => Promise.resolve({ main: 0, page: 0, script: 0, listeners: 0, nodes: 0 })
	};
	const scene = {
		open: () => {
			told.push('open');
			alive = true;
			return Promise.resolve();
		},
		close: () => Promise.resolve(),
		isAlive: () => Promise.resolve(alive),
		call: (_limit: number, method: string, subject: unknown) =>
			new Promise((resolve) => resolve(answer(method, typeof subject === 'string' ? subject : ''))),
		metrics
	} as unknown as Scene;
	return { told, scene };
}

const progress = (): Progress => new Progress([{ name: 'count', estimateMs: 1 }], NO_LIMITS, () => {});

describe('an experiment', () => {
	test('goes on without who fails, in a new page where the old one has died', async () => {
		const { told, scene } = createScene();
		const findings = noFindings();
		await runExperiment(scene, EXPERIMENT, findings, progress());
		expect(findings.failures.map(({ subject, why }) => `${subject}: ${why}`)).toEqual([
			'wrong: wrong counts other places than brute force.',
			'broken: It broke.',
			'deadly: Target crashed'
		]);
		const rounds = findings.measured.map(({ subject, rounds }) => [subject, rounds.map(({ times }) => times)]);
		expect(rounds).toEqual([
			['good', Array(3).fill([2, 4])],
			['slow', [[2, 4]]]
		]);
		expect(told.filter((what) => what === 'open')).toHaveLength(2);
		expect(told.filter((what) => what === 'prepare good')).toHaveLength(2);
		// Made anew, it is no second set-up.
		expect(findings.setups.map(({ subject }) => subject)).toEqual(['good', 'broken', 'deadly', 'slow']);
	});

	test('lets all but slow ones run before it measures any, and keeps those of another size apart', async () => {
		const { told, scene } = createScene();
		const findings = noFindings();
		const sizes = { fewer: { events: 10, places: 10 } };
		const subjects = ['good', 'fewer', 'slow'];
		await runExperiment(scene, { ...EXPERIMENT, subjects, sizes, rounds: 2 }, findings, progress());
		const played = told.filter((what) => /^(?:warm|run)/.test(what));
		expect(played).toEqual(['warm good', 'warm fewer', 'run good', 'run fewer', 'run slow', 'run good', 'run fewer']);
		expect(findings.measured.map(({ subject, events }) => [subject, events])).toEqual([
			['good', 1000],
			['fewer', 10],
			['slow', 1000]
		]);
		expect(findings.setups.map(({ size }) => size.events)).toEqual([1000, 10, 1000]);
	});

	test('that cannot open its page has failed with all of its subjects', async () => {
		const findings = noFindings();
		const scene = { ...createScene().scene, open: () => Promise.reject(new Error('no browser')) };
		await runExperiment(scene, EXPERIMENT, findings, progress());
		expect(findings.failures.map(({ subject, why }) => `${subject}: ${why}`)).toEqual(
			EXPERIMENT.subjects.map((subject) => `${subject}: no browser`)
		);
	});

	test('has only its first round when it is late, and none when time is over', async () => {
		const late = noFindings();
		await runExperiment(
			createScene().scene,
			{ ...EXPERIMENT, subjects: ['good'] },
			late,
			new Progress([], { softMs: -1, hardMs: Infinity }, () => {})
		);
		expect(late.measured.map(({ rounds }) => rounds.length)).toEqual([1]);
		const over = noFindings();
		await runExperiment(
			createScene().scene,
			{ ...EXPERIMENT, subjects: ['good'] },
			over,
			new Progress([], { softMs: -1, hardMs: -1 }, () => {})
		);
		expect(over.measured).toEqual([]);
		expect(over.failures.map(({ why }) => why)).toEqual(['there was no time left']);
	});
});

test('what does not answer is given up, and says after how long', async () => {
	const never = new Promise<never>(() => {});
	await expect(within(1, never)).rejects.toThrow('no answer within 0 s');
	await expect(within(0, never)).rejects.toThrow('there was no time left');
	await expect(within(60_000, Promise.resolve(7))).resolves.toBe(7);
});
