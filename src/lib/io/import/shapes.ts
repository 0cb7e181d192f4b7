import type { LngLat } from '../../core/model.ts';
import type { CellResult } from './dates.ts';
import { gatherPositions } from './shape-parts.ts';
import { geometryOfWkt } from './wkt.ts';

/** A point of a geometry. `type`: what it was, when it was no point. */
export interface ShapePoint {
	readonly point: LngLat;
	readonly type: string | null;
	/** The first number after the two of a position, a height or measure that is left out. */
	readonly extra: number | null;
	/** Parts that were left out, each by its number from 1, in a collection within a collection `2.1`. */
	readonly bad: readonly string[];
	/** How many rings were closed. */
	readonly unclosed: number;
	/** How many rings have fewer than three corners. */
	readonly short: number;
}

const MAX_POSITIONS = 200_000;

/**
 * GeoJSON geometry or WKT: a point as it is, of everything else the middle of what it spans. `null`: an empty geometry. Bad
 * parts of a group are left out as long as one is good.
 */
export function readShape(cell: string): CellResult<ShapePoint | null> {
	const text = cell.trim();
	const geometry = text.startsWith('{') ? parsed(text) : geometryOfWkt(text);
	const found = gatherPositions(geometry);
	if (found === null || found.positions.length > MAX_POSITIONS)
		return { ok: false, code: 'coordinates-unreadable', params: {} };
	const { positions, extra, bad, unclosed, short } = found;
	const [first] = positions;
	if (first === undefined) return { ok: true, value: null };
	const type = geometry !== null && 'type' in geometry ? String(geometry.type) : '';
	const said = { extra, bad, unclosed, short };
	if (/^Point$/i.test(type)) return { ok: true, value: { point: first, type: null, ...said } };
	return { ok: true, value: { point: middle(positions), type, ...said } };
}

function parsed(text: string): object | null {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' ? value : null;
	} catch {
		return null;
	}
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
