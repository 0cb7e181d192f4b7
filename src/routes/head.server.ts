import { createCatalogue } from '$lib/core/catalogue.ts';
import type { Locale } from '$lib/i18n/locales.ts';
import { statementMessages } from '$lib/i18n/statement.ts';
import { datasetThing } from '$lib/publish/dataset-thing.ts';
import { headTags, type PageHead } from '$lib/publish/head.ts';
import { addressOf, linkBetween, pages } from '$lib/publish/paths.ts';
import { previewTags } from '$lib/publish/preview.ts';
import { readDescription, readPage } from './dataset.server.ts';
import { picturedSite } from './previews/pictured.server.ts';
import { stylesOf } from './published/styles.server.ts';
import { siteAddress } from './site.server.ts';
import { wordsOf } from './words.server.ts';

/**
 * Writes into a page what machines are told of it. It is called by the page's own `load` on the server, and the markup goes by
 * `hooks.server.ts` into `<head>`: no script has any of it. `component`: of `published/`, that the page shows, for its styles.
 */
export function setHead(locals: App.Locals, head: PageHead, component: string | null = null): void {
	if (component !== null) {
		const at = head.at ?? head.path(head.locale);
		locals.styles = stylesOf(component).map((file) => linkBetween(at, file));
	}
	const data = readPage();
	const address = siteAddress(data.dataset);
	const site = picturedSite(data, wordsOf(head.locale, data.dataset).text(data.dataset.title));
	const meta = [...(head.meta ?? []), ...previewTags(head, address, site)];
	locals.head = headTags({ ...head, meta }, address);
}

/** Of the dashboard. */
export function frontHead(locale: Locale): PageHead {
	const { dataset, dates, paged } = readPage();
	const { text } = wordsOf(locale, dataset);
	const address = siteAddress(dataset);
	const at = pages.front(locale);
	const extent = paged === null ? createCatalogue(dataset, dates).extent : paged.extent;
	const href = (path: string): string => addressOf(address, at, path);
	// Of a paged one the page has a part alone, which says nothing of the whole.
	const whole = paged === null ? dataset : { ...dataset, places: [], events: [] };
	return {
		locale,
		path: pages.front,
		title: text(dataset.title),
		description: text(dataset.description),
		feed: text(dataset.title),
		things: [datasetThing(whole, extent, { text, href }, at)]
	};
}

/** Of the page for frames: whoever finds it is led to the dashboard. */
export function frameHead(locale: Locale): PageHead {
	const { things: _, ...front } = frontHead(locale);
	return { ...front, at: pages.frame(locale), isIndexed: false };
}

/** Of the accessibility statement. */
export function statementHead(locale: Locale): PageHead {
	const dataset = readDescription();
	const { title, intro } = statementMessages[locale];
	return {
		locale,
		path: pages.statement,
		title,
		description: intro(wordsOf(locale, dataset).text(dataset.title))
	};
}
