import { MAX_PIECES } from './edtf-bounds.ts';
import type { EdtfDate, EdtfPeriod, EdtfRange, Precision } from './edtf-types.ts';
import { addTo, GRANULARITIES, periodAt, type Granularity } from './granularity.ts';
import { startOf } from './instant.ts';
import { ALWAYS, hull, sameInterval, type Interval } from './interval.ts';

/**
 * Something that lasts from one instant to another of which only the bounds are known: it surely touches a period `[a, b)`
 * when `b >= begunBy` and `a <= lastsTo`. For a run that is every period from its first known part to its last; for a day
 * `begunBy` is its end and `lastsTo` its start, so that only a period that holds all of it will do.
 */
export interface SureSpan {
	/** ms; by this instant, exclusive, it has begun at the latest. */
	readonly begunBy: number;
	/** ms; up to this instant, inclusive, it lasts at the least. */
	readonly lastsTo: number;
}

/**
 * Where something with this date surely was, as spans of which any will do, both sides rising. None when any part of the
 * date is qualified. One of a set: only a period that holds all members. All of a set: each member by itself. An open side
 * goes on, as its mark is drawn; an unknown one adds nothing to the known side.
 */
export function surelyWithin(date: EdtfDate): readonly SureSpan[] {
	const { node, unit } = date;
	if (date.uncertain || date.approximate) return [];
	const piecesOf = ({ intervals }: EdtfPeriod): readonly Interval[] =>
		unit === 'ms' ? intervals : intervals.map(({ start, end }) => ({ start: startOf(start), end: startOf(end) }));
	if (node.type === 'period') return rising([somewhereIn(piecesOf(node))]);
	if (node.type === 'interval') {
		const { start, end } = node;
		if (start === 'open' && typeof end !== 'string')
			return rising([{ begunBy: -Infinity, lastsTo: somewhereIn(piecesOf(end)).lastsTo }]);
		if (end === 'open' && typeof start !== 'string')
			return rising([{ begunBy: somewhereIn(piecesOf(start)).begunBy, lastsTo: Infinity }]);
		const [first, last] = [typeof start === 'string' ? end : start, typeof end === 'string' ? start : end];
		if (typeof first === 'string' || typeof last === 'string') return [];
		return rising([first === last ? somewhereIn(piecesOf(first)) : run(piecesOf(first), piecesOf(last))]);
	}
	// The hull of what it matches takes in the gaps between the members; open ones make it infinite, which nothing holds.
	if (node.choice === 'one') return rising([somewhereIn(date.matches)]);
	const members = node.members.flatMap((member) =>
		member.type === 'range' ? each(member, unit, piecesOf) : [piecesOf(member)]
	);
	return rising(members.map(somewhereIn));
}

/** At one instant of some interval, nobody knows which: in what holds them all. */
function somewhereIn(intervals: readonly Interval[]): SureSpan {
	const { start, end } = hull(intervals) ?? ALWAYS;
	return { begunBy: end, lastsTo: start };
}

/** It begins in one and ends in the other, of which each may have gaps, and never ends before it begins. */
function run(first: readonly Interval[], last: readonly Interval[]): SureSpan {
	const { start } = hull(first) ?? ALWAYS;
	const { end } = hull(last) ?? ALWAYS;
	const lastStart = first.findLast((interval) => interval.start < end)?.end ?? Infinity;
	const firstEnd = last.find((interval) => interval.end > start)?.start ?? -Infinity;
	return { begunBy: Math.min(lastStart, end), lastsTo: Math.max(firstEnd, start) };
}

/** The periods of `1960..1963` one by one; only the known ends where they are no steps of the calendar, or too many. */
function each(
	range: EdtfRange,
	unit: EdtfDate['unit'],
	piecesOf: (period: EdtfPeriod) => readonly Interval[]
): readonly (readonly Interval[])[] {
	const sides = [range.start, range.end].filter((side) => side !== 'open');
	const ends = sides.map(piecesOf);
	const [a, b] = sides;
	if (a === undefined || b === undefined || a.precision !== b.precision || unit === 'year') return ends;
	const [first, last, step] = [hull(a.intervals), hull(b.intervals), stepOf(a.precision)];
	if (first === null || last === null || step === null) return ends;
	if (![first, last].every((end) => sameInterval(periodAt(end.start, step), end))) return ends;
	const periods: Interval[][] = [];
	for (let from = first.start; from < last.end; from = addTo(from, step, 1)) {
		if (periods.length === MAX_PIECES) return ends;
		periods.push([periodAt(from, step)]);
	}
	return periods;
}

function stepOf(precision: Precision): Granularity | null {
	return GRANULARITIES.find((granularity) => granularity === precision) ?? null;
}

/** Without spans that nothing ends in, and without those that another one makes needless. */
function rising(spans: readonly SureSpan[]): readonly SureSpan[] {
	const [only] = spans;
	// By far the most dates, and the catalogue has one for each event.
	if (only !== undefined && spans.length === 1 && only.begunBy < Infinity && only.lastsTo > -Infinity) return spans;
	const kept: SureSpan[] = [];
	const known = spans.filter(({ begunBy, lastsTo }) => begunBy < Infinity && lastsTo > -Infinity);
	for (const span of known.toSorted((a, b) => a.lastsTo - b.lastsTo || b.begunBy - a.begunBy)) {
		while ((kept.at(-1)?.begunBy ?? -Infinity) >= span.begunBy) kept.pop();
		kept.push(span);
	}
	return kept;
}
