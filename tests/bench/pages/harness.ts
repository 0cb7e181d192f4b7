import {
	countAll,
	createData,
	createScripts,
	SCRIPTS,
	type BenchData,
	type Counts,
	type Script,
	type Step
} from '../data.ts';
import type { MakeSubject, Subject } from '../subjects/subject.ts';

export interface Size {
	readonly events: number;
	readonly places: number;
	readonly several?: boolean;
}

export interface Prepared {
	readonly ms: number;
	/** Those that it can follow. */
	readonly scripts: readonly Script[];
	/** Of the file that it reads; 0: none. */
	readonly fileBytes: number;
}

export interface Ran {
	/** ms for each step. */
	readonly times: readonly number[];
	/** Rows that all of the steps have touched; `null` from a subject that does not know. */
	readonly touched: number | null;
}

/** What a page of the benchmark offers to the process that drives it. */
export interface Bench {
	readonly subjects: readonly string[];
	/** Makes the data, which is of no subject's time and memory. */
	gather(size: Size): void;
	/** Makes a subject, with one first step. */
	prepare(subject: string, size: Size): Promise<Prepared>;
	/** As many steps as there is time for: compilers have seen all of it then, and nothing is made for the first time. */
	warm(subject: string, budgetMs: number): Promise<void>;
	run(subject: string, script: Script, budgetMs: number, atLeast: number): Promise<Ran>;
	/** As many steps as asked for, over and over the same slide. */
	repeat(subject: string, steps: number): Promise<void>;
	/** A sentence when the counts of a subject are not those of brute force, or when it draws nothing. */
	check(subject: string): Promise<string | null>;
	free(subject: string): Promise<void>;
}

declare global {
	interface Window {
		bench: Bench;
		/** With `--expose-gc`. */
		gc?: () => void;
	}
}

const scripts = createScripts();

/** `before`: for what has to be shown or hidden before a subject runs. */
export function offer(
	makers: Readonly<Record<string, MakeSubject>>,
	before: (subject: string) => void = () => {}
): void {
	let made: { readonly key: string; readonly data: BenchData } | null = null;
	const live = new Map<string, Subject>();
	const dataOf = ({ events, places, several = false }: Size): BenchData => {
		const key = `${events} ${places} ${several}`;
		if (made?.key !== key) made = { key, data: createData(events, places, several) };
		return made.data;
	};
	const found = (subject: string): Subject => {
		const one = live.get(subject);
		if (one === undefined) throw new Error(`Nobody has prepared "${subject}".`);
		return one;
	};
	window.bench = {
		subjects: Object.keys(makers),
		gather: (size) => void dataOf(size),
		async prepare(subject, size) {
			const make = makers[subject];
			if (make === undefined) throw new Error(`There is no subject "${subject}".`);
			const data = dataOf(size);
			before(subject);
			const begin = performance.now();
			const one = await make(data);
			await one.step([0, 1]);
			live.set(subject, one);
			return {
				ms: performance.now() - begin,
				scripts: one.scripts ?? SCRIPTS,
				fileBytes: one.file?.().byteLength ?? 0
			};
		},
		async warm(subject, budgetMs) {
			before(subject);
			await noticed();
			const one = found(subject);
			const end = performance.now() + budgetMs;
			while (performance.now() < end)
				for (const script of one.scripts ?? SCRIPTS) await runScript(one, scripts[script], budgetMs / 10, 1);
		},
		async run(subject, script, budgetMs, atLeast) {
			before(subject);
			await noticed();
			return runScript(found(subject), scripts[script], budgetMs, atLeast);
		},
		async repeat(subject, steps) {
			before(subject);
			const one = found(subject);
			for (let i = 0; i < steps; i++) await one.step(scripts.slide[i % scripts.slide.length] ?? [0, 1]);
			// Nothing is kept of them.
			one.touched?.();
		},
		async check(subject) {
			const one = found(subject);
			if (made === null) return null;
			const { slide, handle, jump } = scripts;
			if (one.drawn !== undefined) {
				await one.step(jump[3] ?? [0, 1]);
				if (one.drawn() === 0) return `${subject} draws nothing.`;
			}
			if (one.read === undefined) return null;
			for (const step of [slide[10], slide[11], jump[3], jump[4], handle[9], handle[10]]) {
				if (step === undefined) continue;
				await one.step(step);
				const wrong = difference(one.read(), countAll(made.data, step));
				if (wrong !== null) return `${subject} counts other ${wrong} than brute force from ${step[0]} to ${step[1]}.`;
			}
			return null;
		},
		async free(subject) {
			await live.get(subject)?.free?.();
			live.delete(subject);
		}
	};
}

/**
 * Who was hidden has a size again. Some hear of it from an observer, which the browser asks once a frame: until then they
 * would draw pictures of no size at all, in no time.
 */
function noticed(): Promise<void> {
	return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

/** A slow subject makes the first steps of the script only: as many as fit the budget. */
async function runScript(subject: Subject, steps: readonly Step[], budgetMs: number, atLeast: number): Promise<Ran> {
	const [first, ...rest] = steps;
	if (first === undefined) throw new Error('A script has steps.');
	// Where the script begins is far from where the last one ended; that way is none of its steps.
	await subject.step(first);
	subject.touched?.();
	const times: number[] = [];
	const begin = performance.now();
	for (const step of rest) {
		const before = performance.now();
		const answer = subject.step(step);
		if (answer instanceof Promise) await answer;
		const after = performance.now();
		times.push(after - before);
		if (times.length >= atLeast && after - begin > budgetMs) break;
	}
	return { times, touched: subject.touched?.() ?? null };
}

function difference(counts: Partial<Counts>, wanted: Counts): string | null {
	if (counts.total !== undefined && counts.total !== wanted.total) return 'events';
	for (const kind of ['places', 'categories', 'bins'] as const) {
		const [own, right] = [counts[kind], wanted[kind]];
		if (own !== undefined && (own.length !== right.length || own.some((count, i) => count !== right[i]))) return kind;
	}
	return null;
}
