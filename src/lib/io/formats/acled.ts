import { namedFormat } from './named-columns.ts';

/** Armed Conflict Location & Event Data, as exported or as its API sends it. https://acleddata.com/codebook */
export const acled = namedFormat({
	id: 'acled',
	required: ['event_id_cnty', 'event_date', 'event_type'],
	uses: new Map([
		['event_id_cnty', { target: 'id' }],
		['event_date', { target: 'when' }],
		['time_precision', { target: 'when-precision', notation: 'acled-time' }],
		['event_type', { target: 'category' }],
		['sub_event_type', { target: 'title' }],
		['actor1', { target: 'actor' }],
		['assoc_actor_1', { target: 'actor', separator: ';' }],
		['actor2', { target: 'actor' }],
		['assoc_actor_2', { target: 'actor', separator: ';' }],
		['country', { target: 'country' }],
		['location', { target: 'place' }],
		['latitude', { target: 'latitude' }],
		['longitude', { target: 'longitude' }],
		['geo_precision', { target: 'place-precision', notation: 'acled-place' }],
		['source', { target: 'source', separator: ';' }],
		['notes', { target: 'summary' }]
	])
});
