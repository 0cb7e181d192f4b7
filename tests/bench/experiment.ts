import type { Script } from './data.ts';
import type { Failure, Findings } from './findings.ts';
import type { Size } from './pages/harness.ts';
import type { Progress } from './progress.ts';
import { firstLine, type Stage } from './stage.ts';
import type { Group, Measured, Round } from './statistics.ts';

/** Some subjects at one size in one page of the benchmark, one after the other in each round. */
export interface Experiment {
	readonly group: Group;
	/** Name of the page without `.html`. */
	readonly page: string;
	readonly size: Size;
	/** Those of another size. */
	readonly sizes?: Readonly<Record<string, Size>>;
	readonly subjects: readonly string[];
	readonly rounds: number;
	/** ms that a subject may take for one script in one round. */
	readonly budgetMs: number;
	/** Steps that it makes however long they take. */
	readonly atLeast: number;
	/** Subjects that take long and hardly vary: they are in the first rounds alone. */
	readonly slow?: { readonly subjects: readonly string[]; readonly rounds: number };
	/** Steps that the first subject makes at the end, to see whether memory grows. */
	readonly soak?: number;
	/** Names as they are in the results, where another than the page's. */
	readonly named?: (subject: string) => string;
}

/** What nobody needs, and yet ends; ms. */
const PREPARE_LIMIT = { fixed: 90_000, perMillion: 30_000 };
const RUN_LIMIT = 90_000;

/** ms that a subject runs before it is measured; whose steps take longer than that has no need of it. */
export const WARM_MS = 300;

/** What an experiment needs of a `Stage`. */
export type Scene = Pick<Stage, 'open' | 'close' | 'call' | 'isAlive' | 'metrics'>;

/** Adds to `findings` as it goes along. Resolves whatever fails; that is in the findings then. */
export async function runExperiment(
	stage: Scene,
	experiment: Experiment,
	findings: Findings,
	progress: Progress
): Promise<void> {
	const cast = new Cast(stage, experiment, findings, progress);
	try {
		await stage.open();
		await cast.prepare();
		if (experiment.rounds > 0) await cast.warm();
		for (let round = 0; round < experiment.rounds; round++) {
			if (progress.isOver || (round > 0 && progress.isLate)) break;
			progress.say(`round ${round + 1} of ${experiment.rounds}`);
			await cast.play(round);
		}
		await cast.soak();
	} catch (error) {
		for (const subject of experiment.subjects) cast.fail(subject, error);
	} finally {
		await stage.close();
	}
}

/** The subjects of one experiment: those that are left. */
class Cast {
	readonly #stage: Scene;
	readonly #experiment: Experiment;
	readonly #findings: Findings;
	readonly #progress: Progress;
	readonly #live = new Map<string, readonly Script[]>();
	readonly #measured = new Map<string, Measured & { readonly rounds: Round[] }>();

	constructor(stage: Scene, experiment: Experiment, findings: Findings, progress: Progress) {
		this.#stage = stage;
		this.#experiment = experiment;
		this.#findings = findings;
		this.#progress = progress;
	}

