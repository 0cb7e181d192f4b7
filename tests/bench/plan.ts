import type { Experiment } from './experiment.ts';
import { OWN } from './statistics.ts';

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
	'setFeatureState, a place each',
	'setData, a place each',
	'Leaflet.timeline',
	'setFilter, an event each'
];
const WHOLE = ['chronotope, in parts', 'empty map', 'crossfilter2 + setData + DOM list'];
/** In the quick run these have one round. */
const SLOW = [
	'Leaflet.timeline',
	'setFilter, an event each',
	'crossfilter2 + setData + DOM list',
	'every row in the DOM'
];
const several = (subject: string): string => (subject === OWN ? 'chronotope, several places' : subject);

/** A million events at a thousand places alone. */
export function quickPlan(): readonly Experiment[] {
	return million(3, { count: 700, map: 800, step: 1500 }, 3, SLOW);
}

/** Everything that is quoted anywhere. */
export function fullPlan(): readonly Experiment[] {
	const rounds = 5;
	const count = (events: number, subjects: readonly string[]): Experiment => ({
		group: 'count',
		page: 'count',
		size: { events, places: 1000 },
		subjects,
		rounds,
		budgetMs: 1500,
		atLeast: 5
	});
	return [
		count(1000, COUNTERS),
		count(10_000, COUNTERS),
		count(100_000, COUNTERS),
		...million(rounds, { count: 2000, map: 2000, step: 3000 }),
		{ ...count(1_000_000, [OWN]), rounds: 0, soak: 200_000 },
		count(10_000_000, [OWN, 'chronotope, filtered', 'duckdb-wasm', 'mosaic', 'full scan', 'scatter limit']),
		{
			group: 'map',
			page: 'map',
			size: { events: 1_000_000, places: 100_000 },
			subjects: MAPS.filter((subject) => !/an event each|Leaflet/.test(subject)),
			rounds,
			budgetMs: 2000,
			atLeast: 5
		},
		...[10_000, 100_000].map((events): Experiment => ({
			group: 'step',
			page: 'step',
			size: { events, places: 1000 },
			subjects: WHOLE,
			rounds,
			budgetMs: 2000,
			atLeast: 5
		})),
		{
			group: 'step',
			page: 'step',
			size: { events: 10_000_000, places: 1000 },
			subjects: WHOLE.slice(0, 2),
			rounds,
			budgetMs: 2000,
			atLeast: 5
		},
		{
			group: 'step',
			page: 'step',
			size: { events: 100_000, places: 1000 },
			subjects: WHOLE.slice(0, 1),
			rounds: 0,
			budgetMs: 0,
			atLeast: 5,
			soak: 20_000
		}
	];
}

/** `budgets`: ms for one script of one subject in one round. */
function million(
	rounds: number,
	budgets: { count: number; map: number; step: number },
	atLeast = 5,
	once: readonly string[] = []
): readonly Experiment[] {
	const size = { events: 1_000_000, places: 1000 };
	return [
		{ group: 'count', page: 'count', size, subjects: COUNTERS, rounds, budgetMs: budgets.count, atLeast },
		{
			group: 'count',
			page: 'count',
			size: { ...size, several: true },
			subjects: [OWN],
			rounds,
			budgetMs: budgets.count,
			atLeast,
			named: several
		},
		{ group: 'map', page: 'map', size, subjects: MAPS, rounds, budgetMs: budgets.map, atLeast, once },
		{ group: 'step', page: 'step', size, subjects: WHOLE, rounds, budgetMs: budgets.step, atLeast, once },
		{
			group: 'list',
			page: 'list',
			size,
			subjects: [OWN, 'every row in the DOM'],
			rounds,
			budgetMs: budgets.step,
			atLeast,
			once
		},
		{
			group: 'load',
			page: 'load',
			size,
			subjects: [OWN, 'Arrow IPC', 'GeoJSON'],
			rounds: 1,
			budgetMs: budgets.map,
			atLeast
		}
	];
}
