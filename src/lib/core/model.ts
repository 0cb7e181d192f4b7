/**
 * What the product is about: places, events, claims, sources. Plain data that survives JSON, as the loader (`io/`)
 * hands it over and as a page embeds it. Dates stay EDTF strings here; `dataset-dates.ts` parses them once.
 */

declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

/** Lower-case slug, permanent. */
export type PlaceId = Id<'place'>;
export type EventId = Id<'event'>;
export type SourceId = Id<'source'>;
export type CategoryId = Id<'category'>;
export type ActorId = Id<'actor'>;
export type AgencyId = Id<'agency'>;

/** BCP 47 language tag to text. `resolve` (i18n) picks one and says when it had to fall back. */
export type LocalizedText = Readonly<Record<string, string>>;

/** WGS 84 degrees, longitude first, as in GeoJSON. */
export type LngLat = readonly [lng: number, lat: number];

export const PLACE_PRECISIONS = ['exact', 'town', 'district', 'region', 'country'] as const;
export type PlacePrecision = (typeof PLACE_PRECISIONS)[number];

export interface Place {
	readonly id: PlaceId;
	readonly name: LocalizedText;
	/** What it is: `city`, `naval base`, ... in the editor's words. */
	readonly kind?: string;
	/** ISO 3166-1 alpha-2. */
	readonly country?: string;
	/** How exactly `point` is known; absent means `exact`. */
	readonly precision?: PlacePrecision;
	/** `null`: the place is named but nobody knows where it is. It is listed, never drawn. */
	readonly point: LngLat | null;
}

/** How an event is tied to a place: it happened `at`, went `from` … `to`, linked `between` places, was `about` one. */
export const PLACE_ROLES = ['at', 'from', 'to', 'between', 'about'] as const;
export type PlaceRole = (typeof PLACE_ROLES)[number];

export interface EventPlace {
	readonly place: PlaceId;
	readonly role: PlaceRole;
	/** True when no report says so and the editor concluded it. */
	readonly inferred?: boolean;
}

export const STATUSES = ['occurred', 'planned', 'ongoing', 'reported'] as const;
export type Status = (typeof STATUSES)[number];

/** What one source says about one event. Claims that differ stay side by side. */
export interface Claim {
	readonly source: SourceId;
	/** EDTF: the date this source gives, when it gives one. It never takes part in filtering. */
	readonly when?: string;
	/** The claim in the editor's words. */
	readonly says: LocalizedText;
	/** Where in the source, e.g. `¶4`. */
	readonly locator?: string;
	/** Agencies that the source itself quotes. */
	readonly via?: readonly Via[];
	/** True when the date or the statement is the editor's conclusion from the source. */
	readonly inferred?: boolean;
}

export interface Via {
	readonly agency: AgencyId;
	/** Whom the agency quotes, in words: "a Syrian official, unnamed". */
	readonly quoting?: LocalizedText;
}

export interface Media {
	readonly url: string;
	readonly kind: 'image' | 'video' | 'audio' | 'document';
	readonly alt: LocalizedText;
	readonly credit?: string;
	readonly graphic?: boolean;
}

/** A change that readers are told of, in words; `date` is an EDTF day. */
export type ChangeNote = { readonly date: string; readonly note: LocalizedText };

/** Named so that it never shadows the DOM's `Event`. */
export interface HistoricalEvent {
	readonly id: EventId;
	/** EDTF: the date the editor adopts. Absent: undated, listed all the same. */
	readonly when?: string;
	/** True when `when` is the editor's conclusion and no report's own words. */
	readonly inferred?: boolean;
	readonly places: readonly EventPlace[];
	readonly category: CategoryId;
	readonly actors: readonly ActorId[];
	readonly status: Status;
	readonly title: LocalizedText;
	readonly summary: LocalizedText;
	readonly claims: readonly Claim[];
	/** EDTF day on which the event entered the dataset. */
	readonly added: string;
	readonly modified?: string;
	readonly corrections?: readonly ChangeNote[];
	/** A merged or withdrawn event is in no list and no count. */
	readonly mergedInto?: EventId;
	readonly withdrawn?: LocalizedText;
	readonly media?: readonly Media[];
	/** The id in the file that the event was imported from, as text (`007`). */
	readonly sourceId?: string;
}

export interface Source {
	readonly id: SourceId;
	readonly title: string;
	readonly publisher?: string;
	readonly url?: string;
	readonly archived?: { readonly url: string; readonly date: string };
	/** EDTF day of publication. Absent: unknown. */
	readonly published?: string;
	/** True when `published` is the editor's conclusion. */
	readonly inferred?: boolean;
	/** BCP 47. */
	readonly language: string;
}

/** The second sign of a category beside its colour: never colour alone. Also the order of the palette. */
export const CATEGORY_SHAPES = ['circle', 'square', 'triangle', 'diamond', 'cross', 'star', 'hexagon', 'wye'] as const;

export interface Category {
	readonly id: CategoryId;
	readonly name: LocalizedText;
	/** Where in the palette of `tokens.css` its colour and shape are; categories take slots in file order. */
	readonly slot: number;
}

export interface Actor {
	readonly id: ActorId;
	readonly name: LocalizedText;
	readonly description?: LocalizedText;
}

export interface Agency {
	readonly id: AgencyId;
	readonly name: LocalizedText;
}

export interface Dataset {
	readonly title: LocalizedText;
	readonly description: LocalizedText;
	readonly publisher?: string;
	readonly contact?: string;
	/** Where the site will lie, `https` and a folder. */
	readonly url?: string;
	/** Path of a file beside the dataset, or absent. */
	readonly logo?: string;
	/** BCP 47, the first is the language that every text has. */
	readonly languages: readonly string[];
	readonly licence: string;
	readonly version: string;
	/** The editor's opening view as a query string without `?`; empty for everything. */
	readonly opening: string;
	readonly changes?: readonly ChangeNote[];
	readonly categories: readonly Category[];
	readonly actors: readonly Actor[];
	readonly agencies: readonly Agency[];
	readonly sources: readonly Source[];
	readonly places: readonly Place[];
	readonly events: readonly HistoricalEvent[];
}

/** A dataset without its events. */
export type DatasetHead = Omit<Dataset, 'events'>;
