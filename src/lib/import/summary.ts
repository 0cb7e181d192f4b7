import type { Dataset, HistoricalEvent, LocalizedText } from '../core/model.ts';
import type { ImportCounts } from '../io/import/result.ts';
import { groupProblems } from '../io/problem-groups.js';
import type { Problem } from '../io/problems.ts';
import type { Outcome, ProblemGroup, Tally } from './session.ts';

/** Most names of a tally, and most problems of a group. */
const MOST = 100;

/** What files have led to, as a worker gives it. */
export interface Checked {
	readonly dataset: Dataset | null;
	/** In the order of files and records. */
	readonly problems: readonly Problem[];
	readonly counts: ImportCounts;
}

/** What is told of it: short, however large the dataset. */
export function outcomeOf({ dataset, problems, counts }: Checked): Outcome {
	const events = dataset?.events ?? [];
	const name = (text: LocalizedText): string => text[dataset?.languages[0] ?? ''] ?? Object.values(text)[0] ?? '';
	const tally = <T extends { readonly id: string }>(
		records: readonly T[] | undefined,
		nameOf: (record: T) => string,
		idsOf: (event: HistoricalEvent) => readonly string[]
	) => tallyOf(records ?? [], nameOf, events, idsOf);
	return {
		isUsable: events.length > 0,
		title: dataset === null ? '' : name(dataset.title),
		counts,
		places: tally(
			dataset?.places,
			(place) => name(place.name),
			({ places }) => places.map(({ place }) => place)
		),
		categories: tally(
			dataset?.categories,
			(category) => name(category.name),
			({ category }) => [category]
		),
		sources: tally(
			dataset?.sources,
			(source) => source.title,
			({ claims }) => claims.map(({ source }) => source)
		),
		actors: tally(
			dataset?.actors,
			(actor) => name(actor.name),
			({ actors }) => actors
		),
		groups: groupsOf(problems)
	};
}

function tallyOf<T extends { readonly id: string }>(
	records: readonly T[],
	nameOf: (record: T) => string,
	events: readonly HistoricalEvent[],
	idsOf: (event: HistoricalEvent) => readonly string[]
): Tally {
	const counts = new Map<string, number>();
	for (const event of events) {
		const ids = idsOf(event);
		// Each event once, whatever it says of it.
		for (const id of ids.length > 1 ? new Set(ids) : ids) counts.set(id, (counts.get(id) ?? 0) + 1);
	}
	const first = records
		.map((record) => ({ record, events: counts.get(record.id) ?? 0 }))
		.sort((a, b) => b.events - a.events)
		.slice(0, MOST)
		.map(({ record, events }) => ({ name: nameOf(record), events }));
	return { total: records.length, first };
}

/** Errors before warnings, each in the order in which they first occur. */
export function groupsOf(problems: readonly Problem[]): ProblemGroup[] {
	return groupProblems(problems).map((group) => {
		const [{ code, severity }] = group;
		return { code, severity, count: group.length, first: group.slice(0, MOST) };
	});
}
