import { formatPeriodEnd, formatPeriodStart } from '../core/granularity.ts';
import type { Interval } from '../core/interval.ts';

/**
 * An interval (ms, half-open) as ISO 8601 has it, by its first and last period: `1963/2025-10-15`; `null` where a
 * year is not one of 0001 to 9999.
 */
export function isoInterval({ start, end }: Interval): string | null {
	const [first, last] = [formatPeriodStart(start), formatPeriodEnd(end)];
	const isIso = (text: string): boolean => /^(?!0000)\d{4}/.test(text);
	if (!isIso(first) || !isIso(last)) return null;
	return first === last ? first : `${first}/${last}`;
}
