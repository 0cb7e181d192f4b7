import { countBelow } from './sorted.ts';
import type { TimelineEvent } from './events.ts';
import type { Metrics } from './metrics.ts';
import { anchorOf, layoutMarks, looseMarks, type LooseMark, type MarkInput, type MarkShape } from './layout.ts';
import type { TimeScale } from './time-scale.ts';

/** A row of lanes above the axis. */
export interface Row {
	/** The category that it is for; `null`: all of them. */
	readonly slot: number | null;
	/** The lowest of its lanes, counted from the axis. */
	readonly lane: number;
	readonly lanes: number;
	/** How many of its lanes, from below, the histogram takes: 0 while every event has room for a mark of its own. */
	readonly strip: number;
}

interface RowOptions {
	readonly scale: TimeScale;
	readonly metrics: Metrics;
	readonly toMark: (event: TimelineEvent) => MarkInput;
}

/** So much more may be without marks than the histogram's share of the row: marks say more than bars. */
const TOLERANCE = 0.15;
/** Between two marks. */
const GAP_PX = 4;
/** The most lanes of one category among others, and how many it gets where even those are too few. */
const MOST_OF_ROW = 5;
const CROWDED_LANES = 3;
/** The least that a histogram is seen in. */
const MIN_STRIP = 2;
/** Where a mark finds no room, its neighbours within this distance are counted with it. */
const CROWD_PX = 12;

/**
 * Marks of their own for the events that have room, and below them, where some have none, a histogram of them all. How much
 * of the row it takes grows with the share of events that have none, lane by lane, so that zooming turns one picture into the other
 * without a leap. Where it is crowded no event is singled out: there, all are counted.
 */
export function arrangeRows(
	events: readonly TimelineEvent[],
	plan: readonly RowPlan[] | null,
	options: RowOptions
): { readonly marks: readonly MarkShape[]; readonly rows: readonly Row[] } {
	const { lanes } = options.metrics;
	if (plan === null || plan.length === 0) return arrange(events, { slot: null, lane: 0, lanes }, options);
	let lane = lanes;
	const arranged = plan.map((row) => {
		lane -= row.lanes;
		return arrange(row.events, { slot: row.slot, lane, lanes: row.lanes }, options);
	});
	return { marks: arranged.flatMap(({ marks }) => marks), rows: arranged.flatMap(({ rows }) => rows) };
}

/** The same where events are too many to be looked at one by one: all are counted, in a row for each of the slots. */
export function crowdedRows(slots: readonly number[] | null, lanes: number): readonly Row[] {
	if (slots === null || slots.length === 0) return [{ slot: null, lane: 0, lanes, strip: lanes }];
	const each = Math.max(CROWDED_LANES, Math.floor(lanes / slots.length));
	return slots.map((slot, i) => ({ slot, lane: (slots.length - 1 - i) * each, lanes: each, strip: each }));
}

/** The events of one category, and the lanes that they get. */
export interface RowPlan {
	readonly slot: number;
	readonly events: readonly TimelineEvent[];
	readonly lanes: number;
}

/** A row for each category, from the top: as many lanes as its events need, within reason, and `lanes` together at least. */
export function planRows(
	events: readonly TimelineEvent[],
	slots: readonly number[],
	lanes: number,
	options: RowOptions
): readonly RowPlan[] {
	const groups = slots.map((slot) => events.filter((event) => event.slot === slot));
	const needs = groups.map((group) => {
		const isCrowded = group.length > roomOf(MOST_OF_ROW, options);
		if (isCrowded) return CROWDED_LANES;
		const loose = looseMarks(group.map(options.toMark), options.scale, options.metrics.radiusPx);
		const { radiusPx } = options.metrics;
		const { marks, overflow } = layoutMarks(loose, options.scale, { lanes: MOST_OF_ROW, radiusPx, gapPx: GAP_PX });
		return overflow.length > 0 ? CROWDED_LANES : Math.max(1, ...marks.map(({ lane }) => lane + 1));
	});
	for (let left = lanes - needs.reduce((sum, need) => sum + need, 0); left > 0; left--) {
		const load = groups.map((group, i) => group.length / (needs[i] ?? 1));
		const at = load.indexOf(Math.max(...load));
		needs[at] = (needs[at] ?? 0) + 1;
	}
	return slots.map((slot, i) => ({ slot, events: groups[i] ?? [], lanes: needs[i] ?? 1 }));
}

/** So many marks fit side by side into so many lanes, whatever their dates. */
function roomOf(lanes: number, { scale, metrics }: RowOptions): number {
	return (lanes * scale.widthPx) / (2 * metrics.radiusPx + GAP_PX);
}

function arrange(
	events: readonly TimelineEvent[],
	row: Omit<Row, 'strip'>,
	options: RowOptions
): { readonly marks: readonly MarkShape[]; readonly rows: readonly Row[] } {
	const { scale, toMark } = options;
	const { radiusPx } = options.metrics;
	const raised = (marks: readonly MarkShape[], by: number): readonly MarkShape[] =>
		marks.map((mark) => ({ ...mark, lane: mark.lane + row.lane + by }));
	const binned = { marks: [], rows: [{ ...row, strip: row.lanes }] };
	// So many would not fit side by side, whatever their dates: no need to try.
	if (events.length > roomOf(row.lanes, options)) return binned;
	const loose = looseMarks(events.map(toMark), scale, radiusPx);
	const pack = (marks: readonly LooseMark[], lanes: number) =>
		layoutMarks(marks, scale, { lanes, radiusPx, gapPx: GAP_PX });
	const all = pack(loose, row.lanes);
	if (all.overflow.length === 0) return { marks: raised(all.marks, 0), rows: [{ ...row, strip: 0 }] };
	for (let strip = MIN_STRIP; strip < row.lanes; strip++) {
		const some = pack(loose, row.lanes - strip);
		const crowded = some.overflow.map(anchorOf).sort((a, b) => a - b);
		const alone = loose.filter((mark) => !isNear(anchorOf(mark), crowded));
		if ((loose.length - alone.length) / loose.length > strip / row.lanes + TOLERANCE) continue;
		return { marks: raised(pack(alone, row.lanes - strip).marks, strip), rows: [{ ...row, strip }] };
	}
	return binned;
}

/** `sorted` px. */
function isNear(x: number, sorted: readonly number[]): boolean {
	return (sorted[countBelow(sorted, x - CROWD_PX)] ?? Infinity) <= x + CROWD_PX;
}
