import type { Catalogue } from '$lib/core/catalogue.ts';
import { addTo, ceilTo, floorTo, meanLength, periodAt, type Granularity } from '$lib/core/granularity.ts';
import { sameInterval, type Interval } from '$lib/core/interval.ts';

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
 * the finest that all beginnings are known to and that make no more than a handful, the newest first. Windows are ms,
 * half-open, whole periods. Nothing for data without dates.
 */
export function presetsOf({ events, extent }: Pick<Catalogue, 'events' | 'extent'>): readonly Preset[] {
	if (extent === null) return [];
	const length = extent.end - extent.start;
	const hasTimes = events.some(({ matches }) => matches.some(({ start, end }) => end - start < meanLength('day')));
	const last = LAST.filter(({ count, unit }) => (unit !== 'hour' || hasTimes) && count * meanLength(unit) < length);
	return [
		...last.map(({ count, unit }): Preset => {
			const end = ceilTo(extent.end, unit === 'hour' ? 'hour' : 'day');
			return { kind: 'last', count, unit, window: { start: addTo(end, unit, -count), end } };
		}),
		...periodsOf(events).map((window): Preset => ({ kind: 'period', window }))
	];
}

function periodsOf(events: Catalogue['events']): readonly Interval[] {
	const all = events.flatMap(({ matches }) => matches);
	const starts = all.flatMap(({ start, end }) =>
		Number.isFinite(start) ? [start] : Number.isFinite(end) ? [end - 1] : []
	);
	for (const [i, unit] of PERIODS.entries()) {
		// What is dated 1963 did not begin in January, for all that is known.
		const isCoarser = (match: Interval): boolean =>
			PERIODS.slice(i + 1).some(
				(longer) => Number.isFinite(match.start) && sameInterval(periodAt(match.start, longer), match)
			);
		if (all.some(isCoarser)) continue;
		const found = new Set<number>();
		for (const ms of starts) {
			found.add(floorTo(ms, unit));
			if (found.size > MAX_PERIODS) break;
		}
		if (found.size <= MAX_PERIODS) return [...found].sort((a, b) => b - a).map((ms) => periodAt(ms, unit));
	}
	return [];
}
