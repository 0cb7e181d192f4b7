import { orderPlaces } from '$lib/core/cells.ts';
import { columnsOf } from '$lib/core/create-columns.ts';
import type { Place, PlaceId } from '$lib/core/model.ts';
import { sortedSet } from '$lib/core/view-codec.ts';
import type { Explorer } from '$lib/state/explorer.svelte.ts';
import { MAX_ZOOM } from '../camera.ts';
import type { Director } from '../director.ts';
import { MAX_MARKS, ringSegments, type PlaceCount, type Segment } from '../marks.ts';
import { nearestCopy, toLngLat, toWorld, type ScreenPoint, type Viewport, type WorldPoint } from '../projection.ts';
import type { Standing } from '../roving.ts';
import type { Disc } from '../spread.ts';
import type { MapStage } from '../stage.svelte.ts';
import { CellMarks, FLAG } from './cell-marks.ts';
import type { MarkColours } from './colours.ts';
import { MarkLayer } from './mark-layer.ts';

/** What can be pressed where a mark is drawn. */
export interface CellItem {
	/** Says which it is whatever else changes, see `CellMarks.keyOf`. */
	readonly id: string;
	/** Indices of its places. */
	readonly members: Uint32Array;
	/** Where it is drawn. World units. */
	readonly at: WorldPoint;
	/** The least zoom at which its places are apart; `null`: there is none. */
	readonly splitZoom: number | null;
	/** The one place that it is; `null`: a cell of several. */
	readonly place: Place | null;
	readonly count: PlaceCount;
	readonly segments: readonly Segment[];
	/** px. */
	readonly radius: number;
	readonly isPicked: boolean;
}

/** What the scene knows already. */
interface SceneParts {
	/** Of what is pointed at or selected. */
	readonly strongPlaces: ReadonlySet<PlaceId>;
	readonly isEventStrong: boolean;
	/** px from the middle of a mark that belong to it at least. */
	readonly target: number;
}

export interface ManyOptions {
	readonly explorer: Explorer;
	readonly stage: MapStage;
	readonly director: Director;
	readonly scene: SceneParts;
	readonly numberOf: (events: number) => string;
	readonly font: string;
}

/**
 * More places than can have elements: the graphics card draws them, and the largest in view have buttons, whose names and
 * positions follow when a gesture is over. What a step of a scrub costs hangs on the places in view alone.
 */
export class ManyPlaces {
	readonly #options: ManyOptions;
	readonly #marks: CellMarks;
	readonly #layer: MarkLayer;
	readonly #indexOf: ReadonlyMap<PlaceId, number>;
	readonly #buttons = new Map<string, HTMLElement>();
	#items: readonly CellItem[] = $state.raw([]);
	#rest = $state(0);
	#isDrawn = $state(false);
	/** Grows when other marks are drawn. */
	#looks = $state(0);
	#standing: readonly Standing<string>[] = [];

