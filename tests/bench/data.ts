import type { Columns } from '../../src/lib/core/columns.ts';
import { mulberry32 } from '../support/random.ts';

const DAY = 86_400;
/** s; times below count from 2015-01-01T00:00Z. */
export const SPAN = Math.round(10 * 365.25 * DAY);
export const EPOCH_MS = Date.UTC(2015, 0, 1);
export const CATEGORIES = 8;
/** Equal parts of the ten years, for the histogram that peers count. */
export const BINS = 120;

const REGIONS = 60;
const BURSTS = 40;
const WINDOW = 30 * DAY;

/** What every subject of the benchmark is given: columns in order of start, then end. */
export interface BenchData {
	readonly events: number;
	readonly places: number;
	/** Degrees. */
	readonly lon: Float64Array;
	readonly lat: Float64Array;
	/** s, both inclusive; the same for an instant. */
	readonly start: Int32Array;
	readonly end: Int32Array;
	/** The places of event `i` stand in `place` from `placeAt[i]` up to and without `placeAt[i + 1]`: one, unless asked otherwise. */
	readonly placeAt: Uint32Array;
	readonly place: Uint32Array;
	readonly category: Uint8Array;
}

/** A window in s, both sides inclusive. */
export type Step = readonly [from: number, to: number];
export const SCRIPTS = ['slide', 'handle', 'jump'] as const;
export type Script = (typeof SCRIPTS)[number];

/**
 * Events over ten years: 70 % evenly, the rest in bursts; one in five lasts, from a day to a year; the k-th place is as
 * frequent as 1/k. `several`: one to three places an event instead of one. The same numbers on every machine.
 */
export function createData(events: number, places: number, several = false): BenchData {
	const random = mulberry32(7);
	const points = createPlaces(random, places);
	const start = createStarts(random, events);
	const end = new Int32Array(events);
	const category = new Uint8Array(events);
	for (let i = 0; i < events; i++) {
		const days = lasts(start[i] ?? 0) ? 1 + Math.floor(Math.min(-20 * Math.log(1 - random()), 365)) : 0;
		end[i] = (start[i] ?? 0) + Math.max(0, days * DAY - 1);
		category[i] = Math.floor(random() * random() * CATEGORIES);
	}
	orderEnds(start, end);
	const draw = zipf(random, places);
	const placeAt = new Uint32Array(events + 1);
	const drawn = new Uint32Array(several ? 3 * events : events);
	let at = 0;
	for (let i = 0; i < events; i++) {
		for (let wanted = several ? 1 + Math.floor(random() * 3) : 1; wanted > 0; wanted--) {
			const place = draw();
			if (!several || !drawn.subarray(placeAt[i], at).includes(place)) drawn[at++] = place;
		}
		placeAt[i + 1] = at;
	}
	return { events, places, ...points, start, end, placeAt, place: drawn.slice(0, at), category };
}

/** 200 slides of a window of thirty days, 50 moves of one handle, 50 random jumps. */
export function createScripts(): Readonly<Record<Script, readonly Step[]>> {
	const random = mulberry32(99);
	const steps = (count: number, make: (i: number) => Step): Step[] => Array.from({ length: count }, (_, i) => make(i));
	const thirtyDays = (share: number): Step => {
		const from = Math.round((SPAN - WINDOW) * share);
		return [from, from + WINDOW];
	};
	return {
		slide: steps(200, (i) => thirtyDays(i / 199)),
		handle: steps(50, (i) => [0, Math.round((SPAN * (i + 1)) / 50)]),
		jump: steps(50, () => thirtyDays(random()))
	};
}

export function binOf(second: number): number {
	return Math.min(BINS - 1, Math.floor((second * BINS) / SPAN));
}

/** ms, half-open, of a step of whole seconds: what overlaps the one overlaps the other. */
export function windowOf([from, to]: Step): { start: number; end: number } {
	return { start: EPOCH_MS + from * 1000, end: EPOCH_MS + (to + 1) * 1000 };
}

/** Reports that the events are from, spread evenly: each event is in one that comes out soon after it begins. */
export const SOURCES = 400;
const REPORT_DAYS = SPAN / DAY / (SOURCES - 4);

/** The day on which a report is out, counted from the first of the ten years. */
export function reportDay(source: number): number {
	return Math.floor(source * REPORT_DAYS);
}

/** Index of the report that event `i` is in. */
export function sourceOf(start: number, i: number): number {
	return Math.min(SOURCES - 1, Math.ceil(start / DAY / REPORT_DAYS) + (Math.imul(i, 0x9e3779b1) >>> 30));
}

