import { calendarSteps } from '../core/granularity.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../core/instant.ts';
import type { Interval } from '../core/interval.ts';
import { plain } from './calendar-format.ts';
import type { DateMessages } from './date-messages.ts';

/**
 * The length of an interval (ms, half-open) in words, in calendar units: `3½ months`, `24 years`, `5 days`. `endless` is what
 * is said of one without bounds.
 */
export function createDuration(
	locale: string,
	{ endless, half }: Pick<DateMessages, 'endless' | 'half'>
): (interval: Interval) => string {
	const formatters = new Map<string, Intl.NumberFormat>();
	const text = (count: number, unit: string): string => {
		const format = formatters.get(unit) ?? new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' });
		formatters.set(unit, format);
		if (half !== undefined && count % 1 !== 0) return half(text(Math.floor(count), unit));
		const parts = format.formatToParts(count).filter(({ type }) => type !== 'decimal');
		return plain(parts.map(({ type, value }) => (type === 'fraction' ? '½' : value)).join(''));
	};
	return ({ start, end }) => {
		const length = end - start;
		if (!Number.isFinite(length)) return endless;
		const months = calendarSteps(start, end, 1);
		const rounded = halves(months, 24);
		if (months >= 24) return text(halves(calendarSteps(start, end, 12), 10), 'year');
		if (rounded > 0 && rounded % 12 === 0) return text(rounded / 12, 'year');
		if (months >= 2 || months === 1) return text(rounded, 'month');
		if (length >= DAY_MS) return text(halves(length / DAY_MS, 10), 'day');
		if (length >= HOUR_MS) return text(halves(length / HOUR_MS, 10), 'hour');
		if (length >= MINUTE_MS) return text(halves(length / MINUTE_MS, 10), 'minute');
		return text(Math.round(length / SECOND_MS), 'second');
	};
}

/** To the nearest half below `limit`, to the nearest whole number from there. */
function halves(value: number, limit: number): number {
	return value < limit ? Math.round(value * 2) / 2 : Math.round(value);
}
