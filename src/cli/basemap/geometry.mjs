/** @typedef {[number, number]} Position longitude, latitude in degrees; longitudes may pass 180 once unwrapped */

/** Rings of a Polygon or MultiPolygon, as a list of polygons. */
export function polygonsOf(geometry) {
	if (geometry.type === 'Polygon') return [geometry.coordinates];
	if (geometry.type === 'MultiPolygon') return geometry.coordinates;
	return [];
}

/** Lines of a LineString or MultiLineString. */
export function linesOf(geometry) {
	if (geometry.type === 'LineString') return [geometry.coordinates];
	if (geometry.type === 'MultiLineString') return geometry.coordinates;
	return [];
}

/**
 * Makes longitudes continuous: where a line steps over the antimeridian, what follows is shifted by 360 degrees.
 *
 * @param {Position[]} line
 * @returns {Position[]}
 */
export function unwrap(line) {
	let shift = 0;
	const out = [];
	for (const [index, [lng, lat]] of line.entries()) {
		if (index > 0) {
			const step = lng - line[index - 1][0];
			if (step > 180) shift -= 360;
			else if (step < -180) shift += 360;
		}
		out.push([lng + shift, lat]);
	}
	return out;
}

export function shiftLine(line, degrees) {
	return line.map(([lng, lat]) => [lng + degrees, lat]);
}

/** @returns {[number, number, number, number]} west, south, east, north */
export function boundsOf(line) {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [lng, lat] of line) {
		west = Math.min(west, lng);
		east = Math.max(east, lng);
		south = Math.min(south, lat);
		north = Math.max(north, lat);
	}
	return [west, south, east, north];
}

export function boundsTouch(a, b) {
	return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

/** Mercator in the unit square, y growing downward. */
export function project([lng, lat]) {
	const sin = Math.sin((Math.max(-85.0511287, Math.min(85.0511287, lat)) * Math.PI) / 180);
	return [lng / 360 + 0.5, 0.5 - (0.25 * Math.log((1 + sin) / (1 - sin))) / Math.PI];
}

export function unproject([x, y]) {
	return [(x - 0.5) * 360, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI];
}

/** Area on the unit square of Mercator, always positive. */
export function projectedArea(ring) {
	let sum = 0;
	const points = ring.map(project);
	for (let i = 1; i < points.length; i++) {
		sum += points[i - 1][0] * points[i][1] - points[i][0] * points[i - 1][1];
	}
	return Math.abs(sum) / 2;
}

const onAntimeridian = ([lng]) => Math.abs(Math.abs(lng) - 180) < 1e-9 || Math.abs(Math.abs(lng) - 540) < 1e-9;
const samePlace = (a, b) => Math.abs(a[0] - b[0]) < 1e-9 && Math.abs(a[1] - b[1]) < 1e-9;

/**
 * Cuts the pieces of a closed, unwrapped ring that run along the antimeridian out of it.
 *
 * @returns {Position[][]} the open chains that are left; one closed chain when there was no such piece
 */
function chainsOf(ring) {
	const points = ring.filter((point, index) => index === 0 || !samePlace(point, ring[index - 1]));
	const isSeam = (index) => onAntimeridian(points[index]) && onAntimeridian(points[index + 1]);
	const seams = [...points.keys()].slice(0, -1).filter(isSeam);
	if (seams.length === 0) return [points];
	const open = points.slice(0, -1);
	const first = seams[0] + 1;
	const turned = [...open.slice(first), ...open.slice(0, first)];
	const chains = [];
	let chain = [turned[0]];
	for (let i = 1; i < turned.length; i++) {
		if (onAntimeridian(turned[i]) && onAntimeridian(turned[i - 1])) {
			chains.push(chain);
			chain = [];
		}
		chain.push(turned[i]);
	}
	chains.push(chain);
	return chains.filter((points) => points.length > 1);
}

/**
 * Joins rings that were cut at the antimeridian back into whole ones, so that neither a gap nor a line shows there.
 *
 * @param {Position[][]} rings outer rings, unwrapped, wound the same way
 * @returns {Position[][]} closed rings with continuous longitudes
 */
export function joinAtAntimeridian(rings) {
	const chains = rings.flatMap(chainsOf);
	const joined = [];
	while (chains.length > 0) {
		let chain = chains.shift();
		while (!isClosed(chain)) {
			const end = chain.at(-1);
			// The next piece starts where this one ends, on the other side: the sources' latitudes differ by a rounding step.
			const gaps = [chain, ...chains].map((other) => Math.abs(other[0][1] - end[1]));
			const next = gaps.indexOf(Math.min(...gaps)) - 1;
			if (next < 0) {
				const turns = Math.round((end[0] - chain[0][0]) / 360);
				chain = [...chain, [chain[0][0] + turns * 360, chain[0][1]]];
				break;
			}
			const [piece] = chains.splice(next, 1);
			chain = [...chain, ...shiftLine(piece, end[0] - piece[0][0]).slice(1)];
		}
		joined.push(chain);
	}
	return joined;
}

function isClosed(chain) {
	return chain.length > 3 && samePlace(chain[0], chain.at(-1));
}

/**
 * Splits lines by a test of each segment's middle; long segments are divided first, to about a tenth of a degree.
 *
 * @returns {{ inside: Position[][], outside: Position[][] }}
 */
export function splitLines(lines, test) {
	const out = { inside: [], outside: [] };
	for (const line of lines.map(densify)) {
		let current;
		let currentSide;
		for (let i = 1; i < line.length; i++) {
			const middle = [(line[i - 1][0] + line[i][0]) / 2, (line[i - 1][1] + line[i][1]) / 2];
			const side = test(middle) ? 'inside' : 'outside';
			if (side !== currentSide) {
				current = [line[i - 1]];
				currentSide = side;
				out[side].push(current);
			}
			current.push(line[i]);
		}
	}
	return out;
}

function densify(line) {
	return line.flatMap((end, i) => {
		if (i === 0) return [end];
		const start = line[i - 1];
		const parts = Math.ceil(Math.hypot(end[0] - start[0], end[1] - start[1]) / 0.1) || 1;
		const at = (part) => [0, 1].map((axis) => start[axis] + ((end[axis] - start[axis]) * part) / parts);
		return Array.from({ length: parts }, (_, part) => (part + 1 === parts ? end : at(part + 1)));
	});
}
