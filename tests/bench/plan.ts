import { WARM_MS, type Experiment } from './experiment.ts';
import { FEWER, MOVING, MOVING_FEWER, OWN, PARTS } from './statistics.ts';

const COUNTERS = [
	OWN,
	'chronotope, filtered',
	'crossfilter2',
	'arquero',
	'mosaic',
	'duckdb-wasm',
	'full scan',
	'scatter limit'
];
const MAPS = [
	OWN,
	'empty map',
	'deck.gl, a place each',
	'deck.gl, a place each, its own canvas',
	'setFeatureState, a place each',
	'setData, a place each',
	'Leaflet.timeline',
	'setFilter, an event each'
];
const USUAL = 'crossfilter2 + setData + DOM list';
const WHOLE = [PARTS, 'empty map', USUAL];
/** Tenths of a second a step, or seconds, and no two rounds differ by much of it. */
const SLOW = ['Leaflet.timeline', 'setFilter, an event each', USUAL, 'every row in the DOM', 'GeoJSON'];
const several = (subject: string): string => (subject === OWN ? 'chronotope, several places' : subject);

/** How much is measured. */
interface Scale {
	readonly rounds: number;
	/** For those that are slow. */
	readonly slowRounds: number;
	/** ms for one script of one subject in one round. */
	readonly budgets: { readonly count: number; readonly map: number; readonly step: number };
	readonly atLeast: number;
}

/** A million events at a thousand places alone. */
export function quickPlan(): readonly Experiment[] {
	return million({ rounds: 3, slowRounds: 1, budgets: { count: 500, map: 400, step: 500 }, atLeast: 2 });
}

/** Everything that is quoted anywhere. */
export function fullPlan(): readonly Experiment[] {
	const scale = { rounds: 5, slowRounds: 3, budgets: { count: 1000, map: 1000, step: 1000 }, atLeast: 5 };
	const common = { rounds: scale.rounds, atLeast: scale.atLeast };
	const count = (events: number, subjects: readonly string[], budgetMs: number): Experiment => ({
		...common,
		group: 'count',
		page: 'count',
		size: { events, places: 1000 },
		subjects,
		budgetMs
	});
	const step = (events: number, subjects: readonly string[], budgetMs: number): Experiment => ({
		...common,
		group: 'step',
		page: 'step',
		size: { events, places: 1000 },
		subjects,
		budgetMs
	});
	const few = { events: 10_000, places: 1000 };
	const manyPlaces: Experiment = {
		...common,
		group: 'map',
		page: 'map',
		size: { events: 1_000_000, places: 100_000 },
		subjects: MAPS.filter((subject) => !/an event each|Leaflet/.test(subject)),
		budgetMs: 1000
	};
	return [
		...million(scale),
		count(1000, COUNTERS, 500),
		count(10_000, COUNTERS, 500),
		count(100_000, COUNTERS, 500),
		count(10_000_000, [OWN, 'chronotope, filtered', 'duckdb-wasm', 'mosaic', 'full scan', 'scatter limit'], 800),
		manyPlaces,
		step(1000, WHOLE, 600),
		step(10_000, WHOLE, 600),
		step(100_000, WHOLE, 600),
		{
			...step(10_000_000, [PARTS, MOVING, 'empty map', FEWER, MOVING_FEWER], 800),
			sizes: { [FEWER]: few, [MOVING_FEWER]: few }
		},
		{ ...count(1_000_000, [OWN], 0), rounds: 0, soak: 200_000 },
		{ ...step(100_000, [PARTS], 0), rounds: 0, soak: 10_000 }
	];
}

function million({ rounds, slowRounds, budgets, atLeast }: Scale): readonly Experiment[] {
	const size = { events: 1_000_000, places: 1000 };
	const common = { size, rounds, atLeast, slow: { subjects: SLOW, rounds: slowRounds } };
	return [
		{ ...common, group: 'count', page: 'count', subjects: COUNTERS, budgetMs: budgets.count },
		{
			...common,
			group: 'count',
			page: 'count',
			size: { ...size, several: true },
			subjects: [OWN],
			budgetMs: budgets.count,
			named: several
		},
		{ ...common, group: 'map', page: 'map', subjects: MAPS, budgetMs: budgets.map },
		{ ...common, group: 'step', page: 'step', subjects: WHOLE, budgetMs: budgets.step },
		{ ...common, group: 'list', page: 'list', subjects: [OWN, 'every row in the DOM'], budgetMs: budgets.step },
		{
			...common,
			group: 'load',
			page: 'load',
			subjects: [OWN, 'chronotope, every column', 'Arrow IPC', 'GeoJSON'],
			// A file of 250 MB takes seconds to read.
			budgetMs: budgets.map / 2,
			atLeast: 2
		}
	];
}

/** ms that a subject takes to be made, beside what all take, for a million events: a feature for each of them, most of all. */
const SETUP: Readonly<Record<string, number>> = {
	'setFilter, an event each': 15_000,
	'Leaflet.timeline': 4000,
	'every row in the DOM': 2000,
	GeoJSON: 8000,
	[USUAL]: 5000,
	mosaic: 3000,
	'duckdb-wasm': 3000
};

/** ms, on the machine of `RESULTS.md`. */
export function estimate({ size, subjects, rounds, budgetMs, atLeast, slow, soak, group }: Experiment): number {
	const millions = size.events / 1e6;
	const setup = subjects.reduce(
		(sum, subject) => sum + 300 + (rounds > 0 ? WARM_MS : 0) + millions * (SETUP[subject] ?? 1500),
		0
	);
	const isSlow = (subject: string): boolean => slow?.subjects.includes(subject) ?? false;
	const runs = subjects.reduce((sum, subject) => {
		const steps = (isSlow(subject) ? 800 : 20) * atLeast * Math.min(1, millions);
		return (
			sum + Math.min(rounds, isSlow(subject) ? (slow?.rounds ?? rounds) : rounds) * 3 * Math.max(budgetMs * 0.6, steps)
		);
	}, 0);
	const soaking = (soak ?? 0) * (group === 'count' ? 0.05 : 8);
	return 1500 + millions * 3000 + setup + runs + soaking;
}
