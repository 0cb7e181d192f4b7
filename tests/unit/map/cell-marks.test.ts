import { expect, test } from 'vitest';
import { orderPlaces } from '$lib/core/cells.ts';
import type { Tally } from '$lib/core/counters.ts';
import type { LngLat } from '$lib/core/model.ts';
import { CellMarks, FLAG, levelFor } from '$lib/map/many/cell-marks.ts';
import { FAINT_RADIUS } from '$lib/map/marks.ts';
import { flatViewport, toWorld } from '$lib/map/projection.ts';
import { mulberry32 } from '../../support/random.ts';

const SIZE = { width: 800, height: 600 };
const viewport = (zoom: number, lng = 0, lat = 0, bearing = 0) =>
	flatViewport({ zoom, lng, lat, bearing, pitch: 0 }, SIZE);

/** One event at each place unless `counts` says otherwise, all of the second of two categories. */
function marksOf(points: readonly LngLat[], counts: readonly number[] = points.map(() => 1)) {
	const place = Uint32Array.from(counts.flatMap((count, index) => Array<number>(count).fill(index)));
	const columns = {
		placeAt: Uint32Array.from({ length: place.length + 1 }, (_, row) => row),
		place,
		category: new Uint8Array(place.length).fill(1)
	};
	const order = orderPlaces(
		points.map((point) => ({ point })),
		toWorld
	);
	const placeCategories = Uint32Array.from(counts.flatMap((count) => [0, count]));
	const result = {
		places: Uint32Array.from(counts),
		placeCategories,
		bring(tally: Tally): void {
			tally.reset({ broken: new Uint16Array(place.length), isEmpty: true });
			tally.add({ rows: Uint32Array.from(place.keys()), places: null }, 0, place.length, 1);
		}
	};
	return { marks: new CellMarks(order, columns, points.length, 2), result };
}

function scattered(seed: number, size: number): readonly LngLat[] {
	const random = mulberry32(seed);
	return Array.from({ length: size }, () => [random() * 360 - 180, random() * 150 - 75] as const);
}

test('cells are 64 to 128 px wide, and stay while the zoom trembles about a whole number', () => {
	for (const zoom of [0, 0.99, 1, 5.5, 12]) {
		const px = (512 * 2 ** zoom) / 2 ** levelFor(zoom, null);
		expect(px).toBeGreaterThanOrEqual(64);
		expect(px).toBeLessThan(128);
	}
	expect(levelFor(5.05, 7)).toBe(7);
	expect(levelFor(4.95, 8)).toBe(8);
	expect(levelFor(5.2, 7)).toBe(8);
	expect(levelFor(4.8, 8)).toBe(7);
	expect(levelFor(30, null)).toBe(16);
});

test('everything in view has a mark, whatever the camera; and every place is in one mark at most', () => {
	const points = scattered(1, 2000);
	const { marks, result } = marksOf(points);
	for (const [zoom, lng, lat, bearing] of [
		[1, 0, 20, 0],
		[3.4, 179, 10, 0],
		[5, -179, -40, 30],
		[6.7, 20, 60, 200]
	] as const) {
		const view = viewport(zoom, lng, lat, bearing);
		marks.look(view);
		marks.count(result);
		const drawn = Array.from({ length: marks.size }, (_, mark) => [...marks.placesOf(mark)]).flat();
		expect(new Set(drawn).size).toBe(drawn.length);
		expect(marks.totals.reduce((sum, total) => sum + total, 0)).toBe(drawn.length);
		const inMark = new Set(drawn);
		points.forEach((point, index) => {
			const world = toWorld(point);
			const middle = view.camera.lng / 360 + 0.5;
			const { x, y } = view.toScreen({ x: world.x + Math.round(middle - world.x), y: world.y });
			// The middle of a cell may be out of view when a place of it is in view.
			const isWellInside = x > 128 && y > 128 && x < SIZE.width - 128 && y < SIZE.height - 128;
			if (isWellInside) expect(inMark.has(index)).toBe(true);
		});
	}
});

test('a mark has what brute force counts at its places, each event once, by category as well', () => {
	const random = mulberry32(5);
	const points = scattered(6, 300);
	for (const most of [1, 3]) {
		const rows = Array.from({ length: 4000 }, () => ({
			category: Math.floor(random() * 3),
			places: [...new Set(Array.from({ length: Math.ceil(random() * most) }, () => Math.floor(random() * 300)))]
		}));
		let sum = 0;
		const placeAt = Uint32Array.from([0, ...rows.map(({ places: { length } }) => (sum += length))]);
		const [place, category] = [rows.flatMap((row) => row.places), rows.map((row) => row.category)];
		const columns = { placeAt, place: Uint32Array.from(place), category: Uint8Array.from(category) };
		const order = orderPlaces(
			points.map((point) => ({ point })),
			toWorld
		);
		const [places, placeCategories] = [new Uint32Array(300), new Uint32Array(900)];
		for (const row of rows)
			for (const index of row.places) {
				places[index] = (places[index] ?? 0) + 1;
				placeCategories[index * 3 + row.category] = (placeCategories[index * 3 + row.category] ?? 0) + 1;
			}
		const bring = (tally: Tally): void => {
			tally.reset({ broken: new Uint16Array(rows.length), isEmpty: true });
			tally.add({ rows: Uint32Array.from(rows.keys()), places: null }, 0, rows.length, 1);
		};
		const marks = new CellMarks(order, columns, points.length, 3);
		for (const zoom of [1, 3, 6]) {
			marks.look(viewport(zoom));
			// Twice: nothing of the first time is left in the second.
			for (let time = 0; time < 2; time++) marks.count({ bring, places, placeCategories });
			for (let mark = 0; mark < marks.size; mark++) {
				const own = new Set(marks.placesOf(mark));
				const here = rows.filter((row) => row.places.some((index) => own.has(index)));
				expect(marks.totals[mark]).toBe(here.length);
				expect([...marks.byCategory.slice(3 * mark, 3 * mark + 3)]).toEqual(
					[0, 1, 2].map((wanted) => here.filter((row) => row.category === wanted).length)
				);
			}
		}
	}
});

