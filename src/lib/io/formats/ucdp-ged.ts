import { namedFormat } from './named-columns.ts';

/** Georeferenced Event Dataset of the Uppsala Conflict Data Program, as a table or as its API sends it. */
export const ucdpGed = namedFormat({
	id: 'ucdp-ged',
	required: ['type_of_violence', 'date_start', 'date_end', 'where_prec'],
	uses: new Map([
		['id', { target: 'id' }],
		['conflict_name', { target: 'title' }],
		['type_of_violence', { target: 'category', notation: 'ucdp-violence' }],
		['side_a', { target: 'actor' }],
		['side_b', { target: 'actor' }],
		['date_start', { target: 'start' }],
		['date_end', { target: 'end' }],
		['date_prec', { target: 'when-precision', notation: 'ucdp-time' }],
		['where_coordinates', { target: 'place' }],
		['adm_1', { target: 'place' }],
		['country', { target: 'country' }],
		['latitude', { target: 'latitude' }],
		['longitude', { target: 'longitude' }],
		['where_prec', { target: 'place-precision', notation: 'ucdp-place' }],
		['source_headline', { target: 'source', separator: ';' }],
		['source_office', { target: 'source-publisher', separator: ';' }],
		['source_date', { target: 'source-date', separator: ';' }]
	])
});
