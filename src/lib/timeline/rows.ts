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
/** The least that a histogram is seen in. */
const MIN_STRIP = 2;
/** Where a mark finds no room, its neighbours within this distance are counted with it. */
const CROWD_PX = 12;

/**
 * Marks of their own for the events that have room, and a histogram below for the rest. How much of the row the histogram
 * takes grows with the share of events that have none, lane by lane, so that zooming turns one picture into the other
 * without a leap. Where it is crowded no event is singled out: there, all are counted.
 */
export function arrangeRows(
	events: readonly TimelineEvent[],
	slots: readonly number[] | null,
	options: RowOptions
): { readonly marks: readonly MarkShape[]; readonly rows: readonly Row[] } {
	const { lanes } = options.metrics;
	if (slots === null || slots.length === 0) return arrange(events, { slot: null, lane: 0, lanes }, options);
	const groups = slots.map((slot) => events.filter((event) => event.slot === slot));
	const shares = shareLanes(
		groups.map((group) => group.length),
		lanes
	);
	let lane = lanes;
	const arranged = groups.map((group, i) => {
		const share = shares[i] ?? 1;
		lane -= share;
		return arrange(group, { slot: slots[i] ?? null, lane, lanes: share }, options);
	});
	return { marks: arranged.flatMap(({ marks }) => marks), rows: arranged.flatMap(({ rows }) => rows) };
}

/** Each one lane; the rest to those with most events for a lane. */
function shareLanes(counts: readonly number[], lanes: number): readonly number[] {
	const shares = counts.map(() => 1);
	for (let left = lanes - counts.length; left > 0; left--) {
		const load = counts.map((count, i) => count / (shares[i] ?? 1));
		const at = load.indexOf(Math.max(...load));
		shares[at] = (shares[at] ?? 0) + 1;
	}
	return shares;
}

function arrange(
	events: readonly TimelineEvent[],
	row: Omit<Row, 'strip'>,
	{ scale, metrics, toMark }: RowOptions
): { readonly marks: readonly MarkShape[]; readonly rows: readonly Row[] } {
	const { radiusPx } = metrics;
	const raised = (marks: readonly MarkShape[], by: number): readonly MarkShape[] =>
		marks.map((mark) => ({ ...mark, lane: mark.lane + row.lane + by }));
	const binned = { marks: [], rows: [{ ...row, strip: row.lanes }] };
	// So many would not fit side by side, whatever their dates: no need to try.
	if (events.length > (row.lanes * scale.widthPx) / (2 * radiusPx + GAP_PX)) return binned;
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
