import { readFileSync } from 'node:fs';
import { classifyRings, VectorTile } from '@mapbox/vector-tile';
import earcut, { deviation, flatten } from 'earcut';
import { PbfReader } from 'pbf';
import { PMTiles, TileType } from 'pmtiles';
import { describe, expect, it } from 'vitest';
import { countryNames } from '../../../src/lib/map/style.ts';

const file = new URL('../../../static/basemap.pmtiles', import.meta.url);
const bytes = readFileSync(file);
const archive = new PMTiles({
	getKey: () => 'basemap.pmtiles',
	getBytes: (offset, length) => {
		const copy = new Uint8Array(bytes.subarray(offset, offset + length));
		return Promise.resolve({ data: copy.buffer });
	}
});

async function tile(z: number, x: number, y: number): Promise<VectorTile | undefined> {
	const found = await archive.getZxy(z, x, y);
	return found === undefined ? undefined : new VectorTile(new PbfReader(new Uint8Array(found.data)));
}

/** Mercator in the unit square. */
function worldX(lng: number): number {
	return lng / 360 + 0.5;
}

function worldY(lat: number): number {
	const sin = Math.sin((lat * Math.PI) / 180);
	return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
}

function tileAt(lng: number, lat: number, z: number): [number, number, number] {
	return [z, Math.floor(worldX(lng) * 2 ** z), Math.floor(worldY(lat) * 2 ** z)];
}

function signedArea(ring: readonly { readonly x: number; readonly y: number }[]): number {
	return ring.reduce((sum, end, i) => {
		const start = ring[i - 1] ?? end;
		return sum + (start.x * end.y - end.x * start.y) / 2;
	}, 0);
}

function featuresOf(from: VectorTile | undefined, layer: string) {
	const found = from?.layers[layer];
	return found === undefined ? [] : Array.from({ length: found.length }, (_, i) => found.feature(i));
}

async function allOf(layer: string, z: number) {
	const tiles = await Promise.all(
		Array.from({ length: 4 ** z }, (_, i) => tile(z, i % 2 ** z, Math.floor(i / 2 ** z)).then((from) => ({ from, i })))
	);
	return tiles.flatMap(({ from, i }) =>
		featuresOf(from, layer).map((feature) => ({ feature, x: i % 2 ** z, y: Math.floor(i / 2 ** z) }))
	);
}

