/**
 * Calendar arithmetic on milliseconds UTC since 1970: proleptic Gregorian, astronomical years (0 is 1 BCE), no leap
 * seconds, no time zones. Plain numbers instead of `Date`, which misreads years below 100 and ends at ±271821.
 */

export const SECOND_MS = 1000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** The last instant a `Date` can hold, 275760-09-13T00:00:00Z; the first is its negative, -271821-04-20T00:00:00Z. */
export const MAX_INSTANT = 8.64e15;

/** A day of the calendar. `month` 1 to 12, `day` 1 to 31. */
export interface Civil {
	readonly year: number;
	readonly month: number;
	readonly day: number;
}

export function isLeapYear(year: number): boolean {
	return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** `month` 1 to 12. */
export function daysInMonth(year: number, month: number): number {
	if (month === 2) return isLeapYear(year) ? 29 : 28;
	return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * Days from 1970-01-01 to a day; any integer year. `month` may lie outside 1 to 12 and `day` outside the month: they
 * carry over, so that `(2024, 13, 1)` is 1 January 2025.
 */
export function daysFromCivil(year: number, month: number, day: number): number {
	// The year is counted from March, so that the leap day is its last.
	const months = month - 3;
	const y = year + Math.floor(months / 12);
	const dayOfYear = Math.floor((153 * mod(months, 12) + 2) / 5) + day - 1;
	const era = Math.floor(y / 400);
	const yearOfEra = y - era * 400;
	const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
	return era * 146_097 + dayOfEra - 719_468;
}

/** The inverse of `daysFromCivil`. */
export function civilFromDays(days: number): Civil {
	const z = days + 719_468;
	const era = Math.floor(z / 146_097);
	const dayOfEra = z - era * 146_097;
	const yearOfEra = Math.floor(
		(dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365
	);
	const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
	const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
	return {
		year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
		month,
		day: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1
	};
}

/** First instant (ms) of a year, month or day. Months and days carry over as in `daysFromCivil`. */
export function startOf(year: number, month = 1, day = 1): number {
	return daysFromCivil(year, month, day) * DAY_MS;
}

/** The UTC day that an instant (ms) lies in. */
export function civilOf(ms: number): Civil {
	return civilFromDays(Math.floor(ms / DAY_MS));
}

/** Milliseconds since the start of the UTC day, 0 to 86,399,999; also before 1970. */
export function timeOfDay(ms: number): number {
	return mod(ms, DAY_MS);
}

/** The remainder that is never negative. */
export function mod(value: number, divisor: number): number {
	return value - Math.floor(value / divisor) * divisor;
}
