import { eventOf } from '$lib/core/catalogue.ts';
import type { EventId, LngLat, PlaceId } from '$lib/core/model.ts';
import type { Camera } from '$lib/core/view.ts';
import type { Explorer } from '$lib/state/explorer.svelte.ts';
import type { MapPort } from '$lib/state/map-port.svelte.ts';
import { areInView, fitBounds, fitPoints, MAX_ZOOM, paddingFor, panned, zoomedAround } from './camera.ts';
import { boundsOf, type ScreenPoint } from './projection.ts';
import type { MapStage } from './stage.svelte.ts';

/** px that a place keeps from the edge to count as in view. */
const IN_VIEW_MARGIN = 28;
/** At least so near comes the map to a single place that is asked for. */
const REGIONAL_ZOOM = 5;
/** Part of the width or height that one press of a pan button moves the map by. */
const PAN_SHARE = 0.3;

/**
 * Who moves the camera, and when. The reader's own moves are committed; what the explorer's view says from elsewhere (a
 * link, Back, an event chosen in the list) is followed; what this class itself does is neither.
 */
export class Director {
	readonly #explorer: Explorer;
	readonly #port: MapPort;
	readonly #stage: MapStage;
	readonly #dir: 'ltr' | 'rtl';
	readonly #points: ReadonlyMap<PlaceId, LngLat>;
	/** The camera of the view as it was last followed or committed. */
	#known: Camera | null = null;
	#event: EventId | null = null;
	/** The map shows all that is listed and nobody has moved it since: it does so too when its box changes. */
	#isFitted = false;
	#isStarted = false;
	/** The move in progress was asked for by a button, so that "Only in map view" goes along with it. */
	#isCommand = false;

	constructor(explorer: Explorer, port: MapPort, stage: MapStage, dir: 'ltr' | 'rtl') {
		this.#explorer = explorer;
		this.#port = port;
		this.#stage = stage;
		this.#dir = dir;
		const { places } = explorer.catalogue.dataset;
		this.#points = new Map(places.flatMap(({ id, point }) => (point === null ? [] : [[id, point]])));
	}

	/** First sight: where the link says, else all that is listed. */
	start(): void {
		this.#look();
		this.#isStarted = true;
	}

	/** As at first sight, by a flight: another view was restored. What is listed has to be known by now. */
	travel(): void {
		if (this.#isStarted) this.#look('animated');
	}

	#look(animated?: 'animated'): void {
		const { camera, event, filter } = this.#explorer.view;
		this.#known = camera;
		this.#event = event;
		if (camera !== null) this.#move(camera, animated);
		else if (filter.bounds !== null) this.#move(fitBounds(filter.bounds, this.#stage.size), animated);
		else this.#fitListed(animated);
		if (camera === null && event !== null && animated === undefined) this.showEvent(event);
	}

