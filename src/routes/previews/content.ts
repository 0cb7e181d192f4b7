import type { CatalogueEvent, InlineCatalogue } from '$lib/core/catalogue.ts';
import { columnsOf } from '$lib/core/create-columns.ts';
import type { Result } from '$lib/core/engine.ts';
import { NO_FILTER } from '$lib/core/filter.ts';
import { floorTo, periodAt } from '$lib/core/granularity.ts';
import type { HistoricalEvent, LngLat, Place, PlaceId } from '$lib/core/model.ts';
import { ScanEngine } from '$lib/core/scan-engine.ts';
import type { I18n } from '$lib/i18n/index.ts';
import { placePhrases } from '$lib/list/places.ts';
import { countOf, createRadius, ringSegments, type Segment } from '$lib/map/marks.ts';
import { countryNames } from '$lib/map/style.ts';
import { tiesOf, type Tie } from '$lib/map/ties.ts';

/** Whose picture it is. */
export type Subject =
	| { readonly kind: 'site' }
	| { readonly kind: 'event'; readonly item: CatalogueEvent }
	| { readonly kind: 'place'; readonly place: Place };

/** What is drawn at a place: how many events of which categories, the sign of one event, or a dot. */
export type Sign =
	| { readonly kind: 'count'; readonly text: string; readonly segments: readonly Segment[] }
	| { readonly kind: 'event'; readonly slot: number; readonly isPlanned: boolean; readonly isAbout: boolean }
	| { readonly kind: 'dot' };

export interface ContentMark {
	readonly place: Place & { readonly point: LngLat };
	readonly name: string;
	readonly sign: Sign;
	/** px of the map. */
	readonly radius: number;
	readonly importance: number;
}

export type ContentTie = Tie & { readonly slot: number };

/** What a picture shows and says, before anything is drawn. */
export interface Content {
	/** Above the title. `slot`: of the category, whose sign stands before it. */
	readonly overline: { readonly slot: number | null; readonly isPlanned: boolean; readonly text: string } | null;
	readonly title: string;
	readonly lead: string;
	readonly note: string;
	readonly legend: readonly { readonly slot: number; readonly text: string }[];
	/** Where it is from: the title of the site and who publishes it. */
	readonly foot: readonly string[];
	readonly marks: readonly ContentMark[];
	readonly ties: readonly ContentTie[];
	/** What the map shows at least; nothing: all places of the dataset. */
	readonly frame: readonly LngLat[];
}

export interface ContentWords extends Pick<I18n, 'm' | 'dates' | 'text' | 'locale'> {
	readonly map: { readonly number: (events: number) => string; readonly events: (events: number) => string };
}

/** Ends a line rather than begin one. */
const SEPARATOR = '\u00a0· ';
/** px of a mark that holds the sign of an event; where it has left, and what it is about, is smaller. */
const SIGN_RADIUS = { main: 12, other: 9 };
/** More places than this are dots: numbers and names would cover the map. */
const MAX_COUNTED = 30;
const DOT_RADIUS = 2.5;
/** In a picture of one place its mark has no neighbours to be compared with. */
const PLACE_RADIUS = 17;

