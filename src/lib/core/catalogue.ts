import { hull, overlaps, type Interval } from './interval.ts';
import { parseEdtf, type EdtfDate } from './edtf.ts';
import { foldText } from './search.ts';
import type {
	Actor,
	ActorId,
	Agency,
	AgencyId,
	Category,
	CategoryId,
	Claim,
	Dataset,
	EventId,
	HistoricalEvent,
	LocalizedText,
	Place,
	PlaceId,
	Source,
	SourceId
} from './model.ts';

/**
 * How the dates that claims give for one event relate: `none` or one date, the `same`, one finer than another
 * (`precision`: they can all be true), or two that cannot both be true (`disagree`).
 */
export type ClaimDates = 'none' | 'same' | 'precision' | 'disagree';

/** One event with everything that filtering, ordering and drawing ask for, computed once. */
export interface CatalogueEvent {
	readonly event: HistoricalEvent;
	readonly id: EventId;
	/** `null`: undated. */
	readonly when: EdtfDate | null;
	/** What a time window is compared with, in ms; empty when undated. */
	readonly matches: readonly Interval[];
	/** Ordering and drawing, ms; -Infinity and Infinity for open and unknown sides; `Infinity` both when undated. */
	readonly start: number;
	readonly end: number;
	/** Each place once, whatever the number of roles. */
	readonly places: readonly PlaceId[];
	/** Each source of a claim once. */
	readonly sources: readonly SourceId[];
	/** End (exclusive, ms) of the day on which the first dated report of it was out; `Infinity`: not known. */
	readonly reportedBy: number;
	readonly claimDates: ClaimDates;
	/** Everything that search looks at, folded; fields are apart by a line break so that no word spans two. */
	readonly text: string;
}

/** A dataset with its joins made: every id leads to its record, every date is parsed, events are in list order. */
export interface Catalogue {
	readonly dataset: Dataset;
	/** Without merged and withdrawn events; ordered by start, end, id. */
	readonly events: readonly CatalogueEvent[];
	readonly eventById: ReadonlyMap<EventId, CatalogueEvent>;
	readonly placeById: ReadonlyMap<PlaceId, Place>;
	readonly categoryById: ReadonlyMap<CategoryId, Category>;
	readonly actorById: ReadonlyMap<ActorId, Actor>;
	readonly sourceById: ReadonlyMap<SourceId, Source>;
	readonly agencyById: ReadonlyMap<AgencyId, Agency>;
	/** From the first to the last instant that any date bounds, open sides aside; `null` when nothing is dated. */
	readonly extent: Interval | null;
}

/**
 * Joins and parses. The dataset has passed the loader, so a date that does not parse or an id that leads nowhere is a
 * programming error and throws a sentence.
 */
export function createCatalogue(dataset: Dataset): Catalogue {
	const byId = <T extends { readonly id: K }, K extends string>(items: readonly T[]): ReadonlyMap<K, T> =>
		new Map(items.map((item) => [item.id, item]));
	const joins = {
		placeById: byId<Place, PlaceId>(dataset.places),
		categoryById: byId<Category, CategoryId>(dataset.categories),
		actorById: byId<Actor, ActorId>(dataset.actors),
		sourceById: byId<Source, SourceId>(dataset.sources),
		agencyById: byId<Agency, AgencyId>(dataset.agencies)
	};
	const events = dataset.events
		.filter((event) => event.mergedInto === undefined && event.withdrawn === undefined)
		.map((event) => describe(event, joins))
		.sort(compareEvents);
	return {
		dataset,
		events,
		eventById: byId<CatalogueEvent, EventId>(events),
		...joins,
		extent: hull(events.flatMap((item) => item.matches.map(finitePart)))
	};
}

/** List order: start, end, id. Undated events come last. */
export function compareEvents(a: CatalogueEvent, b: CatalogueEvent): number {
	return compare(a.start, b.start) || compare(a.end, b.end) || compare(a.id, b.id);
}

/** Whether dates that the claims give can all be true at once. */
export function compareClaimDates(claims: readonly Claim[]): ClaimDates {
	const texts = [...new Set(claims.flatMap((claim) => (claim.when === undefined ? [] : [claim.when])))];
	if (texts.length === 0) return 'none';
	if (texts.length === 1) return 'same';
	const dates = texts.map(parseKnown);
	const disagree = dates.some((a, i) =>
		dates.slice(i + 1).some((b) => !a.matches.some((x) => b.matches.some((y) => overlaps(x, y))))
	);
	return disagree ? 'disagree' : 'precision';
}

type Joins = Pick<Catalogue, 'placeById' | 'actorById' | 'sourceById'>;

function describe(event: HistoricalEvent, joins: Joins): CatalogueEvent {
	const when = event.when === undefined ? null : parseKnown(event.when);
	const places = [...new Set(event.places.map((link) => link.place))];
	const sources = [...new Set(event.claims.map((claim) => claim.source))];
	const matches = when?.matches ?? [];
	// Years beyond milliseconds bound `intervals` in years; `matches` is in ms whatever the unit.
	const spans = when === null || when.unit === 'year' ? matches : when.intervals;
	const published = sources.map((id) => publishedBy(found(joins.sourceById, id)));
	return {
		event,
		id: event.id,
		when,
		matches,
		start: spans[0]?.start ?? Infinity,
		end: spans.at(-1)?.end ?? Infinity,
		places,
		sources,
		reportedBy: Math.min(Infinity, ...published),
		claimDates: compareClaimDates(event.claims),
		text: searchText(event, places, sources, joins)
	};
}

function searchText(
	event: HistoricalEvent,
	places: readonly PlaceId[],
	sources: readonly SourceId[],
	joins: Joins
): string {
	const localized: LocalizedText[] = [
		event.title,
		event.summary,
		...event.actors.map((id) => found(joins.actorById, id).name),
		...places.map((id) => found(joins.placeById, id).name)
	];
	const sourceTexts = sources.flatMap((id) => {
		const source = found(joins.sourceById, id);
		return [source.title, source.publisher ?? ''];
	});
	return foldText([...localized.flatMap((text) => Object.values(text)), ...sourceTexts].join('\n'));
}

function publishedBy(source: Source): number {
	return source.published === undefined ? Infinity : (parseKnown(source.published).matches.at(-1)?.end ?? Infinity);
}

function parseKnown(text: string): EdtfDate {
	const result = parseEdtf(text);
	if (!result.ok)
		throw new Error(`The date "${text}" is not EDTF (${result.problem.code}); load the dataset through io.`);
	return result.date;
}

function found<K extends string, T>(map: ReadonlyMap<K, T>, id: K): T {
	const item = map.get(id);
	if (item === undefined) throw new Error(`Nothing has the id "${id}"; load the dataset through io.`);
	return item;
}

function finitePart({ start, end }: Interval): Interval {
	return { start: start === -Infinity ? end : start, end: end === Infinity ? start : end };
}

function compare<T extends number | string>(a: T, b: T): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
