import { hull, overlaps, type Interval } from './interval.ts';
import type { Columns } from './columns.ts';
import type { WindowIndex } from './window-index.ts';
import type { DatasetDates } from './dataset-dates.ts';
import type { EdtfDate } from './edtf-types.ts';
import { goneOf, type Gone } from './gone.ts';
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
	DatasetHead,
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
	/** Its number in list order. */
	readonly row: number;
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

/** Records by row. Where they come in pages, what is not here yet is `null`, and reading it again later may bring it. */
export interface Records {
	at(row: number): CatalogueEvent | null;
	/** `null`: there is no such event; `undefined`: not known yet. */
	rowOf(id: EventId): number | null | undefined;
	/** Sees to it that these come. Nothing happens for those that are here. */
	want(rows: Iterable<number>): void;
}

/** A dataset with its joins made: every id leads to its record, every date to its meaning, rows are in list order. */
interface Joined {
	readonly dataset: DatasetHead;
	/** Events, without merged and withdrawn ones: rows go from 0 up to and without it. */
	readonly size: number;
	/** How many of them have a date: these come first. */
	readonly dated: number;
	/** Merged and withdrawn events; absent: none. */
	readonly gone?: Gone;
	readonly records: Records;
	readonly placeById: ReadonlyMap<PlaceId, Place>;
	readonly categoryById: ReadonlyMap<CategoryId, Category>;
	readonly actorById: ReadonlyMap<ActorId, Actor>;
	readonly sourceById: ReadonlyMap<SourceId, Source>;
	readonly agencyById: ReadonlyMap<AgencyId, Agency>;
	/** What an EDTF text of the dataset means; throws a sentence for any other text. */
	readonly dateOf: (text: string) => EdtfDate;
	/** From the first to the last instant that any date bounds, open sides aside; `null` when nothing is dated. */
	readonly extent: Interval | null;
}

/** All records are here, in order of their rows. */
export interface InlineCatalogue extends Joined {
	readonly columns: null;
	readonly events: readonly CatalogueEvent[];
}

/** Records come in pages; what counting asks for is here. */
export interface PagedCatalogue extends Joined {
	readonly columns: Columns;
	/** The same rows by time. */
	readonly index: WindowIndex;
}

export type Catalogue = InlineCatalogue | PagedCatalogue;

/** The record of an event; `null` when it is not here, or there is none. */
export function eventOf({ records }: Pick<Catalogue, 'records'>, id: EventId | null): CatalogueEvent | null {
	const row = id === null ? null : (records.rowOf(id) ?? null);
	return row === null ? null : records.at(row);
}

/**
 * Joins a dataset and its dates (`parseDates`). The dataset has passed the loader, so an id that leads nowhere or a date
 * that is not among them is a programming error and throws a sentence.
 */
export function createCatalogue(dataset: Dataset, dates: DatasetDates): InlineCatalogue {
	const joins = joinsOf(dataset, (text) => found(dates, text, 'No date of the dataset is'));
	const gone = goneOf(dataset.events);
	const events = dataset.events
		.filter(({ id }) => !gone.has(id))
		.map((event) => describe(event, joins))
		.sort(compareEvents)
		// Nobody else has them: a copy of each takes longer than all the rest.
		.map((item, row) => Object.assign(item, { row }));
	const rows = new Map(events.map(({ id, row }) => [id, row]));
	return {
		dataset,
		columns: null,
		events,
		size: events.length,
		dated: events.filter(({ when }) => when !== null).length,
		gone,
		records: { at: (row) => events[row] ?? null, rowOf: (id) => rows.get(id) ?? null, want: () => undefined },
		...joins,
		extent: hull(events.flatMap((item) => item.matches.map(finitePart)))
	};
}

