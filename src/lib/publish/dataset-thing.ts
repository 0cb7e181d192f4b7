import { changesOf } from '../core/changes.ts';
import type { Catalogue } from '../core/catalogue.ts';
import type { Dataset, LocalizedText, Place } from '../core/model.ts';
import type { Thing } from './head.ts';
import { isoInterval } from './iso-date.ts';

/** What is asked of a page's language and place: names in words, and addresses. */
export interface Writing {
	readonly text: (text: LocalizedText) => string;
	readonly href: (path: string) => string;
}

/** More places than these say less of what a dataset covers, and weigh on every page. */
const MAX_PLACES = 50;

/** The dataset as schema.org's Dataset; `path`: of the front page. */
export function datasetThing(
	dataset: Pick<
		Dataset,
		| 'title'
		| 'description'
		| 'publisher'
		| 'languages'
		| 'licence'
		| 'version'
		| 'categories'
		| 'places'
		| 'events'
		| 'changes'
	>,
	extent: Catalogue['extent'],
	{ text, href }: Writing,
	path: string
): Thing {
	const { publisher, places } = dataset;
	const covers = extent === null ? null : isoInterval(extent);
	const changed = changesOf(dataset)
		.map(({ day }) => day)
		.filter(isIsoDay);
	const newest = changed.reduce((last, day) => (day > last ? day : last), '');
	const placed = places.length <= MAX_PLACES ? places.filter(({ point }) => point !== null) : [];
	return {
		'@type': 'Dataset',
		'@id': href(path),
		url: href(path),
		name: text(dataset.title),
		description: text(dataset.description),
		inLanguage: dataset.languages,
		version: dataset.version,
		license: licenceOf(dataset.licence),
		isAccessibleForFree: true,
		keywords: dataset.categories.map(({ name }) => text(name)),
		...(publisher === undefined ? {} : { publisher: { '@type': 'Organization', name: publisher } }),
		...(newest === '' ? {} : { dateModified: newest }),
		...(covers === null ? {} : { temporalCoverage: covers }),
		...(placed.length === 0 ? {} : { spatialCoverage: placed.map((place) => placeThing(place, text)) })
	};
}

/** A place by its name and where it is. Of what is only known roughly no point is given: it would be taken for exact. */
export function placeThing({ name, country, point, precision }: Place, text: Writing['text']): Thing {
	const isPoint = point !== null && (precision === undefined || precision === 'exact' || precision === 'town');
	return {
		'@type': 'Place',
		name: text(name),
		...(country === undefined ? {} : { address: { '@type': 'PostalAddress', addressCountry: country } }),
		...(isPoint ? { geo: { '@type': 'GeoCoordinates', latitude: point[1], longitude: point[0] } } : {})
	};
}

/** A day that every calendar writes so: years before 1 and after 9999 are written otherwise. */
export function isIsoDay(day: string): boolean {
	return /^(?!0000)\d{4}-\d\d-\d\d$/.test(day);
}

const CREATIVE_COMMONS = /^CC[ -](BY(?:-NC)?(?:-(?:SA|ND))?)[ -](\d\.\d)$/i;

/** The address of a licence that has one and the same everywhere, else its name. */
function licenceOf(licence: string): string | Thing {
	const [, kind, version] = CREATIVE_COMMONS.exec(licence) ?? [];
	if (kind !== undefined) return `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/`;
	if (/^CC0(?:[ -]1\.0)?$/i.test(licence)) return 'https://creativecommons.org/publicdomain/zero/1.0/';
	return { '@type': 'CreativeWork', name: licence };
}
