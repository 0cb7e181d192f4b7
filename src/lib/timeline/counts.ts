import type { BinStep } from '$lib/core/bins.ts';
import { DAY_MS } from '$lib/core/instant.ts';
import { fullestBin, type Histogram } from '$lib/core/histogram.ts';
import type { Interval } from '$lib/core/interval.ts';
import type { Category } from '$lib/core/model.ts';
import type { DateLabels } from '$lib/i18n/dates.ts';
import type { timelineMessages } from '$lib/i18n/timeline.ts';

type CountsMessages = (typeof timelineMessages)['en']['counts'];

/** A period with events: a row of the table. */
export interface CountsRow {
	/** ms UTC, half-open. */
	readonly period: Interval;
	readonly certain: number;
	readonly possible: number;
	readonly total: number;
	/** Certain and possible together, for each of the categories asked for. */
	readonly byCategory: readonly number[];
}

/** The categories that are counted anywhere, in their order; none when there is but one, as its column is the total. */
export function countedCategories(histogram: Histogram, categories: readonly Category[]): readonly Category[] {
	const { starts, slots, certain, possible } = histogram;
	const isCounted = ({ slot }: Category): boolean =>
		starts.some((_, bin) => (certain[bin * slots + slot] ?? 0) + (possible[bin * slots + slot] ?? 0) > 0);
	const counted = categories.filter(isCounted);
	return counted.length > 1 ? counted : [];
}

/** Bins in which there are events, in their order. */
export function countsRows(histogram: Histogram, categories: readonly Category[]): readonly CountsRow[] {
	const { starts, ends, slots, certain, possible } = histogram;
	return Array.from(starts, (start, bin) => {
		const [sure, unsure] = [histogram.certainInBin[bin] ?? 0, histogram.possibleInBin[bin] ?? 0];
		const both = (i: number): number => (certain[i] ?? 0) + (possible[i] ?? 0);
		return {
			period: { start, end: ends[bin] ?? Infinity },
			certain: sure,
			possible: unsure,
			total: sure + unsure,
			byCategory: categories.map(({ slot }) => both(bin * slots + slot))
		};
	}).filter(({ total }) => total > 0);
}

/**
 * The picture in one sentence: `248 events by year, 1965–2016; most in 2011: 21.` The period reaches from the first bin with
 * events to the last; the fullest is the first of those as full, and is not named when no bin has more than one event.
 */
export function summarize(histogram: Histogram, step: BinStep | null, dates: DateLabels, m: CountsMessages): string {
	const { starts, ends, certainInBin, possibleInBin, events } = histogram;
	const fullest = fullestBin(histogram);
	if (fullest === null) return m.none;
	const isFull = (_: number, bin: number): boolean => (certainInBin[bin] ?? 0) + (possibleInBin[bin] ?? 0) > 0;
	const [first, last] = [starts.findIndex(isFull), starts.findLastIndex(isFull)];
	const period = (from: number, to: number): string =>
		dates.range({ start: starts[from] ?? -Infinity, end: ends[to] ?? Infinity });
	const sentence = m.summary(events, step === null ? m.bySeveral : m.by[step], period(first, last));
	if (first === last || fullest.events === 1) return m.sentence(sentence);
	const isDay = (ends[fullest.bin] ?? 0) - (starts[fullest.bin] ?? 0) <= DAY_MS;
	return m.sentence(m.most(sentence, period(fullest.bin, fullest.bin), isDay, fullest.events));
}
