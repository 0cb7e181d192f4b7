import type { Locale } from '$lib/i18n/locales.ts';
import { pageMessages } from '$lib/i18n/pages.ts';
import { changesOf } from '$lib/core/changes.ts';
import type { PageHead } from '$lib/publish/head.ts';
import { pages } from '$lib/publish/paths.ts';
import { wordsOf } from '../words.server.ts';
import { dayInWords, readPublished } from './published.server.ts';

/** What the page of changes shows. */
export type ChangesContent = ReturnType<typeof readChanges>;

/** More would make the page long to load, and nobody reads so far. */
const MAX_CHANGES = 500;

export function readChanges(locale: Locale) {
	const { dataset, explorer, items, hasPages } = readPublished();
	const i18n = wordsOf(locale, dataset);
	const all = changesOf(dataset);
	const shown = all.slice(0, MAX_CHANGES);
	const days = [...new Set(shown.map(({ day }) => day))].map((day) => ({
		day,
		words: dayInWords(day, i18n),
		changes: shown.filter((change) => change.day === day)
	}));
	return {
		locale,
		i18n,
		dataset,
		explorer,
		items,
		hasPages,
		days,
		/** `null`: all of them are shown. */
		cutTo: shown.length < all.length ? shown.length : null
	};
}

export function changesHead({ locale, i18n, dataset }: ChangesContent): PageHead {
	const title = i18n.text(dataset.title);
	const words = pageMessages[locale];
	return {
		locale,
		path: pages.changes,
		title: words.title(words.changes.title, title),
		subject: words.changes.title,
		description: words.changes.intro(title),
		feed: title
	};
}
