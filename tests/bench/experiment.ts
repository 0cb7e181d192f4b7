import type { Browser } from '@playwright/test';
import { openPage, type Metrics } from './browser.ts';
import type { Script } from './data.ts';
import type { Bench, Prepared, Size } from './pages/harness.ts';
import type { Group, Measured, Round } from './statistics.ts';

/** Some subjects at one size in one page of the benchmark, one after the other in each round. */
export interface Experiment {
	readonly group: Group;
	/** Name of the page without `.html`. */
	readonly page: string;
	readonly size: Size;
	readonly subjects: readonly string[];
	readonly rounds: number;
	/** ms that a subject may take for one script in one round. */
	readonly budgetMs: number;
	/** Steps that it makes however long they take. */
	readonly atLeast: number;
	/** Subjects of the first round alone, where the others have more. */
	readonly once?: readonly string[];
	/** Steps that the first subject makes at the end, to see whether memory grows. */
	readonly soak?: number;
	/** Names as they are in the results, where another than the page's. */
	readonly named?: (subject: string) => string;
}

/** What is known of a subject beside its steps. */
export interface Setup {
	readonly group: Group;
	readonly subject: string;
	readonly size: Size;
	/** ms to make it, with one first step. */
	readonly readyMs: number;
	/** MB of objects and buffers that it holds on to. */
	readonly heapMb: number;
	/** MB of the file that it reads, as it is; 0: none. */
	readonly fileMb: number;
}

/** What was there before many steps and after them. */
export interface Soak {
	readonly subject: string;
	readonly steps: number;
	/** MB. */
	readonly heap: readonly [before: number, after: number];
	readonly listeners: readonly [before: number, after: number];
}

export interface Outcome {
	readonly measured: readonly Measured[];
	readonly setups: readonly Setup[];
	/** ns a touched row, by subject, for those who know how many they touch; of the script `slide`. */
	readonly perRow: ReadonlyMap<string, number>;
	readonly soaks: readonly Soak[];
	/** What went wrong, in sentences. A peer that fails is left out; who miscounts is too. */
	readonly problems: readonly string[];
}

interface Collected {
	readonly measured: Measured & { rounds: Round[] };
	touched: number;
}

/** `say`: progress, for people who wait. */
export async function runExperiment(
	browser: Browser,
	baseUrl: string,
	experiment: Experiment,
	say: (line: string) => void
): Promise<Outcome> {
	const { group, size, rounds } = experiment;
	const named = experiment.named ?? ((subject: string) => subject);
	const { page, metrics } = await openPage(browser, `${baseUrl}/${experiment.page}.html`);
	await page.waitForFunction(() => 'bench' in window);
	const inPage = <K extends keyof Bench>(method: K, ...args: unknown[]): Promise<unknown> =>
		page.evaluate(
			([name, given]) =>
				(window.bench as unknown as Record<string, (...values: unknown[]) => unknown>)[name]?.(...given),
			[method, args] as const
		);
	const setups: Setup[] = [];
	const problems: string[] = [];
	const live = new Map<string, readonly Script[]>();
	for (const subject of experiment.subjects) {
		try {
			const before = await metrics.heap();
			const { ms, scripts, fileBytes } = (await inPage('prepare', subject, size)) as Prepared;
			const heapMb = (await metrics.heap()) - before - fileBytes / 1e6;
			setups.push({ group, subject: named(subject), size, readyMs: ms, heapMb, fileMb: fileBytes / 1e6 });
			say(`${group}, ${size.events} events: ${named(subject)} is ready after ${ms.toFixed(0)} ms`);
			const wrong = (await inPage('check', subject)) as string | null;
			if (wrong === null) live.set(subject, scripts);
			else problems.push(wrong);
		} catch (error) {
			problems.push(`${named(subject)} failed at ${size.events} events: ${firstLine(error)}`);
		}
	}
	const collected = new Map<string, Collected>();
	// A file is no scrub; it is read as often as a script has steps.
	const scriptOf = (script: Script): Script | null => (group === 'load' ? null : script);
	for (let round = 0; round < rounds; round++) {
		say(`${group}, ${size.events} events: round ${round + 1} of ${rounds}`);
		for (const [subject, scripts] of [...live]) {
			if (round > 0 && experiment.once?.includes(subject)) continue;
			for (const script of scripts) {
				try {
					const key = `${subject} ${script}`;
					const one = collected.get(key) ?? {
						measured: {
							group,
							subject: named(subject),
							events: size.events,
							places: size.places,
							script: scriptOf(script),
							rounds: []
						},
						touched: 0
					};
					const ran = await between(metrics, () =>
						inPage('run', subject, script, experiment.budgetMs, experiment.atLeast)
					);
					one.measured.rounds.push({ times: ran.times, main: ran.main, page: ran.page });
					one.touched += ran.touched ?? 0;
					collected.set(key, one);
				} catch (error) {
					problems.push(`${named(subject)} failed in ${script} at ${size.events} events: ${firstLine(error)}`);
					live.delete(subject);
					break;
				}
			}
		}
	}
	const soaks: Soak[] = [];
	const [first] = live.keys();
	if (experiment.soak !== undefined && first !== undefined) {
		say(`${group}, ${size.events} events: ${experiment.soak} steps of ${named(first)}`);
		const state = async () => ({ heap: await metrics.heap(), ...(await metrics.read()) });
		// The first tenth is for what is made once, and kept.
		await inPage('repeat', first, experiment.soak / 10);
		const before = await state();
		await inPage('repeat', first, experiment.soak);
		const after = await state();
		soaks.push({
			subject: named(first),
			steps: experiment.soak,
			heap: [before.heap, after.heap],
			listeners: [before.listeners, after.listeners]
		});
	}
	await page.close();
	return {
		soaks,
		measured: [...collected.values()].map(({ measured }) => measured),
		setups,
		perRow: perRow([...collected.values()]),
		problems
	};
}

async function between(metrics: Metrics, run: () => Promise<unknown>) {
	const before = await metrics.read();
	const ran = (await run()) as Awaited<ReturnType<Bench['run']>>;
	const after = await metrics.read();
	return { ...ran, main: after.main - before.main, page: after.page - before.page };
}

function perRow(all: readonly Collected[]): ReadonlyMap<string, number> {
	const found = all.filter(({ measured, touched }) => measured.script === 'slide' && touched > 0);
	return new Map(
		found.map(({ measured: { subject, rounds }, touched }) => {
			const ms = rounds.reduce((sum, { times }) => sum + times.reduce((a, b) => a + b, 0), 0);
			return [subject, (1e6 * ms) / touched];
		})
	);
}

function firstLine(error: unknown): string {
	return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
