import type { Dataset, LocalizedText } from '../../../../src/lib/core/model.ts';
import { datasetFiles } from '../../../../src/lib/io/dataset-files.ts';
import { importNow, openFiles, type ImportResult, type Opened } from '../../../../src/lib/io/import/import.ts';
import { mapTable, type MappingEntry } from '../../../../src/lib/io/import/mapping-file.ts';
import { loadDataset } from '../../../../src/lib/io/load.ts';
import { readTexts, SMALL } from '../support.ts';

export function small(): Dataset {
	const { dataset } = loadDataset(readTexts(SMALL));
	if (dataset === null) throw new Error('The small dataset loads.');
	return dataset;
}

/** The good records of any dataset: what is exported has been through the loader. */
export function loaded(dataset: Dataset): Dataset | null {
	const files = datasetFiles(dataset);
	const text = (name: string) => files[name] ?? null;
	return loadDataset({
		'dataset.json': text('dataset.json'),
		'places.geojson': text('places.geojson'),
		'sources.json': text('sources.json'),
		'events.json': text('events.json')
	}).dataset;
}

export interface Imported extends ImportResult {
	readonly opened: Opened;
}

/** Files by name, as they are chosen together. */
export function imported(files: Readonly<Record<string, string>>, entries: readonly MappingEntry[] = []): Imported {
	const chosen = Object.entries(files).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }));
	const opened = openFiles(chosen, { hints: entries });
	const mapped = opened.tables.map((table) => mapTable(table, entries));
	const result = importNow(
		opened.tables,
		mapped.map(({ mapping }) => mapping),
		{
			added: '2026-01-02',
			problems: [...opened.problems, ...mapped.flatMap(({ problems }) => problems)],
			files: opened.files
		}
	);
	return { ...result, opened };
}

const ends = (text: string) =>
	text
		.replace(/\r\n?/g, '\n')
		.replace(/\p{Cs}/gu, '\ufffd')
		.trim();
const line = (text: string) => ends(text.replace(/\s+/g, ' '));
const unlike = <T>(items: readonly T[]): T[] => [
	...new Map(items.map((item) => [JSON.stringify(item), item])).values()
];
/** Places that nothing but `inferred` tells from each other are one, and so it is where all of them are. */
const onceSaid = <T extends { readonly inferred: boolean }>(places: readonly T[]): T[] => {
	const key = (place: T) => JSON.stringify({ ...place, inferred: null });
	return places
		.filter((place, index) => places.findIndex((other) => key(other) === key(place)) === index)
		.map((place) => ({
			...place,
			inferred: places.every((other) => key(other) !== key(place) || other.inferred)
		}));
};
const round = (degrees: number, decimals: number) => Math.round(degrees * 10 ** decimals) / 10 ** decimals + 0;

/** What an exported file holds of a dataset, as its docstring says. */
export function held(dataset: Dataset, decimals: number) {
	const [language = ''] = dataset.languages;
	const own = (text: LocalizedText | undefined) => ends(text?.[language] ?? '');
	const byId = <T extends { readonly id: string }>(records: readonly T[]) =>
		new Map<string, T>(records.map((record) => [record.id, record]));
	const [places, sources] = [byId(dataset.places), byId(dataset.sources)];
	const [categories, actors] = [byId(dataset.categories), byId(dataset.actors)];
	return {
		title: own(dataset.title),
		version: ends(dataset.version),
		licence: ends(dataset.licence),
		languages: [language],
		events: dataset.events
			.filter(({ mergedInto, withdrawn }) => mergedInto === undefined && withdrawn === undefined)
			.map((event) => ({
				id: event.id,
				sourceId: ends(event.sourceId ?? event.id),
				when: event.when ?? null,
				inferred: event.inferred === true,
				title: line(own(event.title)),
				summary: own(event.summary),
				category: line(own(categories.get(event.category)?.name)),
				actors: unlike(event.actors.map((id) => line(own(actors.get(id)?.name)))),
				status: event.status,
				places: onceSaid(
					event.places.map(({ place: id, role, inferred = false }) => {
						const place = places.get(id);
						const point = place?.point?.map((degrees) => round(degrees, decimals)) ?? null;
						const { country, precision } = place ?? {};
						return { name: own(place?.name), point, country, precision, role, inferred };
					})
				),
				claims: unlike(
					event.claims.map(({ source: id, says, when, inferred }) => {
						const source = sources.get(id);
						const publisher = ends(source?.publisher ?? '');
						return {
							title: ends(source?.title ?? ''),
							url: source?.url,
							publisher,
							published: source?.published,
							publishedInferred: source?.inferred === true,
							says: own(says),
							when,
							inferred: inferred === true
						};
					})
				),
				media: (event.media ?? []).slice(0, 1).map(({ url, alt, credit, graphic }) => ({
					url,
					alt: own(alt),
					credit: ends(credit ?? ''),
					graphic: graphic === true
				}))
			}))
	};
}
