import type { EdtfDate, EdtfNode, EdtfPeriod, EdtfRange, EdtfTime } from '../core/edtf-types.ts';
import { floorTo, type Granularity } from '../core/granularity.ts';
import { civilOf, HOUR_MS, MAX_INSTANT, MINUTE_MS, SECOND_MS, timeOfDay } from '../core/instant.ts';
import type { Interval } from '../core/interval.ts';
import { createCalendarFormat, type CalendarFormat, type DateStyle, type Fields } from './calendar-format.ts';
import type { DateMessages, DatePart } from './date-messages.ts';
import { createDuration } from './duration.ts';

export type { DateMessages } from './date-messages.ts';
export type { DateStyle } from './calendar-format.ts';

/** Dates in words. Never more precise than what is known; UTC and the Gregorian calendar in every locale and zone. */
export interface DateLabels {
	/** BCP 47, as given: for what Intl formats beside these labels (the names on an axis). */
	readonly locale: string;
	/** `about 2000`, `February 2025`, `from December 2024, end unknown`, `one of 1667, 1668, 1670 to 1672`. */
	readonly label: (date: Pick<EdtfDate, 'node'>, style?: DateStyle) => string;
	/** The period that an instant (ms) lies in: `1 February 2025`, `2025`; from the hour down with the time. */
	readonly instant: (ms: number, unit: Granularity, style?: DateStyle) => string;
	/** A window (ms, half-open) by its first and LAST period: `1 Jul – 15 Oct 2025`, `July – October 2025`, `2024`. */
	readonly range: (interval: Interval, style?: DateStyle) => string;
	/** `9 September 2025`. */
	readonly day: (ms: number) => string;
	/** How long an interval (ms) is: `3½ months`, `24 years`, `5 days`; rounded to halves of a small number. */
	readonly duration: (interval: Interval) => string;
}

/** `locale`: BCP 47, also decides the order of day and month (`en-GB`). Formatters are kept in the object made. */
export function createDateLabels(locale: string, messages: DateMessages): DateLabels {
	const calendar = createCalendarFormat(locale, messages);
	const instant: DateLabels['instant'] = (ms, unit, style = 'long') =>
		instantText(Math.min(MAX_INSTANT, Math.max(-MAX_INSTANT, ms)), unit, style, calendar, messages);
	const range: DateLabels['range'] = (interval, style = 'long') => rangeText(interval, style, calendar, messages);
	return {
		locale,
		label: ({ node }, style = 'long') => nodeText(node, style, calendar, messages),
		instant,
		range,
		day: (ms) => instant(ms, 'day'),
		duration: createDuration(locale, messages)
	};
}

function nodeText(node: EdtfNode, style: DateStyle, calendar: CalendarFormat, messages: DateMessages): string {
	const period = (value: EdtfPeriod): string => periodText(value, style, true, calendar, messages);
	const between = (first: EdtfPeriod, last: EdtfPeriod): string =>
		isPlain(first) && isPlain(last) && first.precision === last.precision
			? calendar.between(first, last, style, messages.to)
			: messages.to(period(first), period(last));
	if (node.type === 'period') return periodText(node, style, false, calendar, messages);
	if (node.type === 'interval') {
		const { start, end } = node;
		if (typeof start === 'string') {
			if (typeof end === 'string') return messages.allTime;
			return start === 'open' ? messages.openStart(period(end)) : messages.startUnknown(period(end));
		}
		if (typeof end !== 'string') return between(start, end);
		return end === 'open' ? messages.openEnd(period(start)) : messages.endUnknown(period(start));
	}
	const member = (value: EdtfPeriod | EdtfRange): string => {
		if (value.type === 'period') return period(value);
		const { start, end } = value;
		if (start === 'open') return end === 'open' ? messages.allTime : messages.orEarlier(period(end), node.choice);
		return end === 'open' ? messages.orLater(period(start), node.choice) : between(start, end);
	};
	const [only] = node.members;
	const isOne = node.members.length === 1 && only !== undefined;
	if (isOne && (only.type === 'period' || only.start === 'open' || only.end === 'open')) return member(only);
	return (node.choice === 'one' ? messages.oneOf : messages.allOf)(node.members.map(member));
}

