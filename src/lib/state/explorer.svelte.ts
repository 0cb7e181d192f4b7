import type { Catalogue } from '$lib/core/catalogue.ts';
import type { Engine, Result } from '$lib/core/engine.ts';
import { activeRules, NO_FILTER, type Bounds, type Facet, type Filter, type Rule } from '$lib/core/filter.ts';
import { ALWAYS, sameInterval, type Interval } from '$lib/core/interval.ts';
import type { EventId, PlaceId } from '$lib/core/model.ts';
import { normalizeQuery } from '$lib/core/search.ts';
import { DEFAULT_VIEW, type Camera, type Notice, type PlayMode, type Theme, type View } from '$lib/core/view.ts';
import { roundBounds, roundCamera, sortedSet } from '$lib/core/view-codec.ts';
import { shiftWindow } from '$lib/core/window.ts';

/** What the pointer or the focus is on, shared by map, timeline and list. */
export interface Highlight {
	readonly event: EventId | null;
	readonly place: PlaceId | null;
}

const NO_HIGHLIGHT: Highlight = Object.freeze({ event: null, place: null });

/** `push`: a step that Back undoes. `replace`: not worth one (typing on, moving the map). */
export type History = 'push' | 'replace';

/**
 * The one writer of what is shown. Every gesture, key, button, typed date and link ends in one of its commands; every
 * view reads `view` and `result`. A gesture goes through two phases: `previewWindow` while it lasts, then `commitWindow`
 * or `cancelPreview`. Only a commit reaches `onCommit`, and so the URL.
 */
export class Explorer {
	readonly catalogue: Catalogue;
	/** Called after each commit with the committed view; never by `restore`. */
	onCommit: ((view: View, history: History) => void) | null = null;

	readonly #engine: Engine;
	#committed: View = $state.raw(DEFAULT_VIEW);
	#preview: Interval | null = $state.raw(null);
	#result: Result;
	#queried: Filter;
	#highlight: Highlight = $state.raw(NO_HIGHLIGHT);
	#notices: readonly Notice[] = $state.raw([]);

