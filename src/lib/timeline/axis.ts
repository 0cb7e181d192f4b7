import { scaleUtc } from 'd3-scale';
import { floorTo, periodAt } from '$lib/core/granularity.ts';
import { meanLength } from '$lib/core/rounding.ts';
import { overlaps, sameInterval, type Interval } from '$lib/core/interval.ts';
import type { Extent } from './lanes.ts';
import { finestIn, type Precision } from './steps.ts';
import { foldsInView, segmentsInView, type Fold, type Segment, type TimeScale } from './time-scale.ts';

/** The words of an axis, in the reader's language. Instants in ms UTC. */
export interface AxisWords {
	year(ms: number): string;
	/** With its year. */
	monthYear(ms: number): string;
	month(ms: number): string;
	day(ms: number): string;
	time(ms: number): string;
	/** Day and time. */
	dayTime(ms: number): string;
	/** A whole period, however long. */
	period(interval: Interval): string;
	/** Length in words. */
	length(interval: Interval): string;
}

export interface AxisLabel extends Extent {
	readonly text: string;
	/** 0 next to the axis; 1 below it. */
	readonly row: 0 | 1;
	readonly isFold: boolean;
}

export interface Axis {
	/** Where ticks stand, px. */
	readonly ticks: readonly number[];
	/** No two of one row touch. */
	readonly labels: readonly AxisLabel[];
}

export interface AxisOptions {
	/** Two rows of short labels, for narrow screens: lengths of folded gaps, years beside months, go below. */
	readonly stacked: boolean;
	readonly precision: Precision;
	/** How far a label may hang over the ends of the axis. */
	readonly edgePx: number;
	/** Width of a text, px. */
	readonly measure: (text: string) => number;
}

/** Between two labels. */
const GAP_PX = 8;
/** From a tick to the label that begins with it. */
const INSET_PX = 3;
const MIN_TICK_PX = 9;
/** Wider than this a segment has ticks of its own. */
const MAX_END_PX = 160;
const LABEL_STEPS_PX = [28, 42, 60, 84, 120, 180, 300, 500];

/** `periods`: what is drawn; a segment that holds one period alone is labelled with it. */
export function layoutAxis(
	scale: TimeScale,
	periods: readonly Interval[],
	words: AxisWords,
	{ stacked, precision, edgePx, measure }: AxisOptions
): Axis {
	const ticks: number[] = [];
	const labels: AxisLabel[] = [];
	const rows: [Extent[], Extent[]] = [[], []];
	const add = (label: AxisLabel): boolean => {
		const taken = rows[label.row];
		const isFree = taken.every(({ x0, x1 }) => label.x0 >= x1 + GAP_PX || label.x1 + GAP_PX <= x0);
		if (!isFree || label.x0 < -edgePx || label.x1 > scale.widthPx + edgePx) return false;
		taken.push(label);
		labels.push(label);
		return true;
	};
	/** Beside the words of a gap that reach over it, a name moves to where its segment has room. */
	const addNear = (text: string, x: number, { x0, x1 }: Segment): boolean => {
		const half = measure(text) / 2;
		return [x, x0 + half, x1 - half].some((at) => add(centred(text, at, measure, scale.widthPx)));
	};
	for (const fold of foldsInView(scale)) add(foldLabel(fold, words, stacked, measure, scale.widthPx));
	for (const segment of segmentsInView(scale)) {
		const finest = finestIn(segment, scale, precision);
		const sole = solePeriod(segment, periods);
		if (sole !== null && addNear(words.period(sole), soleMiddle(sole, scale), segment)) continue;
		const end = sole === null ? endOfLong(segment, periods) : null;
		if (end !== null && addNear(words.year(end), (segment.x0 + segment.x1) / 2, segment)) continue;
		ticks.push(...minorTicks(segment, finest).map((ms) => scale.toPx(ms)));
		if (!labelSegment(segment, scale, words, { stacked, precision, edgePx, measure }, finest, add)) {
			const middle = (segment.content.start + segment.content.end) / 2;
			fallbackWords(middle, segment, words).find((text) => addNear(text, scale.toPx(middle), segment));
		}
	}
	return { ticks, labels };
}

