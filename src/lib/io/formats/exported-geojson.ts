import { GEOJSON_MARK, languageTag } from '../exported.ts';
import type { Cell, ColumnUse, TextFile } from './format.ts';
import { geometryText, readFeatures } from './geojson-features.ts';
import { exactJson, flatten, isObject, member, textOf, type JsonObject } from './json-values.ts';
import type { TableBuilder } from './table.ts';

const USES: ReadonlyMap<string, ColumnUse> = new Map<string, ColumnUse>([
	['event', { target: 'id' }],
	['title', { target: 'title' }],
	['summary', { target: 'summary' }],
	['when', { target: 'when' }],
	['when_inferred', { target: 'when-inferred' }],
	['category', { target: 'category' }],
	['actors', { target: 'actor' }],
	['status', { target: 'status' }],
	['media', { target: 'media' }],
	['media_alt', { target: 'media-alt' }],
	['media_credit', { target: 'media-credit' }],
	['media_graphic', { target: 'media-graphic' }],
	['original_id', { target: 'original-id' }],
	['sources.title', { target: 'source' }],
	// Of the characters that an address cannot have, so that one with a comma in it stays one.
	['sources.url', { target: 'source-url', separator: '\n' }],
	['sources.publisher', { target: 'source-publisher' }],
	['sources.published', { target: 'source-date' }],
	['sources.published_inferred', { target: 'source-date-inferred' }],
	['sources.says', { target: 'says' }],
	['sources.when', { target: 'says-date' }],
	['sources.says_inferred', { target: 'says-inferred' }]
]);

const PLACE_USES: ReadonlyMap<string, ColumnUse> = new Map<string, ColumnUse>([
	['place', { target: 'place' }],
	['country', { target: 'country' }],
	['role', { target: 'place-role' }],
	['precision', { target: 'place-precision' }],
	['place_inferred', { target: 'place-inferred' }]
]);

/** Whether a file is GeoJSON that `io/export/geojson.ts` has written. */
export function isExportedGeojson(json: unknown): boolean {
	return member(json, GEOJSON_MARK) !== undefined;
}

/** Reads such a file: features that follow each other and are of one event are one row, with lists of their places. */
export function readExportedGeojson(file: TextFile, table: TableBuilder): void {
	const events: { readonly id: string; readonly pointer: string; readonly features: JsonObject[] }[] = [];
	readFeatures(file, table, (feature, pointer) => {
		const id = textOf(member(member(feature, 'properties'), 'event'));
		const last = events.at(-1);
		if (last !== undefined && last.id === id && id !== '') last.features.push(feature);
		else events.push({ id, pointer, features: [feature] });
	});
	for (const { pointer, features } of events) readEvent(table, pointer, features);
	const json = exactJson(file);
	const [version, language] = [textOf(member(json, 'version')), languageTag(textOf(member(json, 'language')))];
	if (version !== '') table.about.version = version;
	if (language !== null) table.about.language = language;
}

function readEvent(table: TableBuilder, pointer: string, features: readonly JsonObject[]): void {
	const [first] = features;
	const row = table.row({ pointer });
	const properties = member(first, 'properties');
	for (const [name, value] of isObject(properties) ? Object.entries(properties) : [])
		if (!PLACE_USES.has(name)) flatten(row, name, value, (column) => USES.get(column));
	const list = (text: (feature: JsonObject) => string): Cell => {
		const texts = features.map(text);
		return texts.length > 1 ? texts : (texts[0] ?? '');
	};
	for (const [name, use] of PLACE_USES)
		row.set(
			name,
			list((feature) => textOf(member(member(feature, 'properties'), name))),
			use
		);
	row.set(
		'geometry',
		list((feature) => geometryText(member(feature, 'geometry'))),
		{ target: 'geometry' }
	);
	for (const [name, value] of isObject(first) ? Object.entries(first) : [])
		if (!OWN.has(name)) flatten(row, name, value);
}

/** Members of a feature that are read, or say nothing that its properties do not. */
const OWN: ReadonlySet<string> = new Set(['type', 'id', 'bbox', 'geometry', 'properties']);
