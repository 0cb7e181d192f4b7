import { addTo, type Granularity } from '$lib/core/granularity.ts';
import { meanLength } from '$lib/core/rounding.ts';
import type { Interval } from '$lib/core/interval.ts';
import type { EventId } from '$lib/core/model.ts';
import type { DateLabels } from '$lib/i18n/dates.ts';
import { layoutAxis, type Axis, type AxisWords } from './axis.ts';
import { columnsOf, type BinColumns } from './bin-columns.ts';
import type { TimelineEvent } from './events.ts';
import { looseMarks, type MarkShape } from './layout.ts';
import { metricsFor, type Metrics } from './metrics.ts';
import { arrangeRows, crowdedRows, planRows, type Row } from './rows.ts';
import { createSteps, type Precision, type Steps } from './steps.ts';
import type { TimeScale } from './time-scale.ts';
import { isWhole } from './viewport.ts';

/** Everything that is drawn for one width and one part of the axis. */
export interface Picture {
	readonly metrics: Metrics;
	readonly scale: TimeScale;
	readonly steps: Steps;
	readonly axis: Axis;
	readonly marks: readonly MarkShape[];
	/** From the axis upwards; more than one when the events stand in rows by category. */
	readonly rows: readonly Row[];
	/** Calendar periods across the screen: what the histogram counts by, and what a press in the lanes picks. */
	readonly bins: BinColumns;
	/** Some events have no mark of their own, and are counted. */
	readonly isBinned: boolean;
	/** A mark for one event by itself, where it would stand without any other; `null`: not on screen, or without a date. */
	single(id: EventId): MarkShape | null;
}

export interface PictureOptions {
	/** Of the band. */
	readonly widthPx: number;
	readonly scale: TimeScale;
	readonly precision: Precision;
	/** As in a Result: what breaks nothing passes the filters; `null`: all do. Where all have no room for marks, these may. */
	readonly broken: Uint16Array | null;
	/** Events are too many to be looked at one by one: none has a mark, all are counted. */
	readonly isCrowded: boolean;
	/** Of what is only counted: what stands by itself, which the axis names as it does a date. ms. */
	readonly lone: readonly Interval[];
	/** Slots of the categories that get a row each, in order from the top; `null`: all events together. */
	readonly byCategory: readonly number[] | null;
	readonly words: AxisWords;
	/** Width of a text in px at a font size. */
	readonly measure: (text: string, fontPx: number) => number;
}

/** How far outside the screen a date may lie of which something is still seen. */
const MARGIN_PX = 60;
/** Longest label, in characters. */
const LABEL_LENGTH = 54;
const COMPACT_LABEL_LENGTH = 30;

export function createPicture(events: readonly TimelineEvent[], options: PictureOptions): Picture {
	const { widthPx, scale, words, precision, broken, byCategory, isCrowded, lone } = options;
	const zoomed = !isWhole(scale);
	const own = metricsFor(widthPx, { zoomed });
	const { compact, fontPx, radiusPx } = own;
	const measure = (text: string): number => options.measure(text, fontPx);
	// A mark reaches a little further than its date: a sign, a question mark, the fading of an unknown side.
	const margin = (MARGIN_PX / scale.widthPx) * (scale.view.end - scale.view.start);
	const [from, to] = [scale.view.start - margin, scale.view.end + margin];
	const inView = !zoomed ? events : events.filter(({ reach }) => reach.start < to && reach.end > from);
	const toMark = (labelled: boolean) => {
		return ({ id, drawing, title }: TimelineEvent) => {
			const label = shorten(title, compact ? COMPACT_LABEL_LENGTH : LABEL_LENGTH);
			return { id, drawing, label, labelPx: labelled ? measure(label) : 0 };
		};
	};
	const arrangeAll = (some: readonly TimelineEvent[]) => {
		const toPlan = { scale, metrics: own, toMark: toMark(false) };
		const plan = byCategory === null ? null : planRows(some, byCategory, own.lanes, toPlan);
		const metrics = metricsFor(widthPx, { zoomed, lanes: plan?.reduce((sum, { lanes }) => sum + lanes, 0) ?? 0 });
		const arranged = arrangeRows(some, plan, { scale, metrics, toMark: toMark(true) });
		return { ...arranged, metrics, isBinned: arranged.rows.some(({ strip }) => strip > 0) };
	};
	const crowd = () => {
		const of = crowdedRows(byCategory, own.lanes);
		const metrics = metricsFor(widthPx, { zoomed, lanes: of.reduce((sum, { lanes }) => sum + lanes, 0) });
		return { marks: [], rows: of, metrics, isBinned: true };
	};
	const everything = isCrowded ? crowd() : arrangeAll(inView);
	const { marks, rows, metrics, isBinned } =
		everything.isBinned && broken !== null && !isCrowded
			? arrangeAll(inView.filter(({ row }) => broken[row] === 0))
			: everything;
	const periods = isCrowded ? lone : inView.flatMap(({ drawing }) => drawing.pieces);
	return {
		metrics,
		scale,
		steps: createSteps(scale, precision),
		axis: layoutAxis(scale, periods, words, { stacked: compact, precision, edgePx: metrics.padPx - 2, measure }),
		marks,
		rows,
		isBinned,
		bins: columnsOf(scale, precision, isBinned ? 'bars' : 'targets'),
		single: (id) => {
			const event = events.find((candidate) => candidate.id === id);
			const [loose] = event === undefined ? [] : looseMarks([toMark(false)(event)], scale, radiusPx);
			return loose === undefined ? null : { ...loose.parts, lane: metrics.lanes - 1, label: null };
		}
	};
}

function shorten(title: string, length: number): string {
	if (title.length <= length) return title;
	const cut = title.slice(0, length - 1);
	const space = cut.lastIndexOf(' ');
	return `${space > length / 2 ? cut.slice(0, space) : cut}…`;
}

/** The words of the axis from the dates of the interface's language. */
export function axisWords(dates: DateLabels): AxisWords {
	const format = (options: Intl.DateTimeFormatOptions): ((ms: number) => string) => {
		const formatter = new Intl.DateTimeFormat(dates.locale, { ...options, calendar: 'gregory', timeZone: 'UTC' });
		return (ms) => formatter.format(ms);
	};
	return {
		year: (ms) => dates.instant(ms, 'year', 'short'),
		monthYear: (ms) => dates.instant(ms, 'month', 'short'),
		month: format({ month: 'short' }),
		day: format({ day: 'numeric' }),
		time: format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
		dayTime: (ms) => dates.instant(ms, 'minute', 'short'),
		period: (interval) => dates.range(interval, 'short'),
		length: (interval) => dates.duration(wholeUnits(interval))
	};
}

/** Cut to the whole years it holds, or months, or days: a gap is never said to be longer than it is. */
export function wholeUnits({ start, end }: Interval): Interval {
	for (const unit of ['year', 'month', 'day', 'hour', 'minute'] satisfies Granularity[]) {
		let count = Math.ceil((end - start) / meanLength(unit)) + 1;
		while (count > 0 && addTo(start, unit, count) > end) count--;
		if (count > 0) return { start, end: addTo(start, unit, count) };
	}
	return { start, end };
}
