import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { isId } from '../../../src/lib/core/id.ts';
import { files, jsonSchemas, records } from '../../../src/lib/io/schema.ts';
import { readTexts, ROOT, SMALL, withValue, type Json } from './support.ts';

const schemas = jsonSchemas();
const names = {
	dataset: 'dataset.json',
	places: 'places.geojson',
	sources: 'sources.json',
	events: 'events.json'
} as const;
const kinds = Object.keys(names) as (keyof typeof names)[];

/** A validator made from the published JSON Schema alone. */
const published = (kind: keyof typeof names) =>
	z.fromJSONSchema(JSON.parse(JSON.stringify(schemas[kind])) as z.core.JSONSchema.JSONSchema);

describe.each(kinds)('the published schema of %s', (kind) => {
	it.each([`${ROOT}data`, SMALL])('accepts %s', (folder) => {
		const value = JSON.parse(readTexts(folder)[names[kind]] ?? '') as Json;
		expect(published(kind).safeParse(value).error?.issues).toBeUndefined();
		expect(files[kind].safeParse(value).error?.issues).toBeUndefined();
	});

	it('has not changed', async () => {
		await expect(`${JSON.stringify(schemas[kind], null, '\t')}\n`).toMatchFileSnapshot(
			`${ROOT}tests/fixtures/datasets/schema/${kind}.json`
		);
		expect(jsonSchemas()[kind]).toEqual(schemas[kind]);
	});

	it('describes every field', () => {
		expect(undescribed(schemas[kind] as unknown as Json)).toEqual([]);
	});
});

describe('the published schema', () => {
	it.each([
		['events', '/0/status', 'happened'],
		['events', '/0/id', 'Fleet Sails'],
		['events', '/0/infered', true],
		['events', '/0/title/english', 'x'],
		['events', '/0/claims/0/source', undefined],
		['places', '/features/0/geometry/type', 'LineString'],
		['places', '/features/0/properties/country', 'NOR'],
		['sources', '/0/language', 'English'],
		['dataset', '/format', 2],
		['dataset', '/languages', []]
	] as const)('refuses %s with a bad %s', (kind, pointer, value) => {
		const text = withValue(
			readTexts(SMALL),
			names[kind],
			pointer,
			Array.isArray(value) ? [] : (value as Json | undefined)
		)[names[kind]];
		expect(published(kind).safeParse(JSON.parse(text ?? '')).success).toBe(false);
	});
});

describe('an id', () => {
	it.each([
		'a',
		'moscow-visit',
		'007',
		'1e5',
		'a-1',
		'x'.repeat(80),
		'x'.repeat(81),
		'',
		'-a',
		'a-',
		'a--b',
		'A',
		'é',
		'a b',
		'a\n'
	])('%j: the schema and the rest of the product agree', (id) => {
		expect(records.agencies.safeParse({ id, name: { en: 'x' } }).success).toBe(isId(id));
	});
});

/** Pointers of properties that say nothing about themselves. */
function undescribed(schema: Json, pointer = ''): string[] {
	if (schema === null || typeof schema !== 'object') return [];
	if (Array.isArray(schema)) return schema.flatMap((item, index) => undescribed(item, `${pointer}/${index}`));
	const { properties, ...rest } = schema;
	const members = properties === undefined ? {} : (properties as Record<string, Json>);
	return [
		...Object.entries(members).flatMap(([key, item]) => [
			...(item !== null && typeof item === 'object' && 'description' in item ? [] : [`${pointer}/${key}`]),
			...undescribed(item, `${pointer}/${key}`)
		]),
		...Object.entries(rest).flatMap(([key, item]) => undescribed(item, `${pointer}/${key}`))
	];
}
