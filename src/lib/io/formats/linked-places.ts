import { rowProblem } from '../problems.ts';
import type { ColumnUse, Format } from './format.ts';
import { featuresOf, geometryText, readFeatures } from './geojson-features.ts';
import { flatten, isObject, listOf, member, textOf, type JsonObject } from './json-values.ts';
import { hasSpans, setWhen } from './spans.ts';
import { TableBuilder, type RowWriter } from './table.ts';
import { useTimes } from './times.ts';

const USES: ReadonlyMap<string, ColumnUse> = new Map([
	['properties.title', { target: 'title' }],
	['properties.ccodes', { target: 'country' }],
	['types.label', { target: 'category' }],
	['descriptions.@id', { target: 'source-url' }],
	['descriptions.value', { target: 'says' }],
	['depictions.@id', { target: 'media' }],
	['depictions.title', { target: 'media-alt' }]
]);

/** Members of a feature that have a column of their own, or none. */
const OWN: ReadonlySet<string> = new Set(['type', '@id', 'geometry', 'properties', 'when']);

/** Lists that a feature of Linked Places has, and plain GeoJSON does not. */
const LISTS = ['names', 'types', 'links', 'relations', 'descriptions', 'depictions'];

/**
 * Linked Places 1.2, which is GeoJSON-T: places with the times in which they were attested.
 * https://github.com/LinkedPasts/linked-places-format
 */
export const linkedPlaces: Format = {
	id: 'linked-places',
	detect({ json }) {
		const features = featuresOf(json).slice(0, 20);
		if (features.length === 0) return 0;
		if (/linked-?places|geojson-t|linkedpasts/i.test(textOf(member(json, '@context')))) return 0.97;
		const signs = features.filter((feature) => hasSigns(feature)).length;
		return signs * 2 >= features.length ? 0.95 : 0;
	},
	read(file) {
		const table = new TableBuilder('linked-places', file);
		let misplaced = 0;
		readFeatures(file, table, (feature, pointer) => {
			const row = table.row({ pointer });
			misplaced += Number(!readTimes(row, feature));
			readFeature(row, feature);
		});
		if (misplaced > 0) {
			const params = { count: misplaced };
			table.problems.push(rowProblem({ file: file.name }, 'warning', 'when-misplaced', { params }));
		}
		useTimes(table);
		return { table: table.finish() };
	}
};

function hasSigns(feature: unknown): boolean {
	const timed = timesOf(feature).some(({ when }) => Array.isArray(member(when, 'timespans')));
	return timed || (member(feature, '@id') !== undefined && LISTS.some((list) => listOf(feature, list).length > 0));
}

/** Every `when` of a feature: of itself or its geometry, where it belongs, or wrongly in its properties. */
function timesOf(feature: unknown): { readonly when: unknown; readonly isMisplaced: boolean }[] {
	const geometry = member(feature, 'geometry');
	// Parts of a collection may each have their own: together they are the times of the whole.
	const parts = listOf(geometry, 'geometries').flatMap((part) => listOf(member(part, 'when'), 'timespans'));
	return [
		{ when: member(feature, 'when'), isMisplaced: false },
		{ when: member(member(feature, 'properties'), 'when'), isMisplaced: true },
		{ when: member(geometry, 'when'), isMisplaced: false },
		{ when: { timespans: parts }, isMisplaced: false }
	].filter(({ when }) => isTimed(when));
}

/** Whether a `when` says any time. */
function isTimed(when: unknown): boolean {
	const spans = member(when, 'timespans');
	return Array.isArray(spans) ? spans.length > 0 : hasSpans(when) || (typeof when === 'string' && when !== '');
}

/** False when the time that was read stands where the format does not have it. */
function readTimes(row: RowWriter, feature: JsonObject): boolean {
	const [first] = timesOf(feature);
	if (first === undefined) return true;
	setWhen(row, first.when);
	return !first.isMisplaced;
}

function readFeature(row: RowWriter, feature: JsonObject): void {
	const useOf = (name: string) => USES.get(name);
	row.set('@id', textOf(member(feature, '@id') ?? member(feature, 'id')), { target: 'id' });
	const properties = member(feature, 'properties');
	for (const [name, value] of isObject(properties) ? Object.entries(properties) : []) {
		if (name !== 'when') flatten(row, `properties.${name}`, value, useOf);
	}
	// The place is called by its first name; its event has the title.
	const name = textOf(member(listOf(feature, 'names')[0], 'toponym'));
	row.set('names.0.toponym', name === '' ? textOf(member(properties, 'title')) : name, { target: 'place' });
	const description = textOf(member(listOf(feature, 'descriptions')[0], 'value'));
	if (description !== '') row.set('descriptions.0.value', description, { target: 'summary' });
	for (const [name, value] of Object.entries(feature)) if (!OWN.has(name)) flatten(row, name, value, useOf);
	row.set('geometry', geometryText(member(feature, 'geometry')), { target: 'geometry' });
}
