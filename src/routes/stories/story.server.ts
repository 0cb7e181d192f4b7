import { error } from '@sveltejs/kit';
import { createCatalogue } from '$lib/core/catalogue.ts';
import { ScanEngine } from '$lib/core/scan-engine.ts';
import { storyLanguage, type Story } from '$lib/core/story.ts';
import type { Locale } from '$lib/i18n/locales.ts';
import type { PageHead } from '$lib/publish/head.ts';
import { addressOf, pages } from '$lib/publish/paths.ts';
import { readView } from '$lib/state/url-sync.svelte.ts';
import { readPage, readStories, readStoryLinks } from '../dataset.server.ts';
import { setHead } from '../head.server.ts';
import { siteAddress } from '../site.server.ts';
import type { PageDataset } from '../start.ts';
import { MAX_ROWS, type StepIds, type StoryData } from './story-data.ts';

/** The pages that there are in each language. */
export function storyEntries(): { readonly story: string }[] {
	return readStories().map(({ id }) => ({ story: id }));
}

/** The page of a story, and what machines are told of it. */
export function readStoryPage(id: string, locale: Locale, locals: App.Locals): StoryData {
	const story = readStories().find((other) => other.id === id);
	if (story === undefined) error(404);
	const page = readPage();
	const language = storyLanguage(story, locale, page.dataset.languages[0] ?? locale);
	const text = story.texts[language];
	if (text === undefined) error(404);
	setHead(locals, storyHead(story, language, locale), '../stories/StoryPage');
	return {
		...page,
		story: { id, language, isFallback: language !== locale, text },
		events: eventsOf(
			page,
			text.steps.map(({ view }) => view)
		),
		others: readStoryLinks().filter((other) => other.id !== id)
	};
}

/** Which events each of the views lists. */
function eventsOf({ dataset, dates, paged }: PageDataset, views: readonly string[]): (StepIds | null)[] {
	if (paged !== null) return views.map(() => null);
	const catalogue = createCatalogue(dataset, dates);
	const engine = new ScanEngine(catalogue, null);
	return views.map((query) => {
		const result = engine.query(readView(query, catalogue).view.filter);
		const rows = Array.from({ length: Math.min(result.count, MAX_ROWS) }, (_, index) => result.rowAt(index));
		return { first: rows.flatMap((row) => catalogue.records.at(row)?.id ?? []), count: result.count };
	});
}

function storyHead({ id, texts }: Story, language: string, locale: Locale): PageHead {
	const { dataset } = readPage();
	const address = siteAddress(dataset);
	const path = (tag: Locale): string => pages.story(tag, id);
	const href = (to: string): string => addressOf(address, path(locale), to);
	const { title = '', description = '', author = '', date = null } = texts[language] ?? {};
	return {
		locale,
		path,
		title,
		description,
		things: [
			{
				'@type': 'Article',
				'@id': href(path(locale)),
				url: href(path(locale)),
				headline: title,
				...(description === '' ? {} : { description }),
				inLanguage: language,
				...(author === '' ? {} : { author: { '@type': 'Person', name: author } }),
				...(date === null ? {} : { datePublished: date }),
				...(dataset.publisher === undefined ? {} : { publisher: { '@type': 'Organization', name: dataset.publisher } }),
				isAccessibleForFree: true,
				isBasedOn: href(pages.front(locale))
			}
		]
	};
}
