/** What files that this product writes have in common with its readers of them: names, and how cells are written. */
import { parseEdtf } from '../core/edtf.ts';

/** Columns of the events of a CSV file, as in the template; `whenInferred` and `originalId` only exported files have. */
export const EVENT_COLUMNS = {
	id: 'id',
	title: 'title',
	summary: 'summary',
	when: 'date',
	whenInferred: 'date inferred',
	end: 'end',
	category: 'category',
	actors: 'actors',
	status: 'status',
	media: 'media',
	mediaAlt: 'alt',
	mediaCredit: 'credit',
	mediaGraphic: 'graphic',
	originalId: 'original id'
} as const;

/** Columns of a place; of the second one `place 2`, and so on. */
export const PLACE_COLUMNS = {
	name: 'place',
	latitude: 'latitude',
	longitude: 'longitude',
	country: 'country',
	role: 'role',
	precision: 'precision',
	inferred: 'place inferred'
} as const;

/** Columns of a source; of the second one `source 2`, and so on. */
export const SOURCE_COLUMNS = {
	title: 'source',
	url: 'source url',
	publisher: 'publisher',
	published: 'source date',
	says: 'says',
	publishedInferred: 'source date inferred',
	/** The date that the report gives for the event. */
	when: 'date in source',
	/** That date, or what the report says, is concluded from it. */
	inferred: 'says inferred'
} as const;

/** Columns that say the same in every row: what the events are taken from. The first three make a file one of ours. */
export const ORIGIN_COLUMNS = {
	title: 'dataset',
	version: 'dataset version',
	licence: 'licence',
	language: 'language',
	selection: 'selection',
	link: 'selection link',
	updated: 'data as of',
	rejected: 'records rejected'
} as const;

/** Member of a GeoJSON collection that makes it one of ours. */
export const GEOJSON_MARK = 'chronotope:export';

/** Properties of a calendar's entry that only exported files have; the first makes the entry one of ours. */
export const CALENDAR_PROPERTIES = {
	id: 'X-CHRONOTOPE-ID',
	/** EDTF. */
	when: 'X-CHRONOTOPE-WHEN',
	/** `TRUE`: no report gives this date. */
	inferred: 'X-CHRONOTOPE-INFERRED',
	status: 'X-CHRONOTOPE-STATUS',
	/** The place that the position is of, where `LOCATION` names several. */
	place: 'X-CHRONOTOPE-PLACE',
	/** `TRUE`: no report names it. */
	placeInferred: 'X-CHRONOTOPE-PLACE-INFERRED'
} as const;

/** Of the calendar. */
export const CALENDAR_ORIGIN = {
	version: 'X-CHRONOTOPE-VERSION',
	licence: 'X-CHRONOTOPE-LICENCE',
	language: 'X-CHRONOTOPE-LANGUAGE',
	selection: 'X-CHRONOTOPE-SELECTION',
	link: 'X-CHRONOTOPE-LINK',
	updated: 'X-CHRONOTOPE-UPDATED',
	rejected: 'X-CHRONOTOPE-REJECTED',
	/** How many of the chosen events have no day, and are not in it. */
	undated: 'X-CHRONOTOPE-UNDATED'
} as const;

/** What follows an event's own description in a calendar begins with it: `EDTF 2024-12~`, then the reports. */
export function calendarNote(when: string): string {
	return `EDTF ${when}`;
}

/** Name of a column or member with the reasons why a record was rejected. Not translated, as readers leave out what has this name. */
export const REASONS = 'chronotope:reasons';
/** The same as a property of iCalendar, whose names have no colon. */
export const CALENDAR_REASONS = 'X-CHRONOTOPE-REASONS';

/** Whether a column or member is none of the file's own. */
export function isReasons(name: string): boolean {
	return name === REASONS || name === CALENDAR_REASONS;
}

/** Whether a file has the reasons of rejected rows, which have no room for them themselves. */
export function isReasonsFile(file: string): boolean {
	return file.endsWith(`${REJECTED}${REASONS_ENDING}`);
}

/** What its name has beyond that of the file with the rows. */
export const REASONS_ENDING = '-reasons.csv';
const REJECTED = '-rejected';

/** `events.csv` to `events-rejected.csv`; once is enough. */
export function rejectedName(file: string): string {
	const own = originalName(file);
	const dot = own.lastIndexOf('.');
	const end = dot > own.search(/[^/\\]*$/) ? dot : own.length;
	return `${own.slice(0, end)}${REJECTED}${own.slice(end)}`;
}

/** The name without what `rejectedName`, and a browser that has such a file already, put into it: ` (1)`. */
export function originalName(file: string): string {
	return file.replace(/-rejected(?: ?\(\d{1,4}\))?(?=\.[^./\\]*$|$)/, '');
}

/** With these spreadsheets begin what they calculate, full-width forms included; so do white space and NUL that they drop. */
const FORMULA = /^'*[=+\-@\t\r\n\0＝＋－＠]/;
/** The same with the apostrophe of `neutralised`. */
const NEUTRALISED = /^'+[=+\-@\t\r\n\0＝＋－＠]/;

/**
 * A text that no spreadsheet takes for a formula: with an apostrophe before it where it would be one. Numbers (`-70.25`) and
 * dates before our era (`-0044-03-15`) stay as they are. A text that has an apostrophe there itself gets one more, so that
 * `restored(neutralised(text)) === text` for every text.
 */
export function neutralised(text: string): string {
	if (!FORMULA.test(text)) return text;
	return /^-\d+(?:\.\d+)?$/.test(text) || (text.startsWith('-') && parseEdtf(text).ok) ? text : `'${text}`;
}

/** The text without the apostrophe that `neutralised` put before it. */
export function restored(text: string): string {
	return NEUTRALISED.test(text) ? text.slice(1) : text;
}

/** Several names in one cell, `;` between them and a backslash before one that is part of a name. */
export function joinNames(names: readonly string[]): string {
	return names.map((name) => name.replace(/[\\;]/g, '\\$&')).join(';');
}

/** The inverse of `joinNames`. A backslash before anything else is a backslash. */
export function splitNames(cell: string): string[] {
	const names = [''];
	for (const [part] of cell.matchAll(/\\[\\;]|[^]/g)) {
		if (part === ';') names.push('');
		else names[names.length - 1] += part.length > 1 ? part.slice(1) : part;
	}
	return cell === '' ? [] : names;
}

/** A text that is a language tag in its usual spelling; `null`: it is none. */
export function languageTag(text: string): string | null {
	return /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/.test(text) ? text : null;
}

/** A text on one line. */
export function oneLine(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}
