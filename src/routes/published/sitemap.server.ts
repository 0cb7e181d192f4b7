import { changesOf } from '$lib/core/changes.ts';
import type { CatalogueEvent } from '$lib/core/catalogue.ts';
import type { Locale } from '$lib/i18n/locales.ts';
import { isIsoDay } from '$lib/publish/dataset-thing.ts';
import { pages } from '$lib/publish/paths.ts';
import { sitemap, type SitemapPage } from '$lib/publish/sitemap.ts';
import { readStories } from '../dataset.server.ts';
import { lastDay } from './feed.server.ts';
import { readPublished } from './published.server.ts';

/** `null` where nobody has said where the site will lie: a sitemap knows no relative addresses. */
export function readSitemap(): string | null {
	const { dataset, catalogue, byPlace, hasPages, hasPlacePages, address } = readPublished();
	if (address === null) return null;
	const newestOf = (days: readonly string[]): string | null =>
		days.filter(isIsoDay).reduce<string | null>((last, day) => (last === null || day > last ? day : last), null);
	const newest = (items: readonly CatalogueEvent[]): string | null =>
		newestOf(items.map(({ event }) => lastDay(event)));
	// What was taken out has changed these pages too.
	const all = newestOf(changesOf(dataset).map(({ day }) => day));
	const single: readonly SitemapPage[] = hasPages
		? [
				...catalogue.events.map((item) => ({
					path: (tag: Locale) => pages.event(tag, item.id),
					changed: newest([item])
				})),
				...(hasPlacePages ? [...byPlace] : []).map(([id, items]) => ({
					path: (tag: Locale) => pages.place(tag, id),
					changed: newest(items)
				}))
			]
		: [];
	return sitemap(
		[
			{ path: pages.front, changed: all },
			{ path: pages.changes, changed: all },
			{ path: pages.statement, changed: null },
			...readStories().map(({ id }) => ({ path: (tag: Locale) => pages.story(tag, id), changed: null })),
			...single
		],
		address
	);
}

/** Of use at the root of a host alone, where it is looked for: `null` elsewhere. */
export function readRobots(): string | null {
	const { address } = readPublished();
	if (address === null || new URL(address).pathname !== '/') return null;
	return `User-agent: *\nAllow: /\n\nSitemap: ${new URL('sitemap.xml', address).href}\n`;
}
