import type { Catalogue } from '$lib/core/catalogue.ts';
import { addTo, ceilTo, floorTo, meanLength, periodAt, type Granularity } from '$lib/core/granularity.ts';
import type { Interval } from '$lib/core/interval.ts';

/** A window that the data suggests. */
export type Preset =
	/** The last so many units of the data: `last 30 days of the data`. */
	| {
			readonly kind: 'last';
			readonly count: number;
			readonly unit: 'hour' | 'day' | 'month';
			readonly window: Interval;
	  }
	/** A calendar period in which something happens: `2025`. */
	| { readonly kind: 'period'; readonly window: Interval };

const LAST = [
	{ count: 24, unit: 'hour' },
	{ count: 7, unit: 'day' },
	{ count: 30, unit: 'day' },
	{ count: 12, unit: 'month' }
] as const;
const PERIODS: readonly Granularity[] = ['month', 'year', 'decade', 'century', 'millennium'];
/** More periods than this are no choice any more. */
const MAX_PERIODS = 8;

/**
 * The last stretches of the data that are shorter than the whole of it, then the calendar periods in which events begin:
 * the finest that make no more than a handful, the newest first. Windows are ms, half-open, whole periods. Nothing for
 * data without dates.
 */
export function presetsOf({ events, extent }: Pick<Catalogue, 'events' | 'extent'>): readonly Preset[] {
	if (extent === null) return [];
	const hasTimes = events.some(({ matches }) => matches.some(({ start, end }) => end - start < meanLength('day')));
	// What begins last and goes on ends nowhere, and has to be in the last stretch all the same.
	const starts = events.flatMap(({ matches }) => matches.map(({ start }) => start));
	const newest = starts.reduce(
		(most, start) => (Number.isFinite(start) ? Math.max(most, start + 1) : most),
		extent.end
	);
	const last = LAST.map(({ count, unit }) => {
		const end = ceilTo(newest, unit === 'hour' ? 'hour' : 'day');
		return { kind: 'last' as const, count, unit, window: { start: addTo(end, unit, -count), end } };
	});
	return [
		...last.filter(({ unit, window }) => (unit !== 'hour' || hasTimes) && window.start > extent.start),
		...periodsOf(events).map((window): Preset => ({ kind: 'period', window }))
	];
}

function periodsOf(events: Catalogue['events']): readonly Interval[] {
	const starts = events.flatMap(({ matches }) =>
		matches.flatMap(({ start, end }) => (Number.isFinite(start) ? [start] : Number.isFinite(end) ? [end - 1] : []))
	);
	for (const unit of PERIODS) {
		const found = new Set<number>();
		for (const ms of starts) {
			found.add(floorTo(ms, unit));
			if (found.size > MAX_PERIODS) break;
		}
		if (found.size <= MAX_PERIODS) return [...found].sort((a, b) => b - a).map((ms) => periodAt(ms, unit));
	}
	return [];
}
