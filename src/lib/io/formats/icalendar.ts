import ICAL from 'ical.js';
import { CALENDAR_ORIGIN, CALENDAR_PROPERTIES, calendarNote, languageTag } from '../exported.ts';
import { rowProblem, showValue } from '../problems.ts';
import type { ColumnUse, Format, LeftOut } from './format.ts';
import { readEntries, unfold, type Entry } from './icalendar-entries.ts';
import { endText, readZones, timeText, type Property, type Zones } from './icalendar-times.ts';
import { textOf } from './json-values.ts';
import { cellOf, TableBuilder, type RowWriter } from './table.ts';

const USES: ReadonlyMap<string, ColumnUse> = new Map([
	['UID', { target: 'id' }],
	['SUMMARY', { target: 'title' }],
	['DESCRIPTION', { target: 'summary' }],
	['LOCATION', { target: 'place' }],
	['URL', { target: 'source-url' }],
	['CATEGORIES', { target: 'category' }]
]);

/** Of an entry that `io/export/icalendar.ts` has written. What else there is says the same less exactly. */
const OWN_USES: ReadonlyMap<string, ColumnUse> = new Map([
	[CALENDAR_PROPERTIES.id, { target: 'id' }],
	[CALENDAR_PROPERTIES.when, { target: 'when' }],
	[CALENDAR_PROPERTIES.inferred, { target: 'when-inferred' }],
	[CALENDAR_PROPERTIES.status, { target: 'status' }],
	['SUMMARY', { target: 'title' }],
	['DESCRIPTION', { target: 'summary' }],
	['LOCATION', { target: 'place' }],
	[CALENDAR_PROPERTIES.placeInferred, { target: 'place-inferred' }],
	['CATEGORIES', { target: 'category' }]
]);

const START: ColumnUse = { target: 'start', notation: 'iso' };
const END: ColumnUse = { target: 'end', notation: 'iso-exclusive' };

const NO_EVENTS: ReadonlyMap<string, LeftOut> = new Map([
	['vtodo', 'to-do'],
	['vjournal', 'journal-entry']
]);

/** iCalendar (RFC 5545). Of an event that repeats the first occurrence is read, and said to be no more. */
export const icalendar: Format = {
	id: 'icalendar',
	detect: ({ text }) => (/^\s*BEGIN:VCALENDAR\s/i.test(text.slice(0, 1_000)) ? 0.99 : 0),
	read(file) {
		const table = new TableBuilder('icalendar', file);
		const { entries, head } = readEntries(file.text);
		describe(head, table);
		const zones = readZones(entries);
		const events = entries.filter(({ kind }) => kind === 'vevent').map((entry) => ({ entry, ...parse(entry) }));
		const repeated = new Set(
			events.filter(({ properties }) => !has(properties, 'recurrence-id')).map(({ properties }) => uidOf(properties))
		);
		for (const { entry, properties, reason } of events) {
			const place = { file: file.name, line: entry.line };
			if (properties === null) {
				const value = (entry.lines.length > 1 ? entry.lines.slice(1) : entry.lines).join(' ');
				table.reject(rowProblem(place, 'error', 'calendar-invalid', { value, params: { reason } }));
			} else if (has(properties, 'recurrence-id') && repeated.has(uidOf(properties))) {
				table.leaveOut('changed-occurrence');
			} else if (has(properties, CALENDAR_PROPERTIES.id.toLowerCase())) readOwnEvent(table, entry, properties);
			else readEvent(table, entry, properties, zones);
		}
		for (const { kind } of entries) {
			const what = NO_EVENTS.get(kind);
			if (what !== undefined) table.leaveOut(what);
		}
		return { table: table.finish() };
	}
};

interface Parsed {
	/** `null` when it cannot be read, for the reason given. */
	readonly properties: readonly Property[] | null;
	readonly reason: string;
}

function parse({ lines }: Entry): Parsed {
	try {
		// [name, properties, components]
		const [, properties] = ICAL.parse(lines.join('\r\n')) as [string, Property[]?];
		return properties instanceof Array ? { properties, reason: '' } : { properties: null, reason: 'no BEGIN:VEVENT' };
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		return { properties: null, reason: showValue(withoutPrograms(message)) };
	}
}