/** Where no tick of the calendar can be named: the day, where a moment of it is all that there is, or the year. */
function fallbackWords(ms: number, { start, end }: Segment, words: AxisWords): readonly string[] {
	const isMoment = end - start <= 2 * meanLength('day');
	return [...(isMoment ? [words.period(periodAt(ms, 'day'))] : []), words.year(ms)];
}

/** The densest labels that all fit, from the calendar's own steps. */
function labelSegment(
	segment: Segment,
	scale: TimeScale,
	words: AxisWords,
	{ stacked, edgePx, measure }: AxisOptions,
	finest: Precision,
	add: (label: AxisLabel) => boolean
): boolean {
	const room = roomOf(segment, scale, edgePx);
	for (const stepPx of LABEL_STEPS_PX) {
		const instants = calendarTicks(segment, stepPx, finest);
		const label = (ms: number, text: string, row: 0 | 1): AxisLabel => {
			const at = scale.toPx(ms) + (scale.rtl ? -INSET_PX : INSET_PX);
			const width = measure(text);
			return { text, x0: scale.rtl ? at - width : at, x1: scale.rtl ? at : at + width, row, isFold: false };
		};
		const texts = tickTexts(instants, words);
		const isIn = ({ x0, x1 }: AxisLabel): boolean => x0 >= room.x0 && x1 <= room.x1;
		const labels = texts.map(({ ms, short, larger, whole }) => label(ms, stacked || larger === '' ? short : whole, 0));
		const fitting = labels.filter(isIn);
		const ordered = [...fitting].sort((a, b) => a.x0 - b.x0);
		const areApart = ordered.every((label, i) => i === 0 || label.x0 >= (ordered[i - 1]?.x1 ?? 0) + GAP_PX);
		// The last one may lack room at the edge; more than that, and a coarser step reads better.
		if (fitting.length === 0 || !areApart || fitting.length < labels.length - 1) continue;
		let count = 0;
		// The larger period is said at the next tick where the one that begins it has no room.
		let unsaid = '';
		for (const { ms, short, larger, whole } of texts) {
			if (larger !== '') unsaid = larger;
			const own = label(ms, stacked || unsaid === '' ? short : whole, 0);
			const isAdded = isIn(own) && add(own);
			if (isAdded) count++;
			if (unsaid !== '' && (stacked ? add(label(ms, unsaid, 1)) : isAdded)) unsaid = '';
		}
		if (count === 0) continue;
		return true;
	}
	return false;
}

/** A label may hang over the end of its segment into the gap, as far as the gap's own words leave room. */
function roomOf({ x0, x1 }: Segment, scale: TimeScale, edgePx: number): Extent {
	return scale.rtl
		? { x0: x0 <= 0 ? -edgePx : x0 - GAP_PX, x1: x1 + INSET_PX }
		: { x0: x0 - INSET_PX, x1: x1 >= scale.widthPx ? scale.widthPx + edgePx : x1 + GAP_PX };
}

function calendarTicks({ start, end, x0, x1 }: Segment, stepPx: number, finest: Precision): readonly number[] {
	const ticks = scaleUtc()
		.domain([start, end])
		.ticks(Math.max(1, (x1 - x0) / stepPx))
		.map((date) => date.getTime());
	return ticks.filter((ms) => ms >= start && ms <= end && (finest === 'minute' || floorTo(ms, 'day') === ms));
}

