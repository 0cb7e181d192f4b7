import { eventOf } from '$lib/core/catalogue.ts';
import { roleBit, type Columns } from '$lib/core/columns.ts';
import { columnsOf } from '$lib/core/create-columns.ts';
import type { EventId, LngLat, Place, PlaceId } from '$lib/core/model.ts';
import type { Explorer } from '$lib/state/explorer.svelte.ts';
import { areInView } from './camera.ts';
import {
	countAll,
	countOf,
	createRadius,
	MAX_MARKS,
	placeOrder,
	ringSegments,
	type PlaceCount,
	type Segment
} from './marks.ts';
import type { MarkGeometry } from './overlay.ts';
import type { MapStage } from './stage.svelte.ts';
import { tiesOf, type Tie } from './ties.ts';

/** A place as it is drawn. */
export interface SceneMark extends MarkGeometry {
	readonly place: Place;
	readonly count: PlaceCount;
	readonly segments: readonly Segment[];
	/** The place filter holds it. */
	readonly isPicked: boolean;
	/** What is pointed at or selected is here. */
	readonly isStrong: boolean;
}

/** A place of the event that stands out, where there are too many for marks of their own. */
export interface ScenePin extends MarkGeometry {
	readonly place: Place;
	/** Its mark is of it alone; else it is somewhere in a cell. */
	readonly isAlone: boolean;
}

/** A line as it is drawn. */
export interface SceneTie extends Tie {
	readonly event: EventId;
	/** Of its event's category. */
	readonly slot: number;
	readonly isStrong: boolean;
}

/** px around the middle of a mark that belong to it: 24 across at least, 44 for fingers. */
const TARGET_RADIUS = { fine: 13, coarse: 22 };
/** Lines drawn at most: more would be a felt, and the list says more. */
const MAX_TIES = 300;
/** px: of a pin in a cell. */
const PIN_RADIUS = 4.5;
/** px around the middle of a pin that no other takes. */
const PIN_ROOM = 2;

/** What the map shows of the explorer's result: which marks, how large, which lines, what stands out. */
export class Scene {
	readonly #explorer: Explorer;
	readonly #stage: MapStage;
	readonly #columns: Columns;
	/** Events of each place when nothing is filtered. */
	readonly #all: Uint32Array;
	readonly #indexOf: ReadonlyMap<PlaceId, number>;
	readonly #radiusOf: (count: number) => number;
	/** `null`: there are too many events to draw the lines of all of them. */
	readonly #ties: readonly Tie[] | null;
	/** There may be lines: some place is more to an event than where it was. */
	readonly #hasTies: boolean;
	readonly #points: ReadonlyMap<PlaceId, LngLat>;
	readonly #ids: readonly PlaceId[];
	#rests = $state(0);
	#isCoarse = $state(false);