/** The same events as the product has them. All have happened and have a date, known to the second or the day, a place and a source. */
export function columnsOf({ events, start, end, placeAt, place, category }: BenchData): Columns {
	const from = Float64Array.from(start, (second) => EPOCH_MS + second * 1000);
	const to = Float64Array.from(end, (second) => EPOCH_MS + (second + 1) * 1000);
	const one = Uint32Array.from({ length: events + 1 }, (_, i) => i);
	const source = Uint32Array.from(start, sourceOf);
	/** ms that are as good as one instant. */
	const known = (second: number): number => 1000 * (lasts(second) ? DAY : 1);
	return {
		rows: events,
		start: from,
		end: to,
		matchAt: one,
		matchStart: from,
		matchEnd: to,
		sureAt: one,
		begunBy: Float64Array.from(start, (second, i) => (from[i] ?? 0) + known(second)),
		lastsTo: Float64Array.from(start, (second, i) => (to[i] ?? 0) - known(second)),
		category,
		status: new Uint8Array(events),
		placeAt,
		place,
		roles: new Uint8Array(place.length).fill(1),
		actorAt: new Uint32Array(events + 1),
		actor: new Uint32Array(0),
		sourceAt: one,
		source,
		reportedBy: Float64Array.from(source, (index) => EPOCH_MS + (reportDay(index) + 1) * DAY * 1000)
	};
}

/** What one step has to come to. */
export interface Counts {
	/** Events that overlap the window. */
	readonly total: number;
	readonly places: Uint32Array;
	readonly categories: Uint32Array;
	/** By the bin of the start. */
	readonly bins: Uint32Array;
}

/** Brute force: what all others are checked against. */
export function countAll(data: BenchData, [from, to]: Step): Counts {
	const { events, start, end, placeAt, place, category } = data;
	const places = new Uint32Array(data.places);
	const categories = new Uint32Array(CATEGORIES);
	const bins = new Uint32Array(BINS);
	const add = (counts: Uint32Array, index: number): void => void (counts[index] = (counts[index] ?? 0) + 1);
	let total = 0;
	for (let i = 0; i < events; i++) {
		const [first, last] = [start[i] ?? 0, end[i] ?? 0];
		if (first > to || last < from) continue;
		total++;
		for (let k = placeAt[i] ?? 0; k < (placeAt[i + 1] ?? 0); k++) add(places, place[k] ?? 0);
		add(categories, category[i] ?? 0);
		add(bins, binOf(first));
	}
	return { total, places, categories, bins };
}

/** In sixty regions all over the world. */
function createPlaces(random: () => number, places: number): Pick<BenchData, 'lon' | 'lat'> {
	const degrees = 180 / Math.PI;
	const regions = Array.from({ length: REGIONS }, () => [
		random() * 340 - 170,
		Math.asin(random() * 1.7 - 0.75) * degrees * 0.85
	]);
	const [lon, lat] = [new Float64Array(places), new Float64Array(places)];
	const near = (middle: number, spread: number, limit: number): number =>
		Math.max(-limit, Math.min(limit, middle + (random() + random() + random() - 1.5) * spread));
	for (let i = 0; i < places; i++) {
		const [x = 0, y = 0] = regions[Math.floor(random() * REGIONS)] ?? [];
		lon[i] = near(x, 14, 179);
		lat[i] = near(y, 9, 78);
	}
	return { lon, lat };
}

function createStarts(random: () => number, events: number): Int32Array {
	const bursts = Array.from({ length: BURSTS }, () => ({ at: random() * SPAN, seconds: (5 + random() * 25) * DAY }));
	const start = new Int32Array(events);
	for (let i = 0; i < events; i++) {
		const burst = bursts[Math.floor(random() * BURSTS)];
		const even = random() < 0.7 || burst === undefined;
		const second = even ? random() * SPAN : burst.at + (random() + random() - 1) * burst.seconds;
		const at = Math.max(0, Math.min(SPAN - 1, Math.floor(second)));
		const midnight = at - (at % DAY);
		start[i] = random() < 0.2 ? midnight : Math.max(at, midnight + 1);
	}
	return start.sort();
}

/** What lasts does so in whole days, as dates in the product's format do; all else is an instant, and never at midnight. */
export function lasts(start: number): boolean {
	return start % DAY === 0;
}

/** Events that start in one second stand by their end. */
function orderEnds(start: Int32Array, end: Int32Array): void {
	for (let from = 0, to = 0; from < start.length; from = to) {
		while (to < start.length && start[to] === start[from]) to++;
		if (to - from > 1) end.subarray(from, to).sort();
	}
}

/** Draws places; which of them is the k-th is shuffled. */
function zipf(random: () => number, places: number): () => number {
	const sums = new Float64Array(places);
	let sum = 0;
	for (let i = 0; i < places; i++) sums[i] = sum += 1 / (i + 1);
	const ranks = Uint32Array.from({ length: places }, (_, i) => i);
	for (let i = places - 1; i > 0; i--) {
		const other = Math.floor(random() * (i + 1));
		[ranks[i], ranks[other]] = [ranks[other] ?? 0, ranks[i] ?? 0];
	}
	return () => {
		const wanted = random() * sum;
		let [low, high] = [0, places - 1];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((sums[middle] ?? 0) < wanted) low = middle + 1;
			else high = middle;
		}
		return ranks[low] ?? 0;
	};
}
