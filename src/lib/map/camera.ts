import type { Bounds } from '$lib/core/bounds.ts';
import type { LngLat } from '$lib/core/model.ts';
import type { Camera } from '$lib/core/view.ts';
import {
	nearestCopy,
	scaleOf,
	toLngLat,
	toWorld,
	wrapLongitude,
	zoomOf,
	type ScreenPoint,
	type Size,
	type Viewport
} from './projection.ts';

export const MAX_ZOOM = 12;
/** As near as the map comes by itself to a single place, which keeps its surroundings. */
const MAX_FIT_ZOOM = 6;
/** And to several, so that the places of one town are told apart. */
const MAX_SPREAD_ZOOM = 11;

/** px of the box that stay free of places. */
export interface Padding {
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
	readonly left: number;
}

/** From this width on the controls stand at the side; below it they lie along the lower edge. */
const WIDE_PX = 640;

/** Room for marks, their names and the controls; never more than a good part of a small box. */
export function paddingFor({ width, height }: Size, dir: 'ltr' | 'rtl'): Padding {
	const block = Math.min(64, height * 0.16);
	const isWide = width >= WIDE_PX;
	// Names stand after their marks, in the order of reading.
	const start = isWide ? Math.min(84, width * 0.1) : width * 0.1;
	const end = isWide ? 124 : Math.min(108, width * 0.28);
	// The controls, as high as a finger needs, and half a mark above them.
	const bottom = isWide ? block : Math.max(block, Math.min(88, height * 0.42));
	return { top: block, right: dir === 'rtl' ? start : end, bottom, left: dir === 'rtl' ? end : start };
}

/** No smaller than one world over the box, so that every place stands in it at most once. */
export function minZoomFor({ width, height }: Size): number {
	return zoomOf(Math.max(width, height, 1));
}

/** The nearest camera that leaves nothing beyond the poles in view; what MapLibre would do with it as well. */
export function constrain(camera: Camera, size: Size): Camera {
	const zoom = Math.min(Math.max(camera.zoom, minZoomFor(size)), MAX_ZOOM);
	const half = size.height / 2 / scaleOf(zoom);
	const { y } = toWorld([camera.lng, camera.lat]);
	const kept = Math.min(Math.max(y, half), 1 - half);
	const lat = kept === y ? camera.lat : toLngLat({ x: 0, y: kept })[1];
	return { ...camera, zoom, lat, lng: wrapLongitude(camera.lng) };
}

/** North up, all points inside the padded box, across the antimeridian where that is the shorter way; no nearer than `nearest`. */
export function fitPoints(points: readonly LngLat[], size: Size, padding: Padding, nearest?: number): Camera {
	if (points.length === 0) return constrain({ zoom: 0, lat: 20, lng: 0, bearing: 0, pitch: 0 }, size);
	const world = points.map(toWorld);
	const ys = world.map(({ y }) => y);
	const { start, length } = shortestArc(world.map(({ x }) => x));
	// One by one: as arguments so many numbers as there may be places would be too many.
	const top = ys.reduce((least, y) => Math.min(least, y), Infinity);
	const bottom = ys.reduce((most, y) => Math.max(most, y), -Infinity);
	const width = Math.max(size.width - padding.left - padding.right, 1);
	const height = Math.max(size.height - padding.top - padding.bottom, 1);
	const limit = nearest ?? (length > 0 || bottom > top ? MAX_SPREAD_ZOOM : MAX_FIT_ZOOM);
	const scale = Math.min(width / Math.max(length, 1e-9), height / Math.max(bottom - top, 1e-9), scaleOf(limit));
	const zoom = Math.max(zoomOf(scale), minZoomFor(size));
	const used = scaleOf(zoom);
	const [lng, lat] = toLngLat({
		x: start + length / 2 + (padding.right - padding.left) / 2 / used,
		y: (top + bottom) / 2 + (padding.bottom - padding.top) / 2 / used
	});
	return constrain({ zoom, lat, lng, bearing: 0, pitch: 0 }, size);
}

/** Exactly these bounds. */
export function fitBounds({ west, south, east, north }: Bounds, size: Size): Camera {
	const middle = (west + (east < west ? east + 360 : east)) / 2;
	const none = { top: 0, right: 0, bottom: 0, left: 0 };
	const [a, b] = [toWorld([west, north]), toWorld([east < west ? east + 360 : east, south])];
	const scale = Math.min(size.width / Math.max(b.x - a.x, 1e-9), size.height / Math.max(b.y - a.y, 1e-9));
	const [, lat] = toLngLat({ x: 0, y: (a.y + b.y) / 2 });
	return constrain({ ...fitPoints([[middle, lat]], size, none), zoom: zoomOf(scale), lat, lng: middle }, size);
}

/** Nearer or farther, with the point `around` (px; else the middle) kept where it is. Not constrained. */
export function zoomedAround(viewport: Viewport, steps: number, around?: ScreenPoint): Camera {
	const { camera } = viewport;
	const middle = toWorld([camera.lng, camera.lat]);
	const zoom = Math.min(Math.max(camera.zoom + steps, minZoomFor(viewport)), MAX_ZOOM);
	const fixed = around === undefined ? middle : viewport.toWorld(around);
	const rest = 2 ** (camera.zoom - zoom);
	const [lng, lat] = toLngLat({
		x: fixed.x + (middle.x - fixed.x) * rest,
		y: fixed.y + (middle.y - fixed.y) * rest
	});
	return { ...camera, zoom, lat, lng: wrapLongitude(lng) };
}

/** Moved by parts of the width and the height, as seen on screen: positive to the right and down. Not constrained. */
export function panned(viewport: Viewport, { x, y }: ScreenPoint): Camera {
	const { camera, width, height } = viewport;
	const [lng, lat] = toLngLat(viewport.toWorld({ x: width * (0.5 + x), y: height * (0.5 + y) }));
	return { ...camera, lat, lng: wrapLongitude(lng) };
}

/** Whether all points are at least `margin` px inside. */
export function areInView(points: readonly LngLat[], viewport: Viewport, margin: number): boolean {
	const middle = toWorld([viewport.camera.lng, viewport.camera.lat]).x;
	return points.every((point) => {
		const { x, y } = viewport.toScreen(nearestCopy(toWorld(point), middle));
		return x >= margin && y >= margin && x <= viewport.width - margin && y <= viewport.height - margin;
	});
}

/** The smallest stretch of the round world that holds all of `xs`: what remains beside the largest gap. */
function shortestArc(xs: readonly number[]): { readonly start: number; readonly length: number } {
	const sorted = xs.map((x) => x - Math.floor(x)).sort((a, b) => a - b);
	const first = sorted[0] ?? 0;
	let gap = first + 1 - (sorted.at(-1) ?? 0);
	let start = first;
	sorted.forEach((x, i) => {
		const next = sorted[i + 1];
		if (next === undefined || next - x <= gap) return;
		gap = next - x;
		start = next;
	});
	return { start, length: 1 - gap };
}
