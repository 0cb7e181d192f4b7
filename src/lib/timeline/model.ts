import type { Catalogue } from '$lib/core/catalogue.ts';
import { addTo, meanLength, type Granularity } from '$lib/core/granularity.ts';
import type { Interval } from '$lib/core/interval.ts';
import type { EventId, LocalizedText, Status } from '$lib/core/model.ts';
import type { DateLabels } from '$lib/i18n/dates.ts';
import { layoutAxis, type Axis, type AxisWords } from './axis.ts';
import { binEvents, type Density } from './density.ts';
import { foldGaps } from './folds.ts';
import { layoutMarks, type MarkShape } from './layout.ts';
import { contentOf, drawingOf, type Drawing } from './pieces.ts';
import { createSteps, type Steps } from './steps.ts';
import { createTimeScale, maxFolds, type TimeScale } from './time-scale.ts';

/** One dated event, with what does not change while the page lives. */
export interface TimelineEvent {
	readonly id: EventId;
	readonly drawing: Drawing;
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
	readonly radiusPx: number;
	readonly fontPx: number;
}

/** Everything that is drawn for one width. */
export interface Picture {
	readonly metrics: Metrics;
	readonly scale: TimeScale;
	readonly steps: Steps;
	readonly axis: Axis;
	readonly marks: readonly MarkShape[];
	/** Events that found no room of their own; `null` when all have. */
	readonly density: Density | null;
}

export interface PictureOptions {
	/** Of the whole band. */
	readonly widthPx: number;
	readonly rtl: boolean;
	readonly folded: boolean;
	readonly words: AxisWords;
	/** Width of a text in px at a font size. */
	readonly measure: (text: string, fontPx: number) => number;
}

/** Below this width of the band the picture is the one for phones. The style sheet of Timeline.svelte says the same. */
export const COMPACT_PX = 640;
/** More single marks than this are no picture any more. */
const MAX_SINGLE = 400;
/** Longest label, in characters. */
const LABEL_LENGTH = 54;
const COMPACT_LABEL_LENGTH = 30;
/** Lanes given up to density when it stands below single marks. */
const DENSITY_LANES = 2;

const WIDE: Metrics = {
	compact: false,
	padPx: 24,
	railPx: 28,
	lanes: 7,
	lanePx: 15,
	axisPx: 26,
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
	radiusPx: 4,
	fontPx: 11
};

export function metricsFor(widthPx: number): Metrics {
	return widthPx < COMPACT_PX ? COMPACT : WIDE;
}

/** Height of the band. */
export function heightOf({ railPx, lanes, lanePx, axisPx }: Metrics): number {
	return railPx + lanes * lanePx + axisPx;
}

export function timelineEvents(catalogue: Catalogue, text: (text: LocalizedText) => string): readonly TimelineEvent[] {
	return catalogue.events.flatMap((item) => {
		const drawing = drawingOf(item, catalogue.dateOf);
		if (drawing === null) return [];
		const { id, category, title, status } = item.event;
		return [{ id, drawing, title: text(title), slot: catalogue.categoryById.get(category)?.slot ?? 0, status }];
	});
}

/** `null`: nothing is dated. */
export function createPicture(events: readonly TimelineEvent[], options: PictureOptions): Picture | null {
	const { widthPx, rtl, folded, words } = options;
	const metrics = metricsFor(widthPx);
	const { compact, fontPx } = metrics;
	const measure = (text: string): number => options.measure(text, fontPx);
	const contents = events.flatMap(({ drawing }) => contentOf(drawing));
	const sizes = {
		widthPx: widthPx - 2 * metrics.padPx,
		rtl,
		foldPx: compact ? 26 : 72,
		minPx: compact ? 32 : 64,
		airPx: compact ? 6 : 12
	};
	const scale = createTimeScale(foldGaps(contents, folded ? maxFolds(sizes) : 0), sizes);
	if (scale === null) return null;
	const periods = events.flatMap(({ drawing }) => drawing.pieces);
	const hasTimes = periods.some(({ start, end }) => end - start < meanLength('day'));
	const finest = hasTimes ? 'minute' : 'day';
	return {
		metrics,
		scale,
		steps: createSteps(scale, finest),
		axis: layoutAxis(scale, periods, words, { stacked: compact, finest, edgePx: metrics.padPx - 2, measure }),
		...place(events, scale, metrics, measure)
	};
}

function place(
	events: readonly TimelineEvent[],
	scale: TimeScale,
	metrics: Metrics,
	measure: (text: string) => number
): Pick<Picture, 'marks' | 'density'> {
	const withLabels = events.length <= MAX_SINGLE;
	const inputs = events.map(({ id, drawing, title }) => {
		const label = shorten(title, metrics.compact ? COMPACT_LABEL_LENGTH : LABEL_LENGTH);
		return { id, drawing, label, labelPx: withLabels ? measure(label) : 0 };
	});
	const pack = (lanes: number) => layoutMarks(inputs, scale, { lanes, radiusPx: metrics.radiusPx, gapPx: 4 });
	const all = pack(metrics.lanes);
	if (all.overflow.length === 0 && all.marks.length <= MAX_SINGLE) return { marks: all.marks, density: null };
	const some = pack(metrics.lanes - DENSITY_LANES);
	const isMostlySingle = some.marks.length <= MAX_SINGLE && some.overflow.length <= events.length / 2;
	if (!isMostlySingle) {
		return { marks: [], density: binEvents(events, scale, metrics.lanes * metrics.lanePx - metrics.radiusPx) };
	}
	const left = new Set(some.overflow);
	const strip = DENSITY_LANES * metrics.lanePx;
	return {
		marks: some.marks.map((mark) => ({ ...mark, lane: mark.lane + DENSITY_LANES })),
		density: binEvents(
			events.filter(({ id }) => left.has(id)),
			scale,
			strip - metrics.radiusPx
		)
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
		period: (interval) => dates.range(interval, 'short'),
		length: (interval) => dates.duration(wholeUnits(interval))
	};
}

/** Cut to the whole years it holds, or months, or days: a gap is never said to be longer than it is. */
export function wholeUnits({ start, end }: Interval): Interval {
	for (const unit of ['year', 'month', 'day'] satisfies Granularity[]) {
		let count = Math.ceil((end - start) / meanLength(unit)) + 1;
		while (count > 0 && addTo(start, unit, count) > end) count--;
		if (count > 0) return { start, end: addTo(start, unit, count) };
	}
	return { start, end };
}