/** Every id of a dataset to its record, events aside. */
export function joinsOf(dataset: DatasetHead, dateOf: Catalogue['dateOf']): Joins {
	const byId = <T extends { readonly id: K }, K extends string>(items: readonly T[]): ReadonlyMap<K, T> =>
		new Map(items.map((item) => [item.id, item]));
	return {
		placeById: byId<Place, PlaceId>(dataset.places),
		categoryById: byId<Category, CategoryId>(dataset.categories),
		actorById: byId<Actor, ActorId>(dataset.actors),
		sourceById: byId<Source, SourceId>(dataset.sources),
		agencyById: byId<Agency, AgencyId>(dataset.agencies),
		dateOf
	};
}

/** List order: start, end, id. Undated events come last. */
export function compareEvents(a: Described, b: Described): number {
	return compare(a.start, b.start) || compare(a.end, b.end) || compare(a.id, b.id);
}

/** Whether dates that the claims give can all be true at once. */
export function compareClaimDates(claims: readonly Claim[], dateOf: Catalogue['dateOf']): ClaimDates {
	const texts = [...new Set(claims.flatMap((claim) => (claim.when === undefined ? [] : [claim.when])))];
	if (texts.length === 0) return 'none';
	if (texts.length === 1) return 'same';
	const dates = texts.map(dateOf);
	return dates.some((a, i) => dates.slice(i + 1).some((b) => !canBothBeTrue(a, b))) ? 'disagree' : 'precision';
}

export function canBothBeTrue(a: EdtfDate, b: EdtfDate): boolean {
	return a.matches.some((x) => b.matches.some((y) => overlaps(x, y)));
}

export type Joins = Omit<Joined, 'dataset' | 'size' | 'dated' | 'gone' | 'records' | 'extent'>;

type Described = Omit<CatalogueEvent, 'row'>;

/** What is worked out of one event, once; the text when it is asked for, as all else together takes less time. */
export function describe(event: HistoricalEvent, joins: Joins): Described {
	const when = event.when === undefined ? null : joins.dateOf(event.when);
	const places = [...new Set(event.places.map((link) => link.place))];
	const sources = [...new Set(event.claims.map((claim) => claim.source))];
	const matches = when?.matches ?? [];
	// Years beyond milliseconds bound `intervals` in years; `matches` is in ms whatever the unit.
	const spans = when === null || when.unit === 'year' ? matches : when.intervals;
	const texts = searchTexts(event, places, sources, joins);
	let folded: string | null = null;
	const published = sources.map((id) => publishedBy(found(joins.sourceById, id), joins));
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
		claimDates: compareClaimDates(event.claims, joins.dateOf),
		get text() {
			return (folded ??= foldText(
				texts.flatMap((text) => (typeof text === 'string' ? text : Object.values(text))).join('\n')
			));
		}
	};
}

/** Throws a sentence for an id that leads nowhere. */
function searchTexts(
	event: HistoricalEvent,
	places: readonly PlaceId[],
	sources: readonly SourceId[],
	joins: Joins
): readonly (LocalizedText | string)[] {
	const sourceTexts = sources.flatMap((id) => {
		const source = found(joins.sourceById, id);
		return [source.title, source.publisher ?? ''];
	});
	return [
		event.title,
		event.summary,
		...event.actors.map((id) => found(joins.actorById, id).name),
		...places.map((id) => found(joins.placeById, id).name),
		...sourceTexts
	];
}

function publishedBy({ published }: Source, { dateOf }: Joins): number {
	return published === undefined ? Infinity : (dateOf(published).matches.at(-1)?.end ?? Infinity);
}

function found<K extends string, T>(map: ReadonlyMap<K, T>, id: K, nothing = 'Nothing has the id'): T {
	const item = map.get(id);
	if (item === undefined) throw new Error(`${nothing} "${id}"; load the dataset through io.`);
	return item;
}

function finitePart({ start, end }: Interval): Interval {
	return { start: start === -Infinity ? end : start, end: end === Infinity ? start : end };
}

function compare<T extends number | string>(a: T, b: T): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