/** A year, month or day with nothing to say beside it. */
function isPlain(period: EdtfPeriod): boolean {
	const { mask, code, estimate, time, qualifiers } = period;
	const isSimple = mask === undefined && code === undefined && estimate === undefined && time === undefined;
	return isSimple && qualifiers.every((qualifier) => qualifier === '');
}

function periodText(
	period: EdtfPeriod,
	style: DateStyle,
	nested: boolean,
	calendar: CalendarFormat,
	messages: DateMessages
): string {
	const text = unqualifiedText(period, style, calendar, messages);
	const [first = '', ...rest] = period.qualifiers;
	if (rest.every((qualifier) => qualifier === first)) {
		// An estimate from so and so many digits says so already.
		const isAbout = period.estimate !== undefined && period.year !== period.lastYear;
		const about = !isAbout && (first === '~' || first === '%') ? messages.about(text) : text;
		return first === '?' || first === '%' ? messages.uncertain(about, nested) : about;
	}
	const names: readonly DatePart[] = ['year', period.code === undefined ? 'month' : 'season', 'day'];
	const words = (['?', '~', '%'] as const).flatMap((qualifier) => {
		const parts = names.filter((_, index) => period.qualifiers[index] === qualifier);
		return parts.length === 0 ? [] : [messages.parts(parts, qualifier)];
	});
	return messages.withParts(text, words);
}

function unqualifiedText(
	period: EdtfPeriod,
	style: DateStyle,
	calendar: CalendarFormat,
	messages: DateMessages
): string {
	const { year, lastYear, code, estimate, time, mask } = period;
	if (mask !== undefined) return maskedText(period, mask, style, calendar, messages);
	if (estimate !== undefined) {
		const about = calendar.date({ year: estimate }, style);
		return year === lastYear ? about : messages.estimate(about, calendar.years(year, lastYear));
	}
	if (code !== undefined) return messages.code(code, calendar.date({ year }, style));
	const date = calendar.date(period, style);
	if (time === undefined) return date;
	return messages.at(date, calendar.clock(time.hour, time.minute, time.second), zoneText(time, calendar));
}

function zoneText({ offsetMinutes }: EdtfTime, calendar: CalendarFormat): string {
	if (offsetMinutes === null) return '';
	if (offsetMinutes === 0) return 'UTC';
	const minutes = Math.abs(offsetMinutes);
	return `UTC${offsetMinutes < 0 ? '-' : '+'}${calendar.clock(Math.floor(minutes / 60), minutes % 60, 0)}`;
}

function maskedText(
	period: EdtfPeriod,
	mask: readonly string[],
	style: DateStyle,
	calendar: CalendarFormat,
	messages: DateMessages
): string {
	const [yearMask = '', monthMask = 'XX', dayMask = 'XX'] = mask;
	const { year, lastYear, month, day, code, intervals } = period;
	const isYearKnown = !yearMask.includes('X');
	const isAnyYear = yearMask === 'XXXX' && year === 0;
	const years = isAnyYear ? null : yearsText(year, lastYear, calendar, messages);
	const fallback = messages.digitsUnknown(period.text.replace(/[?~%]/g, ''));
	if (!/^\d*X*$/.test(yearMask)) return fallback;
	if (code !== undefined) return messages.yearUnknown(messages.code(code, null), years);
	if (monthMask === 'XX' && dayMask === 'XX') {
		if (years === null) return messages.unknownYear;
		if (style === 'short' || mask.length === 1) return years;
		return mask.length === 2 ? messages.someMonthIn(years) : messages.someDayIn(years);
	}
	if (month !== undefined && (day !== undefined || dayMask === 'XX')) {
		const text = isYearKnown
			? calendar.date({ year, month }, style)
			: messages.yearUnknown(calendar.withoutYear(month, day, style), years);
		return isYearKnown && style === 'long' ? messages.someDayIn(text) : text;
	}
	if (isYearKnown && monthMask === 'XX' && day !== undefined)
		return messages.monthUnknown(calendar.number(day), years ?? '');
	const [only] = intervals;
	if (!isYearKnown || only === undefined || intervals.length > 1) return fallback;
	const cut = ({ year, month, day }: Required<Fields>): Fields =>
		dayMask === 'XX' ? { year, month } : { year, month, day };
	const [from, to] = [cut(civilOf(only.start)), cut(civilOf(only.end - 1))];
	// `1985-04-3X` can only be the 30th.
	if (from.month === to.month && from.day === to.day) return calendar.date(from, style);
	return messages.oneOf([calendar.between(from, to, style, messages.to)]);
}