test('a small move asks for no other marks, a far one and another whole zoom do', () => {
	const { marks } = marksOf(scattered(2, 500));
	expect(marks.look(viewport(5, 10, 10))).toBe(true);
	expect(marks.look(viewport(5, 11, 10))).toBe(false);
	expect(marks.look(viewport(5.4, 11, 10))).toBe(false);
	expect(marks.look(viewport(5, 30, 10))).toBe(true);
	expect(marks.look(viewport(6.5, 30, 10))).toBe(true);
});

test('a click finds the mark under it: the nearer of two, none beyond its reach, across the antimeridian too', () => {
	const points: LngLat[] = [
		[179.9, 0],
		[-170, 0],
		[170, 5]
	];
	const { marks, result } = marksOf(points, [100, 1, 0]);
	const view = viewport(4, 180, 0);
	marks.look(view);
	marks.count(result);
	const at = (index: number) => {
		const mark = Array.from({ length: marks.size }, (_, i) => i).find((i) => marks.placesOf(i)[0] === index) ?? -1;
		return { mark, ...marks.screenOf(mark, view) };
	};
	for (const index of [0, 1, 2]) {
		const { mark, x, y } = at(index);
		expect(marks.hit({ x, y }, view, 12)).toBe(mark);
		expect(marks.hit({ x: x + 11, y }, view, 12)).toBe(mark);
	}
	const [large, faint] = [at(0), at(2)];
	expect(marks.radius[large.mark]).toBe(28);
	expect(marks.hit({ x: large.x, y: large.y - 27 }, view, 12)).toBe(large.mark);
	expect(marks.radius[faint.mark]).toBe(FAINT_RADIUS);
	expect(marks.hit({ x: faint.x, y: faint.y - 13 }, view, 12)).toBeNull();
});

test('the largest in view are chosen in their order, and the rest are counted', () => {
	const points: LngLat[] = [-30, -20, -10, 0, 10, 20, 30, 170].map((lng) => [lng, 0]);
	const { marks, result } = marksOf(points, [5, 1, 7, 3, 3, 9, 2, 99]);
	const view = viewport(3.1);
	marks.look(view);
	marks.count(result);
	const { marks: chosen, left } = marks.largest(view, 4);
	expect(chosen.map((mark) => marks.totals[mark])).toEqual([5, 7, 3, 9]);
	expect(left).toBe(3);
	expect(marks.largest(view, 100).left).toBe(0);
});

test('what is picked or stands out is marked, in a cell as well; the rest steps back', () => {
	const points: LngLat[] = [
		[0, 1],
		[0.001, 1],
		[40, 1],
		[60, 1]
	];
	const { marks, result } = marksOf(points);
	marks.look(viewport(2, 20, 0));
	marks.count(result);
	marks.flag([1, -1], [2], true);
	const flags = new Map(
		Array.from({ length: marks.size }, (_, i) => [[...marks.placesOf(i)].join(' '), marks.flags[i]])
	);
	expect(flags).toEqual(
		new Map([
			['0 1', FLAG.picked | FLAG.dimmed],
			['2', FLAG.strong],
			['3', FLAG.dimmed]
		])
	);
});

test('a place that is alone in its mark is told from one in a cell, and from one out of view', () => {
	const points: LngLat[] = [
		[0, 1],
		[0.001, 1],
		[40, 1],
		[170, 60]
	];
	const { marks, result } = marksOf(points, [1, 1, 9, 1]);
	marks.look(viewport(4, 20, 0));
	marks.count(result);
	expect([0, 1, 3, -1].map((place) => marks.radiusAlone(place))).toEqual([null, null, null, null]);
	expect(marks.radiusAlone(2)).toBe(28);
});

test('a cell names the zoom at which its places part, and keys tell marks apart', () => {
	const { marks } = marksOf([
		[10, 10],
		[10, 10],
		[-10, 10],
		[-10.4, 10]
	]);
	marks.look(viewport(2));
	expect(marks.size).toBe(2);
	const zooms = [0, 1].map((mark) => marks.splitZoom(mark));
	expect(zooms.filter((zoom) => zoom === null)).toHaveLength(1);
	const zoom = zooms.find((one) => one !== null) ?? 0;
	const before = new Set([0, 1].map((mark) => marks.keyOf(mark)));
	expect(before.size).toBe(2);
	marks.look(viewport(zoom, -10, 10));
	const parted = Array.from({ length: marks.size }, (_, mark) => marks.keyOf(mark));
	expect(parted.toSorted()).toEqual(['place 2', 'place 3']);
});
