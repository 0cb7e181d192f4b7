import { isListed } from '../../core/gone.ts';
import type { Dataset, LngLat } from '../../core/model.ts';
import { GEOJSON_MARK } from '../exported.ts';
import { Flattener, joined, plain, type FlatEvent, type FlatPlace } from './flat-event.ts';
import { provenanceOf, type ExportOptions } from './provenance.ts';

/** Members of the collection that say what was chosen. */
const ORIGIN = { selection: 'selection', link: 'link', updated: 'updated', rejected: 'rejected' };

/** Events whose features are one piece of text. */
const PIECE_SIZE = 2_000;

/**
 * Events as GeoJSON (RFC 7946), in pieces: a feature for each event and place, which has all that is known of the event, and
 * one without a geometry for an event that has no place or one that nobody knows. Positions have 7 decimals, a centimetre. What
 * the events are taken from is said by members of the collection: `title`, `version`, `licence`, `language`, and `selection`
 * where something was chosen, with its `link`; `updated` and `rejected` where they are known. By the first of them, `chronotope:export`, our importer knows the file again, and makes one event
 * of the features that follow each other and have its id.
 *
 * It holds what `csvFile` holds, but of positions no more than 7 decimals.
 */
export function* geojsonFile(dataset: Dataset, options: ExportOptions = {}): Generator<string, void> {
	const { events = dataset.events.filter(isListed), language = dataset.languages[0] ?? 'und' } = options;
	const flattener = new Flattener(dataset, language);
	const head = {
		type: 'FeatureCollection',
		[GEOJSON_MARK]: 1,
		title: flattener.text(dataset.title),
		version: plain(dataset.version),
		licence: plain(dataset.licence),
		language,
		...Object.fromEntries(provenanceOf(options, ORIGIN))
	};
	yield `${JSON.stringify(head).slice(0, -1)},"features":[`;
	for (let from = 0; from < events.length; from += PIECE_SIZE) {
		const features = events.slice(from, from + PIECE_SIZE).flatMap((event) => featuresOf(flattener.flat(event)));
		yield `${from === 0 ? '' : ','}\n${features.map((feature) => JSON.stringify(feature)).join(',\n')}`;
	}
	yield '\n]}\n';
}

function featuresOf(event: FlatEvent): object[] {
	if (event.places.length === 0) return [featureOf(event, null, 0)];
	return alike(event.places).map((place, index) => featureOf(event, place, index));
}

/** An id is of one feature: those of the second place and so on say which. */
function featureOf(event: FlatEvent, place: FlatPlace | null, index: number): object {
	return {
		type: 'Feature',
		id: index === 0 ? event.id : `${event.id}#${index + 1}`,
		geometry: place === null || place.point === null ? null : { type: 'Point', coordinates: place.point },
		properties: propertiesOf(event, place)
	};
}

/** What is not known, or not so, is left out. */
function propertiesOf({ media, sources, ...event }: FlatEvent, place: FlatPlace | null): object {
	return filled({
		event: event.id,
		title: event.title,
		summary: event.summary,
		when: event.when,
		when_inferred: event.whenInferred,
		place: place?.name,
		country: place?.country,
		role: place?.role,
		precision: place?.precision,
		place_inferred: place?.inferred,
		category: event.category,
		actors: event.actors,
		status: event.status,
		sources: sources.map(({ title, url, publisher, published, publishedInferred, says, when, inferred }) =>
			filled({
				title,
				url,
				publisher,
				published,
				published_inferred: publishedInferred,
				says,
				when,
				says_inferred: inferred
			})
		),
		media: media?.url,
		media_alt: media?.alt,
		media_credit: media?.credit,
		media_graphic: media?.graphic,
		original_id: event.originalId
	});
}

function filled(object: object): object {
	const isEmpty = (value: unknown) =>
		value === undefined || value === false || value === '' || (Array.isArray(value) && value.length === 0);
	return Object.fromEntries(Object.entries(object).filter(([, value]) => !isEmpty(value)));
}

/** Places with as many decimals as are written; those that are then alike are one. */
function alike(places: readonly FlatPlace[]): FlatPlace[] {
	return joined(places.map((place) => ({ ...place, point: place.point === null ? null : roundedPoint(place.point) })));
}

function roundedPoint([lng, lat]: LngLat): LngLat {
	return [rounded(lng), rounded(lat)];
}

/** To 7 decimals, without a negative zero. */
function rounded(degrees: number): number {
	return Math.round(degrees * 1e7) / 1e7 + 0;
}
