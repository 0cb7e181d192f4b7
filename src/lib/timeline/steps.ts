import { addTo, floorTo, type Granularity } from '$lib/core/granularity.ts';
import { ceilTo, meanLength, roundTo } from '$lib/core/rounding.ts';
import type { Interval } from '$lib/core/interval.ts';
import type { Segment, TimeScale } from './time-scale.ts';
import { isWhole } from './viewport.ts';

/** The units that handles move by, finest first. */
const LADDER = ['minute', 'hour', 'day', 'month', 'year', 'decade', 'century', 'millennium'] as const;
type StepUnit = (typeof LADDER)[number];

/** A unit is shown from this width on. */
const MIN_UNIT_PX = 1.5;
/** Where no date of the data is finer than a day, hours show once the reader has zoomed in until a day is this wide. */
const DEEP_DAY_PX = 240;

/** How fine the data's own dates are. */
export type Precision = 'day' | 'minute';

/** No step, tick or bin in the segment is finer. */
export function finestIn({ start, end, x0, x1 }: Segment, scale: TimeScale, precision: Precision): Precision {
	const dayPx = (meanLength('day') * (x1 - x0)) / (end - start);
	return precision === 'minute' || (!isWhole(scale) && dayPx >= DEEP_DAY_PX) ? 'minute' : 'day';
}

/** The calendar of an axis: what a key, a snap or a tick of the metronome moves by. All instants in ms UTC. */
export interface Steps {
	/** From the first to the last instant of the content, in whole units. */
	readonly limits: Interval;
	unitAt(ms: number): Granularity;
	/** The nearest boundary of the unit shown there; in a folded gap the nearer side of it. */
	snap(ms: number): number;
	/** The next boundary in that direction, over folded gaps in one step, at most as far as the domain's edge. */
	next(ms: number, direction: -1 | 1, size?: 'unit' | 'larger'): number;
}

export function createSteps(scale: TimeScale, precision: Precision): Steps {
	const { domain, segments } = scale;
	const indexAt = (ms: number): number => {
		const segment = scale.segmentAt(ms);
		const { start, end, x0, x1 } = segment;
		const unit = LADDER.indexOf(finestIn(segment, scale, precision));
		const pxPerMs = (x1 - x0) / (end - start);
		const found = LADDER.findIndex((step, i) => i >= unit && meanLength(step) * pxPerMs >= MIN_UNIT_PX);
		return found < 0 ? LADDER.length - 1 : found;
	};
	const unit = (index: number): StepUnit => LADDER[Math.min(index, LADDER.length - 1)] ?? 'millennium';
	const unitAt = (ms: number): StepUnit => unit(indexAt(ms));
	const opening = (segment: Segment): number => floorTo(segment.content.start, unitAt(segment.content.start));
	const closing = (segment: Segment): number => ceilTo(segment.content.end, unitAt(segment.content.end));
	const inFold = (ms: number): boolean => segments.every(({ start, end }) => ms < start || ms > end);

	const later = (ms: number, step: StepUnit): number => {
		const at = segments.findIndex((segment) => ms < closing(segment));
		const segment = segments[at];
		if (segment === undefined) return domain.end;
		if (ms < opening(segment)) return opening(segment);
		const next = addTo(floorTo(ms, step), step, 1);
		return next > segment.end ? Math.max(closing(segment), ms + 1) : next;
	};
	const earlier = (ms: number, step: StepUnit): number => {
		const segment = segments.findLast((candidate) => ms > opening(candidate));
		if (segment === undefined) return domain.start;
		if (ms > closing(segment)) return closing(segment);
		const next = floorTo(ms - 1, step);
		return next < segment.start ? Math.min(opening(segment), ms - 1) : next;
	};
	const [first] = segments;
	const last = segments.at(-1);
	return {
		limits: first === undefined || last === undefined ? domain : { start: opening(first), end: closing(last) },
		unitAt,
		snap: (ms) => {
			if (!inFold(ms)) return roundTo(ms, unitAt(ms));
			const segment = scale.segmentAt(ms);
			return ms < segment.start ? opening(segment) : closing(segment);
		},
		next: (ms, direction, size = 'unit') => {
			const inside = Math.min(Math.max(ms, domain.start), domain.end);
			const step = unit(indexAt(inside) + (size === 'larger' ? 1 : 0));
			return direction === 1
				? Math.min(later(inside, step), domain.end)
				: Math.max(earlier(inside, step), domain.start);
		}
	};
}
