import type { Script } from './data.ts';

/** What one subject took for one script in one round. */
export interface Round {
	/** ms, one for each step that was made. */
	readonly times: readonly number[];
	/** ms of the page's main thread for all of the steps, and of all its threads; `null`: not known. */
	readonly main: number | null;
	readonly page: number | null;
	/** ms of scripts on the main thread for each step, where that is known. */
	readonly scripts?: readonly number[];
	/** Rows that all of the steps have touched; `null` from a subject that does not know. */
	readonly touched?: number | null;
}

/** The subject that all ratios are to. */
export const OWN = 'chronotope';
/** The product's engine and layer in a page like those of the others: what whole steps are compared with. */
export const PARTS = 'chronotope, in parts';
/** The same, with a frame of the map in each step. */
export const MOVING = `${PARTS}, on a moving map`;
/** Both of few events, measured beside those of many. */
export const FEWER = `${PARTS}, fewer`;
export const MOVING_FEWER = `${MOVING}, fewer`;

export const GROUPS = ['count', 'map', 'step', 'list', 'load'] as const;
export type Group = (typeof GROUPS)[number];

/** All rounds of one subject with one script at one size. */
export interface Measured {
	readonly group: Group;
	readonly subject: string;
	readonly events: number;
	readonly places: number;
	readonly script: Script | null;
	readonly rounds: readonly Round[];
}

/** One line of the results, as `--json` writes them; ms for one step. */
export interface Figure {
	readonly group: Group;
	readonly subject: string;
	readonly events: number;
	readonly places: number;
	/** `null` where there is no scrub, as in loading. */
	readonly script: Script | null;
	readonly median_ms: number;
	readonly p95_ms: number;
	readonly mean_ms: number;
	/** Scripts on the main thread where that is known of each step, else all that the main thread did, on the average. */
	readonly main_ms: number | null;
	readonly page_ms: number | null;
	/** Steps of all rounds. */
	readonly steps: number;
}

/** Of an even number, the middle of the two in the middle; NaN of none. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const half = sorted.length >> 1;
	const upper = sorted[half] ?? NaN;
	return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? NaN) + upper) / 2;
}

/** The smallest value that `share` (0 to 1) of all values do not exceed; NaN of none. */
export function percentile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

export function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Each figure is the median of the rounds, so that one disturbed round moves none. */
export function summarize({ rounds, ...what }: Measured): Figure {
	const ofRounds = (of: (round: Round) => number): number => median(rounds.map(of));
	const perStep = (key: 'main' | 'page'): number | null =>
		rounds.some((round) => round[key] === null) ? null : ofRounds((round) => (round[key] ?? NaN) / round.times.length);
	const knowsScripts = rounds.every((round) => round.scripts !== undefined);
	return {
		...what,
		median_ms: ofRounds(({ times }) => median(times)),
		p95_ms: ofRounds(({ times }) => percentile(times, 0.95)),
		mean_ms: ofRounds(({ times }) => mean(times)),
		main_ms: knowsScripts ? ofRounds(({ scripts = [] }) => median(scripts)) : perStep('main'),
		page_ms: perStep('page'),
		steps: rounds.reduce((sum, { times }) => sum + times.length, 0)
	};
}

/**
 * How many times `other` takes what `own` takes: the median of the ratios of the rounds, as the two of one round ran side
 * by side. `of`: what is compared, the median of the steps by default.
 */
export function ratio(
	other: Measured,
	own: Measured,
	of: (round: Round) => number = ({ times }) => median(times)
): number {
	return median(
		other.rounds.flatMap((round, i) => {
			const beside = own.rounds[i];
			return beside === undefined ? [] : [of(round) / of(beside)];
		})
	);
}

/** ns a touched row, over all steps of a round; NaN when nobody knows how many those were. */
export function perRow({ times, touched }: Round): number {
	return (1e6 * times.reduce((sum, ms) => sum + ms, 0)) / (touched ?? NaN);
}

/** What a figure or its rounds are of. */
export type What = Omit<Measured, 'rounds'>;

/** The one of `all` that agrees in everything that `what` names; `undefined`: it was not measured, or not alone. */
export function find(all: readonly Measured[], what: Partial<What>): Measured | undefined {
	const keys = (['group', 'subject', 'events', 'places', 'script'] as const).filter((key) => what[key] !== undefined);
	const found = all.filter((one) => keys.every((key) => one[key] === what[key]));
	return found.length === 1 ? found[0] : undefined;
}
