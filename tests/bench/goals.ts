import type { Findings, FirstLoad, Soak } from './findings.ts';
import { goal, type Goal } from './report.ts';
import {
	find,
	median,
	MOVING,
	MOVING_FEWER,
	OWN,
	PARTS,
	percentile,
	perRow,
	ratio,
	type Measured,
	type Round,
	type What
} from './statistics.ts';

const MILLION = { events: 1_000_000, places: 1000 } as const;

/** What the project wants to reach, beside what was measured; NaN for what was not. */
export function goalsOf(all: Findings): readonly Goal[] {
	return [
		...countGoals(all),
		...mapGoals(all),
		...stepGoals(all),
		...loadGoals(all),
		...firstLoadGoals(all.firstLoad),
		...soakGoals(all.soaks)
	];
}

function countGoals({ measured }: Findings): Goal[] {
	const times = (subject: string, script: What['script'], own = OWN): number =>
		compare(measured, { group: 'count', ...MILLION, script }, subject, own);
	const of = (subject: string): Measured | undefined =>
		find(measured, { group: 'count', ...MILLION, subject, script: 'slide' });
	const [several, one, limit] = [of('chronotope, several places'), of(OWN), of('scatter limit')];
	return [
		goal('counting, slide: crossfilter2', 'at least', 30, times('crossfilter2', 'slide')),
		goal('counting, handle: crossfilter2', 'at least', 40, times('crossfilter2', 'handle')),
		goal('counting, jump: crossfilter2', 'at least', 1000, times('crossfilter2', 'jump')),
		goal('counting, slide: mosaic', 'at least', 80, times('mosaic', 'slide')),
		goal('counting, slide: duckdb-wasm', 'at least', 400, times('duckdb-wasm', 'slide')),
		goal('counting with a category and a text, of without', 'at most', 3, times('chronotope, filtered', 'slide')),
		goal('counting with several places an event, of one', 'at most', 2, several && one ? ratio(several, one) : NaN),
		goal('a touched row, of the limit of the machine', 'at most', 2, one && limit ? ratio(one, limit, perRow) : NaN)
	];
}

function mapGoals({ measured }: Findings): Goal[] {
	const perStep = (key: 'main' | 'page') => (round: Round) => (round[key] ?? NaN) / round.times.length;
	const map = { group: 'map', ...MILLION, script: 'slide' } as const;
	const many = { ...map, places: 100_000 };
	const [deck, state, filter] = ['deck.gl, a place each', 'setFeatureState, a place each', 'setFilter, an event each'];
	const mapOf = (what: Partial<What>, subject = '', key: 'main' | 'page' = 'main'): number =>
		compare(measured, what, subject, OWN, perStep(key));
	return [
		goal('main thread for the map: deck.gl', 'at least', 2.5, mapOf(map, deck)),
		goal('main thread for the map: deck.gl, its own canvas', 'at least', 2.5, mapOf(map, `${deck}, its own canvas`)),
		goal('main thread for the map at 1e5 places: setFeatureState', 'at least', 10, mapOf(many, state)),
		goal('CPU of the page for the map: setFilter, an event each', 'at least', 200, mapOf(map, filter, 'page'))
	];
}

function stepGoals({ measured }: Findings): Goal[] {
	const step = { group: 'step', ...MILLION, script: 'slide' } as const;
	const usual = 'crossfilter2 + setData + DOM list';
	const scripts = find(measured, { ...step, subject: OWN })?.rounds.map((round) => round.scripts ?? []) ?? [];
	const scriptsOf = (statistic: (values: readonly number[]) => number): number => median(scripts.map(statistic));
	return [
		goal(
			'the whole step at 1e7 events, with a frame of the map, of that at 1e4',
			'at most',
			1.5,
			growthOf(measured, MOVING, MOVING_FEWER)
		),
		goal('the whole step, of drawing the empty map', 'at most', 2, 1 / compare(measured, step, 'empty map', PARTS)),
		goal(`the whole step: ${usual}`, 'at least', 40, compare(measured, step, usual, PARTS)),
		goal('scripts of a step in the application, median', 'at most', 2.5, scriptsOf(median), 'ms'),
		goal(
			'scripts of a step in the application, p95',
			'at most',
			8,
			scriptsOf((values) => percentile(values, 0.95)),
			'ms'
		)
	];
}

/** How many times as long a step of a slide takes at 1e7 events as at 1e4; NaN: one of them was not measured. */
export function growthOf(measured: readonly Measured[], subject: string, fewer: string): number {
	const slide = { group: 'step', places: MILLION.places, script: 'slide' } as const;
	const large = find(measured, { ...slide, events: 10_000_000, subject });
	const small = find(measured, { ...slide, events: 10_000, subject: fewer });
	return large && small ? ratio(large, small) : NaN;
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

function loadGoals({ measured, setups, packedMb, opening }: Findings): Goal[] {
	const heap = (subject: string): number =>
		setups.find((setup) => setup.group === 'load' && setup.subject === subject)?.heapMb ?? NaN;
	const load = { group: 'load', ...MILLION } as const;
	return [
		goal('decoding a million events: GeoJSON', 'at least', 100, compare(measured, load, 'GeoJSON', OWN)),
		goal('memory after decoding, of that of GeoJSON', 'at most', 0.333, heap(OWN) / heap('GeoJSON')),
		goal('the file of columns, brotli', 'at most', 5, packedMb, 'MB'),
		goal('usable after the last byte of it', 'at most', 2000, opening?.usableMs ?? NaN, 'ms')
	];
}

function firstLoadGoals(first: FirstLoad | null): Goal[] {
	const unread = first === null ? NaN : first.events - first.readable;
	return [
		goal('first load: events that cannot be read without JavaScript', 'at most', 0, unread, ''),
		goal('first load: scripts before the map, brotli', 'at most', 50, first?.scriptKb ?? NaN, 'kB'),
		goal('first load: layout shift', 'at most', 0, first?.layoutShift ?? NaN, ''),
		goal('first load: the map comes after the list', 'at least', 1, first === null ? NaN : Number(first.isMapLazy), '')
	];
}

/** One line for each, even when nothing was measured. */
function soakGoals(soaks: readonly Soak[]): Goal[] {
	const missing: Soak = { subject: OWN, steps: 200_000, heap: [NaN, NaN], listeners: [NaN, NaN] };
	const all = soaks.some(({ steps }) => steps >= missing.steps) ? soaks : [missing, ...soaks];
	return all.flatMap(({ subject, steps, heap, listeners }) => {
		const after = `${subject}, after ${steps} steps`;
		return [
			goal(`memory of ${after}, of before`, 'at most', 1.05, heap[1] / heap[0]),
			goal(`listeners of ${after}, more than before`, 'at most', 0, listeners[1] - listeners[0], '')
		];
	});
}
