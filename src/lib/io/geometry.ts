import type { LngLat } from '../core/model.ts';
import { countryBounds } from './country-bounds.ts';
import type { FeatureRecord } from './schema.ts';
import { problemAt, type Problem, type ProblemParams, type RecordPlace } from './problems.ts';

export interface PointResult {
	readonly point: LngLat | null;
	readonly problems: readonly Problem[];
	/** The point differs from what the file says. */
	readonly repaired: boolean;
}

/** Beyond this many degrees a number is no longitude that went round the globe, but metres of a projection. */
const MAX_TURNS = 540;

/** A latitude of three digits and no sign, or a lost point. Metres are mostly more. */
const MAX_SLIP = 10_000;

/** What the numbers of a Point mean on the globe. Nothing is swapped and nothing is guessed: only whole turns come off. */
export function readPoint({ geometry, properties }: FeatureRecord, place: RecordPlace): PointResult {
	if (geometry === null) {
		return {
			point: null,
			problems: [problemAt(place, 'warning', 'geometry-null', ['geometry'], null)],
			repaired: false
		};
	}
	const path = ['geometry', 'coordinates'];
	const at = (severity: Problem['severity'], code: Problem['code'], params: ProblemParams = {}) =>
		problemAt(place, severity, code, path, geometry.coordinates, params);
	const [lng = NaN, lat = NaN, ...extra] = geometry.coordinates;

	// One number that is far out beside one that may well be degrees is a slip.
	const isSlip = Math.abs(lat) > MAX_TURNS && Math.abs(lng) <= 180 && Math.abs(lat) < MAX_SLIP;
	if (!isSlip && (Math.abs(lng) > MAX_TURNS || Math.abs(lat) > MAX_TURNS))
		return refused(at('error', 'coordinates-projected'));
	if (Math.abs(lat) > 90) {
		const swapped = Math.abs(lng) <= 90 && Math.abs(lat) <= 180;
		return refused(
			swapped
				? at('error', 'coordinates-swapped', pair(lat, lng))
				: at('error', 'latitude-out-of-range', { latitude: lat })
		);
	}

	const wrapped = wrapLongitude(lng);
	const problems: Problem[] = [];
	if (wrapped !== lng) problems.push(at('warning', 'longitude-wrapped', { longitude: wrapped }));
	if (extra.length > 0) problems.push(at('warning', 'coordinates-extra', { dropped: extra.join(', ') }));
	if (lng === 0 && lat === 0) problems.push(at('warning', 'null-island'));

	const { country } = properties;
	if (country !== undefined && isOutside(country, wrapped, lat)) {
		if (Math.abs(lng) <= 90 && isInside(country, lat, lng)) {
			return refused(at('error', 'coordinates-swapped', { ...pair(lat, lng), country }));
		}
		if (lng !== 0 || lat !== 0) problems.push(at('warning', 'country-mismatch', { country }));
	}
	return { point: [wrapped, lat], problems, repaired: wrapped !== lng || extra.length > 0 };
}

/** The same meridian in [-180, 180]. */
function wrapLongitude(lng: number): number {
	return Math.abs(lng) <= 180 ? lng : lng - 360 * Math.round(lng / 360);
}

function pair(lng: number, lat: number): ProblemParams {
	return { suggestion: `[${lng}, ${lat}]` };
}

function refused(problem: Problem): PointResult {
	return { point: null, problems: [problem], repaired: false };
}

function isInside(country: string, lng: number, lat: number): boolean {
	return countryBounds(country).some(
		([west, south, east, north]) => lng >= west && lng <= east && lat >= south && lat <= north
	);
}

/** False for countries whose bounds are not known. */
function isOutside(country: string, lng: number, lat: number): boolean {
	return countryBounds(country).length > 0 && !isInside(country, lng, lat);
}

/** Codes of the one reference system that GeoJSON knows, under the names that programs still write. */
const WGS_84 =
	/^(?:urn:ogc:def:crs:OGC:(?:1\.3)?:CRS84|(?:https?:\/\/www\.opengis\.net\/def\/crs\/OGC\/1\.3\/)CRS84|OGC:CRS84)$/i;

/** The name of a `crs` member that is not WGS 84, longitude first; `null` when there is nothing to object to. */
export function foreignCrs(crs: unknown): string | null {
	if (crs === undefined || crs === null) return null;
	const name = /"name":"([^"]*)"/g;
	const names = [...JSON.stringify(crs).matchAll(name)].map((match) => match[1] ?? '');
	return names.some((text) => WGS_84.test(text)) ? null : (names[0] ?? JSON.stringify(crs));
}
