import { parseDate } from '../../core/dataset-dates.ts';
import type { EdtfDate } from '../../core/edtf-types.ts';
import { isListed } from '../../core/gone.ts';
import { civilOf, DAY_MS } from '../../core/instant.ts';
import type { Interval } from '../../core/interval.ts';
import type { Dataset, HistoricalEvent, PlaceRole, Status } from '../../core/model.ts';
import { CALENDAR_ORIGIN, CALENDAR_PROPERTIES, calendarNote, oneLine } from '../exported.ts';
import { slugOf } from '../import/slugs.ts';
import { decimal } from './decimal.ts';
import { Flattener, plain, type FlatEvent, type FlatPlace, type FlatSource } from './flat-event.ts';
import { provenanceOf, type ExportOptions } from './provenance.ts';

/** What a description says of an event besides its summary, as on the event's own page. */
export interface CalendarWords {
	readonly statusMeaning: Readonly<Record<Status, string>>;
	/** Before the name of a place. */
	readonly role: Readonly<Record<PlaceRole, string>>;
	readonly precision: { readonly region: string; readonly country: string };
	/** Of a place that no report names, a day that no report gives. */
	readonly inferred: string;
	/** The same of the event's date. */
	readonly whenInferred: string;
}

export interface CalendarOptions extends ExportOptions {
	/** In the language of the texts, where there are any. */
	readonly words: CalendarWords;
	/** The address of an event's own page; absent: it has none. */
	readonly permalink?: (id: HistoricalEvent['id']) => string;
}

/** Entries that are one piece of text. */
const PIECE_SIZE = 2_000;

/**
 * Events as iCalendar (RFC 5545), in pieces: an entry of whole days for each event whose date has any, from its first day up to
 * and without the day after its last. Only days that the date itself bounds are there: of a side that is open or unknown none,
 * of a date with gaps those before the first gap; its text (EDTF) stands in the description, and in a property by itself.
 * What has no day between the years 1 and 9999 is left out, and counted in the head: see `withoutDay`.
 *
 * It holds, and gives back to our importer: ids, dates (EDTF), titles, summaries, the name of the category, status, of one
 * place name and position (7 decimals); whether that date and that place are inferred; the dataset's title. For readers alone
 * it has the names of all places, and in the description: the status unless it occurred, places that it did not happen at or
 * that are inferred or known roughly, and of each claim the report's title, publisher, day and address, and the date that it
 * gives (EDTF). What is inferred of these is marked. Control characters are left out.
 *
 * Nothing in it is of the moment in which it was written: `DTSTAMP` is the day on which the event was added or last changed.
 */
export function* icalendarFile(dataset: Dataset, options: CalendarOptions): Generator<string, void> {
	const { events = dataset.events.filter(isListed), language = dataset.languages[0] ?? 'und' } = options;
	const flattener = new Flattener(dataset, language);
	const title = oneLine(flattener.text(dataset.title));
	const realm = realmOf(dataset);
	const undated = withoutDay(events);
	yield lines([
		['BEGIN', 'VCALENDAR'],
		['VERSION', '2.0'],
		['PRODID', '-//Chronotope//Chronotope//EN'],
		['CALSCALE', 'GREGORIAN'],
		['NAME', escaped(title)],
		['X-WR-CALNAME', escaped(title)],
		[CALENDAR_ORIGIN.version, escaped(plain(dataset.version))],
		[CALENDAR_ORIGIN.licence, escaped(plain(dataset.licence))],
		[CALENDAR_ORIGIN.language, language],
		...provenanceOf(options, CALENDAR_ORIGIN).map(([name, value]) => [name, escaped(String(value))] as const),
		...(undated === 0 ? [] : [[CALENDAR_ORIGIN.undated, String(undated)] as const])
	]);
	for (let from = 0; from < events.length; from += PIECE_SIZE) {
		const entries = events.slice(from, from + PIECE_SIZE).map((event) => {
			const days = daysOf(event);
			return days === null ? '' : lines(entryOf(event, flattener.flat(event), days, realm, options));
		});
		yield entries.join('');
	}
	yield lines([['END', 'VCALENDAR']]);
}

/** How many events a calendar leaves out, as no day of theirs is known that it has a name for. */
export function withoutDay(events: readonly HistoricalEvent[]): number {
	return events.filter((event) => daysOf(event) === null).length;
}

/** What ids of events are unique in: the site, or else the dataset by its title. */
function realmOf({ url, title, languages }: Dataset): string {
	if (url !== undefined && URL.canParse(url)) return new URL(url).host;
	return `${slugOf(title[languages[0] ?? ''] ?? '') || 'dataset'}.chronotope`;
}

type Line = readonly [name: string, value: string];

/** A planned event is not there yet; what is reported alone is neither one nor the other. */
const STATUS: Readonly<Record<Status, string | null>> = {
	occurred: 'CONFIRMED',
	ongoing: 'CONFIRMED',
	planned: 'TENTATIVE',
	reported: null
};

