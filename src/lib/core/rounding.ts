import { addTo, CLOCK_MS, floorTo, isClock, MONTHS, type Granularity } from './granularity.ts';
import { DAY_MS } from './instant.ts';

const MEAN_MONTH_MS = (146_097 / 4800) * DAY_MS;

/** Mean length of a step in ms: exact up to the day, over the Gregorian cycle of 400 years beyond. */
export function meanLength(unit: Granularity): number {
	return isClock(unit) ? CLOCK_MS[unit] : MONTHS[unit] * MEAN_MONTH_MS;
}

/** The instant itself when a period begins with it, else the start (ms) of the next one. */
export function ceilTo(ms: number, unit: Granularity): number {
	const start = floorTo(ms, unit);
	return start === ms ? ms : addTo(start, unit, 1);
}

/** The nearer of the two; the later one when both are as near. */
export function roundTo(ms: number, unit: Granularity): number {
	const [before, after] = [floorTo(ms, unit), ceilTo(ms, unit)];
	return ms - before < after - ms ? before : after;
}
