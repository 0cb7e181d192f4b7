/** Times of a calendar as ISO texts, with the offset from UTC of the zone that the calendar describes. */
import ICAL from 'ical.js';
import { unfold, type Entry } from './icalendar-entries.ts';

export type Zones = ReadonlyMap<string, ICAL.Timezone>;

/** Rules by which zones change their clocks; others could repeat each second for centuries. */
const YEARLY =
	/^RRULE:(?=(?:.*;)?FREQ=YEARLY(?:;|$))(?=(?:.*;)?BYMONTH=(?:0?[1-9]|1[0-2])(?:;|$))[A-Z0-9=;,+-]{1,200}$/i;
const RULE_PARTS: ReadonlySet<string> = new Set(['FREQ', 'BYMONTH', 'BYDAY', 'UNTIL', 'WKST']);

/** Most rules of all zones of a calendar together: each is followed year by year. A zone has two, or a few for its past. */
const MAX_RULES = 200;
/** Clocks are not foretold for later years. */
const MAX_YEAR = 2200;

/** The zones that can be read. */
export function readZones(entries: readonly Entry[]): Zones {
	const zones = new Map<string, ICAL.Timezone>();
	let rules = 0;
	for (const { kind, lines } of entries) {
		if (kind !== 'vtimezone' || !unfold(lines).every(isHarmless)) continue;
		rules += lines.filter((line) => /^RRULE[:;]/i.test(line)).length;
		if (rules > MAX_RULES) break;
		try {
			const zone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(lines.join('\r\n'))));
			// Its rules are read when they are first asked for.
			ICAL.Time.fromData({ year: MAX_YEAR, month: 7, day: 1, hour: 0, minute: 0, second: 0 }, zone).utcOffset();
			zones.set(zone.tzid, zone);
		} catch {
			// Times in it are then in a zone that is not known, and said to be.
		}
	}
	return zones;
}

function isHarmless(line: string): boolean {
	if (!/^RRULE[:;]/i.test(line)) return !/^EXRULE[:;]/i.test(line);
	const parts = line.slice('RRULE:'.length).split(';');
	return YEARLY.test(line) && parts.every((part) => RULE_PARTS.has(part.slice(0, part.indexOf('=')).toUpperCase()));
}

/** A property as the parser has it. */
export type Property = readonly [
	name: string,
	parameters: Readonly<Record<string, unknown>>,
	type: string,
	...unknown[]
];

export interface CalendarTime {
	/** `2024-05-01`, `2024-05-01T10:00:00+02:00`; as in the file where it cannot be read. */
	readonly text: string;
	/** A zone that the file names and does not describe. */
	readonly unknownZone: string | null;
}

const UTC: ReadonlySet<string> = new Set(['UTC', 'GMT', 'Z', 'Etc/UTC', 'Etc/GMT']);

/** `raw` is the value as it is written: of what is no time the parser makes something else. */
export function timeText(property: Property, raw: string, zones: Zones): CalendarTime {
	const [, { tzid }, , value] = property;
	const text = String(value ?? '');
	const time = parts(text);
	if (time === null || !/^\d{8}(?:T\d{6}Z?)?$/.test(raw)) return { text: raw, unknownZone: null };
	if (time.isDate || text.endsWith('Z') || typeof tzid !== 'string') return { text, unknownZone: null };
	if (UTC.has(tzid)) return { text: `${text}Z`, unknownZone: null };
	const zone = time.year > MAX_YEAR ? undefined : zones.get(tzid);
	if (zone === undefined) return { text, unknownZone: tzid };
	return { text: withOffset(text, time, zone), unknownZone: null };
}

/** Longest duration, in seconds: a hundred years. */
const MAX_DURATION = 3_155_760_000;

/** Start and duration as the end, which is exclusive; the duration as it is written where nothing can be made of it. */
export function endText(start: Property, duration: string, zones: Zones): string {
	const [, { tzid }, , value] = start;
	const text = String(value ?? '');
	const init = parts(text);
	const seconds = secondsOf(duration);
	if (init === null || seconds === null) return duration;
	const zone = typeof tzid === 'string' && init.year < MAX_YEAR ? zones.get(tzid) : undefined;
	const time = ICAL.Time.fromData(init, text.endsWith('Z') ? ICAL.Timezone.utcTimezone : zone);
	time.addDuration(ICAL.Duration.fromSeconds(seconds));
	const end = time.toString();
	const isUtc = typeof tzid === 'string' && UTC.has(tzid);
	if (zone === undefined || init.isDate) return isUtc && !init.isDate ? `${end}Z` : end;
	const endParts = parts(end);
	return endParts === null ? end : withOffset(end, endParts, zone);
}

function secondsOf(duration: string): number | null {
	try {
		const seconds = ICAL.Duration.fromString(duration).toSeconds();
		return seconds >= 0 && seconds <= MAX_DURATION ? seconds : null;
	} catch {
		return null;
	}
}

interface Parts {
	readonly year: number;
	readonly month: number;
	readonly day: number;
	readonly hour: number;
	readonly minute: number;
	readonly second: number;
	readonly isDate: boolean;
}

function parts(text: string): Parts | null {
	const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2})Z?)?$/.exec(text);
	if (match === null) return null;
	const [, ...texts] = match;
	const [year = NaN, month = NaN, day = NaN, hour = 0, minute = 0, second = 0] = texts.map((part) => Number(part ?? 0));
	return { year, month, day, hour, minute, second, isDate: texts[3] === undefined };
}

function withOffset(text: string, time: Parts, zone: ICAL.Timezone): string {
	const local = ICAL.Time.fromData(time, zone);
	const seconds = local.utcOffset();
	// EDTF has no seconds in an offset; local mean times of the nineteenth century had.
	if (seconds % 60 !== 0) return local.convertToZone(ICAL.Timezone.utcTimezone).toString();
	const minutes = Math.abs(seconds / 60);
	const [hours, rest] = [Math.floor(minutes / 60), minutes % 60].map((number) => String(number).padStart(2, '0'));
	return `${text}${seconds < 0 ? '-' : '+'}${hours}:${rest}`.replace(/[-+]00:00$/, 'Z');
}