function entryOf(
	{ id, added, modified = added }: HistoricalEvent,
	flat: FlatEvent,
	days: Interval,
	realm: string,
	{ permalink, words }: CalendarOptions
): readonly Line[] {
	const { places, status } = flat;
	const place = places.find(({ point }) => point !== null) ?? places[0];
	const names = [...new Set([place, ...places].flatMap((each) => (each === undefined ? [] : [oneLine(each.name)])))];
	const isPlanned = STATUS[status];
	return [
		['BEGIN', 'VEVENT'],
		['UID', `${id}@${realm}`],
		['DTSTAMP', `${basic(modified > added ? modified : added)}T000000Z`],
		['DTSTART;VALUE=DATE', dayText(days.start)],
		['DTEND;VALUE=DATE', dayText(days.end)],
		['SUMMARY', escaped(flat.title)],
		['DESCRIPTION', escaped(describe(flat, words))],
		...(names.length === 0 ? [] : [['LOCATION', escaped(names.join(', '))] as const]),
		...(place?.point ? [['GEO', `${degrees(place.point[1])};${degrees(place.point[0])}`] as const] : []),
		['CATEGORIES', escaped(flat.category)],
		...(isPlanned === null ? [] : [['STATUS', isPlanned] as const]),
		// The days are not the reader's own: nobody is busy on them.
		['TRANSP', 'TRANSPARENT'],
		...(permalink === undefined ? [] : [['URL', permalink(id)] as const]),
		[CALENDAR_PROPERTIES.id, id],
		[`${CALENDAR_PROPERTIES.when};VALUE=TEXT`, escaped(flat.when)],
		...(flat.whenInferred ? [[CALENDAR_PROPERTIES.inferred, 'TRUE'] as const] : []),
		[CALENDAR_PROPERTIES.status, status],
		...(names.length < 2 ? [] : [[`${CALENDAR_PROPERTIES.place};VALUE=TEXT`, escaped(names[0] ?? '')] as const]),
		...(place?.inferred === true ? [[CALENDAR_PROPERTIES.placeInferred, 'TRUE'] as const] : []),
		['END', 'VEVENT']
	];
}

/** The summary, then what the date says exactly, what else the other properties cannot say, and the reports. */
function describe({ summary, when, whenInferred, status, places, sources }: FlatEvent, words: CalendarWords): string {
	const note = [
		marked(calendarNote(when), whenInferred, words.whenInferred),
		...(status === 'occurred' ? [] : [words.statusMeaning[status]]),
		...new Set(places.flatMap((place) => placeNote(place, words))),
		...new Set(sources.map((source) => reportNote(source, words)))
	].join('\n');
	return summary === '' ? note : `${summary}\n\n${note}`;
}

/** Nothing of a place that the event simply happened at. */
function placeNote({ name, role, precision, inferred }: FlatPlace, words: CalendarWords): string[] {
	const rough = precision === 'region' || precision === 'country' ? words.precision[precision] : null;
	if (role === 'at' && rough === null && !inferred) return [];
	const text = oneLine(`${words.role[role]} ${name}`);
	return [marked(marked(text, rough !== null, rough ?? ''), inferred, words.inferred)];
}

function reportNote(source: FlatSource, { inferred }: CalendarWords): string {
	const { title, publisher, url } = source;
	const published = marked(source.published, source.publishedInferred, inferred);
	const when = source.when === '' ? '' : marked(calendarNote(source.when), source.inferred, inferred);
	return oneLine([title, publisher, published, when, url].filter((text) => text !== '').join(', '));
}

/** What is empty has nothing to be said of it. */
function marked(text: string, isSo: boolean, mark: string): string {
	return isSo && text !== '' ? `${text} (${mark})` : text;
}

/** The days of an event, ms, half-open; `null`: none that a calendar has a name for. */
function daysOf({ when }: HistoricalEvent): Interval | null {
	if (when === undefined) return null;
	const date = parseDate(when);
	const known = date.unit === 'ms' ? boundedPart(date) : null;
	if (known === null) return null;
	const start = Math.floor(known.start / DAY_MS) * DAY_MS;
	const end = Math.max(start + DAY_MS, Math.ceil(known.end / DAY_MS) * DAY_MS);
	return civilOf(start).year >= 1 && civilOf(end).year <= 9999 ? { start, end } : null;
}

/** The first stretch that a date bounds; of an open side nothing, so that then it is the period of the other one. */
function boundedPart({ matches, text }: EdtfDate): Interval | null {
	const first = matches[0];
	if (first === undefined) return null;
	const { start, end } = first;
	if (start !== -Infinity && end !== Infinity) return first;
	const known = text
		.replace(/^[[{]|[\]}]$/g, '')
		.split(/\/|\.\.|,/)
		.find((part) => part.trim() !== '');
	return known === undefined ? null : (parseDate(known.trim()).matches[0] ?? null);
}

function dayText(ms: number): string {
	const { year, month, day } = civilOf(ms);
	return `${String(year).padStart(4, '0')}${two(month)}${two(day)}`;
}

function two(value: number): string {
	return String(value).padStart(2, '0');
}

/** `2025-10-14` without its hyphens. */
function basic(day: string): string {
	return day.replaceAll('-', '');
}

function degrees(value: number): string {
	return decimal(Math.round(value * 1e7) / 1e7 + 0);
}

/** A text as a value: RFC 5545, 3.3.11. */
function escaped(text: string): string {
	return text
		.replace(/[\\;,]/g, '\\$&')
		.replace(/\r\n?|\n/g, '\\n')
		.replace(/[^\P{Cc}\t]/gu, '');
}

function lines(all: readonly Line[]): string {
	return all.map(([name, value]) => `${folded(`${name}:${value}`)}\r\n`).join('');
}

/** Octets of a line, its end aside. */
const LINE_OCTETS = 75;

/** A line of any length as lines of at most 75 octets, no character torn: RFC 5545, 3.1. */
function folded(line: string): string {
	if (line.length * 3 <= LINE_OCTETS) return line;
	let [written, octets] = ['', 0];
	for (const char of line) {
		const length = octetsOf(char.codePointAt(0) ?? 0);
		if (octets + length > LINE_OCTETS) {
			written += '\r\n ';
			octets = 1;
		}
		written += char;
		octets += length;
	}
	return written;
}

function octetsOf(point: number): number {
	return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4;
}
