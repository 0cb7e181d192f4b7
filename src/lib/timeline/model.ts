import type { Catalogue } from '$lib/core/catalogue.ts';
import { addTo, meanLength, type Granularity } from '$lib/core/granularity.ts';
import { hull, type Interval } from '$lib/core/interval.ts';
import type { EventId, LocalizedText, Status } from '$lib/core/model.ts';
import type { DateLabels } from '$lib/i18n/dates.ts';
import { layoutAxis, type Axis, type AxisWords } from './axis.ts';
import { columnsOf, type BinColumns } from './bin-columns.ts';
import { looseMarks, type MarkShape } from './layout.ts';
import { contentOf, drawingOf, type Drawing } from './pieces.ts';
import { arrangeRows, type Row } from './rows.ts';
import { createSteps, type Precision, type Steps } from './steps.ts';
import type { ScaleOptions, TimeScale } from './time-scale.ts';
import { isWhole } from './viewport.ts';

/** One dated event, with what does not change while the page lives. */
export interface TimelineEvent {
	readonly id: EventId;
	readonly drawing: Drawing;
	/** From its first to its last instant on the axis; infinite towards an open side. */
	readonly reach: Interval;
	readonly title: string;
	readonly slot: number;
	readonly status: Status;
}

/** Sizes in px that follow from the room there is. */
export interface Metrics {
	readonly compact: boolean;
	/** Left and right of the axis. */
	readonly padPx: number;
	/** Where the handles run, above the marks. */
	readonly railPx: number;
	readonly lanes: number;
	readonly lanePx: number;
	readonly axisPx: number;
	/** Below the axis: the whole of it in small, while a part of it is shown. */
	readonly overviewPx: number;
	readonly radiusPx: number;
	readonly fontPx: number;
}

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
	readonly metrics: Metrics;
	readonly scale: TimeScale;
	readonly precision: Precision;
	/** Slots of the categories that get a row each, in order from the top; `null`: all events together. */
	readonly byCategory: readonly number[] | null;
	readonly words: AxisWords;
	/** Width of a text in px at a font size. */
	readonly measure: (text: string, fontPx: number) => number;
}

/** Below this width of the band the picture is the one for phones. The style sheet of Timeline.svelte says the same. */
export const COMPACT_PX = 640;
/** Longest label, in characters. */
const LABEL_LENGTH = 54;
const COMPACT_LABEL_LENGTH = 30;

const WIDE: Metrics = {
	compact: false,
	padPx: 24,
	railPx: 28,
	lanes: 7,
	lanePx: 15,
	axisPx: 26,
	overviewPx: 0,
	radiusPx: 5,
	fontPx: 12
};
const COMPACT: Metrics = {
	compact: true,
	padPx: 16,
	railPx: 34,
	lanes: 7,
	lanePx: 12,
	axisPx: 36,
	overviewPx: 0,
	radiusPx: 4,
	fontPx: 11
};

/** `zoomed`: two lanes make room for the overview. `rows`: as many lanes at least. The height is always the same. */
export function metricsFor(widthPx: number, { zoomed = false, rows = 0 } = {}): Metrics {
	const all = widthPx < COMPACT_PX ? COMPACT : WIDE;
	const overviewPx = zoomed ? 2 * all.lanePx - 4 : 0;
	const roomPx = all.lanes * all.lanePx - overviewPx;
	const lanes = Math.max(Math.floor(roomPx / all.lanePx), rows);
	const lanePx = roomPx / lanes;
	return { ...all, lanes, lanePx, overviewPx, radiusPx: Math.min(all.radiusPx, lanePx / 2 - 1) };
}

/** Height of the band. */
export function heightOf({ railPx, lanes, lanePx, axisPx, overviewPx }: Metrics): number {
	return railPx + lanes * lanePx + axisPx + overviewPx;
}

/** Sizes of the axis of a band. */
export function scaleOptions(widthPx: number, rtl: boolean): ScaleOptions {
	const { padPx, compact } = metricsFor(widthPx);
	return {
		widthPx: Math.max(1, widthPx - 2 * padPx),
		rtl,
		foldPx: compact ? 26 : 72,
		minPx: compact ? 32 : 64,
		airPx: compact ? 6 : 12
	};
}

export function timelineEvents(catalogue: Catalogue, text: (text: LocalizedText) => string): readonly TimelineEvent[] {
	return catalogue.events.flatMap((item) => {
		const drawing = drawingOf(item, catalogue.dateOf);
		if (drawing === null) return [];
		const { id, category, title, status } = item.event;
		const slot = catalogue.categoryById.get(category)?.slot ?? 0;
		return [{ id, drawing, reach: reachOf(drawing), title: text(title), slot, status }];
	});
}

/** How fine the dates of the data are at their finest. */
export function precisionOf(events: readonly TimelineEvent[]): Precision {
	const isTime = ({ start, end }: Interval): boolean => end - start < meanLength('day');
	return events.some(({ drawing }) => drawing.pieces.some(isTime)) ? 'minute' : 'day';
}

function reachOf(drawing: Drawing): Interval {
	const whole = hull(contentOf(drawing)) ?? { start: 0, end: 0 };
	return {
		start: drawing.before === 'open' ? -Infinity : whole.start,
		end: drawing.after === 'open' ? Infinity : whole.end
	};
}

export function createPicture(events: readonly TimelineEvent[], options: PictureOptions): Picture {
	const { metrics, scale, words, precision, byCategory } = options;
	const { compact, fontPx, radiusPx } = metrics;
	const measure = (text: string): number => options.measure(text, fontPx);
	// A mark reaches a little further than its date: a sign, a question mark, the fading of an unknown side.
	const margin = (MARGIN_PX / scale.widthPx) * (scale.view.end - scale.view.start);
	const [from, to] = [scale.view.start - margin, scale.view.end + margin];
	const inView = isWhole(scale) ? events : events.filter(({ reach }) => reach.start < to && reach.end > from);
	const toMark = (labelled: boolean) => {
		return ({ id, drawing, title }: TimelineEvent) => {
			const label = shorten(title, compact ? COMPACT_LABEL_LENGTH : LABEL_LENGTH);
			return { id, drawing, label, labelPx: labelled ? measure(label) : 0 };
		};
	};
	const periods = inView.flatMap(({ drawing }) => drawing.pieces);
	const { marks, rows } = arrangeRows(inView, byCategory, { scale, metrics, toMark: toMark(true) });
	const isBinned = rows.some(({ strip }) => strip > 0);
	const byId = new Map(events.map((event) => [event.id, event]));
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
			const event = byId.get(id);
			const [loose] = event === undefined ? [] : looseMarks([toMark(false)(event)], scale, radiusPx);
			return loose === undefined ? null : { ...loose.parts, lane: metrics.lanes - 1, label: null };
		}
	};
}

const MARGIN_PX = 60;

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
