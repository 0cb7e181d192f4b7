import { eventOf, type Catalogue } from '$lib/core/catalogue.ts';
import { ALWAYS, sameInterval } from '$lib/core/interval.ts';
import type { LocalizedText } from '$lib/core/model.ts';
import type { View } from '$lib/core/view.ts';
import type { I18n } from '$lib/i18n/index.ts';
import type { StoryMessages } from '$lib/i18n/story.ts';

/** What a step shows, in words: its period first, then what else it asks for. At least one. */
export function kickerOf(
	{ filter, event }: View,
	catalogue: Catalogue,
	{ m, dates, text }: Pick<I18n, 'm' | 'dates' | 'text'>,
	words: StoryMessages
): readonly string[] {
	const named = <K>(ids: readonly K[], records: ReadonlyMap<K, { readonly name: LocalizedText }>): readonly string[] =>
		ids.flatMap((id) => {
			const record = records.get(id);
			return record === undefined ? [] : [text(record.name)];
		});
	const selected = eventOf(catalogue, event);
	const hasWindow = !sameInterval(filter.window, ALWAYS);
	const period = hasWindow ? dates.range(filter.window) : selected?.when ? dates.label(selected.when) : '';
	const parts = [
		...(period === '' ? [] : [period]),
		...named(filter.places, catalogue.placeById),
		...named(filter.categories, catalogue.categoryById),
		...named(filter.actors, catalogue.actorById),
		...filter.sources.map((id) => catalogue.sourceById.get(id)?.title ?? id),
		...filter.statuses.map((status) => m.filters.statuses[status]),
		...(filter.query.trim() === '' ? [] : [words.search(filter.query.trim())]),
		...(filter.known === null ? [] : [words.known(dates.day(filter.known - 1))]),
		...(filter.bounds === null ? [] : [m.filters.bounds])
	];
	return parts.length === 0 ? [words.everything] : parts;
}
