import { boundsOf, polygonsOf, project, projectedArea, unproject, unwrap } from './geometry.mjs';

const TILE_PX = 512;
// A name shows from the zoom at which its country has about this much room across.
const ROOM_PX = 40;
const LAST_ZOOM = 8;
const ANTARCTICA = 'AQ';

const point = (coordinates, properties) => ({
	type: 'Feature',
	properties,
	geometry: { type: 'Point', coordinates: coordinates.map((degrees) => Math.round(degrees * 1e5) / 1e5) }
});

/**
 * One point for the name of each area with an ISO 3166-1 code: `code` (alpha-2), `rank` (0 is the largest on the map),
 * `z` (the zoom from which there is room for it). The point is the middle of the widest lying ellipse that fits into the
 * largest part, so that a line of text stands inside.
 */
export function buildCountryLabels(topology, topojson, polylabel, codes) {
	const alpha2 = new Map(codes.map(([two, , numeric]) => [numeric, two]));
	const labels = new Map();
	for (const country of topojson.feature(topology, topology.objects.countries).features) {
		const code = alpha2.get(country.id);
		if (code === undefined || code === ANTARCTICA) continue;
		const parts = polygonsOf(country.geometry).map((rings) => rings.map(unwrap));
		const sized = parts.map((rings) => ({ rings, area: projectedArea(rings[0]) }));
		const largest = sized.reduce((best, each) => (each.area > best.area ? each : best));
		const area = sized.reduce((sum, each) => sum + each.area, 0);
		if (area > (labels.get(code)?.area ?? 0)) labels.set(code, { code, area, ...roomIn(largest.rings, polylabel) });
	}
	return [...labels.values()]
		.sort((a, b) => b.area - a.area || a.code.localeCompare(b.code))
		.map(({ code, at, room }, rank) => {
			const z = Math.max(0, Math.min(LAST_ZOOM, Math.ceil(Math.log2(ROOM_PX / (TILE_PX * room)))));
			return point(at, { code, rank, z });
		});
}

function roomIn(rings, polylabel) {
	const squeezed = rings.map((ring) => ring.map(project).map(([x, y]) => [x / 2, y]));
	const [west, south, east, north] = boundsOf(squeezed[0]);
	const [x, y] = polylabel(squeezed, Math.min(east - west, north - south) / 100);
	const room = polylabelDistance(squeezed, [x, y]) * 4;
	const [lng, lat] = unproject([x * 2, y]);
	return { at: [lng > 180 ? lng - 360 : lng < -180 ? lng + 360 : lng, lat], room };
}

function polylabelDistance(rings, [x, y]) {
	let least = Infinity;
	for (const ring of rings) {
		for (let i = 1; i < ring.length; i++) {
			const [ax, ay] = ring[i - 1];
			const [dx, dy] = [ring[i][0] - ax, ring[i][1] - ay];
			const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
			least = Math.min(least, Math.hypot(x - ax - t * dx, y - ay - t * dy));
		}
	}
	return least;
}

const CITY_KINDS = { PPLC: -1, PPLA: 0, PPLA2: 1, PPL: 1 };
const CITY_STEPS = [
	{ population: 6_000_000, z: 4 },
	{ population: 2_000_000, z: 5 },
	{ population: 700_000, z: 6 },
	{ population: 250_000, z: 7 },
	{ population: 90_000, z: 8 }
];

// Boroughs and suburbs: what lies this near to a larger city is part of it.
const CITY_REACH_DEGREES = 0.25;

/**
 * Cities of GeoNames: `name` (English or a Latin transliteration), `rank` (0 is the most populous), `z` (the zoom from
 * which it shows: capitals one step sooner, towns that are no seat of a region one step later).
 */
export function buildCityLabels(cities) {
	const ranked = cities
		.filter((city) => city.featureCode in CITY_KINDS && zoomOfCity(city) <= LAST_ZOOM)
		.sort((a, b) => b.population - a.population || a.cityId - b.cityId);
	return withoutSuburbs(ranked).map((city, rank) =>
		point(city.loc.coordinates, { name: city.name, rank, z: Math.max(4, zoomOfCity(city)) })
	);
}

function zoomOfCity({ population, featureCode }) {
	const step = CITY_STEPS.find((each) => population >= each.population);
	const isCapital = featureCode === 'PPLC';
	return (step?.z ?? (isCapital ? LAST_ZOOM : Infinity)) + CITY_KINDS[featureCode];
}

function withoutSuburbs(ranked) {
	const kept = [];
	for (const city of ranked) {
		const [lng, lat] = city.loc.coordinates;
		const shrink = Math.cos((lat * Math.PI) / 180);
		const isNear = ({ loc: { coordinates } }) =>
			Math.hypot((coordinates[0] - lng) * shrink, coordinates[1] - lat) < CITY_REACH_DEGREES;
		if (city.featureCode === 'PPLC' || !kept.some(isNear)) kept.push(city);
	}
	return kept;
}
