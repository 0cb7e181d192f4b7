import type { Catalogue } from '$lib/core/catalogue.ts';
import { ALWAYS, sameInterval } from '$lib/core/interval.ts';
import type { LocalizedText } from '$lib/core/model.ts';
import type { View } from '$lib/core/view.ts';
import type { I18n } from '$lib/i18n/index.ts';
import type { ShareMessages } from '$lib/i18n/share.ts';

/** What a link to a view restores, one line for each thing that differs from the page as it opens by itself. */
export function describeView(
	view: View,
	catalogue: Catalogue,
	{ m, dates, text }: Pick<I18n, 'm' | 'dates' | 'text'>,
	words: ShareMessages
): readonly string[] {
	const { filter } = view;
	const names = m.filters;
	const named = <K>(ids: readonly K[], records: ReadonlyMap<K, { readonly name: LocalizedText }>): readonly string[] =>
		ids.flatMap((id) => {
			const record = records.get(id);
			return record === undefined ? [] : [text(record.name)];
		});
	const line = (name: string, values: readonly string[]): readonly string[] =>
		values.length === 0 ? [] : [words.filter(name, values)];
	const selected = view.event === null ? undefined : catalogue.eventById.get(view.event);
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
		...line(names.query, filter.query.trim() === '' ? [] : [filter.query.trim()]),
		...line(names.known, filter.known === null ? [] : [dates.day(filter.known - 1)]),
		...(filter.bounds === null ? [] : [names.bounds]),
		...(selected === undefined ? [] : [words.event(text(selected.event.title))]),
		view.camera === null ? words.fitted : words.camera,
		...(view.order === 'desc' ? [words.newestFirst] : []),
		...(view.axis === 'linear' ? [words.linear] : []),
		...(view.play === 'window' ? [] : [words.play[view.play]]),
		...(view.theme === null ? [] : [words.theme[view.theme]])
	];
}
