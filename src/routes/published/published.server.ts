import { createCatalogue, describe, type CatalogueEvent, type InlineCatalogue } from '$lib/core/catalogue.ts';
import { parseDate, parseDates } from '$lib/core/dataset-dates.ts';
import type { Dataset, EventId, PlaceId } from '$lib/core/model.ts';
import { hasPages } from '$lib/core/page-limit.js';
import { ScanEngine } from '$lib/core/scan-engine.ts';
import type { I18n } from '$lib/i18n/index.ts';
import { LOCALES, type Locale } from '$lib/i18n/locales.ts';
import { Explorer } from '$lib/state/explorer.svelte.ts';
import { readWhole } from '../dataset.server.ts';
import { siteAddress } from '../site.server.ts';

/** What the pages of single events and places, of changes, and the files for machines are made from. */
export interface Published {
	readonly dataset: Dataset;
	readonly catalogue: InlineCatalogue;
	/** For the parts of the dashboard that these pages are made of; nothing is filtered. */
	readonly explorer: Explorer;
	/** Every event, the merged and withdrawn ones as well, whose row is -1. */
	readonly items: ReadonlyMap<EventId, CatalogueEvent>;
	/** Those that were merged into an event, by that one. */
	readonly merged: ReadonlyMap<EventId, readonly CatalogueEvent[]>;
	/** Listed events by place, in list order. */
	readonly byPlace: ReadonlyMap<PlaceId, readonly CatalogueEvent[]>;
	/** Whether events have pages, and whether places do, which never do without them. */
	readonly hasPages: boolean;
	readonly hasPlacePages: boolean;
	/** Of the site. */
	readonly address: string | null;
}

/** By dataset: a build makes thousands of pages of one. */
const made = new WeakMap<Dataset, Omit<Published, 'address'>>();

export function readPublished(): Published {
	const whole = readWhole();
	const { dataset } = whole;
	const known = made.get(dataset) ?? join(whole);
	made.set(dataset, known);
	return { ...known, address: siteAddress(dataset) };
}

function join({ dataset, isWhole }: ReturnType<typeof readWhole>): Omit<Published, 'address'> {
	const catalogue = createCatalogue(dataset, parseDates(dataset));
	const gone = dataset.events.filter(({ id }) => catalogue.gone?.has(id));
	const items = [...catalogue.events, ...gone.map((event) => ({ ...describe(event, catalogue), row: -1 }))];
	const merged = new Map<EventId, CatalogueEvent[]>();
	for (const item of items) {
		const { mergedInto } = item.event;
		if (mergedInto !== undefined) merged.set(mergedInto, [...(merged.get(mergedInto) ?? []), item]);
	}
	const byPlace = new Map<PlaceId, CatalogueEvent[]>(dataset.places.map(({ id }) => [id, []]));
	for (const item of catalogue.events) for (const id of item.places) byPlace.get(id)?.push(item);
	return {
		dataset,
		catalogue,
		explorer: new Explorer(catalogue, new ScanEngine(catalogue, null)),
		items: new Map(items.map((item) => [item.id, item])),
		merged,
		byPlace,
		hasPages: isWhole && hasPages(catalogue.size),
		hasPlacePages: isWhole && hasPages(catalogue.size) && hasPages(dataset.places.length)
	};
}

/** The languages of the site as parameters of a route: the first one has no folder. */
export const LANGUAGES: readonly { readonly lang?: Locale }[] = LOCALES.map((tag, index) =>
	index === 0 ? {} : { lang: tag }
);

export function localeOf(lang: string | undefined): Locale {
	return LOCALES.find((tag) => tag === lang) ?? LOCALES[0];
}

/** A day of the dataset in words. */
export function dayInWords(day: string, { dates }: I18n): string {
	return dates.label(parseDate(day));
}