	async prepare(): Promise<void> {
		const { group, subjects, size: most } = this.#experiment;
		await this.#stage.call(this.#progress.within(this.#prepareLimit), 'gather', most);
		for (const subject of subjects) {
			await this.#attempt(subject, async () => {
				const { metrics } = this.#stage;
				const before = await metrics.heap();
				const { ms, fileBytes, scripts } = await this.#make(subject);
				const heapMb = (await metrics.heap()) - before - fileBytes / 1e6;
				this.#live.set(subject, scripts);
				const size = this.#sizeOf(subject);
				const setup = { group, subject: this.#named(subject), size, readyMs: ms, heapMb, fileMb: fileBytes / 1e6 };
				this.#findings.setups.push(setup);
				this.#progress.say(`${setup.subject} is ready after ${ms.toFixed(0)} ms`);
			});
		}
	}

	/** Before the first round. */
	async warm(): Promise<void> {
		for (const subject of [...this.#live.keys()]) {
			if (this.#progress.isOver) return;
			if (this.#experiment.slow?.subjects.includes(subject) !== true)
				await this.#attempt(subject, () =>
					this.#stage.call(this.#progress.within(RUN_LIMIT), 'warm', subject, WARM_MS)
				);
		}
	}

	/** One round. */
	async play(round: number): Promise<void> {
		const { slow, budgetMs, atLeast } = this.#experiment;
		for (const [subject, scripts] of [...this.#live]) {
			if (slow !== undefined && round >= slow.rounds && slow.subjects.includes(subject)) continue;
			if (this.#progress.isOver) return;
			await this.#attempt(subject, async () => {
				for (const script of scripts) {
					const before = await this.#stage.metrics.read();
					const limit = this.#progress.within(RUN_LIMIT + 2 * budgetMs);
					const ran = await this.#stage.call(limit, 'run', subject, script, budgetMs, atLeast);
					const after = await this.#stage.metrics.read();
					this.#roundsOf(subject, script).push({
						times: ran.times,
						main: after.main - before.main,
						page: after.page - before.page,
						touched: ran.touched
					});
				}
			});
		}
	}

	async soak(): Promise<void> {
		const { soak } = this.#experiment;
		const [subject] = this.#live.keys();
		if (soak === undefined || subject === undefined) return;
		await this.#attempt(subject, async () => {
			const { metrics } = this.#stage;
			const state = async () => ({ heap: await metrics.heap(), ...(await metrics.read()) });
			// The first tenth is for what is made once, and kept.
			await this.#repeat(subject, soak / 10);
			const before = await state();
			await this.#repeat(subject, soak);
			const after = await state();
			this.#findings.soaks.push({
				subject: this.#named(subject),
				steps: soak,
				heap: [before.heap, after.heap],
				listeners: [before.listeners, after.listeners]
			});
		});
	}

	fail(subject: string, error: unknown): void {
		const { group } = this.#experiment;
		const size = this.#sizeOf(subject);
		const failure: Failure = {
			group,
			subject: this.#named(subject),
			events: size.events,
			places: size.places,
			why: firstLine(error)
		};
		this.#live.delete(subject);
		this.#findings.failures.push(failure);
		this.#progress.say(`${failure.subject} failed: ${failure.why}`);
	}

	/** In parts, so that each is short of any limit, and people see that it goes on. */
	async #repeat(subject: string, steps: number): Promise<void> {
		const parts = 5;
		for (let part = 1; part <= parts; part++) {
			await this.#stage.call(this.#progress.within(600_000), 'repeat', subject, steps / parts);
			this.#progress.say(`${(steps * part) / parts} of ${steps} steps of ${this.#named(subject)} are done`);
		}
	}

	get #prepareLimit(): number {
		return PREPARE_LIMIT.fixed + (PREPARE_LIMIT.perMillion * this.#experiment.size.events) / 1e6;
	}

	#sizeOf(subject: string): Size {
		return this.#experiment.sizes?.[subject] ?? this.#experiment.size;
	}

	#named(subject: string): string {
		return this.#experiment.named?.(subject) ?? subject;
	}

	/** Ready, and shown to count what the others count. */
	async #make(subject: string) {
		const size = this.#sizeOf(subject);
		const limit = this.#prepareLimit;
		const prepared = await this.#stage.call(this.#progress.within(limit), 'prepare', subject, size);
		const wrong = await this.#stage.call(this.#progress.within(limit), 'check', subject);
		if (wrong !== null) throw new Error(wrong);
		return prepared;
	}

	/** Who fails is left out from then on. Who takes the page along costs the others a new one, and no more. */
	async #attempt(subject: string, work: () => Promise<void>): Promise<void> {
		try {
			if (this.#progress.isOver) throw new Error('there was no time left');
			await work();
			return;
		} catch (error) {
			this.fail(subject, error);
		}
		if (this.#progress.isOver || (await this.#stage.isAlive())) return;
		await this.#stage.open();
		for (const other of [...this.#live.keys()]) await this.#attempt(other, () => this.#make(other).then(() => {}));
	}

	#roundsOf(subject: string, script: Script): Round[] {
		const { group } = this.#experiment;
		const size = this.#sizeOf(subject);
		const key = `${subject} ${script}`;
		const known = this.#measured.get(key);
		if (known !== undefined) return known.rounds;
		const made = {
			group,
			subject: this.#named(subject),
			events: size.events,
			places: size.places,
			// A file is no scrub; it is read as often as a script has steps.
			script: group === 'load' ? null : script,
			rounds: []
		};
		this.#measured.set(key, made);
		this.#findings.measured.push(made);
		return made.rounds;
	}
}