/** What is not there is called undefined; the rest of such a message is about programs. */
function withoutPrograms(message: string): string {
	const [told = ''] = message.split(/["']?\bundefined\b/, 1);
	return told.trimEnd();
}

function has(properties: readonly Property[] | null, name: string): boolean {
	return properties?.some(([own]) => own === name) === true;
}

function uidOf(properties: readonly Property[] | null): string {
	return textOf(properties?.find(([name]) => name === 'uid')?.[3]);
}

/** Texts are as they were before they were written. */
function readOwnEvent(table: TableBuilder, { line, lines }: Entry, properties: readonly Property[]): void {
	const row = table.row({ line });
	const own = new Map(properties.map(([name, , , ...values]) => [name.toUpperCase(), values.map(textOf).join(',')]));
	const place = own.get(CALENDAR_PROPERTIES.place);
	if (place !== undefined) own.set('LOCATION', place);
	const note = calendarNote(own.get(CALENDAR_PROPERTIES.when) ?? '');
	own.set('DESCRIPTION', withoutNote(own.get('DESCRIPTION') ?? '', note));
	for (const [name, use] of OWN_USES) row.set(name, own.get(name) ?? '', use);
	if (own.has('GEO')) setPosition(row, lines);
}

/** A description without what follows from the last line break and note on. */
function withoutNote(text: string, note: string): string {
	const at = text.lastIndexOf(`\n\n${note}`);
	if (at >= 0) return text.slice(0, at);
	return text.startsWith(note) ? '' : text;
}

function readEvent(table: TableBuilder, { line, lines }: Entry, properties: readonly Property[], zones: Zones): void {
	const place = { file: table.file, line };
	const row = table.row({ line });
	for (const property of properties) {
		const [name, , , ...values] = property;
		const column = name.toUpperCase();
		if (name === 'dtstart' || name === 'dtend') {
			const { text, unknownZone } = timeText(property, rawValue(lines, column), zones);
			row.set(column, text, name === 'dtstart' ? START : END);
			if (unknownZone === null) continue;
			const details = { field: column, value: text, params: { zone: showValue(unknownZone) } };
			table.problems.push(rowProblem(place, 'warning', 'zone-unknown', details));
		} else if (name === 'geo') setPosition(row, lines);
		else if (name !== 'duration') row.set(column, cellOf(values.map(textOf)), USES.get(column));
	}
	setEnd(row, properties, zones);
	if (has(properties, 'rrule') || has(properties, 'rdate')) {
		table.problems.push(rowProblem(place, 'warning', 'recurrence-ignored'));
	}
}

/** `DURATION` stands where there is no `DTEND`. */
function setEnd(row: RowWriter, properties: readonly Property[], zones: Zones): void {
	const start = properties.find(([name]) => name === 'dtstart');
	const duration = properties.find(([name]) => name === 'duration');
	if (start === undefined || duration === undefined || has(properties, 'dtend')) return;
	row.set('DTEND', endText(start, textOf(duration[3]), zones), END);
}

/** `GEO:lat;lon` as it is written: the parser makes numbers of it, and of letters none. */
function setPosition(row: RowWriter, lines: readonly string[]): void {
	const [latitude = '', longitude = ''] = rawValue(lines, 'GEO').split(/\\?;/);
	row.set('GEO.latitude', latitude.trim(), { target: 'latitude' });
	row.set('GEO.longitude', longitude.trim(), { target: 'longitude' });
}

/** The value of a property that has no colon in it, as it is written. */
function rawValue(lines: readonly string[], name: string): string {
	const line = unfold(lines).find((text) => /^[\w-]+(?=[:;])/.exec(text)?.[0].toUpperCase() === name) ?? '';
	return line.slice(line.lastIndexOf(':') + 1).trim();
}

function unescaped(_: string, char: string): string {
	return /n/i.test(char) ? '\n' : char;
}

function describe(head: readonly string[], table: TableBuilder): void {
	const text = (name: RegExp): string | undefined => {
		const line = head.find((candidate) => name.test(candidate));
		try {
			if (line === undefined) return undefined;
			const [, , type, value] = ICAL.parse.property(line);
			// Of a property that it does not know the parser leaves the value as it is written.
			const read = type === 'unknown' ? textOf(value).replace(/\\([\\;,nN])/g, unescaped) : textOf(value);
			return read === '' ? undefined : read;
		} catch {
			return undefined;
		}
	};
	const title = text(/^(?:X-WR-CALNAME|NAME)[:;]/i);
	const description = text(/^(?:X-WR-CALDESC|DESCRIPTION)[:;]/i);
	if (title !== undefined) table.about.title = title;
	if (description !== undefined) table.about.description = description;
	const [version, licence] = [CALENDAR_ORIGIN.version, CALENDAR_ORIGIN.licence].map((name) =>
		text(new RegExp(`^${name}[:;]`, 'i'))
	);
	const language = languageTag(text(new RegExp(`^${CALENDAR_ORIGIN.language}[:;]`, 'i')) ?? '');
	if (version !== undefined) table.about.version = version;
	if (licence !== undefined) table.about.licence = licence;
	if (language !== null) table.about.language = language;
}