	/** Places in view since the map has last come to rest. */
	readonly inView: ReadonlySet<PlaceId> = $derived.by(() => {
		void this.#rests;
		const { viewport } = this.#stage;
		return new Set([...this.#points].filter(([, point]) => areInView([point], viewport, 0)).map(([id]) => id));
	});

	readonly #strongEvent = $derived.by(() => this.#explorer.highlight.event ?? this.#explorer.view.event);

	/** Places of what is pointed at, else of what is selected. */
	readonly strongPlaces: ReadonlySet<PlaceId> = $derived.by(() => {
		const { place } = this.#explorer.highlight;
		if (place !== null) return new Set([place]);
		const event = this.#strongEvent;
		return new Set(eventOf(this.#explorer.catalogue, event)?.places);
	});

	/** An event stands out: places that it does not touch step back. */
	readonly isEventStrong = $derived.by(() => this.#explorer.highlight.place === null && this.strongPlaces.size > 0);

	/** Of all places, or of none where they are many. */
	readonly marks: readonly SceneMark[] = $derived.by(() =>
		this.isMany ? [] : this.#ids.flatMap((id) => this.#mark(id) ?? [])
	);

	/** Where places are many: the placed ones of the event that stands out. */
	readonly #pinned: readonly PlaceId[] = $derived.by(() => {
		if (!this.isMany) return [];
		const places = eventOf(this.#explorer.catalogue, this.#strongEvent)?.places ?? [];
		return places.filter((id) => this.#points.has(id));
	});

	readonly #tiesListed: readonly Tie[] | null = $derived.by(() => {
		const { result } = this.#explorer;
		const shown = new Set(this.isMany ? this.#pinned.slice(0, MAX_MARKS) : this.#ids);
		const isShown = ({ row, from, to }: Tie): boolean => result.lists(row) && shown.has(from) && shown.has(to);
		return this.#tiesNow()?.filter(isShown) ?? null;
	});

	/** How many lines between the places shown are left out; `null`: all, or all but those of the event that stands out. */
	readonly tiesLeft: number | null = $derived.by(() => {
		if (!this.#hasTies) return 0;
		return this.#tiesListed === null || this.isMany ? null : Math.max(0, this.#tiesListed.length - MAX_TIES);
	});

	readonly ties: readonly SceneTie[] = $derived.by(() => {
		const listed = this.#tiesListed ?? this.#tiesOfStrong().filter(({ row }) => this.#explorer.result.lists(row));
		return listed.slice(0, MAX_TIES).flatMap((tie) => this.#tie(tie) ?? []);
	});

	constructor(explorer: Explorer, stage: MapStage) {
		this.#explorer = explorer;
		this.#stage = stage;
		const { catalogue } = explorer;
		const { places } = catalogue.dataset;
		this.#columns = columnsOf(catalogue);
		this.#all = countAll(this.#columns, places.length);
		this.#indexOf = new Map(places.map(({ id }, index) => [id, index]));
		this.#radiusOf = createRadius(this.#all.reduce((most, count) => Math.max(most, count), 1));
		this.#points = new Map(places.flatMap(({ id, point }) => (point === null ? [] : [[id, point]])));
		this.#ids = placeOrder(this.#columns, places).filter((id) => this.#points.has(id));
		const isFew = catalogue.columns === null && !this.isMany;
		this.#ties = isFew ? tiesOf(this.#columns, Array(catalogue.size).keys(), places) : null;
		const at = roleBit('at');
		this.#hasTies = this.#ties === null ? this.#columns.roles.some((bits) => bits !== at) : this.#ties.length > 0;
	}

	/** More places than can have elements: marks are drawn by the graphics card (`many/`), and none are among `marks`. */
	get isMany(): boolean {
		return this.#ids.length > MAX_MARKS;
	}

	/** Where places are, for names of the basemap to keep off; of many places they keep off none. */
	get points(): readonly LngLat[] {
		return this.isMany ? [] : [...this.#points.values()];
	}

	/** Where places are many, those of the event that stands out. `radiusOf`: px of a mark that is of this place alone. */
	pins(radiusOf: (id: PlaceId) => number | null): readonly ScenePin[] {
		return this.#pinned.slice(0, MAX_MARKS).flatMap((id) => this.#pin(id, radiusOf(id)) ?? []);
	}

	/** How many of its places have no pin, as there are too many of these too. */
	get pinsLeft(): number {
		return Math.max(0, this.#pinned.length - MAX_MARKS);
	}

	/** How many places there are to draw. */
	get placed(): number {
		return this.#ids.length;
	}

	/** px from the middle of a mark to the edge of what can be clicked. */
	targetOf(mark: SceneMark): number {
		return Math.max(mark.radius, this.target);
	}

	/** Grows each time the map comes to rest. */
	get rests(): number {
		return this.#rests;
	}

	/** The map has come to rest: what is in view may be other places. */
	rest(): void {
		this.#rests++;
	}

	/** Fingers need more room than a mouse. Returns the function that ends it. */
	followPointer(): () => void {
		const query = matchMedia('(pointer: coarse)');
		const read = (): void => {
			this.#isCoarse = query.matches;
		};
		read();
		query.addEventListener('change', read);
		return () => query.removeEventListener('change', read);
	}

	/** px around the middle of any mark that belong to it at least. */
	get target(): number {
		return this.#isCoarse ? TARGET_RADIUS.coarse : TARGET_RADIUS.fine;
	}

	#mark(id: PlaceId): SceneMark | null {
		const { catalogue, result, view } = this.#explorer;
		const [index, point] = [this.#indexOf.get(id), this.#points.get(id)];
		const place = catalogue.placeById.get(id);
		if (place === undefined || index === undefined || point === undefined) return null;
		const count = countOf(result, index);
		const isPicked = view.filter.places.includes(id);
		const isStrong = this.strongPlaces.has(id);
		return {
			id,
			place,
			point,
			count,
			precision: place.precision ?? 'exact',
			radius: this.#radiusOf(count.total),
			room: Math.max(this.#radiusOf(this.#all[index] ?? 0), this.target),
			segments: ringSegments(count, catalogue.dataset.categories),
			isPicked,
			isStrong,
			importance: (isPicked ? 2e9 : 0) + (isStrong ? 1e9 : 0) + count.total
		};
	}

	#pin(id: PlaceId, radius: number | null): ScenePin | null {
		const [place, point] = [this.#explorer.catalogue.placeById.get(id), this.#points.get(id)];
		if (place === undefined || point === undefined) return null;
		return {
			id,
			place,
			point,
			precision: place.precision ?? 'exact',
			radius: radius ?? PIN_RADIUS,
			room: PIN_ROOM,
			importance: 0,
			isAlone: radius !== null
		};
	}

	/** Lines of the event that stands out. */
	#tiesOfStrong(): readonly Tie[] {
		const { catalogue } = this.#explorer;
		const row = this.#strongEvent === null ? null : (catalogue.records.rowOf(this.#strongEvent) ?? null);
		return row === null ? [] : tiesOf(this.#columns, [row], catalogue.dataset.places);
	}

	/**
	 * Lines of all events, or where those are many, of those that are listed, once they are few; where places are many, of
	 * the event that stands out. `null`: too many events are listed.
	 */
	#tiesNow(): readonly Tie[] | null {
		if (this.#ties !== null) return this.#ties;
		if (this.isMany) return this.#tiesOfStrong();
		const { result, catalogue } = this.#explorer;
		if (result.count > MAX_TIES) return null;
		const rows = Array.from({ length: result.count }, (_, index) => result.rowAt(index));
		catalogue.records.want(rows);
		return tiesOf(this.#columns, rows, catalogue.dataset.places);
	}

	#tie(tie: Tie): SceneTie | null {
		const { catalogue, highlight } = this.#explorer;
		const event = catalogue.records.at(tie.row)?.id;
		if (event === undefined) return null;
		const slot = catalogue.dataset.categories[this.#columns.category[tie.row] ?? 0]?.slot ?? 0;
		const { place } = highlight;
		const isStrong = place === null ? event === this.#strongEvent : tie.from === place || tie.to === place;
		return { ...tie, event, slot, isStrong };
	}
}
