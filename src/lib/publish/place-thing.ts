import type { CatalogueEvent } from '../core/catalogue.ts';
import type { Place } from '../core/model.ts';
import type { Locale } from '../i18n/locales.ts';
import { placeThing, type Writing } from './dataset-thing.ts';
import { placeOnPage, trueDates } from './event-thing.ts';
import type { Thing } from './head.ts';
import { pages } from './paths.ts';

/** More are told by the page itself. */
const MAX_EVENTS = 100;

/** A place as schema.org's Place, with the events that it is tied to. */
export function placePageThing(
	place: Place,
	items: readonly CatalogueEvent[],
	writing: Writing & { readonly locale: Locale }
): Thing {
	const { locale, text, href } = writing;
	return {
		...placeOnPage(place.id, placeThing(place, text), writing),
		...(items.length === 0
			? {}
			: {
					event: items.slice(0, MAX_EVENTS).map(({ id, event, when }) => {
						const at = href(pages.event(locale, id));
						return {
							'@type': 'Event',
							'@id': `${at}#event`,
							url: at,
							name: text(event.title),
							...(when === null ? {} : trueDates(when))
						};
					})
				})
	};
}
