import type { ColumnUse, Format } from './format.ts';
import { columnNames, namedFormat } from './named-columns.ts';

const uses: ReadonlyMap<string, ColumnUse> = new Map([
	['id', { target: 'id' }],
	['title', { target: 'title' }],
	['title_source', { target: 'source' }],
	['title_uri', { target: 'source-url' }],
	['start', { target: 'start' }],
	['end', { target: 'end' }],
	['attestation_year', { target: 'when' }],
	['ccodes', { target: 'country', separator: ';' }],
	['types', { target: 'category', separator: ';' }],
	['lon', { target: 'longitude' }],
	['lat', { target: 'latitude' }],
	['geowkt', { target: 'geometry' }],
	['geo_wkt', { target: 'geometry' }],
	['description', { target: 'summary' }]
]);

/** Names that hardly any other table has, one of which tells. */
const SIGNS = [
	'title_source',
	'title_uri',
	'aat_types',
	'geowkt',
	'geo_wkt',
	'geo_source',
	'attestation_year',
	'matches'
];

const byName = namedFormat({ id: 'lp-tsv', required: ['id', 'title'], uses });

/** The delimited form of Linked Places. https://github.com/LinkedPasts/linked-places-format/blob/main/tsv_0.4.md */
export const lpTsv: Format = {
	...byName,
	detect(file) {
		if (file.json !== undefined) return 0;
		const names = new Set(columnNames(file));
		if (!names.has('title') || !['start', 'attestation_year'].some((name) => names.has(name))) return 0;
		return SIGNS.filter((name) => names.has(name)).length >= 2 ? 0.9 : 0;
	}
};
