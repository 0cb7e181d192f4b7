import type { Dataset, HistoricalEvent } from '../../core/model.ts';
import type { Provenance } from './provenance.ts';

/**
 * A dataset of some of its events, with the places, sources, actors and agencies that they name and all categories, whose order
 * is that of their colours. What was chosen stands at the end of its description, in every language the same, as that is what is
 * read when the file is opened again. It opens with everything it has.
 */
export function selectedDataset(
	dataset: Dataset,
	events: readonly HistoricalEvent[],
	{ selection, link, rejected = 0 }: Provenance
): Dataset {
	const used = (ids: (event: HistoricalEvent) => readonly string[]) => {
		const all = new Set(events.flatMap(ids));
		return ({ id }: { readonly id: string }): boolean => all.has(id);
	};
	const note = [selection, link, rejected === 0 ? undefined : `(${rejected} records rejected)`]
		.filter((text) => text !== undefined)
		.join(' ');
	const described = Object.entries(dataset.description).map(([language, text]) => [
		language,
		note === '' ? text : `${text}\n\n${note}`.trim()
	]);
	return {
		...dataset,
		description: Object.fromEntries(described) as Dataset['description'],
		opening: '',
		actors: dataset.actors.filter(used(({ actors }) => actors)),
		agencies: dataset.agencies.filter(
			used(({ claims }) => claims.flatMap(({ via = [] }) => via.map(({ agency }) => agency)))
		),
		sources: dataset.sources.filter(used(({ claims }) => claims.map(({ source }) => source))),
		places: dataset.places.filter(used(({ places }) => places.map(({ place }) => place))),
		events
	};
}
