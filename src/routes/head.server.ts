import { createCatalogue } from '$lib/core/catalogue.ts';
import type { Locale } from '$lib/i18n/locales.ts';
import { statementMessages } from '$lib/i18n/statement.ts';
import { datasetThing } from '$lib/publish/dataset-thing.ts';
import { headTags, type PageHead } from '$lib/publish/head.ts';
import { addressOf, linkBetween, pages } from '$lib/publish/paths.ts';
import { previewTags } from '$lib/publish/preview.ts';
import { readDescription, readPage } from './dataset.server.ts';
import { stylesOf } from './published/styles.server.ts';
import { siteAddress } from './site.server.ts';
import { wordsOf } from './words.server.ts';

/**
 * Writes into a page what machines are told of it. It is called by the page's own `load` on the server, and the markup goes by
 * `hooks.server.ts` into `<head>`: no script has any of it. `component`: of `published/`, that the page shows, for its styles.
 */
export function setHead(locals: App.Locals, head: PageHead, component: string | null = null): void {
	if (component !== null) {
		const at = head.path(head.locale);
		locals.styles = stylesOf(component).map((file) => linkBetween(at, file));
	}
	const address = siteAddress(readDescription());
	locals.head = headTags({ ...head, meta: [...(head.meta ?? []), ...previewTags(head, address)] }, address);
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
