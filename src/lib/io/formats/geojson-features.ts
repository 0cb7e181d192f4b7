/** What GeoJSON and its relative Linked Places share: features, their geometry and what the file says of itself. */
import { foreignCrs } from '../geometry.ts';
import { rowProblem } from '../problems.ts';
import type { TextFile } from './format.ts';
import { exactJson, isObject, listOf, member, textOf, writeJson, type JsonObject } from './json-values.ts';
import type { TableBuilder } from './table.ts';
import { notAnObject } from './not-an-object.ts';

const GEOMETRIES: ReadonlySet<unknown> = new Set([
	'Point',
	'MultiPoint',
	'LineString',
	'MultiLineString',
	'Polygon',
	'MultiPolygon',
	'GeometryCollection'
]);

export function isGeometry(value: unknown): value is JsonObject {
	return isObject(value) && GEOMETRIES.has(member(value, 'type'));
}

/** The features of a file that has any: of a collection, the only one, or a geometry as it is. */
export function featuresOf(json: unknown): readonly unknown[] {
	const type = member(json, 'type');
	if (type === 'FeatureCollection') return listOf(json, 'features');
	return type === 'Feature' ? [json] : isGeometry(json) ? [{ type: 'Feature', geometry: json }] : [];
}

/**
 * Calls `read` with each feature and its pointer. What is no feature is rejected, and with coordinates that are not WGS 84
 * the whole file: a position in another system would be a wrong one.
 */
export function readFeatures(
	file: TextFile,
	table: TableBuilder,
	read: (feature: JsonObject, pointer: string) => void
): void {
	const json = exactJson(file);
	const features = featuresOf(json);
	const crs = foreignCrs(member(json, 'crs'));
	describe(json, table);
	if (crs !== null) {
		const place = { file: file.name, pointer: '/crs' };
		table.reject(rowProblem(place, 'error', 'crs-unsupported', { value: crs, params: { crs } }), features.length);
		return;
	}
	if (member(json, 'type') === 'FeatureCollection' && !Array.isArray(member(json, 'features'))) {
		table.problems.push(rowProblem({ file: file.name }, 'error', 'field-missing', { field: 'features' }));
	}
	features.forEach((feature, index) => {
		const pointer = member(json, 'type') === 'FeatureCollection' ? `/features/${index}` : '';
		const place = { file: file.name, pointer };
		if (!isObject(feature)) {
			table.reject(notAnObject(file.name, pointer, feature));
		} else if (member(feature, 'type') !== 'Feature') {
			const details = { field: 'type', value: textOf(member(feature, 'type')), params: { allowed: 'Feature' } };
			table.reject(rowProblem(place, 'error', 'value-unknown', details));
		} else read(feature, pointer);
	});
}

/** The geometry as a cell: GeoJSON without members that are not its own; empty when there is none. */
export function geometryText(geometry: unknown): string {
	if (geometry === undefined || geometry === null) return '';
	return writeJson(isGeometry(geometry) ? plainGeometry(geometry) : geometry);
}

function plainGeometry(geometry: JsonObject): JsonObject {
	const { type, coordinates, geometries } = geometry;
	if (type !== 'GeometryCollection') return { type, coordinates };
	return { type, geometries: Array.isArray(geometries) ? geometries.map(plainMember) : geometries };
}

function plainMember(value: unknown): unknown {
	return isGeometry(value) ? plainGeometry(value) : value;
}

function describe(json: unknown, table: TableBuilder): void {
	for (const holder of [json, member(json, 'metadata'), member(json, 'indexing')]) {
		const title = member(holder, 'title') ?? member(holder, 'name');
		const description = member(holder, 'description');
		const licence = member(holder, 'license') ?? member(holder, 'licence');
		if (typeof title === 'string') table.about.title ??= title;
		if (typeof description === 'string') table.about.description ??= description;
		if (typeof licence === 'string') table.about.licence ??= licence;
	}
}
