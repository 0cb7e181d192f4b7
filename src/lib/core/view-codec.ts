import { formatPeriodEnd, formatPeriodStart, parseDayPeriod, parsePeriod } from './granularity.ts';
import type { Bounds } from './bounds.ts';
import type { Filter } from './filter.ts';
import type { Interval } from './interval.ts';
import { isId } from './id.ts';
import { STATUSES } from './model.ts';
import type { ActorId, CategoryId, EventId, PlaceId, SourceId, Status } from './model.ts';
import { MAX_QUERY_LENGTH, normalizeQuery } from './search.ts';
import { AXES, DEFAULT_VIEW, ORDERS, PLAY_MODES, THEMES } from './view.ts';
import type { Camera, View } from './view.ts';
import { PARAMETERS, type Notice, type Parameter } from './parameters.ts';

/** Longest query string that is written, in characters. */
export const MAX_LINK_LENGTH = 2000;

const ZOOM_DIGITS = 2;
const CAMERA_DEGREE_DIGITS = 5;
const BOUNDS_DIGITS = 4;

/**
 * The one canonical query string of a view, without `?`; empty for the default view. `decodeView` gives the same view
 * back for every view whose numbers are rounded as links round them (`roundCamera`, `roundBounds`).
 */
export function encodeView(view: View): string {
	const { filter } = view;
	const { window } = filter;
	const list = (ids: readonly string[]): string => ids.map(escape).join(',');
	const text: Readonly<Record<Parameter, string>> = {
		from: window.start === -Infinity ? '' : formatPeriodStart(window.start),
		to: window.end === Infinity ? '' : formatPeriodEnd(window.end),
		place: list(filter.places),
		category: list(filter.categories),
		actor: list(filter.actors),
		source: list(filter.sources),
		status: list(filter.statuses),
		q: escape(filter.query),
		known: filter.known === null ? '' : formatPeriodEnd(filter.known),
		bounds: filter.bounds === null ? '' : encodeBounds(filter.bounds),
		event: escape(view.event ?? ''),
		map: view.camera === null ? '' : encodeCamera(view.camera),
		order: view.order === DEFAULT_VIEW.order ? '' : view.order,
		axis: view.axis === DEFAULT_VIEW.axis ? '' : view.axis,
		play: view.play === DEFAULT_VIEW.play ? '' : view.play,
		theme: view.theme ?? ''
	};
	const query = PARAMETERS.filter((name) => text[name] !== '')
		.map((name) => `${name}=${text[name]}`)
		.join('&');
	// Chat apps take closing punctuation for the end of the sentence and not of the link.
	return query.replace(/\.$/, '%2E');
}

/**
 * Reads any query string, with or without `?`. Never throws; what cannot be read is left at its default and said in a
 * notice. Unknown parameters are ignored; of two with the same name the first counts.
 */
export function decodeView(query: string): { readonly view: View; readonly notices: readonly Notice[] } {
	const notices: Notice[] = [];
	const values = readParameters(query, notices);
	const read = <T>(parameter: Parameter, parse: (value: string) => T | null): T | null => {
		const value = values.get(parameter);
		if (value === undefined) return null;
		const parsed = parse(value);
		if (parsed === null) notices.push(notice('malformed', parameter, value));
		return parsed;
	};
	const ids = <T extends string>(parameter: Parameter, isOne: (text: string) => text is T): readonly T[] => {
		const texts = values.get(parameter)?.split(',') ?? [];
		const good = texts.filter((text) => isOne(text));
		for (const text of texts) if (!isOne(text)) notices.push(notice('malformed', parameter, text));
		return sortedSet(good);
	};
	const filter: Filter = {
		window: readWindow(read('from', parsePeriod), read('to', parsePeriod), values, notices),
		places: ids('place', isId<PlaceId>),
		categories: ids('category', isId<CategoryId>),
		actors: ids('actor', isId<ActorId>),
		sources: ids('source', isId<SourceId>),
		statuses: ids('status', (text): text is Status => isOneOf(STATUSES, text)),
		query: readQuery(values.get('q') ?? '', notices),
		known: read('known', parseDayPeriod)?.end ?? null,
		bounds: read('bounds', decodeBounds)
	};
	const view: View = {
		filter,
		event: read('event', (value) => (isId<EventId>(value) ? value : null)),
		camera: read('map', decodeCamera),
		order: read('order', (value) => oneOf(ORDERS, value)) ?? DEFAULT_VIEW.order,
		axis: read('axis', (value) => oneOf(AXES, value)) ?? DEFAULT_VIEW.axis,
		play: read('play', (value) => oneOf(PLAY_MODES, value)) ?? DEFAULT_VIEW.play,
		theme: read('theme', (value) => oneOf(THEMES, value))
	};
	return { view, notices };
}

/** A list of ids as a View holds it: sorted, each once. */
export function sortedSet<T extends string>(ids: Iterable<T>): readonly T[] {
	return [...new Set(ids)].sort();
}

