import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LngLat } from '$lib/core/model.ts';
import { areInView, constrain, fitBounds, fitPoints, MAX_ZOOM, minZoomFor, paddingFor } from '$lib/map/camera.ts';
import { boundsOf, flatViewport, nearestCopy, toLngLat, toWorld } from '$lib/map/projection.ts';

const SIZE = { width: 800, height: 500 };
const NONE = { top: 0, right: 0, bottom: 0, left: 0 };
const lngLat = fc.tuple(
	fc.double({ min: -180, max: 180, noNaN: true }),
	fc.double({ min: -75, max: 75, noNaN: true })
) satisfies fc.Arbitrary<LngLat>;
const camera = fc.record({
	zoom: fc.double({ min: 1, max: 10, noNaN: true }),
	lng: fc.double({ min: -180, max: 180, noNaN: true }),
	lat: fc.double({ min: -75, max: 75, noNaN: true }),
	bearing: fc.double({ min: -180, max: 180, noNaN: true }),
	pitch: fc.constant(0)
});

describe('projection', () => {
	test('agrees with Web Mercator at known points', () => {
		expect(toWorld([0, 0])).toEqual({ x: 0.5, y: expect.closeTo(0.5, 12) });
		expect(toWorld([-180, 85.051129])).toEqual({ x: 0, y: expect.closeTo(0, 7) });
		const { x, y } = toWorld([36.2765, 33.5138]);
		// The formula of tile numbers, in its other form: Damascus lies in tile 13/4921/3285.
		expect(y).toBeCloseTo((1 - Math.asinh(Math.tan((33.5138 * Math.PI) / 180)) / Math.PI) / 2, 12);
		expect([Math.floor(x * 8192), Math.floor(y * 8192)]).toEqual([4921, 3285]);
	});

	test('to the screen and back is where it was, at any bearing', () => {
		fc.assert(
			fc.property(lngLat, camera, (point, at) => {
				const viewport = flatViewport(at, SIZE);
				const world = toWorld(point);
				const back = viewport.toWorld(viewport.toScreen(world));
				expect(back.x).toBeCloseTo(world.x, 9);
				expect(back.y).toBeCloseTo(world.y, 9);
				const [lng, lat] = toLngLat(world);
				expect([lng, lat]).toEqual([expect.closeTo(point[0], 8), expect.closeTo(point[1], 8)]);
			})
		);
	});

	test('the middle of the screen is the camera’s centre, and bearing 90 puts the east up', () => {
		const viewport = flatViewport({ zoom: 4, lng: 30, lat: 40, bearing: 90, pitch: 0 }, SIZE);
		expect(viewport.toScreen(toWorld([30, 40]))).toEqual({ x: 400, y: 250 });
		const east = viewport.toScreen(toWorld([32, 40]));
		expect(east.x).toBeCloseTo(400, 6);
		expect(east.y).toBeLessThan(250);
	});

	test('C11 bounds have all four sides inside, across the antimeridian too', () => {
		const bounds = boundsOf(flatViewport({ zoom: 3, lng: 179, lat: 0, bearing: 0, pitch: 0 }, SIZE));
		expect(bounds.west).toBeGreaterThan(bounds.east);
		expect(bounds.north).toBeCloseTo(-bounds.south, 9);
		const world = boundsOf(flatViewport({ zoom: 0, lng: 0, lat: 0, bearing: 0, pitch: 0 }, SIZE));
		expect(world).toMatchObject({ west: -180, east: 180 });
	});
});

