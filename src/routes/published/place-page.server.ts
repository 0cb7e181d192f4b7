import { error } from '@sveltejs/kit';
import { isId } from '$lib/core/id.ts';
import type { PlaceId } from '$lib/core/model.ts';
import type { Locale } from '$lib/i18n/locales.ts';
import { pageMessages } from '$lib/i18n/pages.ts';
import type { PageHead } from '$lib/publish/head.ts';
import { addressOf, pages } from '$lib/publish/paths.ts';
import { placePageThing } from '$lib/publish/place-thing.ts';
import { wordsOf } from '../words.server.ts';
import { LANGUAGES, readPublished } from './published.server.ts';

/** What the page of a place shows. */
export type PlaceContent = ReturnType<typeof readPlace>;

/** Answers 404 where there is no such place, or places have no pages. */
export function readPlace(locale: Locale, id: string) {
	const { dataset, catalogue, explorer, byPlace, hasPlacePages } = readPublished();
	const place = hasPlacePages && isId<PlaceId>(id) ? catalogue.placeById.get(id) : undefined;
	if (place === undefined) error(404, `There is no place “${id}”.`);
	return { locale, i18n: wordsOf(locale, dataset), dataset, explorer, place, items: byPlace.get(place.id) ?? [] };
}

/** All of them, in each language. */
export function placeEntries() {
	const { byPlace, hasPlacePages } = readPublished();
	return hasPlacePages ? LANGUAGES.flatMap((language) => [...byPlace.keys()].map((id) => ({ ...language, id }))) : [];
}

export function placeHead({ locale, i18n, dataset, place, items }: PlaceContent): PageHead {
	const { address } = readPublished();
	const { text } = i18n;
	const path = (tag: Locale): string => pages.place(tag, place.id);
	const words = pageMessages[locale];
	const name = text(place.name);
	const href = (to: string): string => addressOf(address, path(locale), to);
	return {
		locale,
		path,
		title: words.title(name, text(dataset.title)),
		subject: name,
		description: words.place.description(name, items.length),
		feed: text(dataset.title),
		things: [placePageThing(place, items, { locale, text, href })]
	};
}