/** Finer than what is labelled, as long as they stay apart. */
function minorTicks(segment: Segment, finest: Precision): readonly number[] {
	for (const stepPx of [MIN_TICK_PX, 2 * MIN_TICK_PX, 4 * MIN_TICK_PX]) {
		const ticks = calendarTicks(segment, stepPx, finest);
		const pxPerMs = (segment.x1 - segment.x0) / (segment.end - segment.start);
		const isApart = ticks.every((ms, i) => i === 0 || (ms - (ticks[i - 1] ?? -Infinity)) * pxPerMs >= MIN_TICK_PX);
		if (isApart) return ticks;
	}
	return [];
}

interface TickText {
	readonly ms: number;
	/** What changes with it. */
	readonly short: string;
	/** The larger period, where it begins or is not yet said; else empty. */
	readonly larger: string;
	/** Both, also where the larger one is said already. */
	readonly whole: string;
}

function tickTexts(instants: readonly number[], words: AxisWords): readonly TickText[] {
	type Unit = 'year' | 'month' | 'day';
	const beginAll = (unit: Unit): boolean => instants.every((ms) => floorTo(ms, unit) === ms);
	const texts = (unit: Unit, short: (ms: number) => string, larger: (ms: number) => string, whole: typeof larger) =>
		instants.map((ms, i): TickText => {
			const before = instants[i - 1];
			const isSaid = before !== undefined && floorTo(before, unit) === floorTo(ms, unit);
			return { ms, short: short(ms), larger: isSaid ? '' : larger(ms), whole: whole(ms) };
		});
	const dayOf = (ms: number): string => words.period(periodAt(ms, 'day'));
	if (beginAll('year')) return instants.map((ms) => ({ ms, short: words.year(ms), larger: '', whole: words.year(ms) }));
	if (beginAll('month')) return texts('year', words.month, words.year, words.monthYear);
	if (beginAll('day')) return texts('month', words.day, words.monthYear, dayOf);
	return texts('day', words.time, dayOf, (ms) => (floorTo(ms, 'day') === ms ? dayOf(ms) : words.dayTime(ms)));
}

/** What lasts all through a segment and beyond is no reason to name its days. */
function isAround(period: Interval, content: Interval): boolean {
	return period.start < content.start && period.end > content.end;
}

function solePeriod({ content }: Segment, periods: readonly Interval[]): Interval | null {
	let sole: Interval | null = null;
	for (const period of periods) {
		if (!overlaps(period, content) || isAround(period, content) || (sole !== null && sameInterval(period, sole)))
			continue;
		if (sole !== null) return null;
		sole = period;
	}
	return sole !== null && sole.start >= content.start && sole.end <= content.end ? sole : null;
}

/** An instant of the end of something long, where no period lies whole: its year says more than a day of it. */
function endOfLong({ content, x0, x1 }: Segment, periods: readonly Interval[]): number | null {
	if (x1 - x0 > MAX_END_PX) return null;
	const isIn = (ms: number): boolean => ms >= content.start && ms <= content.end;
	if (periods.some(({ start, end }) => isIn(start) && isIn(end))) return null;
	for (const { start, end } of periods) {
		if (isIn(start)) return start;
		if (isIn(end)) return end - 1;
	}
	return null;
}

function soleMiddle({ start, end }: Interval, scale: TimeScale): number {
	return (scale.toPx(start) + scale.toPx(end)) / 2;
}

function foldLabel(
	fold: Fold,
	words: AxisWords,
	below: boolean,
	measure: (text: string) => number,
	widthPx: number
): AxisLabel {
	const label = centred(words.length(fold), (fold.x0 + fold.x1) / 2, measure, widthPx);
	return { ...label, row: below ? 1 : 0, isFold: true };
}

/** Moved inwards where it would hang over an edge. */
function centred(text: string, x: number, measure: (text: string) => number, widthPx: number): AxisLabel {
	const width = measure(text);
	const x0 = Math.max(0, Math.min(x - width / 2, widthPx - width));
	return { text, x0, x1: x0 + width, row: 0, isFold: false };
}
