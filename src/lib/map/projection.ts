import type { Bounds } from '$lib/core/bounds.ts';
import type { LngLat } from '$lib/core/model.ts';
import type { Camera } from '$lib/core/view.ts';

/** Web Mercator as MapLibre has it: the world is one unit wide and high, (0, 0) is 180° west, 85.05° north. */
export interface WorldPoint {
	/** Beyond 0 to 1 in further copies of the world. */
	readonly x: number;
	readonly y: number;
}

/** px from the upper left corner of the map's box. */
export interface ScreenPoint {
	readonly x: number;
	readonly y: number;
}

export interface Size {
	readonly width: number;
	readonly height: number;
}

/** What stands where on screen, for one frame. `toScreen` and `toWorld` are inverse. */
export interface Viewport extends Size {
	readonly camera: Camera;
	/** px of one world width. */
	readonly scale: number;
	toScreen(point: WorldPoint): ScreenPoint;
	toWorld(point: ScreenPoint): WorldPoint;
}

export const MAX_LATITUDE = 85.051129;
const TILE_PX = 512;
const RADIANS = Math.PI / 180;

export function toWorld([lng, lat]: LngLat): WorldPoint {
	const limited = Math.min(Math.max(lat, -MAX_LATITUDE), MAX_LATITUDE);
	return { x: lng / 360 + 0.5, y: 0.5 - Math.log(Math.tan(Math.PI / 4 + (limited * RADIANS) / 2)) / (2 * Math.PI) };
}

/** Longitude beyond 180° in further copies of the world. */
export function toLngLat({ x, y }: WorldPoint): LngLat {
	return [(x - 0.5) * 360, (2 * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - Math.PI / 2) / RADIANS];
}

/** The copy of a point that is nearest to `x`. */
export function nearestCopy(point: WorldPoint, x: number): WorldPoint {
	return { x: point.x + Math.round(x - point.x), y: point.y };
}

export function scaleOf(zoom: number): number {
	return TILE_PX * 2 ** zoom;
}

export function zoomOf(scale: number): number {
	return Math.log2(scale / TILE_PX);
}

/** The viewport of a camera without pitch, exactly as MapLibre draws it. */
export function flatViewport(camera: Camera, { width, height }: Size): Viewport {
	const middle = toWorld([camera.lng, camera.lat]);
	const scale = scaleOf(camera.zoom);
	const cos = Math.cos(camera.bearing * RADIANS) * scale;
	const sin = Math.sin(camera.bearing * RADIANS) * scale;
	return {
		width,
		height,
		camera,
		scale,
		toScreen({ x, y }) {
			const [dx, dy] = [x - middle.x, y - middle.y];
			return { x: width / 2 + dx * cos + dy * sin, y: height / 2 - dx * sin + dy * cos };
		},
		toWorld({ x, y }) {
			const [dx, dy] = [(x - width / 2) / scale ** 2, (y - height / 2) / scale ** 2];
			return { x: middle.x + dx * cos - dy * sin, y: middle.y + dx * sin + dy * cos };
		}
	};
}

/** What a viewport shows; the whole round of longitudes when it is as wide as the world. */
export function boundsOf(viewport: Viewport): Bounds {
	const { width, height } = viewport;
	const corners = [
		{ x: 0, y: 0 },
		{ x: width, y: 0 },
		{ x: width, y: height },
		{ x: 0, y: height }
	].map((corner) => viewport.toWorld(corner));
	const xs = corners.map(({ x }) => x);
	const ys = corners.map(({ y }) => Math.min(Math.max(y, 0), 1));
	const [west, south] = toLngLat({ x: Math.min(...xs), y: Math.max(...ys) });
	const [east, north] = toLngLat({ x: Math.max(...xs), y: Math.min(...ys) });
	if (east - west >= 360) return { west: -180, south, east: 180, north };
	return { west: wrapLongitude(west), south, east: wrapLongitude(east), north };
}

/** Into -180 to 180. */
export function wrapLongitude(lng: number): number {
	return ((((lng + 180) % 360) + 360) % 360) - 180;
}
