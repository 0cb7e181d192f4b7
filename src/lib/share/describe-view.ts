import { eventOf, type Catalogue } from '$lib/core/catalogue.ts';
import { ALWAYS, sameInterval } from '$lib/core/interval.ts';
import type { Filter } from '$lib/core/filter.ts';
import type { LocalizedText } from '$lib/core/model.ts';
import type { View } from '$lib/core/view.ts';
import type { I18n } from '$lib/i18n/index.ts';
import type { ShareMessages } from '$lib/i18n/share.ts';
import { withoutTurns } from './plain-text.ts';

type Words = Pick<I18n, 'm' | 'dates' | 'text'>;

/** What a link to a view restores, one line for each thing that differs from the page as it opens by itself. */
export function describeView(view: View, catalogue: Catalogue, i18n: Words, words: ShareMessages): readonly string[] {
	const selected = eventOf(catalogue, view.event);
	return [
		...describeFilter(view.filter, catalogue, i18n, words),
		...(selected === null ? [] : [words.event(i18n.text(selected.event.title))]),
		view.camera === null ? words.fitted : words.camera,
		...(view.order === 'desc' ? [words.newestFirst] : []),
		...(view.axis === 'linear' ? [words.linear] : []),
		...(view.play === 'window' ? [] : [words.play[view.play]]),
		...(view.theme === null ? [] : [words.theme[view.theme]])
	];
}

/** What a filter asks for, one line for each of its rules. */
export function describeFilter(
	filter: Filter,
	catalogue: Catalogue,
	{ m, dates, text }: Words,
	words: ShareMessages
): readonly string[] {
	const names = m.filters;
	const named = <K>(ids: readonly K[], records: ReadonlyMap<K, { readonly name: LocalizedText }>): readonly string[] =>
		ids.flatMap((id) => {
			const record = records.get(id);
			return record === undefined ? [] : [text(record.name)];
		});
	const line = (name: string, values: readonly string[]): readonly string[] =>
		values.length === 0 ? [] : [words.filter(name, values)];
	return [
		...(sameInterval(filter.window, ALWAYS) ? [] : [words.window(dates.range(filter.window))]),
		...line(names.facet.places, named(filter.places, catalogue.placeById)),
		...line(names.facet.categories, named(filter.categories, catalogue.categoryById)),
		...line(names.facet.actors, named(filter.actors, catalogue.actorById)),
		...line(
			names.facet.sources,
			filter.sources.map((id) => catalogue.sourceById.get(id)?.title ?? id)
		),
		...line(
			names.facet.statuses,
			filter.statuses.map((status) => names.statuses[status])
		),
		...line(names.query, filter.query.trim() === '' ? [] : [withoutTurns(filter.query.trim())]),
		...line(names.known, filter.known === null ? [] : [dates.day(filter.known - 1)]),
		...(filter.bounds === null ? [] : [names.bounds])
	];
}
