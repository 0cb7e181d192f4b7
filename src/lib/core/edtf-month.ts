import type { EdtfPeriod, Qualifier } from './edtf-types.ts';
import { daysInMonth, DAY_MS, startOf } from './instant.ts';

/**
 * The month that a period lies in, or the season, quarter, third, half or year where the month is not known, as if it had
 * been written so: with one qualifier for the whole, and `intervals` in ms. A period that is known to no single year, or
 * lies beyond four digits, is returned as it is.
 */
export function toMonth(period: EdtfPeriod): EdtfPeriod {
	const { year, lastYear, month, code, estimate, precision, uncertain, approximate } = period;
	if (year !== lastYear || estimate !== undefined || Math.abs(year) > 9999) return period;
	const qualifier: Qualifier = uncertain ? (approximate ? '%' : '?') : approximate ? '~' : '';
	const digits = `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
	const whole = { type: 'period', year, lastYear, uncertain, approximate } as const;
	const part = code ?? month;
	if (part === undefined) {
		const intervals = [{ start: startOf(year), end: startOf(year + 1) }];
		return { ...whole, text: `${digits}${qualifier}`, intervals, precision: 'year', qualifiers: [qualifier] };
	}
	const written = {
		...whole,
		text: `${digits}-${String(part).padStart(2, '0')}${qualifier}`,
		qualifiers: [qualifier, qualifier]
	};
	if (code !== undefined) return { ...written, code, precision, intervals: period.intervals };
	const start = startOf(year, part);
	const intervals = [{ start, end: start + daysInMonth(year, part) * DAY_MS }];
	return { ...written, month: part, precision: 'month', intervals };
}
