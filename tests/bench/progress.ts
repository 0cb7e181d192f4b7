/** One part of the benchmark, and how long it takes on the machine of `RESULTS.md`. */
export interface Task {
	readonly name: string;
	readonly estimateMs: number;
}

/** ms since the process began; installing and building count too. */
export interface Limits {
	/** No further rounds after this: what has one, has what it needs. */
	readonly softMs: number;
	/** Nothing further at all. */
	readonly hardMs: number;
}

export const NO_LIMITS: Limits = { softMs: Infinity, hardMs: Infinity };

/**
 * ms that are left, by how long the tasks that are done have taken against what was expected of them.
 *
 * @param took One for each task that is done, in their order.
 * @param since ms that the one after those has been running.
 */
export function timeLeft(tasks: readonly Task[], took: readonly number[], since: number): number {
	const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
	const estimates = tasks.map(({ estimateMs }) => estimateMs);
	const expected = sum(estimates.slice(0, took.length));
	// A quarter of a minute in which all goes as expected, so that the first seconds promise nothing odd.
	const pace = (sum(took) + 15_000) / (expected + 15_000);
	const current = Math.max(0, (estimates[took.length] ?? 0) * pace - since);
	return current + pace * sum(estimates.slice(took.length + 1));
}

/** Tells people who wait where the benchmark is and how long it will still be. */
export class Progress {
	readonly #tasks: readonly Task[];
	readonly #limits: Limits;
	readonly #write: (line: string) => void;
	readonly #now: () => number;
	readonly #took: number[] = [];
	#begun: number;

	/** `now`: ms since the process began. */
	constructor(
		tasks: readonly Task[],
		limits: Limits,
		write: (line: string) => void,
		now: () => number = () => performance.now()
	) {
		this.#tasks = tasks;
		this.#limits = limits;
		this.#write = write;
		this.#now = now;
		this.#begun = now();
	}

	/** Whether there is only time for what has not been measured at all. */
	get isLate(): boolean {
		return this.#now() > this.#limits.softMs;
	}

	/** Whether there is no time for anything. */
	get isOver(): boolean {
		return this.#now() > this.#limits.hardMs;
	}

	/** ms up to the end of all time, at most `atMost`. */
	within(atMost: number): number {
		return Math.max(0, Math.min(atMost, this.#limits.hardMs - this.#now()));
	}

	/** The tasks end in the order in which they were given. */
	end(): void {
		const now = this.#now();
		this.#took.push(now - this.#begun);
		this.#begun = now;
	}

	say(what: string): void {
		const now = this.#now();
		const task = this.#tasks[this.#took.length];
		const left = timeLeft(this.#tasks, this.#took, now - this.#begun);
		const part = `[${this.#took.length + 1}/${this.#tasks.length}, ${clock(now)}, about ${clock(left)} left]`;
		this.#write(`${part} ${task?.name ?? ''}: ${what}`);
	}
}

/** `4:07`, minutes and seconds. */
function clock(ms: number): string {
	const seconds = Math.round(ms / 1000);
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
