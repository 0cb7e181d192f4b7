import { error } from '@sveltejs/kit';
import type { CatalogueEvent } from '$lib/core/catalogue.ts';
import { isId } from '$lib/core/id.ts';
import type { EventId } from '$lib/core/model.ts';
import { eventMessages } from '$lib/i18n/event.ts';
import type { Locale } from '$lib/i18n/locales.ts';
import { pageMessages } from '$lib/i18n/pages.ts';
import { eventThing } from '$lib/publish/event-thing.ts';
import type { PageHead } from '$lib/publish/head.ts';
import { addressOf, pages } from '$lib/publish/paths.ts';
import { wordsOf } from '../words.server.ts';
import { dayInWords, LANGUAGES, readPublished } from './published.server.ts';

/** What the page of an event shows. */
export type EventContent = ReturnType<typeof readEvent>;

/** Answers 404 where there is no such event, or events have no pages. */
export function readEvent(locale: Locale, id: string) {
	const { dataset, catalogue, explorer, items, merged, hasPages, hasPlacePages } = readPublished();
	const item = hasPages && isId<EventId>(id) ? items.get(id) : undefined;
	if (item === undefined) error(404, `There is no event “${id}”.`);
	const i18n = wordsOf(locale, dataset);
	const { added, modified, mergedInto, withdrawn } = item.event;
	const became = mergedInto === undefined ? undefined : (catalogue.gone?.get(item.id) ?? mergedInto);
	/** Undated events stand at no time. */
	const at = (row: number): CatalogueEvent | null =>
		item.row >= 0 && item.row < catalogue.dated && row < catalogue.dated ? catalogue.records.at(row) : null;
	return {
		locale,
		i18n,
		dataset,
		explorer,
		item,
		/** Why it is in no list any more. */
		gone: mergedInto !== undefined ? ('merged' as const) : withdrawn !== undefined ? ('withdrawn' as const) : null,
		became: (became && items.get(became)) ?? null,
		merged: merged.get(item.id) ?? [],
		previous: at(item.row - 1),
		next: at(item.row + 1),
		added: dayInWords(added, i18n),
		hasPlacePages,
		modified: modified === undefined || modified === added ? null : dayInWords(modified, i18n)
	};
}

/** All of them, in each language. */
export function eventEntries() {
	const { items, hasPages } = readPublished();
	return hasPages ? LANGUAGES.flatMap((language) => [...items.keys()].map((id) => ({ ...language, id }))) : [];
}

export function eventHead({ locale, i18n, dataset, item, gone, became }: EventContent): PageHead {
	const { catalogue, address, hasPlacePages } = readPublished();
	const { text } = i18n;
	const path = (tag: Locale): string => pages.event(tag, item.id);
	const writing = {
		locale,
		text,
		href: (to: string) => addressOf(address, path(locale), to),
		cited: eventMessages[locale].cited,
		hasPlacePages
	};
	const words = pageMessages[locale];
	const subject = text(item.event.title);
	// Whoever passes the link on passes that on, and not what no longer stands.
	const whyGone = gone === null ? null : `${words.event[gone]} ${became === null ? '' : text(became.event.title)}`;
	return {
		locale,
		path,
		title: words.title(subject, text(dataset.title)),
		subject,
		description: whyGone?.trimEnd() ?? text(item.event.summary),
		feed: text(dataset.title),
		isIndexed: gone === null,
		things: gone === null ? [eventThing(item, catalogue, writing)] : []
	};
}
