import type { Setup, Soak } from './experiment.ts';
import { goal, type Goal } from './report.ts';
import { find, median, OWN, percentile, ratio, type Measured, type Round, type What } from './statistics.ts';

export interface All {
	readonly measured: readonly Measured[];
	readonly setups: readonly Setup[];
	readonly soaks: readonly Soak[];
	/** MB of the product's file of columns for a million events, as a server sends it; NaN: not measured. */
	readonly packedMb: number;
	/** ns a touched row, by subject. */
	readonly perRow: ReadonlyMap<string, number>;
}

const MILLION = { events: 1_000_000, places: 1000 } as const;
const PARTS = 'chronotope, in parts';

/** What the project wants to reach, beside what was measured; NaN for what was not. */
export function goalsOf(all: All): readonly Goal[] {
	return [...countGoals(all), ...mapGoals(all), ...stepGoals(all), ...loadGoals(all), ...all.soaks.flatMap(soakGoals)];
}

function countGoals({ measured, perRow }: All): Goal[] {
	const times = (subject: string, script: What['script'], own = OWN): number =>
		compare(measured, { group: 'count', ...MILLION, script }, subject, own);
	const several = find(measured, { group: 'count', subject: 'chronotope, several places', script: 'slide' });
	const one = find(measured, { group: 'count', ...MILLION, subject: OWN, script: 'slide' });
	return [
		goal('counting, slide: crossfilter2', 'at least', 30, times('crossfilter2', 'slide')),
		goal('counting, handle: crossfilter2', 'at least', 40, times('crossfilter2', 'handle')),
		goal('counting, jump: crossfilter2', 'at least', 1000, times('crossfilter2', 'jump')),
		goal('counting, slide: mosaic', 'at least', 80, times('mosaic', 'slide')),
		goal('counting, slide: duckdb-wasm', 'at least', 400, times('duckdb-wasm', 'slide')),
		goal('counting with a category and a text, of without', 'at most', 3, times('chronotope, filtered', 'slide')),
		goal('several places an event, of one', 'at most', 2, several && one ? ratio(several, one) : NaN),
		goal(
			'a touched row, of the limit of the machine',
			'at most',
			2,
			(perRow.get(OWN) ?? NaN) / (perRow.get('scatter limit') ?? NaN)
		)
	];
}

function mapGoals({ measured }: All): Goal[] {
	const perStep = (key: 'main' | 'page') => (round: Round) => (round[key] ?? NaN) / round.times.length;
	const map = { group: 'map', ...MILLION, script: 'slide' } as const;
	const many = { ...map, places: 100_000 };
	const [deck, state, filter] = [
		'deck.gl, a place each',
		'setFeatureState, a place each',
		'setFilter, an event each'
	] as const;
	return [
		goal('main thread for the map: deck.gl', 'at least', 2.5, compare(measured, map, deck, OWN, perStep('main'))),
		goal('the same, 1e5 places: setFeatureState', 'at least', 10, compare(measured, many, state, OWN, perStep('main'))),
		goal(
			'CPU of the page: setFilter, an event each',
			'at least',
			200,
			compare(measured, map, filter, OWN, perStep('page'))
		)
	];
}

function stepGoals({ measured }: All): Goal[] {
	const step = { group: 'step', ...MILLION, script: 'slide' } as const;
	const at = (events: number): Measured | undefined => find(measured, { ...step, events, subject: PARTS });
	const [small, large] = [at(10_000), at(10_000_000)];
	const scripts = find(measured, { ...step, subject: OWN })?.rounds.map((round) => round.scripts ?? []) ?? [];
	return [
		goal('the whole step, of drawing the empty map', 'at most', 2, 1 / compare(measured, step, 'empty map', PARTS)),
		goal(
			'the whole step: crossfilter2 + setData + DOM list',
			'at least',
			40,
			compare(measured, step, 'crossfilter2 + setData + DOM list', PARTS)
		),
		goal('the whole step at 1e7, of that at 1e4', 'at most', 1.5, small && large ? ratio(large, small) : NaN),
		goal('scripts of a step in the application, median', 'at most', 2.5, median(scripts.map(median)), 'ms'),
		goal(
			'scripts of a step in the application, p95',
			'at most',
			8,
			median(scripts.map((all) => percentile(all, 0.95))),
			'ms'
		)
	];
}

function compare(
	measured: readonly Measured[],
	what: Partial<What>,
	subject: string,
	own: string,
	of?: (round: Round) => number
): number {
	const [other, beside] = [find(measured, { ...what, subject }), find(measured, { ...what, subject: own })];
	return other === undefined || beside === undefined ? NaN : ratio(other, beside, of);
}

function loadGoals({ measured, setups, packedMb }: All): Goal[] {
	const heap = (subject: string): number =>
		setups.find((setup) => setup.group === 'load' && setup.subject === subject)?.heapMb ?? NaN;
	const load = { group: 'load', ...MILLION } as const;
	return [
		goal('decoding: GeoJSON', 'at least', 100, compare(measured, load, 'GeoJSON', OWN)),
		goal('memory after decoding, of that of GeoJSON', 'at most', 0.333, heap(OWN) / heap('GeoJSON')),
		goal('the file of columns, brotli', 'at most', 5, packedMb, 'MB')
	];
}

function soakGoals({ subject, steps, heap, listeners }: Soak): Goal[] {
	const after = `${subject}, after ${steps} steps`;
	return [
		goal(`memory of ${after}, of before`, 'at most', 1.05, heap[1] / heap[0]),
		goal(`listeners of ${after}, more than before`, 'at most', 0, listeners[1] - listeners[0], '')
	];
}
