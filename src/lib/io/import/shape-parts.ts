import type { LngLat } from '../../core/model.ts';

/** What is gathered of the positions of a geometry, whatever its parts are. */
export interface Gathered {
	readonly positions: LngLat[];
	/** The first number after the two of a position, a height or measure. */
	extra: number | null;
	/** Parts that were left out, each by its number from 1, in a collection within a collection `2.1`. */
	readonly bad: string[];
	/** How many rings do not end where they begin. */
	unclosed: number;
	/** How many rings have fewer than three corners. */
	short: number;
}

/** Deeper than this, collections within collections are not read. */
const MAX_DEPTH = 12;

type Read = (value: unknown, into: Gathered, path: string, depth: number) => boolean;

const simple = (read: (value: unknown, into: Gathered) => boolean): Read => read;
const several =
	(read: Read): Read =>
	(value, into, path, depth) =>
		readParts(value, read, into, path, depth);

/** How the coordinates of each type are read; of a collection its geometries. */
const READERS: ReadonlyMap<string, Read> = new Map([
	['point', simple((value, into) => isEmptyList(value) || readPosition(value, into))],
	['linestring', simple(readLine)],
	['polygon', simple(readRings)],
	['multipoint', several(simple(readPosition))],
	['multilinestring', several(simple(readLine))],
	['multipolygon', several(simple(readRings))],
	['geometrycollection', several(readGeometry)]
]);

/**
 * The positions of a GeoJSON geometry. Bad parts of a group are left out and named as long as one is good; `null`: there is
 * nothing in it that can be used.
 */
export function gatherPositions(geometry: unknown): Gathered | null {
	const found = gathered();
	if (!readGeometry(geometry, found, '', 0)) return null;
	return found.positions.length === 0 && found.bad.length > 0 ? null : found;
}

function gathered(): Gathered {
	return { positions: [], extra: null, bad: [], unclosed: 0, short: 0 };
}

function readGeometry(value: unknown, into: Gathered, path: string, depth: number): boolean {
	if (value === null || typeof value !== 'object' || !('type' in value) || depth > MAX_DEPTH) return false;
	const type = String(value.type).toLowerCase();
	const parts = 'geometries' in value ? value.geometries : 'coordinates' in value ? value.coordinates : null;
	return READERS.get(type)?.(parts, into, path, depth) ?? false;
}

function readParts(value: unknown, read: Read, into: Gathered, path: string, depth: number): boolean {
	if (!Array.isArray(value)) return false;
	const parts = value.map((item: unknown, index) => {
		const name = `${path}${index + 1}`;
		const part = gathered();
		return { name, part: read(item, part, `${name}.`, depth + 1) ? part : null };
	});
	if (parts.length > 0 && parts.every(({ part }) => part === null)) return false;
	// Where all are off the globe it is the whole that is told of: metres, or the two numbers swapped.
	const isSome = parts.some(
		({ part }) => part !== null && part.positions.length > 0 && part.positions.every(isOnGlobe)
	);
	for (const { part, name } of parts) {
		if (part === null || (isSome && !part.positions.every(isOnGlobe))) into.bad.push(name);
		else join(part, into);
	}
	return true;
}

function join(part: Gathered, into: Gathered): void {
	for (const position of part.positions) into.positions.push(position);
	for (const name of part.bad) into.bad.push(name);
	into.extra ??= part.extra;
	into.unclosed += part.unclosed;
	into.short += part.short;
}

/** Longitudes may have gone round once. */
function isOnGlobe([lng, lat]: LngLat): boolean {
	return Math.abs(lng) <= 540 && Math.abs(lat) <= 90;
}

function isEmptyList(value: unknown): boolean {
	return Array.isArray(value) && value.length === 0;
}

function readPosition(value: unknown, into: Gathered): boolean {
	if (!Array.isArray(value)) return false;
	const [lng, lat, extra] = value as unknown[];
	if (typeof lng !== 'number' || typeof lat !== 'number') return false;
	into.positions.push([lng, lat]);
	if (typeof extra === 'number') into.extra ??= extra;
	return true;
}

function readLine(value: unknown, into: Gathered): boolean {
	return Array.isArray(value) && value.every((position) => readPosition(position, into));
}

/** A hole says nothing of where an area is, least of all one that lies outside of it. */
function readRings(value: unknown, into: Gathered): boolean {
	if (!Array.isArray(value)) return false;
	const begin = into.positions.length;
	return value.every((ring) => {
		if (into.positions.length === begin) return readRing(ring, into);
		const hole = gathered();
		if (!readRing(ring, hole)) return false;
		hole.positions.length = 0;
		join(hole, into);
		return true;
	});
}

/** The middle is the same whether a ring is closed or not, and whichever way it winds. */
function readRing(value: unknown, into: Gathered): boolean {
	const begin = into.positions.length;
	if (!readLine(value, into)) return false;
	const length = into.positions.length - begin;
	const [first, last] = [into.positions[begin], into.positions.at(-1)];
	if (length === 0 || first === undefined || last === undefined) return true;
	const isClosed = length > 1 && first[0] === last[0] && first[1] === last[1];
	if (length - Number(isClosed) < 3) into.short++;
	else if (!isClosed) into.unclosed++;
	return true;
}
