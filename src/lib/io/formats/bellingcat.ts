import type { ColumnUse, Format } from './format.ts';
import { exactJson, flatten, isObject, listOf, member, textOf, type JsonObject } from './json-values.ts';
import { recordsOf } from './json-records.ts';
import { cellOf, TableBuilder, type RowWriter } from './table.ts';
import { notAnObject } from './not-an-object.ts';

const USES: ReadonlyMap<string, ColumnUse> = new Map([
	['id', { target: 'id' }],
	['date', { target: 'when' }],
	['latitude', { target: 'latitude' }],
	['longitude', { target: 'longitude' }],
	['location', { target: 'place' }],
	['description', { target: 'summary' }],
	['sources.path', { target: 'source-url' }],
	['sources.description', { target: 'source' }]
]);

/** What Bellingcat's maps export: incidents, each with its sources and the filters that it falls under. */
export const bellingcat: Format = {
	id: 'bellingcat',
	detect({ json }) {
		const some = (recordsOf(json)?.records ?? []).slice(0, 20);
		if (some.length === 0) return 0;
		return some.every((record) => hasPairs(record) && member(record, 'date') !== undefined) ? 0.95 : 0;
	},
	read(file) {
		const { records = [], pointer = '' } = recordsOf(exactJson(file)) ?? {};
		const table = new TableBuilder('bellingcat', file);
		records.forEach((record, index) => {
			const at = `${pointer}/${index}`;
			if (isObject(record)) readIncident(table.row({ pointer: at }), record);
			else table.reject(notAnObject(file.name, at, record));
		});
		return { table: table.finish() };
	}
};

/** Whether its sources are objects with a path, and its filters objects with a key; one of the two at least. */
function hasPairs(record: unknown): boolean {
	const sources = listOf(record, 'sources');
	const filters = listOf(record, 'filters');
	return (
		sources.length + filters.length > 0 &&
		sources.every((source) => member(source, 'path') !== undefined) &&
		filters.every((filter) => member(filter, 'key') !== undefined)
	);
}

function readIncident(row: RowWriter, incident: JsonObject): void {
	for (const [name, value] of Object.entries(incident)) {
		if (name !== 'filters' || !Array.isArray(value)) flatten(row, name, value, (column) => USES.get(column));
	}
	const filters = new Map<string, string[]>();
	for (const filter of listOf(incident, 'filters')) {
		const key = textOf(member(filter, 'key'));
		filters.set(key, [...(filters.get(key) ?? []), textOf(member(filter, 'value'))]);
	}
	for (const [key, values] of filters) row.set(`filters.${key}`, cellOf(values));
}