	constructor(options: ManyOptions) {
		this.#options = options;
		const { catalogue } = options.explorer;
		const { places, categories } = catalogue.dataset;
		this.#indexOf = new Map(places.map(({ id }, index) => [id, index]));
		const order = orderPlaces(places, toWorld);
		this.#marks = new CellMarks(order, columnsOf(catalogue), places.length, categories.length);
		this.#layer = new MarkLayer({
			marks: this.#marks,
			slots: categories.map(({ slot }) => slot),
			numberOf: options.numberOf,
			font: options.font,
			onDrawing: (isDrawing) => (this.#isDrawn = isDrawing)
		});
	}

	/** The largest marks in view as they were when the last gesture ended. */
	get marks(): readonly CellItem[] {
		return this.#items;
	}

	get inView(): ReadonlySet<string> {
		return new Set(this.#items.map(({ id }) => id));
	}

	/** Marks in view without a button. */
	get withoutButton(): number {
		return this.#rest;
	}

	/** The graphics card draws the marks; else only their buttons can show them. */
	get isDrawn(): boolean {
		return this.#isDrawn;
	}

	/** Where the buttons stand. */
	get standing(): readonly Standing<string>[] {
		return this.#standing;
	}

	/** The marks that have buttons, where these stand. px. */
	get discs(): readonly Disc[] {
		return this.#standing.map(({ x, y }, i) => ({ x, y, r: this.#items[i]?.radius ?? 0 }));
	}

	get focused(): string | null {
		return [...this.#buttons].find(([, button]) => button === document.activeElement)?.[0] ?? null;
	}

	focus(id: string): void {
		this.#buttons.get(id)?.focus({ preventScroll: true });
	}

	/** Draws until the function it returns is called. */
	start(): () => void {
		this.#options.stage.setLayer(this.#layer);
		return () => this.#options.stage.setLayer(null);
	}

	setColours(colours: MarkColours): void {
		this.#layer.setColours(colours);
		this.#options.stage.repaint();
	}

	forgetType(): void {
		this.#layer.forgetType();
		this.#options.stage.repaint();
	}

	/** The result, what is picked or what stands out is another; or what is to be in view is. */
	update(viewport: Viewport = this.#options.stage.viewport): void {
		const { explorer, scene, stage } = this.#options;
		this.#marks.look(viewport);
		this.#marks.count(explorer.result);
		const indices = (ids: Iterable<PlaceId>): readonly number[] => [...ids].map((id) => this.#indexOf.get(id) ?? -1);
		const { places } = explorer.view.filter;
		this.#marks.flag(indices(places), indices(scene.strongPlaces), scene.isEventStrong);
		this.#layer.update();
		stage.repaint();
	}

	/** The map moves. */
	frame(): void {
		if (this.#marks.look(this.#options.stage.viewport)) {
			this.update();
			this.#looks++;
		}
		this.place();
	}

	/** px, of the mark that is of this place alone; `null`: it shares one, or is out of view. */
	radiusAlone(id: PlaceId): number | null {
		// Read anew when marks or their numbers are others.
		void [this.#looks, this.#options.explorer.result];
		return this.#marks.radiusAlone(this.#indexOf.get(id) ?? -1);
	}

	/** A gesture is over: the buttons become those of the largest marks in view. */
	settle(): void {
		const { marks, left } = this.#marks.largest(this.#options.stage.viewport, MAX_MARKS);
		this.#rest = left;
		this.#items = marks.map((mark) => this.#item(mark));
	}

	/** The element to move; the function it returns lets go of it. */
	addButton(id: string, button: HTMLElement): () => void {
		this.#buttons.set(id, button);
		return () => {
			if (this.#buttons.get(id) === button) this.#buttons.delete(id);
		};
	}

	/** Puts the buttons where their marks are. */
	place(): void {
		const { viewport } = this.#options.stage;
		const middle = viewport.toWorld({ x: viewport.width / 2, y: viewport.height / 2 });
		this.#standing = this.#items.map(({ id, at }) => ({ id, ...viewport.toScreen(nearestCopy(at, middle.x)) }));
		for (const { id, x, y } of this.#standing) {
			const button = this.#buttons.get(id);
			if (button === undefined) continue;
			button.style.transform = `translate(${x.toFixed(2)}px, ${y.toFixed(2)}px)`;
			button.toggleAttribute('data-low', y > viewport.height - CARD_PX.height);
			button.toggleAttribute('data-first', x < CARD_PX.width / 2);
			button.toggleAttribute('data-last', x > viewport.width - CARD_PX.width / 2);
		}
	}

	/**
	 * A place is picked, with `add` beside others; a cell opens into its places. Where these are so near each other that no
	 * zoom parts them, they are picked together, and the list has the events of all.
	 */
	press({ place, members, splitZoom }: CellItem, add: boolean): void {
		const { explorer, director } = this.#options;
		const { places } = explorer.catalogue.dataset;
		if (place !== null) {
			explorer.pickPlace(place.id, add);
			return;
		}
		const own = Array.from(members).flatMap((index) => places[index] ?? []);
		if (splitZoom !== null && splitZoom <= MAX_ZOOM) {
			const points = own.flatMap(({ point }) => (point === null ? [] : [point]));
			director.open(points, splitZoom);
			return;
		}
		const ids = own.map(({ id }) => id);
		const picked = new Set(explorer.view.filter.places);
		const isPicked = ids.every((id) => picked.has(id));
		for (const id of ids) picked.delete(id);
		explorer.setRule('places', sortedSet([...(add ? picked : []), ...(isPicked ? [] : ids)]));
	}

	/** Beside all buttons. px of the map. */
	pressAt(point: ScreenPoint, add: boolean): void {
		const mark = this.#marks.hit(point, this.#options.stage.viewport, this.#options.scene.target);
		if (mark !== null) this.press(this.#item(mark), add);
	}

	/** Moves the map where a mark is not well in view. */
	showPlaces([id]: readonly string[]): void {
		const item = this.#items.find((one) => one.id === id);
		if (item !== undefined) this.#options.director.showPoint(toLngLat(item.at));
	}

	zoom(steps: number, around: ScreenPoint): void {
		this.#options.director.zoom(steps, around);
	}

	/** Ids of the places in view with the most events, as many as may have marks of their own, and how many more there are. */
	listed(): { readonly places: readonly PlaceId[]; readonly more: number } {
		const { explorer, stage } = this.#options;
		const { result, catalogue } = explorer;
		const { viewport } = stage;
		const middle = viewport.toWorld({ x: viewport.width / 2, y: viewport.height / 2 });
		const inView = catalogue.dataset.places.flatMap(({ id, point }, index) => {
			const events = result.places[index] ?? 0;
			if (point === null || events === 0) return [];
			const { x, y } = viewport.toScreen(nearestCopy(toWorld(point), middle.x));
			return x < 0 || y < 0 || x > viewport.width || y > viewport.height ? [] : [{ id, events }];
		});
		const places = inView.toSorted((a, b) => b.events - a.events).slice(0, MAX_MARKS);
		return { places: places.map(({ id }) => id), more: inView.length - places.length };
	}

	/** Takes a picture that is going to be made smaller, by `factor`: marks are as large in it as on the page. */
	onPaper<T>(viewport: Viewport, factor: number, take: () => T): T {
		this.update(viewport);
		this.#layer.setScale(1 / factor);
		try {
			return take();
		} finally {
			this.#layer.setScale(1);
			this.update();
		}
	}

	#item(mark: number): CellItem {
		const { explorer } = this.#options;
		const { places, categories } = explorer.catalogue.dataset;
		const members = this.#marks.placesOf(mark);
		const { totals, byCategory, radius, flags, x, y } = this.#marks;
		const count = {
			total: totals[mark] ?? 0,
			byCategory: byCategory.slice(mark * categories.length, (mark + 1) * categories.length)
		};
		return {
			id: this.#marks.keyOf(mark),
			members,
			at: { x: x[mark] ?? 0, y: y[mark] ?? 0 },
			splitZoom: this.#marks.splitZoom(mark),
			place: members.length === 1 ? (places[members[0] ?? 0] ?? null) : null,
			count,
			segments: ringSegments(count, categories),
			radius: radius[mark] ?? 0,
			isPicked: ((flags[mark] ?? 0) & FLAG.picked) !== 0
		};
	}
}

/** px that the card of a mark may take. */
const CARD_PX = { width: 220, height: 170 };
