import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import earcut, { deviation, flatten } from 'earcut';
import { boundsTouch, project, unproject } from './geometry.mjs';

export const EXTENT = 4096;
const BUFFER = 64;
const POLYGON = 3;
// Higher than any zoom that is cut: the library does not simplify at its own last zoom.
const NEVER_LAST = 16;

/**
 * One index for each tolerance, the wanted one first; each is built when it is first asked for a tile.
 *
 * @param {number[]} tolerances in units of the tile's extent; 8 are one pixel
 */
export function createIndexes(features, tolerances) {
	return tolerances.map((tolerance) => {
		const options = { maxZoom: NEVER_LAST, indexMaxZoom: 0, tolerance, extent: EXTENT, buffer: BUFFER };
		let index;
		const build = () => new GeoJSONVT({ type: 'FeatureCollection', features }, options);
		return { getTile: (z, x, y) => (index ??= build()).getTile(z, x, y) };
	});
}

// Simplifying can make an outline cross itself, and then the renderer's triangles may fill a whole bay. Twenty pixels
// wrongly filled nobody sees.
const WRONG_AREA_LIMIT = 20 * 8 * 8;

/**
 * Cuts one tile of several layers.
 *
 * @param {Record<string, { getTile: GeoJSONVT['getTile'] }[]>} layers in the order in which they stand in the tile; of each the indexes to try,
 *   the wanted one first: the next is taken when the one before cannot be filled without fault
 * @param {{ z: number, x: number, y: number }} tile
 * @param {(layer: string, tags: object) => boolean} keep
 * @returns {Uint8Array | undefined} nothing when the tile is empty
 */
export function cutTile(layers, { z, x, y }, keep = () => true) {
	const cut = {};
	for (const [name, indexes] of Object.entries(layers)) {
		const tile = bestTile(indexes, z, x, y);
		const features = tile?.features.filter((feature) => keep(name, feature.tags ?? {})) ?? [];
		if (features.length > 0) cut[name] = { ...tile, features };
	}
	if (Object.keys(cut).length === 0) return undefined;
	return fromGeojsonVt(cut, { version: 2, extent: EXTENT });
}

function bestTile(indexes, z, x, y) {
	let best;
	let least = Infinity;
	for (const index of indexes) {
		const tile = index.getTile(z, x, y);
		if (tile === null) return best;
		const wrong = wronglyFilled(tile);
		if (wrong < least) [best, least] = [tile, wrong];
		if (wrong <= WRONG_AREA_LIMIT) break;
	}
	return best;
}

/** Area by which the renderer's triangles of any one polygon differ from the polygon, in squared units of the tile. */
export function wronglyFilled(tile) {
	let most = 0;
	for (const { type, geometry } of tile.features) {
		if (type !== POLYGON) continue;
		for (const rings of polygonsIn(geometry)) {
			const area = Math.abs(rings.reduce((sum, ring) => sum + signedArea(ring), 0));
			if (area === 0) continue;
			const { vertices, holes, dimensions } = flatten(rings);
			const triangles = earcut(vertices, holes, dimensions);
			most = Math.max(most, deviation(vertices, holes, dimensions, triangles) * area);
		}
	}
	return most;
}

/** Groups the rings of a tile's feature: each ring wound like the first begins a polygon, the others are its holes. */
function polygonsIn(rings) {
	const polygons = [];
	const isPositive = rings.length > 0 && signedArea(rings[0]) > 0;
	for (const ring of rings) {
		if (signedArea(ring) > 0 === isPositive) polygons.push([ring]);
		else polygons.at(-1).push(ring);
	}
	return polygons;
}

function signedArea(ring) {
	let sum = 0;
	for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
		sum += (ring[j][0] - ring[i][0]) * (ring[i][1] + ring[j][1]);
	}
	return sum / 2;
}

/** Every tile of a zoom. */
export function tilesAt(z) {
	return Array.from({ length: 4 ** z }, (_, i) => ({ z, x: i % 2 ** z, y: Math.floor(i / 2 ** z) }));
}

/** @returns {[number, number, number, number]} west, south, east, north in degrees */
export function tileBounds({ z, x, y }) {
	const [west, north] = unproject([x / 2 ** z, y / 2 ** z]);
	const [east, south] = unproject([(x + 1) / 2 ** z, (y + 1) / 2 ** z]);
	return [west, south, east, north];
}

/** Tiles of a zoom that a square round any of the positions touches; `reachKm` is half its side. */
export function tilesAround(positions, z, reachKm) {
	const found = new Map();
	for (const [lng, lat] of positions) {
		const dLat = reachKm / 111.2;
		const dLng = dLat / Math.cos((lat * Math.PI) / 180);
		const box = [lng - dLng, lat - dLat, lng + dLng, lat + dLat];
		const [x0, y0] = project([box[0], box[3]]).map((value) => Math.floor(value * 2 ** z));
		const [x1, y1] = project([box[2], box[1]]).map((value) => Math.floor(value * 2 ** z));
		for (let x = x0; x <= x1; x++) {
			for (let y = y0; y <= y1; y++) {
				const tile = { z, x: (x + 2 ** z) % 2 ** z, y };
				if (boundsTouch(tileBounds(tile), box)) found.set(`${tile.x}/${y}`, tile);
			}
		}
	}
	return [...found.values()];
}
