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
/** More periods of one kind than this are no choice any more. */
const MAX_PERIODS = 8;

/**
 * The last stretches of the data that are shorter than the whole of it, then calendar periods that hold events whole: of
 * the finest kind that makes no more than a handful and of the next one up, the larger and the newer first. Windows are ms,
 * half-open, whole periods. Nothing for data without dates.
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
	const last = LAST.filter(({ unit }) => unit !== 'hour' || hasTimes).map(({ count, unit }): Preset => {
		const end = ceilTo(newest, unit === 'hour' ? 'hour' : 'day');
		return { kind: 'last', count, unit, window: { start: addTo(end, unit, -count), end } };
	});
	return [
		...last.filter(({ window }) => window.start > extent.start),
		...periodsOf(events).map((window): Preset => ({ kind: 'period', window }))
	];
}

/** A date that is only known to the year is in no month: it counts where a period holds the whole of it. */
function periodsOf(events: Catalogue['events']): readonly Interval[] {
	const matches = events.flatMap((event) => event.matches);
	const kinds = PERIODS.map((unit) => {
		const whole = matches.filter(({ start, end }) => Number.isFinite(start) && end <= periodAt(start, unit).end);
		const starts = [...new Set(whole.map(({ start }) => floorTo(start, unit)))].sort((a, b) => b - a);
		const isChoice = starts.length <= MAX_PERIODS && 2 * whole.length >= matches.length;
		return isChoice ? starts.map((ms) => periodAt(ms, unit)) : [];
	});
	const finest = kinds.findIndex((periods) => periods.length > 0);
	return [...(kinds[finest + 1] ?? []), ...(kinds[finest] ?? [])];
}
