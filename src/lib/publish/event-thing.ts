import type { Catalogue, CatalogueEvent } from '../core/catalogue.ts';
import { datetimeOf } from '../core/datetime.ts';
import type { EdtfDate } from '../core/edtf-types.ts';
import type { Claim, Source, Via } from '../core/model.ts';
import type { Locale } from '../i18n/locales.ts';
import { isIsoDay, placeThing, type Writing } from './dataset-thing.ts';
import type { Thing } from './head.ts';
import { pages } from './paths.ts';

interface EventWriting extends Writing {
	readonly locale: Locale;
	/** Where in a report something stands: `Report A, ¶4`. */
	readonly cited: (title: string, locator: string) => string;
	/** Whether places have pages. */
	readonly hasPlacePages: boolean;
}

type Joins = Pick<
	Catalogue,
	'dataset' | 'placeById' | 'categoryById' | 'actorById' | 'sourceById' | 'agencyById' | 'dateOf'
>;

/** An event as schema.org's Event, with each claim, and the report that makes it, as its Claim. */
export function eventThing(item: CatalogueEvent, joins: Joins, writing: EventWriting): Thing {
	const { event, when } = item;
	const { locale, text, href } = writing;
	const at = href(pages.event(locale, item.id));
	const category = joins.categoryById.get(event.category);
	const places = event.places.flatMap(({ place: id, role }) => {
		const place = joins.placeById.get(id);
		if (place === undefined) return [];
		const thing = placeThing(place, text);
		return [{ role, thing: writing.hasPlacePages ? placeOnPage(place.id, thing, writing) : thing }];
	});
	const location = places.filter(({ role }) => role !== 'about').map(({ thing }) => thing);
	const about = [
		...event.actors
			.flatMap((id) => joins.actorById.get(id) ?? [])
			.map(({ name }) => ({ '@type': 'Thing', name: text(name) })),
		...places.filter(({ role }) => role === 'about').map(({ thing }) => thing)
	];
	return {
		'@type': 'Event',
		'@id': `${at}#event`,
		url: at,
		name: text(event.title),
		description: text(event.summary),
		...(when === null ? {} : trueDates(when)),
		...(event.status === 'planned' ? { eventStatus: 'https://schema.org/EventScheduled' } : {}),
		...(location.length === 0 ? {} : { location }),
		...(about.length === 0 ? {} : { about }),
		...(category === undefined ? {} : { keywords: text(category.name) }),
		mainEntityOfPage: {
			'@type': 'WebPage',
			'@id': at,
			inLanguage: locale,
			...(isIsoDay(event.added) ? { datePublished: event.added } : {}),
			...(isIsoDay(event.modified ?? event.added) ? { dateModified: event.modified ?? event.added } : {}),
			isPartOf: { '@type': 'Dataset', '@id': href(pages.front(locale)), name: text(joins.dataset.title) }
		},
		subjectOf: event.claims.map((claim) => claimThing(claim, `${at}#event`, joins, writing))
	};
}

/**
 * Dates as ISO 8601 has them, where that is all there is to say: of what is uncertain, approximate, one of several or masked
 * nothing is written, and of an interval the sides that are known.
 */
export function trueDates({ node }: Pick<EdtfDate, 'node'>): {
	readonly startDate?: string;
	readonly endDate?: string;
} {
	if (node.type === 'period') {
		const start = datetimeOf({ node });
		return start === undefined ? {} : { startDate: start };
	}
	if (node.type !== 'interval') return {};
	const side = (period: typeof node.start): string | undefined =>
		typeof period === 'string' ? undefined : datetimeOf({ node: period });
	const [start, end] = [side(node.start), side(node.end)];
	return { ...(start === undefined ? {} : { startDate: start }), ...(end === undefined ? {} : { endDate: end }) };
}

export function placeOnPage(id: string, place: Thing, { locale, href }: Pick<EventWriting, 'locale' | 'href'>): Thing {
	const at = href(pages.place(locale, id));
	return { ...place, '@id': `${at}#place`, url: at };
}

function claimThing(
	claim: Claim,
	event: string,
	{ sourceById, agencyById, dateOf }: Joins,
	{ text, cited }: EventWriting
): Thing {
	const source = sourceById.get(claim.source);
	const title = source?.title ?? claim.source;
	// A claim's own date, where the editor has not concluded it.
	const when = claim.when === undefined || claim.inferred === true ? {} : trueDates(dateOf(claim.when));
	const { startDate, endDate } = when;
	const covers = endDate === undefined ? startDate : startDate === undefined ? undefined : `${startDate}/${endDate}`;
	const agency = ({ agency: id }: Via): string => text(agencyById.get(id)?.name ?? { und: id });
	return {
		'@type': 'Claim',
		text: text(claim.says),
		about: { '@id': event },
		...(covers === undefined ? {} : { temporalCoverage: covers }),
		appearance: source === undefined ? { '@type': 'CreativeWork', name: title } : sourceThing(source, dateOf),
		citation: claim.locator === undefined ? title : cited(title, claim.locator),
		...(claim.via === undefined || claim.via.length === 0
			? {}
			: {
					isBasedOn: claim.via.map((via) => ({
						'@type': 'CreativeWork',
						provider: { '@type': 'NewsMediaOrganization', name: agency(via) }
					}))
				})
	};
}

function sourceThing(
	{ title, url, publisher, published, inferred, archived, language }: Source,
	dateOf: Joins['dateOf']
): Thing {
	const day = published === undefined || inferred === true ? undefined : datetimeOf(dateOf(published));
	return {
		'@type': 'CreativeWork',
		name: title,
		...(url === undefined ? {} : { url }),
		...(publisher === undefined ? {} : { publisher: { '@type': 'Organization', name: publisher } }),
		...(day === undefined ? {} : { datePublished: day }),
		...(archived === undefined ? {} : { archivedAt: archived.url }),
		...(language === 'und' ? {} : { inLanguage: language })
	};
}
