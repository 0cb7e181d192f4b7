import type { PlaceCount } from '$lib/core/engine.ts';
import type { LngLat, Place, PlaceId } from '$lib/core/model.ts';
import type { Explorer } from '$lib/state/explorer.svelte.ts';
import { areInView } from './camera.ts';
import { choosePlaces, countAll, createRadius, placeOrder, ringSegments, type Segment } from './marks.ts';
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

/** A line as it is drawn. */
export interface SceneTie extends Tie {
	/** Of its event's category. */
	readonly slot: number;
	readonly isStrong: boolean;
}

/** px around the middle of a mark that belong to it: 24 across at least, 44 for fingers. */
const TARGET_RADIUS = { fine: 13, coarse: 22 };
/** Lines drawn at most: more would be a felt, and the list says more. */
const MAX_TIES = 300;
/** px beyond the edge where marks are kept ready. */
const BEYOND_PX = 40;

/** What the map shows of the explorer's result: which marks, how large, which lines, what stands out. */
export class Scene {
	readonly #explorer: Explorer;
	readonly #stage: MapStage;
	readonly #all: ReadonlyMap<PlaceId, number>;
	readonly #radiusOf: (count: number) => number;
	readonly #ties: readonly Tie[];
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

	readonly #chosen = $derived.by(() => {
		void this.#rests;
		const isNear = (id: PlaceId): boolean => {
			const point = this.#points.get(id);
			return point !== undefined && areInView([point], this.#stage.viewport, -BEYOND_PX);
		};
		return choosePlaces(this.#ids, this.#explorer.result.places, isNear);
	});

	readonly #strongEvent = $derived.by(() => this.#explorer.highlight.event ?? this.#explorer.view.event);

	/** Places of what is pointed at, else of what is selected. */
	readonly strongPlaces: ReadonlySet<PlaceId> = $derived.by(() => {
		const { place } = this.#explorer.highlight;
		if (place !== null) return new Set([place]);
		const event = this.#strongEvent;
		return new Set(event === null ? [] : this.#explorer.catalogue.eventById.get(event)?.places);
	});

	/** An event stands out: places that it does not touch step back. */
	readonly isEventStrong = $derived.by(() => this.#explorer.highlight.place === null && this.strongPlaces.size > 0);

	readonly marks: readonly SceneMark[] = $derived.by(() => this.#chosen.shown.flatMap((id) => this.#mark(id) ?? []));

	readonly ties: readonly SceneTie[] = $derived.by(() => {
		const shown = new Set(this.#chosen.shown);
		const { listed } = this.#explorer.result;
		return this.#ties
			.filter((tie) => listed.has(tie.event) && shown.has(tie.from) && shown.has(tie.to))
			.slice(0, MAX_TIES)
			.map((tie) => this.#tie(tie));
	});

	constructor(explorer: Explorer, stage: MapStage) {
		this.#explorer = explorer;
		this.#stage = stage;
		const { catalogue } = explorer;
		this.#all = countAll(catalogue);
		this.#radiusOf = createRadius(Math.max(...this.#all.values(), 1));
		this.#ties = tiesOf(catalogue.events);
		const { places } = catalogue.dataset;
		this.#points = new Map(places.flatMap(({ id, point }) => (point === null ? [] : [[id, point]])));
		this.#ids = placeOrder(catalogue).filter((id) => this.#points.has(id));
	}

	/** Where places are. */
	get points(): readonly LngLat[] {
		return [...this.#points.values()];
	}

	/** Places in view that have no mark of their own. */
	get notSingly(): number {
		return this.#chosen.hidden;
	}

	/** px from the middle of a mark to the edge of what can be clicked. */
	targetOf(mark: SceneMark): number {
		return Math.max(mark.radius, this.#target);
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

	get #target(): number {
		return this.#isCoarse ? TARGET_RADIUS.coarse : TARGET_RADIUS.fine;
	}

	#mark(id: PlaceId): SceneMark | null {
		const { catalogue, result, view } = this.#explorer;
		const [place, count, point] = [catalogue.placeById.get(id), result.places.get(id), this.#points.get(id)];
		if (place === undefined || count === undefined || point === undefined) return null;
		const isPicked = view.filter.places.includes(id);
		const isStrong = this.strongPlaces.has(id);
		return {
			id,
			place,
			point,
			count,
			precision: place.precision ?? 'exact',
			radius: this.#radiusOf(count.total),
			room: Math.max(this.#radiusOf(this.#all.get(id) ?? 0), this.#target),
			segments: ringSegments(count, catalogue.dataset.categories),
			isPicked,
			isStrong,
			importance: (isPicked ? 2e9 : 0) + (isStrong ? 1e9 : 0) + count.total
		};
	}

	#tie(tie: Tie): SceneTie {
		const { catalogue, highlight } = this.#explorer;
		const event = catalogue.eventById.get(tie.event)?.event;
		const slot = event === undefined ? undefined : catalogue.categoryById.get(event.category)?.slot;
		const { place } = highlight;
		const isStrong = place === null ? tie.event === this.#strongEvent : tie.from === place || tie.to === place;
		return { ...tie, slot: slot ?? 0, isStrong };
	}
}