	/** What is on screen: the committed view, or a gesture's preview of it. */
	readonly view: View = $derived(
		this.#preview === null
			? this.#committed
			: { ...this.#committed, filter: { ...this.#committed.filter, window: this.#preview } }
	);

	/** The engine has to answer its first query at once; later ones may take their time. */
	constructor(catalogue: Catalogue, engine: Engine, view: View = DEFAULT_VIEW) {
		this.catalogue = catalogue;
		this.#engine = engine;
		this.#committed = view;
		const first = engine.query(view.filter);
		if (first instanceof Promise) throw new Error('The engine has to answer its first query at once.');
		this.#result = $state.raw(first);
		this.#queried = view.filter;
	}

	/** What the link says, once the gesture in progress is over. */
	get committed(): View {
		return this.#committed;
	}

	/** The newest answer there is. */
	get result(): Result {
		return this.#result;
	}

	/** True between the first `previewWindow` and its end: live regions stay silent, links stay as they are. */
	get isPreviewing(): boolean {
		return this.#preview !== null;
	}

	get highlight(): Highlight {
		return this.#highlight;
	}

	/** What the link asked for and could not be given. */
	get notices(): readonly Notice[] {
		return this.#notices;
	}

	get hasWindow(): boolean {
		return !sameInterval(this.view.filter.window, ALWAYS);
	}

	/** Rules that ask for something, the time window aside. */
	get activeFilters(): readonly Rule[] {
		return activeRules(this.view.filter).filter((rule) => rule !== 'window');
	}

	// The time window: ms UTC, half-open, whole seconds.

	previewWindow(window: Interval): void {
		const next = wholeSeconds(window);
		if (sameInterval(next, this.view.filter.window)) return;
		this.#preview = next;
		this.#query();
	}

	/** Ends a gesture. Without a preview nothing happens; a gesture that came back to where it began leaves no trace. */
	commitWindow(): void {
		const window = this.#preview;
		if (window === null) return;
		this.#preview = null;
		if (sameInterval(window, this.#committed.filter.window)) this.#query();
		else this.#commitFilter({ window });
	}

	/** Back to the committed window. */
	cancelPreview(): void {
		if (this.#preview === null) return;
		this.#preview = null;
		this.#query();
	}

	/** Preview and commit in one: keys, buttons, typed dates. */
	setWindow(window: Interval, history: History = 'push'): void {
		this.#preview = null;
		this.#commitFilter({ window: wholeSeconds(window) }, history);
	}

	clearWindow(): void {
		this.setWindow(ALWAYS);
	}

	/** The window's own length earlier or later; whole calendar months move by months. Nothing without a window. */
	shiftWindow(direction: -1 | 1): void {
		const { extent } = this.catalogue;
		if (this.hasWindow && extent !== null) this.setWindow(shiftWindow(this.view.filter.window, extent, direction));
	}

	// Filters.

	/** Replaces the place filter; with `add`, adds to it; a place that is already chosen is taken out. */
	pickPlace(id: PlaceId, add = false): void {
		const { places } = this.#committed.filter;
		if (places.includes(id)) this.#commitFilter({ places: add ? places.filter((place) => place !== id) : [] });
		else this.#commitFilter({ places: sortedSet(add ? [...places, id] : [id]) });
	}

	/** The whole list of one facet. */
	setFacet<F extends Facet>(facet: F, values: Filter[F]): void {
		this.#commitFilter({ [facet]: values });
	}

	/** A search being typed is one step of history, however many letters it has. */
	search(text: string): void {
		const query = normalizeQuery(text);
		this.#commitFilter({ query }, this.#committed.filter.query === '' || query === '' ? 'push' : 'replace');
	}

	/** "As known on": the first instant after that day, or `null`. */
	setKnown(known: number | null): void {
		this.#commitFilter({ known });
	}

	/** "Only in map view". Following a moving map is no step of history. */
	setBounds(bounds: Bounds | null): void {
		const history = this.#committed.filter.bounds !== null && bounds !== null ? 'replace' : 'push';
		this.#commitFilter({ bounds: bounds === null ? null : roundBounds(bounds) }, history);
	}

	/** Drops one rule altogether. */
	clearRule(rule: Rule): void {
		if (rule === 'window') this.clearWindow();
		else this.#commitFilter({ [rule]: NO_FILTER[rule] });
	}

	/** Everything but the window. */
	clearFilters(): void {
		this.#commitFilter({ ...NO_FILTER, window: this.#committed.filter.window });
	}

	// What is looked at, and how.

	select(event: EventId | null): void {
		this.#commit({ event }, 'push');
	}

	/** The event before or after the selected one in the list; from the ends when none is selected. */
	selectNext(direction: -1 | 1): void {
		const next = this.neighbour(direction);
		if (next !== null) this.select(next);
	}

	/** Where `selectNext` would go, in time order; `null` when there is nothing further. */
	neighbour(direction: -1 | 1): EventId | null {
		const { ids } = this.result;
		const at = this.view.event === null ? -1 : ids.indexOf(this.view.event);
		if (at >= 0) return ids[at + direction] ?? null;
		return (direction === 1 ? ids[0] : ids.at(-1)) ?? null;
	}

	setCamera(camera: Camera | null): void {
		this.#commit({ camera: camera === null ? null : roundCamera(camera) }, 'replace');
	}

	setOrder(order: View['order']): void {
		this.#commit({ order }, 'push');
	}

	setAxis(axis: View['axis']): void {
		this.#commit({ axis }, 'push');
	}

	setPlayMode(play: PlayMode): void {
		this.#commit({ play }, 'replace');
	}

	setTheme(theme: Theme | null): void {
		this.#commit({ theme }, 'replace');
	}

	highlightEvent(event: EventId | null): void {
		if (this.#highlight.event !== event || this.#highlight.place !== null) {
			this.#highlight = event === null ? NO_HIGHLIGHT : { event, place: null };
		}
	}

	highlightPlace(place: PlaceId | null): void {
		if (this.#highlight.place !== place || this.#highlight.event !== null) {
			this.#highlight = place === null ? NO_HIGHLIGHT : { event: null, place };
		}
	}

	/** Takes a view from outside (a link, Back, Forward). Nothing is written back. */
	restore(view: View, notices: readonly Notice[] = []): void {
		this.#preview = null;
		this.#committed = view;
		this.#notices = notices;
		this.#query();
	}

	dismissNotices(): void {
		this.#notices = [];
	}

	#commitFilter(change: Partial<Filter>, history: History = 'push'): void {
		this.#commit({ filter: { ...this.#committed.filter, ...change } }, history);
	}

	#commit(change: Partial<View>, history: History): void {
		this.#committed = { ...this.#committed, ...change };
		this.#query();
		this.onCommit?.(this.#committed, history);
	}

	/** Asks the engine when the filter has changed. Of two answers the one to the newest question counts. */
	#query(): void {
		const { filter } = this.view;
		if (filter === this.#queried) return;
		this.#queried = filter;
		const answer = this.#engine.query(filter);
		if (answer instanceof Promise) {
			void answer.then((result) => {
				if (this.#queried === filter) this.#result = result;
			});
		} else this.#result = answer;
	}
}

function wholeSeconds({ start, end }: Interval): Interval {
	const first = Math.floor(start / 1000) * 1000;
	return { start: first, end: Math.max(Math.ceil(end / 1000) * 1000, first + 1000) };
}