describe('fitting', () => {
	test('every point stands inside the padding, at any size', () => {
		const sizes = fc.record({
			width: fc.integer({ min: 280, max: 1600 }),
			height: fc.integer({ min: 200, max: 1000 })
		});
		fc.assert(
			fc.property(fc.array(lngLat, { minLength: 1, maxLength: 20 }), sizes, (points, size) => {
				const padding = paddingFor(size, 'ltr');
				const at = fitPoints(points, size, padding);
				// At the least zoom the whole world is in view and the padding has to give way.
				fc.pre(at.zoom > minZoomFor(size) + 1e-9);
				const viewport = flatViewport(at, size);
				const middle = toWorld([at.lng, at.lat]).x;
				for (const point of points) {
					const { x, y } = viewport.toScreen(nearestCopy(toWorld(point), middle));
					expect(x).toBeGreaterThanOrEqual(padding.left - 1e-6);
					expect(x).toBeLessThanOrEqual(size.width - padding.right + 1e-6);
					expect(y).toBeGreaterThanOrEqual(-1e-6);
					expect(y).toBeLessThanOrEqual(size.height + 1e-6);
				}
			})
		);
	});

	test('goes the short way across the antimeridian', () => {
		const { lng, zoom } = fitPoints(
			[
				[178, -18],
				[-172, -14]
			],
			SIZE,
			NONE
		);
		expect(Math.abs(lng)).toBeGreaterThan(175);
		expect(zoom).toBeGreaterThan(3);
	});

	test('one place keeps its surroundings, no place shows the world', () => {
		expect(fitPoints([[36, 33]], SIZE, NONE)).toMatchObject({ zoom: 6, lng: expect.closeTo(36, 6) });
		const town = fitPoints(
			[
				[36.2, 33.5],
				[36.3, 33.55]
			],
			SIZE,
			NONE
		);
		expect(town.zoom).toBeGreaterThan(9);
		expect(town).toMatchObject({ lng: expect.closeTo(36.25, 6), lat: expect.closeTo(33.525, 3) });
		expect(fitPoints([], SIZE, NONE).zoom).toBeCloseTo(minZoomFor(SIZE), 9);
	});

	test('bounds come back as they were given', () => {
		for (const bounds of [
			{ west: 20, south: 30, east: 60, north: 45 },
			{ west: 170, south: -20, east: -170, north: -10 }
		]) {
			const seen = boundsOf(flatViewport(fitBounds(bounds, SIZE), SIZE));
			expect(seen.south).toBeLessThanOrEqual(bounds.south + 1e-6);
			expect(seen.north).toBeGreaterThanOrEqual(bounds.north - 1e-6);
			expect(seen.west).toBeLessThanOrEqual(bounds.west + 1e-6);
			expect(seen.east).toBeGreaterThanOrEqual(bounds.east - 1e-6);
		}
	});
});

describe('the limits of a camera', () => {
	test('C12 nothing beyond the poles, no second world, no closer than there is detail', () => {
		fc.assert(
			fc.property(
				fc.double({ min: -3, max: 30, noNaN: true }),
				fc.double({ min: -90, max: 90, noNaN: true }),
				fc.double({ min: -720, max: 720, noNaN: true }),
				(zoom, lat, lng) => {
					const at = constrain({ zoom, lat, lng, bearing: 0, pitch: 0 }, SIZE);
					expect(at.zoom).toBeLessThanOrEqual(MAX_ZOOM);
					const viewport = flatViewport(at, SIZE);
					expect(viewport.scale).toBeGreaterThanOrEqual(SIZE.width - 1e-6);
					expect(viewport.toWorld({ x: 0, y: 0 }).y).toBeGreaterThanOrEqual(-1e-9);
					expect(viewport.toWorld({ x: 0, y: SIZE.height }).y).toBeLessThanOrEqual(1 + 1e-9);
					expect(Math.abs(at.lng)).toBeLessThanOrEqual(180);
				}
			)
		);
	});

	test('in view is by the nearest copy of the world', () => {
		const viewport = flatViewport({ zoom: 4, lng: 179, lat: 0, bearing: 0, pitch: 0 }, SIZE);
		expect(areInView([[-178, 0]], viewport, 10)).toBe(true);
		expect(areInView([[0, 0]], viewport, 10)).toBe(false);
		expect(areInView([], viewport, 10)).toBe(true);
	});
});