/** A camera with the digits that a link carries: zoom 2, degrees 5. */
export function roundCamera(camera: Camera): Camera {
	const degrees = (value: number): number => round(value, CAMERA_DEGREE_DIGITS);
	return {
		zoom: round(camera.zoom, ZOOM_DIGITS),
		lat: degrees(camera.lat),
		lng: degrees(wrapDegrees(camera.lng)),
		bearing: degrees(wrapDegrees(camera.bearing)),
		pitch: degrees(camera.pitch)
	};
}

/** Bounds with the digits that a link carries: 4. Longitudes are wrapped into [-180, 180]. */
export function roundBounds(bounds: Bounds): Bounds {
	const whole = bounds.east - bounds.west >= 360;
	return {
		west: whole ? -180 : round(wrapDegrees(bounds.west), BOUNDS_DIGITS),
		south: round(Math.max(-90, bounds.south), BOUNDS_DIGITS),
		east: whole ? 180 : round(wrapDegrees(bounds.east), BOUNDS_DIGITS),
		north: round(Math.min(90, bounds.north), BOUNDS_DIGITS)
	};
}

function readParameters(query: string, notices: Notice[]): ReadonlyMap<Parameter, string> {
	const values = new Map<Parameter, string>();
	// Punctuation that a chat app or a sentence glued to the end of the link.
	const trimmed = query.replace(/^\?/, '').replace(/[.,)]+$/, '');
	for (const pair of trimmed.split('&')) {
		const equals = pair.indexOf('=');
		const name = oneOf(PARAMETERS, unescape(equals < 0 ? pair : pair.slice(0, equals)) ?? '');
		if (name === null) continue;
		const raw = equals < 0 ? '' : pair.slice(equals + 1);
		const value = unescape(raw);
		if (value === null) notices.push(notice('unreadable', name, raw));
		else if (values.has(name)) notices.push(notice('duplicate', name, value));
		else values.set(name, value);
	}
	return values;
}

function readWindow(
	from: Interval | null,
	to: Interval | null,
	values: ReadonlyMap<Parameter, string>,
	notices: Notice[]
): Interval {
	if (from !== null && to !== null && from.start >= to.end) {
		notices.push(notice('swapped', 'from', values.get('from') ?? ''));
		return { start: to.start, end: from.end };
	}
	return { start: from?.start ?? -Infinity, end: to?.end ?? Infinity };
}

function readQuery(value: string, notices: Notice[]): string {
	if (value.length > MAX_QUERY_LENGTH) notices.push(notice('shortened', 'q', value));
	return normalizeQuery(value);
}

function encodeCamera({ zoom, lat, lng, bearing, pitch }: Camera): string {
	const position = [zoom, lat, lng];
	return (bearing === 0 && pitch === 0 ? position : [...position, bearing, pitch]).join('/');
}

function decodeCamera(text: string): Camera | null {
	const numbers = readNumbers(text, '/');
	if (numbers === null || (numbers.length !== 3 && numbers.length !== 5)) return null;
	const [zoom = 0, lat = 0, lng = 0, bearing = 0, pitch = 0] = numbers;
	if (zoom < 0 || zoom > 24 || Math.abs(lat) > 90 || Math.abs(lng) > 180) return null;
	if (Math.abs(bearing) > 360 || pitch < 0 || pitch > 85) return null;
	return roundCamera({ zoom, lat, lng, bearing, pitch });
}

function encodeBounds({ west, south, east, north }: Bounds): string {
	return [west, south, east, north].join(',');
}

function decodeBounds(text: string): Bounds | null {
	const numbers = readNumbers(text, ',');
	if (numbers?.length !== 4) return null;
	const [west = 0, south = 0, east = 0, north = 0] = numbers;
	if (Math.abs(west) > 180 || Math.abs(east) > 180 || Math.abs(south) > 90 || Math.abs(north) > 90) return null;
	return south > north ? null : roundBounds({ west, south, east, north });
}

function readNumbers(text: string, separator: string): readonly number[] | null {
	const parts = text.split(separator);
	return parts.every((part) => /^-?\d{1,3}(?:\.\d{1,20})?$/.test(part)) ? parts.map(Number) : null;
}

/** Digits after the point; never -0 and never an exponent, so that what is written is what is read. */
function round(value: number, digits: number): number {
	return Number(value.toFixed(digits)) + 0;
}

/** Into [-180, 180]; 180 itself stays, so that the whole world keeps its two sides. */
function wrapDegrees(value: number): number {
	return Math.abs(value) <= 180 ? value : ((((value + 180) % 360) + 360) % 360) - 180;
}

function escape(text: string): string {
	return encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** `null` for broken percent encoding and for control characters, which no parameter has. */
function unescape(text: string): string | null {
	try {
		const plain = decodeURIComponent(text.replaceAll('+', ' '));
		return /\p{Cc}/u.test(plain) ? null : plain;
	} catch {
		return null;
	}
}

function notice(code: Notice['code'], parameter: Parameter, value: string): Notice {
	return { code, parameter, value: [...value].slice(0, 80).join('') };
}

function isOneOf<T extends string>(known: readonly T[], text: string): text is T {
	return known.some((value) => value === text);
}

function oneOf<T extends string>(known: readonly T[], text: string): T | null {
	return isOneOf(known, text) ? text : null;
}
