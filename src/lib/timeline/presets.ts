import type { Columns } from '$lib/core/columns.ts';
import { addTo, periodAt, type Granularity } from '$lib/core/granularity.ts';
import { ceilTo, meanLength } from '$lib/core/rounding.ts';
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

type Spans = Pick<Columns, 'matchStart' | 'matchEnd'>;

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
export function presetsOf(columns: Spans, extent: Interval | null): readonly Preset[] {
	if (extent === null) return [];
	const { matchStart, matchEnd } = columns;
	const hasTimes = matchStart.some((start, i) => (matchEnd[i] ?? start) - start < meanLength('day'));
	// What begins last and goes on ends nowhere, and has to be in the last stretch all the same.
	const newest = matchStart.reduce(
		(most, start) => (Number.isFinite(start) ? Math.max(most, start + 1) : most),
		extent.end
	);
	const last = LAST.filter(({ unit }) => unit !== 'hour' || hasTimes).map(({ count, unit }): Preset => {
		const end = ceilTo(newest, unit === 'hour' ? 'hour' : 'day');
		return { kind: 'last', count, unit, window: { start: addTo(end, unit, -count), end } };
	});
	return [
		...last.filter(({ window }) => window.start > extent.start),
		...periodsOf(columns).map((window): Preset => ({ kind: 'period', window }))
	];
}

/** A date that is only known to the year is in no month: it counts where a period holds the whole of it. */
function periodsOf({ matchStart, matchEnd }: Spans): readonly Interval[] {
	const kinds = PERIODS.map((unit) => {
		const periods = new Map<number, Interval>();
		let [whole, period] = [0, { start: 0, end: 0 }];
		for (let i = 0; i < matchStart.length && periods.size <= MAX_PERIODS; i++) {
			const [start, end] = [matchStart[i] ?? 0, matchEnd[i] ?? 0];
			if (!Number.isFinite(start)) continue;
			// One after the other they are mostly in the same.
			if (start < period.start || start >= period.end) period = periodAt(start, unit);
			if (end > period.end) continue;
			whole++;
			periods.set(period.start, period);
		}
		const isChoice = periods.size <= MAX_PERIODS && 2 * whole >= matchStart.length;
		return isChoice ? [...periods.values()].sort((a, b) => b.start - a.start) : [];
	});
	const finest = kinds.findIndex((periods) => periods.length > 0);
	return [...(kinds[finest + 1] ?? []), ...(kinds[finest] ?? [])];
}