	/** To be called when either has changed. */
	follow(camera: Camera | null, event: EventId | null): void {
		if (!this.#isStarted) return;
		const isOtherCamera = camera !== this.#known;
		const isOtherEvent = event !== this.#event;
		this.#known = camera;
		this.#event = event;
		if (isOtherCamera && camera !== null) this.#move(camera);
		else if (isOtherCamera) this.#fitListed();
		else if (isOtherEvent && event !== null) this.showEvent(event);
	}

	/** The event was chosen on the map itself: its places are in view already. */
	pickHere(event: EventId): void {
		this.#event = event;
		this.#explorer.select(event);
	}

	/** Moves only when one of its places is out of view. */
	showEvent(id: EventId): void {
		this.showPlaces(eventOf(this.#explorer.catalogue, id)?.places ?? []);
	}

	showPlaces(ids: readonly PlaceId[]): void {
		const points = this.#pointsOf(ids);
		if (points.length > 0 && !areInView(points, this.#stage.viewport, IN_VIEW_MARGIN)) this.#fit(points, 'animated');
	}

	/** As asked for by a button, so that something is seen to happen where the places are in view already. */
	closeUp(ids: readonly PlaceId[]): void {
		const points = this.#pointsOf(ids);
		const [point] = points;
		if (point === undefined) return;
		const { camera } = this.#stage.viewport;
		if (points.length > 1) this.#fit(points, 'animated');
		else
			this.#move({ ...camera, lng: point[0], lat: point[1], zoom: Math.max(camera.zoom, REGIONAL_ZOOM) }, 'animated');
	}

	/** As near as shows all of these points, and at least so near that they are apart. */
	open(points: readonly LngLat[], zoom: number): void {
		const { size } = this.#stage;
		const fitted = fitPoints(points, size, paddingFor(size, this.#dir), MAX_ZOOM);
		this.#move({ ...fitted, zoom: Math.min(Math.max(fitted.zoom, zoom), MAX_ZOOM) }, 'animated', true);
	}

	/** Moves only when the point is out of view, or at its edge. */
	showPoint(point: LngLat): void {
		const { viewport } = this.#stage;
		if (areInView([point], viewport, IN_VIEW_MARGIN)) return;
		this.#move({ ...viewport.camera, lng: point[0], lat: point[1] }, 'animated', true);
	}

	closeUpEvent(id: EventId): void {
		this.closeUp(eventOf(this.#explorer.catalogue, id)?.places ?? []);
	}

	fitListed(): void {
		this.#command();
		this.#fitListed('animated');
	}

	reset(): void {
		this.#command();
		this.#fit([...this.#points.values()], 'animated');
	}

	/** `around`: a point that stays where it is on screen, else the middle. */
	zoom(steps: number, around?: ScreenPoint): void {
		this.#move(zoomedAround(this.#stage.viewport, steps, around), 'animated', true);
	}

	/** By a part of what is in view: `x` to the right, `y` down, in steps of the buttons. */
	pan(x: -1 | 0 | 1, y: -1 | 0 | 1): void {
		this.#move(panned(this.#stage.viewport, { x: x * PAN_SHARE, y: y * PAN_SHARE }), 'animated', true);
	}

	/** The map has come to rest. */
	rest(byHand: boolean): void {
		const { viewport } = this.#stage;
		const bounds = boundsOf(viewport);
		this.#port.report(bounds);
		if (byHand) {
			this.#isFitted = false;
			this.#explorer.setCamera(viewport.camera);
			this.#known = this.#explorer.committed.camera;
		}
		if (this.#explorer.view.filter.bounds !== null && (byHand || this.#isCommand)) this.#explorer.setBounds(bounds);
		this.#isCommand = false;
	}

	resize(): void {
		if (this.#isFitted) this.#fitListed();
		else this.#port.report(boundsOf(this.#stage.viewport));
	}

	#command(): void {
		this.#isCommand = true;
		this.#explorer.setCamera(null);
		this.#known = null;
	}

	/** Places of what is listed; every place while nothing is filtered, or nothing is left. */
	#fitListed(animated?: 'animated'): void {
		const { result, catalogue } = this.#explorer;
		const all = catalogue.dataset.places.flatMap(({ point }, place) => (point === null ? [] : [{ point, place }]));
		const listed = result.count === result.total ? all : all.filter(({ place }) => (result.places[place] ?? 0) > 0);
		const points = (listed.length > 0 ? listed : all).map(({ point }) => point);
		this.#fit(points, animated);
		this.#isFitted = true;
	}

	#fit(points: readonly LngLat[], animated?: 'animated'): void {
		const { size } = this.#stage;
		this.#move(fitPoints(points, size, paddingFor(size, this.#dir)), animated);
	}

	#move(camera: Camera, animated?: 'animated', byHand = false): void {
		this.#isFitted = false;
		const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
		this.#stage.moveTo(camera, { animate: animated === 'animated' && this.#isStarted && !isStill, byHand });
	}

	#pointsOf(ids: readonly PlaceId[]): readonly LngLat[] {
		return ids.flatMap((id) => {
			const point = this.#points.get(id);
			return point === undefined ? [] : [point];
		});
	}
}