/** What pictures of one dataset say in one language. `total`: events in all, where the catalogue has a part of them. */
export function createContents(catalogue: InlineCatalogue, words: ContentWords, total: number | null) {
	const { dataset, placeById, categoryById } = catalogue;
	const { m, dates, text } = words;
	const result = new ScanEngine(catalogue).query(NO_FILTER);
	const columns = columnsOf(catalogue);
	const site = text(dataset.title);
	const countries = countryNames(words.locale);
	const slotOf = (event: HistoricalEvent): number => categoryById.get(event.category)?.slot ?? 0;
	const nameOf = (id: PlaceId): string => {
		const place = placeById.get(id);
		return place === undefined ? id : text(place.name);
	};
	const publisher = dataset.publisher === undefined ? [] : [dataset.publisher];

	function years(items: readonly CatalogueEvent[]): string {
		const bounds = items.flatMap(({ start, end }) => [start, end]).filter(Number.isFinite);
		if (bounds.length === 0) return '';
		const last = periodAt(bounds.reduce((a, b) => Math.max(a, b)) - 1, 'year');
		return dates.range({
			start: floorTo(
				bounds.reduce((a, b) => Math.min(a, b)),
				'year'
			),
			end: last.end
		});
	}

	function legendOf(segments: readonly Segment[]): Content['legend'] {
		return segments.map(({ category, slot, events }) => {
			const name = text(categoryById.get(category)?.name ?? {});
			return { slot, text: `${name} ${words.map.number(events)}` };
		});
	}

	function forSite(): Content {
		const placed = dataset.places.filter(isPlaced);
		const isCounted = total === null && placed.length <= MAX_COUNTED;
		const ties = tiesOf(columns, Array(catalogue.size).keys(), dataset.places);
		const slots = new Map(catalogue.events.map(({ row, event }) => [row, slotOf(event)]));
		const { categories, sources, places } = dataset;
		return {
			overline: null,
			title: site,
			lead: total === null ? years(catalogue.events) : '',
			note: m.page.holds(total ?? catalogue.size, places.length, sources.length),
			legend: categories.map(({ slot, name }) => ({ slot, text: text(name) })),
			foot: publisher,
			marks: isCounted ? countedMarks(placed, result) : placed.map(dot),
			ties: isCounted ? ties.map((tie) => ({ ...tie, slot: slots.get(tie.row) ?? 0 })) : [],
			frame: placed.map(({ point }) => point)
		};
	}

	function countedMarks(
		places: readonly (Place & { readonly point: LngLat })[],
		{ places: counts }: Result
	): readonly ContentMark[] {
		const radiusOf = createRadius(counts.reduce((most, count) => Math.max(most, count), 1));
		return places.flatMap((place) => {
			const count = countOf(result, dataset.places.indexOf(place));
			if (count.total === 0) return [];
			const segments = ringSegments(count, dataset.categories);
			const sign = { kind: 'count', text: words.map.number(count.total), segments } as const;
			return [{ place, name: text(place.name), sign, radius: radiusOf(count.total), importance: count.total }];
		});
	}

	function forPlace(place: Place): Content {
		const items = catalogue.events.filter(({ places }) => places.includes(place.id));
		const count = countOf(result, dataset.places.indexOf(place));
		const segments = ringSegments(count, dataset.categories);
		const sign = { kind: 'count', text: words.map.number(count.total), segments } as const;
		const marks = isPlaced(place)
			? [
					{
						place,
						name: text(place.name),
						sign: count.total === 0 ? ({ kind: 'dot' } as const) : sign,
						radius: PLACE_RADIUS,
						importance: 1
					}
				]
			: [];
		const country = place.country === undefined ? undefined : countries.get(place.country);
		const overline = country ?? (isPlaced(place) ? null : m.list.placeUnknown);
		return {
			overline: overline === null ? null : { slot: null, isPlanned: false, text: overline },
			title: text(place.name),
			lead: words.map.events(count.total),
			note: years(items),
			legend: legendOf(segments),
			foot: [site, ...publisher],
			marks,
			ties: [],
			frame: marks.map(({ place: { point } }) => point)
		};
	}

	function forEvent({ event, row, when, claimDates }: CatalogueEvent): Content {
		const slot = slotOf(event);
		const isPlanned = event.status === 'planned';
		const category = text(categoryById.get(event.category)?.name ?? {});
		const status = event.status === 'occurred' ? [] : [m.list.status[event.status]];
		const said = [
			...(event.inferred === true ? [m.list.dateInferred] : []),
			...(claimDates === 'disagree' ? [m.list.differ] : [])
		];
		const ids = [...new Set(event.places.map(({ place }) => place))];
		const marks = ids.flatMap((id): readonly ContentMark[] => {
			const place = placeById.get(id);
			if (place === undefined || !isPlaced(place)) return [];
			const roles = event.places.flatMap((link) => (link.place === id ? [link.role] : []));
			const isAbout = roles.every((role) => role === 'about');
			const isMain = roles.some((role) => role === 'at' || role === 'to' || role === 'between');
			const radius = isMain || ids.length === 1 ? SIGN_RADIUS.main : SIGN_RADIUS.other;
			return [
				{ place, name: text(place.name), sign: { kind: 'event', slot, isPlanned, isAbout }, radius, importance: radius }
			];
		});
		return {
			overline: { slot, isPlanned, text: [category, ...status].join(SEPARATOR) },
			title: text(event.title),
			lead: [when === null ? m.list.undated : capital(dates.label(when)), ...said].join(SEPARATOR),
			note: marks.length === 0 ? m.list.placeUnknown : placesOf(event),
			legend: [],
			foot: [site, ...publisher],
			marks,
			ties: tiesOf(columns, [row], dataset.places).map((tie) => ({ ...tie, slot })),
			frame: marks.map(({ place: { point } }) => point)
		};
	}

	/** `Damascus – Moscow · about Tartous`; each name kept apart from the direction of what is around it. */
	function placesOf(event: HistoricalEvent): string {
		const name = (id: PlaceId): string => `\u2068${nameOf(id)}\u2069`;
		return placePhrases(event.places)
			.map((phrase) => {
				// The fonts have no arrows; which way it goes is on the map.
				if (phrase.kind === 'journey') return `${name(phrase.from)} – ${name(phrase.to)}`;
				if (phrase.kind === 'between') return phrase.places.map(name).join(' – ');
				return phrase.kind === 'at' ? name(phrase.place) : m.list[phrase.kind](name(phrase.place));
			})
			.join(SEPARATOR);
	}

	const dot = (place: Place & { readonly point: LngLat }): ContentMark => {
		return { place, name: '', sign: { kind: 'dot' }, radius: DOT_RADIUS, importance: 0 };
	};

	return (subject: Subject): Content => {
		if (subject.kind === 'site') return forSite();
		return subject.kind === 'place' ? forPlace(subject.place) : forEvent(subject.item);
	};
}

function isPlaced(place: Place): place is Place & { readonly point: LngLat } {
	return place.point !== null;
}

/** At the beginning of a line: `about 2000` is `About 2000`. */
function capital(text: string): string {
	const [first = ''] = text;
	return first.toUpperCase() + text.slice(first.length);
}
