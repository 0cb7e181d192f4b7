import { parseDate } from '../core/dataset-dates.ts';
import type { EdtfDate } from '../core/edtf-types.ts';
import type { Claim, EventPlace, HistoricalEvent, Source, SourceId, Via } from '../core/model.ts';
import { dateAfterReport } from '../core/report-order.ts';
import type { Entry, KindResult } from './read-kind.ts';
import { problemAt, type Problem, type ProblemParams, type RecordPlace } from './problems.ts';
import { suggestion } from './records.ts';

/** The ids of one kind: good ones, all that were read, and whether the list could be used at all. */
export type Ids = Pick<KindResult<unknown>, 'good' | 'seen' | 'complete'>;

export interface References {
	readonly categories: Ids;
	readonly actors: Ids;
	readonly agencies: Ids;
	readonly places: Ids;
	readonly sources: Ids;
}

export interface LinkResult {
	readonly events: readonly Entry<HistoricalEvent>[];
	/** Sources that claims name and no file has: the claims stay, and the reader sees what is missing. */
	readonly missingSources: readonly Source[];
	readonly problems: readonly Problem[];
}

/**
 * Follows every reference of the events. What leads nowhere is reported and taken out, the event stays; only an event
 * without a category that exists cannot be shown. Claims of an unknown source keep it by its bare id.
 */
export function linkEvents(
	read: KindResult<HistoricalEvent>,
	references: References,
	sources: ReadonlyMap<string, Source>
): LinkResult {
	const linked = read.entries.map((entry) => linkEvent(entry, references));
	const kept = linked.flatMap(({ entry }) => (entry === null ? [] : [entry]));
	const merged = linkMerges(kept, read.seen);
	const events = merged.entries;
	const dateOf = createDateReader();
	const missing = new Set(
		events
			.flatMap(({ value }) => value.claims.map(({ source }) => source))
			.filter((id) => !references.sources.good.has(id))
	);
	return {
		events,
		missingSources: [...missing].sort().map(missingSource),
		problems: [
			...linked.flatMap(({ problems }) => problems),
			...merged.problems,
			...events.flatMap((entry) => checkReports(entry, sources, dateOf))
		]
	};
}

/** `null` when the id leads to a record, or when it cannot be known whether it does. */
function missingReference(
	id: string,
	to: keyof References,
	ids: Ids,
	place: RecordPlace,
	path: readonly PropertyKey[]
): Problem | null {
	if (ids.good.has(id) || !ids.complete) return null;
	if (ids.seen.has(id)) return problemAt(place, 'error', 'reference-rejected', path, id, { to });
	return problemAt(place, 'error', 'reference-missing', path, id, { to, ...suggestion(id, ids.good) });
}

function linkEvent(entry: Entry<HistoricalEvent>, references: References) {
	const { value: event, place } = entry;
	const problems: Problem[] = [];
	const leads = (id: string, to: keyof References, ...path: PropertyKey[]): boolean => {
		const problem = missingReference(id, to, references[to], place, path);
		if (problem !== null) problems.push(problem);
		return problem === null;
	};

	const hasCategory = leads(event.category, 'categories', 'category');
	const places = event.places.filter((link: EventPlace, index) =>
		leads(link.place, 'places', 'places', index, 'place')
	);
	const actors = event.actors.filter((id, index) => leads(id, 'actors', 'actors', index));
	const claims = event.claims.map((claim, index): Claim => {
		leads(claim.source, 'sources', 'claims', index, 'source');
		if (claim.via === undefined) return claim;
		const via = claim.via.filter((item: Via, at) =>
			leads(item.agency, 'agencies', 'claims', index, 'via', at, 'agency')
		);
		return { ...claim, via };
	});
	if (claims.length === 0) problems.push(problemAt(place, 'warning', 'claims-none', ['claims'], event.claims));
	if (!hasCategory) return { entry: null, problems };

	const repaired = entry.repaired || problems.some(({ severity }) => severity === 'error');
	return { entry: { value: { ...event, places, actors, claims }, place, repaired }, problems };
}

/** Merges that lead nowhere or round in a circle are undone, as the events would be in no list at all. */
function linkMerges(entries: readonly Entry<HistoricalEvent>[], seenEvents: ReadonlySet<string>) {
	const good = new Set<string>(entries.map(({ value }) => value.id));
	const circles = findCircles(
		new Map(
			entries.flatMap(({ value }) => (value.mergedInto === undefined ? [] : [[value.id, value.mergedInto] as const]))
		)
	);
	const problems: Problem[] = [];
	const linked = entries.map((entry): Entry<HistoricalEvent> => {
		const { mergedInto, ...rest } = entry.value;
		const circle = circles.get(entry.value.id);
		if (mergedInto === undefined || (good.has(mergedInto) && circle === undefined)) return entry;
		const report = (code: Problem['code'], params: ProblemParams) =>
			problems.push(problemAt(entry.place, 'error', code, ['mergedInto'], mergedInto, params));
		if (circle !== undefined) report('merge-cycle', { circle: showCircle(circle) });
		else if (seenEvents.has(mergedInto)) report('reference-rejected', { to: 'events' });
		else report('reference-missing', { to: 'events', ...suggestion(mergedInto, good) });
		return { ...entry, value: rest, repaired: true };
	});
	return { entries: linked, problems };
}

/** The circle of each id that following the targets leads back to. Looks at each id once. */
function findCircles(targets: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
	const circles = new Map<string, readonly string[]>();
	const done = new Set<string>();
	for (const start of targets.keys()) {
		const path = new Set<string>();
		let next: string | undefined = start;
		while (next !== undefined && !done.has(next) && !path.has(next)) {
			path.add(next);
			next = targets.get(next);
		}
		const walked = [...path];
		if (next !== undefined && path.has(next)) {
			const circle = walked.slice(walked.indexOf(next));
			for (const id of circle) circles.set(id, circle);
		}
		for (const id of walked) done.add(id);
	}
	return circles;
}

function showCircle(circle: readonly string[]): string {
	const [first = ''] = circle;
	return [...circle.slice(0, 5), ...(circle.length > 5 ? ['…'] : []), first].join(' → ');
}

/** A report that was out before what it reports, of each claim: the rule is `dateAfterReport`. */
function checkReports(
	{ value: event, place }: Entry<HistoricalEvent>,
	sources: ReadonlyMap<string, Source>,
	dateOf: (text: string) => EdtfDate
): Problem[] {
	return event.claims.flatMap((claim, index) => {
		const source = sources.get(claim.source);
		const after = source === undefined ? null : dateAfterReport(event, claim, source, dateOf);
		if (after === null) return [];
		const params = { when: after.text, published: source?.published ?? '' };
		return [problemAt(place, 'warning', 'source-predates-event', ['claims', index, 'source'], claim.source, params)];
	});
}

/** Texts that have passed their schema, each read once: many events share their sources. */
function createDateReader(): (text: string) => EdtfDate {
	const dates = new Map<string, EdtfDate>();
	return (text) => {
		const date = dates.get(text) ?? parseDate(text);
		dates.set(text, date);
		return date;
	};
}

/** Nothing is known of it but the id that a claim gives; `und` is BCP 47 for an undetermined language. */
function missingSource(id: SourceId): Source {
	return { id, title: id, language: 'und' };
}