/** `1980s`, but `1900–1909`: 1900s might be the century. */
function yearsText(first: number, last: number, calendar: CalendarFormat, messages: DateMessages): string {
	const isDecade = last - first === 9 && first >= 1000 && first <= 9990 && first % 10 === 0 && first % 100 !== 0;
	if (isDecade) return messages.decade(calendar.date({ year: first }, 'long'));
	return calendar.years(first, last);
}

function instantText(
	ms: number,
	unit: Granularity,
	style: DateStyle,
	calendar: CalendarFormat,
	messages: DateMessages
): string {
	const civil = civilOf(ms);
	const { year, month } = civil;
	if (unit === 'year') return calendar.date({ year }, style);
	if (unit === 'month') return calendar.date({ year, month }, style);
	if (unit === 'day') return calendar.date(civil, style);
	if (unit === 'quarter') return messages.code(32 + Math.ceil(month / 3), calendar.date({ year }, style));
	if (unit === 'decade' || unit === 'century' || unit === 'millennium') {
		const first = civilOf(floorTo(ms, unit)).year;
		return yearsText(first, first + { decade: 9, century: 99, millennium: 999 }[unit], calendar, messages);
	}
	return messages.at(calendar.date(civil, style), clockText(ms, unit, calendar), 'UTC');
}

function clockText(ms: number, unit: Granularity, calendar: CalendarFormat): string {
	const time = timeOfDay(ms);
	const second = unit === 'second' ? Math.floor(time / SECOND_MS) % 60 : 0;
	const minute = unit === 'hour' ? 0 : Math.floor(time / MINUTE_MS) % 60;
	return calendar.clock(Math.floor(time / HOUR_MS), minute, second);
}

/** The coarsest unit that begins at a boundary; an infinite one begins them all. */
function unitAt(ms: number): 'year' | 'month' | 'day' | 'second' {
	if (!Number.isFinite(ms)) return 'year';
	const { month, day } = civilOf(ms);
	if (timeOfDay(ms) > 0) return 'second';
	return day > 1 ? 'day' : month > 1 ? 'month' : 'year';
}

function rangeText(
	{ start, end }: Interval,
	style: DateStyle,
	calendar: CalendarFormat,
	messages: DateMessages
): string {
	if (start === -Infinity && end === Infinity) return messages.allTime;
	const units = ['second', 'day', 'month', 'year'] as const;
	const unit = units.find((candidate) => candidate === unitAt(start) || candidate === unitAt(end)) ?? 'second';
	const text = (ms: number): string => instantText(ms, unit, style, calendar, messages);
	if (unit === 'second') {
		// A boundary within a day is an instant: no last second to name.
		if (start === -Infinity) return messages.until(text(end));
		if (end === Infinity) return messages.from(text(start));
		const [from, to] = [clockText(start, unit, calendar), clockText(end, unit, calendar)];
		const date = calendar.date(civilOf(start), style);
		const isOneDay = floorTo(start, 'day') === floorTo(end, 'day');
		return isOneDay
			? messages.at(date, messages.dash(from, to), 'UTC')
			: messages.dash(messages.at(date, from, ''), text(end));
	}
	if (start === -Infinity) return messages.until(text(end - 1));
	if (end === Infinity) return messages.from(text(start));
	const [first, last] = [civilOf(start), civilOf(end - 1)];
	if (unit === 'year') return calendar.years(first.year, last.year);
	const cut = ({ year, month, day }: Required<Fields>): Fields =>
		unit === 'month' ? { year, month } : { year, month, day };
	return calendar.between(cut(first), cut(last), style, messages.dash);
}
