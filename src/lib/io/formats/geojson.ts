import type { Format } from './format.ts';
import { isExportedGeojson, readExportedGeojson } from './exported-geojson.ts';
import { featuresOf, geometryText, isGeometry, readFeatures } from './geojson-features.ts';
import { flatten, isObject, member, textOf } from './json-values.ts';
import { hasSpans, setWhen } from './spans.ts';
import { TableBuilder } from './table.ts';
import { useTimes } from './times.ts';

/** Members of a feature that have a column of their own, or none. */
const OWN: ReadonlySet<string> = new Set(['type', 'id', 'bbox', 'geometry', 'properties']);

/** RFC 7946, and the GeoJSON of before with its `crs`. The time is whatever common name a property has for it. */
export const geojson: Format = {
	id: 'geojson',
	detect({ json }) {
		const type = member(json, 'type');
		if (type === 'FeatureCollection') return Array.isArray(member(json, 'features')) ? 0.8 : 0.5;
		return type === 'Feature' ? 0.8 : isGeometry(json) && featuresOf(json).length > 0 ? 0.7 : 0;
	},
	read(file) {
		const table = new TableBuilder('geojson', file);
		if (isExportedGeojson(file.json)) {
			readExportedGeojson(file, table);
			return { table: table.finish() };
		}
		readFeatures(file, table, (feature, pointer) => {
			const row = table.row({ pointer });
			const id = member(feature, 'id');
			if (id !== undefined) row.set('id', textOf(id), { target: 'id' });
			for (const [name, value] of membersOf(feature)) {
				if (name === 'when' && hasSpans(value)) setWhen(row, value);
				else flatten(row, name, value);
			}
			row.set('geometry', geometryText(member(feature, 'geometry')), { target: 'geometry' });
		});
		useTimes(table);
		return { table: table.finish() };
	}
};

/** Names of columns that are no property's. */
const RESERVED: ReadonlySet<string> = new Set(['id', 'geometry']);

/** What a feature says besides its geometry and its id, by the names that the columns have: of properties their own. */
function membersOf(feature: object): [name: string, value: unknown][] {
	const properties = member(feature, 'properties');
	const inner = isObject(properties) ? Object.entries(properties) : [];
	return [
		...inner.map(([name, value]): [string, unknown] => [RESERVED.has(name) ? `properties.${name}` : name, value]),
		...Object.entries(feature).filter(([name]) => !OWN.has(name))
	];
}
