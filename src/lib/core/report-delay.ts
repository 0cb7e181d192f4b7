import type { Catalogue, CatalogueEvent } from './catalogue.ts';
import type { EdtfDate } from './edtf-types.ts';
import { addTo, calendarSteps, floorTo } from './granularity.ts';
import type { Interval } from './interval.ts';

/** How long after an event the first report of it came out. */
export interface ReportDelay {
	/** ms; as long as the delay is certain to be, in whole steps: months below 2 years, half years below 10, then years. */
	readonly length: Interval;
	/** `exact`: in these steps, no longer. `least`: the dates leave room for a longer one. `about`: a date is approximate. */
	readonly bound: 'exact' | 'least' | 'about';
}

/**
 * The delay between an event and the first of its reports, or of some of them. Never more than is known: it is counted from
 * the last day on which the event may have ended to the first on which a report may have been out, and rounded down. From a
 * day to the same day of the next month is a month, as in speech.
 *
 * `null` when it is under a month, and when it cannot be known: the date of the event or of any report is missing, uncertain
 * (`?`) or without a known beginning and end; the event has not ended, or is only planned.
 */
export function reportDelay(
	{ event, when, sources }: CatalogueEvent,
	{ sourceById, dateOf }: Pick<Catalogue, 'sourceById' | 'dateOf'>,
	of = sources
): ReportDelay | null {
	const published = of
		.map((id) => sourceById.get(id)?.published)
		.map((text) => (text === undefined ? null : dateOf(text)));
	if (event.status === 'planned' || event.status === 'ongoing' || published.length === 0) return null;
	if (!isBounded(when) || !published.every(isBounded)) return null;
	const ended = lastDay(when);
	const least = wholeSteps(ended, Math.min(...published.map(firstDay)));
	const most = wholeSteps(firstDay(when), Math.min(...published.map(lastDay)));
	if (least < 1) return null;
	const isAbout = [when, ...published].some((date) => date.approximate);
	return {
		length: { start: ended, end: addTo(ended, 'month', least) },
		bound: isAbout ? 'about' : least === most ? 'exact' : 'least'
	};
}

function isBounded(date: EdtfDate | null): date is EdtfDate {
	return date?.startKind === 'known' && date.endKind === 'known' && !date.uncertain;
}

/** First instant (ms) of the first day that a date may mean; `matches`, because it is in ms whatever the unit. */
function firstDay({ matches }: EdtfDate): number {
	return floorTo(matches[0]?.start ?? NaN, 'day');
}

function lastDay({ matches }: EdtfDate): number {
	return floorTo((matches.at(-1)?.end ?? NaN) - 1, 'day');
}

/** Months, rounded down to the step that is told from the next at such a length. */
function wholeSteps(start: number, end: number): number {
	const months = Math.floor(calendarSteps(start, end, 1));
	return months - (months % (months < 24 ? 1 : months < 120 ? 6 : 12));
}
