import {
	boundsOf,
	boundsTouch,
	joinAtAntimeridian,
	linesOf,
	polygonsOf,
	shiftLine,
	splitLines,
	unwrap
} from './geometry.mjs';

const feature = (type, coordinates, properties = {}) => ({
	type: 'Feature',
	properties,
	geometry: { type, coordinates }
});

/**
 * Land of the world (Natural Earth, 1:10 million). Rings cut at the antimeridian are joined. Antarctica goes round the
 * pole, so its polygon has edges that are no coast: it carries `seam`, and its coast comes as a line of its own.
 */
export function buildLand(topology, topojson) {
	const collection = topojson.feature(topology, topology.objects.land);
	const polygons = collection.features.flatMap((each) => polygonsOf(each.geometry));
	const features = [];
	const cut = [];
	for (const [outer, ...holes] of polygons) {
		const ring = unwrap(outer);
		if (Math.abs(ring.at(-1)[0] - ring[0][0]) > 180) features.push(...polarLand(ring));
		else if (ring.some(([lng]) => Math.abs(lng) === 180 || Math.abs(lng) === 540)) cut.push({ ring, holes });
		else features.push(feature('Polygon', [centre(ring), ...holes.map(unwrap).map(centre)]));
	}
	const holes = cut.flatMap((each) => each.holes.map(unwrap).map(centre));
	for (const joined of joinAtAntimeridian(cut.map((each) => each.ring))) {
		const ring = centre(joined);
		const box = boundsOf(ring);
		const own = holes.filter((hole) => boundsTouch(boundsOf(hole), box));
		features.push(feature('Polygon', [ring, ...own]));
	}
	return features;
}

/** Shifts a line by whole turns so that its middle lies between -180 and 180. */
function centre(line) {
	const [west, , east] = boundsOf(line);
	return shiftLine(line, -360 * Math.round((west + east) / 2 / 360));
}

function polarLand(ring) {
	const isEastward = ring.at(-1)[0] > ring[0][0];
	const line = isEastward ? ring : ring.toReversed();
	const start = line.findIndex(([lng]) => Math.abs(lng) === 180 || lng === 540);
	if (start < 0) throw new Error('The ring round the pole has no point on the antimeridian.');
	const open = line.slice(0, -1);
	const turned = unwrap([...open.slice(start), ...open.slice(0, start), open[start]]);
	const coast = shiftLine(turned, -180 - turned[0][0]);
	// Reaches past the antimeridian on both sides, so that no edge of the fill shows there.
	const closed = [[-185, -89], [-185, coast[0][1]], ...coast, [185, coast[0][1]], [185, -89], [-185, -89]];
	return [feature('Polygon', [closed], { seam: true }), feature('LineString', coast)];
}

/**
 * Land within 100 m of OpenStreetMap's coast, for the neighbourhood of places; `areas` are boxes in degrees. Holes are
 * left out: they are ponds and lakes, rounded to a grid until they have no shape.
 */
export function buildFineLand(collection, areas) {
	return collection.geometries
		.flatMap(polygonsOf)
		.map(([outer]) => outer)
		.filter((outer) => {
			const box = boundsOf(outer);
			return areas.some((area) => boundsTouch(area, box));
		})
		.map((outer) => feature('Polygon', [outer]));
}

const REGIONS = ['europe', 'africa', 'south-america', 'usa', 'north-america', 'asia'];

/**
 * Lakes or rivers (Natural Earth, 1:50 million). The regional files are rounded less than the world's: where one has
 * the same feature, uncut, it is taken.
 *
 * @param {'lakes' | 'rivers'} name
 */
export function buildInlandWater(readRegion, topojson, name) {
	const read = (region) => {
		const topology = readRegion(region);
		const step = Math.max(...topology.transform.scale);
		return topojson.feature(topology, topology.objects[name]).features.map(({ geometry }) => {
			const parts =
				name === 'lakes' ? polygonsOf(geometry).map((rings) => rings.map(unwrap)) : linesOf(geometry).map(unwrap);
			return { parts, step, box: boundsOf(parts.flat(name === 'lakes' ? 2 : 1)) };
		});
	};
	const finer = REGIONS.flatMap(read).sort((a, b) => a.step - b.step);
	const type = name === 'lakes' ? 'MultiPolygon' : 'MultiLineString';
	return read('world').map((coarse) => {
		const isSame = (other) => other.box.every((value, i) => Math.abs(value - coarse.box[i]) <= 0.04);
		return feature(type, (finer.find(isSame) ?? coarse).parts);
	});
}

// Areas of the countries file without an ISO code of their own, and the member state whose territory they are or are
// claimed as. A line between the two is drawn as disputed, not as a boundary of states.
const PARENTS = {
	Kosovo: '688',
	Somaliland: '706',
	'N. Cyprus': '196',
	'Cyprus U.N. Buffer Zone': '196',
	Baikonur: '398',
	'USNB Guantanamo Bay': '192'
};
const LEASED = ['Baikonur', 'USNB Guantanamo Bay'];

// Lines of control and boundaries that a party contests, by ISO 3166-1 numeric codes; `within` narrows to a stretch
// (west, south, east, north).
const DISPUTED = [
	{ between: ['804', '643'], within: [32, 45.5, 36.7, 46.6] }, // Crimea
	{ between: ['376', '275'] }, // West Bank and Gaza
	{ between: ['376', '760'] }, // Golan
	{ between: ['504', '732'] }, // Western Sahara
	{ between: ['356', '586'], within: [73.3, 32.4, 80, 37.5] }, // Kashmir
	{ between: ['156', '586'], within: [73.3, 32.4, 80, 37.5] },
	{ between: ['356', '156'] }, // Aksai Chin, Arunachal Pradesh
	{ between: ['818', '729'], within: [33, 21, 38, 24] }, // Halaib, Bir Tawil
	{ between: ['729', '728'], within: [27, 8.5, 30, 11] }, // Abyei
	{ between: ['404', '728'] } // Ilemi
];

/** Boundaries on land, each drawn once; `disputed` where they are lines of control or contested. */
export function buildBorders(topology, topojson) {
	const countries = topology.objects.countries;
	const lines = (test) => topojson.mesh(topology, countries, (a, b) => a !== b && test(a, b)).coordinates;
	const owner = (country) => PARENTS[country.properties.name] ?? country.id ?? country.properties.name;
	const isInternal = (a, b) =>
		owner(a) === owner(b) || [a, b].some((each) => each.properties.name === 'Siachen Glacier');
	const isLease = (a, b) => isInternal(a, b) && [a, b].some((each) => LEASED.includes(each.properties.name));
	const ruleOf = (a, b) =>
		DISPUTED.find(({ between: [x, y] }) => (a.id === x && b.id === y) || (a.id === y && b.id === x));

	const settled = lines((a, b) => !isInternal(a, b) && ruleOf(a, b) === undefined);
	const disputed = lines((a, b) => isInternal(a, b) && !isLease(a, b));
	for (const rule of DISPUTED) {
		const own = lines((a, b) => ruleOf(a, b) === rule);
		if (own.length === 0) throw new Error(`No line between ${rule.between.join(' and ')} in the countries file.`);
		if (rule.within === undefined) {
			disputed.push(...own);
			continue;
		}
		const [west, south, east, north] = rule.within;
		const split = splitLines(own, ([lng, lat]) => lng >= west && lng <= east && lat >= south && lat <= north);
		disputed.push(...split.inside);
		settled.push(...split.outside);
	}
	return [
		...settled.map((line) => feature('LineString', unwrap(line))),
		...disputed.map((line) => feature('LineString', unwrap(line), { disputed: true }))
	];
}
