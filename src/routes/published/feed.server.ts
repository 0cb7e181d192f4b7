import { createHash } from 'node:crypto';
import type { HistoricalEvent } from '$lib/core/model.ts';
import type { Locale } from '$lib/i18n/locales.ts';
import { pageMessages } from '$lib/i18n/pages.ts';
import { atomFeed, type FeedEntry } from '$lib/publish/atom.ts';
import { isIsoDay } from '$lib/publish/dataset-thing.ts';
import { addressOf, linkBetween, pages } from '$lib/publish/paths.ts';
import { wordsOf } from '../words.server.ts';
import { readPublished } from './published.server.ts';

/** As many as a reader who looks in now and then has missed. */
const MAX_ENTRIES = 100;

/** The feed of a language: the events that were added last, the newest day first. */
export function readFeed(locale: Locale): string {
	const { dataset, catalogue, hasPages, address } = readPublished();
	const { text, resolve, dates, m } = wordsOf(locale, dataset);
	const at = pages.feed(locale);
	const entries = catalogue.events
		.filter(({ event }) => isIsoDay(event.added))
		.sort((a, b) => compare(b.event.added, a.event.added) || a.row - b.row)
		.slice(0, MAX_ENTRIES)
		.map(({ id, event, when }): FeedEntry => {
			const summary = resolve(event.summary);
			const date = when === null ? m.list.undated : dates.label(when);
			return {
				id: urnOf(`${locale} ${id} ${event.added}`),
				title: resolve(event.title),
				// The date is in words of the feed's language, which the summary may not be in.
				summary: summary.isFallback ? summary : { ...summary, text: pageMessages[locale].joined([date, summary.text]) },
				href: hasPages
					? addressOf(address, at, pages.event(locale, id))
					: addressOf(address, at, pages.front(locale), `event=${id}`),
				added: event.added,
				modified: lastDay(event),
				category: event.category
			};
		});
	return atomFeed({
		id: urnOf(`${locale} ${firstOf(dataset.events)}`),
		lang: locale,
		title: resolve(dataset.title),
		subtitle: resolve(dataset.description),
		self: addressOf(address, at, at),
		page: addressOf(address, at, pages.front(locale)),
		sheet: linkBetween(at, 'feed.css'),
		author: dataset.publisher ?? text(dataset.title),
		rights: dataset.licence,
		entries
	});
}

/** The last day on which something of it was changed. */
export function lastDay({ added, modified, corrections = [] }: HistoricalEvent): string {
	const days = [added, modified ?? added, ...corrections.map(({ date }) => date)].filter(isIsoDay);
	return days.reduce((last, day) => (day > last ? day : last), days[0] ?? added);
}

/** What never changes of a dataset: its ids are permanent, and nothing is added before what was first. */
function firstOf(events: readonly HistoricalEvent[]): string {
	const names = events.map(({ id, added }) => `${added} ${id}`);
	return names.reduce((first, name) => (name < first ? name : first), names[0] ?? '');
}

/**
 * A name that stays the same wherever the site lies and whenever it is built (RFC 9562, version 5): feed readers tell by it what
 * they have shown already.
 */
function urnOf(name: string): string {
	const digest = createHash('sha1').update(`chronotope ${name}`).digest('hex');
	const variant = ((parseInt(digest.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
	const parts = [
		digest.slice(0, 8),
		digest.slice(8, 12),
		`5${digest.slice(13, 16)}`,
		`${variant}${digest.slice(18, 20)}`
	];
	return `urn:uuid:${parts.join('-')}-${digest.slice(20, 32)}`;
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
