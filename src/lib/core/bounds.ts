import type { LngLat } from './model.ts';

/** Degrees, WGS 84. `west > east` crosses the antimeridian. All four sides belong to it. */
export interface Bounds {
	readonly west: number;
	readonly south: number;
	readonly east: number;
	readonly north: number;
}

export function contains({ west, south, east, north }: Bounds, [lng, lat]: LngLat): boolean {
	const isAcross = west <= east ? lng >= west && lng <= east : lng >= west || lng <= east;
	return isAcross && lat >= south && lat <= north;
}