describe('the basemap', () => {
	it('is a whole-world archive of zooms 0 to 9, below four megabytes', async () => {
		const header = await archive.getHeader();
		expect(bytes.length).toBeLessThanOrEqual(4_000_000);
		expect(header).toMatchObject({ specVersion: 3, minZoom: 0, maxZoom: 9, tileType: TileType.Mvt, clustered: true });
		expect([header.minLon, header.maxLon]).toEqual([-180, 180]);
		expect(header.tileDataOffset + (header.tileDataLength ?? 0)).toBe(bytes.length);
	});

	it('is found with the first request: header and root directory lie in 16 KiB', async () => {
		const { rootDirectoryOffset, rootDirectoryLength } = await archive.getHeader();
		expect(rootDirectoryOffset + rootDirectoryLength).toBeLessThanOrEqual(16_384);
	});

	it('names its layers and its sources', async () => {
		const metadata = await archive.getMetadata();
		expect(JSON.stringify(metadata)).toMatch(/Natural Earth.*OpenStreetMap.*GeoNames/);
		const world = await tile(...tileAt(37, 34, 6));
		const fine = await tile(...tileAt(35.8, 34.9, 9));
		expect(Object.keys(world?.layers ?? {})).toEqual(
			expect.arrayContaining(['land', 'lakes', 'rivers', 'borders', 'cities'])
		);
		expect(Object.keys(fine?.layers ?? {})).toEqual(['fine_sea', 'fine_land']);
	});

	it('has finer coast at the places on a coast, at every fine zoom, and none elsewhere', async () => {
		for (const [lng, lat] of [
			[35.874, 34.915],
			[35.9487, 35.4011],
			[-73.968, 40.7489]
		] as const) {
			for (const z of [7, 8, 9]) expect(await tile(...tileAt(lng, lat, z)), `${lng}, ${lat} at ${z}`).toBeDefined();
		}
		expect(await tile(...tileAt(37.6173, 55.7558, 7))).toBeUndefined();
		expect(await tile(...tileAt(0, 0, 7))).toBeUndefined();
	});

	it('has no edge along the antimeridian', async () => {
		for (const z of [0, 1, 2, 3]) {
			for (const { feature, x } of await allOf('land', z)) {
				if (feature.properties.seam === true) continue;
				const edge = x === 0 ? 0 : x === 2 ** z - 1 ? feature.extent : undefined;
				for (const line of feature.loadGeometry()) {
					line.forEach((end, i) => {
						const start = line[i - 1];
						const runsAlong = start !== undefined && start.x === edge && end.x === edge;
						expect(runsAlong && Math.abs(end.y - start.y) > 8, `${z}/${x}`).toBe(false);
					});
				}
			}
		}
	});

	it('draws Antarctica as a fill without outline and a coast of its own', async () => {
		const land = featuresOf(await tile(0, 0, 0), 'land');
		const polar = land.filter(({ properties }) => properties.seam === true);
		expect(polar.length).toBeGreaterThan(0);
		expect(polar.every(({ type }) => type === 3)).toBe(true);
		expect(land.some(({ type }) => type === 2)).toBe(true);
	});

	it('leaves the Caspian Sea out of the land', async () => {
		const land = featuresOf(await tile(0, 0, 0), 'land').filter(({ type }) => type === 3);
		const [x, y] = [worldX(51) * 4096, worldY(42) * 4096];
		const crossings = land.flatMap((feature) =>
			feature.loadGeometry().flatMap((ring) =>
				ring.filter((b, i) => {
					const a = ring[i - 1];
					return a !== undefined && a.y > y !== b.y > y && x < a.x + ((b.x - a.x) * (y - a.y)) / (b.y - a.y);
				})
			)
		);
		expect(crossings.length % 2).toBe(0);
	});

	it('labels each country at one point, by a code that has a name in every language', async () => {
		const labels = (await allOf('countries', 6)).filter(({ feature }) =>
			feature
				.loadGeometry()
				.flat()
				.every(({ x, y }) => x >= 0 && x < 4096 && y >= 0 && y < 4096)
		);
		const codes = labels.map(({ feature }) => String(feature.properties.code));
		expect(codes.length).toBeGreaterThan(200);
		expect(new Set(codes).size).toBe(codes.length);
		for (const locale of ['en', 'ar', 'ru']) {
			const names = countryNames(locale);
			expect(codes.filter((code) => !names.has(code))).toEqual([]);
		}
		const syria = labels.find(({ feature }) => feature.properties.code === 'SY');
		if (syria === undefined) throw new Error('Syria has no label.');
		const [lng, lat] = position(syria);
		expect(lng).toBeGreaterThan(36);
		expect(lng).toBeLessThan(41);
		expect(lat).toBeGreaterThan(33);
		expect(lat).toBeLessThan(37);
	});

	it('marks contested lines and draws the others plain', async () => {
		const near = async (lng: number, lat: number) => featuresOf(await tile(...tileAt(lng, lat, 6)), 'borders');
		expect((await near(35.3, 32)).some(({ properties }) => properties.disputed === true)).toBe(true);
		expect((await near(34, 46.1)).some(({ properties }) => properties.disputed === true)).toBe(true);
		expect((await near(5, 50)).some(({ properties }) => properties.disputed === true)).toBe(false);
	});

	it('has no outline of more points than one draw call takes', async () => {
		for (const z of [0, 1, 2, 3, 4]) {
			for (const { feature, x, y } of await allOf('land', z)) {
				const longest = Math.max(...feature.loadGeometry().map((ring) => ring.length));
				// A draw call takes 65,535 vertices, and a point of a line needs up to eight.
				expect(longest, `points of one ring in ${z}/${x}/${y}`).toBeLessThan(8_000);
			}
		}
	});

	it('has no land that the renderer would fill wrongly', async () => {
		for (const z of [0, 1, 2, 3, 4]) {
			for (const { feature, x, y } of await allOf('land', z)) {
				if (feature.type !== 3) continue;
				for (const polygon of classifyRings(feature.loadGeometry())) {
					const rings = polygon.map((ring) => ring.map((point) => [point.x, point.y]));
					const area = Math.abs(polygon.reduce((sum, ring) => sum + signedArea(ring), 0));
					if (area === 0) continue;
					const { vertices, holes, dimensions } = flatten(rings);
					const wrong = deviation(vertices, holes, dimensions, earcut(vertices, holes, dimensions)) * area;
					expect(wrong / 64, `pixels wrongly filled in ${z}/${x}/${y}`).toBeLessThan(50);
				}
			}
		}
	});
});

function position(label: Awaited<ReturnType<typeof allOf>>[number]): [number, number] {
	const { geometry } = label.feature.toGeoJSON(label.x, label.y, 6);
	if (geometry.type !== 'Point') throw new Error('A label is a point.');
	const [lng = Number.NaN, lat = Number.NaN] = geometry.coordinates;
	return [lng, lat];
}
