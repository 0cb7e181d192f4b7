import type { LngLat } from '../../core/model.ts';
import type { CellResult } from './dates.ts';

/** A point of a geometry. `type`: what it was, when it was no point. */
export interface ShapePoint {
	readonly point: LngLat;
	readonly type: string | null;
	/** The first number after the two of a position, a height or measure that is left out. */
	readonly extra: number | null;
}

const TYPES = /^(?:Point|MultiPoint|LineString|MultiLineString|Polygon|MultiPolygon|GeometryCollection)$/i;
const MAX_POSITIONS = 200_000;

/** GeoJSON geometry or WKT: a point as it is, of everything else the middle of what it spans. `null`: an empty geometry. */
export function readShape(cell: string): CellResult<ShapePoint | null> {
	const text = cell.trim();
	const read = text.startsWith('{') ? fromJson(text) : fromWkt(text);
	if (read === null || !TYPES.test(read.type)) return { ok: false, code: 'coordinates-unreadable', params: {} };
	const [first] = read.positions;
	if (first === undefined) return { ok: true, value: null };
	const { extra } = read;
	if (/^Point$/i.test(read.type)) return { ok: true, value: { point: first, type: null, extra } };
	return { ok: true, value: { point: middle(read.positions), type: read.type, extra } };
}

interface Shape {
	readonly type: string;
	readonly positions: readonly LngLat[];
	readonly extra: number | null;
}

/** What is gathered of positions at any depth. */
interface Collected {
	readonly positions: LngLat[];
	extra: number | null;
}

function fromJson(text: string): Shape | null {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return null;
	}
	if (value === null || typeof value !== 'object' || !('type' in value)) return null;
	const type = String(value.type);
	const found: Collected = { positions: [], extra: null };
	const isWhole = collect(partsOf(value), found, 0) && isDeepEnough(type, value);
	return isWhole ? { type, ...found } : null;
}

function partsOf(value: object): unknown {
	return 'geometries' in value ? value.geometries : 'coordinates' in value ? value.coordinates : null;
}

/** How many lists stand around the numbers of a position. */
const DEPTHS: ReadonlyMap<string, number> = new Map([
	['Point', 0],
	['MultiPoint', 1],
	['LineString', 1],
	['MultiLineString', 2],
	['Polygon', 2],
	['MultiPolygon', 3]
]);

/** Whether the first position stands as deep as it does in this type; an empty list is none of any type. */
function isDeepEnough(type: string, value: object): boolean {
	const depth = DEPTHS.get(type);
	if (depth === undefined) return true;
	let found = 0;
	let first: unknown = partsOf(value);
	for (; Array.isArray(first) && Array.isArray(first[0]); found++) first = first[0];
	return Array.isArray(first) && (first.length === 0 || found === depth);
}

/** Every position at any depth; false when there is something else. */
function collect(value: unknown, found: Collected, depth: number): boolean {
	if (depth > 12 || found.positions.length > MAX_POSITIONS) return false;
	if (value !== null && typeof value === 'object' && !Array.isArray(value))
		return collect(partsOf(value), found, depth + 1);
	if (!Array.isArray(value)) return false;
	const [lng, lat, extra] = value as unknown[];
	if (typeof lng !== 'number') return value.every((item) => collect(item, found, depth + 1));
	if (typeof lat !== 'number') return false;
	found.positions.push([lng, lat]);
	if (typeof extra === 'number') found.extra ??= extra;
	return true;
}

/** Well-known text; numbers after the second of a position are heights and measures. */
function fromWkt(text: string): Shape | null {
	const head = /^(?:SRID=4326;)?\s*([a-z]{5,18})\s*(?:Z|M|ZM)?\s*(EMPTY$|\()/i.exec(text);
	if (head === null) return null;
	const positions: LngLat[] = [];
	let extra: number | null = null;
	if (/^EMPTY/i.test(head[2] ?? '')) return { type: head[1] ?? '', positions, extra };
	const plain = text.slice(head[0].length).replace(/[a-z]+|[()]/gi, ' ');
	for (const part of plain.split(',')) {
		const [lng, lat, height] = part.trim().split(/\s+/);
		const [x, y] = [Number(lng || NaN), Number(lat || NaN)];
		if (!Number.isFinite(x) || !Number.isFinite(y) || positions.length > MAX_POSITIONS) return null;
		positions.push([x, y]);
		if (height !== undefined && Number.isFinite(Number(height))) extra ??= Number(height);
	}
	return { type: head[1] ?? '', positions, extra };
}

/** The middle of the box around them; across the date line where that makes the box smaller. */
function middle(positions: readonly LngLat[]): LngLat {
	const [west, east] = spanOf(positions.map(([lng]) => lng));
	const [wideWest, wideEast] = spanOf(positions.map(([lng]) => (lng < 0 ? lng + 360 : lng)));
	const lng = wideEast - wideWest < east - west ? (wideWest + wideEast) / 2 : (west + east) / 2;
	const [south, north] = spanOf(positions.map(([, lat]) => lat));
	const round = (value: number) => Math.round(value * 1e6) / 1e6;
	return [round(lng > 180 ? lng - 360 : lng), round((south + north) / 2)];
}

function spanOf(values: readonly number[]): readonly [number, number] {
	return [values.reduce((a, b) => Math.min(a, b), Infinity), values.reduce((a, b) => Math.max(a, b), -Infinity)];
}
